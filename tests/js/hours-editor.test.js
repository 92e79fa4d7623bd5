import assert from "node:assert/strict";
import { test } from "node:test";
import { fire, lend, open, run, settle, stopTimers } from "../node/page.js";

const PAUSE = 300; // milliseconds without a key, then it asks
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const ROW = (day, index) => `
  <tr data-dps-day>
    <td><input name="hours_${index}"></td>
    <td><button type="button" hidden data-dps-copy data-dps-name="${day}" data-dps-words-copy="Copy"
                data-dps-words-paste="Paste" data-dps-words-done="Done"></button></td>
  </tr>`;
const PAGE = `
  <div data-dps-hours-editor>
    <div data-dps-known>
      <input type="radio" name="hours_known" value="known">
      <input type="radio" name="hours_known" value="unknown" checked>
    </div>
    <table>${DAYS.map(ROW).join("")}</table>
    <select name="hours_holidays">
      <option value="">As the day</option>
      <option value="own">Own hours</option>
    </select>
    <input name="hours_holiday_hours">
    <p hidden data-dps-paste-all><button type="button">Paste on Monday to Friday</button></p>
  </div>
  <div data-dps-hours-preview="/admin/hours/">
    <strong data-dps-sentence>As it was.</strong>
    <ul data-dps-lines><li>Old line</li></ul>
    <ul data-dps-problems></ul>
    <p hidden data-dps-silent>The preview does not answer.</p>
  </div>`;

/** Open the form; the preview's server answers when the test says so. */
async function visit(t) {
  const pass = stopTimers(t);
  const { document } = open(t, PAGE);
  const asked = [];
  const fetch = (address, { signal }) =>
    new Promise((resolve, reject) => {
      asked.push({
        query: new URLSearchParams(address.split("?")[1]),
        signal,
        answer: (words) => resolve({ ok: true, json: async () => words }),
        fail: () => resolve({ ok: false, statusText: "Server Error" }),
      });
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  lend(t, { fetch });
  await run("hours-editor");
  const part = (selector) => document.querySelector(selector);
  const inputs = [...document.querySelectorAll("[data-dps-day] input")];
  return {
    asked,
    document,
    part,
    inputs,
    buttons: [...document.querySelectorAll("[data-dps-copy]")],
    pasteAll: part("[data-dps-paste-all]"),
    hours: () => inputs.map(({ value }) => value),
    words: (selector) => [...document.querySelectorAll(selector)].map((e) => e.textContent),
    isKnown: () => part("[value=known]").checked,
    type: async (input, text, pause = PAUSE) => {
      input.value = text;
      fire(input, "input");
      pass(pause);
      await settle();
    },
  };
}

test("hours: a day is copied to another, as often as wanted", async (t) => {
  const { buttons, hours, inputs, isKnown } = await visit(t);
  inputs[0].value = "9:00-12:00";

  fire(buttons[0], "click");
  fire(buttons[2], "click");
  fire(buttons[6], "click");

  assert.deepEqual(hours(), ["9:00-12:00", "", "9:00-12:00", "", "", "", "9:00-12:00"]);
  assert.equal(isKnown(), true);
});

test("hours: each button says what it does now, with its day", async (t) => {
  const { buttons, pasteAll } = await visit(t);
  const names = () => buttons.slice(0, 3).map((button) => button.getAttribute("aria-label"));

  const before = names();
  fire(buttons[1], "click");
  const copying = names();
  const isOffered = !pasteAll.hidden;
  fire(buttons[1], "click");

  assert.deepEqual(before, ["Copy: Monday", "Copy: Tuesday", "Copy: Wednesday"]);
  assert.deepEqual(copying, ["Paste: Monday", "Done: Tuesday", "Paste: Wednesday"]);
  assert.equal(isOffered, true);
  assert.deepEqual(names(), before);
  assert.equal(pasteAll.hidden, true);
});

test("hours: a day is pasted on the working days, and the focus is where it was", async (t) => {
  const { buttons, document, hours, inputs, pasteAll } = await visit(t);
  inputs[6].value = "10:00-12:00";

  fire(buttons[6], "click");
  fire(pasteAll.querySelector("button"), "click");

  assert.deepEqual(hours(), [...Array(5).fill("10:00-12:00"), "", "10:00-12:00"]);
  assert.equal(document.activeElement, buttons[6]);
  assert.equal(pasteAll.hidden, true);
});

test("hours are known once somebody writes them", async (t) => {
  const { inputs, isKnown, type } = await visit(t);

  await type(inputs[0], "9:00-12:00");

  assert.equal(isKnown(), true);
});

test("hours of holidays, once written, are their own", async (t) => {
  const { part, type } = await visit(t);

  await type(part("[name=hours_holiday_hours]"), "10:00-12:00");

  assert.equal(part("select").value, "own");
});

test("hours: the preview shows what the server says of the whole form, as text", async (t) => {
  const { asked, inputs, type, words } = await visit(t);

  await type(inputs[0], "9:00-1", PAUSE - 1);
  await type(inputs[0], "9:00-12:00");
  asked[0].answer({
    sentence: "Open now.",
    lines: ["<b>Monday</b>", "Tuesday"],
    problems: ["Hm."],
  });
  await settle();

  assert.equal(asked.length, 1);
  assert.deepEqual(
    [asked[0].query.get("hours_0"), asked[0].query.get("hours_known")],
    ["9:00-12:00", "known"],
  );
  assert.deepEqual(words("[data-dps-sentence]"), ["Open now."]);
  assert.deepEqual(words("[data-dps-lines] li"), ["<b>Monday</b>", "Tuesday"]);
  assert.deepEqual(words("[data-dps-problems] li"), ["Hm."]);
});

test("hours: a stale answer does not come into the preview", async (t) => {
  const { asked, inputs, part, type, words } = await visit(t);

  await type(inputs[0], "9:00-10:00");
  await type(inputs[0], "9:00-11:00");
  asked[1].answer({ sentence: "Until eleven." });
  asked[0].answer({ sentence: "Until ten." });
  await settle();

  assert.equal(asked[0].signal.aborted, true);
  assert.deepEqual(words("[data-dps-sentence]"), ["Until eleven."]);
  assert.equal(part("[data-dps-silent]").hidden, true);
});

test("hours: a preview that fails says so, and shows nothing old", async (t) => {
  const { asked, inputs, part, type, words } = await visit(t);

  await type(inputs[0], "9:00-10:00");
  asked[0].fail();
  await settle();

  assert.equal(part("[data-dps-silent]").hidden, false);
  assert.deepEqual(words("[data-dps-sentence]"), [""]);
  assert.deepEqual(words("[data-dps-lines] li"), []);
});
