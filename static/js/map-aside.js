// Where pins stand so that none lies on another, once the map moves: as the page has placed them
// (spaces/cartography/aside.py), but on a picture of one size.

const SIDE = 44; // pixels: no pin is nearer to another
const ROUNDS = 40; // in which pins push each other
const STEP = 8; // pixels, the finest by which a pin looks for room
const MOST = 2000; // spots that are tried: as far as 350 pixels

/**
 * Return by how many pixels each pin stands aside of its point.
 * One whose point is in view stays in view. No pin has its tip in a box that is `taken`.
 */
export function shifts(points, view, taken) {
  const stood = [];
  const isFree = ({ x, y }) =>
    !stood.some((other) => Math.abs(other.x - x) < SIDE && Math.abs(other.y - y) < SIDE) &&
    !taken.some((box) => isInside(box, { x, y }));
  return push(points, view, taken).map((spot, index) => {
    const point = points[index];
    const fits = (tip) => isFree(tip) && (view.contains(tip) || !view.contains(point));
    const pushed = spot.subtract(point);
    let shift = pushed.round();
    for (let nth = 1; !fits(point.add(shift)) && nth <= MOST; nth += 1) {
      shift = pushed.add(spiral(nth)).round();
    }
    stood.push(point.add(shift));
    return shift;
  });
}

/** Return where pins come to stand that push each other, each to its own side of the other. */
function push(points, view, taken) {
  // Those of one house know no side: they set out to all sides.
  const spots = points.map((point, index) => {
    const earlier = points.slice(0, index).filter((other) => other.equals(point));
    return point.add(spiral(earlier.length));
  });
  for (let round = 0; round < ROUNDS; round += 1) {
    const met = spots.flatMap((spot, one) => [
      ...taken.map((box) => leave(spot, box)),
      ...spots
        .slice(0, one)
        .map((other, at) => part(spot, other, points[one].subtract(points[at]))),
    ]);
    for (const [index, spot] of spots.entries()) {
      if (view.contains(points[index])) bringInto(spot, view);
    }
    if (!met.includes(true)) break;
  }
  return spots;
}

/** Move a spot out of a box, the short way; tell whether it was inside. */
function leave(spot, box) {
  if (!isInside(box, spot)) return false;
  const x = nearer(spot.x, box.min.x, box.max.x);
  const y = nearer(spot.y, box.min.y, box.max.y);
  if (Math.abs(x) < Math.abs(y)) spot.x += x;
  else spot.y += y;
  return true;
}

/** Move two spots apart, sideways or up and down, which is shorter; tell whether they met. */
function part(one, other, { x: right, y: down }) {
  const [wide, high] = [one.x - other.x, one.y - other.y];
  if (Math.abs(wide) >= SIDE || Math.abs(high) >= SIDE) return false;
  const side = SIDE + 1; // for what is rounded
  const x = (Math.sign(right) || Math.sign(wide) || 1) * side - wide;
  const y = (Math.sign(down) || Math.sign(high) || 1) * side - high;
  const by = Math.abs(x) <= Math.abs(y) ? L.point(x / 2, 0) : L.point(0, y / 2);
  [one.x, one.y] = [one.x + by.x, one.y + by.y];
  [other.x, other.y] = [other.x - by.x, other.y - by.y];
  return true;
}

function bringInto(spot, { min, max }) {
  spot.x = Math.min(Math.max(spot.x, min.x), max.x);
  spot.y = Math.min(Math.max(spot.y, min.y), max.y);
}

/** Return how far it is to the nearer of two edges. */
function nearer(at, one, other) {
  return at - one < other - at ? one - at : other - at;
}

function isInside({ min, max }, { x, y }) {
  return min.x < x && x < max.x && min.y < y && y < max.y;
}

/** Return the nth of the spots around a point, from the middle outwards. */
function spiral(nth) {
  const angle = nth * 2.4; // radians: the golden angle
  const far = STEP * Math.sqrt(nth);
  return L.point(far * Math.cos(angle), far * Math.sin(angle));
}
