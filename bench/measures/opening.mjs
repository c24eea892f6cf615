// Opening an area that holds 50,000 responses, beside an empty one: from the start of the navigation to its overview.
import { readFile } from "node:fs/promises";
import { coldPage, startCold } from "../browser.mjs";

export async function prepare({ servers, profiles }) {
  const script = `${await readFile("bench/probe.js", "utf8")}\nwatchFor(${isOverview});`;
  const { folder, addresses } = await profiles.areas();

  return async (who, note) => {
    if (!(who in addresses)) return;
    const { context, close } = await startCold(folder);
    try {
      const { page } = await coldPage(context);
      await page.goto(servers.blank.url);
      await page.addInitScript({ content: script });
      await page.goto(addresses[who], { waitUntil: "commit" });
      const ready = await page.waitForFunction(() => globalThis.probed, undefined, { polling: 100, timeout: 120_000 });
      note("opening", who, await ready.jsonValue());
    } finally {
      await close();
    }
  };
}

/** Runs in the page: whether the overview says how many responses there are, or that there can be none yet. */
function isOverview() {
  if (document.querySelector("h1")?.textContent.includes("Overview") !== true) return false;
  return /\d+ responses? received|After a round is open/.test(document.querySelector("main")?.textContent ?? "");
}
