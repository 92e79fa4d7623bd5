// The map of the results, once it moves: Leaflet takes the picture and the pins over as they stand,
// in the same frame. `L` is Leaflet.

import { layTiles } from "./map-ground.js";
import { takePins } from "./map-pins.js";

const ROAM = [
  [50.5, 3.8],
  [51.2, 4.95],
]; // how far from Brussels the map can be moved
const DECIMALS = 4; // of a degree, about 10 metres
const STEP = 0.5; // of the frame, by which a button moves it
const WAYS = { west: [-STEP, 0], east: [STEP, 0], north: [0, -STEP], south: [0, STEP] };

/** Let the map of a section move; `others` is a promise of the places that the page does not list. */
export function takeOver(section, others) {
  const canvas = section.querySelector("[data-dps-canvas]");
  const words = section.querySelector("[data-dps-words]").dataset;
  const bounds = boxOf(section.dataset.bounds);
  const [picture, pins] = ["ground", "pins"].map((part) =>
    canvas.querySelector(`[data-dps-${part}]`),
  );
  const focused = document.activeElement; // it is about to be moved
  const map = makeMap(canvas);
  const show = () => showFrame(map, section.dataset, bounds);
  show();
  map.on("resize", show); // a phone that is turned
  picture.src = picture.currentSrc || picture.src; // a phone's own
  L.imageOverlay(picture, bounds, { pane: "tilePane", zIndex: 0 }).addTo(map);
  L.svgOverlay(pins, bounds, { pane: "markerPane" }).addTo(map);
  takePins(map, pins, { bounds, words, others });
  if (pins.contains(focused)) focused.focus({ preventScroll: true });
  const ground = once(() => layTiles(map, section.dataset));
  if (!section.dataset.tiles.startsWith("/")) {
    section.classList.add("map--others-tiles");
    ground();
  }

  const offer = offerArea(map, section.querySelector("[data-dps-search-area]"));
  const onMove = () => {
    map.off("resize", show);
    map.once("moveend", ground);
    offer();
  };
  map.on("dragstart", ground); // what comes into sight is soon wanted
  takeButtons(map, section.querySelector("[data-dps-moves]"), onMove);
  import("./map-gestures.js").then(({ shareGestures }) => shareGestures(map, section, onMove));
}

function makeMap(canvas) {
  const moves = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(canvas, {
    attributionControl: false,
    zoomControl: false,
    dragging: false, // until it is known whose finger it is
    scrollWheelZoom: false,
    zoomSnap: 0, // the frame is as wide as its place on the page
    minZoom: 9.5,
    maxZoom: 19,
    maxBounds: ROAM,
    inertia: moves,
    fadeAnimation: false, // the picture is there
    zoomAnimation: moves,
    markerZoomAnimation: moves,
  });
  if (!moves) {
    map.panBy = (offset, options) =>
      L.Map.prototype.panBy.call(map, offset, { ...options, animate: false });
  }
  L.control.attribution({ prefix: false }).addTo(map);
  return map;
}

/** Show what the picture showed, as large as it was drawn. */
function showFrame(map, { zoom, width }, [southWest, northEast]) {
  const corners = [southWest, northEast].map((corner) => map.project(corner, 0));
  const middle = map.unproject(corners[0].add(corners[1]).divideBy(2), 0);
  const scale = map.getSize().x / Number(width);
  map.setView(middle, Number(zoom) + Math.log2(scale), { animate: false });
}

function boxOf(text) {
  const [west, south, east, north] = text.split(",").map(Number);
  return [
    [south, west],
    [north, east],
  ];
}

/** Let the links that lead to other parts of the map move it instead. */
function takeButtons(map, nav, onMove) {
  const buttons = [...nav.querySelectorAll("[data-dps-move]")];
  const zooms = { in: 1, out: -1 };
  const refresh = () => {
    for (const button of buttons) {
      const next = map.getZoom() + (zooms[button.dataset.dpsMove] ?? 0);
      button.setAttribute(
        "aria-disabled",
        String(next < map.getMinZoom() || next > map.getMaxZoom()),
      );
    }
  };
  for (const button of buttons) {
    const { dpsMove: way } = button.dataset;
    button.setAttribute("role", "button");
    button.addEventListener("click", (event) => {
      event.preventDefault();
      onMove();
      if (way in zooms) map.setZoom(map.getZoom() + zooms[way]);
      else map.panBy(map.getSize().scaleBy(L.point(WAYS[way])));
    });
    button.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      button.click();
    });
  }
  map.on("zoomend", refresh);
  refresh();
}

/**
 * Offer to search the part that is shown, once the visitor, not the page, has moved the map.
 * Return the function to call when it is the visitor who moves it.
 */
function offerArea(map, button) {
  let isMovedByVisitor = false;
  map.on("moveend", () => {
    if (isMovedByVisitor) button.hidden = false;
  });
  button.addEventListener("click", () => {
    const address = new URL(location.href);
    address.hash = "map";
    address.searchParams.delete("page");
    address.searchParams.set("bbox", boxText(map.getBounds()));
    location.assign(address);
  });
  return () => {
    isMovedByVisitor = true;
  };
}

/** Return “west,south,east,north”, rounded inwards, so that the same box fits the same map. */
function boxText(bounds) {
  const scale = 10 ** DECIMALS;
  const up = (degrees) => Math.ceil(degrees * scale) / scale;
  const down = (degrees) => Math.floor(degrees * scale) / scale;
  const edges = [
    up(bounds.getWest()),
    up(bounds.getSouth()),
    down(bounds.getEast()),
    down(bounds.getNorth()),
  ];
  return edges.map((edge) => edge.toFixed(DECIMALS)).join(",");
}

function once(action) {
  let done = false;
  return () => {
    if (!done) action();
    done = true;
  };
}
