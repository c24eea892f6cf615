// The training map: events by form and from a table, the gaps first, filters, a gap that becomes an action, and paper.
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { createArea, download, openSample, saved, section } from "./pages";

const IDENTITY = "Shared identity and purpose";

async function trainingMap(page: Page) {
  await section(page, "Exercises");
  await page.getByRole("link", { name: "Training map" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Training map" })).toBeFocused();
}

function gaps(page: Page) {
  return page.getByRole("table", { name: "Gaps in training" });
}

/** Waits until the counts of a row of the matrix are seen as these. */
async function expectRow(page: Page, profession: string, counts: string[]) {
  await expect.poll(() => row(page, profession), profession).toEqual(counts);
}

/** The counts of a row of the matrix, as they are seen. */
async function row(page: Page, profession: string) {
  const cells = page.getByRole("table", { name: "Training events by profession and arc" }).getByRole("row", { name: new RegExp(`^${profession}`) }).getByRole("cell");
  return (await cells.allInnerTexts()).map((words) => words.split(/\s/)[0]);
}

test("an event added by form fills its cells, is changed, and can be removed and brought back", async ({ page, open }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await trainingMap(page);
  await expect(page.getByText("There is no training event here yet.")).toBeVisible();
  await page.getByRole("link", { name: "Add a training event" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Add a training event" })).toBeFocused();
  await page.getByRole("button", { name: "Add the event" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter what the event is called");
  await page.getByLabel("What is it called?").fill("Working together");
  await page.getByLabel("Lead organisation or service").fill("Workforce team");
  await page.getByLabel("Other professions").fill("Midwives, health visitors; MIDWIVES");
  await page.getByLabel(IDENTITY).check();
  await page.getByLabel("Common Assessment Framework (CAF)").check();
  await page.getByLabel("Dates (optional)").fill("Oct-09");
  await page.getByRole("button", { name: "Add the event" }).click();
  await expect(page.getByText("The training event was added.")).toBeVisible();
  await expectRow(page, "Midwives", ["1", "0", "0", "1", "0", "0", "0", "0", "1"]);
  await expectRow(page, "All professions", ["1", "0", "0", "1", "0", "0", "0", "0", "1"]);
  await expect(page.getByText("All 1 event. 12 places that nobody serves.")).toBeVisible();

  await page.getByRole("link", { name: "All training events" }).click();
  await page.getByRole("link", { name: "Working together" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Change a training event" })).toBeFocused();
  await expect(page.getByLabel("Midwives", { exact: true })).toBeChecked();
  await page.getByLabel("health visitors", { exact: true }).uncheck();
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByRole("table", { name: "Training events" }).getByRole("row", { name: /Working together/ })).not.toContainText("health visitors");
  await page.getByRole("link", { name: "Working together" }).click();
  await page.getByRole("button", { name: "Remove this event" }).click();
  await expect(page.getByText("There is no training event here yet.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(page.getByRole("link", { name: "Working together" })).toBeVisible();
});

test("a table is shown as it is read, comes in whole, goes out as CSV and brings nothing a second time", async ({ page, open }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await trainingMap(page);
  await page.getByRole("link", { name: "Import training events" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Import training events" })).toBeFocused();
  const html = `<table><tr><th>Course</th><th>Lead organisation / service</th><th>Target audience</th><th>Key competencies</th><th>Dates</th></tr>
<tr><td>Safeguarding, level 1</td><td rowspan="2">Safeguarding board</td><td>Teachers, Nursery nurses</td><td>violet</td><td>monthly</td></tr>
<tr><td>=2+3</td><td>Teachers</td><td>Green; puppetry</td><td>Oct-09</td></tr></table>`;
  await page.getByLabel("Paste a table from Word or Excel").evaluate((field, html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);
  await expect(page.getByText("2 events were read from the table. Nothing is added yet.")).toBeVisible();
  await page.locator("summary").filter({ hasText: "names no arc and no practice" }).click();
  await expect(page.getByText(/^Row 3, column D \(Key competencies\).*puppetry/)).toBeVisible();
  const preview = page.getByRole("table", { name: "What will be added" });
  await expect(preview.getByRole("row", { name: /=2\+3/ })).toContainText("Integrated working");
  await page.getByRole("button", { name: "Add these events" }).click();
  await expect(page.getByText("2 training events were added.")).toBeVisible();
  await expectRow(page, "Teachers", ["0", "0", "0", "1", "0", "0", "1", "0", "2"]);
  await saved(page);

  await page.getByRole("link", { name: "All training events" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Training events" })).toBeFocused();
  const file = await download(page, "Export as CSV");
  expect(file.name).toMatch(/^training-events-.*\.csv$/);
  expect(file.text).toContain("'=2+3");
  await page.getByRole("link", { name: "Import training events" }).click();
  await page.getByLabel("Choose a CSV file").setInputFiles({ name: "Again.csv", mimeType: "text/csv", buffer: Buffer.from(file.text) });
  await expect(page.getByText("2 of these events are here already, word for word. There is nothing to add.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add these events" })).toHaveCount(0);
  await page.getByRole("link", { name: "Back to the training map" }).click();
  await page.getByRole("button", { name: /^Undo: take in training events/ }).click();
  await expect(page.getByText("There is no training event here yet.")).toBeVisible();
});

test("filters count anew, and stay while somebody looks at a gap", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await trainingMap(page);
  await expect(page.getByText(/^All 25 events\./)).toBeVisible();
  const before = await row(page, "Teachers");
  expect(before).toHaveLength(9);
  await page.getByLabel("Lead", { exact: true }).selectOption("Education service");
  await expect(page.getByText(/^As filtered: 2 of 25 events\./)).toBeVisible();
  await expect.poll(() => row(page, "Teachers")).not.toEqual(before);
  expect(await row(page, "Teachers")).toHaveLength(9);
  await page.getByLabel("Delivery method").selectOption("E-learning");
  await expect(page.getByText(/^As filtered: 1 of 25 events\./)).toBeVisible();
  await page.getByLabel("Profession", { exact: true }).selectOption("Teachers");
  await expect(page.getByRole("table", { name: "Training events by profession and arc" }).getByRole("rowheader")).toHaveText(["Teachers", "All professions"]);
  await gaps(page).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Teachers" })).toBeFocused();
  await page.getByRole("link", { name: "Back to the training map" }).click();
  await expect(page.getByText(/^As filtered: 1 of 25 events\./)).toBeVisible();
  await page.getByRole("button", { name: "Reset filters" }).click();
  await expectRow(page, "Teachers", before);
  await page.getByLabel("When").selectOption("April 2009 to March 2010");
  await expect(page.getByText(/^As filtered: \d+ of 25 events\./)).toBeVisible();
});

test("how a gap is addressed is said once and becomes an action that the map names", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await trainingMap(page);
  await expect(gaps(page).getByRole("row", { name: /Midwives.*Shared identity/ })).toContainText("Owner: Workforce lead");
  await page.getByLabel("Profession", { exact: true }).selectOption("Social workers");
  await gaps(page).getByRole("link", { name: "Address it for Social workers: Complementary roles" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Social workers" })).toBeFocused();
  await expect(page.getByText("No training event serves this profession in this arc.")).toBeVisible();
  await page.getByLabel("How is training commissioned?").fill("A joint day with health");
  await page.getByLabel("Who sees to it?").fill("Training lead");
  await page.getByRole("button", { name: "Save and add an action" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Add an action" })).toBeFocused();
  await expect(page.getByText("A gap in training: Social workers")).toBeVisible();
  await expect(page.getByLabel("Action", { exact: true })).toHaveValue(/^Arrange training for Social workers: Complementary roles/);
  await expect(page.getByLabel("Lead", { exact: true })).toHaveValue("Training lead");
  await page.getByRole("button", { name: "Add the action" }).click();
  await expect(page.getByText("The action was added.")).toBeVisible();
  await trainingMap(page);
  const gap = gaps(page).getByRole("row", { name: /Social workers.*Complementary roles/ });
  await expect(gap).toContainText("Commissioning: A joint day with health");
  await expect(gap).toContainText(/Action: 13 Arrange training for Social workers/);
  await page.getByRole("button", { name: /^Undo: add an action/ }).click();
  await expect(gap).not.toContainText("Action:");
  await expect(gap).toContainText("Owner: Training lead");
});

test("a profession is renamed everywhere as one step", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await trainingMap(page);
  await page.getByRole("link", { name: "Professions", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Professions" })).toBeFocused();
  const table = page.getByRole("table", { name: "Professions and the events for them" });
  const rows = await table.getByRole("row").count();
  await page.getByLabel("Which profession?").selectOption("Playworkers");
  await page.getByLabel("New name").fill("youth workers");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByText("It is called youth workers now, in all events and gaps.")).toBeVisible();
  await expect(table.getByRole("row")).toHaveCount(rows - 1);
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(table.getByRole("row")).toHaveCount(rows);
});

test("on paper all gaps stand under heads that come again on each sheet", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await trainingMap(page);
  await expect(gaps(page).getByRole("row").filter({ visible: true })).toHaveCount(13);
  await page.emulateMedia({ media: "print" });
  await expect.poll(() => gaps(page).getByRole("row").filter({ visible: true }).count()).toBeGreaterThan(40);
  await expect(page.getByLabel("Lead", { exact: true })).toBeHidden();
  const head = await gaps(page).locator("thead").evaluate((head) => getComputedStyle(head).display);
  expect(head).toBe("table-header-group");
});
