// "Send this page": the device's own share sheet, and copying. The other ways are plain links.

const section = document.querySelector("[data-dps-send]");

if (section) {
  const { subject: title, text } = section.dataset;
  const status = section.querySelector("[data-dps-send-status]");
  const say = (word) => {
    status.textContent = ""; // said again the second time
    setTimeout(() => {
      status.textContent = status.dataset[word];
    }, 50);
  };

  if (navigator.share) {
    offer("[data-dps-share]", () => navigator.share({ title, text }).catch(() => {})); // changed their mind
  }
  if (navigator.clipboard) {
    offer("[data-dps-copy]", () =>
      navigator.clipboard.writeText(text).then(
        () => say("copied"),
        () => say("failed"),
      ),
    );
  }
}

function offer(selector, action) {
  const item = section.querySelector(selector);
  item.hidden = false;
  item.querySelector("button").addEventListener("click", action);
}
