import assert from "node:assert/strict";
import { test } from "node:test";
import { openWithLeaflet } from "../node/map.js";
import { run } from "../node/page.js";

const THEIRS = { tiles: "https://tiles.example/{z}/{x}/{y}.png", attribution: "Somebody" };
const OURS = { tiles: "/tiles/1/fr/{z}/{x}/{y}.svg", attribution: "" };

async function visit(t, settings) {
  openWithLeaflet(t, '<div id="canvas"></div>');
  const map = L.map("canvas", { zoomAnimation: false });
  map.setView([50.85, 4.35], 12);
  const { layTiles } = await run("map-ground");
  return { layer: layTiles(map, settings), map };
}

test("ground asks for no more tiles when none comes, and keeps them once one came", async (t) => {
  for (const comes of [false, true]) {
    const { layer, map } = await visit(t, THEIRS);
    if (comes) layer.fire("tileload");
    for (let nth = 1; nth <= 7; nth += 1) layer.fire("tileerror");
    assert.ok(map.hasLayer(layer));
    layer.fire("tileerror");
    assert.equal(map.hasLayer(layer), comes);
  }
});

test("ground asks for our tiles where we draw some, and for another server's everywhere", async (t) => {
  const ours = await visit(t, OURS);
  const theirs = await visit(t, THEIRS);

  assert.ok(L.latLngBounds(ours.layer.options.bounds).contains([50.85, 4.35]));
  assert.ok(!L.latLngBounds(ours.layer.options.bounds).contains([51.2, 4.4]));
  assert.equal(ours.layer.options.maxNativeZoom, 18);
  assert.ok(!theirs.layer.options.bounds);
});
