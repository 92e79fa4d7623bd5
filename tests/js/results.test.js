import assert from "node:assert/strict";
import { test } from "node:test";
import { SECTION } from "../node/map.js";
import { fire, lend, open, run, settle, stopTimers } from "../node/page.js";

const BODY = `<p hidden data-dps-to-map><a href="#map">Map</a></p>${SECTION}`;

/** Open the results; what they fetch is kept waiting until the test answers. */
async function visit(t, { isBeside = false, url } = {}) {
  const pass = stopTimers(t);
  const window = open(t, BODY, { url });
  const { document } = window;
  const asked = {};
  const watched = { disconnect: t.mock.fn(), observe: t.mock.fn() };
  const fetch = (address) =>
    new Promise((resolve, reject) => {
      asked[address] = { answer: (json) => resolve({ ok: true, json: async () => json }), reject };
    });
  class IntersectionObserver {
    constructor(onSight) {
      watched.see = (isIntersecting) => onSight([{ isIntersecting }]);
      Object.assign(this, watched);
    }
  }
  lend(t, { IntersectionObserver, fetch, matchMedia: () => ({ matches: isBeside }) });
  const section = document.querySelector("section");
  const scrolled = t.mock.method(section, "scrollIntoView", () => {});
  const added = t.mock.method(document.head, "append", () => {}); // nothing is loaded
  await run("results");
  await settle();
  return {
    asked,
    document,
    pass,
    scrolled,
    section,
    watched,
    added: () => added.mock.calls.map((call) => call.arguments[0]),
    status: document.querySelector("[data-dps-map-status]"),
    way: document.querySelector("[data-dps-to-map]"),
  };
}

test("results fetch nothing of the map until it is nearly in sight", async (t) => {
  const { added, asked, section, watched, way } = await visit(t);

  watched.see(false);
  const before = [Object.keys(asked), added()];
  watched.see(true);

  assert.equal(section.hidden, false);
  assert.equal(way.hidden, false);
  assert.deepEqual(before, [[], []]);
  assert.deepEqual(Object.keys(asked), ["/points", "/outlines"]);
  assert.equal(watched.disconnect.mock.callCount(), 1);
});

test("results fetch the map at once where it stands beside the list", async (t) => {
  const { asked } = await visit(t, { isBeside: true });

  assert.deepEqual(Object.keys(asked), ["/points", "/outlines"]);
});

test("results fetch the map once, whichever way one comes to it", async (t) => {
  const { added, watched, way } = await visit(t);

  fire(way, "click");
  const once = added().length;
  watched.see(true);

  assert.ok(once > 0);
  assert.equal(added().length, once);
});

test("results go to the map where the address says so", async (t) => {
  const { scrolled } = await visit(t, { url: "https://spaces.example/en/spaces/#map" });

  assert.equal(scrolled.mock.callCount(), 1);
});

test("results say that the map is loading only where it takes long", async (t) => {
  const { pass, status, watched } = await visit(t);

  watched.see(true);
  pass(999);
  const before = status.textContent;
  pass(1);

  assert.equal(before, "");
  assert.equal(status.textContent, "Loading…");
});

test("results say that the map does not load, and leave the list", async (t) => {
  const { asked, section, status, watched } = await visit(t);

  watched.see(true);
  asked["/points"].reject(new TypeError("no network"));
  await settle();

  assert.equal(status.textContent, "It does not load.");
  assert.ok(section.classList.contains("map--failed"));
});
