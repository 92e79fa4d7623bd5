// The results page: fetch the map, and all that it takes, when somebody is about to see it.

const NEAR = "300px"; // of the window's edge
const SLOW = 1000; // milliseconds after which we say that the map is loading

const section = document.querySelector("[data-dps-map]");
if (section) offerMap(section);

function offerMap(section) {
  const way = document.querySelector("[data-dps-to-map]");
  const load = once(() => loadMap(section));
  const watch = new IntersectionObserver(
    (sightings) => {
      if (!sightings.some((sighting) => sighting.isIntersecting)) return;
      watch.disconnect();
      load();
    },
    { rootMargin: NEAR },
  );
  section.hidden = false;
  watch.observe(section);
  if (way) {
    way.hidden = false;
    way.addEventListener("click", load);
  }
  if (location.hash === "#map") section.scrollIntoView();
}

function once(action) {
  let done = false;
  return () => {
    if (!done) action();
    done = true;
  };
}

async function loadMap(section) {
  const status = section.querySelector("[data-dps-map-status]");
  const { points, outlines, leaflet, leafletCss } = section.dataset;
  const slow = setTimeout(() => (status.textContent = status.dataset.loading), SLOW);
  const ground = json(outlines).catch(() => null); // a map without them is still a map
  try {
    const [{ drawMap }, places] = await Promise.all([
      import("./map.js"),
      json(points),
      script(leaflet),
      styleSheet(leafletCss),
    ]);
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

function script(address) {
  const element = document.createElement("script");
  element.src = address;
  return loaded(element);
}

function styleSheet(address) {
  const element = document.createElement("link");
  element.rel = "stylesheet";
  element.href = address;
  return loaded(element);
}

function loaded(element) {
  return new Promise((resolve, reject) => {
    element.addEventListener("load", resolve);
    element.addEventListener("error", reject);
    document.head.append(element);
  });
}
