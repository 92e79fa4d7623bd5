import assert from "node:assert/strict";
import { test } from "node:test";
import { BOUNDS, mapSection, openWithLeaflet, pin, place } from "../node/map.js";
import { fire, lend, run, settle } from "../node/page.js";

const SIDE = 44; // pixels of a pin
const WORDS = { invented: "The point is an example.", close: "Close", details: "See this place" };
const LIST = `
  <ol><li class="result" data-dps-space="place-1"><h2><a href="/1">Place 1</a></h2><p class="status status--open">Open</p></li>
  <li class="result" data-dps-space="place-2"><h2><a href="/2"><b>Two</b></a></h2> <a href="/2#way">Way</a></li></ol>`;
const TWO = pin(1, [20, 30]) + pin(2, [70, 60]);

async function visit(t, pins = TWO, { isBeside = false, list = LIST, others = null } = {}) {
  const { document } = openWithLeaflet(t, mapSection(pins) + list);
  lend(t, { matchMedia: () => ({ matches: isBeside }) });
  const canvas = document.querySelector("[data-dps-canvas]");
  const svg = document.querySelector("[data-dps-pins]");
  const map = L.map(canvas, { zoomAnimation: false, fadeAnimation: false, zoomSnap: 0 });
  map.fitBounds(BOUNDS);
  L.svgOverlay(svg, BOUNDS, { pane: "markerPane" }).addTo(map);
  const { takePins } = await run("map-pins");
  takePins(map, svg, { bounds: BOUNDS, words: WORDS, others: Promise.resolve(others) });
  await settle();
  const all = (selector) => [...document.querySelectorAll(selector)];
  const size = () => [svg.style.width, svg.style.height].map(Number.parseFloat);
  return {
    all,
    document,
    map,
    entries: all(".result"),
    pins: all("[data-dps-pin]"),
    popup: () => document.querySelector("[role=dialog]"),
    current: () => all("[data-current]").map(({ dataset }) => dataset.dpsSpace),
    lit: () => all(".map-pin--lit").map(({ dataset }) => dataset.dpsPin),
    /** Where each pin is drawn, in pixels. */
    spots: () =>
      all("[data-dps-pin]").map((link) => {
        const nest = link.parentNode;
        const moved = link.getAttribute("transform")?.match(/-?\d+/g).map(Number) ?? [0, 0];
        return ["x", "y"].map(
          (name, axis) =>
            (Number.parseFloat(nest.getAttribute(name)) / 100) * size()[axis] + moved[axis],
        );
      }),
  };
}

/** Return the pairs that lie on each other. */
function collisions(spots) {
  return spots.flatMap(([x, y], index) =>
    spots
      .slice(index + 1)
      .filter(([otherX, otherY]) => Math.abs(x - otherX) < SIDE && Math.abs(y - otherY) < SIDE),
  );
}

const features = (...places) => ({ type: "FeatureCollection", features: places });

test("pins stay where the page put them until somebody zooms", async (t) => {
  const { pins } = await visit(t, pin(1, [20, 30]) + pin(2, [20, 30], { shift: [50, -3] }));

  assert.equal(pins[0].getAttribute("transform"), null);
  assert.equal(pins[1].getAttribute("transform"), "translate(50 -3)");
});

test("pins never lie on each other, however near their places are", async (t) => {
  const crowd = Array.from({ length: 30 }, (_, n) => pin(n + 1, [50 + n / 100, 50])).join("");
  const { all, map, spots } = await visit(t, crowd);

  map.setZoom(15, { animate: false });
  const near = spots();
  map.setZoom(11, { animate: false });
  const far = spots();

  assert.deepEqual(collisions(near), []);
  assert.deepEqual(collisions(far), []);
  assert.equal(all(".map-tail").length, all(".map-pin[transform]").length);
  assert.ok(all(".map-tail").length > 25);
});

test("a pin that stands aside has its tail where its place is", async (t) => {
  const { all, map } = await visit(t, pin(1, [50, 50]) + pin(2, [50, 50]) + pin(3, [10, 10]));

  map.setZoom(15, { animate: false });

  assert.deepEqual(
    all(".map-pin__face").map((face) => face.getAttribute("href")),
    ["#body", "#body", "#pin"],
  );
  const [tail] = all(".map-tail");
  assert.equal(tail.getAttribute("x"), "50%");
  assert.match(tail.firstChild.getAttribute("d"), /^M0 0L(-?[\d.]+ ){3}-?[\d.]+z$/);
});

test("no pin hides what says where somebody is", async (t) => {
  const you = '<svg class="map-you" x="50%" y="50%"></svg>';
  const { map, spots } = await visit(t, you + pin(1, [50, 52]) + pin(2, [52, 50]));

  map.setZoom(14, { animate: false });

  const { style } = map.getContainer().querySelector("[data-dps-pins]");
  const [x, y] = [style.width, style.height].map((side) => Number.parseFloat(side) / 2);
  for (const [right, down] of spots()) {
    assert.ok(
      Math.abs(right - x) >= 73 || down - y <= -11 || down - y >= 69,
      `${right - x} ${down - y}`,
    );
  }
});

test("a dot under a pin is not seen until somebody zooms", async (t) => {
  const others = features(place(21, 50.8625, 4.32), place(22, 50.83, 4.38));
  const { all, map } = await visit(t, pin(1, [20, 30]), { others });
  const seen = () => all(".map-pin--dot").map((dot) => dot.getAttribute("visibility"));
  const before = seen();

  map.setZoom(17, { animate: false });

  assert.deepEqual(before, ["hidden", "visible"]);
  assert.deepEqual(seen(), ["visible", "visible"]);
});

test("a phone has all the pins of the list once somebody zooms", async (t) => {
  const more = '<circle class="map-dot map-dot--more" cx="70%" cy="60%" r="5"/>';
  const { all, map } = await visit(t, more + TWO, { others: features() });
  all("[data-dps-pins] > svg")[1].classList.add("map-more");
  assert.equal(all(".map-dot--more").length, 1);

  map.setZoom(15, { animate: false });

  assert.equal(all(".map-more, .map-dot--more").length, 0);
});

test("places that the page does not list are dots that open too", async (t) => {
  const others = features(
    place(1, 50.84, 4.33),
    place(21, 50.83, 4.31, { name: "Far", hours: "Closed" }),
    place(22, 50.86, 4.38, { sample_location: true }),
  );
  const { all, pins, popup } = await visit(t, TWO, { others });
  const dots = all(".map-pin--dot");

  fire(dots[0], "click");

  assert.equal(pins.length, 3); // what is invented has a pin on its own page alone
  assert.equal(all(".map-dot").length, 0);
  assert.deepEqual(
    dots.map((dot) => dot.getAttribute("aria-label")),
    ["21. Far. Closed."],
  );
  assert.equal(popup().querySelector("h3 a").getAttribute("href"), "/en/spaces/place-21/");
  assert.equal(dots[0].parentNode.getAttribute("x"), "10.00%");
});

test("a place of the list that is out of the picture has a numbered pin", async (t) => {
  const { all } = await visit(t, pin(1, [20, 30]), { others: features(place(2, 50.9, 4.45)) });

  const added = all("[data-dps-pin=place-2]")[0];

  assert.equal(added.textContent, "2");
  assert.ok(Number.parseFloat(added.parentNode.getAttribute("x")) > 100);
});

test("a pin opens what it stands for, takes the focus there, and marks its entry", async (t) => {
  const { current, document, lit, pins, popup } = await visit(t);

  const event = fire(pins[1], "click");

  assert.equal(event.defaultPrevented, true);
  assert.equal(popup().querySelector("h3").textContent, "Two");
  assert.equal(document.activeElement.getAttribute("href"), "/2");
  assert.deepEqual(current(), ["place-2"]);
  assert.deepEqual(lit(), ["place-2"]);
});

test("a pin whose point is invented says so when it opens", async (t) => {
  const label = "1. Place 1. The point is an example. Open now.";
  const { pins, popup } = await visit(t, pin(1, [20, 30], { isHollow: true, label }));

  fire(pins[0], "click");

  assert.ok(popup().textContent.includes("The point is an example."));
});

test("a pin whose place is invented has the tag of its entry when it opens", async (t) => {
  const list = LIST.replace("</a></h2>", '</a> <span class="tag">Example</span></h2>');
  const { pins, popup } = await visit(t, TWO, { list });

  fire(pins[0], "click");

  assert.equal(popup().querySelector(".tag").textContent, "Example");
});

for (const key of ["Enter", " "]) {
  test(`a pin opens by “${key}”, closes with Escape or its button, and has the focus again`, async (t) => {
    const { current, document, pins, popup } = await visit(t);

    for (const close of [
      () => fire(popup(), "keydown", { key: "Escape" }),
      () => fire(popup().querySelector(".map-popup__close"), "click"),
    ]) {
      fire(pins[0], "keydown", { key });
      close();
      assert.equal(popup(), null);
      assert.equal(document.activeElement, pins[0]);
      assert.deepEqual(current(), []);
    }
  });
}

test("a tap beside a pin means the nearest within a fingertip's reach", async (t) => {
  const { document, map, pins, popup } = await visit(t);
  pins.forEach((link, index) => {
    const face = link.querySelector(".map-pin__face");
    face.getBoundingClientRect = () => new DOMRect(100 + index * 30, 100, 20, 20);
  });
  const tap = (clientX) => map.fire("click", { originalEvent: { clientX, clientY: 110 } });

  tap(85);
  const none = popup();
  tap(128);

  assert.equal(none, null);
  assert.equal(popup().getAttribute("aria-label"), "Two");
  assert.equal(document.querySelectorAll("[role=dialog]").length, 1);
});

test("a pin lights up while one points at its entry of the list", async (t) => {
  const { entries, lit } = await visit(t);

  fire(entries[1], "pointerenter");
  const pointed = lit();
  fire(entries[1], "pointerleave");

  assert.deepEqual(pointed, ["place-2"]);
  assert.deepEqual(lit(), []);
});

test("a click on an entry marks it, a click on its link does not", async (t) => {
  const { current, entries } = await visit(t);

  fire(entries[0], "click");
  fire(entries[1].querySelector("a"), "click");

  assert.deepEqual(current(), ["place-1"]);
});

test("the list goes to the chosen entry where it stands beside the map", async (t) => {
  const moved = [];
  for (const isBeside of [false, true]) {
    const { entries, pins } = await visit(t, TWO, { isBeside });
    entries[0].scrollIntoView = () => moved.push(isBeside);
    fire(pins[0], "click");
  }

  assert.deepEqual(moved, [true]);
});
