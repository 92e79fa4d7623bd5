// The map beside a form's latitude and longitude: its point is dragged, put by a click, or moved
// with the arrow keys. The two inputs stay what is sent, and work without any of this. `L` is
// Leaflet.

import { layTiles } from "./map-ground.js";
import { findFromAddress } from "./point-address.js";

const STEP = [0.00005, 0.00007]; // degrees of latitude and longitude: about 5 metres each
const BIG = 10; // steps at once, with Shift
const DECIMALS = 5; // of a degree, about a metre
const NEAR = 17; // zoom at which one sees the doors
const MOVES = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

class PointPicker {
  constructor(root, settings) {
    this.inputs = ["latitude", "longitude"].map((name) => document.querySelector(`#id_${name}`));
    if (this.inputs.includes(null)) return; // the reader may not change the point
    this.root = root;
    this.settings = settings;
    this.find("without").hidden = true;
    this.find("with").hidden = false;
    this.map = this.makeMap();
    this.marker = this.makeMarker();
    for (const input of this.inputs) input.addEventListener("input", () => this.read());
    this.find("place").addEventListener("click", () => this.write(this.map.getCenter(), true));
    this.find("remove").hidden = this.inputs[0].required;
    this.find("remove").addEventListener("click", () => this.clear());
    findFromAddress(root, settings, (point) => this.show(point));
    this.read();
    if (this.point) this.map.setView(this.point, NEAR);
  }

  find(part) {
    return this.root.querySelector(`[data-dps-${part}]`);
  }

  makeMap() {
    const { region, words } = this.settings;
    const moves = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    const canvas = this.find("map");
    canvas.setAttribute("role", "group");
    canvas.setAttribute("aria-label", words.map);
    const map = L.map(canvas, {
      attributionControl: false,
      zoomControl: false,
      scrollWheelZoom: false, // the page scrolls
      minZoom: 10,
      maxZoom: 19,
      inertia: moves,
      fadeAnimation: moves,
      zoomAnimation: moves,
      markerZoomAnimation: moves,
    });
    L.control.attribution({ prefix: false }).addTo(map);
    L.control.zoom({ zoomInTitle: words.zoom_in, zoomOutTitle: words.zoom_out }).addTo(map);
    map.fitBounds(region);
    map.on("click", ({ latlng }) => this.write(latlng));
    if (this.settings.tiles) layTiles(map, this.settings);
    return map;
  }

  makeMarker() {
    const icon = L.divIcon({ className: "point-picker__point", iconSize: [44, 44] });
    const marker = L.marker([0, 0], { icon, draggable: true, autoPan: true });
    marker.on("drag", () => this.write(marker.getLatLng()));
    marker.on("add", () => {
      const element = marker.getElement();
      element.setAttribute("aria-label", this.settings.words.point);
      element.addEventListener("keydown", (event) => this.step(event));
    });
    return marker;
  }

  /** Return the point that the inputs hold, null where they hold none. */
  get point() {
    const texts = this.inputs.map((input) => input.value.trim().replace(",", "."));
    const numbers = texts.map(Number);
    const isPoint = texts.every(Boolean) && numbers.every(Number.isFinite);
    return isPoint && Math.abs(numbers[0]) <= 85 ? L.latLng(numbers) : null;
  }

  /** Show on the map what the inputs hold. */
  read() {
    const { point, map, marker } = this;
    this.note();
    if (!point) {
      marker.remove();
      return;
    }
    marker.setLatLng(point).addTo(map);
    map.panInside(point, { padding: [40, 40] });
  }

  /** Put a point into the inputs, and show it. */
  write({ lat, lng }, takesFocus = false) {
    [lat, lng].forEach((degrees, index) => {
      this.inputs[index].value = degrees.toFixed(DECIMALS);
    });
    this.read();
    if (takesFocus) this.marker.getElement().focus();
  }

  /** Put a point that was found, and go near it. */
  show(point) {
    this.write(point);
    this.map.setView(this.point, NEAR);
  }

  clear() {
    for (const input of this.inputs) input.value = "";
    this.read();
    this.find("place").focus();
  }

  /** Move the point as an arrow key says; leave every other key alone. */
  step(event) {
    const move = MOVES[event.key];
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const times = event.shiftKey ? BIG : 1;
    const { lat, lng } = this.marker.getLatLng();
    this.write({ lat: lat + move[0] * STEP[0] * times, lng: lng + move[1] * STEP[1] * times });
  }

  /** Say that the point is outside the Region, while it is. */
  note() {
    const note = this.find("note");
    const { point } = this;
    const isOutside = point && !L.latLngBounds(this.settings.region).contains(point);
    const words = isOutside ? note.dataset.dpsOutside : "";
    if (note.textContent !== words) note.textContent = words;
  }
}

for (const root of document.querySelectorAll("[data-dps-point-picker]")) {
  const settings = JSON.parse(document.querySelector("#point-picker-settings").textContent);
  new PointPicker(root, settings);
}
