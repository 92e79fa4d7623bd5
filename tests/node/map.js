// Leaflet as the site serves it, and the map's section, on a page outside a browser.

import { createRequire } from "node:module";
import { lend, open } from "./page.js";

const require = createRequire(import.meta.url);
const LEAFLET = require.resolve("leaflet");
const SIZE = { width: 800, height: 600 }; // pixels

export const BOUNDS = [
  [50.82, 4.3],
  [50.88, 4.4],
]; // what the picture of the section shows: south-west, north-east

/** Return a pin as the page is sent with it. */
export function pin(number, [x, y], { shift, isHollow = false, label = "" } = {}) {
  const moved = shift ? ` transform="translate(${shift.join(" ")})"` : "";
  const face = `map-pin__face${isHollow ? " map-pin__face--example" : ""}`;
  const says = label || `${number}. Place ${number}. Open now.`;
  return `
    <svg x="${x}%" y="${y}%"><a class="map-pin" href="#place-${number}" data-dps-pin="place-${number}"
      aria-label="${says}"${moved}><use class="map-pin__hit"/><use class="${face}"/><text>${number}</text></a></svg>`;
}

/** Return the map's section, with these pins. */
export function mapSection(
  pins = "",
  { points = "/points", tiles = "/tiles/{z}/{x}/{y}.svg" } = {},
) {
  return `
  <section id="map" data-dps-map data-bounds="4.3,50.82,4.4,50.88" data-zoom="13" data-width="640"
           data-points="${points}" data-tiles="${tiles}" data-attribution="" data-leaflet="/leaflet.js"
           data-leaflet-css="/leaflet.css" data-style="/map.css">
    <div data-dps-canvas>
      <picture><img src="/map.svg" data-dps-ground></picture>
      <svg data-dps-pins style="width: 800px; height: 600px"><defs></defs>
        <circle class="map-dot" cx="50%" cy="50%" r="5"/>${pins}</svg>
    </div>
    <button type="button" data-dps-search-area hidden>Search this area</button>
    <p data-dps-map-hint hidden>Use two fingers.</p>
    <p data-dps-map-status data-failed="It does not move."></p>
    <nav data-dps-moves>
      <a href="?in" data-dps-move="in">+</a><a href="?out" data-dps-move="out">−</a>
      <a href="?east" data-dps-move="east">→</a>
    </nav>
    <template data-dps-words data-invented="The point is an example." data-close="Close" data-details="See"></template>
  </section>`;
}

/** Open a page where Leaflet is loaded; every element is as large as the map, as no layout is done. */
export function openWithLeaflet(t, body, options) {
  const window = open(t, body, options);
  for (const [name, pixels] of [
    ["clientWidth", SIZE.width],
    ["clientHeight", SIZE.height],
  ]) {
    Object.defineProperty(window.HTMLElement.prototype, name, { get: () => pixels });
  }
  delete require.cache[LEAFLET]; // it remembers the window that it was loaded in
  lend(t, { L: require(LEAFLET) });
  return window;
}

/** Return a place for the map, as the site's GeoJSON has it. */
export function place(number, latitude, longitude, properties = {}) {
  const [slug, url] = [`place-${number}`, `/en/spaces/place-${number}/`];
  const known = { number, slug, url, name: `Place ${number}`, hours: "Open now", kind: "open" };
  const real = { sample: false, sample_location: false };
  return {
    properties: { ...known, ...real, metres: null, ...properties },
    geometry: { type: "Point", coordinates: [longitude, latitude] },
  };
}
