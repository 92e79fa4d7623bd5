// What lies under the pins: the municipalities, from our own file, and tiles where they answer.

const PATIENCE = 8; // tiles that may fail, none having come, before we ask for no more
const NAMES_FROM = 11; // zoom
const SHIFTS = [0, 24, -24]; // pixels up and down that may keep a name clear of pins
const CLEAR = 4; // pixels between a name and what is near it

/** Draw the ground; whatever of it fails to load, fails silently. */
export async function drawGround(map, outlines, { tiles, attribution }) {
  const names = map.createPane("names");
  for (const pane of [names, map.getPane("overlayPane")]) pane.setAttribute("aria-hidden", "true");
  const collection = await outlines;
  if (collection) drawMunicipalities(map, collection);
  if (tiles) drawTiles(map, tiles, attribution);
}

function drawMunicipalities(map, collection) {
  const style = { className: "map-town", interactive: false };
  L.geoJSON(collection, { style, interactive: false, renderer: L.svg({ padding: 0.5 }) }).addTo(
    map,
  );
  const field = document.documentElement.lang === "nl" ? "name_nl" : "name_fr";
  const said = JSON.parse(document.getElementById("town-names")?.textContent ?? "{}");
  const names = collection.features.map(({ properties, geometry }) => {
    const name = document.createElement("span");
    name.textContent = said[properties.nis] ?? properties[field];
    const icon = L.divIcon({ className: "map-town-name", html: name, iconSize: null });
    const options = { icon, pane: "names", interactive: false, keyboard: false };
    L.marker(middleOf(geometry), options).addTo(map);
    return name;
  });
  const arrange = () => {
    map.getContainer().classList.toggle("map--far", map.getZoom() < NAMES_FROM);
    placeNames(names, document.querySelectorAll(".map-pin__face"));
  };
  map.on("zoomend", arrange);
  arrange();
}

/** Show the names that have room beside all else and each other. */
function placeNames(names, others) {
  for (const name of names) {
    name.style.marginBlockStart = "0";
    name.hidden = false;
  }
  const taken = [...others].map((other) => other.getBoundingClientRect());
  const boxes = names.map((name) => name.getBoundingClientRect());
  names.forEach((name, index) => {
    const { x, y, width, height } = boxes[index];
    const room = SHIFTS.map((shift) => new DOMRect(x, y + shift, width, height)).find(
      (box) => !taken.some((other) => overlap(box, other)),
    );
    name.hidden = !room;
    if (!room) return;
    name.style.marginBlockStart = `${room.y - y}px`;
    taken.push(room);
  });
}

function overlap(one, other) {
  return (
    one.left < other.right + CLEAR &&
    other.left < one.right + CLEAR &&
    one.top < other.bottom + CLEAR &&
    other.top < one.bottom + CLEAR
  );
}

/** Return the centre of gravity of the largest ring, as Leaflet has it: latitude, longitude. */
function middleOf({ type, coordinates }) {
  const rings = type === "Polygon" ? [coordinates[0]] : coordinates.map((polygon) => polygon[0]);
  const weighed = rings.map(weigh).sort((one, other) => Math.abs(other.area) - Math.abs(one.area));
  const { area, x, y } = weighed[0];
  return [y / (3 * area), x / (3 * area)];
}

function weigh(ring) {
  let [area, x, y] = [0, 0, 0];
  for (let index = 1; index < ring.length; index += 1) {
    const [[x1, y1], [x2, y2]] = [ring[index - 1], ring[index]];
    const cross = x1 * y2 - x2 * y1;
    area += cross;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  }
  return { area, x, y };
}

function drawTiles(map, address, attribution) {
  const layer = L.tileLayer(address, {
    attribution,
    maxZoom: map.getMaxZoom(),
    referrerPolicy: "strict-origin-when-cross-origin", // some hosts refuse what names no site
  });
  let come = 0;
  let failed = 0;
  layer.on("tileload", () => {
    come += 1;
    map.getContainer().classList.add("map--tiles");
  });
  layer.on("tileerror", () => {
    failed += 1;
    if (come === 0 && failed >= PATIENCE) layer.remove();
  });
  layer.addTo(map);
}
