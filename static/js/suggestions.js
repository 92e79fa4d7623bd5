// Suggestions under the search box: a combobox with a list and manual selection, as the
// ARIA Authoring Practices describe it. What fails, fails silently: the form still searches.

const PAUSE = 150; // milliseconds without a key before we ask
const SHORTEST = 2; // letters
const MOST = 8; // suggestions; there are words for as many

/** Suggest places under the form's input. */
export function suggestPlaces(form) {
  const input = form.querySelector("[data-dps-where]");
  const status = form.querySelector("[data-dps-suggestions-status]");
  if (input) new Suggestions(form, input, status);
}

class Suggestions {
  constructor(form, input, status) {
    this.form = form;
    this.input = input;
    this.status = status;
    this.known = new Map(); // what was typed → labels
    this.options = [];
    this.current = -1;
    this.list = this.makeList();
    this.listen();
  }

  get isOpen() {
    return !this.list.hidden;
  }

  makeList() {
    const list = document.createElement("ul");
    list.id = `${this.input.id}-suggestions`;
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-labelledby", this.input.labels[0].id);
    list.hidden = true;
    this.input.after(list);
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-autocomplete", "list");
    this.input.setAttribute("aria-expanded", "false");
    this.input.setAttribute("aria-controls", list.id);
    return list;
  }

  listen() {
    this.input.addEventListener("input", () => this.wait());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.close());
    this.form.addEventListener("submit", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the input keeps the focus
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose(option);
    });
  }

  /** Ask once the typing pauses; whatever was asked before no longer matters. */
  wait() {
    this.forget();
    const typed = this.input.value.trim();
    if (typed.length < SHORTEST) {
      this.options = [];
      this.close();
      return;
    }
    this.timer = setTimeout(() => this.ask(typed), PAUSE);
  }

  forget() {
    clearTimeout(this.timer);
    this.request?.abort();
  }

  async ask(typed) {
    this.request = new AbortController();
    const { signal } = this.request;
    try {
      const labels = this.known.get(typed) ?? (await fetchLabels(this.input, typed, signal));
      this.known.set(typed, labels);
      if (!signal.aborted && document.activeElement === this.input) this.show(labels);
    } catch {
      if (!signal.aborted) this.close();
    }
  }

  show(labels) {
    this.mark(-1);
    this.options = labels.map((label, index) => {
      const option = document.createElement("li");
      option.id = `${this.list.id}-${index}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = label;
      return option;
    });
    this.list.replaceChildren(...this.options);
    this.open(labels.length > 0);
    this.status.textContent = this.status.getAttribute(`data-count-${labels.length}`) ?? "";
    this.makeRoom();
  }

  /** Scroll the field to the top where the suggestions lie below the fold, or the keyboard. */
  makeRoom() {
    const seen = window.visualViewport?.height ?? window.innerHeight;
    if (this.isOpen && this.list.getBoundingClientRect().bottom > seen) {
      this.input.scrollIntoView({ block: "start" });
    }
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
  }

  close() {
    this.forget();
    this.mark(-1);
    this.open(false);
    this.status.textContent = "";
  }

  key(event) {
    if (event.isComposing) return;
    const { key, altKey } = event;
    if ((key === "ArrowDown" || key === "ArrowUp") && this.options.length > 0) {
      event.preventDefault();
      if (this.isOpen) this.step(key === "ArrowDown" ? 1 : -1);
      else this.open(true);
      if (altKey) this.mark(-1);
    } else if (key === "Escape" && this.isOpen) {
      event.preventDefault(); // the browser would empty the input
      this.close();
    } else if (key === "Enter" && this.isOpen && this.current >= 0) {
      event.preventDefault();
      this.choose(this.options[this.current]);
    }
  }

  /** Move along the suggestions; one step past either end is what was typed. */
  step(by) {
    const places = this.options.length + 1;
    this.mark(((this.current + 1 + by + places) % places) - 1);
  }

  mark(index) {
    this.options[this.current]?.setAttribute("aria-selected", "false");
    this.current = index;
    const option = this.options[index];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", option.id);
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  choose(option) {
    this.input.value = option.textContent;
    this.close();
    this.form.submit();
  }
}

async function fetchLabels(input, typed, signal) {
  const address = new URL(input.dataset.dpsWhere, location.href);
  address.searchParams.set("q", typed);
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(response.statusText);
  const { places } = await response.json();
  return places.slice(0, MOST).map((place) => place.label);
}
