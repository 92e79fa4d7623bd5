// The places that somebody puts on a sheet, ticked one by one in a list. They stand in the address,
// so that they last from page to page and from filter to filter, and nowhere else.

const NAME = "space";
const LINKS = 'main a[href^="?"], nav a[hreflang]'; // to the same list: another page, another choice

for (const bar of document.querySelectorAll("[data-dps-sheet-bar]")) gather(bar);

function gather(bar) {
  const status = bar.querySelector("[data-dps-sheet-status]");
  const most = Number(bar.dataset.dpsSheetBar);
  const fields = [...document.querySelectorAll(`input[name="${NAME}"][form="sheet"]`)];
  const boxes = fields.filter(({ type }) => type === "checkbox");
  const before = fields.filter(({ type }) => type === "hidden"); // chosen on another page
  const elsewhere = before.filter((field) => !takesOver(field, boxes));
  const links = [...document.querySelectorAll(LINKS)];
  const chosen = () =>
    [...elsewhere, ...boxes.filter((box) => box.checked)].map((field) => field.value);

  const show = () => {
    const slugs = chosen();
    bar.hidden = !slugs.length;
    status.textContent = slugs.length ? status.dataset[`count-${slugs.length}`] : "";
    keep(slugs, links);
  };
  for (const box of boxes) {
    box.addEventListener("change", () => {
      const isFull = chosen().length > most;
      if (isFull) box.checked = false;
      show();
      if (isFull) status.textContent = status.dataset.full;
    });
  }
  show();
}

/** Let the box of a place that was chosen before stand for it, where the page shows it. */
function takesOver(field, boxes) {
  const box = boxes.find(({ value }) => value === field.value);
  if (!box) return false;
  box.checked = true;
  field.remove();
  return true;
}

/** Put the places into this page's address, and into those of the same list that it leads to. */
function keep(slugs, links) {
  const here = withPlaces(location.href, slugs);
  if (here !== location.href) history.replaceState(history.state, "", here);
  for (const link of links) link.href = withPlaces(link.href, slugs);
  for (const form of document.querySelectorAll("main form:not(#sheet)")) {
    for (const field of form.querySelectorAll(`input[name="${NAME}"]`)) field.remove();
    form.append(...slugs.map(hidden));
  }
}

function withPlaces(address, slugs) {
  const url = new URL(address);
  const before = url.searchParams.getAll(NAME);
  if (before.join() === slugs.join()) return address;
  url.searchParams.delete(NAME);
  for (const slug of slugs) url.searchParams.append(NAME, slug);
  return url.href;
}

function hidden(value) {
  return Object.assign(document.createElement("input"), { type: "hidden", name: NAME, value });
}
