// Exercises: a grid from paper, tables that sort on their own devices, their files, and the result on the projector.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { createArea, download, expectForAHall, fileForTables, saved, seated, section, takeIn } from "./pages";

const groups = ["Stay safe", "Be healthy", "Enjoy and achieve", "Make a positive contribution", "Achieve economic well-being"];
const judgements = ["Looking good", "Underway", "Not really happening yet"];

/** The grid of a conference of December 2009: rows are judgements. */
const grid = [
  ["2.2 2.3 2.3 2.2 2.6 2.1 2.5", "1.2 1.1 1.4", "3.5. 3.2 3.2", "4.2 4.1 4.4", "5.2 5.4"],
  ["2.4 2.6 2.1 2.1 2.2 2.4 2.5 2.4", "1.5 1.1 1.3 1.4 1.4", "3.5 3.1 3.3 3.5 3.3 3.4 3.1 3.6", "4.4 4.3 4.6 4.5 4.1 4.2", "5.6 5.1 5.3 5.2 5.3 5.1"],
  ["", "1.3 1.6 1.3", "3.6", "", "5.5 5.5"],
];

const combined = (page: Page) => page.getByRole("table", { name: "Combined result" });

async function toOutcomes(page: Page) {
  await section(page, "Exercises");
  await page.getByRole("link", { name: "Outcomes exercise", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: /Outcomes exercise/ })).toBeVisible();
}

/** What the last cell of figures says of each judgement. */
async function expectShares(page: Page, shares: string[]) {
  for (const [at, judgement] of judgements.entries()) {
    await expect(combined(page).getByRole("row", { name: judgement }).getByRole("cell", { name: shares[at], exact: true }).last()).toBeVisible();
  }
}

async function expectGood(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect(found, where).toEqual([]);
}

test("a grid from paper gives the figures that were published, and keeps what is not in the key", async ({ page, open }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await toOutcomes(page);
  for (const [row, judgement] of judgements.entries()) {
    for (const [column, group] of groups.entries()) {
      const box = page.getByRole("textbox", { name: `${group}, ${judgement}`, exact: true });
      await box.fill(grid[row][column]);
      await box.blur();
    }
  }
  await expectShares(page, ["17 (31%)", "32 (58%)", "6 (11%)"]);
  for (const [at, written] of ["18", "33", "6"].entries()) {
    await expect(combined(page).getByRole("row", { name: judgements[at] }).getByRole("cell").last()).toHaveText(written);
  }
  const faulty = page.getByRole("table", { name: "Not in the key" });
  await expect(faulty.getByRole("row", { name: "3.5." })).toContainText("Enjoy and achieve, Looking good");
  await expect(faulty.getByRole("row", { name: "5.6" })).toContainText("Achieve economic well-being, Underway");
  await expect(page.getByText("Not in the key: “5.6”")).toBeVisible();
  await expectGood(page, "The outcomes exercise");
  await faulty.getByRole("button", { name: /^Read as 3\.5/ }).click();
  await expectShares(page, ["18 (32%)", "32 (57%)", "6 (11%)"]);
  await saved(page);
  await page.reload();
  await expectShares(page, ["18 (32%)", "32 (57%)", "6 (11%)"]);
  await expect(page.getByRole("textbox", { name: "Enjoy and achieve, Looking good", exact: true })).toHaveValue("3.5. 3.2 3.2");
});

/** Places a card by the keyboard alone: its key is the number of the column. */
async function key(page: Page, card: string, column: number) {
  await page.getByRole("button", { name: new RegExp(`^${card.replace(".", "\\.")} `) }).first().press(String(column));
}

test("six tables on six devices without a network come to one result, in any order and twice @file", async ({ page, open, browser }, testInfo) => {
  test.slow();
  await open(page);
  await createArea(page, "Fenshire");
  await toOutcomes(page);
  const file = await fileForTables(page, "rainbow-exercise-outcomes-exercise.html", testInfo.outputPath("exercise.html"));
  const files: { name: string; text: string }[] = [];
  let first: Page | undefined;
  for (let number = 1; number <= 6; number += 1) {
    const table = await seated(browser, file, `Table ${number}`, "Start sorting");
    await expect(table.getByRole("heading", { level: 1, name: `Table ${number}` })).toBeVisible();
    await expect(table.getByRole("navigation", { name: "Main" })).toBeHidden();
    await key(table, "2.1", 1);
    await key(table, "2.2", number > 3 ? 2 : 1);
    await key(table, "2.3", 3);
    const given = await download(table, "Make our file");
    expect(given.name).toBe(`rainbow-table-outcomes-exercise-table-${number}.json`);
    files.push(given);
    if (number === 1) first = table;
    else await table.context().close();
  }
  await takeIn(page, [files[4], files[0], files[5]]);
  await takeIn(page, [...files].reverse());
  await expectShares(page, ["9 (50%)", "3 (17%)", "6 (33%)"]);
  await page.getByLabel("Take in the tables’ files").setInputFiles(files.map(({ name, text }) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) })));
  await expect(page.getByText("Everything in this file is here already").first()).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("table", { name: "Sheets of the tables" }).getByRole("row", { name: /^Table/ })).toHaveCount(6 + 1);
  // A correction by one table changes its own sheet alone.
  if (!first) throw new Error("there is no first table");
  await key(first, "2.4", 2);
  await takeIn(page, [await download(first, "Make our file")]);
  await expectShares(page, ["9 (47%)", "4 (21%)", "6 (32%)"]);
  await expect(page.getByRole("table", { name: "Sheets of the tables" }).getByRole("row", { name: "Table 1" })).toContainText("4");
});

test("a table sorts by the keyboard, by touch and by dragging, and hears what became of each card", async ({ page, open }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await toOutcomes(page);
  await page.getByRole("button", { name: "Sort on this device" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Table 1/ })).toBeVisible();
  const said = page.getByRole("main").getByRole("status");
  await page.getByRole("button", { name: /^2\.3 / }).press("Enter");
  await expect(said).toHaveText("2.3 chosen. Choose a column.");
  await expect(page.getByText("2.3 Safe from accidental injury and death").last()).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(said).toHaveText("2.3 placed under Underway, 1 of 29 placed.");
  await expect(page.getByRole("button", { name: /^2\.4 / })).toBeFocused();
  const underway = page.getByRole("region", { name: "Underway" });
  await expect(underway.getByRole("button", { name: /^2\.3 / })).toBeVisible();
  await expectGood(page, "Sorting");
  // Once more, where the table disagrees; and back again.
  await underway.getByRole("button", { name: /^2\.3 / }).click();
  await page.getByRole("button", { name: "Let it lie here and place it once more" }).click();
  await page.getByRole("button", { name: "Place 2.3 under Looking good" }).click();
  await expect(page.getByRole("region", { name: "Looking good" }).getByRole("button", { name: /^2\.3 / })).toBeVisible();
  await expect(underway.getByRole("button", { name: /^2\.3 / })).toBeVisible();
  await underway.getByRole("button", { name: /^2\.3 / }).click();
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(said).toHaveText("2.3 taken back, 1 of 29 placed.");
  await page.getByRole("button", { name: /^Undo: take a card back/ }).click();
  await expect(underway.getByRole("button", { name: /^2\.3 / })).toBeVisible();
  // Dragged.
  const card = page.getByRole("button", { name: /^2\.1 / });
  const from = await card.boundingBox();
  const to = await page.getByRole("region", { name: "Not really happening yet" }).boundingBox();
  if (!from || !to) throw new Error("the card or the column is not on the page");
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 20, { steps: 6 });
  await page.mouse.up();
  await expect(said).toHaveText("2.1 placed under Not really happening yet, 2 of 29 placed.");
  // Saved at once.
  await saved(page);
  await page.reload();
  await expect(page.getByText("2 of 29 placed", { exact: true })).toBeVisible();
});

/** Goes on by Tab to what has this name, and says how often. */
async function tabTo(page: Page, name: RegExp) {
  for (let presses = 1; presses <= 60; presses += 1) {
    await page.keyboard.press("Tab");
    const is = await page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, " ").trim() ?? "");
    if (name.test(is)) return presses;
  }
  throw new Error(`Tab never comes to ${name}`);
}

test("all of sorting is done by the keyboard alone, and each step is read out", async ({ page, open }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await toOutcomes(page);
  await page.getByRole("button", { name: "Sort on this device" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Table 1" })).toBeFocused();
  const said = page.getByRole("main").getByRole("status");
  const column = (name: string) => page.getByRole("region", { name });
  // Placed, by the bar of columns.
  await tabTo(page, /^2\.3 /);
  await page.keyboard.press("Enter");
  await expect(said).toHaveText("2.3 chosen. Choose a column.");
  await expect(page.getByText("2.3 Safe from accidental injury and death").last()).toBeFocused();
  // Not placed after all; and chosen again, which is read out again.
  await page.keyboard.press("Escape");
  await expect(said).toHaveText("2.3 stays where it was.");
  await expect(page.getByRole("button", { name: /^2\.3 / })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(said).toHaveText("2.3 chosen. Choose a column.");
  await expect(page.getByText("2.3 Safe from accidental injury and death").last()).toBeFocused();
  await tabTo(page, /Underway$/);
  await page.keyboard.press("Enter");
  await expect(said).toHaveText("2.3 placed under Underway, 1 of 29 placed.");
  // The focus is at the next card, which the number of a column places at once.
  await expect(page.getByRole("button", { name: /^2\.4 / })).toBeFocused();
  await page.keyboard.press("1");
  await expect(said).toHaveText("2.4 placed under Looking good, 2 of 29 placed.");
  await expect(page.getByRole("button", { name: /^2\.5 / })).toBeFocused();
  await page.keyboard.press("9");
  await expect(said, "there is no ninth column").toHaveText("2.4 placed under Looking good, 2 of 29 placed.");
  // Moved on, from where it lies.
  await column("Looking good").getByRole("button", { name: /^2\.4 / }).focus();
  await page.keyboard.press("3");
  await expect(said).toHaveText("2.4 placed under Not really happening yet, 2 of 29 placed.");
  await expect(column("Not really happening yet").getByRole("button", { name: /^2\.4 / })).toBeFocused();
  // Once more where the table disagrees, and not a third time.
  await page.keyboard.press("Enter");
  await expect(said).toHaveText("2.4 chosen. Choose a column.");
  await tabTo(page, /^Let it lie here and place it once more$/);
  await page.keyboard.press("Enter");
  await expect(said).toHaveText("2.4 stays and is placed once more. Choose a second column.");
  await expect(page.getByText("2.4 Safe from bullying and discrimination").last()).toBeFocused();
  await tabTo(page, /Looking good$/);
  await page.keyboard.press("Enter");
  await expect(said).toHaveText("2.4 placed under Looking good, 2 of 29 placed.");
  await expect(column("Looking good").getByRole("button", { name: /^2\.4 / })).toBeVisible();
  await expect(column("Not really happening yet").getByRole("button", { name: /^2\.4 / })).toBeVisible();
  // Taken back, from one place and then from the other.
  for (const [name, left] of [["Looking good", 2], ["Not really happening yet", 1]] as const) {
    await column(name).getByRole("button", { name: /^2\.4 / }).focus();
    await page.keyboard.press("Enter");
    await expect(said).toHaveText("2.4 chosen. Choose a column.");
    await tabTo(page, /^Take it back$/);
    await page.keyboard.press("Enter");
    await expect(said).toHaveText(`2.4 taken back, ${left} of 29 placed.`);
    // The focus goes along: to where the card lies still, or back to the cards.
    const next = left === 2 ? "Not really happening yet" : "Cards still to place";
    await expect(column(next).getByRole("button", { name: /^2\.4 / })).toBeFocused();
  }
  await saved(page);
});

test("a finger taps a card and then a column, moves it and takes it back", async ({ browser, open, watch }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 780 }, locale: "en-GB", timezoneId: "Europe/London" });
  watch.over(context);
  const page = await context.newPage();
  await open(page);
  await createArea(page, "Fenshire");
  await page.getByRole("button", { name: "Menu" }).tap();
  await toOutcomes(page);
  await page.getByRole("button", { name: "Sort on this device" }).tap();
  await page.getByRole("button", { name: /^2\.3 / }).tap();
  await page.getByRole("button", { name: "Place 2.3 under Underway" }).tap();
  const said = page.getByRole("main").getByRole("status");
  await expect(said).toHaveText("2.3 placed under Underway, 1 of 29 placed.");
  const there = page.getByRole("region", { name: "Underway" }).getByRole("button", { name: /^2\.3 / });
  await there.tap();
  await expect(said).toHaveText("2.3 chosen. Choose a column.");
  await page.getByRole("button", { name: "Place 2.3 under Looking good" }).tap();
  await expect(said).toHaveText("2.3 placed under Looking good, 1 of 29 placed.");
  await expect(there).toBeHidden();
  await page.getByRole("region", { name: "Looking good" }).getByRole("button", { name: /^2\.3 / }).tap();
  await page.getByRole("button", { name: "Take it back" }).tap();
  await expect(said).toHaveText("2.3 taken back, 0 of 29 placed.");
  const card = page.getByRole("button", { name: /^2\.1 / });
  expect((await card.boundingBox())?.height, "a finger needs room").toBeGreaterThanOrEqual(44);
  await context.close();
});

test("the result fills the screen of a hall in large type, steps by keys and changes as sheets come in", async ({ page, open, context }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page);
  await createArea(page, "Fenshire");
  await toOutcomes(page);
  for (const [row, judgement] of judgements.entries()) {
    for (const [column, group] of groups.entries()) {
      const box = page.getByRole("textbox", { name: `${group}, ${judgement}`, exact: true });
      await box.fill(grid[row][column]);
      await box.blur();
    }
  }
  await saved(page);
  const exercise = page.url();
  await page.getByRole("link", { name: "Show on the projector" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /55 placements on 1 sheet/ })).toBeVisible();
  await expect(page.getByRole("banner")).toBeHidden();
  await expectForAHall(page, 7);
  await expectGood(page, "Projector");
  for (let slide = 7; slide > 1; slide -= 1) await page.keyboard.press("ArrowLeft");
  await expect(page.getByText("58%")).toBeVisible();
  // A sheet that comes in elsewhere shows here.
  const other = await context.newPage();
  await other.goto(exercise);
  await other.getByRole("button", { name: "Type in another grid" }).click();
  await other.getByRole("textbox", { name: "Stay safe, Looking good", exact: true }).fill("2.1 2.1 2.1");
  await other.getByRole("textbox", { name: "Stay safe, Looking good", exact: true }).blur();
  await expect(page.getByRole("heading", { level: 1, name: /58 placements on 2 sheets/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(combined(page)).toBeVisible();
});

test("a sort of one’s own cards and columns, removed and brought back", async ({ page, open }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await section(page, "Exercises");
  await page.getByRole("link", { name: "Your own sort" }).click();
  await page.getByRole("button", { name: "Set up the sort" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter one card at least");
  await page.getByLabel("What is it called?").fill("What to begin with");
  await page.getByLabel("Cards", { exact: true }).fill("Learning:\nShared induction\nShadowing\nPlaces:\nOne building");
  await page.getByLabel("Columns", { exact: true }).fill("Now\nLater");
  await page.getByRole("button", { name: "Set up the sort" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /What to begin with/ })).toBeVisible();
  await page.getByRole("textbox", { name: "Learning, Now", exact: true }).fill("1.1 1.2");
  await page.getByRole("textbox", { name: "Learning, Now", exact: true }).blur();
  await expect(combined(page).getByRole("row", { name: "Now" }).getByRole("cell").last()).toHaveText("2 (100%)");
  // Another title and day, with all that was placed.
  await page.getByRole("link", { name: "Change title or day" }).click();
  await page.getByLabel("What is it called?").fill("");
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter what the exercise is called");
  await page.getByLabel("What is it called?").fill("What comes first");
  await page.getByLabel("On which day?").fill("2009-12-04");
  await expectGood(page, "Changing an exercise");
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /What comes first/ })).toBeVisible();
  await expect(page.getByText("4 December 2009").first()).toBeVisible();
  await expect(combined(page).getByRole("row", { name: "Now" }).getByRole("cell").last()).toHaveText("2 (100%)");
  await page.getByRole("button", { name: "Remove this exercise" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Exercises" })).toBeVisible();
  await expect(page.getByRole("link", { name: "What comes first" })).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("link", { name: "What comes first" }).click();
  await expect(combined(page).getByRole("row", { name: "Now" }).getByRole("cell").last()).toHaveText("2 (100%)");
});
