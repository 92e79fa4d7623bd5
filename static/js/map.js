// The map of the results: Leaflet's, with our ground, pins and manners. `L` is Leaflet.

import { addPins } from "./map-pins.js";

const REGION = [
  [50.76, 4.24],
  [50.92, 4.49],
]; // south-west, north-east
const ROAM = [
  [50.5, 3.8],
  [51.2, 4.95],
]; // how far from Brussels the map can be moved
const NEAREST = 10; // places shown at first, where it is known what is near
const ALONE = 13; // the closest zoom for one place: its surroundings are in sight
const AROUND = { paddingTopLeft: [16, 56], paddingBottomRight: [16, 16], maxZoom: 16 }; // pixels
const DECIMALS = 4; // of a degree, about 10 metres

/** Draw the map in its section: first the pins, then the rest; `outlines` is a promise. */
export function drawMap(section, features, outlines) {
  const words = section.querySelector("[data-dps-words]").dataset;
  const map = makeMap(section.querySelector("[data-dps-canvas]"));
  const show = () => showWhatMatters(map, features);
  show();
  map.on("resize", show); // a phone that is turned
  addPins(map, features, words);
  performance.mark("dps-markers");

  const hasExamples = features.some((feature) => feature.properties.sample_location);
  section.querySelector("[data-dps-map-key]").hidden = !hasExamples;
  const offer = offerArea(map, section.querySelector("[data-dps-search-area]"));
  const onMove = () => {
    map.off("resize", show);
    offer();
  };
  offerZoom(map, section.querySelector("[data-dps-zoom]"), onMove);
  import("./map-gestures.js").then(({ shareGestures }) => shareGestures(map, section, onMove));
  import("./map-ground.js").then(({ drawGround }) => drawGround(map, outlines, section.dataset));
}

function makeMap(canvas) {
  const moves = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(canvas, {
    attributionControl: false,
    zoomControl: false,
    dragging: false, // until it is known whose finger it is
    scrollWheelZoom: false,
    minZoom: 10,
    maxZoom: 19,
    maxBounds: ROAM,
    inertia: moves,
    fadeAnimation: moves,
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

/** Show the asked part of the map, else the nearest places, else all, else the Region. */
function showWhatMatters(map, features) {
  const asked = boxOf(new URLSearchParams(location.search).get("bbox"));
  if (asked) {
    map.fitBounds(asked, { animate: false });
    return;
  }
  const far = (feature) => feature.properties.metres ?? Infinity;
  const isNearKnown = features.some((feature) => feature.properties.metres !== null);
  const shown = isNearKnown
    ? [...features].sort((one, other) => far(one) - far(other)).slice(0, NEAREST)
    : features;
  const points = shown.map(({ geometry: { coordinates } }) => [coordinates[1], coordinates[0]]);
  const view = { ...AROUND, animate: false };
  if (points.length === 1) view.maxZoom = ALONE;
  map.fitBounds(points.length > 0 ? points : REGION, view);
}

function boxOf(text) {
  const edges = (text ?? "").split(",").map(Number);
  if (!text || edges.length !== 4 || !edges.every(Number.isFinite)) return null;
  const [west, south, east, north] = edges;
  return [
    [south, west],
    [north, east],
  ];
}

function offerZoom(map, zoom, onMove) {
  const buttons = [...zoom.querySelectorAll("[data-dps-zoom-by]")];
  const by = (button) => Number(button.dataset.dpsZoomBy);
  const refresh = () => {
    for (const button of buttons) {
      const next = map.getZoom() + by(button);
      button.setAttribute(
        "aria-disabled",
        String(next < map.getMinZoom() || next > map.getMaxZoom()),
      );
    }
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      onMove();
      map.setZoom(map.getZoom() + by(button));
    });
  }
  map.on("zoomend", refresh);
  refresh();
  zoom.hidden = false;
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
    address.hash = "";
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
