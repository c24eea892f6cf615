// If the app panics all the same: it saves nothing more, says so, keeps the page still, and gives the last good data as a file.
//
// The panics are real ones of the app as it ships, brought about by a browser that fails where none should.
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { expect, test, type Open } from "./support";
import { addAction, beginAnswering, chooseFiles, createArea, download, saved, section } from "./pages";
import { held } from "./stores";

/** Lets the browser fail the next time that the app draws something new. */
const failDrawing = (page: Page) =>
  page.evaluate(() => {
    const create = Document.prototype.createElement;
    Document.prototype.createElement = () => {
      Document.prototype.createElement = create;
      throw new Error("broken on purpose");
    };
  });

/** Lets the browser fail the next time that the app makes an id, which for some edits is in the middle of them. */
const failChance = (page: Page) =>
  page.evaluate(() => {
    const fill = crypto.getRandomValues;
    crypto.getRandomValues = () => {
      crypto.getRandomValues = fill;
      throw new Error("broken on purpose");
    };
  });

const message = (page: Page) => page.getByRole("alert").filter({ hasText: "Rainbow has stopped" });

/** Waits for the message, which has the focus. */
async function stopped(page: Page) {
  await expect(message(page)).toBeFocused();
  await expect(message(page)).toContainText("Nothing more will be saved in this tab");
  await expect(page.getByText("Saved on this device")).toBeHidden();
}

/** Downloads the copy that the message offers, and opens it in another profile at the plan. */
async function openCopy(page: Page, browser: Browser, open: Open, offline: boolean): Promise<Page> {
  const copy = await download(page, "Download a copy of your work");
  expect(copy.name).toMatch(/^rainbow-rescued-\d{4}-\d\d-\d\d\.json$/);
  await expect(message(page).getByRole("status")).toContainText("Your browser now has the copy");
  const other = await (await browser.newContext({ offline })).newPage();
  await open(other);
  await chooseFiles(other, copy);
  await other.getByRole("button", { name: "Open Fenshire" }).click();
  await section(other, "Plans");
  await other.getByRole("link", { name: /Action Plan/ }).first().click();
  return other;
}

const row = (page: Page, words: string) => page.getByRole("table", { name: /Action Plan/ }).getByRole("row", { name: words });

test("a panic while the page is drawn stops saving, and the copy has the last edit", async ({ page, open, browser, baseURL, watch }) => {
  test.slow();
  await open(page);
  await beginAnswering(page, "Fenshire");
  const statements = page.url();
  await addAction(page, "Agree a shared induction");
  await page.goto(statements);
  const score = (at: number) => page.getByRole("group").nth(at).getByRole("radio", { name: "4", exact: true });
  await score(0).check();
  await saved(page);

  // The click is answered by drawing "Clear this answer".
  await failDrawing(page);
  await score(1).click();
  await stopped(page);
  await watch.forgiveSoon(/broken on purpose/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  // Whatever is done from now on does nothing.
  const before = await held(page);
  await score(2).click();
  await expect(score(2)).not.toBeChecked();
  await page.getByRole("button", { name: /^Add a comment/ }).first().click();
  await expect(page.getByRole("textbox", { name: /^Comment on/ })).toBeHidden();
  await page.getByRole("link", { name: "Next theme" }).click();
  await page.getByRole("link", { name: "Plans" }).click();
  expect(page.url()).toBe(statements);
  await page.goto(statements.replace(/survey\/.*/, "plans"));
  await expect(page.getByText(/^Theme 1 of/)).toBeVisible();
  const other = await page.context().newPage();
  await open(other, new URL(statements).hash);
  const elsewhere = other.getByRole("group").nth(3).getByRole("radio", { name: "4", exact: true });
  await elsewhere.check();
  await saved(other);
  await expect(score(3)).not.toBeChecked();
  await expect(page.getByText("Saved on this device")).toBeHidden();
  await expect(page.getByRole("alert")).toHaveCount(1);
  await other.close();
  expect(await held(page)).not.toContain("nothing");
  expect(before).toContain("rainbow/");

  const copy = await openCopy(page, browser, open, baseURL!.startsWith("file:"));
  await expect(row(copy, "Agree a shared induction")).toBeVisible();
  await page.goto("about:blank");
  await page.goto(statements);
  await expect(score(0)).toBeChecked();
});

test("a panic in the middle of an edit leaves the data before it, which is in the copy", async ({ page, open, browser, baseURL, watch }) => {
  await open(page);
  await beginAnswering(page, "Fenshire");
  const check = page.url().replace(/\/theme\/.*/, "/check");
  await page.getByRole("group").first().getByRole("radio", { name: "4", exact: true }).check();
  await addAction(page, "Agree a shared induction");
  await page.goto(check);
  await saved(page);
  const before = await held(page);
  await failChance(page);
  await page.getByRole("button", { name: "Finish and save" }).click();
  await stopped(page);
  await watch.forgiveSoon(/broken on purpose|random bytes/);
  await page.getByRole("button", { name: "Finish and save" }).click();
  await expect(page.getByText("Response finished")).toBeHidden();
  expect(await held(page)).toBe(before);

  const copy = await openCopy(page, browser, open, baseURL!.startsWith("file:"));
  await expect(row(copy, "Agree a shared induction")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Finish and save" })).toBeVisible();
  await page.getByRole("link", { name: "Shared identity and purpose" }).click();
  await expect(page.getByRole("group").first().getByRole("radio", { name: "4", exact: true })).toBeChecked();
});

test("what was typed before a panic can still be read, and not be changed", async ({ page, open, watch }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await section(page, "Plans");
});
