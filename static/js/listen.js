// "Listen": the device's own voice reads the page, sentence by sentence. Without a voice for the
// page's language the button stays hidden: a wrong voice cannot be understood.

const block = document.querySelector("[data-dps-listen]");
const speech = window.speechSynthesis;

if (block && speech && window.SpeechSynthesisUtterance) {
  const start = block.querySelector("[data-dps-listen-start]");
  const stop = block.querySelector("[data-dps-listen-stop]");

  const offer = () => {
    block.hidden = !voiceFor(document.documentElement.lang);
  };

  const reading = (on) => {
    const moveFocus = block.contains(document.activeElement);
    start.hidden = on;
    stop.hidden = !on;
    if (moveFocus) (on ? stop : start).focus();
  };

  start.addEventListener("click", () => {
    speech.cancel();
    const sentences = [...document.querySelectorAll("[data-dps-read]")]
      .map(utterance)
      .filter(Boolean);
    sentences.at(-1).addEventListener("end", () => reading(false));
    for (const sentence of sentences) {
      sentence.addEventListener("error", () => reading(false));
      speech.speak(sentence);
    }
    reading(true);
  });

  stop.addEventListener("click", () => {
    speech.cancel();
    reading(false);
  });

  window.addEventListener("pagehide", () => speech.cancel());
  speech.addEventListener?.("voiceschanged", offer); // many browsers know their voices later
  offer();
}

/** Return what is to be said of an element, in its own language, null without a voice for it. */
function utterance(element) {
  const voice = voiceFor(element.closest("[lang]").lang);
  if (!voice) return null;
  const said = new SpeechSynthesisUtterance(element.textContent.trim());
  Object.assign(said, { voice, lang: voice.lang, rate: 0.9 });
  return said;
}

/** Return the device's voice for a language; of several, the one that it prefers. */
function voiceFor(language) {
  const voices = speech
    .getVoices()
    .filter(({ lang }) => lang.split(/[-_]/)[0].toLowerCase() === language);
  return voices.find((voice) => voice.default) ?? voices[0];
}
