// Rainbow discussions and the guide for focus groups: ideas under the arcs, and what people said kept as evidence.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { createArea, download, expectForAHall, fileForTables, openSample, saved, seated, section, takeIn } from "./pages";

const IDENTITY = "Shared identity and purpose";
const LANGUAGE = "Common values and language";
const TRAINED = "High quality, appropriately trained workforce";
const ROLES = "Complementary roles focused around the children and young people";

/** Begins a discussion in which these arcs share a note. */
async function begin(page: Page, title: string, together: string[]) {
  await section(page, "Exercises");
  await page.getByRole("link", { name: "Rainbow discussion" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Rainbow discussion" })).toBeFocused();
  await page.getByLabel("What is it called?").fill(title);
  for (const arc of together) await page.getByLabel(arc, { exact: true }).check();
  await page.getByRole("button", { name: "Begin the discussion" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeFocused();
}

/** The part of the page about an arc, or about arcs that share a note. */
function under(page: Page, name: string) {
  return page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name, exact: true }) });
}

/** What is wrong with a form, beside what may still be said of the step before. */
const problem = (page: Page) => page.getByRole("alert").filter({ has: page.getByRole("heading", { name: "There is a problem" }) });

async function expectGood(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect(found, where).toEqual([]);
}

/** The ideas of a section, in their order. */
const ideas = (page: Page, name: string) => under(page, name).getByRole("listitem").locator("p:first-child");

test("ideas are added one after the other by Enter, several by a paste, and stand under their arcs", async ({ page, open }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await begin(page, "Conference", [IDENTITY, LANGUAGE]);
  const both = `${IDENTITY} / ${LANGUAGE}`;
  await page.getByLabel("Which table is speaking?").fill("4");
  const box = under(page, both).getByLabel("Add an idea");
  await box.fill("One welcome morning");
  await box.press("Enter");
  await expect(box).toBeFocused();
  await expect(box).toHaveValue("");
  await page.keyboard.type("A page of pictures");
  await page.keyboard.press("Enter");
  await expect(ideas(page, both)).toHaveText(["One welcome morning", "A page of pictures"]);
  await expect(page.getByRole("status").filter({ hasText: "1 idea was added" })).toBeAttached();
  await expect(under(page, both).getByText("Table 4").first()).toBeVisible();
  await box.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Nothing was typed" })).toBeAttached();

  await under(page, TRAINED).getByLabel("Beneath a sub-heading (optional)").fill("Induction");
  await under(page, TRAINED).getByLabel("Add an idea").fill("• Swap places for a day\n\n- Evening sessions");
  await under(page, TRAINED).getByRole("button", { name: "Add an idea" }).click();
  await expect(under(page, TRAINED).getByRole("heading", { level: 3, name: "Induction" })).toBeVisible();
  await expect(ideas(page, TRAINED)).toHaveText(["Swap places for a day", "Evening sessions"]);

  // Moved past its neighbour, then to two arcs at once.
  await page.getByRole("button", { name: "Change “Evening sessions”" }).click();
  await expect(page.getByLabel("Idea", { exact: true })).toBeFocused();
  await page.getByRole("button", { name: "Move up this idea" }).click();
  await expect(page.getByRole("button", { name: "Move up this idea" })).toBeFocused();
  await page.getByLabel("Idea", { exact: true }).fill("");
  await page.getByRole("button", { name: "Save the idea" }).click();
  await expect(page.getByText("Enter the idea, or delete it")).toBeVisible();
  await page.getByLabel("Idea", { exact: true }).fill("Evening sessions for volunteers");
  await page.getByLabel(ROLES, { exact: true }).check();
  await page.getByRole("button", { name: "Save the idea" }).click();
  await expect(ideas(page, TRAINED)).toHaveText(["Evening sessions for volunteers", "Swap places for a day"]);
  await expect(ideas(page, ROLES)).toHaveText(["Evening sessions for volunteers"]);
  await expect(under(page, ROLES).getByText("also under Trained workforce")).toBeVisible();

  await page.getByRole("button", { name: "Change “Swap places for a day”" }).click();
  await page.getByRole("button", { name: "Delete this idea" }).click();
  await expect(page.getByText("The idea was deleted.")).toBeVisible();
  await expect(ideas(page, TRAINED)).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(ideas(page, TRAINED)).toHaveCount(2);
  await saved(page);
  await page.reload();
  await expect(ideas(page, both)).toHaveText(["One welcome morning", "A page of pictures"]);
});

test("on a phone there is room to type an idea beside its button", async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  await createArea(page, "Fenshire");
  await page.getByRole("button", { name: "Menu" }).click();
  await begin(page, "Conference", []);
  const box = await under(page, TRAINED).getByLabel("Add an idea").boundingBox();
  expect(box?.width).toBeGreaterThan(180);
});

/** Notes an idea under an arc. */
async function note(page: Page, arc: string, words: string) {
  await under(page, arc).getByLabel("Add an idea").fill(words);
  await under(page, arc).getByLabel("Add an idea").press("Enter");
  await expect(ideas(page, arc).filter({ hasText: words })).toBeVisible();
}

test("ideas of six tables without a network come together by file, in any order and twice @file", async ({ page, open, browser }, testInfo) => {
  test.slow();
  await open(page);
  await createArea(page, "Fenshire");
  await begin(page, "Conference", [IDENTITY, LANGUAGE]);
  const both = `${IDENTITY} / ${LANGUAGE}`;
  await note(page, TRAINED, "The facilitator’s own idea");
  const address = await fileForTables(page, "rainbow-exercise-conference.html", testInfo.outputPath("discussion.html"));
  const files: { name: string; text: string }[] = [];
  let first: Page | undefined;
  for (let number = 1; number <= 6; number += 1) {
    const table = await seated(browser, address, `Table ${number}`, "Start noting ideas");
    await expect(table.getByRole("heading", { level: 1, name: "Conference" })).toBeVisible();
    await expect(table.getByRole("navigation", { name: "Main" })).toBeHidden();
    await expect(ideas(table, TRAINED)).toHaveCount(0);
    await note(table, both, `Welcome ${number}`);
    await note(table, TRAINED, `Shadowing ${number}`);
    await expect(under(table, TRAINED).getByRole("link", { name: "Make an action" })).toHaveCount(0);
    if (number === 1) await saved(table);
    const given = await download(table, "Make our file");
    expect(given.name).toBe(`rainbow-table-conference-table-${number}.json`);
    expect(given.text).not.toContain("The facilitator’s own idea");
    files.push(given);
    if (number === 1) first = table;
    else await table.context().close();
  }
  await takeIn(page, [files[4], files[0], files[5]]);
  await takeIn(page, [...files].reverse());
  await expect(page.getByRole("heading", { level: 1, name: "Conference" })).toBeVisible();
  await expect(ideas(page, both)).toHaveCount(6);
  await expect(ideas(page, TRAINED)).toHaveCount(7);
  await expect(under(page, both).getByText("Table 4", { exact: true })).toBeVisible();
  await page.getByLabel("Take in the tables’ files").setInputFiles(files.map(({ name, text }) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) })));
  await expect(page.getByText("Everything in this file is here already").first()).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  // A correction by one table changes its own ideas alone: one in other words, one taken back, one more.
  if (!first) throw new Error("there is no first table");
  await first.getByRole("button", { name: "Change “Welcome 1”" }).click();
  await first.getByLabel("Idea", { exact: true }).fill("A warm welcome");
  await first.getByRole("button", { name: "Save the idea" }).click();
  await first.getByRole("button", { name: "Change “Shadowing 1”" }).click();
  await first.getByRole("button", { name: "Delete this idea" }).click();
  await expect(first.getByText("The idea was deleted.")).toBeVisible();
  await saved(first);
  await first.reload();
  await expect(first.getByText("You are Table 1.")).toBeVisible();
  await first.getByRole("link", { name: "Back", exact: true }).click();
  await first.getByRole("link", { name: "Go on with Table 1" }).click();
  await note(first, ROLES, "One number to ring");
  await takeIn(page, [await download(first, "Make our file")]);
  await expect(ideas(page, both)).toHaveCount(6);
  await expect(ideas(page, both).filter({ hasText: "A warm welcome" })).toHaveCount(1);
  await expect(ideas(page, both).filter({ hasText: "Welcome 1" })).toHaveCount(0);
  await expect(ideas(page, TRAINED)).toHaveCount(6);
  await expect(ideas(page, ROLES)).toHaveText(["One number to ring"]);
});

test("a discussion fills the screen of a hall in large type, arc by arc, and changes as ideas come in", async ({ page, open, context }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await open(page);
  await createArea(page, "Fenshire");
  await begin(page, "Conference, table groups in the afternoon", [IDENTITY, LANGUAGE]);
  const long = "Everybody who works with children and young people spends a day with another service in their first three months, and tells their own team what they saw there and what they would do otherwise from now on.";
  await page.getByLabel("Which table is speaking?").fill("12");
  for (let number = 1; number <= 9; number += 1) await note(page, `${IDENTITY} / ${LANGUAGE}`, `${number} Welcome one another as one workforce`);
  await under(page, TRAINED).getByLabel("Beneath a sub-heading (optional)").fill("Induction and what comes after it");
  for (let number = 1; number <= 3; number += 1) await note(page, TRAINED, `${number} ${long}`);
  await saved(page);
  const discussion = page.url();
  await page.getByRole("link", { name: "Show on the projector" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /12 ideas under the arcs/ })).toBeVisible();
  await expect(page.getByRole("banner")).toBeHidden();
  // The counts, seven notes, and one more slide where ideas fill more than one.
  await expectForAHall(page, 9);
  for (let slide = 9; slide > 2; slide -= 1) await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("heading", { level: 1, name: /Shared identity/ })).toBeVisible();
  await expect(page.getByRole("listitem")).toHaveCount(9);
  await expectGood(page, "A discussion on the projector");
  // Ideas that come in elsewhere show here, and the hall stays at its arc.
  for (let step = 0; step < 3; step += 1) await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("5 of 9")).toBeVisible();
  const heading = await page.getByRole("heading", { level: 1 }).textContent();
  const other = await context.newPage();
  await other.goto(discussion);
  await note(other, `${IDENTITY} / ${LANGUAGE}`, "A tenth welcome");
  await expect(page.getByText("6 of 10")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading ?? "");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Print" })).toBeVisible();
});

test("an idea becomes an action and evidence, and remembers both", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await section(page, "Exercises");
  await page.getByRole("link", { name: "Rainbow discussion" }).click();
  await page.getByRole("link", { name: "Conference, table groups in the afternoon" }).click();
  const idea = "Swap places for a day in the first three months.";
  await page.getByRole("link", { name: `Make an action “${idea}”` }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Add an action" })).toBeFocused();
  await expect(page.getByLabel("Action", { exact: true })).toHaveValue(idea);
  await expect(page.getByLabel(TRAINED, { exact: true })).toBeChecked();
  await page.getByRole("button", { name: "Add the action" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Conference, table groups in the afternoon" })).toBeFocused();
  const row = under(page, TRAINED).getByRole("listitem").filter({ hasText: idea });
  await expect(row.getByText(/^Action: /)).toBeVisible();

  await page.getByRole("link", { name: `Keep as evidence “${idea}”` }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Add evidence" })).toBeFocused();
  await expect(page.getByLabel("What was heard?")).toHaveValue(idea);
  await page.getByLabel("Scenario workshop").check();
  await page.getByRole("button", { name: "Save the evidence" }).click();
  await expect(row.getByText(/^Evidence: /)).toBeVisible();
  await row.getByRole("link", { name: new RegExp(idea.slice(0, 20)) }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(idea.slice(0, 20)) })).toBeVisible();
  // One step took the action and what the idea remembers of it.
  await page.goBack();
  await page.getByRole("button", { name: /^Undo: add evidence/ }).click();
  await page.getByRole("button", { name: /^Undo: add an action/ }).click();
  await expect(row.getByText(/^Action: /)).toBeHidden();
});

test("a focus group is noted as it goes, bad counts are kept and said, and it becomes evidence", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await section(page, "Rainbow", "The rainbow");
  await page.getByRole("link", { name: "See and add evidence" }).click();
  await page.getByRole("link", { name: "Focus group or workshop guide" }).click();
  await page.getByRole("link", { name: "Begin a session" }).click();
  await page.getByRole("button", { name: "Begin the session" }).click();
  await expect(problem(page).getByRole("listitem")).toHaveText(["Choose what it is", "Enter what it is called"]);
  await page.getByLabel("Focus group").check();
  await page.getByLabel("What is it called?").fill("School nurses");
  await page.getByRole("button", { name: "Begin the session" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "School nurses" })).toBeFocused();
  await expect(page.getByRole("heading", { level: 2, name: "Timetable: 90 minutes" })).toBeVisible();
  await page.getByRole("button", { name: "Keep as evidence of the round" }).click();
  await expect(problem(page)).toContainText("Note what was heard of an arc, or count hands");

  await page.getByLabel("How many people take part?").fill("8");
  await page.getByLabel(`What was heard: ${ROLES}`).fill("Nobody rings back.");
  const hands = page.getByRole("group", { name: `Hands: ${ROLES}` });
  await hands.getByLabel("At 2").fill("five");
  await hands.getByLabel("At 3").fill("4");
  await expect(hands.getByText("Enter people as whole numbers")).toBeVisible();
  await page.getByRole("button", { name: "Keep as evidence of the round" }).click();
  await expect(problem(page)).toContainText("Complementary roles: Enter people as whole numbers");
  await saved(page);
  await page.reload();
  // Nothing went, not even what could not be read.
  await expect(hands.getByLabel("At 2")).toHaveValue("five");
  await expect(page.getByLabel(`What was heard: ${ROLES}`)).toHaveValue("Nobody rings back.");
  await hands.getByLabel("At 2").fill("5");
  await hands.getByLabel("At 3").press("Tab");
  await expect(hands.getByText("9 hands went up, and 8 people take part")).toBeVisible();
  await hands.getByLabel("At 3").fill("3");
  await hands.getByLabel("At 4").press("Tab");
  await expect(hands.getByText("hands went up")).toBeHidden();
  await page.getByRole("button", { name: "Keep as evidence of the round" }).click();
  await expect(page.getByText("The session was kept as evidence.")).toBeVisible();
  await page.getByLabel(`What was heard: ${ROLES}`).fill("Nobody rings back. One number would do.");
  await page.getByLabel("How many people take part?").focus();
  await expect(page.getByText("one of the two was changed since")).toBeVisible();
  await page.getByRole("button", { name: "Keep as evidence of the round" }).click();
  await expect(page.getByText("The evidence was brought up to date with this session.")).toBeVisible();
  await page.getByRole("link", { name: "See the evidence" }).click();
  await expect(page.getByLabel("What was heard?")).toHaveValue("Complementary roles: Nobody rings back. One number would do.");
  await expect(page.getByRole("group", { name: ROLES, exact: true }).getByLabel("At 2")).toHaveValue("5");
});
