// What lies under the pins: tiles, ours or another server's.

const PATIENCE = 8; // tiles that may fail, none having come, before we ask for no more
const OURS = "/"; // how the address of our own tiles begins
const DRAWN = [
  [50.7365, 4.2188],
  [50.9584, 4.5703],
]; // what our tiles show: the tile at zoom 10 that holds the Region
const CLOSEST = 18; // zoom of our tiles

/** Lay tiles; whatever of them fails to load, fails silently. Return Leaflet's layer. */
export function layTiles(map, { tiles, attribution }) {
  const layer = L.tileLayer(tiles, {
    attribution,
    maxZoom: map.getMaxZoom(),
    referrerPolicy: "strict-origin-when-cross-origin", // some hosts refuse what names no site
    ...(tiles.startsWith(OURS) ? { bounds: DRAWN, maxNativeZoom: CLOSEST } : {}),
  });
  let come = 0;
  let failed = 0;
  layer.on("tileload", () => {
    come += 1;
  });
  layer.on("tileerror", () => {
    failed += 1;
    if (come === 0 && failed >= PATIENCE) layer.remove();
  });
  return layer.addTo(map);
}
