// Drives Firefox over WebDriver BiDi for `tests/engines/firefox.py`: a line of JSON in, [what to do,
// with what], a line of JSON out, {value} or {error}. It ends when its input does.

import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const firefox = await puppeteer.launch({
  browser: "firefox",
  headless: true,
  ...JSON.parse(process.argv[2]),
});
const page = await firefox.newPage();
let problems = [];
page.on("pageerror", (error) => problems.push(`script: ${error.message}`));
page.on("console", (message) => {
  if (message.type() === "error") {
    problems.push(`console: ${message.text()}`);
  }
});

async function element(expression) {
  const handle = await page.evaluateHandle(expression);
  return handle.asElement() ?? Promise.reject(new Error(`nothing there: ${expression}`));
}

const can = {
  go: async (url) => {
    await page.goto(url);
  },
  tap: async (expression) => (await element(expression)).click(),
  type: async (expression, words) => (await element(expression)).type(words),
  ask: (expression) => page.evaluate(expression),
  problems: () => {
    const found = problems;
    problems = [];
    return found;
  },
};

async function answer([name, ...given]) {
  try {
    return { value: await can[name](...given) };
  } catch (error) {
    return { error: error.message };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
}
await firefox.close();
