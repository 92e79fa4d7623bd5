// "See all the places" becomes "Back to my search" for who comes from one, with its filters.

for (const link of document.querySelectorAll("[data-dps-back]")) {
  const from = document.referrer ? new URL(document.referrer) : null;
  const list = new URL(link.href);
  if (from?.origin !== list.origin || from.pathname !== list.pathname || !from.search) continue;
  link.href = from.href;
  link.textContent = link.dataset.dpsBack;
}
