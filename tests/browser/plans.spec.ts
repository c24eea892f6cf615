// A plan in its table: brought in from what people have, worked on by keyboard, taken along, and looked back on.
import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { expect, test } from "./support";
import { createArea, download, openSample, saved, section } from "./pages";

const SAMPLE = "One Children’s Workforce Action Plan";

/** A strategy as a word processor puts it on the clipboard, with a merged cell, a list, and something that wants to run. */
const STRATEGY = `<html><body><style>td { color: red }</style><table>
<tr><th>Area of focus</th><th>Action</th><th>Output</th><th>Responsibility</th><th>Timeframe</th><th>Milestones</th><th>Risk</th><th>Progress to date</th></tr>
<tr><td colspan="8">Priority 1: Integrated working</td></tr>
<tr><td rowspan="2">1.1 Working together</td><td>1.1.1 Agree who does what</td><td>a. A page that all agencies have signed</td><td>AB/CD</td><td>Dec 2014 and ongoing</td><td><ul><li>Draft by March 13</li><li>Signed by Dec 12</li></ul></td><td>Time</td><td>Begun <script>window.ran = true</script></td></tr>
<tr><td>1.1.3 Train everybody together</td><td>c. Forty people trained</td><td>DV and Connexions</td><td>Quarterly</td><td></td><td>&lt;img src=x onerror="window.ran = true"&gt;</td><td></td></tr>
</table></body></html>`;

function grid(page: Page, name: string | RegExp) {
  return page.getByRole("treegrid", { name });
}

/** The cell of a row in a column, told apart by what names them. */
function cell(page: Page, plan: string, row: RegExp, column: string) {
  return grid(page, plan).getByRole("row", { name: row }).locator(`[data-column="${column}"]`);
}

/** Pastes HTML into the box for tables, as the clipboard of a person gives it. */
async function paste(page: Page, html: string) {
  await page.getByLabel("Paste a table from Word or Excel").evaluate((field, html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);
}

async function openPlan(page: Page) {
  await openSample(page);
  await section(page, "Plans");
  await page.getByRole("link", { name: SAMPLE }).first().click();
  await expect(grid(page, SAMPLE).getByRole("row")).toHaveCount(13);
}

test("a strategy pasted from a word processor is shown before it is added, comes in whole, and runs nothing", async ({ page, open }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await section(page, "Plans");
  await page.getByRole("button", { name: "Import a plan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Import a plan" })).toBeFocused();
  const box = page.getByLabel("Paste a table from Word or Excel");
  await box.fill("No table at all");
  await expect(box).toHaveAccessibleDescription(/no table/i);
  await page.getByLabel("Title of the new plan").fill("Strategy 2012 to 2015");

  await paste(page, STRATEGY);
  await expect(page.getByText("1 priority, 1 area of focus, 2 actions, 2 outputs and 2 milestones.")).toBeVisible();
  await page.getByRole("button", { name: "Add to this plan" }).click();

  const plan = grid(page, "Strategy 2012 to 2015");
  await expect(plan.getByRole("row")).toHaveCount(7);
  await expect(plan.getByRole("columnheader")).toHaveText(["Choose", "No", "Action", "Responsibility", "Timeframe", "Milestones", "Resources/cost", "Risk", "Arcs", "Progress", "RAG"]);
  await expect(plan.getByRole("row", { name: /A page that all agencies have signed/ })).toContainText("first by 31 December 2014");
  await expect(plan.getByRole("row", { name: /Forty people trained/ })).toContainText('<img src=x onerror="window.ran = true">');
  expect(await page.evaluate(() => (window as { ran?: boolean }).ran)).toBeUndefined();
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "This plan is not here" })).toBeVisible();
});

test("a strategy as large as real ones comes in from a word processor, is changed, and goes out and comes in again unchanged", async ({ page, open }) => {
  test.slow();
  await open(page);
  await createArea(page, "Fenshire");
  await section(page, "Plans");
  await page.getByRole("button", { name: "Import a plan" }).click();
  await page.getByLabel("Title of the new plan").fill("Strategy");
  // Made from the same strategy as the native tests', which `cargo test --test plan_tables` sees to.
  await paste(page, readFileSync("tests/browser/strategy.html", "utf8"));
  await expect(page.getByText(/^6 priorities, 26 areas of focus, 62 actions, 65 outputs and \d+ milestones\.$/)).toBeVisible();
  await page.getByRole("button", { name: "Add to this plan" }).click();
  const strategy = grid(page, "Strategy");
  await expect(strategy.getByRole("row")).toHaveCount(1 + 6 + 26 + 62 + 65);

  const risk = strategy.getByRole("row").nth(100).locator("[data-column=risk]");
  await risk.focus();
  await page.keyboard.press("Enter");
  await page.getByLabel(/^Risk: /).fill("Nobody is free, or \"no\"");
  await page.keyboard.press("Enter");
  await expect(risk).toHaveText("Nobody is free, or \"no\"");
  const shown = await strategy.locator("tbody tr").allTextContents();

  const first = await download(page, "Export as CSV");
  expect(first.text).toContain('"Nobody is free, or ""no"""');
  await page.getByRole("button", { name: "Import a plan" }).click();
  await page.getByLabel("Which plan does it belong to?").selectOption("A new plan");
  await page.getByLabel("Choose a CSV file").setInputFiles({ name: "Again.csv", mimeType: "text/csv", buffer: Buffer.from(first.text) });
  await page.getByRole("button", { name: "Add to this plan" }).click();
  const again = grid(page, "Again");
  await expect(again.getByRole("row")).toHaveCount(1 + 6 + 26 + 62 + 65);
  expect(await again.locator("tbody tr").allTextContents()).toEqual(shown);
  const second = await download(page, "Export as CSV");
  expect(second.text).toBe(first.text);
});

test("a CSV file comes in, and what is exported comes in again as it was", async ({ page, open }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await section(page, "Plans");
  await page.getByRole("button", { name: "Import a plan" }).click();
  const csv = 'No,Action,Lead,Target date,Progress,RAG\n1,Agree a set of behaviours,AB,Oct-09,"Draft, with two\nlines",\n2,=SUM(A1),CD / EF,on-going,,Amber\n,Without a number,,31/02/2010,,\n';
  await page.getByLabel("Choose a CSV file").setInputFiles({ name: "Action plan.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await expect(page.getByText("3 actions.")).toBeVisible();
  await page.getByRole("button", { name: "Add to this plan" }).click();
  const plan = grid(page, "Action plan");
  await expect(plan.getByRole("row")).toHaveCount(4);
  await expect(plan.getByRole("row", { name: /Without a number/ })).toContainText("no such day");
  const rows = await plan.getByRole("row").allTextContents();

  const exported = await download(page, "Export as CSV");
  expect(exported.name).toMatch(/^action-plan-.*\.csv$/);
  expect(exported.text).toContain("'=SUM(A1)");
  await page.getByRole("button", { name: "Import a plan" }).click();
  await page.getByLabel("Which plan does it belong to?").selectOption("A new plan");
  await page.getByLabel("Choose a CSV file").setInputFiles({ name: "Again.csv", mimeType: "text/csv", buffer: Buffer.from(exported.text) });
  await page.getByRole("button", { name: "Add to this plan" }).click();
  await expect(grid(page, "Again").getByRole("row")).toHaveCount(4);
  expect(await grid(page, "Again").getByRole("row").allTextContents()).toEqual(rows);

  const calendar = await download(page, "Export to calendar");
  expect(calendar.text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(calendar.text).toContain("20091031");
  await page.getByRole("button", { name: "Copy as a table" }).click();
  await expect(page.getByText("The plan was copied as a table.")).toBeVisible();
});

test("cells are walked and changed by keyboard, and a date that stood keeps the one it replaced", async ({ page, open }) => {
  await open(page);
  await openPlan(page);
  const lead = cell(page, SAMPLE, /Tell people in every sector/, "lead");
  await lead.focus();
  await page.keyboard.press("Enter");
  const field = page.getByLabel(/^Lead: 1 Tell people/);
  await expect(field).toBeFocused();
  await field.fill("Somebody else");
  await page.keyboard.press("Escape");
  await expect(lead).toBeFocused();
  await expect(lead).toHaveText("Communications lead");
  await page.keyboard.press("F2");
  await page.getByLabel(/^Lead: 1 Tell people/).fill("Press officer");
  await page.keyboard.press("Enter");
  await expect(lead).toBeFocused();
  await expect(lead).toHaveText("Press officer");
  await expect(page.getByText("Lead: the change was written.")).toBeVisible();

  await page.keyboard.press("ArrowRight");
  const due = cell(page, SAMPLE, /Tell people in every sector/, "due");
  await expect(due).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByLabel(/^Target date: 1 Tell people/).fill("Mar-10");
  await page.keyboard.press("Enter");
  await expect(due).toContainText("Mar-10");
  await expect(due).toContainText("was Nov-09");

  await page.keyboard.press("ArrowDown");
  await expect(cell(page, SAMPLE, /Write a short list of the words/, "due")).toBeFocused();
  await page.keyboard.press("End");
  const rag = cell(page, SAMPLE, /Write a short list of the words/, "rag");
  await expect(rag).toBeFocused();
  await page.keyboard.press("Enter");
  const choice = page.getByLabel(/^RAG: 2 Write/);
  await expect(choice).toBeFocused();
  await choice.selectOption("Amber");
  await page.keyboard.press("Enter");
  await expect(rag).toHaveText("Amber");

  // A row is added beneath this one, and its words are asked for at once.
  await page.keyboard.press("Alt+Enter");
  await page.getByLabel(/^Action: /).fill("Print the list for every office");
  await page.keyboard.press("Enter");
  await expect(grid(page, SAMPLE).getByRole("rowheader").nth(2)).toContainText("Print the list for every office");
  await page.keyboard.press("ArrowUp");
  await expect(cell(page, SAMPLE, /Write a short list of the words/, "text")).toBeFocused();

  // A row goes up by one, with its place kept by the focus.
  await page.keyboard.press("Alt+ArrowUp");
  await expect(grid(page, SAMPLE).getByRole("rowheader").first()).toContainText("Write a short list");
  await saved(page);
  await page.keyboard.press("Control+z");
  await expect(grid(page, SAMPLE).getByRole("rowheader").first()).toContainText("Tell people");
  await page.reload();
  await expect(cell(page, SAMPLE, /Tell people in every sector/, "lead")).toHaveText("Press officer");
});

test("the plan is filtered, several rows are changed at once, and each is undone as one", async ({ page, open }) => {
  await open(page);
  await openPlan(page);
  await page.getByLabel("Lead", { exact: true }).selectOption("CD");
  await expect(grid(page, SAMPLE).getByRole("row")).toHaveCount(3);
  await expect(page.getByText("2 of 12 rows shown.")).toBeVisible();
  // Whoever comes back from an action finds the filter as it was.
  await page.getByRole("link", { name: /Describe how we expect people/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Describe how we expect people/ })).toBeVisible();
  await page.goBack();
  await expect(grid(page, SAMPLE).getByRole("row")).toHaveCount(3);

  for (const choice of await grid(page, SAMPLE).getByRole("checkbox").all()) await choice.check();
  await expect(page.getByText("2 rows chosen")).toBeVisible();
  await page.getByRole("button", { name: "Do this" }).click();
  await expect(page.getByText("Choose what is to be done")).toBeVisible();
  await page.getByLabel("What to do with them").selectOption("Set the RAG");
  await page.getByLabel("The RAG").selectOption("Red");
  await page.getByRole("button", { name: "Do this" }).click();
  await expect(grid(page, SAMPLE).getByRole("row", { name: /Red/ })).toHaveCount(2);
  await page.keyboard.press("Control+z");
  await expect(grid(page, SAMPLE).getByRole("row", { name: /Red/ })).toHaveCount(0);

  await page.getByLabel("Lead", { exact: true }).selectOption("All leads");
  await page.getByLabel("Choose 1 Tell people in every sector", { exact: false }).check();
  await page.getByLabel("What to do with them").selectOption("Archive");
  await page.getByRole("button", { name: "Do this" }).click();
  await expect(grid(page, SAMPLE).getByRole("row")).toHaveCount(12);
  await page.getByText("Archived actions").click();
  await page.getByRole("button", { name: /^Bring back 1 Tell people/ }).click();
  await expect(grid(page, SAMPLE).getByRole("row")).toHaveCount(13);
});

test("the plan as it stood and what changed since, and the plan by arc", async ({ page, open }) => {
  await open(page);
  await openPlan(page);
  await page.getByRole("link", { name: "What changed since" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "What changed since 30 October 2009" })).toBeVisible();
  await expect(page.getByText("Reported on 22 January 2010, by EF: Named people found in three of five districts.")).toBeVisible();
  const stood = page.getByRole("table", { name: SAMPLE });
  await expect(stood.getByRole("row", { name: /Named|a named person/ })).not.toContainText("three of five districts");
  await page.getByLabel("Since the end of").fill("2009-09-01");
  await expect(page.getByRole("heading", { level: 1, name: "What changed since 1 September 2009" })).toBeVisible();
  await expect(page.getByText("The plan had no actions then.")).toBeVisible();
  await expect(page.getByText("Added.").first()).toBeVisible();

  await page.getByRole("link", { name: "Back to the plan" }).click();
  await page.getByRole("link", { name: "By arc" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The plan by arc" })).toBeVisible();
  await expect(page.getByText("Nothing is planned for it.")).toHaveCount(1);
  await expect(page.getByRole("link", { name: /Train young people to sit on interview panels/ })).toBeVisible();
});

test("a milestone is added and ticked, a date that can be read in two ways is settled, and actions are linked", async ({ page, open }) => {
  await open(page);
  await openPlan(page);
  await page.getByRole("link", { name: /Count who works with children/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Count who works with children/ })).toBeVisible();
  await page.getByText("Add a milestone").click();
  await page.getByRole("button", { name: "Add the milestone" }).click();
  await expect(page.getByText("Enter what is to be reached").first()).toBeVisible();
  await page.getByLabel("What is to be reached").fill("Schools counted");
  await page.getByLabel("By when").fill("Dec-09");
  await page.getByRole("button", { name: "Add the milestone" }).click();
  await expect(page.getByText("The milestone was added.")).toBeVisible();
  const step = page.getByRole("checkbox", { name: /^Schools counted/ });
  await expect(step).toHaveAccessibleName(/Overdue/);
  await step.check();
  await expect(page.getByText("reached on 29 January 2010")).toBeVisible();

  await page.getByRole("link", { name: "Change this action" }).click();
  await page.getByLabel("Target date").fill("March 13");
  await page.getByLabel("Target date").blur();
  await expect(page.getByText(/Could be 13 March or the end of March 2013/)).toBeVisible();
  await page.getByText("More: how the date is meant").click();
  await page.getByLabel("How is this date meant?").selectOption("By the end of a day");
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByText("Enter the day that is meant").first()).toBeVisible();
  await page.getByLabel("The last day that is meant").fill("2013-03-31");
  await page.getByLabel("Risk", { exact: true }).fill("Voluntary organisations have no time for it");
  await page.getByLabel("It depends on").selectOption({ label: "8 Give every lead professional a named person to turn to, and an hour a month with others in the role." });
  await expect(page.getByRole("button", { name: /^Take away 8 Give every lead professional/ })).toBeVisible();
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByText("The action was changed.")).toBeVisible();
  await expect(page.getByText("by 31 March 2013")).toBeVisible();
  await expect(page.getByText("Voluntary organisations have no time for it")).toBeVisible();
  await page.getByRole("link", { name: /^8 Give every lead professional/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Give every lead professional/ })).toBeVisible();

  // The plan has a column of milestones now, and keeps how it was before.
  await page.getByRole("link", { name: "Back to the plan" }).click();
  await expect(grid(page, SAMPLE).getByRole("columnheader", { name: "Milestones" })).toBeVisible();
  await grid(page, SAMPLE).getByRole("checkbox", { name: /^Schools counted/ }).uncheck();
  await expect(page.getByText("The tick was taken back.")).toBeVisible();
  await page.getByRole("link", { name: "What changed since" }).click();
  await expect(page.getByText("Milestone added: “Schools counted”.")).toBeVisible();
});
