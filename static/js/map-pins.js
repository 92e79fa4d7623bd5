// The pins, once the map moves: each opens what it stands for, each is tied to its entry. They are
// those that the page was sent with, in an SVG that Leaflet moves; they keep their size.

const REACH = 24; // pixels around a pin's middle in which a tap still means it
const SIDE = 44; // pixels: no pin is nearer to another
const EDGE = 4; // pixels, of what is drawn around a pin
const STEP = 8; // pixels, the finest by which a pin stands aside
const MOST = 2000; // spots that are tried: as far as 350 pixels
const YOU = [
  [0, 24],
  [-36, 36],
  [36, 36],
]; // pixels from where somebody is to what says so
const WIDEST = 272; // pixels of a popup
const FACE = 22; // pixels from a pin's tip up to its middle
const BESIDE = "(min-width: 60rem)"; // where the list stands beside the map
const SVG = "http://www.w3.org/2000/svg";

/** Take the pins over; `others` is a promise of the GeoJSON of what the page does not list. */
export function takePins(map, svg, { bounds, words, others }) {
  const entries = new Map(
    [...document.querySelectorAll(".result[data-dps-space]")].map((e) => [e.dataset.dpsSpace, e]),
  );
  const board = new Board(map, svg, words);
  for (const link of svg.querySelectorAll("[data-dps-pin]")) {
    const entry = entries.get(link.dataset.dpsPin);
    board.add(new Pin(link, { entry, space: spaceOf(link, entry, words) }));
  }
  others.then((collection) => collection && addOthers(board, collection.features, bounds, entries));
}

/** Return what an entry of the list says of its space. */
function spaceOf(link, entry, { invented }) {
  const title = entry?.querySelector("h2 a");
  const status = entry?.querySelector(".status");
  return {
    name: title?.textContent ?? link.getAttribute("aria-label"),
    url: title?.getAttribute("href") ?? link.getAttribute("href"),
    hours: status?.textContent ?? "",
    kind: status?.className.match(/status--(\w+)/)?.[1] ?? "",
    isPointInvented: link.getAttribute("aria-label").includes(invented),
  };
}

/** Put a pin for each place that has none yet: numbered where the page lists it, else a dot. */
function addOthers(board, features, bounds, entries) {
  const isThere = new Set(board.pins.map(({ link }) => link.dataset.dpsPin));
  for (const dot of board.svg.querySelectorAll(".map-dot")) dot.remove();
  for (const { properties, geometry } of features) {
    if (isThere.has(properties.slug)) continue;
    const { slug, name, hours, kind, url, number, sample, sample_location: isHollow } = properties;
    // Of an invented place the hours say that it is an example; of a real one the point has to.
    const isPointInvented = isHollow && !sample;
    const entry = entries.get(slug);
    const link = svgElement("a", { class: `map-pin${entry ? "" : " map-pin--dot"}`, href: url });
    link.dataset.dpsPin = slug;
    const parts = [`${number}. ${name}`, isPointInvented ? board.words.invented : "", hours];
    link.setAttribute("aria-label", parts.filter(Boolean).map(asSentence).join(" "));
    const face = `map-pin__face${isHollow ? " map-pin__face--example" : ""}`;
    if (entry) {
      const text = svgElement("text", { y: -16 });
      text.textContent = number;
      link.append(svgElement("use", { class: "map-pin__hit", href: "#hit" }));
      link.append(svgElement("use", { class: face, href: "#pin" }), text);
    } else {
      link.append(svgElement("circle", { class: "map-pin__hit", r: REACH }));
      link.append(svgElement("circle", { class: face, r: 6 }));
    }
    const nest = svgElement("svg", percent(geometry.coordinates, bounds));
    nest.append(link);
    board.svg.append(nest);
    board.add(new Pin(link, { entry, space: { name, url, hours, kind, isPointInvented } }));
  }
}

/** Return where a point is, in percent of the box that the SVG fills. */
function percent([longitude, latitude], [southWest, northEast]) {
  const project = (point) => L.CRS.EPSG3857.project(L.latLng(point));
  const [low, high, at] = [southWest, northEast, [latitude, longitude]].map(project);
  const share = (value, from, to) => `${(((value - from) / (to - from)) * 100).toFixed(2)}%`;
  return { x: share(at.x, low.x, high.x), y: share(at.y, high.y, low.y) };
}

/** Return where something of the SVG is, in pixels. */
function placeOf(nest, { x, y }) {
  const share = (name) => Number.parseFloat(nest.getAttribute(name)) / 100;
  return L.point(share("x") * x, share("y") * y);
}

/**
 * Return by how many pixels each pin stands aside so that every one can be hit; the first stay.
 * One whose place is in view stays in view. `taken` is where no other may stand.
 */
function shifts(points, view, taken) {
  const isFree = ({ x, y }) =>
    !taken.some((other) => Math.abs(other.x - x) < SIDE && Math.abs(other.y - y) < SIDE);
  return points.map((point) => {
    let shift = L.point(0, 0);
    const fits = (spot) => isFree(spot) && (view.contains(spot) || !view.contains(point));
    for (let nth = 1; !fits(point.add(shift)) && nth <= MOST; nth += 1) shift = spiral(nth);
    taken.push(point.add(shift));
    return shift;
  });
}

/** Return the nth of the spots around a point, from the middle outwards. */
function spiral(nth) {
  const angle = nth * 2.4; // radians: the golden angle
  const far = STEP * Math.sqrt(nth);
  return L.point(far * Math.cos(angle), far * Math.sin(angle)).round();
}

class Pin {
  constructor(link, { entry, space }) {
    this.link = link;
    this.entry = entry;
    this.space = space;
    this.isDot = link.classList.contains("map-pin--dot");
    link.setAttribute("role", "button");
    link.setAttribute("aria-haspopup", "dialog");
  }

  /** Return where the place is in the SVG, in pixels. */
  place(size) {
    return placeOf(this.link.parentNode, size);
  }

  get shift() {
    const [, x, y] = this.link.getAttribute("transform")?.match(/(-?\d+)[ ,]+(-?\d+)/) ?? [0, 0, 0];
    return L.point(Number(x), Number(y));
  }

  light(isLit) {
    this.link.classList.toggle("map-pin--lit", isLit);
  }

  /** Stand aside by so many pixels. */
  standAside({ x, y }) {
    if (x || y) this.link.setAttribute("transform", `translate(${x} ${y})`);
    else this.link.removeAttribute("transform");
  }

  /** Return a line that leads from where the pin stands to where its place is. */
  line({ x, y }) {
    const nest = this.link.parentNode;
    const at = { x: nest.getAttribute("x"), y: nest.getAttribute("y") };
    const line = svgElement("svg", { class: "map-line", ...at });
    line.append(svgElement("line", { x2: x, y2: y }));
    return line;
  }

  /** Return how far, in pixels, a point of the window is from the middle of the pin. */
  distance(x, y) {
    const face = this.link.querySelector(".map-pin__face").getBoundingClientRect();
    return Math.hypot(face.left + face.width / 2 - x, face.top + face.height / 2 - y);
  }
}

/** All pins of a map: which one is chosen, which one is pointed at. */
class Board {
  constructor(map, svg, words) {
    this.map = map;
    this.svg = svg;
    this.words = words;
    this.pins = [];
    this.chosen = null;
    this.popup = L.popup({
      className: "map-popup",
      closeButton: false,
      minWidth: 200,
      autoPanPadding: [12, 12],
    });
    map.on("zoomend", () => this.spread());
    map.on("click", ({ originalEvent }) => this.chooseNear(originalEvent));
    map.on("popupclose", () => this.letGo());
    map.getContainer().addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.chosen) this.close();
    });
  }

  add(pin) {
    this.pins.push(pin);
    pin.link.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation();
      this.choose(pin);
    });
    pin.link.addEventListener("keydown", (event) => {
      if (event.key !== " " && event.key !== "Enter") return;
      event.preventDefault();
      this.choose(pin);
    });
    const point = (isOn) => () => pin.light(isOn || pin === this.chosen);
    for (const [part, on, off] of [
      [pin.link, "pointerenter", "pointerleave"],
      [pin.link, "focus", "blur"],
      [pin.entry, "pointerenter", "pointerleave"],
      [pin.entry, "focusin", "focusout"],
    ]) {
      part?.addEventListener(on, point(true));
      part?.addEventListener(off, point(false));
    }
    pin.link.addEventListener("focus", () => this.bringIn(pin));
    pin.entry?.addEventListener("click", (event) => {
      if (event.target.closest("a, button")) return;
      this.map.closePopup(this.popup);
      this.mark(pin);
    });
  }

  /** Let no pin lie on another; dots stay where they are. A phone has as many pins as others now. */
  spread() {
    for (const line of this.svg.querySelectorAll(".map-line")) line.remove();
    for (const more of this.svg.querySelectorAll(".map-more")) more.classList.remove("map-more");
    const [size, corner] = [this.size(), this.corner()];
    const numbered = this.pins.filter(({ isDot }) => !isDot);
    const places = numbered.map((pin) => pin.place(size).add(corner));
    const lines = [];
    for (const [index, shift] of shifts(places, this.view(), this.you()).entries()) {
      numbered[index].standAside(shift);
      if (shift.x || shift.y) lines.push(numbered[index].line(shift));
    }
    this.svg.querySelector("defs").after(...lines);
  }

  /** Return what “you are here” fills, as pins would that stand there. */
  you() {
    const you = this.svg.querySelector(".map-you");
    if (!you) return [];
    const place = placeOf(you, this.size()).add(this.corner());
    return YOU.map((away) => place.add(away));
  }

  /** Return where the SVG begins, in the map's own pixels, and how large it is. */
  corner() {
    return L.DomUtil.getPosition(this.svg);
  }

  size() {
    return L.point(
      Number.parseFloat(this.svg.style.width),
      Number.parseFloat(this.svg.style.height),
    );
  }

  /** Return the part of the map in which the point of a pin may lie that is seen whole. */
  view() {
    const corners = [L.point(REACH, 2 * REACH), this.map.getSize().subtract([REACH, EDGE])];
    return L.bounds(corners.map((corner) => this.map.containerPointToLayerPoint(corner)));
  }

  spot(pin) {
    return pin.place(this.size()).add(this.corner());
  }

  /** Move the map as little as it takes to see the pin. */
  bringIn(pin) {
    if (!pin.link.matches(":focus-visible")) return; // under a mouse it would move away
    const spot = this.spot(pin).add(pin.shift);
    this.map.panInside(this.map.layerPointToLatLng(spot), { padding: [40, 64] });
  }

  /** Open a pin's popup and take the focus there. */
  choose(pin) {
    this.mark(pin);
    const { options } = this.popup;
    options.offset = pin.shift.subtract([0, pin.isDot ? 4 : FACE + FACE / 2]);
    options.maxWidth = Math.min(WIDEST, this.map.getSize().x - 32);
    const place = this.map.layerPointToLatLng(this.spot(pin));
    this.popup.setLatLng(place).setContent(this.content(pin)).openOn(this.map);
    this.popup.getElement().querySelector("a").focus({ preventScroll: true });
  }

  /** A fingertip is wider than a dot: take the nearest within reach. */
  chooseNear({ clientX, clientY }) {
    const [nearest] = this.pins
      .map((pin) => [pin.distance(clientX, clientY), pin])
      .filter(([distance]) => distance <= REACH)
      .sort(([one], [other]) => one - other);
    if (nearest) this.choose(nearest[1]);
  }

  /** Make this pin and its entry of the list the current ones. */
  mark(pin) {
    this.letGo();
    this.chosen = pin;
    pin.light(true);
    if (!pin.entry) return;
    pin.entry.dataset.current = "";
    if (matchMedia(BESIDE).matches) pin.entry.scrollIntoView({ block: "nearest" });
  }

  letGo() {
    if (!this.chosen) return;
    const { chosen } = this;
    this.chosen = null;
    chosen.light(document.activeElement === chosen.link);
    if (chosen.entry) delete chosen.entry.dataset.current;
  }

  close() {
    const { link } = this.chosen;
    this.map.closePopup(this.popup);
    this.letGo();
    link.focus({ preventScroll: true });
  }

  content({ space }) {
    const box = element("div", "map-popup__content");
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", space.name);
    box.dir = document.dir;
    const title = element("h3");
    const link = element("a", "", space.name);
    link.href = space.url;
    title.append(link);
    const close = element("button", "map-popup__close");
    close.type = "button";
    close.setAttribute("aria-label", this.words.close);
    close.addEventListener("click", () => this.close());
    const details = element("a", "button", this.words.details);
    details.href = space.url;
    details.append(element("span", "visually-hidden", ` ${space.name}`));
    box.append(title);
    if (space.isPointInvented) box.append(element("p", "tag", this.words.invented));
    box.append(element("p", `status status--${space.kind}`, space.hours), details, close);
    return box;
  }
}

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function svgElement(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

function asSentence(text) {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
