import assert from "node:assert/strict";
import { test } from "node:test";
import { BOUNDS, mapSection, openWithLeaflet, pin } from "../node/map.js";
import { fire, lend, run, settle } from "../node/page.js";

const RESULTS = "https://spaces.example/en/spaces/";
const PINS = pin(1, [20, 30]) + pin(2, [70, 60]);

/** Open the results, and let the map of its section move. */
async function visit(t, { url = RESULTS, ...settings } = {}) {
  const { document } = openWithLeaflet(t, mapSection(PINS, settings), { url });
  lend(t, { matchMedia: () => ({ matches: true }) }); // nothing moves by itself
  lend(t, { location: { href: url, search: new URL(url).search, assign: t.mock.fn() } });
  const made = t.mock.method(L, "map");
  const { takeOver } = await run("map");
  takeOver(document.querySelector("section"), Promise.resolve(null));
  await import("../../static/js/map-gestures.js");
  await settle();
  const map = made.mock.calls[0].result;
  const layers = () => Object.values(map._layers); // Leaflet's way to list them, each one told
  return {
    area: document.querySelector("[data-dps-search-area]"),
    document,
    map,
    moves: (name) => document.querySelector(`[data-dps-move=${name}]`),
    tiles: () => layers().filter((layer) => layer instanceof L.TileLayer).length,
    went: () => globalThis.location.assign.mock.calls.map((call) => new URL(call.arguments[0])),
  };
}

test("map takes the picture over in the same frame, as large as it was drawn", async (t) => {
  const { document, map } = await visit(t);
  const [left, right] = BOUNDS.map((corner) => map.latLngToContainerPoint(corner).x);

  const middle = map.getCenter();

  assert.equal(map.getZoom(), 13); // outside a browser Leaflet knows whole zooms alone
  assert.ok(Math.abs((left + right) / 2 - 400) < 1);
  assert.ok(L.latLngBounds(BOUNDS).contains(middle));
  assert.ok(document.querySelector(".leaflet-tile-pane [data-dps-ground]"));
  assert.ok(document.querySelector(".leaflet-marker-pane [data-dps-pins]"));
});

test("map asks for tiles when it has moved, and not before", async (t) => {
  const { moves, tiles } = await visit(t);

  const before = tiles();
  fire(moves("east"), "click");

  assert.equal(before, 0);
  assert.equal(tiles(), 1);
});

test("map takes another server's tiles at once: its picture is not theirs", async (t) => {
  const { tiles } = await visit(t, { tiles: "https://tiles.example/{z}/{x}/{y}.png" });

  assert.equal(tiles(), 1);
});

test("map offers to search a part once the visitor, not the page, has moved it", async (t) => {
  const { area, map, moves } = await visit(t);

  map.panBy([50, 0], { animate: false });
  const before = area.hidden;
  fire(moves("in"), "click");

  assert.equal(before, true);
  assert.equal(area.hidden, false);
});

test("map searches the part that is shown, from its first page on, rounded inwards", async (t) => {
  const url = `${RESULTS}?need=email&page=3&bbox=4.3,50.8,4.4,50.9#places`;
  const { area, map, went } = await visit(t, { url });
  const bounds = L.latLngBounds([50.812_34, 4.312_31], [50.887_69, 4.412_39]);
  t.mock.method(map, "getBounds", () => bounds);

  fire(area, "click");

  const [address] = went();
  assert.equal(address.hash, "#map");
  assert.deepEqual(
    [...address.searchParams],
    [
      ["need", "email"],
      ["bbox", "4.3124,50.8124,4.4123,50.8876"],
    ],
  );
});

test("map's links move it instead of leading away, by keyboard too", async (t) => {
  const { map, moves } = await visit(t);
  const before = map.getCenter();

  const event = fire(moves("east"), "click");
  const after = map.getCenter();
  const zoom = map.getZoom();
  fire(moves("in"), "keydown", { key: " " });

  assert.equal(event.defaultPrevented, true);
  assert.ok(after.lng > before.lng);
  assert.ok(map.getZoom() > zoom);
  assert.equal(moves("in").getAttribute("role"), "button");
});

test("map says when it can be zoomed no further", async (t) => {
  const { map, moves } = await visit(t);
  const isOff = () => ["in", "out"].map((name) => moves(name).getAttribute("aria-disabled"));

  const states = [10, 15, 19].map((level) => {
    map.setZoom(level, { animate: false });
    return isOff();
  });

  assert.deepEqual(states, [
    ["false", "true"],
    ["false", "false"],
    ["true", "false"],
  ]);
});
