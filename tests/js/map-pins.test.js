import assert from "node:assert/strict";
import { test } from "node:test";
import { openWithLeaflet, place } from "../node/map.js";
import { fire, lend, run } from "../node/page.js";

const [APART, ABOVE] = [36, 34]; // pixels between pins side by side, and one above the other
const WORDS = { invented: "The point is an example.", close: "Close", details: "See this place" };
const LIST = `
  <div id="canvas"></div>
  <article class="result" data-dps-space="place-1"><h2>Place 1</h2></article>
  <article class="result" data-dps-space="place-2"><h2>Place 2</h2> <a href="/2">Place 2</a></article>`;

async function visit(t, places, { isBeside = false } = {}) {
  const { document } = openWithLeaflet(t, LIST);
  lend(t, { matchMedia: () => ({ matches: isBeside }) });
  const map = L.map("canvas", { zoomAnimation: false, fadeAnimation: false });
  map.setView([50.85, 4.35], 13);
  const { addPins } = await run("map-pins");
  addPins(map, places, WORDS);
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    all,
    document,
    map,
    entries: all(".result"),
    pins: all("[data-dps-pin]"),
    popup: () => document.querySelector("[role=dialog]"),
    current: () => all("[data-current]").map(({ dataset }) => dataset.dpsSpace),
    lit: () => all(".map-pin__button--lit").map(({ dataset }) => dataset.dpsPin),
    /** Where each pin is drawn, in pixels. */
    spots: () =>
      all(".map-pin").map(({ style }) => ({
        x: Number.parseInt(style.left, 10) + Number.parseInt(style.marginLeft, 10),
        y: Number.parseInt(style.top, 10) + Number.parseInt(style.marginTop, 10),
        aside: [style.marginLeft, style.marginTop].join(" "),
      })),
  };
}

/** Return the pairs that lie on each other. */
function collisions(spots) {
  return spots.flatMap((one, index) =>
    spots
      .slice(index + 1)
      .filter((other) => Math.abs(one.x - other.x) < APART && Math.abs(one.y - other.y) < ABOVE)
      .map((other) => [one, other]),
  );
}

test("pins never lie on each other, however near their places are", async (t) => {
  const crowd = Array.from({ length: 40 }, (_, n) => place(n + 1, 50.85 + n / 100_000, 4.35));
  const { all, map, spots } = await visit(t, crowd);

  const near = spots();
  map.setZoom(10);
  const far = spots();

  assert.equal(near.length, 40);
  assert.deepEqual(collisions(near), []);
  assert.deepEqual(collisions(far), []);
  assert.equal(far[0].aside, "0px 0px");
  assert.equal(all(".map-line").length, far.filter(({ aside }) => aside !== "0px 0px").length);
});

test("a pin whose place is in view stands aside within the view", async (t) => {
  const crowd = Array.from({ length: 12 }, (_, n) => place(n + 1, 50.85, 4.35));
  const { map, spots } = await visit(t, crowd);
  const below = map.project([50.85, 4.35], 14).add([0, map.getSize().y / 2 - 60]);

  map.setView(map.unproject(below, 14), 14, { animate: false }); // the place is by the upper edge

  const edge = map.containerPointToLayerPoint([0, 0]).y;
  const highest = Math.min(...spots().map(({ y }) => y - edge));
  assert.ok(highest >= 44, `${highest} pixels below the edge`);
});

test("pins that have room stand where their places are", async (t) => {
  const { all, spots } = await visit(t, [place(1, 50.84, 4.33), place(2, 50.86, 4.37)]);

  assert.deepEqual(
    spots().map(({ aside }) => aside),
    ["0px 0px", "0px 0px"],
  );
  assert.equal(all(".map-line").length, 0);
});

test("pins are buttons that say number, name and hours in sentences", async (t) => {
  const { pins } = await visit(t, [
    place(1, 50.84, 4.33, { hours: "Open until 17:00." }),
    place(2, 50.86, 4.37, { sample_location: true, hours: "" }),
    place(3, 50.87, 4.37, { sample: true, sample_location: true, hours: "Example: Open now" }),
  ]);

  assert.deepEqual(
    pins.map((pin) => [pin.textContent, pin.getAttribute("aria-label")]),
    [
      ["1", "1. Place 1. Open until 17:00."],
      ["2", "2. Place 2. The point is an example."],
      ["3", "3. Place 3. Example: Open now."],
    ],
  );
});

test("the pin of an invented point is hollow", async (t) => {
  const { pins } = await visit(t, [
    place(1, 50.84, 4.33),
    place(2, 50.86, 4.37, { sample_location: true }),
  ]);

  const hollow = pins.map((pin) => pin.firstChild.matches(".map-pin__face--example"));
  assert.deepEqual(hollow, [false, true]);
});

test("a pin opens what it stands for, takes the focus there, and marks its entry", async (t) => {
  const { current, document, lit, pins, popup } = await visit(t, [
    place(1, 50.84, 4.33),
    place(2, 50.86, 4.37, { name: "<b>Two</b>" }),
  ]);

  fire(pins[1], "click");

  assert.equal(popup().querySelector("h3").textContent, "<b>Two</b>");
  assert.equal(document.activeElement.getAttribute("href"), "/en/spaces/place-2/");
  assert.deepEqual(current(), ["place-2"]);
  assert.deepEqual(lit(), ["place-2"]);
});

test("a pin closes with Escape or its button, and has the focus again", async (t) => {
  const { current, document, pins, popup } = await visit(t, [place(1, 50.84, 4.33)]);

  for (const close of [
    () => fire(popup(), "keydown", { key: "Escape" }),
    () => fire(popup().querySelector(".map-popup__close"), "click"),
  ]) {
    fire(pins[0], "click");
    close();
    assert.equal(popup(), null);
    assert.equal(document.activeElement, pins[0]);
    assert.deepEqual(current(), []);
  }
});

test("a tap beside a pin means the nearest within a fingertip's reach", async (t) => {
  const { document, map, pins, popup } = await visit(t, [
    place(1, 50.84, 4.33),
    place(2, 50.86, 4.37),
  ]);
  pins.forEach((pin, index) => {
    pin.firstChild.getBoundingClientRect = () => new DOMRect(100 + index * 30, 100, 20, 20);
  });
  const tap = (clientX) => map.fire("click", { originalEvent: { clientX, clientY: 110 } });

  tap(87);
  const none = popup();
  tap(128);

  assert.equal(none, null);
  assert.equal(popup().getAttribute("aria-label"), "Place 2");
  assert.equal(document.querySelectorAll("[role=dialog]").length, 1);
});

test("a pin lights up while one points at its entry of the list", async (t) => {
  const { entries, lit } = await visit(t, [place(1, 50.84, 4.33), place(2, 50.86, 4.37)]);

  fire(entries[1], "pointerenter");
  const pointed = lit();
  fire(entries[1], "pointerleave");

  assert.deepEqual(pointed, ["place-2"]);
  assert.deepEqual(lit(), []);
});

test("a click on an entry marks it, a click on its link does not", async (t) => {
  const { current, entries } = await visit(t, [place(1, 50.84, 4.33), place(2, 50.86, 4.37)]);

  fire(entries[0].querySelector("h2"), "click");
  fire(entries[1].querySelector("a"), "click");

  assert.deepEqual(current(), ["place-1"]);
});

test("the list goes to the chosen entry where it stands beside the map", async (t) => {
  const moved = [];
  for (const isBeside of [false, true]) {
    const { entries, pins } = await visit(t, [place(1, 50.84, 4.33)], { isBeside });
    entries[0].scrollIntoView = () => moved.push(isBeside);
    fire(pins[0], "click");
  }

  assert.deepEqual(moved, [true]);
});
