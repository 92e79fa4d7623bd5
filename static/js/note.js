// The note on the sheet grows with its text, so that all of it is printed. Browsers that know
// `field-sizing` do it by themselves; without scripts the others scroll.

const SHORTEST = 3; // lines

for (const note of document.querySelectorAll("[data-dps-note]")) {
  if (CSS.supports("field-sizing", "content")) continue;
  note.addEventListener("input", () => fit(note));
  fit(note); // a browser may bring back what was typed before
}

function fit(note) {
  note.rows = SHORTEST;
  while (note.scrollHeight > note.clientHeight && note.rows < note.maxLength) note.rows += 1;
}
