import assert from "node:assert/strict";
import { test } from "node:test";
import { lend, open, run } from "../node/page.js";

test("search gives every form of a page its suggestions and its button", async (t) => {
  const form = (name) => `
    <form data-dps-search action="/en/spaces/">
      <label id="${name}-label" for="${name}">Where are you?</label>
      <input id="${name}" data-dps-where="/en/places/">
      <div data-dps-position data-region="4.24,50.76,4.49,50.92" hidden>
        <button type="button"></button>
        <p data-dps-position-status></p>
      </div>
    </form>`;
  const window = open(t, form("one") + form("other"));
  Object.defineProperty(window, "isSecureContext", { value: true });
  lend(t, { navigator: { geolocation: {} } });

  await run("search");

  const found = (selector) => window.document.querySelectorAll(selector).length;
  assert.equal(found("[role=listbox]"), 2);
  assert.equal(found("[data-dps-position]:not([hidden])"), 2);
});

test("search does without either where the form has neither", async (t) => {
  const { document } = open(t, '<form data-dps-search action="/en/spaces/"></form>');

  await run("search");

  assert.equal(document.querySelector("form").children.length, 0);
});
