// A filter of the breakdown: from choosing it to the frame that shows the page redrawn, with 10,000 responses.
import { readFile } from "node:fs/promises";
import { startCold } from "../browser.mjs";

/** Choices a turn: each is a sample. */
const CHOICES = 4;
/** What is chosen in turn. Every choice leaves other people or other statements than the one before. */
const FILTERS = [
  ["Staff group", "Leaders and managers"],
  ["Perspective", "Team perspective"],
  ["Staff group", "Front-line staff and their managers"],
  ["Perspective", "All perspectives"],
  ["Break down by", "Staff group"],
  ["Sector", "Schools"],
  ["Sector", "All sectors"],
  ["Break down by", "Sector"],
];
/** Rounds through all choices before the first counts. */
const WARMING = 2;

export async function prepare({ profiles }) {
  const script = `${await readFile("bench/probe.js", "utf8")}\n(${watchChoices})();`;
  const { folder, address } = await profiles.many();
  const { context, close } = await startCold(folder);
  await context.addInitScript({ content: script });
  const page = context.pages()[0];
  await page.goto(address.replace(/overview$/, "breakdown"));
  await page.getByText("All 10000 responses.").waitFor({ timeout: 120_000 });
  let chosen = 0;

  async function choose() {
    const [label, option] = FILTERS[chosen % FILTERS.length];
    chosen += 1;
    await page.evaluate(() => globalThis.expectChoice());
    await page.getByLabel(label, { exact: true }).selectOption({ label: option });
    return (await page.waitForFunction(() => globalThis.redrawn)).jsonValue();
  }
  for (let again = 0; again < WARMING * FILTERS.length; again += 1) await choose();

  async function measure(who, note) {
    if (who !== "ours") return;
    await page.bringToFront();
    for (let again = 0; again < CHOICES; again += 1) note("filter", who, await choose());
  }
  return Object.assign(measure, { close });
}

/** Runs in the page: times the next choice from a list until the frame after the table's words have changed. */
function watchChoices() {
  const words = () => document.querySelector("main table")?.textContent;
  globalThis.expectChoice = () => {
    globalThis.redrawn = null;
    addEventListener("change", (event) => {
      const [begun, before] = [event.timeStamp, words()];
      const look = (now) => {
        if (words() === before) globalThis.afterFrame(look);
        else globalThis.redrawn = now - begun;
      };
      globalThis.afterFrame(look);
    }, { capture: true, once: true });
  };
}
