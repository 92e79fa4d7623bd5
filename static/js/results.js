// The results page: its map is there; what makes it move comes when somebody has seen it.

const WHOLE = "(min-width: 60rem)"; // where it stands beside the list; else it is a strip

for (const section of document.querySelectorAll("[data-dps-map]")) offerMap(section);

function offerMap(section) {
  const load = once(() => afterFrame(() => loadMap(section)));
  const open = () => {
    const isOpen = location.hash === "#map";
    section.classList.toggle("map--open", isOpen);
    if (isOpen || matchMedia(WHOLE).matches) load();
  };
  addEventListener("hashchange", open);
  section.querySelector("[data-dps-canvas]").addEventListener("focusin", () => {
    section.classList.add("map--open"); // a strip opens to whoever comes by keyboard
    load();
  });
  open();
}

function once(action) {
  let done = false;
  return () => {
    if (!done) action();
    done = true;
  };
}

/** Do something once the page as it stands is seen. */
function afterFrame(action) {
  requestAnimationFrame(() => setTimeout(action));
}

/** Ask for all parts at once; the places that the page does not list may come later, or not at all. */
async function loadMap(section) {
  const { points, leaflet, leafletCss, style } = section.dataset;
  try {
    preload(leafletCss); // what the style imports
    const parts = [import("./map.js"), script(leaflet), styleSheet(style)];
    const others = points ? json(points).catch(() => null) : Promise.resolve(null);
    const [{ takeOver }] = await Promise.all(parts);
    takeOver(section, others);
    performance.mark("dps-map");
  } catch {
    const status = section.querySelector("[data-dps-map-status]");
    status.textContent = status.dataset.failed;
  }
}

async function json(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

function script(src) {
  return loaded(Object.assign(document.createElement("script"), { src }));
}

function styleSheet(href) {
  return loaded(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
}

function preload(href) {
  document.head.append(
    Object.assign(document.createElement("link"), { rel: "preload", as: "style", href }),
  );
}

function loaded(element) {
  return new Promise((resolve, reject) => {
    element.addEventListener("load", resolve);
    element.addEventListener("error", reject);
    document.head.append(element);
  });
}
