// "Go there" opens the device's own map app. The page's link is a route on the web, which serves a
// computer, and whoever has no scripts; Android follows `geo:`, Apple's devices their own address.

for (const link of document.querySelectorAll("[data-dps-map-app]")) {
  const app = link.dataset.dpsMapApp;
  const [point, label] = app.replace("geo:", "").split("?q=");
  const place = point === "0,0" ? label : point; // without a point, the label is the address
  if (isApplePhone()) link.href = `https://maps.apple.com/?daddr=${place}`;
  else if (isComputer()) continue;
  else link.href = app;
  link.hidden = false;
}

function isApplePhone() {
  const isPad = /Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1;
  return isPad || /iPhone|iPad|iPod/.test(navigator.userAgent);
}

function isComputer() {
  return matchMedia("(hover: hover) and (pointer: fine)").matches;
}
