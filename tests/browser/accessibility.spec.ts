// Every page passes axe, at desktop and phone width, and none scrolls sideways at 320 px.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { openSample, section } from "./pages";

const sections = ["Overview", "Survey", "Responses", "Rainbow", "Plans", "Exercises", "Reports", "Files"];

async function expectAccessible(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect(found, where).toEqual([]);
}

async function expectNoSidewaysScroll(page: Page, where: string) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, where).toBeLessThanOrEqual(0);
}

/** Goes to every kind of page in turn. */
async function everyPage(page: Page, look: (where: string) => Promise<void>) {
  await look("Start");
  await openSample(page);
  for (const name of sections) {
    await section(page, name, /./);
    await look(name);
  }
  await page.getByRole("link", { name: "data for analysts" }).click();
  await page.getByLabel("Everything, including individual answers").check();
  await expect(page.getByRole("button", { name: "Download individual answers" })).toBeVisible();
  await look("Data for analysts");
  for (const name of ["Proposal paper", "Conference report", "Strategy pack", "A lead’s own sheet", "What you told us"]) {
    await section(page, "Reports", /./);
    await page.getByRole("link", { name, exact: true }).click();
    await expect(page.getByRole("button", { name: "Print or save as PDF" })).toBeVisible();
    await look(name);
  }
  await section(page, "Responses", /./);
  await page.getByRole("link", { name: /^Comments/ }).click();
  await expect(page.getByText(/comments wait for you/)).toBeVisible();
  await look("Comments");
  await section(page, "Rainbow", /./);
  await page.getByRole("link", { name: "Your area within the region" }).click();
  await expect(page.getByRole("button", { name: "Make the benchmark file" })).toBeVisible();
  await look("Region");
  await section(page, "Rainbow", /./);
  await page.getByRole("table", { name: "The rainbow as a table" }).getByRole("link").first().click();
  await expect(page.getByRole("link", { name: /Add an action/ }).first()).toBeVisible();
  await page.locator("summary").filter({ hasText: "What areas typically do about this" }).click();
  await look("Arc");
  await page.getByRole("link", { name: /^Adapt this/ }).first().click();
  await expect(page.getByText("The words below are a suggestion")).toBeVisible();
  await look("Adapt a suggestion");
  await page.getByRole("link", { name: "Back to the arc" }).click();
  await page.getByRole("link", { name: /Add an action/ }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Add an action" })).toBeVisible();
  await look("Add an action");
  await section(page, "Rainbow", /./);
  await page.getByRole("link", { name: /^Break this down/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Breakdown" })).toBeVisible();
  await look("Breakdown");
  await section(page, "Rainbow", /./);
  await page.getByRole("link", { name: "See and add evidence" }).click();
  await expect(page.getByRole("link", { name: /^Change “/ }).first()).toBeVisible();
  await look("Evidence");
  await page.getByRole("link", { name: /^Change “/ }).first().click();
  await expect(page.getByRole("group", { name: "Which arcs is it about?" })).toBeVisible();
  await page.getByRole("button", { name: "Save the changes" }).scrollIntoViewIfNeeded();
  await look("Change evidence");
  await section(page, "Exercises", /./);
  await page.getByRole("link", { name: "Rainbow discussion" }).click();
  await expect(page.getByRole("button", { name: "Begin the discussion" })).toBeVisible();
  await look("Rainbow discussions");
  await page.getByRole("link", { name: "Conference, table groups in the afternoon" }).click();
  await page.getByRole("button", { name: /^Change “/ }).first().click();
  await expect(page.getByRole("button", { name: "Save the idea" })).toBeVisible();
  await look("A rainbow discussion");
  await page.getByRole("link", { name: "Show on the projector" }).click();
  await expect(page.getByRole("button", { name: "Leave" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await look("A discussion on the projector");
  await page.getByRole("button", { name: "Leave" }).click();
  await section(page, "Exercises", /./);
  await page.getByRole("link", { name: "Focus group or workshop guide" }).click();
  await expect(page.getByRole("link", { name: "Begin a session" })).toBeVisible();
  await look("Focus groups and workshops");
  await page.getByRole("link", { name: "Scenario workshop: a move between two schools" }).click();
  await expect(page.getByRole("button", { name: "Keep as evidence of the round" })).toBeVisible();
  await look("A session of the guide");
  await page.getByRole("link", { name: "Change title, day or arcs" }).click();
  await expect(page.getByRole("button", { name: "Save the changes" })).toBeVisible();
  await look("Change a session");
  await section(page, "Rainbow", /./);
  await page.getByRole("link", { name: "Where we are and where we want to be" }).click();
  await expect(page.getByRole("table", { name: "What we agreed, arc by arc" })).toBeVisible();
  await look("Where we are and where we want to be");
  await page.getByRole("table", { name: "What we agreed, arc by arc" }).getByRole("link", { name: /^Change/ }).first().click();
  await expect(page.getByRole("group", { name: "Where we are" })).toBeVisible();
  await look("Agree about an arc");
  await page.getByRole("link", { name: "Cancel" }).click();
  await page.getByRole("link", { name: "Sign off", exact: true }).click();
  await page.getByRole("button", { name: "Sign off", exact: true }).click();
  await expect(page.getByText(/Nothing has changed since/)).toBeVisible();
  await page.locator("summary").filter({ hasText: "what was signed" }).click();
  await look("Signed off");
  for (const name of ["Related strategies", "Consultation and commitment schedule", "Glossary", "Contacts", "Headcount"]) {
    await section(page, "Exercises", /./);
    await page.getByRole("link", { name: "Registers", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Registers" })).toBeFocused();
    if (name === "Contacts") await look("Registers");
    await page.getByRole("link", { name, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeFocused();
    await look(name);
  }
  await section(page, "Plans", /./);
  await page.getByRole("link", { name: "One Children’s Workforce Action Plan" }).first().click();
  await expect(page.getByRole("treegrid", { name: /Action Plan/ })).toBeVisible();
  await look("Plan");
  await page.getByRole("link", { name: "Ask leads for progress" }).click();
  await expect(page.getByRole("table", { name: "Leads with open actions" })).toBeVisible();
  await page.getByLabel("Whom do you ask?").selectOption({ index: 1 });
  await look("Ask leads for progress");
  await page.getByRole("link", { name: "Back to the plan" }).click();
  await expect(page.getByRole("treegrid", { name: /Action Plan/ })).toBeVisible();
  await page.goto(page.url().replace(/(plans\/plan\/[^/]+).*/, "$1/sign-off"));
  await page.getByRole("button", { name: "Sign off", exact: true }).click();
  await expect(page.getByText("The plan was signed off.")).toBeVisible();
  await page.goto(page.url().replace(/(plans\/plan\/[^/]+).*/, "$1/sign-off"));
  await expect(page.getByText(/Nothing has changed since/)).toBeVisible();
  await page.locator("summary").filter({ hasText: "as it was signed" }).click();
  await look("Sign a plan off");
  await section(page, "Plans", /./);
  await page.locator("summary").filter({ hasText: "Shape and period" }).click();
  await look("Create a plan");
  await page.getByRole("link", { name: "One Children’s Workforce Action Plan" }).first().click();
  await expect(page.getByRole("treegrid", { name: /Action Plan/ })).toBeVisible();
  await page.getByRole("treegrid", { name: /Action Plan/ }).getByRole("link").first().click();
  await expect(page.getByRole("button", { name: /progress/i }).first()).toBeVisible();
  await look("Action");
  await page.getByRole("link", { name: /^Change/ }).first().click();
  await expect(page.getByRole("button", { name: "Save the changes" })).toBeVisible();
  await look("Change an action");
  await section(page, "Exercises", /./);
  await page.getByRole("link", { name: /^Conference on the children/ }).click();
  await expect(page.getByRole("table", { name: "Combined result" })).toBeVisible();
  await look("An exercise");
  await page.getByRole("link", { name: "Show on the projector" }).click();
  await expect(page.getByRole("button", { name: "Leave" })).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await look("An exercise on the projector");
  await page.getByRole("button", { name: "Leave" }).click();
  await page.getByRole("link", { name: "Change title or day" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Change title or day" })).toBeFocused();
  await look("Change an exercise");
  await page.getByRole("link", { name: "Cancel" }).click();
  await page.getByRole("link", { name: /^Change Table 1/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Sheet of a table/ })).toBeVisible();
  await look("Sheet of a table");
  await page.goto(page.url() + "/sort");
  await expect(page.getByText(/of 29 placed/).first()).toBeVisible();
  await look("Sort the cards");
  await section(page, "Exercises", /./);
  await page.getByRole("link", { name: "Your own sort" }).click();
  await look("Set up your own sort");
  await section(page, "Survey", /./);
  // The sample's round is closed, and in a closed round nothing can be finished.
  await page.getByRole("button", { name: "Reopen the round" }).click();
  await expect(page.getByText("The round is open again.")).toBeVisible();
  await section(page, "Responses", /./);
  await page.getByRole("link", { name: "Type in paper forms" }).click();
  await expect(page.getByLabel("Answer to 1", { exact: true })).toBeVisible();
  await look("Type in paper forms");
  await section(page, "Responses", /./);
  await page.getByRole("link", { name: /Bring in a table/ }).click();
  await page.getByLabel("Paste a table").fill("Sector\t1\tNotes\nSpace travel\tmaybe\tx");
  await page.getByRole("button", { name: "Read this table" }).click();
  await expect(page.getByRole("heading", { name: "What this table would bring" })).toBeVisible();
  await look("Bring in a table");
  await section(page, "Survey", /./);
  await page.getByRole("button", { name: "Answer the survey" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "About you" })).toBeVisible();
  await look("About you");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: /^Add a comment/ }).first().click();
  await look("A theme of the survey");
  await page.goto(page.url().replace(/\/theme\/.*/, "/check"));
  await page.getByRole("button", { name: "Finish and save" }).click();
  await expect(page.getByText("Response finished")).toBeVisible();
  await look("Response finished");
  await section(page, "Survey", /./);
  await page.getByRole("link", { name: "Ask children and families" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ask children and families" })).toBeVisible();
  await look("Ask children and families");
  await section(page, "Survey", /./);
  await page.getByRole("link", { name: "Use this device for many people" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Use this device for many people" })).toBeVisible();
  await look("Use this device for many people");
  await section(page, "Reports", /./);
  await page.getByRole("link", { name: "Executive progress report" }).first().click();
  await expect(page.getByRole("button", { name: "Print or save as PDF" })).toBeVisible();
  await page.getByRole("button", { name: "Change these words of 1.1" }).click();
  await look("Progress report");
  for (const report of ["Summary report", "Board feedback", "Poster"]) {
    await section(page, "Reports", /./);
    await page.getByRole("link", { name: report, exact: true }).click();
    await expect(page.getByRole("button", { name: "Print or save as PDF" })).toBeVisible();
    await look(report);
  }
  await page.locator("summary").filter({ hasText: "Keep this report as it is now" }).click();
  await page.getByLabel("Who freezes it").fill("Workforce lead");
  await page.getByRole("button", { name: "Freeze this report" }).click();
  await expect(page.getByRole("button", { name: "Remove this frozen report" })).toBeVisible();
  await look("A frozen report");
  await page.goto(page.url().replace(/#.*/, "#/nowhere"));
  await expect(page.getByRole("heading", { level: 1, name: "Page not found" })).toBeVisible();
  await look("Page not found");
}

/** Goes to every page on which a survey and its round are set up. */
async function everyPageOfSettingUp(page: Page, look: (where: string) => Promise<void>) {
  await openSample(page);
  await page.getByRole("link", { name: "Set up sectors and staff groups" }).click();
  await page.getByRole("button", { name: "Remove Youth" }).click();
  await page.getByRole("button", { name: /^Rename/ }).first().click();
  await look("Sectors and staff groups");
  await section(page, "Survey", /./);
  await page.getByRole("link", { name: "Change the round’s settings" }).click();
  await expect(page.getByRole("button", { name: "Save the settings" })).toBeVisible();
  await look("The settings of a round");
  await section(page, "Survey", /./);
  await page.getByRole("link", { name: "Design a survey" }).first().click();
  await look("Survey designs");
  await page.getByLabel("Title of the survey").fill("Integrated working");
  await page.getByLabel("The standard questionnaire").check();
  await page.getByRole("button", { name: "Begin the design" }).click();
  await page.getByRole("button", { name: /^Retire/ }).first().click();
  await page.locator("summary").filter({ hasText: "Choose arcs and practices" }).click();
  await look("A survey design");
  await page.getByRole("link", { name: "Preview" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Preview" })).toBeVisible();
  await look("Preview of a design");
  await page.getByRole("link", { name: "Back to the survey design" }).click();
  await page.getByRole("link", { name: /^Add a statement to Integrated/ }).click();
  await expect(page.getByRole("button", { name: "Add the statement" })).toBeVisible();
  await look("Add a statement");
  await page.getByRole("link", { name: "Cancel" }).click();
  await page.getByRole("link", { name: /^Change “/ }).first().click();
  await expect(page.getByRole("button", { name: "Save the statement" })).toBeVisible();
  await look("Change a statement");
  await page.getByRole("link", { name: "Cancel" }).click();
  await page.getByRole("link", { name: "Open a round with it" }).click();
  await page.locator("summary").filter({ hasText: "More settings" }).click();
  await look("Open a round with a design");
}

/** Goes to every page about training. */
async function everyPageOfTraining(page: Page, look: (where: string) => Promise<void>) {
  await openSample(page);
  await section(page, "Exercises", /./);
  await page.getByRole("link", { name: "Training map" }).click();
  await expect(page.getByRole("table", { name: "Gaps in training" })).toBeVisible();
  await look("Training map");
  await page.getByRole("link", { name: /^Address it/ }).first().click();
  await expect(page.getByRole("button", { name: "Save and add an action" })).toBeVisible();
  await look("A gap in training");
  await page.getByRole("button", { name: "Save and add an action" }).click();
  await expect(page.getByText(/^A gap in training/)).toBeVisible();
  await look("An action for a gap");
  await page.goto(page.url().replace(/plans\/new-action.*/, "training/events"));
  await expect(page.getByRole("table", { name: "Training events" })).toBeVisible();
  await look("Training events");
  await page.getByRole("table", { name: "Training events" }).getByRole("link").first().click();
  await expect(page.getByRole("button", { name: "Save the changes" })).toBeVisible();
  await look("Change a training event");
  await page.goto(page.url().replace(/training\/event\/.*/, "training/professions"));
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await look("Professions");
  await page.goto(page.url().replace(/training\/professions/, "training/import"));
  await page.getByLabel("Paste a table from Word or Excel").fill("Course\tTarget audience\tThemes\nLevel 1\tTeachers\tpuppetry");
  await expect(page.getByRole("button", { name: "Add these events" })).toBeVisible();
  await look("Import training events");
}

test("every page passes axe", async ({ page, open }) => {
  test.slow();
  await open(page);
  await everyPage(page, (where) => expectAccessible(page, where));
});

test("every page of setting a survey up passes axe", async ({ page, open }) => {
  test.slow();
  await open(page);
  await everyPageOfSettingUp(page, (where) => expectAccessible(page, where));
});

test("every page about training passes axe", async ({ page, open }) => {
  test.slow();
  await open(page);
  await everyPageOfTraining(page, (where) => expectAccessible(page, where));
});

/** Makes the window a small phone's, on which the menu has to be opened before a section is chosen. */
async function asOnAPhone(page: Page) {
  await page.setViewportSize({ width: 320, height: 640 });
  const menu = async () => {
    const toggle = page.getByRole("button", { name: "Menu" });
    if (await toggle.isVisible()) await toggle.click();
  };
  await page.addLocatorHandler(page.getByRole("button", { name: "Menu", expanded: false }), menu);
}

test("every page passes axe and fits at 320 px", async ({ page, open }) => {
  test.slow();
  await open(page);
  await asOnAPhone(page);
  await everyPage(page, async (where) => {
    await expectAccessible(page, where);
    await expectNoSidewaysScroll(page, where);
  });
});

test("every page of setting a survey up passes axe and fits at 320 px", async ({ page, open }) => {
  test.slow();
  await open(page);
  await asOnAPhone(page);
  await everyPageOfSettingUp(page, async (where) => {
    await expectAccessible(page, where);
    await expectNoSidewaysScroll(page, where);
  });
});

test("every page about training passes axe and fits at 320 px", async ({ page, open }) => {
  test.slow();
  await open(page);
  await asOnAPhone(page);
  await everyPageOfTraining(page, async (where) => {
    await expectAccessible(page, where);
    await expectNoSidewaysScroll(page, where);
  });
});
