// Helps to fill in the grid of opening hours: a day is copied to others, and how a visitor will
// read the hours is shown while one types. The form is whole without any of this.

const PAUSE = 300; // milliseconds without a key before we ask
const WORKING_DAYS = 5; // the first rows

class HoursEditor {
  constructor(root, preview) {
    this.root = root;
    this.rows = [...root.querySelectorAll("[data-dps-day]")].map((row) => ({
      input: row.querySelector("input"),
      button: row.querySelector("[data-dps-copy]"),
    }));
    this.pasteAll = root.querySelector("[data-dps-paste-all]");
    this.source = null; // the row that is copied
    this.preview = preview && new Preview(preview, root);
    this.listen();
    this.name();
  }

  listen() {
    for (const row of this.rows) {
      row.button.hidden = false;
      row.button.addEventListener("click", () => this.press(row));
    }
    this.pasteAll.querySelector("button").addEventListener("click", () => {
      for (const row of this.rows.slice(0, WORKING_DAYS)) row.input.value = this.source.input.value;
      this.know();
      this.source.button.focus();
      this.copy(null);
      this.changed();
    });
    this.root.addEventListener("input", (event) => {
      if (!event.target.matches("[type=radio]")) this.know();
      if (event.target.value && event.target.name.endsWith("_holiday_hours")) this.choose("own");
      this.changed();
    });
    this.root.addEventListener("change", () => this.changed());
  }

  /** A row's button copies it, pastes what is copied, or on the copied row ends that. */
  press(row) {
    if (this.source && this.source !== row) {
      row.input.value = this.source.input.value;
      this.know();
      this.changed();
      return;
    }
    this.copy(this.source ? null : row);
  }

  copy(row) {
    this.source = row;
    this.name();
  }

  /** Say on each button what it does now; its name goes on with the day. */
  name() {
    const others = this.source ? "Paste" : "Copy";
    for (const { button } of this.rows) {
      const which = button === this.source?.button ? "Done" : others;
      const words = button.dataset[`dpsWords${which}`];
      button.textContent = words;
      button.setAttribute("aria-label", `${words}: ${button.dataset.dpsName}`);
    }
    this.pasteAll.hidden = !this.source;
  }

  /** Who writes hours knows them. */
  know() {
    this.root.querySelector("[data-dps-known] [value=known]").checked = true;
  }

  choose(holidays) {
    this.root.querySelector("[name$=_holidays]").value = holidays;
  }

  changed() {
    this.preview?.wait();
  }
}

class Preview {
  constructor(box, inputs) {
    this.box = box;
    this.inputs = inputs;
  }

  find(part) {
    return this.box.querySelector(`[data-dps-${part}]`);
  }

  /** Ask once the typing pauses; whatever was asked before no longer matters. */
  wait() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    this.asking = new AbortController();
    const { signal } = this.asking;
    const query = new URLSearchParams();
    for (const input of this.inputs.querySelectorAll("[name]")) {
      if (input.type !== "radio" || input.checked) query.set(input.name, input.value);
    }
    try {
      const response = await fetch(`${this.box.dataset.dpsHoursPreview}?${query}`, { signal });
      if (!response.ok) throw new Error(response.statusText);
      this.show(await response.json());
    } catch {
      if (!signal.aborted) this.show(null);
    }
  }

  /** Show an answer, or that there is none. */
  show(answer) {
    this.find("silent").hidden = Boolean(answer);
    this.find("sentence").textContent = answer?.sentence ?? "";
    for (const part of ["lines", "problems"]) {
      this.find(part).replaceChildren(...(answer?.[part] ?? []).map(item));
    }
  }
}

function item(words) {
  const element = document.createElement("li");
  element.textContent = words;
  return element;
}

for (const root of document.querySelectorAll("[data-dps-hours-editor]")) {
  new HoursEditor(root, document.querySelector("[data-dps-hours-preview]"));
}
