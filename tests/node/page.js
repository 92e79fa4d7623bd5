// A page outside a browser: a window of happy-dom's, whose names a module of static/js finds as if
// it ran there.

import { Window } from "happy-dom";

const NAMES = [
  ...["window", "document", "location", "navigator", "history", "matchMedia", "innerHeight"],
  ...["getComputedStyle", "DOMRect", "Element", "FormData"],
];
const HOME = "https://spaces.example/en/";

const own = new Map(); // what Node itself has under the names that are lent
let runs = 0;

/** Open a page with this body for the time of a test; return its window. */
export function open(t, body, { url = HOME, lang = "en" } = {}) {
  const window = new Window({ url });
  window.document.documentElement.lang = lang;
  window.document.body.innerHTML = body;
  lend(t, Object.fromEntries(NAMES.map((name) => [name, window[name]])));
  lend(t, { window });
  t.after(() => window.happyDOM.close());
  return window;
}

/** Give names to the modules for the time of a test. */
export function lend(t, values) {
  for (const [name, value] of Object.entries(values)) {
    if (!own.has(name)) own.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  t.after(takeBack);
}

function takeBack() {
  for (const [name, before] of own) {
    if (before) Object.defineProperty(globalThis, name, before);
    else delete globalThis[name];
  }
  own.clear();
}

/** Run a module as a page does that has just been opened; return what it exports. */
export function run(name) {
  runs += 1;
  return import(`../../static/js/${name}.js?${runs}`);
}

/** Stop the timers for the time of a test; return what lets so many milliseconds pass. */
export function stopTimers(t) {
  const waiting = new Map();
  let [now, last] = [0, 0];
  lend(t, {
    setTimeout: (action, pause) => {
      last += 1;
      waiting.set(last, { action, due: now + pause });
      return last;
    },
    clearTimeout: (timer) => waiting.delete(timer),
  });
  return (milliseconds) => {
    now += milliseconds;
    for (const [timer, { action, due }] of waiting) {
      if (due > now) continue;
      waiting.delete(timer);
      action();
    }
  };
}

/** Let everything happen that waits for no timer and no network. */
export function settle() {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Let an event happen on an element, as the visitor's hand makes it. */
export function fire(element, type, init = {}) {
  const { KeyboardEvent, MouseEvent, Event } = element.ownerDocument.defaultView;
  const kinds = { keydown: KeyboardEvent, click: MouseEvent, mousedown: MouseEvent };
  const event = new (kinds[type] ?? Event)(type, { bubbles: true, cancelable: true, ...init });
  element.dispatchEvent(event);
  return event;
}
