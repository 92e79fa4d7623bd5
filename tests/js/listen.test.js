import assert from "node:assert/strict";
import { test } from "node:test";
import { fire, lend, open, run } from "../node/page.js";

const PAGE = `
  <div data-dps-listen hidden>
    <button type="button" data-dps-listen-start>Listen</button>
    <button type="button" data-dps-listen-stop hidden>Stop</button>
  </div>
  <p data-dps-read> Come in. </p>
  <p data-dps-read lang="nl">Kom binnen.</p>
  <p data-dps-read lang="ar">تفضل.</p>`;
const ENGLISH = { lang: "en-GB", name: "first" };
const DUTCH = { lang: "nl_BE" };

class Utterance extends EventTarget {
  constructor(text) {
    super();
    this.text = text;
  }
}

async function visit(t, voices) {
  const window = open(t, PAGE);
  const speech = Object.assign(new EventTarget(), {
    voices,
    said: [],
    cancel: t.mock.fn(),
    getVoices: () => speech.voices,
    speak: (utterance) => speech.said.push(utterance),
  });
  lend(t, { SpeechSynthesisUtterance: Utterance });
  Object.assign(window, { speechSynthesis: speech, SpeechSynthesisUtterance: Utterance });
  await run("listen");
  const part = (name) => window.document.querySelector(`[data-dps-listen${name}]`);
  return { window, speech, block: part(""), start: part("-start"), stop: part("-stop") };
}

test("listen reads each sentence in its own language, and skips what it has no voice for", async (t) => {
  const { speech, start } = await visit(t, [ENGLISH, DUTCH]);

  fire(start, "click");

  assert.deepEqual(
    speech.said.map(({ text, lang }) => [text, lang]),
    [
      ["Come in.", "en-GB"],
      ["Kom binnen.", "nl_BE"],
    ],
  );
});

test("listen takes the voice that the device prefers", async (t) => {
  const preferred = { lang: "en-US", default: true };
  const { speech, start } = await visit(t, [ENGLISH, preferred]);

  fire(start, "click");

  assert.equal(speech.said[0].voice, preferred);
});

test("listen is offered once the browser knows a voice for the page", async (t) => {
  const { block, speech } = await visit(t, [DUTCH]);

  const before = block.hidden;
  speech.voices = [DUTCH, ENGLISH];
  speech.dispatchEvent(new Event("voiceschanged"));

  assert.equal(before, true);
  assert.equal(block.hidden, false);
});

test("listen gives way to Stop while it reads, and the focus goes along", async (t) => {
  const { speech, start, stop, window } = await visit(t, [ENGLISH]);
  const seen = () => [start.hidden, stop.hidden, window.document.activeElement === stop];

  start.focus();
  fire(start, "click");
  const whileReading = seen();
  speech.said.at(-1).dispatchEvent(new Event("end"));

  assert.deepEqual(whileReading, [true, false, true]);
  assert.deepEqual(seen(), [false, true, false]);
  assert.equal(window.document.activeElement, start);
});

test("listen can be tried again after a voice failed", async (t) => {
  const { speech, start } = await visit(t, [ENGLISH]);

  fire(start, "click");
  speech.said[0].dispatchEvent(new Event("error"));

  assert.equal(start.hidden, false);
});

test("listen falls silent at Stop, and with the page", async (t) => {
  const { speech, start, stop, window } = await visit(t, [ENGLISH]);
  fire(start, "click");
  const before = speech.cancel.mock.callCount();

  fire(stop, "click");
  window.dispatchEvent(new window.Event("pagehide"));

  assert.equal(speech.cancel.mock.callCount() - before, 2);
});
