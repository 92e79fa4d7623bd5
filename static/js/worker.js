// The service worker: it holds what a visitor chose to keep on their phone, and nothing else.
// `/sw.js` says what the site is now (SITE) and takes this in. The network comes first; what is
// kept is shown only where there is none, and only for the addresses that it can stand for.

const STORE = "kept";
const PICTURES = /\/map\/door\/[\w-]+\/\w+\.svg/g; // in a page: the map of its door, kept with it

// A new version of the site or of its data: bring anew what is kept, all of it or nothing.
self.addEventListener("install", (event) => {
  event.waitUntil(renew().then(() => self.skipWaiting()));
});

// A page asks to keep addresses; it is answered with what went wrong, "" if nothing did.
self.addEventListener("message", (event) => {
  const answer = (problem) => event.ports[0].postMessage(problem);
  event.waitUntil(
    keep(event.data.keep).then(
      () => answer(""),
      (error) => answer(nameOf(error)),
    ),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    const address = keptAddress(pathname);
    if (address) event.respondWith(fetch(request).catch(() => standIn(pathname, address)));
  } else if (SITE.files.includes(pathname) || pathname.match(PICTURES)) {
    event.respondWith(fetch(request).catch(async () => (await find(pathname)) ?? Response.error()));
  }
});

/** Return the address of what is kept for a page, "" for a page that nothing can stand for. */
function keptAddress(path) {
  if (path === "/") return SITE.languages[0].kept;
  for (const { home, spaces, kept } of SITE.languages) {
    if (path === home) return kept;
    if (path.startsWith(kept)) return path;
    if (path.startsWith(spaces) && /^[\w-]*\/?$/.test(path.slice(spaces.length))) {
      return kept + path.slice(spaces.length);
    }
  }
  return "";
}

/** Answer without a connection: the kept page, else a list that is kept, else as browsers do. */
async function standIn(path, address) {
  if (await find(address)) return address === path ? find(path) : Response.redirect(address);
  const lists = SITE.languages.map(({ kept }) => kept);
  const own = lists.filter((list) => address.startsWith(list));
  for (const list of [...own, ...lists]) {
    if (await find(list)) return Response.redirect(list);
  }
  return Response.error();
}

function find(path) {
  return caches.match(path, { cacheName: STORE });
}

/** Keep pages, and the files and pictures that they take; nothing is written unless everything came.
 * Return the paths of what is kept now. */
async function keep(pages) {
  const brought = (
    await Promise.all([...SITE.files.map(bringFile), ...pages.map(bringPage)])
  ).flat();
  const store = await caches.open(STORE);
  for (const [path, response] of brought) await store.put(path, response); // the files first
  return brought.map(([path]) => path);
}

async function renew() {
  if (!(await caches.has(STORE))) return; // nothing is kept
  const store = await caches.open(STORE);
  const before = (await store.keys()).map(({ url }) => new URL(url).pathname);
  const now = await keep(before.filter((path) => keptAddress(path) === path));
  await Promise.all(before.filter((path) => !now.includes(path)).map((path) => store.delete(path)));
}

async function bringFile(path) {
  const response = await fetch(path);
  if (!response.ok) throw new TypeError(`${path}: ${response.status}`);
  return [[path, response]];
}

/** Return a page's present address and its copy to keep, and the pictures on it; nothing where there
 * is no such page now. */
async function bringPage(path) {
  const response = await fetch(`${path}?kept=1`, { cache: "no-store" });
  if (response.status >= 500) throw new TypeError(`${path}: ${response.status}`);
  const address = new URL(response.url).pathname;
  if (!response.ok || keptAddress(address) !== address) return [];
  // A response that was redirected may not be shown as a page: its content may.
  const text = await response.text();
  const pictures = await Promise.all((text.match(PICTURES) ?? []).map(bringFile));
  return [...pictures.flat(), [address, new Response(text, { headers: response.headers })]];
}

function nameOf(error) {
  return error.name === "QuotaExceededError" ? "room" : "connection";
}
