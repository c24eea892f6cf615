// A plan of 500 rows in its table: from a key, a tick or a choice to the frame that shows what came of it.
import { readFile } from "node:fs/promises";
import { startCold } from "../browser.mjs";
import { planRows } from "../tables.mjs";

/** Samples a turn of each kind. */
const TIMES = 3;

export async function prepare({ servers, profiles }) {
  const script = `${await readFile("bench/probe.js", "utf8")}\n(${watch})();`;
  const { folder, address } = await profiles.plan();
  const { context, close } = await startCold(folder);
  await context.addInitScript({ content: script });
  const pages = {};
  for (const [who, url] of Object.entries({ ours: address, floor: servers.planByHand.url })) {
    pages[who] = await context.newPage();
    await pages[who].goto(url);
    await pages[who].locator("tbody tr").nth(planRows().length - 1).waitFor({ timeout: 120_000 });
  }
  const done = { ours: 0, floor: 0 };

  /** Does something on a page and gives the milliseconds from the event to the frame after the table was as asked. */
  async function time(page, event, became, act) {
    await page.evaluate(([event, became]) => globalThis.expectEvent(event, became), [event, became]);
    await act();
    return (await page.waitForFunction(() => globalThis.timed)).jsonValue();
  }

  async function measure(who, note) {
    const page = pages[who];
    if (!page) return;
    await page.bringToFront();
    for (let again = 0; again < TIMES; again += 1) {
      // Each time at another row, none of them at the edge of the table.
      const at = 20 + ((done[who] * 37) % 400);
      done[who] += 1;
      const cell = (column) => page.locator("tbody tr").nth(at).locator(`[data-column=${column}]`);
      await cell("lead").focus();
      note("plan, move", who, await time(page, "keydown", "moved", () => page.keyboard.press("Alt+ArrowDown")));
      await cell("lead").focus();
      note("plan, add", who, await time(page, "keydown", "longer", () => page.keyboard.press("Alt+Enter")));
      const field = page.locator("tbody textarea");
      await field.waitFor();
      if (who === "ours") note("plan, type", who, await time(page, "keydown", "typed", () => page.keyboard.press("x")));
      await page.keyboard.press("Escape");
      await field.waitFor({ state: "detached" });
      await page.locator("tbody tr").nth(at + 1).locator("[data-column=choose] input").check();
      await page.getByLabel("What to do with them").selectOption("Delete");
      const button = page.getByRole("button", { name: "Do this" });
      note("plan, delete", who, await time(page, "click", "shorter", () => button.click()));
      if (who !== "ours") continue;
      const step = cell("milestones").locator("input").first();
      note("plan, tick", who, await time(page, "change", "otherwise", () => step.click()));
      const lead = planRows()[done[who] % 7].lead;
      note("plan, filter", who, await time(page, "change", "shorter", () => page.getByLabel("Lead", { exact: true }).selectOption(lead)));
      note("plan, filter", who, await time(page, "change", "longer", () => page.getByLabel("Lead", { exact: true }).selectOption("All leads")));
    }
  }
  return Object.assign(measure, { close });
}

/** Runs in the page: times the next event of a kind until the frame after the table became what is asked. */
function watch() {
  const body = () => document.querySelector("tbody");
  globalThis.expectEvent = (kind, became) => {
    globalThis.timed = null;
    const shown = () => [...body().rows].filter((row) => !row.hidden).length;
    const [count, words] = [shown(), body().textContent];
    const is = {
      longer: () => shown() > count,
      shorter: () => shown() < count,
      moved: () => body().textContent !== words,
      otherwise: () => body().textContent !== words,
      typed: () => body().querySelector("textarea")?.value.endsWith("x"),
    }[became];
    const heard = (event) => {
      // Alt goes down before the key that it is held for.
      if (event.key === "Alt") return;
      removeEventListener(kind, heard, { capture: true });
      const look = (now) => {
        if (is()) globalThis.timed = now - event.timeStamp;
        else globalThis.afterFrame(look);
      };
      globalThis.afterFrame(look);
    };
    addEventListener(kind, heard, { capture: true });
  };
}
