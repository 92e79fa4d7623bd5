import assert from "node:assert/strict";
import { test } from "node:test";
import { fire, lend, open, run } from "../node/page.js";

const LINE = 20; // pixels

/** Open a page with a note whose browser may know `field-sizing`. */
async function visit(t, { text = "", isKnown = false } = {}) {
  const { document } = open(t, '<textarea data-dps-note rows="2" maxlength="40"></textarea>');
  const note = document.querySelector("textarea");
  note.value = text;
  Object.defineProperty(note, "rows", { value: 2, writable: true }); // happy-dom has it as text
  Object.defineProperty(note, "clientHeight", { get: () => note.rows * LINE });
  Object.defineProperty(note, "scrollHeight", { get: () => note.value.split("\n").length * LINE });
  lend(t, { CSS: { supports: () => isKnown } });
  await run("note");
  return note;
}

test("note grows and shrinks with its text", async (t) => {
  const note = await visit(t);

  const rows = ["a\nb\nc\nd\ne", "a\nb\nc\nd", "a"].map((text) => {
    note.value = text;
    fire(note, "input");
    return note.rows;
  });

  assert.deepEqual(rows, [5, 4, 3]);
});

test("note that the browser brings back is shown whole", async (t) => {
  const note = await visit(t, { text: "a\nb\nc\nd\ne\nf" });

  assert.equal(note.rows, 6);
});

test("note stops growing", async (t) => {
  const note = await visit(t, { text: "\n".repeat(100) });

  assert.equal(note.rows, note.maxLength);
});

test("note is left to browsers that grow it themselves", async (t) => {
  const note = await visit(t, { text: "a\nb\nc\nd\ne", isKnown: true });

  assert.equal(note.rows, 2);
});
