import assert from "node:assert/strict";
import { test } from "node:test";
import { openWithLeaflet } from "../node/map.js";
import { run } from "../node/page.js";

const SIDE = 44; // pixels of a pin

/** Return where pins stand whose places are there, in a view of 800 by 600 pixels. */
async function stand(t, places, taken = []) {
  openWithLeaflet(t, "");
  const { shifts } = await run("map-aside");
  const points = places.map((place) => L.point(place));
  const view = L.bounds([24, 48], [776, 596]);
  const boxes = taken.map((corners) => L.bounds(corners));
  return shifts(points, view, boxes).map((shift, index) => points[index].add(shift));
}

function meet(one, other) {
  return Math.abs(one.x - other.x) < SIDE && Math.abs(one.y - other.y) < SIDE;
}

test("pins of one house stand apart, around it", async (t) => {
  const pins = await stand(t, Array(9).fill([400, 300]));

  for (const [index, pin] of pins.entries()) {
    assert.ok(!pins.slice(index + 1).some((other) => meet(pin, other)));
    assert.ok(pin.distanceTo(L.point(400, 300)) < 2 * SIDE);
  }
});

test("a pin goes to its own side of the other, and one with room stays", async (t) => {
  const [left, right, alone] = await stand(t, [
    [390, 300],
    [410, 300],
    [100, 100],
  ]);

  assert.ok(right.x - left.x >= SIDE);
  assert.deepEqual([alone.x, alone.y], [100, 100]);
});

test("a pin whose place is in view stays in view", async (t) => {
  const pins = await stand(t, Array(6).fill([30, 50]));

  for (const { x, y } of pins) assert.ok(x >= 24 && y >= 48);
});

test("a pin leaves what is taken, the short way", async (t) => {
  const box = [
    [300, 200],
    [500, 400],
  ];
  const [pin] = await stand(t, [[310, 300]], [box]);

  assert.deepEqual([pin.x, pin.y], [300, 300]);
});
