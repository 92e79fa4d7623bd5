// The pins: numbered like the list, each a button with a popup, each tied to its entry.

const ABOVE_ALL = 100_000_000; // an offset of z-index
const REACH = 22; // pixels around a pin's middle in which a tap still means it
const SPREAD = 24; // pixels between pins of one point
const SAME = 4; // decimals of a degree that two pins of one point share: about 10 metres
const WIDEST = 272; // pixels of a popup
const BESIDE = "(min-width: 60rem)"; // where the list stands beside the map

/** Put a pin for each feature on the map, and tie it to the entry of the list, if there is one. */
export function addPins(map, features, words) {
  const entries = new Map(
    [...document.querySelectorAll(".result[data-dps-space]")].map((e) => [e.dataset.dpsSpace, e]),
  );
  const board = new Board(map, words);
  const crowds = new Map();
  features.forEach((feature, index) => {
    const place = feature.geometry.coordinates.map((degrees) => degrees.toFixed(SAME)).join();
    const earlier = crowds.get(place) ?? 0;
    crowds.set(place, earlier + 1);
    const entry = entries.get(feature.properties.slug);
    board.add(new Pin(feature, { entry, words, shift: spiral(earlier), rank: features.length - index }));
  });
}

/** Return by how many pixels the nth pin of one point stands aside. */
function spiral(nth) {
  const angle = nth * 2.4; // radians: the golden angle
  const far = SPREAD * Math.sqrt(nth);
  return [Math.round(far * Math.cos(angle)), Math.round(far * Math.sin(angle))];
}

class Pin {
  constructor({ properties, geometry }, { entry, words, shift, rank }) {
    this.space = properties;
    this.entry = entry;
    this.shift = shift;
    this.resting = rank * 10_000; // more than a map is high: lower numbers lie above
    this.button = this.makeButton(words);
    const [longitude, latitude] = geometry.coordinates;
    this.marker = L.marker([latitude, longitude], {
      icon: L.divIcon({
        className: "map-pin",
        html: this.button,
        iconSize: null,
        iconAnchor: shift.map((pixels) => -pixels),
      }),
      keyboard: false, // the button is
      zIndexOffset: this.resting,
    });
  }

  makeButton({ example }) {
    const { number, name, hours, sample } = this.space;
    const face = document.createElement("span");
    face.className = `map-pin__face${sample ? " map-pin__face--example" : ""}`;
    face.textContent = number;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "map-pin__button";
    const parts = [`${number}. ${name}`, sample ? example : "", hours].filter(Boolean);
    button.setAttribute("aria-label", parts.map(asSentence).join(" "));
    button.setAttribute("aria-haspopup", "dialog");
    button.dataset.dpsPin = this.space.slug;
    button.append(face);
    return button;
  }

  light(isLit) {
    this.button.classList.toggle("map-pin__button--lit", isLit);
    this.marker.setZIndexOffset(isLit ? ABOVE_ALL : this.resting);
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
      autoPanPaddingTopLeft: [12, 12],
      autoPanPaddingBottomRight: [12, 160], // clear of the zoom buttons
    });
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
    for (const [element, on, off] of [
      [pin.button.firstChild, "pointerenter", "pointerleave"],
      [pin.button, "focus", "blur"],
      [pin.entry, "pointerenter", "pointerleave"],
      [pin.entry, "focusin", "focusout"],
    ]) {
      element?.addEventListener(on, point(true));
      element?.addEventListener(off, point(false));
    }
    pin.button.addEventListener("focus", () => this.bringIn(pin));
    pin.entry?.addEventListener("click", (event) => {
      if (event.target.closest("a, button")) return;
      this.map.closePopup(this.popup);
      this.mark(pin);
    });
  }

  /** Move the map as little as it takes to see the pin. */
  bringIn(pin) {
    if (!pin.button.matches(":focus-visible")) return; // under a mouse it would move away
    this.map.panInside(pin.marker.getLatLng(), { padding: [40, 64] });
  }

  /** Open a pin's popup and take the focus there. */
  choose(pin) {
    this.mark(pin);
    const { options } = this.popup;
    const [right, down] = pin.shift;
    options.offset = L.point(right, down - pin.button.firstChild.offsetHeight);
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
    if (space.sample) box.append(element("p", "tag", this.words.example));
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
