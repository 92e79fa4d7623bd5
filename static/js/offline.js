// "Keep this list on my phone". Nothing is registered or stored before that tap, as the phone may
// be a shared computer; where the browser cannot keep pages, nothing of this is shown.

const STORE = "kept"; // the worker's

for (const block of document.querySelectorAll("[data-dps-keep]")) {
  if (!navigator.serviceWorker || !window.caches) continue;
  offer(block).catch(() => {}); // a browser that allows no storage: the block stays hidden
}

async function offer(block) {
  const wanted = block.dataset.dpsKeep.split(" ");
  const part = (name) => block.querySelector(`[data-dps-keep-${name}]`);
  const status = part("status");

  const show = async () => {
    const paths = await keptPaths();
    const isKept = wanted.every((path) => paths.includes(path));
    part("offer").hidden = isKept;
    part("kept").hidden = !isKept;
    part("any")?.toggleAttribute("hidden", !paths.length);
    listPlaces(part("places"), paths);
  };

  const act = (button, action) =>
    button?.addEventListener("click", async () => {
      if (button.hasAttribute("aria-disabled")) return;
      button.setAttribute("aria-disabled", "true");
      status.textContent = status.dataset.busy;
      const word = await action();
      await show();
      status.textContent = status.dataset[word];
      button.removeAttribute("aria-disabled");
      if (button.closest("[hidden]")) status.focus(); // a hidden button would lose the focus
    });

  act(part("start"), () => keep(block.dataset.worker, wanted));
  act(part("remove"), () =>
    forget().then(
      () => "removed",
      () => "refused",
    ),
  );
  await show();
  block.hidden = false;
}

/** Keep pages; return how it went: a word of the status. */
async function keep(script, pages) {
  if (!navigator.onLine) return "connection";
  const isFirst = !(await keptPaths()).length;
  const problem = await navigator.serviceWorker
    .register(script)
    .then((registration) => ask(registration, pages))
    .catch((error) => (error instanceof TypeError ? "connection" : "refused"));
  if (problem && isFirst) await forget().catch(() => {}); // leave nothing behind
  return problem || "done";
}

/** Ask the worker to keep pages; return what went wrong, "" if nothing did. */
function ask({ active, waiting, installing }, pages) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    (active ?? waiting ?? installing).postMessage({ keep: pages }, [port2]);
  });
}

/** Remove everything: the worker and all that it keeps. */
async function forget() {
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.map((registration) => registration.unregister()));
  await caches.delete(STORE);
}

async function keptPaths() {
  if (!(await caches.has(STORE))) return []; // opening it would make it
  const requests = await (await caches.open(STORE)).keys();
  return requests.map(({ url }) => new URL(url).pathname);
}

/** Link to the kept pages of the places that this page names. */
function listPlaces(list, paths) {
  if (!list) return;
  const places = [...document.querySelectorAll("[data-dps-kept-page]")];
  const kept = places.filter(({ dataset }) => paths.includes(dataset.dpsKeptPage));
  list.replaceChildren(...kept.map(item));
  list.hidden = !kept.length;
}

function item(place) {
  const link = document.createElement("a");
  link.href = place.dataset.dpsKeptPage;
  link.append(...place.querySelector("h3 bdi").cloneNode(true).childNodes);
  const entry = document.createElement("li");
  entry.append(link);
  return entry;
}
