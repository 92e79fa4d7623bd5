// Who moves: one finger and the plain wheel move the page, two fingers and Ctrl or ⌘ with the
// wheel move the map. A mouse drags it, and the wheel zooms it while the focus is inside.

const HINT = 1500; // milliseconds
const KEYS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "+", "-", "=", "_"];

/** Keep the page's scrolling free; `onMove` hears of each time that the visitor moves the map. */
export function shareGestures(map, section, onMove) {
  const canvas = map.getContainer();
  const hint = section.querySelector("[data-dps-map-hint]");
  const before = { capture: true, passive: true }; // ahead of Leaflet's own listeners

  section.addEventListener(
    "pointerdown",
    ({ pointerType }) => {
      switchOn(map.dragging, pointerType !== "touch");
    },
    before,
  );
  section.addEventListener(
    "wheel",
    ({ ctrlKey, metaKey }) => {
      const isForMap = ctrlKey || metaKey || canvas.contains(document.activeElement);
      switchOn(map.scrollWheelZoom, isForMap);
      if (isForMap) onMove();
    },
    before,
  );

  canvas.addEventListener("touchstart", ({ touches }) => touches.length > 1 && onMove(), before);
  canvas.addEventListener(
    "touchmove",
    ({ touches }) => touches.length === 1 && flash(hint),
    before,
  );
  canvas.addEventListener("keydown", ({ key }) => KEYS.includes(key) && onMove());
  canvas.addEventListener("dblclick", onMove);
  map.on("dragstart boxzoomend", onMove);
}

function switchOn(handler, isOn) {
  if (isOn) handler.enable();
  else handler.disable();
}

let hiding = 0;

function flash(hint) {
  clearTimeout(hiding);
  hint.hidden = false;
  hiding = setTimeout(() => {
    hint.hidden = true;
  }, HINT);
}
