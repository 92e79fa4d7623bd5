import assert from "node:assert/strict";
import { test } from "node:test";
import { open, run } from "../node/page.js";

const SLUGS = ["one", "two", "three", "four", "five", "six"];
const COUNTS = [1, 2, 3, 4, 5].map((n) => ` data-count-${n}="${n} of 5 on the sheet"`).join("");
const BOX = (slug) => `<input type="checkbox" name="space" value="${slug}" form="sheet">`;
const PAGE = `
  <nav><a hreflang="nl" href="/nl/ruimtes/?q=Ixelles">Nederlands</a></nav>
  <main>
    <form class="search"><input name="q" value="Ixelles"></form>
    ${SLUGS.map(BOX).join("")}
    <div data-dps-sheet-bar="5" hidden>
      <p data-dps-sheet-status data-full="The sheet is full."${COUNTS}></p>
    </div>
    <a rel="next" href="?q=Ixelles&page=2">Next page</a>
    <a class="move" href="?q=Ixelles&bbox=1#map">To the east</a>
    <form id="sheet">KEPT</form>
  </main>`;
const URL_OF_LIST = "https://spaces.example/en/spaces/?q=Ixelles";

/** Open the list, with places chosen on another page; return what a visitor does and sees. */
async function list(t, kept = []) {
  const field = (slug) => `<input type="hidden" name="space" value="${slug}" form="sheet">`;
  const fields = kept.map(field).join("");
  const { document, location, Event } = open(t, PAGE.replace("KEPT", fields), { url: URL_OF_LIST });
  await run("sheet");
  const one = (selector) => document.querySelector(selector);
  return {
    one,
    location,
    tick(slug, checked = true) {
      const box = one(`[type="checkbox"][value="${slug}"]`);
      box.checked = checked;
      box.dispatchEvent(new Event("change"));
      return box;
    },
    get said() {
      const bar = one("[data-dps-sheet-bar]");
      return bar.hidden ? null : one("[data-dps-sheet-status]").textContent;
    },
  };
}

test("nothing is said before a place is ticked", async (t) => {
  const page = await list(t);

  assert.equal(page.said, null);
  assert.equal(page.location.href, URL_OF_LIST);
});

test("each place is counted, and one may be taken off", async (t) => {
  const page = await list(t);

  page.tick("one");
  page.tick("two");
  assert.equal(page.said, "2 of 5 on the sheet");
  page.tick("one", false);
  assert.equal(page.said, "1 of 5 on the sheet");
  page.tick("two", false);

  assert.equal(page.said, null);
});

test("a sixth place is refused when it is ticked", async (t) => {
  const page = await list(t);
  for (const slug of SLUGS.slice(0, 5)) page.tick(slug);

  const sixth = page.tick("six");

  assert.equal(sixth.checked, false);
  assert.equal(page.said, "The sheet is full.");
  assert.ok(!page.location.search.includes("six"));
});

test("what is ticked goes along to other pages, parts of the map, searches and languages", async (t) => {
  const page = await list(t);

  page.tick("two");

  assert.equal(page.location.search, "?q=Ixelles&space=two");
  assert.equal(new URL(page.one("[rel=next]").href).search, "?q=Ixelles&page=2&space=two");
  assert.equal(new URL(page.one(".move").href).hash, "#map");
  assert.equal(new URL(page.one("[hreflang]").href).search, "?q=Ixelles&space=two");
  assert.equal(page.one('.search [name="space"]').value, "two");
  page.tick("two", false);
  assert.equal(new URL(page.one("[rel=next]").href).search, "?q=Ixelles&page=2");
  assert.equal(page.one('.search [name="space"]'), null);
});

test("what was ticked on another page is counted, and ticked where the page shows it", async (t) => {
  const page = await list(t, ["elsewhere", "two"]);

  assert.equal(page.said, "2 of 5 on the sheet");
  assert.equal(page.one('[type="checkbox"][value="two"]').checked, true);
  assert.equal(page.one('#sheet [value="two"]'), null);
  assert.equal(page.one('#sheet [value="elsewhere"]').name, "space");
});
