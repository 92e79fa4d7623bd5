import assert from "node:assert/strict";
import { test } from "node:test";
import { openWithLeaflet } from "../node/map.js";
import { run } from "../node/page.js";

const BODY = `
  <div id="canvas"></div>
  <script id="town-names" type="application/json">{"21009": "إكسل"}</script>`;

/** Return a square of so many degrees, from its south-western corner. */
function square(west, south, side) {
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ];
  return corners.map(([x, y]) => [west + x * side, south + y * side]);
}

function town(nis, name, coordinates, type = "Polygon") {
  const properties = { nis, name_fr: `${name} FR`, name_nl: `${name} NL` };
  return { type: "Feature", properties, geometry: { type, coordinates } };
}

const TOWNS = {
  type: "FeatureCollection",
  features: [
    town("21001", "One", [square(4.3, 50.82, 0.02)]),
    town("21002", "Two", [[square(4.3, 50.9, 0.001)], [square(4.4, 50.84, 0.02)]], "MultiPolygon"),
  ],
};

/** Lay names, by their texts, and pins out where their left upper corners are, in pixels. */
function layOut(t, document, layout, pins) {
  const rectangle = ([x, y]) => new DOMRect(x, y, 50, 10);
  const { prototype } = document.defaultView.HTMLElement;
  t.mock.method(prototype, "getBoundingClientRect", function measure() {
    return rectangle(layout[this.textContent]);
  });
  for (const pin of pins) {
    const face = document.createElement("span");
    face.className = "map-pin__face";
    face.getBoundingClientRect = () => rectangle(pin);
    document.body.append(face);
  }
}

async function visit(t, { outlines = TOWNS, settings = {}, lang = "nl", layout, pins } = {}) {
  const { document } = openWithLeaflet(t, BODY, { lang });
  const map = L.map("canvas", { zoomAnimation: false });
  map.setView([50.85, 4.35], 12);
  const added = t.mock.method(L, "marker");
  if (layout) layOut(t, document, layout, pins);
  const { drawGround } = await run("map-ground");
  await drawGround(map, Promise.resolve(outlines), settings);
  return {
    document,
    map,
    middles: added.mock.calls.map((call) => call.arguments[0].map((degrees) => degrees.toFixed(3))),
    names: [...document.querySelectorAll(".map-town-name span")],
    outlines: () => document.querySelectorAll(".map-town").length,
  };
}

test("ground has the municipalities' outlines and their names, in the page's language", async (t) => {
  const dutch = await visit(t);
  const dutchNames = dutch.names.map(({ textContent }) => textContent);
  const english = await visit(t, { lang: "en" });

  assert.equal(dutch.outlines(), 2);
  assert.deepEqual(dutchNames, ["One NL", "Two NL"]);
  assert.deepEqual(
    english.names.map(({ textContent }) => textContent),
    ["One FR", "Two FR"],
  );
});

test("ground takes a language's own names where there are some", async (t) => {
  const outlines = { ...TOWNS, features: [town("21009", "Three", [square(4.3, 50.82, 0.02)])] };

  const { names } = await visit(t, { outlines, lang: "ar" });

  assert.equal(names[0].textContent, "إكسل");
});

test("ground writes a name in the middle of the largest part", async (t) => {
  const { middles } = await visit(t);

  assert.deepEqual(middles, [
    ["50.830", "4.310"],
    ["50.850", "4.410"],
  ]);
});

test("ground is hidden from screen readers", async (t) => {
  const { names, document } = await visit(t);

  assert.ok(names[0].closest("[aria-hidden=true]"));
  assert.ok(document.querySelector(".map-town").closest("[aria-hidden=true]"));
});

test("ground moves a name aside for a pin, and hides it where there is no room", async (t) => {
  const { names } = await visit(t, {
    layout: { "One NL": [0, 0], "Two NL": [200, 0] },
    pins: [
      [0, -8],
      [200, -24],
      [200, 0],
      [200, 24],
    ],
  });

  assert.deepEqual(
    names.map(({ hidden, style }) => [hidden, style.marginBlockStart]),
    [
      [false, "24px"],
      [true, "0"],
    ],
  );
});

test("ground shows one of two names that would lie on each other", async (t) => {
  const { names } = await visit(t, {
    layout: { "One NL": [0, 0], "Two NL": [10, 0] },
    pins: [
      [10, 24],
      [10, -24],
    ],
  });

  assert.deepEqual(
    names.map(({ hidden }) => hidden),
    [false, true],
  );
});

test("ground is empty where the outlines did not come", async (t) => {
  const { names, outlines } = await visit(t, { outlines: null });

  assert.equal(outlines(), 0);
  assert.deepEqual(names, []);
});

test("ground asks for no more tiles when none comes, and keeps them once one came", async (t) => {
  const settings = { tiles: "https://tiles.example/{z}/{x}/{y}.png", attribution: "Somebody" };
  const layers = [];
  for (const comes of [false, true]) {
    const { map } = await visit(t, { settings });
    map.eachLayer((layer) => layer instanceof L.TileLayer && layers.push(layer));
    if (comes) layers.at(-1).fire("tileload");
    for (let nth = 1; nth <= 7; nth += 1) layers.at(-1).fire("tileerror");
    assert.ok(map.hasLayer(layers.at(-1)));
    layers.at(-1).fire("tileerror");
    assert.equal(map.hasLayer(layers.at(-1)), comes);
  }
});
