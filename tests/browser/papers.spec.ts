// The papers that are made now and then: each is offered, numbered, prints in order, and says the app's own figures.
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { openSample, section } from "./pages";
import { expectInOrder, openReport, print, squeezed } from "./paper";

const printed = async (page: Page) => squeezed((await print(page)).map((sheet) => sheet.text).join(" "));

test("the proposal paper recommends, gives the framework, and annexes the plan", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await openReport(page, "Proposal paper");
  const words = await printed(page);
  expectInOrder(words, ["1. Purpose", "2. Recommendations", "3. Background", "4. Why use the tool", "Appendix A", "Appendix B"]);
  expectInOrder(words, ["2.1", "2.2", "2.3"]);
  await expect(page.getByRole("table", { name: "Success criteria by arc and perspective" }).locator("tbody tr")).toHaveCount(8);
});

test("the conference report and the training map in it say the same as the strategy pack", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await openReport(page, "Conference report");
  expectInOrder(await printed(page), ["1. Summary", "2. What was done", "Next steps"]);
  const told = await page.getByText(/^The training map holds/).innerText();
  await openReport(page, "Strategy pack");
  await expect(page.getByText(told)).toBeVisible();
});

test("a strategy pack holds the annexes that are chosen, and the choice is kept", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await section(page, "Rainbow", "The rainbow");
  const shown = page.getByRole("table", { name: "The rainbow as a table" }).locator("tbody tr");
  await expect(shown).toHaveCount(8);
  const rows = await shown.evaluateAll((rows) =>
    rows.map((row) => ({ theme: row.querySelector("th a")!.textContent!.trim(), now: row.querySelectorAll("td")[0].textContent!.trim() })),
  );
  await openReport(page, "Strategy pack");
  const words = await printed(page);
  expectInOrder(words, ["Appendix A: The framework", "Appendix B: Success criteria", "Appendix C: Current progress"]);
  const table = page.getByRole("article").getByRole("table", { name: "The rainbow as a table" });
  for (const { theme, now } of rows) await expect(table.getByRole("row", { name: theme })).toContainText(now);
  await page.getByLabel("Success criteria", { exact: true }).uncheck();
  await expect(page.getByRole("heading", { level: 2, name: "Appendix B: Current progress" })).toBeVisible();
  await section(page, "Reports");
  await page.getByRole("link", { name: "Strategy pack", exact: true }).click();
  await expect(page.getByLabel("Success criteria", { exact: true })).not.toBeChecked();
  await expect(page.getByLabel("Delivery plan", { exact: true })).toBeChecked();
});

test("the registers stand in the strategy pack, and what was said in a discussion in the conference report", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await section(page, "Exercises");
  await page.getByRole("link", { name: "Registers", exact: true }).click();
  await page.getByRole("link", { name: "Contacts", exact: true }).click();
  const contacts = page.getByRole("table", { name: "Contacts" });
  await expect(contacts).toBeVisible();
  const roles = await contacts.getByRole("rowheader").allInnerTexts();
  expect(roles.length).toBeGreaterThan(0);
  expect(roles.map((role) => role.trim())).not.toContain("");
  await openReport(page, "Strategy pack");
  const annex = page.getByRole("article").getByRole("table", { name: "Whom to turn to" });
  await expect(annex.getByRole("rowheader")).toHaveText(roles);
  const words = await printed(page);
  expectInOrder(words, ["Conference report", "Related strategies", "Consultation and commitment schedule", "Glossary", "Contacts"]);
  await page.getByLabel("Glossary", { exact: true }).uncheck();
  await expect(page.getByRole("table", { name: "What words mean" })).toHaveCount(0);

  await section(page, "Exercises");
  await page.getByRole("link", { name: "Rainbow discussion" }).click();
  const talk = "Conference, table groups in the afternoon";
  await page.getByRole("link", { name: talk }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: talk })).toBeVisible();
  const noted = page.locator(".app-discussion__text");
  await expect(noted.first()).toBeVisible();
  const ideas = (await noted.allInnerTexts()).map((idea) => idea.trim());
  expect(ideas).not.toContain("");
  await openReport(page, "Conference report");
  for (const idea of ideas) await expect(page.getByRole("article")).toContainText(idea);
});

test("a lead's own sheet holds their actions, and what was told to us is short and plain", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await openReport(page, "A lead’s own sheet");
  const first = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByLabel("Lead", { exact: true }).selectOption({ index: 1 });
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(first);
  await openReport(page, "What you told us");
  expectInOrder(await printed(page), ["Why we asked you", "What you told us", "What will happen next"]);
});

test("pages of many columns print on their side, and no sheet of any page is empty", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  const sheetsOf = async () => {
    const printed = await print(page);
    expect(printed.map(({ text }, at) => (text.trim() === "" ? at + 1 : 0)).filter(Boolean), "empty sheets").toEqual([]);
    return printed;
  };
  await section(page, "Plans");
  await page.getByRole("link", { name: "One Children’s Workforce Action Plan" }).first().click();
  await expect(page.getByRole("treegrid")).toBeVisible();
  for (const sheet of await sheetsOf()) expect(sheet.width).toBeGreaterThan(sheet.height);
  await section(page, "Exercises");
  await page.getByRole("link", { name: "Training map", exact: true }).click();
  await expect(page.getByRole("table", { name: "Training events by profession and arc" })).toBeVisible();
  for (const sheet of await sheetsOf()) expect(sheet.width).toBeGreaterThan(sheet.height);
  await section(page, "Rainbow", "The rainbow");
  await sheetsOf();
  await page.getByRole("link", { name: /^Break this down/ }).click();
  await expect(page.getByRole("table", { name: "Mean of each arc by sector" })).toBeVisible();
  for (const sheet of await sheetsOf()) expect(sheet.width).toBeGreaterThan(sheet.height);
  await section(page, "Exercises");
  await page.getByRole("link", { name: "Focus group or workshop guide" }).click();
  await page.getByRole("link", { name: "Scenario workshop: a move between two schools" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "A situation to follow" })).toBeVisible();
  await sheetsOf();
});
