// Leads report by file: asked by the coordinator, reported in other profiles from the file alone, gathered again.
import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { expect, test } from "./support";
import { chooseFiles, createArea, download, saved, section } from "./pages";

/** Adds an action with a lead and a target date, from the page of plans or of a plan. */
async function addAction(page: Page, words: string, lead: string, due: string) {
  await page.getByRole("link", { name: "Add an action" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Add an action" })).toBeVisible();
  await page.getByLabel("Action", { exact: true }).fill(words);
  await page.getByLabel("Lead", { exact: true }).fill(lead);
  await page.getByLabel("Target date", { exact: true }).fill(due);
  await page.getByRole("button", { name: "Add the action" }).click();
  await expect(plan(page).getByRole("row", { name: words })).toBeVisible();
}

const plan = (page: Page) => page.getByRole("treegrid", { name: /Action Plan/ });

/** Makes an area with three actions, one of which two people lead, and goes to where leads are asked. */
async function toAsking(page: Page) {
  await createArea(page, "Fenshire");
  await section(page, "Plans");
  await addAction(page, "Train lead professionals", "SB/GF", "Dec 2027");
  await addAction(page, "Agree a common induction", "SB", "March 2028");
  await addAction(page, "Map who shares premises", "DV", "ongoing");
  await page.getByRole("link", { name: "Ask leads for progress" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ask leads for progress" })).toBeVisible();
}

/** Makes the file that asks a lead, and gives its address. */
async function ask(page: Page, lead: string, path: string): Promise<string> {
  await page.getByLabel("Whom do you ask?").selectOption(lead);
  const file = await download(page, "Make the update file");
  expect(file.name).toMatch(new RegExp(`^rainbow-update-.*-${lead.toLowerCase()}\\.html$`));
  await writeFile(path, file.text);
  return pathToFileURL(path).href;
}

/** Another person's browser, which has no network. */
async function profile(browser: Browser): Promise<BrowserContext> {
  return await browser.newContext({ offline: true, locale: "en-GB", timezoneId: "Europe/London" });
}

async function openUpdate(page: Page, file: string) {
  await page.goto(file);
  await expect(page.getByRole("heading", { level: 1, name: "How are your actions going?" })).toBeVisible();
}

async function expectGood(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect(found, where).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, where).toBeLessThanOrEqual(0);
  if (size) await page.setViewportSize(size);
}

test("two leads report on one action from their files, and both reports are kept", async ({ page, open, browser, watch }, testInfo) => {
  test.slow();
  await open(page);
  await toAsking(page);
  await expect(page.getByRole("table", { name: "Leads with open actions" }).getByRole("row", { name: /^SB 2/ })).toBeVisible();
  await expectGood(page, "Ask leads");
  await page.getByLabel("Send it back by (optional)").fill("2027-12-10");
  await page.getByLabel(/^Role of who gathers/).fill("Workforce lead");
  const files = [await ask(page, "SB", testInfo.outputPath("sb.html")), await ask(page, "GF", testInfo.outputPath("gf.html"))];

  const reports: { name: string; text: string }[] = [];
  for (const [at, words] of ["Trainer is ill", "Room is found"].entries()) {
    const context = await profile(browser);
    watch.over(context);
    let lead = await context.newPage();
    await openUpdate(lead, files[at]);
    await expect(lead.getByRole("navigation", { name: "Main" })).toBeHidden();
    await expect(lead.getByText("10 December 2027").first()).toBeVisible();
    await expect(lead.getByText("Map who shares premises")).toHaveCount(0);
    await expect(lead.getByRole("link", { name: "Agree a common induction" })).toHaveCount(at === 0 ? 1 : 0);
    await expectGood(lead, "Your actions");
    await lead.getByRole("link", { name: /Train lead professionals/ }).focus();
    await lead.keyboard.press("Enter");
    await expect(lead.getByRole("heading", { level: 1, name: /Train lead professionals/ })).toBeFocused();
    await expectGood(lead, "Report on an action");
    await lead.getByLabel("What happened").fill(words);
    await lead.getByRole("radio", { name: "Amber" }).check();
    await lead.getByLabel("New target date (optional)").fill("March 2028");
    await lead.getByLabel("Reason for the new date (optional)").fill("Waiting for a date");
    await lead.getByLabel("What happened").focus();
    await saved(lead);
    await lead.close();

    // Another day, from the same file.
    lead = await context.newPage();
    await openUpdate(lead, files[at]);
    await lead.getByRole("link", { name: /Train lead professionals/ }).click();
    await expect(lead.getByLabel("What happened")).toHaveValue(words);
    await expect(lead.getByLabel("Reason for the new date (optional)")).toHaveValue("Waiting for a date");
    await expect(lead.getByRole("radio", { name: "Amber" })).toBeChecked();
    await lead.getByRole("link", { name: "Back to your actions", exact: true }).last().click();
    await expect(lead.getByText("Reported", { exact: true })).toHaveCount(1);
    const report = await download(lead, "Save the file to send back");
    expect(report.name).toMatch(/^rainbow-progress-.*\.json$/);
    expect(report.text).toContain(words);
    expect(report.text).not.toContain("Train lead professionals");
    reports.push(report);
    await context.close();
  }

  await section(page, "Files");
  await chooseFiles(page, ...reports);
  await expect(page.getByText("1 new entry on 1 action or milestone, reported by SB.")).toBeVisible();
  await page.getByRole("button", { name: "Add to Fenshire" }).click();
  await expect(plan(page).getByRole("row", { name: /Train lead professionals/ })).toContainText("March 2028");
  await plan(page).getByRole("link", { name: "Train lead professionals" }).click();
  for (const words of ["Trainer is ill", "Room is found"]) await expect(page.getByText(words)).toBeVisible();

  // The same files change nothing a second time, and undo takes both back.
  await section(page, "Files");
  await chooseFiles(page, ...reports);
  await expect(page.getByText("1 here already.")).toHaveCount(2);
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("banner").getByRole("button", { name: "Undo: Import" }).click();
  await section(page, "Plans");
  await page.getByRole("link", { name: /Action Plan/ }).click();
  const taken = plan(page).getByRole("row", { name: /Train lead professionals/ });
  await expect(taken).toContainText("Dec 2027");
  // A date that was replaced stands beside the one that counts.
  await expect(taken).not.toContainText("March 2028");
});

test("a lead who has Rainbow opens the request as a file, and one that comes back unanswered is said plainly", async ({ page, open, browser, watch }) => {
  test.slow();
  await open(page);
  await toAsking(page);
  await page.getByLabel("Whom do you ask?").selectOption("SB");
  const request = await download(page, "Save it as JSON");
  const all = page.getByLabel("Whom do you ask?");
  await all.selectOption({ index: 0 });
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Make a file for each lead" }).click();
  expect((await coming).suggestedFilename()).toMatch(/^rainbow-update-.*-all-leads\.zip$/);
  await section(page, "Files");
  await chooseFiles(page, request);
  await expect(page.getByText(/^This is the file that asks a lead/)).toBeVisible();

  const context = await profile(browser);
  watch.over(context);
  const lead = await context.newPage();
  await open(lead);
  await chooseFiles(lead, request);
  await expect(lead.getByText(/asks SB for progress on 2 actions/)).toBeVisible();
  await lead.getByRole("button", { name: /^Open Fenshire/ }).click();
  await expect(lead.getByRole("heading", { level: 1, name: "How are your actions going?" })).toBeVisible();
  await expect(lead.getByRole("navigation", { name: "Main" })).toBeHidden();
  await lead.getByLabel("Who reports?").fill("Deputy");
  await lead.getByRole("link", { name: /Agree a common induction/ }).click();
  await lead.getByLabel("What happened").fill("Drafted");
  await lead.getByRole("link", { name: "Back to your actions", exact: true }).last().click();
  const report = await download(lead, "Save the file to send back");
  const damaged = { name: "damaged.json", text: report.text.slice(0, 300) };
  await page.getByRole("button", { name: "Close" }).click();
  await chooseFiles(page, report, damaged);
  await expect(page.getByText("1 new entry on 1 action or milestone, reported by Deputy.")).toBeVisible();
  await expect(page.getByText(/it ends in the middle/)).toBeVisible();
  await context.close();
});
