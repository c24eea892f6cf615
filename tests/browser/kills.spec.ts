// The browser is killed 50 ms after "Saved on this device" shows, again and again: nothing that was said to be saved is lost.
//
// By default there are 50 kills, half of them in each form of the app; `cargo xtask test --kills 500` makes it 500.
import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "./support";
import { addAction, beginAnswering, saved } from "./pages";

const kills = Math.ceil(Number(process.env.RAINBOW_KILLS ?? 50) / 2);

/** Something that a person does on a page, and how that page shows it afterwards. */
type Edit = { at: string; make: (page: Page) => Promise<void>; isThere: (page: Page) => Promise<void> };

/** Comes back in the moment in which the page says that everything is kept. */
async function savedShows(page: Page) {
  await page.getByRole("banner").getByRole("status").evaluate((status) => {
    const shows = () => status.textContent === "Saved on this device";
    if (shows()) return;
    return new Promise<void>((resolve) => {
      new MutationObserver(() => shows() && resolve()).observe(status, { childList: true, characterData: true, subtree: true });
    });
  });
}

/** The ids of all processes of the context's browser, its own first. */
async function processes(context: BrowserContext): Promise<number[]> {
  const cdp = await context.browser()!.newBrowserCDPSession();
  const { processInfo } = await cdp.send("SystemInfo.getProcessInfo");
  expect(processInfo[0].type).toBe("browser");
  return processInfo.map(({ id }) => id);
}

/** Ends processes as a power switch would, all at once and without a word, and comes back when the browser is gone. */
async function kill(context: BrowserContext, ids: number[]) {
  const gone = context.waitForEvent("close");
  for (const id of ids) {
    try {
      process.kill(id, "SIGKILL");
    } catch (error) {
      // One that went with its parent is gone as well.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
  await gone;
}

test("a browser killed 50 ms after Saved has lost nothing", async ({ playwright, launchOptions, open, baseURL }, testInfo) => {
  expect(kills, "RAINBOW_KILLS").toBeGreaterThan(0);
  test.setTimeout(60_000 + kills * 20_000);
  const start = async () => {
    const options = { ...launchOptions, offline: baseURL?.startsWith("file:") };
    return await playwright.chromium.launchPersistentContext(testInfo.outputPath("profile"), options);
  };

  let context = await start();
  let page = context.pages()[0];
  await open(page);
  await beginAnswering(page, "Fenshire");
  const theme = new URL(page.url()).hash;
  const statements = await page.getByRole("group").count();
  await addAction(page, "Agree a shared induction");
  await page.getByRole("table", { name: /Action Plan/ }).getByRole("link", { name: "Agree a shared induction" }).click();
  await page.getByRole("link", { name: /^Change/ }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Change the action" })).toBeVisible();
  const action = new URL(page.url()).hash;
  await saved(page);

  const answer = (at: number): Edit => {
    const score = (page: Page) => page.getByRole("group").nth(at % statements).getByRole("radio", { name: `${1 + (at % 5)}`, exact: true });
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
    const edit = [answer, comment, plan][at % 3](at);
    await open(page, edit.at);
    const ids = await processes(context);
    await edit.make(page);
    await savedShows(page);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await kill(context, ids);
    context = await start();
    page = context.pages()[0];
    await test.step(`after kill ${at + 1} of ${kills}`, async () => {
      await open(page, edit.at);
      await edit.isThere(page);
    });
  }
  await context.close();
});
