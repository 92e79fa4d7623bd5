import assert from "node:assert/strict";
import { test } from "node:test";
import { lend, open, run } from "../node/page.js";

const ROUTE = "https://www.openstreetmap.org/directions?to=50.85,4.35";
const PHONE = { userAgent: "Mozilla/5.0 (Linux; Android 16)", maxTouchPoints: 5 };
const IPHONE = { userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0)", maxTouchPoints: 5 };
const IPAD = { userAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", maxTouchPoints: 5 };
const MAC = { userAgent: IPAD.userAgent, maxTouchPoints: 0 };

/** Return where the link leads on a device, and whether it is shown. */
async function linkOn(t, device, app) {
  const hasMouse = device === MAC;
  const { document } = open(t, `<a href="${ROUTE}" data-dps-map-app="${app}" hidden>Go there</a>`);
  lend(t, { navigator: device, matchMedia: () => ({ matches: hasMouse }) });
  await run("map-app");
  const link = document.querySelector("a");
  return [link.getAttribute("href"), !link.hidden];
}

const POINT = "geo:50.85,4.35?q=50.85,4.35(Library)";
const ADDRESS = "geo:0,0?q=1%20Street%2C%20Ixelles";

for (const [name, device, app, expected] of [
  ["Android follows the point", PHONE, POINT, [POINT, true]],
  [
    "an iPhone gets Apple's address",
    IPHONE,
    POINT,
    ["https://maps.apple.com/?daddr=50.85,4.35", true],
  ],
  [
    "an iPad says that it is a Mac",
    IPAD,
    POINT,
    ["https://maps.apple.com/?daddr=50.85,4.35", true],
  ],
  [
    "where no point is known the address goes there",
    IPHONE,
    ADDRESS,
    ["https://maps.apple.com/?daddr=1%20Street%2C%20Ixelles", true],
  ],
  ["a computer keeps the route on the web", MAC, POINT, [ROUTE, false]],
]) {
  test(`map app: ${name}`, async (t) => {
    assert.deepEqual(await linkOn(t, device, app), expected);
  });
}
