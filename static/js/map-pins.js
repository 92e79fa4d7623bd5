// The pins, once the map moves: each opens what it stands for, each is tied to its entry. They are
// those that the page was sent with, in an SVG that Leaflet moves; they keep their size.

import { shifts } from "./map-aside.js";

const REACH = 24; // pixels around a pin's middle in which a tap still means it
const SIDE = 44; // pixels, of what a finger has to hit
const EDGE = 4; // pixels, of what is drawn around a pin
const YOU = [
  [-74, -12],
  [74, 70],
]; // pixels around where somebody is: a pin with its tip there would hide what says so
const WIDEST = 272; // pixels of a popup
const FACE = 22; // pixels from a pin's tip up to its middle
const TAIL = 7; // pixels, half as wide as a tail begins
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
  const tag = entry?.querySelector("h2 .tag")?.textContent; // of what is invented whole
  return {
    name: title?.textContent ?? link.getAttribute("aria-label"),
    url: title?.getAttribute("href") ?? link.getAttribute("href"),
    hours: status?.textContent ?? "",
    kind: status?.className.match(/status--(\w+)/)?.[1] ?? "",
    tag: tag ?? (link.getAttribute("aria-label").includes(invented) ? invented : ""),
  };
}

/**
 * Put a pin for each place that has none yet: numbered where the page lists it, else a dot.
 * An invented point has a pin on its own page alone, as in what the page was sent with.
 */
function addOthers(board, features, bounds, entries) {
  const isThere = new Set(board.pins.map(({ link }) => link.dataset.dpsPin));
  for (const dot of board.svg.querySelectorAll(".map-dot:not(.map-dot--more)")) dot.remove();
  for (const { properties, geometry } of features) {
    const { slug, name, hours, kind, url, number, sample, sample_location: isHollow } = properties;
    const entry = entries.get(slug);
    if (isThere.has(slug) || (isHollow && !entry)) continue;
    // Of an invented place the hours say that it is an example; of a real one the point has to.
    const tag = isHollow && !sample ? board.words.invented : "";
    const link = svgElement("a", { class: `map-pin${entry ? "" : " map-pin--dot"}`, href: url });
    link.dataset.dpsPin = slug;
    const parts = [`${number}. ${name}`, tag, hours];
    link.setAttribute("aria-label", parts.filter(Boolean).map(asSentence).join(" "));
    link.append(...(entry ? numberedFace(number, isHollow) : dotFace()));
    const nest = svgElement("svg", percent(geometry.coordinates, bounds));
    nest.append(link);
    board.svg.append(nest);
    board.add(new Pin(link, { entry, space: { name, url, hours, kind, tag } }));
  }
  board.hideCovered();
}

/** Return what is drawn of a pin that bears a number. */
function numberedFace(number, isHollow) {
  const face = `map-pin__face${isHollow ? " map-pin__face--example" : ""}`;
  const text = svgElement("text", { y: -16 });
  text.textContent = number;
  const box = { x: -SIDE / 2, y: -SIDE, width: SIDE, height: SIDE };
  const hit = svgElement("rect", { class: "map-pin__hit", ...box });
  return [hit, svgElement("use", { class: face, href: "#pin" }), text];
}

/** Return what is drawn of a dot. */
function dotFace() {
  const hit = svgElement("circle", { class: "map-pin__hit", r: REACH });
  return [hit, svgElement("circle", { class: "map-pin__face", r: 6 })];
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
    const isAside = Boolean(x || y);
    if (isAside) this.link.setAttribute("transform", `translate(${x} ${y})`);
    else this.link.removeAttribute("transform");
    this.face.setAttribute("href", isAside ? "#body" : "#pin");
  }

  get face() {
    return this.link.querySelector(".map-pin__face");
  }

  /** Return the tail of a pin that stands aside: from its middle to where its place is. */
  tail({ x, y }) {
    const nest = this.link.parentNode;
    const at = { x: nest.getAttribute("x"), y: nest.getAttribute("y") };
    const kind = this.face.classList.contains("map-pin__face--example") ? " map-tail--example" : "";
    const tail = svgElement("svg", { class: `map-tail${kind}`, ...at });
    tail.append(svgElement("path", { d: tailPath(x, y - FACE) }));
    return tail;
  }

  /** Return how far, in pixels, a point of the window is from the middle of the pin. */
  distance(x, y) {
    const face = this.face.getBoundingClientRect();
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
    for (const old of this.svg.querySelectorAll(".map-tail, .map-dot--more")) old.remove();
    for (const more of this.svg.querySelectorAll(".map-more")) more.classList.remove("map-more");
    const [size, corner] = [this.size(), this.corner()];
    const numbered = this.pins.filter(({ isDot }) => !isDot);
    const places = numbered.map((pin) => pin.place(size).add(corner));
    const tails = [];
    for (const [index, shift] of shifts(places, this.view(), this.taken()).entries()) {
      numbered[index].standAside(shift);
      if (shift.x || shift.y) tails.push(numbered[index].tail(shift));
    }
    this.svg.querySelector("defs").after(...tails);
    this.hideCovered();
  }

  /** A dot under a pin is not seen, until somebody zooms. */
  hideCovered() {
    const size = this.size();
    const tips = this.pins
      .filter(({ isDot }) => !isDot)
      .map((pin) => pin.place(size).add(pin.shift));
    for (const dot of this.pins.filter(({ isDot }) => isDot)) {
      const { x, y } = dot.place(size);
      const isCovered = tips.some(
        (tip) => Math.abs(x - tip.x) < FACE && Math.abs(y - tip.y + FACE) < FACE,
      );
      dot.link.setAttribute("visibility", isCovered ? "hidden" : "visible");
    }
  }

  /** Return the boxes in which no pin may have its tip: around what says where somebody is. */
  taken() {
    const you = this.svg.querySelector(".map-you");
    if (!you) return [];
    const place = placeOf(you, this.size()).add(this.corner());
    return [L.bounds(YOU.map((away) => place.add(away)))];
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
    if (space.tag) box.append(element("p", "tag", space.tag));
    box.append(element("p", `status status--${space.kind}`, space.hours), details, close);
    return box;
  }
}

/** Return the path of a tail from a place to the middle of its pin, as the page draws it. */
function tailPath(x, y) {
  const long = Math.hypot(x, y);
  const [aside, down] = [(-y / long) * TAIL, (x / long) * TAIL];
  const written = [x + aside, y + down, x - aside, y - down].map((value) => value.toFixed(1));
  return `M0 0L${written.join(" ")}z`;
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
