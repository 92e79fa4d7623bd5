// Reads {"windows": [[from, until], …], "texts": […]} (ISO 8601) on its standard input and prints,
// for each text and each window, the intervals when it is open. To be run with TZ=Europe/Brussels.
import { readFileSync } from "node:fs";
import OpeningHours from "opening_hours";

const brussels = {
  lat: 50.85,
  lon: 4.35,
  address: {
    country_code: "be",
    state: "Région de Bruxelles-Capitale - Brussels Hoofdstedelijk Gewest",
  },
};

const { windows, texts } = JSON.parse(readFileSync(0, "utf8"));

const answers = texts.map((text) => {
  const hours = new OpeningHours(text, brussels);
  return windows.map(([from, until]) =>
    hours
      .getOpenIntervals(new Date(from), new Date(until))
      .map(([opens, closes]) => [opens.toISOString(), closes.toISOString()]),
  );
});

process.stdout.write(JSON.stringify(answers));
