// Puts the point of a form's map where an address service says that the form's address is.

const TEXTS = ["street_fr", "street_nl", "house_number", "postal_code"];

/** Offer the button; `show` takes the point that was found. */
export function findFromAddress(root, { find, words }, show) {
  const button = root.querySelector("[data-dps-find]");
  const said = root.querySelector("[data-dps-found]");
  if (!find) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    button.setAttribute("aria-busy", "true");
    const answer = await ask(`${find}?${address()}`);
    button.removeAttribute("aria-busy");
    said.textContent = answer?.words ?? words.silent;
    if (answer && "lat" in answer) show(answer);
  });
}

/** Return the address as the form has it now. */
function address() {
  const query = new URLSearchParams();
  for (const name of TEXTS) query.set(name, document.querySelector(`#id_${name}`)?.value ?? "");
  const chosen = document.querySelector("#id_municipality")?.selectedOptions[0];
  query.set("municipality", chosen?.value ? chosen.textContent : "");
  return query;
}

async function ask(where) {
  try {
    const response = await fetch(where);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
