// Leaflet as the site serves it, and the map's section, on a page outside a browser.

import { createRequire } from "node:module";
import { lend, open } from "./page.js";

const require = createRequire(import.meta.url);
const LEAFLET = require.resolve("leaflet");
const SIZE = { width: 800, height: 600 }; // pixels

export const SECTION = `
  <section data-dps-map hidden data-points="/points" data-outlines="/outlines" data-leaflet="/leaflet.js"
           data-leaflet-css="/leaflet.css" data-style="/map.css">
    <button type="button" data-dps-search-area hidden>Search this area</button>
    <div data-dps-zoom hidden>
      <button type="button" data-dps-zoom-by="1">+</button>
      <button type="button" data-dps-zoom-by="-1">−</button>
    </div>
    <div data-dps-canvas></div>
    <p data-dps-map-hint hidden>Use two fingers.</p>
    <p data-dps-map-key hidden>Example</p>
    <p data-dps-map-status data-loading="Loading…" data-failed="It does not load."></p>
    <template data-dps-words data-invented="Invented" data-close="Close" data-details="See"></template>
  </section>`;

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
