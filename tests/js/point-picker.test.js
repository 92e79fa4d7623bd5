import assert from "node:assert/strict";
import { test } from "node:test";
import { openWithLeaflet } from "../node/map.js";
import { fire, lend, run, settle } from "../node/page.js";

const SETTINGS = {
  region: [
    [50.76, 4.24],
    [50.92, 4.49],
  ],
  words: { map: "Map", point: "The point", zoom_in: "In", zoom_out: "Out", silent: "No answer." },
  find: "",
};
const FORM = (latitude, longitude) => `
  <input id="id_latitude" value="${latitude}">
  <input id="id_longitude" value="${longitude}">
  <div data-dps-point-picker>
    <p data-dps-without>The map needs JavaScript.</p>
    <div data-dps-with hidden>
      <div data-dps-map></div>
      <p data-dps-note data-dps-outside="Outside the Region."></p>
      <p data-dps-found></p>
      <button type="button" hidden data-dps-find></button>
      <button type="button" data-dps-place></button>
      <button type="button" data-dps-remove></button>
    </div>
    <script id="point-picker-settings" type="application/json">${JSON.stringify(SETTINGS)}</script>
  </div>`;

/** Open the form with these inputs. */
async function visit(t, latitude = "", longitude = "") {
  const { document } = openWithLeaflet(t, FORM(latitude, longitude));
  lend(t, { fetch: () => Promise.reject(new TypeError("no network")) });
  const made = t.mock.method(L, "map");
  await run("point-picker");
  await settle();
  const part = (name) => document.querySelector(`[data-dps-${name}]`);
  const inputs = ["latitude", "longitude"].map((name) => document.querySelector(`#id_${name}`));
  return {
    document,
    inputs,
    part,
    map: made.mock.calls[0]?.result,
    point: () => document.querySelector(".point-picker__point"),
    values: () => inputs.map(({ value }) => value),
  };
}

test("picker shows the point of the inputs, near enough to see the doors", async (t) => {
  const { map, part, point } = await visit(t, "50.84", "4,35");

  assert.equal(part("without").hidden, true);
  assert.equal(part("with").hidden, false);
  assert.equal(point().getAttribute("aria-label"), "The point");
  assert.deepEqual([map.getCenter().lat, map.getCenter().lng], [50.84, 4.35]);
  assert.equal(map.getZoom(), 17);
});

for (const [latitude, longitude] of [
  ["", ""],
  ["50.84", ""],
  ["50.84", "east"],
  ["91", "4.35"],
]) {
  test(`picker shows no point for “${latitude}” and “${longitude}”`, async (t) => {
    const { point } = await visit(t, latitude, longitude);

    assert.equal(point(), null);
  });
}

test("picker writes where one clicks, to a metre", async (t) => {
  const { map, point, values } = await visit(t);

  map.fire("click", { latlng: L.latLng(50.841_234_56, 4.351_234_56) });

  assert.deepEqual(values(), ["50.84123", "4.35123"]);
  assert.ok(point());
});

test("picker follows what is typed", async (t) => {
  const { inputs, point } = await visit(t, "50.84", "4.35");

  inputs[0].value = "";
  fire(inputs[0], "input");
  const gone = point();
  inputs[0].value = "50.85";
  fire(inputs[0], "input");

  assert.equal(gone, null);
  assert.ok(point());
});

test("picker moves the point with the arrows, further with Shift", async (t) => {
  const { point, values } = await visit(t, "50.84", "4.35");
  const moved = [];

  for (const init of [
    { key: "ArrowUp" },
    { key: "ArrowRight" },
    { key: "ArrowDown", shiftKey: true },
    { key: "ArrowLeft", shiftKey: true },
  ]) {
    const event = fire(point(), "keydown", init);
    moved.push([...values(), event.defaultPrevented]);
  }

  assert.deepEqual(moved, [
    ["50.84005", "4.35000", true],
    ["50.84005", "4.35007", true],
    ["50.83955", "4.35007", true],
    ["50.83955", "4.34937", true],
  ]);
});

test("picker leaves other keys to the browser", async (t) => {
  const { point, values } = await visit(t, "50.84", "4.35");

  const events = [
    { key: "Tab" },
    { key: "ArrowUp", altKey: true },
    { key: "ArrowUp", metaKey: true },
  ].map((init) => fire(point(), "keydown", init).defaultPrevented);

  assert.deepEqual(events, [false, false, false]);
  assert.deepEqual(values(), ["50.84", "4.35"]);
});

test("picker puts the point in the middle of the map, and takes it away", async (t) => {
  const { document, part, point, values } = await visit(t);

  fire(part("place"), "click");
  const put = values();
  const hasFocus = document.activeElement === point();
  fire(part("remove"), "click");

  assert.ok(put.every((degrees) => /^\d+\.\d{5}$/.test(degrees)));
  assert.equal(hasFocus, true);
  assert.deepEqual(values(), ["", ""]);
  assert.equal(point(), null);
  assert.equal(document.activeElement, part("place"));
});

test("picker says that a point is outside the Region, while it is", async (t) => {
  const { inputs, part } = await visit(t, "51.2", "4.4");

  const outside = part("note").textContent;
  inputs[0].value = "50.85";
  fire(inputs[0], "input");

  assert.equal(outside, "Outside the Region.");
  assert.equal(part("note").textContent, "");
});

test("picker stays away from who may not change the point", async (t) => {
  const { document } = openWithLeaflet(t, FORM("", "").replace(/<input.*>/g, ""));

  await run("point-picker");

  assert.equal(document.querySelector("[data-dps-without]").hidden, false);
});
