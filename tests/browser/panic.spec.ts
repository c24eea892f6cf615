// If the app panics all the same: it saves nothing more, says so, keeps the page still, and gives the last good data as a file.
//
// The panics are real ones of the app as it ships, brought about by a browser that fails where none should.
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { expect, test, type Open, type Watch } from "./support";
import { addAction, beginAnswering, chooseFiles, download, saved, section } from "./pages";
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

/** Waits for the message, which has the focus, and takes the panic's errors for what they are. */
async function stopped(page: Page, watch: Watch) {
  await expect(message(page)).toBeFocused();
  await expect(message(page)).toContainText("Nothing more will be saved in this tab");
  await expect(page.getByRole("banner").getByText("Saved on this device")).toBeHidden();
  await expect(async () => watch.forgive(/panicked at/)).toPass();
  await expect(async () => watch.forgive(/unreachable/)).toPass();
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

const row = (page: Page, words: string) => page.getByRole("treegrid", { name: /Action Plan/ }).getByRole("row", { name: words });

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
  await stopped(page, watch);
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
  expect(await held(page)).toBe(before);

  // Another tab goes on, and this one does not hear of it.
  const other = await page.context().newPage();
  await open(other, new URL(statements).hash);
  await other.getByRole("group").nth(3).getByRole("radio", { name: "4", exact: true }).check();
  await saved(other);
  await expect(score(3)).not.toBeChecked();
  await expect(page.getByRole("alert")).toHaveCount(1);
  await expect(page.getByRole("banner").getByText("Saved on this device")).toBeHidden();
  await other.close();

  const copy = await openCopy(page, browser, open, baseURL!.startsWith("file:"));
  await expect(row(copy, "Agree a shared induction")).toBeVisible();
  await page.goto("about:blank");
  await page.goto(statements);
  await expect(score(0)).toBeChecked();
});

test("a panic in the middle of an edit leaves the data before it, which is in the copy", async ({ page, open, browser, baseURL, watch }) => {
  test.slow();
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
  await stopped(page, watch);
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

test("what was being typed when the app panicked can still be read, and nothing that is typed afterwards is saved", async ({ page, context, open, watch }) => {
  await open(page);
  await beginAnswering(page, "Fenshire");
  await page.getByRole("button", { name: /^Add a comment/ }).first().click();
  const comment = page.getByRole("textbox", { name: /^Comment on/ });
  await comment.fill("Half a sent");
  await failDrawing(page);
  // The other tab's answer is drawn here.
  const other = await context.newPage();
  await open(other, new URL(page.url()).hash);
  await other.getByRole("group").nth(1).getByRole("radio", { name: "4", exact: true }).check();
  await saved(other);
  await stopped(page, watch);
  await expect(comment).toHaveValue("Half a sent");
  await comment.focus();
  await page.keyboard.type("ence");
  await page.keyboard.press("Tab");
  await expect(comment).toHaveValue("Half a sent");
  expect(await held(page)).not.toContain("Half a sentence");
});

test("when the app stops without a word of its own, the page says it", async ({ page, open, watch }) => {
  await open(page);
  const stopped = page.getByRole("alert").filter({ hasText: "Rainbow has stopped" });
  await page.evaluate(() => void setTimeout(() => { throw new Error("another program's"); }));
  await expect.poll(() => page.evaluate(() => document.getElementById("starting")!.hidden)).toBe(true);
  await page.evaluate(() => void setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); }));
  await expect(stopped).toBeVisible();
  await expect(stopped).toContainText("What was shown as saved is still on this device.");
  watch.forgive(/another program's/);
  watch.forgive(/unreachable/);
});
