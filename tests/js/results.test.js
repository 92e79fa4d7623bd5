import assert from "node:assert/strict";
import { test } from "node:test";
import { mapSection } from "../node/map.js";
import { fire, lend, open, run, settle } from "../node/page.js";

const AT_MAP = "https://spaces.example/en/spaces/#map";

/** Open the results; what they fetch is kept waiting until the test answers. */
async function visit(t, { isBeside = false, isSeen = true, url } = {}) {
  const window = open(t, mapSection(), { url });
  const { document } = window;
  const asked = [];
  const listened = {};
  const fetch = (address) => {
    asked.push(address);
    return new Promise(() => {});
  };
  const addEventListener = (name, action) => {
    listened[name] = action;
  };
  lend(t, { addEventListener, fetch, matchMedia: () => ({ matches: isBeside }) });
  let frame = null;
  const show = (action) => {
    if (isSeen) action();
    else frame = action;
  };
  lend(t, { requestAnimationFrame: show, setTimeout: (action) => action() });
  const added = t.mock.method(document.head, "append", () => {}); // nothing is loaded
  await run("results");
  await settle();
  return {
    asked,
    section: document.querySelector("section"),
    added: () => added.mock.calls.map((call) => call.arguments[0]),
    goTo: (hash) => {
      globalThis.location.hash = hash;
      listened.hashchange();
    },
    show: () => frame(),
    status: document.querySelector("[data-dps-map-status]"),
  };
}

test("results fetch nothing for a strip of a map until somebody opens it", async (t) => {
  const { added, asked, goTo, section } = await visit(t);

  const before = [[...asked], added()];
  goTo("#map");

  assert.deepEqual(before, [[], []]);
  assert.deepEqual(asked, ["/points"]);
  assert.ok(section.classList.contains("map--open"));
});

test("results open the map for whoever comes by keyboard, once", async (t) => {
  const { added, goTo, section } = await visit(t);

  fire(section.querySelector("[data-dps-canvas]"), "focusin");
  const once = added().length;
  goTo("#map");

  assert.ok(section.classList.contains("map--open"));
  assert.ok(once > 0);
  assert.equal(added().length, once);
});

test("results close the map for whoever goes back to the list", async (t) => {
  const { goTo, section } = await visit(t, { url: AT_MAP });
  const before = section.classList.contains("map--open");

  goTo("#places");

  assert.equal(before, true);
  assert.ok(!section.classList.contains("map--open"));
});

test("results fetch what moves a map beside the list, once the page is seen", async (t) => {
  const { asked, show } = await visit(t, { isBeside: true, isSeen: false });
  const before = [...asked];

  show();

  assert.deepEqual(before, []);
  assert.deepEqual(asked, ["/points"]);
});

test("results say that the map cannot be moved by hand, and leave it as it is", async (t) => {
  const { added, section, status } = await visit(t, { isBeside: true });

  const script = added().find(({ localName }) => localName === "script");
  fire(script, "error");
  await settle();

  assert.equal(status.textContent, "It does not move.");
  assert.ok(section.querySelector("[data-dps-pins]"));
});
