// A round broken down: filters apply together, every figure carries its number of people, and few people are not shown.
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { openSample, section } from "./pages";

/** Goes to the breakdown of the sample's latest round, as a person does from the rainbow. */
async function openBreakdown(page: Page) {
  await openSample(page);
  await section(page, "Rainbow", "The rainbow");
  await page.getByRole("link", { name: /^Break this down/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Breakdown" })).toBeVisible();
}

function table(page: Page, by = "sector") {
  return page.getByRole("table", { name: `Mean of each arc by ${by}` });
}

function choose(page: Page, label: string, option: string) {
  return page.getByLabel(label, { exact: true }).selectOption({ label: option });
}

/** A figure with its number of people, or the reason why there is none. */
const FIGURE = /^([1-5]\.\d n\s\d+|too few to show|no answers|not asked)$/;

async function expectFigures(page: Page, by: string, first: number) {
  const rows = table(page, by).locator("tbody tr");
  await expect(rows.first()).toContainText("Everybody");
  expect(await rows.count()).toBeGreaterThan(2);
  for (const row of await rows.all()) {
    const cells = await row.locator("td").allInnerTexts();
    expect(cells.length).toBe(first + 8);
    for (const cell of cells.slice(first)) expect(cell.replace(/\s+/g, " ").trim()).toMatch(FIGURE);
  }
}

test("every sector has a row, every figure its number of people, and findings stand above", async ({ page, open }) => {
  await open(page);
  await openBreakdown(page);
  await expect(page.getByText("Only 1 of the 31 people in Justice and crime responded")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: /^Of the sectors, the answers from/ })).toContainText(/a mean of [1-5]\.\d from \d+ people, against [1-5]\.\d from the other \d+\.$/);
  await expect(page.getByRole("listitem").filter({ hasText: /^Continual improvement is the lowest aspect/ })).toContainText("(n ");
  await expect(page.getByText("Those who answered chose to.")).toBeVisible();
  await expect(table(page).locator("tbody tr")).toHaveCount(10);
  // Before the figures: how many responded, of how many that were expected, and of how many that work there.
  await expectFigures(page, "sector", 3);
  const hidden = await page.getByRole("region", { name: "Mean of each arc by sector" }).evaluate((region) => region.scrollWidth - region.clientWidth);
  expect(hidden, "pixels of the table beyond a screen of 1280").toBe(0);
  const everybody = table(page).getByRole("row", { name: /^Everybody/ });
  await expect(everybody.getByRole("cell").first()).toHaveText("54");
  await expect(everybody).toContainText("53 of 45 (118%)");
  await expect(everybody).toContainText("54 of 609 (9%)");
  await expect(table(page).getByRole("columnheader", { name: "Common values and language" })).toBeVisible();
  await expect(table(page).getByRole("row", { name: /^Justice and crime/ })).toContainText("too few to show");
  await page.getByText("How these figures are worked out").click();
  await expect(page.getByText(/n is how many people scored/)).toBeVisible();
});

test("filters apply together, stay in the address, and can be reset", async ({ page, open }) => {
  await open(page);
  await openBreakdown(page);
  await choose(page, "Staff group", "Leaders and managers");
  await expect(page.getByText("15 of 54 responses: of Leaders and managers.")).toBeVisible();
  await choose(page, "Perspective", "Team perspective");
  await choose(page, "Practice", "Information sharing");
  await expect(page.getByText(/^15 of 54 responses: of Leaders and managers, on what is asked from the team perspective, about Information sharing\.$/)).toBeVisible();
  await expect(table(page).getByRole("columnheader")).toHaveCount(4);
  // Two or three leaders of a sector answered, and their figures are kept back.
  await expect(table(page).getByRole("row", { name: /^Health/ })).toContainText("too few to show");
  await page.reload();
  await expect(page.getByText(/^15 of 54 responses: of Leaders/)).toBeVisible();
  await expect(page.getByLabel("Practice", { exact: true }).locator("option:checked")).toHaveText("Information sharing");
  await page.getByRole("button", { name: "Reset filters" }).click();
  await expect(page.getByText("All 54 responses.")).toBeVisible();
  await expect(table(page).getByRole("columnheader")).toHaveCount(12);
  await expect(page).toHaveURL(/\/breakdown$/);
});

test("a round can be broken down by everything there is", async ({ page, open }) => {
  await open(page);
  await openBreakdown(page);
  await choose(page, "Break down by", "Staff group");
  // Of no staff group a headcount is known, so there is no column of dashes.
  await expectFigures(page, "staff group", 1);
  await expect(page.getByLabel("Staff group", { exact: true })).toHaveCount(0);
  await expect(table(page, "staff group").getByRole("row", { name: /of these: Head teachers/ })).toContainText("too few to show");
  await choose(page, "Break down by", "Organisation");
  await expectFigures(page, "organisation", 1);
  await choose(page, "Break down by", "Perspective");
  await expectFigures(page, "perspective", 0);
  await expect(page.getByText(/^Of the perspectives/)).toBeVisible();
});

test("one arc more closely shows the spread of each group, and rounds stand beside one another", async ({ page, open }) => {
  await open(page);
  await openBreakdown(page);
  await choose(page, "Arc", "Common values and language");
  const one = page.locator("section").filter({ has: page.getByRole("heading", { name: "One arc more closely" }) });
  const schools = one.getByRole("listitem").filter({ hasText: "Schools 13 responses" });
  await expect(schools).toContainText(/Mean [1-5]\.\d, median [1-5]\.\d, from \d+ people/);
  await expect(schools).toContainText(/\d+ of \d+ above the midpoint \(\d+%\)/);
  await expect(schools.getByRole("img", { name: /^Spread of answers, Schools, Common values and language: \d+ scored 1/ }).first()).toBeVisible();
  await expect(one.getByRole("listitem").filter({ hasText: "Justice and crime" })).toContainText("Too few to show");
  await expect(page).toHaveURL(/\/arc\/language/);
  const compared = page.getByRole("table", { name: "December 2009 compared with December 2008" });
  await expect(compared.getByRole("row", { name: /^Capacity to deliver/ })).toContainText(/4.*\(n\s\d+\).*\(n\s\d+\)/);
  await expect(page.getByText("On the statements that both rounds asked, and no others")).toBeVisible();
});

test("the keyboard is enough", async ({ page, open }) => {
  await open(page);
  await openBreakdown(page);
  const by = page.getByLabel("Break down by", { exact: true });
  await by.focus();
  await page.keyboard.press("ArrowDown");
  await expect(table(page, "staff group")).toBeVisible();
  await expect(by).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Sector", { exact: true })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByText(/^10 of 54 responses: in Early years\.$/)).toBeVisible();
  await expect(page.getByLabel("Sector", { exact: true })).toBeFocused();
  for (const next of ["Perspective", "Practice"]) {
    await page.keyboard.press("Tab");
    await expect(page.getByLabel(next, { exact: true })).toBeFocused();
  }
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Reset filters" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("All 54 responses.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Reset filters" })).toBeFocused();
});

test("a phone shows one arc at a time", async ({ page, open }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await open(page);
  await openSample(page);
  await page.goto(page.url().replace(/overview$/, "breakdown/arc/training"));
  await expect(page.getByRole("link", { name: "High quality, appropriately trained workforce" })).toBeVisible();
  await expect(table(page)).toBeHidden();
  await expect(page.getByRole("listitem").filter({ hasText: "Schools 13 responses" }).getByRole("img")).toBeVisible();
});

test("an arc has a radar a practice with its table, and leads to its breakdown", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await section(page, "Rainbow", "The rainbow");
  await page.getByRole("table", { name: "The rainbow as a table" }).getByRole("link", { name: "Integrated working practices", exact: true }).click();
  const radars = page.getByRole("img", { name: /^Radar, / });
  await expect(radars.first()).toBeVisible();
  const practices = ["Multi-agency working", "Information sharing", "Common Assessment Framework", "Team around the child", "Lead professional"];
  for (const practice of practices) await expect(page.getByRole("img", { name: new RegExp(`^Radar, ${practice}`) }).first()).toBeVisible();
  await expect(page.getByText(/^Continual improvement is the lowest aspect in each of the 5 practices/)).toBeVisible();
  await page.getByText("The same as a table").first().click();
  const figures = page.getByRole("table", { name: /^Multi-agency working: mean by aspect/ });
  await expect(figures.getByRole("row", { name: /^Continual improvement/ })).toContainText(/[1-5]\.\d\s\(n\s\d+\)/);
  await expect(page.getByRole("img", { name: /^Radar, Integrated working practices, by perspective: Everybody, December 2009/ })).toBeVisible();
  await page.getByText("How these figures are worked out").click();
  await expect(page.getByText(/^Each person’s answers about the arc are averaged first/)).toBeVisible();
  await page.getByRole("link", { name: /^Break this arc down/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Breakdown" })).toBeVisible();
  await expect(page.getByLabel("Arc", { exact: true }).locator("option:checked")).toHaveText("Integrated working practices");
});

test("an arc says where front line and leaders differ most, and leads to them side by side", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await section(page, "Rainbow", "The rainbow");
  await page.getByRole("table", { name: "The rainbow as a table" }).getByRole("link", { name: "Common values and language", exact: true }).click();
  await expect(page.getByText(/^Their means differ most on “[^”]+”: Front-line staff and their managers [1-5]\.\d from \d+ people, Leaders and managers [1-5]\.\d from \d+ people\./)).toBeVisible();
  await page.getByRole("link", { name: "Break down by staff group" }).click();
  await expect(table(page, "staff group").getByRole("row", { name: /^Leaders and managers/ })).toBeVisible();
  await expect(page.getByLabel("Arc", { exact: true }).locator("option:checked")).toHaveText("Common values and language");

  // All arcs at once, where the groups are the perspectives.
  await expect(page.getByRole("img", { name: /^Radar, / })).toHaveCount(0);
  await choose(page, "Break down by", "Perspective");
  await expect(page.getByRole("img", { name: /^Radar, All arcs, by perspective: Everybody, December 2009/ })).toBeVisible();
  await page.getByText("The same as a table").click();
  const figures = page.getByRole("table", { name: /^All arcs, by perspective: mean by perspective/ });
  await expect(figures.getByRole("row", { name: /^Team perspective/ })).toContainText(/[1-5]\.\d\s\(n\s\d+\)/);
});

test("the rainbow marks the round before, and a breakdown of an earlier round is in the address", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await section(page, "Rainbow", "The rainbow");
  await expect(page.getByText(/The dashed mark is the round before/)).toBeVisible();
  await expect(page.getByRole("link", { name: /^Shared identity and purpose: .* last time [1-5]\.\d/ }).first()).toBeVisible();
  await page.getByLabel("Round", { exact: true }).selectOption("December 2008");
  await expect(page).toHaveURL(/\/rainbow\/round\/[0-9a-f-]+$/);
  await page.getByRole("link", { name: /^Break this down/ }).click();
  await expect(page.getByText("All 38 responses.")).toBeVisible();
  await expect(page).toHaveURL(/\/breakdown\/round\/[0-9a-f-]+$/);
  await expect(page.getByRole("heading", { name: "Compared with the round before" })).toHaveCount(0);
  await page.getByLabel("Round", { exact: true }).selectOption("December 2009");
  await expect(page.getByText("All 54 responses.")).toBeVisible();
  await expect(page).toHaveURL(/\/breakdown$/);
});
