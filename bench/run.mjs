// One interleaved run of every measure, or of one: ours, peer, floor, ours, peer, floor. `cargo xtask bench` starts it and
// reads what it writes to standard output: every sample by measure and page, and the browser's version.
import * as answer from "./measures/answer.mjs";
import * as figures from "./measures/figures.mjs";
import * as filter from "./measures/filter.mjs";
import * as firstQuestion from "./measures/first_question.mjs";
import * as opening from "./measures/opening.mjs";
import * as pack from "./measures/pack.mjs";
import * as plan from "./measures/plan.mjs";
import * as training from "./measures/training.mjs";
import { start } from "./browser.mjs";
import { profiles } from "./profiles.mjs";
import { serve } from "./server.mjs";
import { sites } from "./sites.mjs";

const [built, turns, only] = [process.argv[2], Number(process.argv[3]), process.argv[4]];
const MEASURES = { "first-question": firstQuestion, answer, figures, filter, plan, training, pack, opening };
const wanted = Object.entries(MEASURES).filter(([name]) => only === undefined || name === only);
if (wanted.length === 0) throw new Error(`there is no measure "${only}"; these are: ${Object.keys(MEASURES).join(", ")}`);
const PAGES = ["ours", "peer", "floor"];

const samples = {};
function note(measure, who, value) {
  ((samples[measure] ??= {})[who] ??= []).push(value);
}

const servers = { blank: await serve(new Map([["index.html", "<!doctype html><title>Blank</title>"]])) };
for (const [name, files] of Object.entries(await sites(built))) servers[name] = await serve(files);
const made = profiles(servers.ours.url, built);
const measures = [];
for (const [, { prepare }] of wanted) measures.push(await prepare({ servers, profiles: made }));

for (let turn = 0; turn < turns; turn += 1) {
  process.stderr.write(`Turn ${turn + 1} of ${turns}\n`);
  for (const measure of measures) {
    // No page always comes first, and none always after the same other.
    for (let at = 0; at < PAGES.length; at += 1) await measure(PAGES[(at + turn) % PAGES.length], note);
  }
}

for (const measure of measures) await measure.close?.();
const { context, close } = await start();
const browser = await version(context);
await close();
await made.clear();
for (const server of Object.values(servers)) server.close();
const date = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
process.stdout.write(`${JSON.stringify({ browser, date, samples })}\n`);

async function version(context) {
  const devtools = await context.newCDPSession(context.pages()[0]);
  const { product } = await devtools.send("Browser.getVersion");
  return product.replace(/^.*\//, "");
}
