import assert from "node:assert/strict";
import { test } from "node:test";
import { openWithLeaflet, place, SECTION } from "../node/map.js";
import { fire, lend, run, settle } from "../node/page.js";

const LATER = ["map-gestures", "map-ground"]; // what it loads once the pins are there
const RESULTS = "https://spaces.example/en/spaces/";

/** Open the results with these places on the map. */
async function visit(t, places, { url = RESULTS } = {}) {
  const { document } = openWithLeaflet(t, SECTION, { url });
  lend(t, { location: { href: url, search: new URL(url).search, assign: t.mock.fn() } });
  const map = t.mock.method(L, "map");
  const { drawMap } = await run("map");
  drawMap(document.querySelector("section"), places, Promise.resolve(null));
  await Promise.all(LATER.map((name) => import(`../../static/js/${name}.js`)));
  await settle();
  const part = (name) => document.querySelector(`[data-dps-${name}]`);
  return {
    area: part("search-area"),
    key: part("map-key"),
    map: map.mock.calls[0].result,
    went: () => globalThis.location.assign.mock.calls.map((call) => new URL(call.arguments[0])),
    zoom: [...document.querySelectorAll("[data-dps-zoom-by]")],
  };
}

const [WEST, EAST] = [place(1, 50.82, 4.3), place(2, 50.88, 4.4)];

test("map shows all the places where nobody knows what is near", async (t) => {
  const { map } = await visit(t, [WEST, EAST]);

  assert.ok(map.getBounds().contains([50.82, 4.3]));
  assert.ok(map.getBounds().contains([50.88, 4.4]));
});

test("map shows the ten nearest places where it is known what is near", async (t) => {
  const near = Array.from({ length: 10 }, (_, n) =>
    place(n + 1, 50.82, 4.3 + n / 10_000, { metres: n }),
  );
  const { map } = await visit(t, [place(11, 50.9, 4.45, { metres: 9000 }), ...near]);

  assert.ok(map.getBounds().contains([50.82, 4.3005]));
  assert.ok(!map.getBounds().contains([50.9, 4.45]));
});

test("map keeps some surroundings around one place", async (t) => {
  const { map } = await visit(t, [WEST]);

  assert.equal(map.getZoom(), 13);
});

test("map shows the Region where there is no place", async (t) => {
  const { map } = await visit(t, []);

  assert.ok(map.getBounds().contains([50.76, 4.24]));
  assert.ok(map.getBounds().contains([50.92, 4.49]));
});

test("map shows the part that the address asks for", async (t) => {
  const { map } = await visit(t, [WEST], { url: `${RESULTS}?bbox=4.38,50.86,4.40,50.87` });

  assert.ok(map.getBounds().contains([50.865, 4.39]));
  assert.ok(!map.getBounds().contains([50.82, 4.3]));
});

for (const box of ["", "4.38,50.86,4.40", "4.38,50.86,4.40,north"]) {
  test(`map shows the places where the address asks for “${box}”`, async (t) => {
    const { map } = await visit(t, [WEST], { url: `${RESULTS}?bbox=${box}` });

    assert.ok(map.getBounds().contains([50.82, 4.3]));
  });
}

test("map explains the look of invented points where there are some", async (t) => {
  const { key } = await visit(t, [WEST]);
  const { key: keyWithInvented } = await visit(t, [
    place(1, 50.85, 4.35, { sample_location: true }),
  ]);

  assert.equal(key.hidden, true);
  assert.equal(keyWithInvented.hidden, false);
});

test("map offers to search a part once the visitor, not the page, has moved it", async (t) => {
  const { area, map, zoom } = await visit(t, [WEST, EAST]);

  map.panBy([50, 0], { animate: false });
  const before = area.hidden;
  fire(zoom[0], "click");

  assert.equal(before, true);
  assert.equal(area.hidden, false);
});

test("map searches the part that is shown, from its first page on, rounded inwards", async (t) => {
  const url = `${RESULTS}?need=email&page=3&bbox=4.3,50.8,4.4,50.9#map`;
  const { area, map, went } = await visit(t, [WEST, EAST], { url });
  const bounds = L.latLngBounds([50.812_34, 4.312_31], [50.887_69, 4.412_39]);
  t.mock.method(map, "getBounds", () => bounds);

  fire(area, "click");

  const [address] = went();
  assert.equal(address.hash, "");
  assert.deepEqual(
    [...address.searchParams],
    [
      ["need", "email"],
      ["bbox", "4.3124,50.8124,4.4123,50.8876"],
    ],
  );
});

test("map says when it can be zoomed no further", async (t) => {
  const { map, zoom } = await visit(t, [WEST]);
  const isOff = () => zoom.map((button) => button.getAttribute("aria-disabled"));

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
