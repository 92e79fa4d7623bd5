// "Go there" opens the device's own map app. The page's link is `geo:`, which Android follows;
// Apple's devices want their own address, and a computer has a web page.

for (const link of document.querySelectorAll("[data-dps-map-app]")) {
  const [point] = link.getAttribute("href").replace("geo:", "").split("?");
  if (isApplePhone()) link.href = `https://maps.apple.com/?daddr=${point}`;
  else if (isComputer()) link.href = link.dataset.dpsMapApp;
}

function isApplePhone() {
  const isPad = /Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1;
  return isPad || /iPhone|iPad|iPod/.test(navigator.userAgent);
}

function isComputer() {
  return matchMedia("(hover: hover) and (pointer: fine)").matches;
}
