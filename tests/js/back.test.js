import assert from "node:assert/strict";
import { test } from "node:test";
import { open, run } from "../node/page.js";

const LINK = '<a href="/en/spaces/" data-dps-back="Back to my search">See all the places</a>';
const ALL = ["See all the places", "https://spaces.example/en/spaces/"];

/** Open a space's page from another page; return what the link says and where it leads. */
async function linkFrom(t, referrer) {
  const { document } = open(t, LINK, { url: "https://spaces.example/en/spaces/bibliotheque/" });
  Object.defineProperty(document, "referrer", { value: referrer });
  await run("back");
  const link = document.querySelector("a");
  return [link.textContent, link.href];
}

test("back leads to the search that one comes from, with its filters", async (t) => {
  const search = "https://spaces.example/en/spaces/?q=Ixelles&open=1";

  const link = await linkFrom(t, search);

  assert.deepEqual(link, ["Back to my search", search]);
});

for (const [from, referrer] of [
  ["nowhere", ""],
  ["the list without a search", "https://spaces.example/en/spaces/"],
  ["another page", "https://spaces.example/en/courses/?q=Ixelles"],
  ["another site", "https://other.example/en/spaces/?q=Ixelles"],
]) {
  test(`back leads to all the places for who comes from ${from}`, async (t) => {
    assert.deepEqual(await linkFrom(t, referrer), ALL);
  });
}
