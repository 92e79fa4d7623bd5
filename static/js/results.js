// The results page: fetch the map, and all that it takes, when somebody is about to see it.

const NEAR = 300; // pixels below the window's edge
const BESIDE = "(min-width: 60rem)"; // where it stands beside the list, in sight from the start
const SLOW = 1000; // milliseconds after which we say that the map is loading

for (const section of document.querySelectorAll("[data-dps-map]")) offerMap(section);

function offerMap(section) {
  const ways = document.querySelectorAll("[data-dps-to-map]");
  const load = once(() => loadMap(section));
  section.hidden = false;
  if (location.hash === "#map") section.scrollIntoView();
  for (const way of ways) way.hidden = false;
  ways[0]?.addEventListener("click", load);
  if (matchMedia(BESIDE).matches) load();
  else whenNear(section, load);
}

function whenNear(section, action) {
  const watch = new IntersectionObserver(
    (sightings) => {
      if (!sightings.some((sighting) => sighting.isIntersecting)) return;
      watch.disconnect();
      action();
    },
    { rootMargin: `${NEAR}px` },
  );
  watch.observe(section);
}

function once(action) {
  let done = false;
  return () => {
    if (!done) action();
    done = true;
  };
}

/** Ask for all parts at once; of these, the outlines of the ground may come later, or not at all. */
async function loadMap(section) {
  const { points, outlines, leaflet, leafletCss, style } = section.dataset;
  const status = section.querySelector("[data-dps-map-status]");
  const slow = setTimeout(() => {
    status.textContent = status.dataset.loading;
  }, SLOW);
  try {
    preload(leafletCss); // what the style imports
    const parts = [import("./map.js"), json(points), script(leaflet), styleSheet(style)];
    parts.push(import("./map-pins.js")); // what the module imports
    const ground = json(outlines).catch(() => null);
    const [{ drawMap }, places] = await Promise.all(parts);
    drawMap(section, places.features, ground);
    status.textContent = "";
  } catch {
    status.textContent = status.dataset.failed;
    section.classList.add("map--failed");
  } finally {
    clearTimeout(slow);
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
