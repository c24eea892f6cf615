// What the measures of filters share: lists from which something is chosen, and the frame after which the page shows it.
import { readFile } from "node:fs/promises";
import { startCold } from "../browser.mjs";

/** Rounds through all choices before the first counts. */
const WARMING = 2;

/**
 * A measure of choosing from lists on a page, where a text says that all is there. `filters` are chosen in turn, `choices` of
 * them a turn, each a sample of the measure `name`; every one changes what the tables of the page say.
 */
export async function measured({ profile: { folder }, address, ready, filters, choices, name }) {
  const script = `${await readFile("bench/probe.js", "utf8")}\n(${watchChoices})();`;
  const { context, close } = await startCold(folder);
  await context.addInitScript({ content: script });
  const page = context.pages()[0];
  await page.goto(address);
  await page.getByText(ready).waitFor({ timeout: 120_000 });
  let chosen = 0;

  async function choose() {
    const [label, option] = filters[chosen % filters.length];
    chosen += 1;
    await page.evaluate(() => globalThis.expectChoice());
    await page.getByLabel(label, { exact: true }).selectOption({ label: option });
    return (await page.waitForFunction(() => globalThis.redrawn)).jsonValue();
  }
  for (let again = 0; again < WARMING * filters.length; again += 1) await choose();

  async function measure(who, note) {
    if (who !== "ours") return;
    await page.bringToFront();
    for (let again = 0; again < choices; again += 1) note(name, who, await choose());
  }
  return Object.assign(measure, { close });
}

/** Runs in the page: times the next choice from a list until the frame after the words of the tables have changed. */
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
