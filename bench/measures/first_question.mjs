// Time to first question: from the start of the navigation to the frame in which the first statement can be answered.
//
// Rainbow opens a response that was begun, from storage that holds it; the peers open at their first page. Each time is one
// of a new browser process with no HTTP cache, no code cache and no service worker.
import { readFile } from "node:fs/promises";
import { coldPage, startCold } from "../browser.mjs";
import { firstStatement } from "../sites.mjs";

/** 1.6 Mbps down, 0.75 Mbps up, 150 ms each way of asking: a slow mobile connection, with a phone's processor. */
const SLOW = { processor: 4, latency: 150, down: 1_600_000 / 8, up: 750_000 / 8 };

export async function prepare({ servers, profiles }) {
  const [probe, statement] = [await readFile("bench/probe.js", "utf8"), await firstStatement()];
  const script = `${probe}\nconst first = ${JSON.stringify(statement)};\nwatchFor(${isAnswerable});`;
  const { folder, address } = await profiles.draft();
  const addresses = { ours: address, peer: servers.peer.url, floor: servers.floor.url };

  async function load(who, slow) {
    const { context, close } = await startCold(folder);
    try {
      const { page, devtools } = await coldPage(context);
      // The renderer that will be used has then started, and nothing of the page is known to it yet.
      await page.goto(servers.blank.url);
      await page.addInitScript({ content: script });
      if (slow) {
        await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOW.processor });
        const network = { latency: SLOW.latency, downloadThroughput: SLOW.down, uploadThroughput: SLOW.up };
        await devtools.send("Network.emulateNetworkConditions", { offline: false, ...network });
      }
      await page.goto(addresses[who], { waitUntil: "commit" });
      const ready = await page.waitForFunction(() => globalThis.probed, undefined, { polling: 100, timeout: 120_000 });
      return { ms: await ready.jsonValue(), bytes: await page.evaluate(bytesUntilReady) };
    } finally {
      await close();
    }
  }

  return async (who, note) => {
    const cold = await load(who, false);
    note("first load", who, cold.bytes);
    note("first question", who, cold.ms);
    note("first question, slow", who, (await load(who, true)).ms);
  };
}

/** Runs in the page: the compressed bytes of everything that had come in when the question was there. */
function bytesUntilReady() {
  const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const bytes = (entry) => (entry.responseEnd <= globalThis.probed ? entry.encodedBodySize : 0);
  return entries.reduce((sum, entry) => sum + bytes(entry), 0);
}

/** Runs in the page: whether the seven radios of the first statement are there to be chosen. */
function isAnswerable() {
  const radio = document.querySelector("input[type=radio]");
  const group = radio?.closest("fieldset, [role=radiogroup]");
  if (!group || radio.disabled || group.querySelectorAll("input[type=radio]").length < 7) return false;
  return globalThis.isSeen(radio.labels?.[0]) && document.body.innerText.includes(first);
}
