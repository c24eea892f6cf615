// Two versions of one entry: both are kept and shown where the entry stands, and a person chooses, whole or by field.
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { expect, test, type Open } from "./support";
import { chooseFiles, download, openSample, saved, section } from "./pages";

const action = "Agree a shared induction";
const choice = /was changed in two places at once$/;

type Edit = (page: Page) => Promise<void>;
type Colleagues = { page: Page; open: Open; browser: Browser; baseURL: string | undefined };

/** Opens the sample's plan. */
async function openPlan(page: Page) {
  await section(page, "Plans");
  await page.getByRole("link", { name: "One Children’s Workforce Action Plan" }).first().click();
  await expect(page.getByRole("treegrid", { name: /^One Children/ })).toBeVisible();
}

/** Opens the sample's first action. */
async function openFirstAction(page: Page) {
  await openPlan(page);
  await page.getByRole("treegrid", { name: /^One Children/ }).getByRole("link").first().click();
  await expect(page.getByRole("button", { name: "Record progress" })).toBeVisible();
}

/** Opens the form that changes the sample's first action. */
async function changeFirstAction(page: Page) {
  await openFirstAction(page);
  await page.getByRole("link", { name: "Change this action" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Change the action" })).toBeVisible();
}

/** Gives fields of the sample's first action other words. */
async function rewrite(page: Page, fields: Record<string, string>) {
  await changeFirstAction(page);
  for (const [label, words] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(words);
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByText("The action was changed.")).toBeVisible();
  await saved(page);
}

/** The sample changed here and by a colleague who did not know of it, and then the colleague's file added here. */
async function meet({ page, open, browser, baseURL }: Colleagues, mine: Edit, theirs: Edit) {
  await open(page);
  await openSample(page);
  await section(page, "Files");
  const file = await download(page, "Export");

  const colleague = await (await browser.newContext({ offline: baseURL?.startsWith("file:") })).newPage();
  await open(colleague);
  await chooseFiles(colleague, file);
  await colleague.getByRole("button", { name: /^Open / }).click();
  await expect(colleague.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await theirs(colleague);
  await section(colleague, "Files");
  const changed = await download(colleague, "Export");
  await colleague.context().close();

  await mine(page);
  await section(page, "Files");
  await chooseFiles(page, changed);
  await page.getByRole("button", { name: /^Add to / }).click();
  await expect(note(page)).toBeVisible();
}

/** What every page says while something is undecided. */
function note(page: Page) {
  return page.getByText(/^(1 entry was|\d entries were) changed in two places at once\./);
}

/** Presses the button that keeps the version with these words. */
async function keepVersionWith(page: Page, words: string) {
  await page.getByRole("button", { name: new RegExp(`^Keep version ${await versionOf(page, words)}\\b`) }).click();
  await expect(page.getByText("The version that you chose stands.")).toBeVisible();
}

/** Deletes the sample's first action. */
async function deleteFirstAction(page: Page) {
  await openFirstAction(page);
  await page.getByRole("button", { name: "Delete this action" }).click();
  await expect(page.getByText("The action was deleted.")).toBeVisible();
  await saved(page);
}

/** The number of the version that has these words, in the table of what differs. */
async function versionOf(page: Page, words: string): Promise<number> {
  const row = page.getByRole("table", { name: /^What differs/ }).getByRole("row").filter({ hasText: words }).first();
  const values = await row.getByRole("cell").allInnerTexts();
  const at = values.findIndex((value) => value.trim() === words);
  expect(at, `a version with the words ${words}`).toBeGreaterThanOrEqual(0);
  return at + 1;
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`)).toEqual([]);
}

async function expectNoSidewaysScroll(page: Page) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

test("of two edits that did not know of each other a person chooses one", async ({ page, open, browser, baseURL }) => {
  await meet(
    { page, open, browser, baseURL },
    (page) => rewrite(page, { Action: `${action} with health` }),
    (page) => rewrite(page, { Action: `${action} with schools` }),
  );
  await page.getByRole("link", { name: "Choose which version stands." }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Two versions" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: new RegExp(`^Action: ${action}`) })).toBeVisible();
  const table = page.getByRole("table", { name: /^What differs/ });
  await expect(table.getByRole("rowheader")).toHaveText(["Action"]);
  // One field is no mix.
  await expect(page.getByText("Choose field by field")).toBeHidden();
  await expectAccessible(page);

  await keepVersionWith(page, `${action} with schools`);
  await expect(page.getByText("There is nothing to choose.")).toBeVisible();
  await page.getByRole("link", { name: "Go to the overview" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await expect(note(page)).toBeHidden();
  await openPlan(page);
  await expect(page.getByRole("link", { name: `${action} with schools` })).toBeVisible();
  await expect(page.getByText(`${action} with health`)).toBeHidden();
});

test("at the action's page a person chooses field by field", async ({ page, open, browser, baseURL }) => {
  await meet(
    { page, open, browser, baseURL },
    (page) => rewrite(page, { Action: `${action} with health`, Lead: "AB" }),
    (page) => rewrite(page, { Action: `${action} with schools`, "Target date": "Jun-10" }),
  );
  await openPlan(page);
  const row = page.getByRole("treegrid", { name: /^One Children/ }).getByRole("row").filter({ hasText: action });
  await expect(row.getByText("Two versions")).toBeVisible();
  await expect(page.getByText("Two versions")).toHaveCount(1);
  await row.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 2, name: choice })).toBeVisible();

  await page.getByRole("link", { name: "Change this action" }).click();
  await expect(page.getByText("What you change here is version 1 alone.")).toBeVisible();
  await page.getByRole("link", { name: "Choose first which version stands" }).click();

  await page.setViewportSize({ width: 320, height: 640 });
  const table = page.getByRole("table", { name: /^What differs/ });
  await expect(table.getByRole("rowheader")).toHaveText(["Action", "Lead", "Target date"]);
  await expectNoSidewaysScroll(page);

  // From here on by keyboard alone.
  await page.locator("summary", { hasText: "Choose field by field" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("group", { name: "Action" }).getByLabel(`${action} with schools`).focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Keep what I chose" }).focus();
  await page.keyboard.press("Enter");
  const problem = page.getByRole("alert").getByRole("link");
  await expect(problem).toHaveText(["Choose a version for “Lead”", "Choose a version for “Target date”"]);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await problem.first().focus();
  await page.keyboard.press("Enter");
  const leads = page.getByRole("group", { name: "Lead" });
  await expect(leads.getByRole("radio").first()).toBeFocused();
  await leads.getByLabel("AB", { exact: true }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("group", { name: "Target date" }).getByLabel("Jun-10").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");

  await expect(page.getByText("What you chose field by field stands.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: `${action} with schools` })).toBeFocused();
  await expect(page.getByRole("heading", { level: 2, name: choice })).toBeHidden();
  await expect(page.getByRole("definition").filter({ hasText: /^AB$/ })).toBeVisible();
  await expect(note(page)).toBeHidden();
  await page.getByRole("link", { name: "Change this action" }).click();
  await expect(page.getByLabel("Target date", { exact: true })).toHaveValue("Jun-10");
});

test("an action that was deleted here and changed elsewhere stays until a person chooses", async ({ page, open, browser, baseURL }) => {
  await meet({ page, open, browser, baseURL }, deleteFirstAction, (page) => rewrite(page, { Lead: "CD" }));
  await openFirstAction(page);
  await expect(page.getByRole("heading", { level: 2, name: "This action was deleted in one place and changed in another" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Keep it deleted/ })).toBeVisible();
  await page.getByRole("link", { name: "Choose which version stands." }).click();
  await expect(page.getByRole("definition").filter({ hasText: /^CD$/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Keep it with these changes/ }).click();
  await expect(page.getByText("There is nothing to choose.")).toBeVisible();
  await openFirstAction(page);
  await expect(page.getByRole("definition").filter({ hasText: /^CD$/ })).toBeVisible();
});

test("a deletion that a person keeps takes the action from the plan", async ({ page, open, browser, baseURL }) => {
  await meet({ page, open, browser, baseURL }, (page) => rewrite(page, { Action: `${action} with health` }), deleteFirstAction);
  await openFirstAction(page);
  await page.getByRole("button", { name: /^Keep it deleted/ }).click();
  await expect(page.getByText("It stays deleted.")).toBeVisible();
  await openPlan(page);
  await expect(page.getByText(`${action} with health`)).toBeHidden();
});

test("a choice that is taken back leaves both versions to choose from", async ({ page, open, browser, baseURL }) => {
  await meet(
    { page, open, browser, baseURL },
    (page) => rewrite(page, { Lead: "AB" }),
    (page) => rewrite(page, { Lead: "CD" }),
  );
  await openFirstAction(page);
  await page.getByRole("button", { name: /^Keep version 2/ }).click();
  await expect(note(page)).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { level: 2, name: choice })).toBeVisible();
  const values = page.getByRole("table", { name: /^What differs/ }).getByRole("cell");
  expect((await values.allInnerTexts()).toSorted()).toEqual(["AB", "CD"]);
});

test("plan, area and words for a report are chosen where they stand", async ({ page, open, browser, baseURL }) => {
  const write = (name: string) => async (page: Page) => {
    await section(page, "Overview");
    await page.getByText("Change the name of the area").click();
    await page.getByLabel("Name of the area").fill(`Area of ${name}`);
    await page.getByRole("button", { name: "Change the name" }).click();
    await openPlan(page);
    await page.getByText("Change the title, shape or period of the plan").click();
    await page.getByLabel("Title of the plan").fill(`One Children’s Workforce Action Plan of ${name}`);
    await page.getByRole("button", { name: "Save the changes" }).click();
    await expect(page.getByText("The plan was changed.")).toBeVisible();
    await section(page, "Reports");
    await page.getByRole("link", { name: "Executive progress report" }).first().click();
    await page.getByRole("button", { name: "Change these words of 5.1" }).click();
    await page.getByLabel("The words of this paragraph").fill(`Paid by ${name}`);
    await page.getByRole("button", { name: "Save these words" }).click();
    await expect(page.getByText("The words were changed.")).toBeVisible();
    await saved(page);
  };
  await meet({ page, open, browser, baseURL }, write("health"), write("schools"));
  await section(page, "Overview");
  await expect(page.getByRole("heading", { level: 2, name: "This area was changed in two places at once" })).toBeVisible();
  await keepVersionWith(page, "Area of schools");
  await expect(page.getByRole("heading", { level: 1, name: "Area of schools" })).toBeVisible();

  await section(page, "Reports");
  await page.getByRole("link", { name: "Executive progress report" }).first().click();
  await expect(page.getByRole("heading", { level: 2, name: "Executive progress report, financial: changed in two places at once" })).toBeVisible();
  await keepVersionWith(page, "Paid by schools");
  await expect(page.getByText("Paid by schools").last()).toBeVisible();
  await expect(page.getByText("Paid by health")).toBeHidden();

  await openPlan(page);
  await expect(page.getByRole("heading", { level: 2, name: "This plan was changed in two places at once" })).toBeVisible();
  await keepVersionWith(page, "One Children’s Workforce Action Plan of schools");
  await expect(page.getByRole("heading", { level: 1, name: /of schools$/ })).toBeVisible();
});

test("what another tab changed is not overwritten unseen", async ({ page, context, open }) => {
  await open(page);
  await openSample(page);
  await saved(page);
  await changeFirstAction(page);
  const other = await context.newPage();
  await open(other);
  await openSample(other);
  await rewrite(other, { Action: `${action} with schools` });

  await page.getByLabel("Action", { exact: true }).fill(`${action} with health`);
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByRole("alert").getByText("This action was changed in another tab while you were typing.")).toBeVisible();
  await expect(page.getByText(`${action} with schools`)).toBeVisible();
  await expect(page.getByLabel("Action", { exact: true })).toHaveValue(`${action} with health`);
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByText("The action was changed.")).toBeVisible();
  await expect(page.getByText(`${action} with health`).first()).toBeVisible();
});
