// Two versions of one entry: both are kept and shown, and a person chooses which one stands.
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { chooseFiles, download, openSample, saved, section } from "./pages";

const action = "Agree a shared induction";

/** Opens the form that changes the sample's first action. */
async function changeFirstAction(page: Page) {
  await section(page, "Plans");
  await page.getByRole("link", { name: "One Children’s Workforce Action Plan" }).first().click();
  await page.getByRole("table", { name: /Action Plan/ }).getByRole("link").first().click();
  await page.getByRole("link", { name: /^Change/ }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Change the action" })).toBeVisible();
}

/** Gives the sample's first action other words. */
async function rewrite(page: Page, words: string) {
  await changeFirstAction(page);
  await page.getByLabel("Action", { exact: true }).fill(words);
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByText("The action was changed.")).toBeVisible();
  await saved(page);
}

test("of two edits that did not know of each other a person chooses one", async ({ page, open, browser, baseURL }) => {
  await open(page);
  await openSample(page);
  await section(page, "Files");
  const file = await download(page, "Export");

  const colleague = await (await browser.newContext({ offline: baseURL?.startsWith("file:") })).newPage();
  await open(colleague);
  await chooseFiles(colleague, file);
  await colleague.getByRole("button", { name: /^Open / }).click();
  await expect(colleague.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await rewrite(colleague, `${action} with schools`);
  await section(colleague, "Files");
  const theirs = await download(colleague, "Export");

  await rewrite(page, `${action} with health`);
  await section(page, "Files");
  await chooseFiles(page, theirs);
  await page.getByRole("button", { name: /^Add to / }).click();
  const note = page.getByText("1 entry was changed in two places at once.");
  await expect(note).toBeVisible();
  await page.getByRole("link", { name: "Choose which version stands." }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Two versions" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: new RegExp(`^Action: ${action}`) })).toBeVisible();
  await expect(page.getByText("differs")).toHaveCount(2);

  const versions = page.locator("div", { has: page.getByRole("heading", { level: 3 }) });
  const theirVersion = versions.filter({ has: page.getByText(`${action} with schools`, { exact: true }) }).last();
  await theirVersion.getByRole("button", { name: "Keep this one" }).click();
  await expect(page.getByText("The version that you chose stands.")).toBeVisible();
  await expect(page.getByText("There is nothing to choose.")).toBeVisible();
  await page.getByRole("link", { name: "Go to the overview" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await expect(note).toBeHidden();
  await section(page, "Plans");
  await page.getByRole("link", { name: "One Children’s Workforce Action Plan" }).first().click();
  await expect(page.getByRole("link", { name: `${action} with schools` })).toBeVisible();
  await expect(page.getByText(`${action} with health`)).toBeHidden();
});

test("what another tab changed is not overwritten unseen", async ({ page, context, open }) => {
  await open(page);
  await openSample(page);
  await saved(page);
  await changeFirstAction(page);
  const other = await context.newPage();
  await open(other);
  await openSample(other);
  await rewrite(other, `${action} with schools`);

  await page.getByLabel("Action", { exact: true }).fill(`${action} with health`);
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByRole("alert").getByText("This action was changed in another tab while you were typing.")).toBeVisible();
  await expect(page.getByText(`${action} with schools`)).toBeVisible();
  await expect(page.getByLabel("Action", { exact: true })).toHaveValue(`${action} with health`);
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByText("The action was changed.")).toBeVisible();
  await expect(page.getByText(`${action} with health`).first()).toBeVisible();
});
