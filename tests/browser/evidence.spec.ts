// Evidence beside the scores, and what the Trust agrees: positions, targets, the assessment, and sign-offs that stay as they were.
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { createArea, openSample, saved, section } from "./pages";

const ROLES = "Complementary roles focused around the children and young people";
const IDENTITY = "Shared identity and purpose";

/** The cells of an arc's row in the table of the rainbow, but for its name. */
async function rainbowRow(page: Page, arc: string) {
  await section(page, "Rainbow", "The rainbow");
  return page.getByRole("table", { name: "The rainbow as a table" }).getByRole("row", { name: new RegExp(arc) }).getByRole("cell").allInnerTexts();
}

/** Goes to where we are and where we want to be. */
async function agreed(page: Page) {
  await section(page, "Rainbow", "The rainbow");
  await page.getByRole("link", { name: "Where we are and where we want to be" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Where we are and where we want to be" })).toBeFocused();
}

/** An arc's row in what was agreed. */
function row(page: Page, arc: string) {
  return page.getByRole("table", { name: "What we agreed, arc by arc" }).getByRole("row", { name: new RegExp(arc) });
}

test("evidence is added, stands on its arc's page and moves no score", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  const before = await rainbowRow(page, ROLES);
  await expect(page.getByText("4 pieces of evidence stand beside the scores, never counted in them.")).toBeVisible();
  await page.getByRole("link", { name: "See and add evidence" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Evidence" })).toBeFocused();
  await page.getByLabel("Arc", { exact: true }).selectOption(ROLES);
  await expect(page.getByRole("heading", { level: 3 })).toHaveText(["Front-line staff, north of the county"]);
  await page.getByRole("link", { name: "Add evidence" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Add evidence" })).toBeFocused();
  await expect(page.getByLabel("What was heard?")).toHaveAccessibleDescription(/Do not name anybody/);
  await page.getByRole("button", { name: "Save the evidence" }).click();
  await expect(page.getByRole("alert").getByRole("listitem")).toHaveText(["Choose where it comes from", "Enter what it is called", "Enter what was heard"]);
  await page.getByLabel("Scenario workshop").check();
  await page.getByLabel("What is it called?").fill("Workshop in the town hall");
  await page.getByLabel("How many people took part?").fill("9");
  await page.getByLabel("What was heard?").fill("Everybody asked for one person to ring.");
  await expect(page.getByLabel(ROLES)).toBeChecked();
  const placed = page.getByRole("group", { name: ROLES, exact: true });
  await placed.getByLabel("At 1").fill("4");
  await placed.getByLabel("At 5").fill("6");
  await page.getByRole("button", { name: "Save the evidence" }).click();
  await expect(page.getByRole("alert")).toContainText("10 people placed it, and 9 people took part");
  await page.getByRole("alert").getByRole("link").click();
  await expect(placed.getByLabel("At 1")).toBeFocused();
  await placed.getByLabel("At 5").fill("5");
  await page.getByRole("button", { name: "Save the evidence" }).click();

  // The page of the arc has it first, as the latest, and its score as it was.
  await expect(page.getByRole("heading", { level: 1, name: ROLES })).toBeVisible();
  await expect(page.getByText("The evidence was added.")).toBeVisible();
  const pieces = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3 }) });
  await expect(pieces.first()).toContainText("Scenario workshop · 29 January 2010 · 9 people");
  await expect(pieces.first()).toContainText("Placed by 9 people");
  await expect(pieces.first().getByRole("img", { name: /^Spread of answers, .*: 4 scored 1, 0 scored 2, 0 scored 3, 0 scored 4, 5 scored 5$/ }).filter({ visible: true })).toHaveCount(1);
  await expect(page.getByText(`${before[0]} of 5, from ${before[1]} people`)).toBeVisible();
  expect(await rainbowRow(page, ROLES)).toEqual(before);

  await page.getByRole("link", { name: "See and add evidence" }).click();
  await page.getByRole("link", { name: "Change “Workshop in the town hall”" }).click();
  await expect(page.getByRole("group", { name: ROLES, exact: true }).getByLabel("At 1")).toHaveValue("4");
  await page.getByLabel("How many people took part?").fill("12");
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByText("Scenario workshop · 29 January 2010 · 12 people")).toBeVisible();
  await page.getByRole("button", { name: "Remove “Workshop in the town hall”" }).click();
  await expect(page.getByText("“Workshop in the town hall” was removed.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(4);
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(5);
});

test("what was signed stays as it was, and what changed since is said item by item", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await agreed(page);
  await expect(page.getByText("This is not signed off yet.")).toBeVisible();
  await expect(row(page, "Behaviours")).toContainText("Not set");

  await row(page, IDENTITY).getByRole("link", { name: `Change ${IDENTITY}` }).click();
  const here = page.getByRole("group", { name: "Where we are" });
  const there = page.getByRole("group", { name: "Where we want to be" });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Change the position");
  await here.getByLabel("Agreed position").fill("6");
  await there.getByLabel("Agreed by").fill("");
  await there.getByLabel("Target").fill("4.2");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert").getByRole("listitem")).toHaveText([/from 1 to 5/, "Enter who agreed it, as a role"]);
  await here.getByLabel("Agreed position").fill("3.2");
  await here.getByLabel("Strong", { exact: true }).check();
  await here.getByLabel("Reason").fill("The focus groups were further than we thought.");
  await there.getByLabel("Agreed by").fill("Executive");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(row(page, IDENTITY)).toContainText("3.2. Strong");
  await expect(row(page, IDENTITY)).toContainText("The focus groups were further than we thought.");
  await expect(row(page, IDENTITY)).toContainText("4.2");
  await expect(row(page, IDENTITY)).toContainText("Agreed on 29 January 2010 by Executive");

  await page.getByRole("link", { name: "Sign off", exact: true }).click();
  await expect(page.getByRole("table", { name: "What will be signed, arc by arc" }).getByRole("row", { name: IDENTITY })).toContainText("3.2");
  await expect(page.getByText("The figures are those of December 2009, from 54 responses.")).toBeVisible();
  await page.getByLabel("What they want to add").fill("Agreed, with thanks.");
  await page.getByRole("button", { name: "Sign off", exact: true }).click();
  await expect(page.getByText("Signed off on 29 January 2010 by Director of Children’s Services. Nothing has changed since.")).toBeVisible();
  await expect(page.getByText("Agreed, with thanks.")).toBeVisible();

  // One arc after the other, without going back to the table.
  await row(page, IDENTITY).getByRole("link", { name: `Change ${IDENTITY}` }).click();
  await here.getByLabel("Agreed position").fill("2.9");
  await page.getByRole("button", { name: "Save and go to the next arc" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Common values and language" })).toBeFocused();
  await page.getByRole("link", { name: "Cancel" }).click();
  await page.locator("summary").filter({ hasText: "Write or change the overall assessment" }).click();
  await page.getByLabel("Overall assessment", { exact: true }).fill("Further than last year.");
  await page.getByRole("button", { name: "Save the assessment" }).click();
  await expect(page.getByText(/2 things have changed since/)).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: `${IDENTITY}: the agreed position was 3.2 and is 2.9 now, agreed on 29 January 2010` })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "The overall assessment was written anew." })).toBeVisible();
  await page.locator("summary").filter({ hasText: "what was signed" }).click();
  await expect(page.getByRole("table", { name: "What was signed on 29 January 2010" }).getByRole("row", { name: IDENTITY })).toContainText("3.2");
  await saved(page);
  await page.reload();
  await expect(page.getByText(/2 things have changed since/)).toBeVisible();
  // The day before, nothing of this was agreed.
  await page.getByLabel("What was agreed by").fill("2010-01-28");
  await expect(page.getByText("What follows is what was agreed by the end of 28 January 2010.")).toBeVisible();
  await expect(row(page, IDENTITY)).not.toContainText("2.9");
  await expect(row(page, IDENTITY)).not.toContainText("by Executive");
  await expect(page.getByText("Further than last year.", { exact: true })).toBeHidden();
  await page.getByLabel("What was agreed by").fill("2010-01-29");
  await expect(row(page, IDENTITY)).toContainText("2.9");
  await page.getByRole("button", { name: /^Undo: write the assessment/ }).click();
  await expect(page.getByText(/1 thing has changed since/)).toBeVisible();
  await page.getByRole("button", { name: /^Undo: agree a position/ }).click();
  await expect(page.getByText(/Nothing has changed since/)).toBeVisible();
  await page.getByRole("button", { name: /^Undo: sign off/ }).click();
  await expect(page.getByText("This is not signed off yet.")).toBeVisible();
});

test("in a new area everything is blank, and nothing can be signed", async ({ page, open }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await agreed(page);
  await expect(row(page, IDENTITY).getByRole("cell").filter({ hasText: "Not set" })).toHaveCount(2);
  await expect(page.getByText("Not written yet.")).toBeVisible();
  await page.getByRole("link", { name: "Sign off", exact: true }).click();
  await expect(page.getByText("Nothing has been agreed yet, so there is nothing to sign.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign off" })).toHaveCount(0);
});
