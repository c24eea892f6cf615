// The main job, end to end: open a round, answer, see the rainbow, act on its weakest arc, report, send the file on.
import { expect, test } from "./support";
import { createArea, openSample, saved, section } from "./pages";

test("a coordinator opens a round, answers in two sittings and sees the rainbow", async ({ page, open }) => {
  test.slow();
  await open(page);
  await createArea(page, "Fenshire");
  await section(page, "Survey");
  await page.getByLabel("Title").fill("Spring 2027");
  await page.getByLabel(/Minimum|required/).fill("1");
  await page.getByRole("button", { name: "Open the round" }).click();
  await expect(page.getByText("Spring 2027").first()).toBeVisible();
  await page.getByRole("button", { name: "Answer the survey" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /About you/ })).toBeVisible();
  await page.getByLabel("Schools").check();
  await page.getByLabel("Front-line staff and their managers").check();
  await page.getByRole("button", { name: "Continue" }).click();

  const first = page.getByRole("group", { name: "People in my team see themselves as part of one workforce" });
  for (const name of ["1", "2", "3", "4", "5", "Don't know", "Not applicable"]) {
    await expect(first.getByRole("radio", { name, exact: true })).not.toBeChecked();
  }
  await first.getByRole("radio", { name: "4", exact: true }).check();
  await saved(page);
  await page.reload();
  await expect(first.getByRole("radio", { name: "4", exact: true })).toBeChecked();

  // Another day: back to the same spot.
  await section(page, "Survey");
  await page.getByRole("link", { name: /^Continue the response begun/ }).click();
  await expect(first.getByRole("radio", { name: "4", exact: true })).toBeChecked();
  for (let theme = 1; theme <= 8; theme++) {
    const groups = page.locator("fieldset");
    for (let at = 0; at < (await groups.count()); at++) {
      await groups.nth(at).getByRole("radio", { name: theme === 6 ? "2" : "3", exact: true }).check();
    }
    await page.getByRole("link", { name: /^Next/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  }
  await expect(page.getByRole("heading", { level: 1, name: "Check your answers" })).toBeVisible();
  await page.getByRole("button", { name: "Finish and save" }).click();
  await expect(page.getByText("Response finished")).toBeVisible();
  await saved(page);

  await section(page, "Responses");
  await expect(page.getByRole("table", { name: "Responses by sector" }).getByRole("row", { name: /Schools/ })).toContainText("1");
  await section(page, "Rainbow", /rainbow/i);
  // One person is too few to show, on the screen as well.
  await expect(page.getByRole("table", { name: "The rainbow as a table" })).toContainText("too few to show");
});

test("from the sample's weakest arc to an action, a report and a printed page", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await section(page, "Rainbow", /rainbow/i);
  await expect(page.getByRole("img", { name: /^Rainbow/ })).toBeVisible();
  const table = page.getByRole("table", { name: "The rainbow as a table" });
  await expect(table.getByRole("row")).toHaveCount(9);
  await expect(table.getByRole("row", { name: /Complementary roles/ })).toContainText("2.5");

  // The arcs are walked by keyboard, and Enter opens one.
  const arc = page.getByRole("link", { name: /^Complementary roles focused around/ }).first();
  await arc.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /Complementary roles/ })).toBeVisible();
  await expect(page.getByText("I only tell my story once")).toBeVisible();
  await page.getByRole("link", { name: "Add an action" }).first().click();
  await page.getByLabel(/^Action/).fill("Agree who does what when a family has several workers");
  await page.getByLabel("Lead").fill("Workforce lead / EF");
  await page.getByLabel("Target date").fill("Apr-10");
  await page.getByRole("button", { name: "Add the action" }).click();

  const plan = page.getByRole("treegrid", { name: /One Children’s Workforce Action Plan/ });
  await expect(plan.getByRole("row")).toHaveCount(14);
  const row = plan.getByRole("row", { name: /Agree who does what/ });
  await expect(row).toContainText("Apr-10");
  await expect(row).toContainText("Not set");
  await saved(page);

  await section(page, "Reports");
  await page.getByRole("link", { name: "Executive progress report" }).first().click();
  await expect(page.getByRole("button", { name: "Print or save as PDF" })).toBeVisible();
  for (const heading of ["Purpose", "Decisions needed", "Background", "Progress", "Financial implications", "People implications", "Equalities implications", "Safeguarding implications"]) {
    await expect(page.getByRole("heading", { name: new RegExp(`^\\d+\\.?\\s*${heading}$`) })).toBeVisible();
  }
  await expect(page.getByRole("img", { name: /^Rainbow/ })).toBeVisible();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.length).toBeGreaterThan(20_000);

  await page.reload();
  await expect(page.getByText("Agree who does what when a family has several workers").first()).toBeVisible();
});

test("an action can be taken back, and reporting progress keeps the date it replaced", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await section(page, "Plans");
  await page.getByRole("link", { name: "One Children’s Workforce Action Plan" }).first().click();
  const plan = page.getByRole("treegrid", { name: /One Children’s Workforce Action Plan/ });
  await expect(plan.getByRole("row")).toHaveCount(13);
  await page.getByRole("link", { name: "Add an action" }).first().click();
  await page.getByLabel(/^Action/).fill("Something to take back");
  await page.getByRole("button", { name: "Add the action" }).click();
  await expect(plan.getByRole("row")).toHaveCount(14);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(plan.getByRole("row")).toHaveCount(13);
  await expect(plan).toContainText("was Oct-09");
});

test("two tabs see each other's work", async ({ page, context, open }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await section(page, "Survey");
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole("heading", { level: 1, name: "Survey" })).toBeVisible();
  await page.getByLabel("Title").fill("Spring 2027");
  await page.getByRole("button", { name: "Open the round" }).click();
  await expect(other.getByText("Spring 2027").first()).toBeVisible();
});

test("storage that is denied is said on every page, and the work can still be exported", async ({ page, open }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("denied", "SecurityError"); } });
    Object.defineProperty(window, "indexedDB", { get: () => { throw new DOMException("denied", "SecurityError"); } });
  });
  await open(page);
  await page.getByLabel("Name of the area").fill("Fenshire");
  await page.getByRole("button", { name: "Create the area" }).click();
  await expect(page.getByText("Your last changes are not saved")).toBeVisible();
  await section(page, "Files");
  await expect(page.getByText("Your last changes are not saved")).toBeVisible();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  expect((await coming).suggestedFilename()).toMatch(/^rainbow-fenshire/);
});
