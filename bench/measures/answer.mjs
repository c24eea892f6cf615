// An answer: from the click on a radio to the next frame after the answer was handed to storage, and to "Saved".
import { readFile } from "node:fs/promises";
import { startCold } from "../browser.mjs";

/** Clicks a turn: each is a sample. */
const CLICKS = 4;
/** Statements on the first page. */
const STATEMENTS = 5;

export async function prepare({ servers, profiles }) {
  const script = `${await readFile("bench/probe.js", "utf8")}\n(${watchClicks})();`;
  const { folder, address } = await profiles.draft();
  const { context, close } = await startCold(folder);
  await context.addInitScript({ content: script });
  const addresses = { ours: address, peer: servers.peer.url, floor: servers.floor.url };
  const pages = {};
  for (const [who, address] of Object.entries(addresses)) {
    pages[who] = await context.newPage();
    await pages[who].goto(address);
    await pages[who].locator("fieldset, [role=radiogroup]").first().waitFor();
  }
  const clicks = { ours: 0, peer: 0, floor: 0 };

  async function measure(who, note) {
    const page = pages[who];
    await page.bringToFront();
    for (let again = 0; again < CLICKS; again += 1) {
      // Statement by statement, each with another score than the last time: so there is always something to save.
      const group = page.locator("fieldset:has(input[type=radio])").nth(clicks[who] % STATEMENTS);
      const label = group.locator("label").nth(Math.floor(clicks[who] / STATEMENTS) % 5);
      clicks[who] += 1;
      await label.scrollIntoViewIfNeeded();
      await page.evaluate((saves) => globalThis.expectClick(saves), who !== "peer");
      await label.click();
      const { frame, saved } = await (await page.waitForFunction(() => globalThis.clicked)).jsonValue();
      note("answer", who, frame);
      if (saved !== null) note("answer, saved", who, saved);
    }
  }
  return Object.assign(measure, { close });
}

/** Runs in the page: times each click that it is told to expect. */
function watchClicks() {
  const setItem = Storage.prototype.setItem;
  let stored = false;
  Storage.prototype.setItem = function (...entry) {
    stored = true;
    return setItem.apply(this, entry);
  };
  const isSaved = () => [...document.querySelectorAll("[role=status]")].some((line) => line.textContent === "Saved on this device");

  globalThis.expectClick = (saves) => {
    stored = false;
    globalThis.clicked = null;
    addEventListener("click", (event) => {
      const begun = event.timeStamp;
      const outcome = { frame: null, saved: null };
      const done = () => {
        if (outcome.frame !== null && (outcome.saved !== null || !saves)) globalThis.clicked = outcome;
      };
      const look = (now) => {
        if (!stored) {
          globalThis.afterFrame(look);
          return;
        }
        outcome.frame = now - begun;
        done();
      };
      globalThis.afterFrame(look);
      let wasSaving = false;
      const observer = new MutationObserver(() => {
        wasSaving ||= !isSaved();
        if (!wasSaving || !isSaved()) return;
        observer.disconnect();
        outcome.saved = performance.now() - begun;
        done();
      });
      if (saves) observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    }, { capture: true, once: true });
  };
}
