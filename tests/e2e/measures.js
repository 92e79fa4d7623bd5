// What the tests of accessibility measure on a page. Each function returns what is wrong, in words.

const SLACK = 1; // pixels that rounding may add
const ENOUGH = 44; // pixels in sight of what is high, as a text of several lines
const WINDOW = "[data-dps-map]"; // on a phone it shows a strip of the map
const NOT_TEXT = "svg, [data-dps-canvas], input, textarea, select"; // these scroll, or hold a drawing

/** Say what an element is: its tag, its classes and its first words. */
function tell(element) {
  const classes = [...element.classList].map((name) => `.${name}`).join("");
  const words = (element.getAttribute("aria-label") ?? element.textContent).trim();
  return `${element.localName}${classes} “${words.replace(/\s+/g, " ").slice(0, 40)}”`;
}

function isShown(element) {
  return (
    element.checkVisibility({ visibilityProperty: true }) && !element.closest(".visually-hidden")
  );
}

/** Return whether an element stands outside what anybody sees, as a link that skips does. */
function isAway(element) {
  const { right, left, width, height } = element.getBoundingClientRect();
  return right <= 0 || left >= innerWidth || width <= 1 || height <= 1;
}

/** Return what makes the page wider than its window. */
function tooWide() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const beyond = [...document.body.querySelectorAll("*")].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 1 && (right > clientWidth + SLACK || left < -SLACK) && right > 0;
  });
  return [`${scrollWidth} pixels in ${clientWidth}`, ...beyond.slice(0, 5).map(tell)];
}

/** Return the boxes whose words do not fit them: cut off, or lying over what stands beside them. */
function clipped() {
  return [...document.body.querySelectorAll("*")]
    .filter((element) => {
      const { overflowX, overflowY, display, fontSize } = getComputedStyle(element);
      const cuts = [overflowX, overflowY].some((value) => value === "hidden" || value === "clip");
      const hasWords = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.data.trim(),
      );
      if (!(hasWords || cuts) || ["inline", "contents"].includes(display)) return false;
      if (!isShown(element) || isAway(element) || element.closest(NOT_TEXT)) return false;
      if (element.matches(WINDOW)) return false;
      const room = cuts ? SLACK : parseFloat(fontSize) / 2; // letters are higher than their lines
      return (
        element.scrollWidth > element.clientWidth + SLACK ||
        element.scrollHeight > element.clientHeight + room
      );
    })
    .map(tell);
}

/** Return what a finger may miss: narrower or lower than `least` pixels, and not in a sentence. */
function smallTargets(least) {
  const all =
    "a[href], button, input:not([type=hidden]), select, textarea, summary, label:has(input)";
  return [...document.querySelectorAll(all)]
    .filter((element) => isShown(element) && !isAway(element) && !isInSentence(element))
    .map((element) => [element, (element.closest("label") ?? element).getBoundingClientRect()])
    .filter(([, { width, height }]) => width < least - 0.5 || height < least - 0.5)
    .map(
      ([element, { width, height }]) =>
        `${tell(element)}: ${width.toFixed(0)} × ${height.toFixed(0)}`,
    );
}

/** Return whether a link is a word among others of a sentence, whose lines it cannot push apart. */
function isInSentence(element) {
  if (element.localName !== "a" || getComputedStyle(element).display !== "inline") return false;
  const block = element.closest("p, li, td, dd");
  return Boolean(block) && block.textContent.trim().length > element.textContent.trim().length;
}

/** Return how what has the focus fails to show it. */
function focusProblems() {
  const element = document.activeElement;
  if (!element || element === document.body) return [];
  return [...unmarked(element), ...hidden(element)].map(
    (problem) => `${tell(element)}: ${problem}`,
  );
}

function unmarked(element) {
  const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) return ["no outline"];
  if (matchMedia("(forced-colors: active)").matches) return [];
  // What is drawn has its edge as the second tone.
  const face = element.matches(".map-pin") ? element.querySelector(".map-pin__face") : null;
  const halo = face ? getComputedStyle(face).stroke : boxShadow.match(/rgba?\([^)]+\)/)?.[0];
  if (!halo) return ["no halo"];
  // Of two tones this far apart, at least one is 3:1 from any colour.
  return contrast(outlineColor, halo) < 9 ? [`tones too alike: ${outlineColor}, ${halo}`] : [];
}

function hidden(element) {
  const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
  const across = Math.min(right, innerWidth) - Math.max(left, 0);
  const down = Math.min(bottom, innerHeight) - Math.max(top, 0);
  if (across < width - SLACK || down < Math.min(height - SLACK, ENOUGH)) {
    return [`out of sight at ${left.toFixed(0)}, ${top.toFixed(0)}`];
  }
  const middle = Math.max(top, 0) + down / 2;
  const points = [left + 2, (left + right) / 2, right - 2].map((x) => [x, middle]);
  const covers = points
    .map(([x, y]) => document.elementFromPoint(x, y))
    .filter((over) => over && !element.contains(over) && !over.contains(element));
  return covers.length === points.length ? [`covered by ${tell(covers[0])}`] : [];
}

/** Return the contrast of two opaque colours, as WCAG 2 defines it. */
function contrast(one, other) {
  const [light, dark] = [one, other].map(luminance).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = colour.match(/[\d.]+/g).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Return what still moves by itself. */
function moving() {
  const isTime = (text) => text.split(",").some((part) => parseFloat(part) > 0);
  return [document.documentElement, ...document.querySelectorAll("body *")]
    .filter((element) => {
      const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
      return isTime(transitionDuration) || isTime(animationDuration) || scrollBehavior === "smooth";
    })
    .map(tell);
}

/** Return the controls that have no edge of their own where the system chooses all colours. */
function edgeless() {
  const controls =
    ".button, .chip, .need, .search input[type=search], .field input, .field select, .field textarea, .notice, .panel, .tag";
  return [...document.querySelectorAll(controls)]
    .filter(isShown)
    .filter((element) => {
      const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
      return borderTopStyle === "none" || parseFloat(borderTopWidth) < 1;
    })
    .map(tell);
}

/** Return what is told from its neighbours by its background alone, which the system takes away. */
function toldByBackground() {
  const states =
    ".chip--on, .need--on, .languages [aria-current], .today, [data-current], [aria-selected=true]";
  return [...document.querySelectorAll(states)]
    .filter(isShown)
    .filter((element) => {
      const { borderTopStyle, borderTopWidth, outlineStyle } = getComputedStyle(element);
      const others = [
        ...document.querySelectorAll(".chip, .need, .languages a, tr, .result, [role=option]"),
      ].filter((near) => near !== element && !near.matches(states) && looksLike(near, element));
      const other = others[0] && getComputedStyle(others[0]);
      const hasWords = element.querySelector("small, .pictogram use[href$='#close']") !== null;
      if (hasWords || outlineStyle !== "none" || !other) return false;
      return borderTopStyle === other.borderTopStyle && borderTopWidth === other.borderTopWidth;
    })
    .map(tell);
}

function looksLike(one, other) {
  return one.localName === other.localName && one.classList[0] === other.classList[0];
}

/** Return the buttons that nothing happens to: neither in a form, nor taken away without scripts. */
function deadButtons() {
  return [...document.querySelectorAll("button, [role=button]")]
    .filter((button) => isShown(button) && !(button.type === "submit" && button.form))
    .map(tell);
}
