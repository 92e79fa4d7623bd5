// A button that prints. Without scripts a sentence says where the browser has its own.

for (const button of document.querySelectorAll("[data-dps-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
for (const hint of document.querySelectorAll("[data-dps-print-hint]")) hint.hidden = true;
