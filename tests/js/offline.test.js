import assert from "node:assert/strict";
import { test } from "node:test";
import { fire, lend, open, run, settle } from "../node/page.js";

const LIST = "/en/on-my-phone/";
const PAGE = `${LIST}library/`;
const BODY = `
  <section data-dps-keep="${LIST} ${PAGE}" data-worker="/sw.js" hidden>
    <div data-dps-keep-offer hidden><button type="button" data-dps-keep-start>Keep</button></div>
    <p role="status" tabindex="-1" data-dps-keep-status data-busy="One moment…" data-done="Kept."
       data-removed="Removed." data-room="No room." data-connection="No connection."
       data-refused="Not allowed."></p>
    <div data-dps-keep-kept hidden>It is on your phone.</div>
    <ul data-dps-keep-places hidden></ul>
    <p data-dps-keep-any hidden><button type="button" data-dps-keep-remove>Remove</button></p>
  </section>
  <article data-dps-kept-page="${PAGE}"><h3><bdi>Library</bdi></h3></article>
  <article data-dps-kept-page="${LIST}other/"><h3><bdi>Other</bdi></h3></article>`;

/** The caches of a browser, as far as the page looks into them: name → paths. */
class Caches {
  constructor(kept) {
    this.stores = kept ? { kept } : {};
  }

  async has(name) {
    return name in this.stores;
  }

  async open(name) {
    const paths = this.stores[name];
    return { keys: async () => paths.map((path) => ({ url: `https://spaces.example${path}` })) };
  }

  async delete(name) {
    delete this.stores[name];
  }
}

/** Open a page; a tap on "Keep" is answered by a worker that has this `problem`. */
async function visit(t, { kept, problem = "", isOnline = true, register } = {}) {
  const window = open(t, BODY);
  const caches = new Caches(kept);
  const worker = {
    postMessage: ({ keep }, [port]) => {
      if (!problem) caches.stores.kept = keep;
      port.postMessage(problem);
    },
  };
  const registration = { active: worker, unregister: t.mock.fn(async () => true) };
  const serviceWorker = {
    register: t.mock.fn(register ?? (async () => registration)),
    getRegistrations: async () => [registration],
  };
  // Node waits for a port that nobody closes, a browser does not.
  const Channel = class extends MessageChannel {
    constructor() {
      super();
      t.after(() => this.port1.close());
    }
  };
  lend(t, { caches, MessageChannel: Channel, navigator: { serviceWorker, onLine: isOnline } });
  window.caches = caches;
  await run("offline");
  await settle();
  const part = (name) => window.document.querySelector(`[data-dps-keep${name}]`);
  return {
    caches,
    window,
    block: part(""),
    places: part("-places"),
    status: part("-status"),
    start: part("-start"),
    register: serviceWorker.register.mock,
    unregister: registration.unregister.mock,
    /** Which parts are shown. */
    shown: () => ["-offer", "-kept", "-any"].filter((name) => !part(name).hidden),
    tap: async (name) => {
      fire(part(name), "click");
      while (part(name).hasAttribute("aria-disabled")) await settle();
    },
  };
}

test("offline registers and stores nothing before a tap", async (t) => {
  const { block, caches, register, shown } = await visit(t);

  assert.equal(block.hidden, false);
  assert.deepEqual(shown(), ["-offer"]);
  assert.equal(register.callCount(), 0);
  assert.deepEqual(caches.stores, {});
});

test("offline asks the worker for the list and the page, and says that they are kept", async (t) => {
  const { caches, register, shown, status, tap, window } = await visit(t);

  await tap("-start");

  assert.deepEqual(register.calls[0].arguments, ["/sw.js"]);
  assert.deepEqual(caches.stores.kept, [LIST, PAGE]);
  assert.equal(status.textContent, "Kept.");
  assert.deepEqual(shown(), ["-kept", "-any"]);
  assert.equal(window.document.activeElement, status);
});

test("offline offers the page where only the list is kept", async (t) => {
  const { shown } = await visit(t, { kept: [LIST] });

  assert.deepEqual(shown(), ["-offer", "-any"]);
});

test("offline links to the pages that are kept, by their names", async (t) => {
  const { places } = await visit(t, { kept: [LIST, PAGE] });

  assert.deepEqual(
    [...places.querySelectorAll("a")].map((link) => [link.textContent, link.getAttribute("href")]),
    [["Library", PAGE]],
  );
  assert.equal(places.hidden, false);
});

for (const [problem, words] of [
  ["room", "No room."],
  ["connection", "No connection."],
]) {
  test(`offline leaves nothing behind where a first time fails for ${problem}`, async (t) => {
    const { caches, shown, status, tap, unregister } = await visit(t, { problem });

    await tap("-start");

    assert.equal(status.textContent, words);
    assert.equal(unregister.callCount(), 1);
    assert.deepEqual(caches.stores, {});
    assert.deepEqual(shown(), ["-offer"]);
  });
}

test("offline: a failure leaves what was kept before", async (t) => {
  const { caches, tap, unregister } = await visit(t, { kept: [LIST], problem: "room" });

  await tap("-start");

  assert.equal(unregister.callCount(), 0);
  assert.deepEqual(caches.stores.kept, [LIST]);
});

test("offline asks for nothing without a connection", async (t) => {
  const { register, status, tap } = await visit(t, { isOnline: false });

  await tap("-start");

  assert.equal(register.callCount(), 0);
  assert.equal(status.textContent, "No connection.");
});

test("offline says when the browser does not allow it", async (t) => {
  const register = () => Promise.reject(new DOMException("private", "SecurityError"));
  const { status, tap } = await visit(t, { register });

  await tap("-start");

  assert.equal(status.textContent, "Not allowed.");
});

test("offline takes one tap at a time", async (t) => {
  const { register, start, status, tap } = await visit(t);

  const done = tap("-start");
  fire(start, "click");
  const whileBusy = status.textContent;
  await done;

  assert.equal(whileBusy, "One moment…");
  assert.equal(register.callCount(), 1);
});

test("offline removes the worker and all that it kept", async (t) => {
  const { caches, shown, status, tap, unregister } = await visit(t, { kept: [LIST, PAGE] });

  await tap("-remove");

  assert.equal(status.textContent, "Removed.");
  assert.equal(unregister.callCount(), 1);
  assert.deepEqual(caches.stores, {});
  assert.deepEqual(shown(), ["-offer"]);
});

test("offline shows nothing where the browser allows no storage", async (t) => {
  const { window } = await visit(t);
  const block = window.document.querySelector("[data-dps-keep]");
  block.hidden = true;
  lend(t, { caches: { has: () => Promise.reject(new Error("no storage")) } });

  await run("offline");
  await settle();

  assert.equal(block.hidden, true);
});
