import assert from "node:assert/strict";
import { test } from "node:test";
import { fire, open, run } from "../node/page.js";

test("print shows its button in place of the hint, and prints", async (t) => {
  const body = "<button data-dps-print hidden></button><p data-dps-print-hint>Ctrl and P</p>";
  const window = open(t, body);
  window.print = t.mock.fn();

  await run("print");
  const button = window.document.querySelector("button");
  fire(button, "click");

  assert.equal(button.hidden, false);
  assert.equal(window.document.querySelector("p").hidden, true);
  assert.equal(window.print.mock.callCount(), 1);
});
