// Undo and redo: of every edit, across reloads, and never of what another tab did.
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { openSample, saved, section } from "./pages";

const plan = "One Children’s Workforce Action Plan";
const first = "Tell people in every sector";

/** The button in the header that takes back, or does again, the edit of this name. */
function step(page: Page, which: "Undo" | "Redo", name: string) {
  return page.getByRole("banner").getByRole("button", { name: `${which}: ${name}`, exact: true });
}

async function openPlan(page: Page) {
  await section(page, "Plans");
  await page.getByRole("link", { name: plan }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: plan })).toBeVisible();
}

/** Gives the action of the plan that starts with these words other words. */
async function rewrite(page: Page, was: string, words: string) {
  await openPlan(page);
  await page.getByRole("link", { name: was }).first().click();
  await page.getByRole("link", { name: /^Change/ }).first().click();
  await page.getByLabel("Action", { exact: true }).fill(words);
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByText("The action was changed.")).toBeVisible();
  await saved(page);
}

test("what was done is undone after a reload, and done again after another", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await rewrite(page, first, "Meet every month");
  await rewrite(page, "Meet every month", "Meet every week");
  await page.reload();
  await openPlan(page);
  await step(page, "Undo", "change an action").click();
  await expect(page.getByText("Undone: change an action.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Meet every month" })).toBeVisible();
  await step(page, "Undo", "change an action").click();
  await expect(page.getByRole("link", { name: first })).toBeVisible();
  await saved(page);

  await page.reload();
  await expect(page.getByRole("link", { name: first })).toBeVisible();
  await step(page, "Redo", "change an action").click();
  await step(page, "Redo", "change an action").click();
  await expect(page.getByRole("link", { name: "Meet every week" })).toBeVisible();
});

test("a deleted action comes back from the notice, and the focus stays with it", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await openPlan(page);
  await page.getByRole("link", { name: first }).first().click();
  await page.getByRole("button", { name: "Delete this action" }).click();
  await expect(page.getByText("The action was deleted.")).toBeVisible();
  await expect(page.getByRole("link", { name: first })).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: first })).toBeVisible();
  await expect(page.getByRole("alert")).toBeFocused();
});

test("the keys undo and redo an answer, and leave typed text to the browser", async ({ page, open }) => {
  await open(page);
  await page.getByLabel("Name of the area").fill("Fenshire");
  await page.getByRole("button", { name: "Create the area" }).click();
  await section(page, "Survey");
  await page.getByLabel("Title").fill("Spring 2027");
  await page.getByRole("button", { name: "Open the round" }).click();
  await page.getByRole("button", { name: "Answer the survey" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  const four = page.getByRole("group", { name: /one workforce/ }).first().getByRole("radio", { name: "4", exact: true });
  await four.check();
  await page.keyboard.press("Control+z");
  await expect(four).not.toBeChecked();
  await page.keyboard.press("Control+y");
  await expect(four).toBeChecked();
  await four.focus();
  await page.keyboard.press("Control+z");
  await expect(four).not.toBeChecked();
  await page.keyboard.press("Control+Shift+z");
  await expect(four).toBeChecked();

  await section(page, "Survey");
  await page.getByRole("link", { name: /^Continue the response begun/ }).click();
  await expect(four).toBeChecked();
});

test("a tab undoes what it did itself and leaves what another tab did since", async ({ page, context, open }) => {
  await open(page);
  await openSample(page);
  await rewrite(page, first, "Meet every month");
  const other = await context.newPage();
  await open(other);
  await openSample(other);
  await expect(step(other, "Undo", "change an action")).toBeHidden();
  await rewrite(other, "Meet every month", "Meet every day");

  await openPlan(page);
  await expect(page.getByRole("link", { name: "Meet every day" })).toBeVisible();
  await step(page, "Undo", "change an action").click();
  await expect(page.getByText(/was left as it is, because what it changed was changed again since/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Meet every day" })).toBeVisible();
  await openPlan(other);
  await step(other, "Undo", "change an action").click();
  await expect(other.getByRole("link", { name: "Meet every month" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Meet every month" })).toBeVisible();
});
