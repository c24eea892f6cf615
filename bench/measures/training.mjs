// A filter of the training map: from choosing it to the frame that shows the map redrawn, with 300 events for 40 professions.
import { readFile } from "node:fs/promises";
import { startCold } from "../browser.mjs";
import { trainingEvents } from "../sites.mjs";

/** Choices a turn: each is a sample. */
const CHOICES = 6;
/** What is chosen in turn. Every choice leaves other events or other cells than the one before. */
const FILTERS = [
  ["Lead", "Service 3"],
  ["Delivery method", "E-learning"],
  ["Lead", "All leads"],
  ["Delivery method", "All methods"],
  ["Profession", "Profession 7"],
  ["Profession", "All professions"],
  ["When", "April 2009 to March 2010"],
  ["Arc", "Integrated working practices"],
  ["Arc", "All arcs"],
  ["When", "At any time"],
];
/** Rounds through all choices before the first counts. */
const WARMING = 2;

export async function prepare({ profiles }) {
  const script = `${await readFile("bench/probe.js", "utf8")}\n(${watchChoices})();`;
  const { folder, address } = await profiles.training();
  const { context, close } = await startCold(folder);
  await context.addInitScript({ content: script });
  const page = context.pages()[0];
  await page.goto(address);
  await page.getByText(`All ${trainingEvents().length} events.`).waitFor({ timeout: 120_000 });
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
    for (let again = 0; again < CHOICES; again += 1) note("training, filter", who, await choose());
  }
  return Object.assign(measure, { close });
}

/** Runs in the page: times the next choice from a list until the frame after the words of the map have changed. */
function watchChoices() {
  const words = () => [...document.querySelectorAll("main table")].map((table) => table.textContent).join();
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
