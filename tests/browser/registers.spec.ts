// The registers, the glossary on the pages where its words stand, and the headcount behind response rates.
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { createArea, download, openSample, section } from "./pages";

/** Goes to one of the registers, or to the headcount. */
async function register(page: Page, name: string) {
  await section(page, "Exercises");
  await page.getByRole("link", { name: "Registers", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Registers" })).toBeFocused();
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeFocused();
}

test("the schedule keeps dates as written, is put in order, and comes back from its own file", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await register(page, "Consultation and commitment schedule");
  const table = page.getByRole("table", { name: "Consultation and commitment schedule" });
  await expect(table.getByRole("row").nth(4)).toContainText("Early Summer 2010by 30 June 2010");
  await page.getByRole("link", { name: "Add a line of the schedule" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").getByRole("listitem")).toHaveText(["Enter what happens"]);
  await page.getByLabel("When?").fill("Autumn 2010");
  await page.getByLabel("What happens?").fill("=Second draft");
  await page.getByLabel("When?").blur();
  await expect(page.getByText("Understood as: by 30 November 2010")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("It was added to the register.")).toBeVisible();
  await expect(table.getByRole("row").last()).toContainText("Not done yet");
  await page.getByRole("button", { name: "Move up =Second draft" }).click();
  await expect(page.getByRole("button", { name: "Move up =Second draft" })).toBeFocused();
  await expect(table.getByRole("row").nth(5)).toContainText("Second draft");
  // The ends of the schedule offer no move that leads nowhere, and a row is no taller for what can be done with it.
  await expect(table.getByRole("row").nth(1).getByRole("button", { name: /^Move up/ })).toHaveCount(0);
  await expect(table.getByRole("row").last().getByRole("button", { name: /^Move down/ })).toHaveCount(0);
  expect((await table.getByRole("row").nth(5).boundingBox())?.height).toBeLessThan(110);
  for (let move = 0; move < 4; move += 1) await page.getByRole("button", { name: "Move up =Second draft" }).click();
  await expect(page.getByRole("button", { name: "Move down =Second draft" })).toBeFocused();
  for (let move = 0; move < 4; move += 1) await page.getByRole("button", { name: "Move down =Second draft" }).click();
  await expect(table.getByRole("row").nth(5)).toContainText("Second draft");

  // A date that is understood wrongly is corrected by hand, for these words alone.
  await page.getByRole("link", { name: "Change =Second draft" }).click();
  await page.locator("summary").filter({ hasText: "If the date is understood wrongly" }).click();
  await page.getByLabel("How is this date meant?").selectOption("By the end of a day");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").getByRole("listitem")).toHaveText(["Enter the day that is meant"]);
  await page.getByLabel("The last day that is meant").fill("2010-10-15");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(table.getByRole("row").nth(5)).toContainText("Autumn 2010by 15 October 2010");
  await page.getByRole("link", { name: "Change =Second draft" }).click();
  await page.getByLabel("When?").fill("Winter 2010/11");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(table.getByRole("row").nth(5)).not.toContainText("15 October 2010");
  await page.getByRole("button", { name: /^Undo/ }).first().click();
  await expect(table.getByRole("row").nth(5)).toContainText("by 15 October 2010");

  const file = await download(page, "Export as CSV");
  expect(file.name).toMatch(/^consultation-and-commitment-schedule-.*\.csv$/);
  expect(file.text).toContain("'=Second draft");
  await page.getByRole("button", { name: "Remove =Second draft" }).click();
  await expect(table.getByRole("row")).toHaveCount(6);
  await page.getByRole("link", { name: "Bring in a table from Word, Excel or a CSV file" }).click();
  await page.getByLabel("Or choose a CSV file").setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(file.text) });
  await expect(page.getByText("1 line read from the table. Nothing is added yet. 5 rows are here already and left out.")).toBeVisible();
  await page.getByRole("button", { name: "Add to the register" }).click();
  await expect(page.getByText("1 line added to the register.")).toBeVisible();
  await expect(table.getByRole("row").last()).toContainText("=Second draft");
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(table.getByRole("row")).toHaveCount(6);
});

test("the area's own words are explained where they stand, and a hidden term is not", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  const onArc = async () => {
    await section(page, "Rainbow", "The rainbow");
    await page.getByRole("table", { name: "The rainbow as a table" }).getByRole("link", { name: "Integrated working practices", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Integrated working practices" })).toBeVisible();
    const words = page.locator("details").filter({ has: page.getByText("Words on this page") });
    await words.locator("summary").press("Enter");
    return words;
  };
  const before = await onArc();
  await expect(before.getByText("the people of different services who help one child", { exact: false })).toBeVisible();
  await expect(before.getByRole("term").filter({ hasText: /^CAF$/ })).toHaveCount(1);
  await register(page, "Glossary");
  await page.getByRole("link", { name: "Change TAC", exact: true }).click();
  await page.getByLabel("What it means").fill("Everybody who helps one child, round one table.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("row", { name: /^TAC/ })).toContainText("Ours, in place of Rainbow’s");
  await page.getByRole("button", { name: "Hide CAF" }).click();
  await expect(page.getByRole("row", { name: /^CAF/ })).toContainText("Hidden");
  const words = await onArc();
  await expect(words.getByText("Everybody who helps one child, round one table.")).toBeVisible();
  await expect(words.getByRole("term").filter({ hasText: /^CAF$/ })).toHaveCount(0);
  // An action explains its words too, and whoever opens the survey reads what the area says.
  await section(page, "Plans");
  await page.getByRole("link", { name: "One Children’s Workforce Action Plan" }).first().click();
  await page.getByRole("treegrid", { name: /Action Plan/ }).getByRole("link", { name: /lead professional/ }).first().click();
  await page.locator("details").filter({ has: page.getByText("Words on this page") }).locator("summary").press("Enter");
  await expect(page.getByRole("term").first()).toBeVisible();
  await register(page, "Glossary");
  await page.getByRole("button", { name: "Use Rainbow’s words for TAC" }).click();
  await expect(page.getByRole("row", { name: /^TAC/ })).toContainText("Rainbow’s");
});

test("a headcount gives response rates, and more responses than people are pointed out", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await section(page, "Responses");
  await expect(page.getByText(/^Response rate: 54 of 609 \(9%\), by the headcount as of 1 September 2009/)).toBeVisible();
  const sectors = page.getByRole("table", { name: "Responses by sector" });
  await expect(sectors.getByRole("row", { name: /^Justice and crime/ })).toContainText("1 of 31 (3%)");
  await page.getByRole("link", { name: "Headcount", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Headcount" })).toBeFocused();
  const field = (name: string) => page.getByRole("textbox", { name, exact: true });
  await expect(field("Health, Leaders and managers")).toHaveValue("9");
  await field("Health, Leaders and managers").fill("a few");
  await page.getByRole("button", { name: "Save the headcount" }).click();
  await expect(page.getByRole("alert")).toContainText("Health, Leaders and managers: enter people as a whole number, or leave the field empty");
  await field("Health, Leaders and managers").fill("9");
  await field("Health, everybody").fill("50");
  await page.getByRole("button", { name: "Save the headcount" }).click();
  await expect(page.getByRole("alert")).toContainText("Health, everybody: 50 is fewer than the 88 that its parts make");
  await field("Health, everybody").fill("");
  await field("Voluntary and community, everybody").fill("2");
  // A later day changes nothing of a round that is closed.
  await page.getByRole("button", { name: "Save the headcount" }).click();
  await expect(page.getByText("The headcount as of 29 January 2010 was saved.")).toBeVisible();
  await section(page, "Responses");
  await expect(sectors.getByRole("row", { name: /^Voluntary/ })).toContainText("4 of 73 (5%)");
  await page.getByRole("link", { name: "Headcount", exact: true }).click();
  await page.getByLabel("As of which day?").fill("2009-12-01");
  await page.getByRole("button", { name: "Save the headcount" }).click();
  await expect(page.getByText("The headcount as of 1 December 2009 was saved.")).toBeVisible();
  await section(page, "Responses");
  await expect(sectors.getByRole("row", { name: /^Voluntary/ })).toContainText("4 of 2: more responses than the headcount says");
  await expect(page.getByText(/^Voluntary and community: 4 of 2: more responses than the headcount says\. Check/)).toBeVisible();
});

test("an area without anything starts with the words that Rainbow brings along", async ({ page, open }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await register(page, "Contacts");
  await expect(page.getByText("Nothing is in this register yet.")).toBeVisible();
  await page.getByRole("link", { name: "Add a contact" }).click();
  await expect(page.getByLabel("Role")).toHaveAccessibleDescription(/not a person’s name/);
  await register(page, "Glossary");
  await expect(page.getByRole("row", { name: /^Lead professional/i })).toBeVisible();
});
