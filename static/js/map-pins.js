// The pins: numbered like the list, each a button with a popup, each tied to its entry.

const ABOVE_ALL = 100_000_000; // an offset of z-index
const REACH = 22; // pixels around a pin's middle in which a tap still means it
const [APART, ABOVE] = [36, 34]; // pixels between pins side by side, and one above the other
const STEP = 8; // pixels, the finest by which a pin stands aside
const MOST = 2000; // spots that are tried: as far as 350 pixels
const WIDEST = 272; // pixels of a popup
const BESIDE = "(min-width: 60rem)"; // where the list stands beside the map

/** Put a pin for each feature on the map, and tie it to the entry of the list, if there is one. */
export function addPins(map, features, words) {
  const entries = new Map(
    [...document.querySelectorAll(".result[data-dps-space]")].map((e) => [e.dataset.dpsSpace, e]),
  );
  const board = new Board(map, words);
  features.forEach((feature, index) => {
    const entry = entries.get(feature.properties.slug);
    board.add(new Pin(feature, { entry, words, rank: features.length - index }));
  });
  board.spread();
}

/**
 * Return by how many pixels each pin stands aside so that every one can be hit; the first stay.
 * One whose place is in view stays in view.
 */
function shifts(points, view) {
  const taken = [];
  const isFree = ({ x, y }) =>
    !taken.some((other) => Math.abs(other.x - x) < APART && Math.abs(other.y - y) < ABOVE);
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
  constructor({ properties, geometry }, { entry, words, rank }) {
    this.space = properties;
    this.entry = entry;
    this.shift = L.point(0, 0);
    this.resting = rank * 10_000; // more than a map is high: lower numbers lie above
    this.button = this.makeButton(words);
    const [longitude, latitude] = geometry.coordinates;
    this.marker = L.marker([latitude, longitude], {
      icon: L.divIcon({ className: "map-pin", html: this.button, iconSize: null }),
      keyboard: false, // the button is
      zIndexOffset: this.resting,
    });
  }

  makeButton({ invented }) {
    const { number, name, hours, sample_location: isInvented } = this.space;
    const face = document.createElement("span");
    face.className = `map-pin__face${isInvented ? " map-pin__face--example" : ""}`;
    face.textContent = number;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "map-pin__button";
    const parts = [`${number}. ${name}`, this.isPointInvented ? invented : "", hours];
    button.setAttribute("aria-label", parts.filter(Boolean).map(asSentence).join(" "));
    button.setAttribute("aria-haspopup", "dialog");
    button.dataset.dpsPin = this.space.slug;
    button.append(face);
    return button;
  }

  /** Of an invented place the hours say that it is an example; of a real one the point has to. */
  get isPointInvented() {
    return this.space.sample_location && !this.space.sample;
  }

  light(isLit) {
    this.button.classList.toggle("map-pin__button--lit", isLit);
    this.marker.setZIndexOffset(isLit ? ABOVE_ALL : this.resting);
  }

  /** Stand aside by so many pixels. */
  standAside(shift) {
    this.shift = shift;
    const { style } = this.marker.getElement();
    [style.marginLeft, style.marginTop] = [`${shift.x}px`, `${shift.y}px`];
  }

  /** Return how far, in pixels, a point of the window is from the middle of the pin. */
  distance(x, y) {
    const { left, top, width, height } = this.button.firstChild.getBoundingClientRect();
    return Math.hypot(left + width / 2 - x, top + height / 2 - y);
  }
}

/** All pins of a map: which one is chosen, which one is pointed at. */
class Board {
  constructor(map, words) {
    this.map = map;
    this.words = words;
    this.pins = [];
    this.chosen = null;
    this.popup = L.popup({
      className: "map-popup",
      closeButton: false,
      minWidth: 200,
      autoPanPadding: [12, 12],
    });
    this.lines = L.layerGroup().addTo(map);
    map.on("zoomend", () => this.spread());
    map.on("click", ({ originalEvent }) => this.chooseNear(originalEvent));
    map.on("popupclose", () => this.letGo());
    map.getContainer().addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.chosen) this.close();
    });
  }

  add(pin) {
    this.pins.push(pin);
    pin.marker.addTo(this.map);
    pin.marker.on("click", () => this.choose(pin));
    const point = (isOn) => () => pin.light(isOn || pin === this.chosen);
    for (const [part, on, off] of [
      [pin.button.firstChild, "pointerenter", "pointerleave"],
      [pin.button, "focus", "blur"],
      [pin.entry, "pointerenter", "pointerleave"],
      [pin.entry, "focusin", "focusout"],
    ]) {
      part?.addEventListener(on, point(true));
      part?.addEventListener(off, point(false));
    }
    pin.button.addEventListener("focus", () => this.bringIn(pin));
    pin.entry?.addEventListener("click", (event) => {
      if (event.target.closest("a, button")) return;
      this.map.closePopup(this.popup);
      this.mark(pin);
    });
  }

  /** Let no pin lie on another; a line leads from one that stands aside to where its place is. */
  spread() {
    const points = this.pins.map(({ marker }) => this.map.latLngToLayerPoint(marker.getLatLng()));
    this.lines.clearLayers();
    shifts(points, this.view()).forEach((shift, index) => {
      this.pins[index].standAside(shift);
      if (!shift.x && !shift.y) return;
      const ends = [points[index], points[index].add(shift)];
      const line = ends.map((point) => this.map.layerPointToLatLng(point));
      L.polyline(line, { className: "map-line", interactive: false }).addTo(this.lines);
    });
  }

  /** Return the part of the map in which the point of a pin may lie that is seen whole. */
  view() {
    const corners = [L.point(REACH, 2 * REACH), this.map.getSize().subtract([REACH, 0])];
    return L.bounds(corners.map((corner) => this.map.containerPointToLayerPoint(corner)));
  }

  /** Move the map as little as it takes to see the pin. */
  bringIn(pin) {
    if (!pin.button.matches(":focus-visible")) return; // under a mouse it would move away
    const spot = this.map.latLngToLayerPoint(pin.marker.getLatLng()).add(pin.shift);
    this.map.panInside(this.map.layerPointToLatLng(spot), { padding: [40, 64] });
  }

  /** Open a pin's popup and take the focus there. */
  choose(pin) {
    this.mark(pin);
    const { options } = this.popup;
    options.offset = pin.shift.subtract([0, pin.button.firstChild.offsetHeight]);
    options.maxWidth = Math.min(WIDEST, this.map.getSize().x - 32);
    this.popup.setLatLng(pin.marker.getLatLng()).setContent(this.content(pin)).openOn(this.map);
    this.popup.getElement().querySelector("a").focus({ preventScroll: true });
  }

  /** A fingertip is wider than a pin: take the nearest within reach. */
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
    chosen.light(document.activeElement === chosen.button);
    if (chosen.entry) delete chosen.entry.dataset.current;
  }

  close() {
    const { button } = this.chosen;
    this.map.closePopup(this.popup);
    this.letGo();
    button.focus({ preventScroll: true });
  }

  content({ space, isPointInvented }) {
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
    if (isPointInvented) box.append(element("p", "tag", this.words.invented));
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

function asSentence(text) {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
