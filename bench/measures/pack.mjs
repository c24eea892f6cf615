// A strategy pack with every annex, ready to print: from the click that opens it to the frame that shows all of it; and changing a
// paragraph of a report, in the pack and in the report of a round with 10,000 responses.
import { readFile } from "node:fs/promises";
import { startCold } from "../browser.mjs";

/** Openings, and changes of each report, a turn: each is a sample. */
const TIMES = 2;
/** How long the pack is to be. A shorter one would measure something else than what is promised. */
const PAGES = 100;
/** Openings and changes before the first counts. */
const WARMING = 1;

export async function prepare({ profiles }) {
  const script = `${await readFile("bench/probe.js", "utf8")}\n(${watch})();`;
  const [pack, many] = [await opened(await profiles.pack(), script), await opened(await profiles.many(), script)];
  let written = 0;

  /** Opens the pack from the list of reports. */
  async function open() {
    await pack.page.goto(pack.address.replace(/overview$/, "reports"));
    const link = pack.page.getByRole("link", { name: "Strategy pack", exact: true });
    return timed(pack.page, "click", { last: "Whom to turn to" }, () => link.click());
  }

  /** Changes the first paragraph of the report that a page shows. */
  async function change({ page }) {
    const words = `These words were written for the ${(written += 1)}th time.`;
    await page.getByRole("button", { name: "Change these words" }).first().click();
    await page.getByLabel("The words of this paragraph").fill(words);
    return timed(page, "click", { words }, () => page.getByRole("button", { name: "Save these words" }).click());
  }

  async function turn(note) {
    await pack.page.bringToFront();
    note("pack, open", "ours", await open());
    note("pack, change", "ours", await change(pack));
    await many.page.bringToFront();
    note("report, change", "ours", await change(many));
  }

  await many.page.goto(many.address.replace(/overview$/, "reports"));
  await many.page.getByRole("link", { name: "Summary report", exact: true }).click();
  await many.page.getByRole("button", { name: "Change these words" }).first().waitFor({ timeout: 120_000 });
  for (let again = 0; again < WARMING; again += 1) await turn(() => {});
  const pages = await pagesOf(pack.page);
  process.stderr.write(`The strategy pack has ${pages} pages.\n`);
  if (pages < PAGES) throw new Error(`the strategy pack has ${pages} pages, and ${PAGES} are promised to be quick`);

  async function measure(who, note) {
    if (who !== "ours") return;
    for (let again = 0; again < TIMES; again += 1) await turn(note);
  }
  async function close() {
    await pack.close();
    await many.close();
  }
  return Object.assign(measure, { close });
}

/** A browser with a page over a profile, in which events can be timed. */
async function opened({ folder, address }, script) {
  const { context, close } = await startCold(folder);
  await context.addInitScript({ content: script });
  return { page: context.pages()[0], address, close };
}

/** Does something and gives the milliseconds from the event to the frame after the report shows what is expected. */
async function timed(page, event, expected, act) {
  await page.evaluate(([event, expected]) => globalThis.expectReport(event, expected), [event, expected]);
  await act();
  return (await page.waitForFunction(() => globalThis.timed, undefined, { timeout: 120_000 })).jsonValue();
}

/** How many sheets of A4 the page makes. */
async function pagesOf(page) {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** Runs in the page: times the next event of a kind until the frame after the report holds its last table, or some words. */
function watch() {
  globalThis.expectReport = (kind, { last, words }) => {
    globalThis.timed = null;
    const report = () => document.querySelector("article");
    const isLast = (table) => table?.caption?.textContent.includes(last) === true && table.rows.length > 1;
    const isThere = () => {
      if (last !== undefined) return isLast([...(report()?.querySelectorAll("table") ?? [])].at(-1));
      return [...(report()?.querySelectorAll("p") ?? [])].some((paragraph) => paragraph.textContent.includes(words));
    };
    addEventListener(kind, (event) => {
      const look = (now) => {
        if (isThere()) globalThis.timed = now - event.timeStamp;
        else globalThis.afterFrame(look);
      };
      globalThis.afterFrame(look);
    }, { capture: true, once: true });
  };
}
