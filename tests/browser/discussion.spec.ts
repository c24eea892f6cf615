// Rainbow discussions and the guide for focus groups: ideas under the arcs, and what people said kept as evidence.
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { createArea, openSample, saved, section } from "./pages";

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
