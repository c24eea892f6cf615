// The browser is killed 50 ms after "Saved on this device" shows, again and again: nothing that was said to be saved is lost.
//
// By default there are 50 kills, half of them in each form of the app; `cargo xtask test --kills 500` makes it 500.
import type { BrowserContext, Page } from "@playwright/test";
import { expect, test as base } from "./support";
import { addAction, beginAnswering, createArea, saved, section } from "./pages";

const kills = Math.ceil(Number(process.env.RAINBOW_KILLS ?? 50) / 2);

/** Something that a person does on a page, and how that page shows it afterwards. */
type Edit = { at: string; make: (page: Page) => Promise<void>; isThere: (page: Page) => Promise<void> };

/** Comes back in the moment in which the page says that everything is kept. */
async function savedShows(page: Page) {
  await page.getByRole("banner").getByRole("status").evaluate((status) => {
    const shows = () => status.textContent === "Saved on this device";
    if (shows()) return;
    return new Promise<void>((resolve, reject) => {
      setTimeout(() => reject(new Error(`it still says "${status.textContent}"`)), 20_000);
      new MutationObserver(() => shows() && resolve()).observe(status, { childList: true, characterData: true, subtree: true });
    });
  });
}

/** The id of the context's browser process, which Playwright starts as the head of a process group of its own. */
async function browserProcess(context: BrowserContext): Promise<number> {
  const cdp = await context.browser()!.newBrowserCDPSession();
  const { processInfo } = await cdp.send("SystemInfo.getProcessInfo");
  const { id } = processInfo.find(({ type }) => type === "browser")!;
  // Anything smaller would mean other processes than the browser's.
  expect(id).toBeGreaterThan(1);
  return id;
}

/**
 * Ends the browser as a power switch would, with all its processes at once and without a word, and comes back when they are
 * gone. One that was left, such as a process that forks the others, would hold the profile and the pipes.
 */
async function kill(context: BrowserContext, browser: number) {
  const gone = context.waitForEvent("close", { timeout: 20_000 });
  process.kill(-browser, "SIGKILL");
  await gone;
}

/** Starts a browser with a profile that outlives it. */
const test = base.extend<{ start: () => Promise<BrowserContext> }>({
  start: async ({ playwright, launchOptions, baseURL }, use, testInfo) => {
    const options = { ...launchOptions, offline: baseURL?.startsWith("file:") };
    await use(() => playwright.chromium.launchPersistentContext(testInfo.outputPath("profile"), options));
  },
});

test("a browser killed 50 ms after Saved has lost nothing", async ({ start, open }) => {
  expect(kills, "RAINBOW_KILLS").toBeGreaterThan(0);
  test.setTimeout(60_000 + kills * 20_000);

  let context = await start();
  let page = context.pages()[0];
  await open(page);
  await beginAnswering(page, "Fenshire");
  const theme = new URL(page.url()).hash;
  const statements = await page.getByRole("group").filter({ has: page.getByRole("radio") }).count();
  await addAction(page, "Agree a shared induction");
  await page.getByRole("treegrid", { name: /Action Plan/ }).getByRole("link", { name: "Agree a shared induction" }).click();
  await page.getByRole("link", { name: /^Change/ }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Change the action" })).toBeVisible();
  const action = new URL(page.url()).hash;
  await saved(page);

  // Each time round the statements a score of its own, because what changes nothing is not saved either.
  const answer = (at: number): Edit => {
    const value = `${1 + (Math.floor(at / statements) % 5)}`;
    const score = (page: Page) => page.getByRole("group").nth(at % statements).getByRole("radio", { name: value, exact: true });
    return { at: theme, make: (page) => score(page).check(), isThere: (page) => expect(score(page)).toBeChecked() };
  };
  const comment = (at: number): Edit => {
    const field = (page: Page) => page.getByRole("textbox", { name: /^Comment on/ }).first();
    const make = async (page: Page) => {
      await page.getByRole("button", { name: /^Add a comment/ }).or(field(page)).first().click();
      await field(page).fill(`Comment ${at}`);
      await field(page).blur();
    };
    return { at: theme, make, isThere: (page) => expect(field(page)).toHaveValue(`Comment ${at}`) };
  };
  const plan = (at: number): Edit => {
    const field = (page: Page) => page.getByLabel("Action", { exact: true });
    const make = async (page: Page) => {
      await field(page).fill(`Action ${at}`);
      await page.getByRole("button", { name: "Save the changes" }).click();
    };
    return { at: action, make, isThere: (page) => expect(field(page)).toHaveValue(`Action ${at}`) };
  };

  for (let at = 0; at < kills; at++) {
    const edit = [answer, comment, plan][at % 3](Math.floor(at / 3));
    await open(page, edit.at);
    const browser = await browserProcess(context);
    await edit.make(page);
    await savedShows(page);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await kill(context, browser);
    context = await start();
    page = context.pages()[0];
    await test.step(`after kill ${at + 1} of ${kills}`, async () => {
      await open(page, edit.at);
      await edit.isThere(page);
    });
  }
  await context.close();
});

test("what was removed stays away when the browser is killed straight after", async ({ start, open }) => {
  let context = await start();
  let page = context.pages()[0];
  await open(page);
  await createArea(page, "Fenshire");
  const area = new URL(page.url()).hash;
  // A browser that is told to close writes localStorage to the disk, which otherwise takes it up to a minute.
  await context.close();
  context = await start();
  page = context.pages()[0];
  await open(page, area);
  await section(page, "Files");
  const browser = await browserProcess(context);
  await page.getByRole("button", { name: "Remove this area from this device" }).click();
  await page.getByRole("button", { name: "Yes, remove it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Rainbow" })).toBeVisible();
  await kill(context, browser);

  for (const place of [area, "#/", area]) {
    context = await start();
    page = context.pages()[0];
    await open(page, place);
    const heading = place === area ? "This area is not on this device" : "Rainbow";
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    await expect(page.getByText("Fenshire")).toHaveCount(0);
    await kill(context, await browserProcess(context));
  }
});
