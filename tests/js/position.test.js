import assert from "node:assert/strict";
import { test } from "node:test";
import { fire, lend, open, run } from "../node/page.js";

const FORM = `
  <form action="/en/spaces/">
    <input name="q" value="Ixelles">
    <input name="open" value="1" type="checkbox" checked>
    <input name="wheelchair" value="1" type="checkbox">
    <div data-dps-position data-region="4.24,50.76,4.49,50.92" hidden>
      <button type="button">Use my position</button>
      <p data-dps-position-status data-asking="Wait." data-outside="Outside Brussels."
         data-refused="Not allowed." data-failed="It failed."></p>
    </div>
  </form>`;
const PERMISSION_DENIED = 1;

/** Open a page with the form; the device is asked for its position with `asked`. */
async function visit(t, { isSecure = true } = {}) {
  const window = open(t, FORM);
  const getCurrentPosition = t.mock.fn();
  lend(t, { navigator: { geolocation: { getCurrentPosition } } });
  lend(t, { location: { assign: t.mock.fn() } });
  Object.defineProperty(window, "isSecureContext", { value: isSecure });
  const { offerPosition } = await run("position");
  offerPosition(window.document.querySelector("form"));
  const part = (selector) => window.document.querySelector(selector);
  return {
    window,
    block: part("[data-dps-position]"),
    button: part("button"),
    status: part("[data-dps-position-status]"),
    asked: getCurrentPosition.mock,
    went: globalThis.location.assign.mock,
    answer: (coords) => getCurrentPosition.mock.calls.at(-1).arguments[0]({ coords }),
    refuse: (code) =>
      getCurrentPosition.mock.calls.at(-1).arguments[1]({ code, PERMISSION_DENIED }),
  };
}

test("position leaves the browser rounded to 3 decimals, with the form's other choices", async (t) => {
  const { answer, button, went } = await visit(t);

  fire(button, "click");
  answer({ latitude: 50.846_557_3, longitude: 4.351_697_2 });

  assert.deepEqual(
    went.calls.map((call) => String(call.arguments[0])),
    ["https://spaces.example/en/spaces/?open=1&lat=50.847&lng=4.352"],
  );
});

test("position is asked for by a click and by nothing else", async (t) => {
  const { asked, block, button, status } = await visit(t);

  const before = asked.callCount();
  fire(button, "click");

  assert.equal(block.hidden, false);
  assert.equal(before, 0);
  assert.equal(asked.callCount(), 1);
  assert.equal(status.textContent, "Wait.");
});

test("position is asked for once, however often one taps", async (t) => {
  const { asked, button } = await visit(t);

  fire(button, "click");
  fire(button, "click");

  assert.equal(asked.callCount(), 1);
});

test("position outside the Region searches for nothing, and one can try again", async (t) => {
  const { answer, asked, button, status, went } = await visit(t);

  fire(button, "click");
  answer({ latitude: 50.75, longitude: 4.35 });

  assert.equal(status.textContent, "Outside Brussels.");
  assert.equal(went.callCount(), 0);
  fire(button, "click");
  assert.equal(asked.callCount(), 2);
});

test("position that is refused, or fails, is said in other words", async (t) => {
  const { button, refuse, status } = await visit(t);

  const said = [PERMISSION_DENIED, PERMISSION_DENIED + 1].map((code) => {
    fire(button, "click");
    refuse(code);
    return status.textContent;
  });

  assert.deepEqual(said, ["Not allowed.", "It failed."]);
});

test("position waits no longer once one comes back to the page", async (t) => {
  const { button, status, window } = await visit(t);

  fire(button, "click");
  window.dispatchEvent(Object.assign(new window.Event("pageshow"), { persisted: true }));

  assert.equal(status.textContent, "");
  assert.equal(button.hasAttribute("aria-disabled"), false);
});

test("position is not offered where the browser would not tell it", async (t) => {
  const { block } = await visit(t, { isSecure: false });

  assert.equal(block.hidden, true);
});
