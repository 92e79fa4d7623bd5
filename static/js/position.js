// "Use my position": a way to search without typing. A position leaves the browser rounded to
// 3 decimals, about 100 metres, and only in the address that the visitor goes to.

const PATIENCE = 10_000; // milliseconds
const REUSE = 60_000; // milliseconds for which an earlier answer of the device is good enough
const DECIMALS = 3;

/** Show the form's button where the browser can tell a position. */
export function offerPosition(form) {
  const block = form.querySelector("[data-dps-position]");
  if (!block || !window.isSecureContext || !navigator.geolocation) return;
  const button = block.querySelector("button");
  const status = block.querySelector("[data-dps-position-status]");

  const say = (word) => {
    status.textContent = word ? status.dataset[word] : "";
    if (word === "asking") button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
  };

  button.addEventListener("click", () => {
    if (button.hasAttribute("aria-disabled")) return;
    say("asking");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        if (isInside(coords, block.dataset.region)) location.assign(addressAt(coords, form));
        else say("outside");
      },
      (error) => say(error.code === error.PERMISSION_DENIED ? "refused" : "failed"),
      { timeout: PATIENCE, maximumAge: REUSE },
    );
  });

  // Back from the results, the page stands as it was left.
  window.addEventListener("pageshow", (event) => event.persisted && say(""));
  block.hidden = false;
}

function isInside({ latitude, longitude }, region) {
  const [west, south, east, north] = region.split(",").map(Number);
  return west <= longitude && longitude <= east && south <= latitude && latitude <= north;
}

/** Return the address of the results near there, with the form's other choices. */
function addressAt({ latitude, longitude }, form) {
  const address = new URL(form.action);
  const choices = new FormData(form);
  choices.delete("q");
  address.search = new URLSearchParams(choices);
  address.searchParams.set("lat", latitude.toFixed(DECIMALS));
  address.searchParams.set("lng", longitude.toFixed(DECIMALS));
  return address;
}
