import assert from "node:assert/strict";
import { test } from "node:test";
import { fire, lend, open, run, settle, stopTimers } from "../node/page.js";

const SECTION = `
  <section data-dps-send data-subject="Library" data-text="Library, 1 Street">
    <ul>
      <li data-dps-share hidden><button type="button">Another way</button></li>
      <li data-dps-copy hidden><button type="button">Copy the text</button></li>
    </ul>
    <p role="status" data-dps-send-status data-copied="Copied." data-failed="Not copied."></p>
  </section>`;

async function visit(t, navigator) {
  const pass = stopTimers(t);
  const { document } = open(t, SECTION);
  lend(t, { navigator });
  await run("send");
  const status = document.querySelector("[role=status]");
  return {
    share: document.querySelector("[data-dps-share]"),
    copy: document.querySelector("[data-dps-copy]"),
    /** Click, and return what is said at once and then. */
    click: async (item) => {
      fire(item.querySelector("button"), "click");
      await settle();
      const atOnce = status.textContent;
      pass(1000);
      return [atOnce, status.textContent];
    },
  };
}

test("send copies the text, and says so each time anew", async (t) => {
  const writeText = t.mock.fn(async () => {});
  const { click, copy } = await visit(t, { clipboard: { writeText } });

  const said = [await click(copy), await click(copy)];

  assert.deepEqual(writeText.mock.calls[0].arguments, ["Library, 1 Street"]);
  assert.deepEqual(said, [
    ["", "Copied."],
    ["", "Copied."],
  ]);
});

test("send says when the text could not be copied", async (t) => {
  const writeText = () => Promise.reject(new Error("not allowed"));
  const { click, copy } = await visit(t, { clipboard: { writeText } });

  const said = await click(copy);

  assert.deepEqual(said, ["", "Not copied."]);
});

test("send opens the device's own sheet, and says nothing of a changed mind", async (t) => {
  const share = t.mock.fn(() => Promise.reject(new Error("aborted")));
  const page = await visit(t, { share });

  const said = await page.click(page.share);

  assert.deepEqual(share.mock.calls[0].arguments, [
    { title: "Library", text: "Library, 1 Street" },
  ]);
  assert.deepEqual(said, ["", ""]);
});

test("send offers nothing that the browser cannot do", async (t) => {
  const { copy, share } = await visit(t, {});

  assert.deepEqual([copy.hidden, share.hidden], [true, true]);
});
