import assert from "node:assert/strict";
import { test } from "node:test";
import { mapSection, openWithLeaflet } from "../node/map.js";
import { fire, run, stopTimers } from "../node/page.js";

async function visit(t) {
  const pass = stopTimers(t);
  const { document } = openWithLeaflet(t, mapSection());
  const section = document.querySelector("section");
  const canvas = document.querySelector("[data-dps-canvas]");
  const map = L.map(canvas, { dragging: false, scrollWheelZoom: false });
  map.setView([50.85, 4.35], 12);
  const moved = t.mock.fn();
  const { shareGestures } = await run("map-gestures");
  shareGestures(map, section, moved);
  const act = (type, init) => {
    const event = Object.assign(new document.defaultView.Event(type, { bubbles: true }), init);
    canvas.dispatchEvent(event);
  };
  return {
    act,
    canvas,
    map,
    moved: moved.mock,
    pass,
    hint: document.querySelector("[data-dps-map-hint]"),
  };
}

test("gestures: a finger moves the page, a mouse the map", async (t) => {
  const { act, map } = await visit(t);

  const isDragged = ["mouse", "touch", "pen"].map((pointerType) => {
    act("pointerdown", { pointerType });
    return map.dragging.enabled();
  });

  assert.deepEqual(isDragged, [true, false, true]);
});

test("gestures: the wheel is the page's, but with Ctrl or ⌘, or the focus in the map", async (t) => {
  const { act, canvas, map, moved } = await visit(t);
  const isZoomed = (init) => {
    act("wheel", { deltaY: 1, ctrlKey: false, metaKey: false, ...init });
    return map.scrollWheelZoom.enabled();
  };

  const plain = isZoomed();
  const withKeys = [isZoomed({ ctrlKey: true }), isZoomed({ metaKey: true })];
  const plainAgain = isZoomed();
  canvas.focus();
  const withFocus = isZoomed();

  assert.deepEqual([plain, withKeys, plainAgain, withFocus], [false, [true, true], false, true]);
  assert.equal(moved.callCount(), 3);
});

test("gestures: one finger is told about two, for a moment", async (t) => {
  const { act, hint, moved, pass } = await visit(t);

  act("touchstart", { touches: [{}] });
  act("touchmove", { touches: [{}] });
  const told = !hint.hidden;
  pass(1500);

  assert.equal(told, true);
  assert.equal(hint.hidden, true);
  assert.equal(moved.callCount(), 0);
});

test("gestures: two fingers move the map without a word", async (t) => {
  const { act, hint, moved } = await visit(t);

  act("touchstart", { touches: [{}, {}] });
  act("touchmove", { touches: [{}, {}] });

  assert.equal(hint.hidden, true);
  assert.equal(moved.callCount(), 1);
});

test("gestures: the keys that move the map count as the visitor's, others do not", async (t) => {
  const { canvas, moved } = await visit(t);

  for (const key of ["ArrowUp", "+", "_", "Tab", "a"]) fire(canvas, "keydown", { key });

  assert.equal(moved.callCount(), 3);
});
