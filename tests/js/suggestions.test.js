import assert from "node:assert/strict";
import { test } from "node:test";
import { fire, lend, open, run, settle, stopTimers } from "../node/page.js";

const PAUSE = 150; // milliseconds without a key, then it asks
const FORM = `
  <form action="/en/spaces/">
    <label id="where-label" for="where">Where are you?</label>
    <input id="where" name="q" type="search" data-dps-where="/en/places/">
    <p data-dps-suggestions-status data-count-0="No suggestion" data-count-2="2 suggestions"></p>
  </form>`;

/** Open a page with the search; its server answers when the test says so. */
async function visit(t) {
  const pass = stopTimers(t);
  const { document } = open(t, FORM);
  const asked = [];
  const fetch = (address, { signal }) =>
    new Promise((resolve, reject) => {
      const places = (labels) => ({ places: labels.map((label) => ({ label })) });
      asked.push({
        text: address.searchParams.get("q"),
        signal,
        answer: (...labels) => resolve({ ok: true, json: async () => places(labels) }),
        fail: () => resolve({ ok: false, statusText: "Server Error" }),
      });
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  lend(t, { fetch });
  const { suggestPlaces } = await run("suggestions");
  const form = document.querySelector("form");
  suggestPlaces(form);
  t.mock.method(form, "submit", () => {});
  const input = document.querySelector("input");
  input.focus();
  return {
    asked,
    form,
    input,
    list: document.querySelector("[role=listbox]"),
    status: document.querySelector("[data-dps-suggestions-status]"),
    key: (key, init) => fire(input, "keydown", { key, ...init }),
    labels: () => [...document.querySelectorAll("[role=option]")].map((o) => o.textContent),
    /** The labels of what is marked, and of what the input tells a screen reader. */
    marked: () => [
      document.querySelector("[aria-selected=true]")?.textContent,
      document.getElementById(input.getAttribute("aria-activedescendant"))?.textContent,
    ],
    type: async (text, pause = PAUSE) => {
      input.value = text;
      fire(input, "input");
      pass(pause);
      await settle();
    },
  };
}

/** Open the page with two suggestions shown. */
async function visitWithTwo(t) {
  const page = await visit(t);
  await page.type("ander");
  page.asked[0].answer("Anderlecht", "Anderlechtsepoort");
  await settle();
  return page;
}

test("suggestions are shown once the typing pauses", async (t) => {
  const { asked, input, labels, list, status, type } = await visit(t);

  await type("an", PAUSE - 1);
  await type("ander");
  asked[0].answer("Anderlecht", "Anderlechtsepoort");
  await settle();

  assert.deepEqual(
    asked.map(({ text }) => text),
    ["ander"],
  );
  assert.deepEqual(labels(), ["Anderlecht", "Anderlechtsepoort"]);
  assert.equal(list.hidden, false);
  assert.equal(input.getAttribute("aria-expanded"), "true");
  assert.equal(status.textContent, "2 suggestions");
});

test("suggestions are not asked for one letter", async (t) => {
  const { asked, type } = await visit(t);

  await type(" a ");

  assert.equal(asked.length, 0);
});

test("suggestions of a stale answer are not shown", async (t) => {
  const { asked, labels, list, type } = await visit(t);

  await type("and");
  await type("ixe");
  asked[0].answer("Anderlecht");
  await settle();

  assert.equal(asked[0].signal.aborted, true);
  assert.equal(list.hidden, true);
  asked[1].answer("Ixelles");
  await settle();
  assert.deepEqual(labels(), ["Ixelles"]);
});

test("suggestions that are overtaken while they are read are not shown", async (t) => {
  const { asked, input, list, type } = await visit(t);

  await type("and");
  asked[0].answer("Anderlecht");
  input.value = "ixe";
  fire(input, "input");
  await settle();

  assert.equal(list.hidden, true);
});

test("suggestions that come when the visitor has left the input stay away", async (t) => {
  const { asked, input, list, type } = await visit(t);

  await type("ander");
  input.blur();
  asked[0].answer("Anderlecht");
  await settle();

  assert.equal(list.hidden, true);
});

test("suggestions are asked once for the same text", async (t) => {
  const { asked, labels, type } = await visitWithTwo(t);

  await type("ixe");
  await type("ander");

  assert.deepEqual(
    asked.map(({ text }) => text),
    ["ander", "ixe"],
  );
  assert.deepEqual(labels(), ["Anderlecht", "Anderlechtsepoort"]);
});

test("suggestions close in silence when the server fails", async (t) => {
  const { asked, list, status, type } = await visitWithTwo(t);

  await type("ixe");
  asked[1].fail();
  await settle();

  assert.equal(list.hidden, true);
  assert.equal(status.textContent, "");
});

test("suggestions say that there is none", async (t) => {
  const { asked, list, status, type } = await visit(t);

  await type("qqq");
  asked[0].answer();
  await settle();

  assert.equal(list.hidden, true);
  assert.equal(status.textContent, "No suggestion");
});

test("suggestions are eight at most", async (t) => {
  const { asked, labels, type } = await visit(t);

  await type("rue");
  asked[0].answer(..."abcdefghij");
  await settle();

  assert.deepEqual(labels(), [..."abcdefgh"]);
});

test("suggestions are walked through with the arrows, past the ends to what was typed", async (t) => {
  const { input, key, marked } = await visitWithTwo(t);

  const walked = ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"].map((name) => {
    key(name);
    return marked();
  });

  assert.deepEqual(walked, [
    ["Anderlecht", "Anderlecht"],
    ["Anderlechtsepoort", "Anderlechtsepoort"],
    [undefined, undefined],
    ["Anderlechtsepoort", "Anderlechtsepoort"],
  ]);
  assert.equal(input.value, "ander");
});

test("suggestions: Enter takes the marked one and searches", async (t) => {
  const { form, input, key, list } = await visitWithTwo(t);

  key("ArrowDown");
  const event = key("Enter");

  assert.equal(event.defaultPrevented, true);
  assert.equal(input.value, "Anderlecht");
  assert.equal(list.hidden, true);
  assert.equal(form.submit.mock.callCount(), 1);
});

test("suggestions: Enter leaves the form alone where none is marked", async (t) => {
  const { form, key } = await visitWithTwo(t);

  const event = key("Enter");

  assert.equal(event.defaultPrevented, false);
  assert.equal(form.submit.mock.callCount(), 0);
});

test("suggestions: keys of an input method are not ours", async (t) => {
  const { key, marked } = await visitWithTwo(t);

  key("ArrowDown", { isComposing: true });

  assert.deepEqual(marked(), [undefined, undefined]);
});

test("suggestions: Escape closes them, an arrow opens them again", async (t) => {
  const { input, key, labels, list } = await visitWithTwo(t);

  const event = key("Escape");
  const wasHidden = list.hidden;
  key("ArrowDown");

  assert.equal(event.defaultPrevented, true);
  assert.equal(wasHidden, true);
  assert.equal(list.hidden, false);
  assert.equal(input.value, "ander");
  assert.deepEqual(labels(), ["Anderlecht", "Anderlechtsepoort"]);
});

test("suggestions: a click takes one, and the input keeps the focus until then", async (t) => {
  const { form, input, list } = await visitWithTwo(t);

  const press = fire(list.lastChild, "mousedown");
  fire(list.lastChild, "click");

  assert.equal(press.defaultPrevented, true);
  assert.equal(input.value, "Anderlechtsepoort");
  assert.equal(form.submit.mock.callCount(), 1);
});

test("suggestions show what the server says as text", async (t) => {
  const { asked, list, type } = await visit(t);

  await type("img");
  asked[0].answer("<img src=x>");
  await settle();

  assert.equal(list.querySelector("img"), null);
  assert.equal(list.textContent, "<img src=x>");
});
