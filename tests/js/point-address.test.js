import assert from "node:assert/strict";
import { test } from "node:test";
import { fire, lend, open, run, settle } from "../node/page.js";

const FORM = `
  <input id="id_street_fr" value="Rue Haute">
  <input id="id_street_nl" value="Hoogstraat">
  <input id="id_house_number" value="1 & 3">
  <input id="id_postal_code" value="1000">
  <select id="id_municipality"><option value="">—</option><option value="4">Brussels</option></select>
  <div id="picker">
    <button type="button" data-dps-find hidden>Find</button>
    <p data-dps-found></p>
  </div>`;
const WORDS = { silent: "No answer." };

async function visit(t, { find = "/admin/find/", answer, municipality = "4" } = {}) {
  const { document } = open(t, FORM);
  document.querySelector("select").value = municipality;
  const fetch = t.mock.fn(async () => {
    if (!answer) throw new TypeError("no network");
    return { ok: true, json: async () => answer };
  });
  lend(t, { fetch });
  const show = t.mock.fn();
  const { findFromAddress } = await run("point-address");
  findFromAddress(document.querySelector("#picker"), { find, words: WORDS }, show);
  const button = document.querySelector("button");
  return {
    button,
    said: document.querySelector("[data-dps-found]"),
    shown: () => show.mock.calls.map((call) => call.arguments[0]),
    asked: () => new URLSearchParams(fetch.mock.calls[0].arguments[0].split("?")[1]),
    click: async () => {
      fire(button, "click");
      await settle();
    },
  };
}

test("point is looked for at the address that the form has now, and shown", async (t) => {
  const answer = { lat: 50.84, lng: 4.35, words: "Found." };
  const { asked, button, click, said, shown } = await visit(t, { answer });

  await click();

  assert.deepEqual(Object.fromEntries(asked()), {
    street_fr: "Rue Haute",
    street_nl: "Hoogstraat",
    house_number: "1 & 3",
    postal_code: "1000",
    municipality: "Brussels",
  });
  assert.deepEqual(shown(), [answer]);
  assert.equal(said.textContent, "Found.");
  assert.equal(button.hasAttribute("aria-busy"), false);
});

test("point is looked for without the dash that stands for no municipality", async (t) => {
  const { asked, click } = await visit(t, { answer: { words: "Nothing." }, municipality: "" });

  await click();

  assert.equal(asked().get("municipality"), "");
});

test("point that was not found stays where it is", async (t) => {
  const { click, said, shown } = await visit(t, { answer: { words: "Nothing there." } });

  await click();

  assert.deepEqual(shown(), []);
  assert.equal(said.textContent, "Nothing there.");
});

test("point: a service that does not answer is said", async (t) => {
  const { button, click, said } = await visit(t);

  await click();

  assert.equal(said.textContent, "No answer.");
  assert.equal(button.hasAttribute("aria-busy"), false);
});

test("point is not looked for where no service is set", async (t) => {
  const { button } = await visit(t, { find: "" });

  assert.equal(button.hidden, true);
});
