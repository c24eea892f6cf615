// Counting 10,000 responses to 60 statements and reading the file that holds them, each beside JavaScript in the same page.
import { start } from "../browser.mjs";

/** Each piece of work is done this often before it counts, so that every engine has compiled it as well as it will. */
const WARMING = 10;
/** Samples a turn. */
const TIMES = { count: 5, gather: 5, read: 2 };

export async function prepare({ servers }) {
  const { context, close } = await start();
  const page = context.pages()[0];
  await page.goto(servers.figures.url);
  await page.waitForFunction(() => globalThis.rainbow && globalThis.bench);
  const size = await page.evaluate(() => globalThis.bench.prepare("ten-thousand.json"));
  if (size.responses !== 10_000 || size.statements !== 60) throw new Error(`the file holds ${JSON.stringify(size)}`);
  const time = (work, who) => page.evaluate(([work, who]) => globalThis.bench.time(work, who), [work, who]);
  const worked = [["count", ["ours", "peer", "floor"]], ["gather", ["ours"]], ["read", ["ours", "floor"]]];
  for (const [work, ways] of worked) {
    for (const who of ways) for (let again = 0; again < WARMING; again += 1) await time(work, who);
  }

  async function measure(who, note) {
    for (const [work, ways] of worked) {
      if (!ways.includes(who)) continue;
      for (let again = 0; again < TIMES[work]; again += 1) note(work, who, await time(work, who));
    }
  }
  return Object.assign(measure, { close });
}
