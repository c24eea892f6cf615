// The page on which reading and counting are timed: Rainbow's own code as WebAssembly, beside the peers' in the same page.
import { count as countWithD3 } from "./d3.js";
import { count as countTyped } from "./typed.js";
import { expectSame, figures, tables } from "./table.js";

/** Calls one of Rainbow's tools and throws what it fails with. */
function ours(tool, argument) {
  const [result, error] = globalThis.rainbow[tool](argument);
  if (error !== null) throw new Error(`${tool}: ${error}`);
  return result;
}

let text;
let round;
/** What a reading gives is held until the next one, so that no engine may leave the work out. */
let read;

/** Fetches the file, and makes sure that all three ways of counting come to the same figures. */
async function prepare(name) {
  const bytes = new Uint8Array(await (await fetch(name)).arrayBuffer());
  text = new TextDecoder().decode(bytes);
  ours("load", bytes);
  ours("read");
  const roundId = ours("open");
  round = tables(JSON.parse(text), roundId);
  ours("gather");
  const gathered = ours("figures");
  ours("count");
  if (ours("figures") !== gathered) throw new Error("a round and its responses count differently");
  const mine = JSON.parse(ours("figures"));
  expectSame(mine, figures(round.names, countTyped(round.typed)), "typed.js");
  expectSame(mine, figures(round.names, countWithD3(round.rows)), "d3.js");
  return { bytes: bytes.length, responses: mine.responses, statements: Object.keys(mine.statements).length };
}

const ways = {
  count: {
    ours: () => ours("count"),
    peer: () => (read = countWithD3(round.rows)),
    floor: () => (read = countTyped(round.typed)),
  },
  gather: {
    ours: () => ours("gather"),
  },
  read: {
    ours: () => ours("read"),
    floor: () => (read = JSON.parse(text)),
  },
};

/** Does a piece of work once in one of its ways; gives the milliseconds. */
function time(work, way) {
  const begun = performance.now();
  ways[work][way]();
  const taken = performance.now() - begun;
  if (work === "read" && way === "ours") ours("drop");
  return taken;
}

globalThis.bench = { prepare, time };
