import assert from "node:assert/strict";
import { test } from "node:test";
import { lend, run } from "../node/page.js";

const ORIGIN = "https://spaces.example";
const LIST = "/en/on-my-phone/";
const PAGE = `${LIST}library/`;
const FILE = "/static/css/base.css";
const MAP = "/map/door/fr-nl/F3DJD.svg";
const SITE = {
  languages: [
    { home: "/fr/", spaces: "/fr/espaces/", kept: "/fr/sur-mon-telephone/" },
    { home: "/en/", spaces: "/en/spaces/", kept: LIST },
  ],
  files: [FILE],
};

/** The caches of a browser, as far as the worker uses them: name → path → answer. */
class Caches {
  stores = {};

  async has(name) {
    return name in this.stores;
  }

  async open(name) {
    this.stores[name] ??= new Map();
    const store = this.stores[name];
    return {
      put: async (path, answer) => store.set(path, await answer.text()),
      delete: async (path) => store.delete(path),
      keys: async () => [...store.keys()].map((path) => ({ url: ORIGIN + path })),
    };
  }

  async match(path, { cacheName }) {
    const text = this.stores[cacheName]?.get(path);
    return text === undefined ? undefined : new Response(text);
  }
}

/** A browser's own class knows where the worker's site is. */
const BrowserResponse = Response;
class SiteResponse extends BrowserResponse {
  static redirect(path) {
    return BrowserResponse.redirect(ORIGIN + path);
  }
}

/** Return a `fetch` of a network that has `answers` by address, and what it was asked. */
function network(answers) {
  const asked = [];
  const fetch = async (request) => {
    const address = (request.url ?? request).replace(ORIGIN, "");
    asked.push(address);
    if (!(address in answers)) throw new TypeError("no network");
    const { text = "", status = 200, path = address } = answers[address];
    const response = new Response(text, { status });
    return Object.defineProperty(response, "url", { value: ORIGIN + path });
  };
  return { asked, fetch };
}

/** Hand an event to a listener, and wait for what it asks the browser to wait for. */
async function extended(listener, event = {}) {
  let done;
  listener({
    ...event,
    waitUntil: (promise) => {
      done = promise;
    },
  });
  await done;
}

/** Return what a request gets: its text, where it is led, or what kind of error. */
async function answerTo(listener, path, { mode = "navigate", method = "GET", origin = ORIGIN }) {
  let answer;
  listener({
    request: { url: origin + path, mode, method },
    respondWith: (promise) => {
      answer = promise;
    },
  });
  if (!answer) return "left to the browser";
  const response = await answer;
  if (response.type === "error") return "error";
  const target = response.headers.get("location");
  return target ? `→ ${target.replace(ORIGIN, "")}` : response.text();
}

/** Start the worker, with what is kept already, on a network that has `answers` by address. */
async function start(t, { kept, answers = {} } = {}) {
  const listeners = {};
  const caches = new Caches();
  if (kept) caches.stores.kept = new Map(Object.entries(kept));
  const { asked, fetch } = network(answers);
  const self = {
    location: { origin: ORIGIN },
    skipWaiting: t.mock.fn(),
    addEventListener: (type, listener) => {
      listeners[type] = listener;
    },
  };
  lend(t, { self, caches, fetch, SITE, Response: SiteResponse });
  await run("worker");
  return {
    asked,
    self,
    kept: () => Object.fromEntries(caches.stores.kept),
    isKnown: () => caches.has("kept"),
    install: () => extended(listeners.install),
    /** Ask to keep pages; return what went wrong. */
    keep: async (...pages) => {
      const postMessage = t.mock.fn();
      await extended(listeners.message, { data: { keep: pages }, ports: [{ postMessage }] });
      return postMessage.mock.calls[0].arguments[0];
    },
    get: (path, request = {}) => answerTo(listeners.fetch, path, request),
  };
}

const PRESENT = {
  [FILE]: { text: "css" },
  [`${LIST}?kept=1`]: { text: "list", path: `${LIST}?kept=1` },
};

test("worker keeps pages and the files that they take", async (t) => {
  const { keep, kept } = await start(t, {
    answers: { ...PRESENT, [`${PAGE}?kept=1`]: { text: "library" } },
  });

  const problem = await keep(LIST, PAGE);

  assert.equal(problem, "");
  assert.deepEqual(kept(), { [FILE]: "css", [LIST]: "list", [PAGE]: "library" });
});

test("worker keeps the map of a door with its page, and shows it without a network", async (t) => {
  const page = `<img src="${MAP}">`;
  const { get, install, keep, kept } = await start(t, {
    kept: { [MAP]: "old map" },
    answers: { ...PRESENT, [`${PAGE}?kept=1`]: { text: page }, [MAP]: { text: "map" } },
  });

  await keep(PAGE);
  assert.deepEqual(kept(), { [FILE]: "css", [MAP]: "map", [PAGE]: page });
  await install();
  assert.deepEqual(kept(), { [FILE]: "css", [MAP]: "map", [PAGE]: page });

  const away = await start(t, { kept: { [MAP]: "map" } });
  assert.equal(await away.get(MAP, { mode: "no-cors" }), "map");
  assert.equal(
    await get("/map/x/fr/12/0,0/640x640.svg", { mode: "no-cors" }),
    "left to the browser",
  );
});

test("worker writes nothing where the map of a door does not come", async (t) => {
  const { isKnown, keep } = await start(t, {
    answers: { ...PRESENT, [`${PAGE}?kept=1`]: { text: MAP } },
  });

  assert.equal(await keep(PAGE), "connection");
  assert.equal(await isKnown(), false);
});

test("worker writes nothing unless everything came", async (t) => {
  const { isKnown, keep } = await start(t, { answers: PRESENT });

  const problem = await keep(LIST, PAGE);

  assert.equal(problem, "connection");
  assert.equal(await isKnown(), false);
});

for (const status of [500, 503]) {
  test(`worker does not keep an error ${status} for a page`, async (t) => {
    const { isKnown, keep } = await start(t, {
      answers: { ...PRESENT, [`${PAGE}?kept=1`]: { text: "oops", status } },
    });

    const problem = await keep(LIST, PAGE);

    assert.equal(problem, "connection");
    assert.equal(await isKnown(), false);
  });
}

test("worker says when there is no room", async (t) => {
  const { keep } = await start(t, { answers: PRESENT });
  const open = async () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  lend(t, { caches: { open } });

  assert.equal(await keep(LIST), "room");
});

test("worker, installed where nothing is kept, keeps nothing", async (t) => {
  const { asked, install, isKnown, self } = await start(t, { answers: PRESENT });

  await install();

  assert.deepEqual(asked, []);
  assert.equal(await isKnown(), false);
  assert.equal(self.skipWaiting.mock.callCount(), 1);
});

test("worker of a new version brings all anew, and lets go of what is no more", async (t) => {
  const moved = `${LIST}new-name/`;
  const { install, kept } = await start(t, {
    kept: { "/static/css/old.css": "old", [LIST]: "old", [PAGE]: "old", [`${LIST}gone/`]: "old" },
    answers: {
      ...PRESENT,
      [`${PAGE}?kept=1`]: { text: "library", path: moved },
      [`${LIST}gone/?kept=1`]: { status: 410 },
    },
  });

  await install();

  assert.deepEqual(kept(), { [FILE]: "css", [LIST]: "list", [moved]: "library" });
});

test("worker of a new version leaves all as it is where something does not come", async (t) => {
  const before = { [FILE]: "old", [LIST]: "old", [PAGE]: "old" };
  const { install, kept } = await start(t, { kept: before, answers: PRESENT });

  await assert.rejects(install());

  assert.deepEqual(kept(), before);
});

test("worker asks the network first", async (t) => {
  const { get } = await start(t, {
    kept: { [LIST]: "kept", [FILE]: "kept css" },
    answers: { [LIST]: { text: "fresh" }, [FILE]: { text: "fresh css" } },
  });

  assert.equal(await get(LIST), "fresh");
  assert.equal(await get(FILE, { mode: "no-cors" }), "fresh css");
});

for (const [path, expected] of [
  [LIST, "list"],
  [PAGE, "library"],
  [FILE, "css"],
  ["/en/", `→ ${LIST}`],
  ["/en/spaces/", `→ ${LIST}`],
  ["/en/spaces/library/", `→ ${PAGE}`],
  ["/en/spaces/another/", `→ ${LIST}`],
  ["/fr/espaces/bibliotheque/", `→ ${LIST}`],
  ["/", `→ ${LIST}`],
  ["/en/spaces/library/easy/", "left to the browser"],
  ["/admin/", "left to the browser"],
]) {
  test(`worker without a network answers ${path} as ${expected}`, async (t) => {
    const { get } = await start(t, { kept: { [FILE]: "css", [LIST]: "list", [PAGE]: "library" } });

    assert.equal(await get(path, { mode: path === FILE ? "no-cors" : "navigate" }), expected);
  });
}

test("worker without a network leads to the list in the language of the page", async (t) => {
  const { get } = await start(t, { kept: { "/fr/sur-mon-telephone/": "liste", [LIST]: "list" } });

  assert.equal(await get("/en/spaces/another/"), `→ ${LIST}`);
  assert.equal(await get("/fr/espaces/autre/"), "→ /fr/sur-mon-telephone/");
});

test("worker without a network and with nothing kept fails as browsers do", async (t) => {
  const { get } = await start(t);

  assert.equal(await get("/en/"), "error");
  assert.equal(await get(FILE, { mode: "no-cors" }), "error");
});

test("worker stays out of what is sent, and of other sites", async (t) => {
  const { get } = await start(t, { kept: { [LIST]: "list" } });

  assert.equal(await get(LIST, { method: "POST" }), "left to the browser");
  assert.equal(await get(LIST, { origin: "https://tiles.example" }), "left to the browser");
});
