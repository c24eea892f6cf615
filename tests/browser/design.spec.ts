// Designing a survey: arcs, practices and statements of one's own, a preview, and a round that asks exactly that.
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { createArea, openSample, saved, section } from "./pages";

const practices = ["Multi-agency working", "Information sharing", "Common Assessment Framework (CAF)", "Team around the child (TAC)", "Lead professional"];
const green = "Integrated working practices";

/** Opens what stands behind a link of the page. */
async function unfold(page: Page, words: string | RegExp) {
  await page.locator("summary").filter({ hasText: words }).click();
}

/** Begins a design from one of the offered starts, which leads to its page. */
async function begin(page: Page, title: string, start: string | RegExp = "The standard questionnaire") {
  await section(page, "Survey", /./);
  await page.getByRole("link", { name: /design a survey/i }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Design a survey" })).toBeFocused();
  await page.getByLabel("Title of the survey").fill(title);
  await page.getByLabel(start).check();
  await page.getByRole("button", { name: "Begin the design" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeFocused();
}

/** Leaves the arcs of these names in the design and no others. */
async function keepArcs(page: Page, names: string[]) {
  await unfold(page, "Choose arcs and practices");
  const arcs = page.getByRole("group", { name: "Which arcs does it ask about?" }).getByRole("checkbox");
  for (const arc of await arcs.all()) {
    const name = (await arc.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent)) ?? "";
    await arc.setChecked(names.includes(name.trim()));
  }
  await page.getByRole("button", { name: "Save the choice" }).click();
}

/** The entry of the list that has these words. */
function entry(page: Page, words: string | RegExp) {
  return page.getByRole("listitem").filter({ hasText: words });
}

/** The facts at the top of the page of a design. */
async function asks(page: Page, words: string) {
  await expect(page.locator("dl").first()).toContainText(words);
}

async function undo(page: Page, name: string) {
  await page.getByRole("button", { name: "Undo", exact: false }).first().click();
  await expect(page.getByText(`Undone: ${name}.`)).toBeVisible();
}

test("a green-arc round with a statement edited, one for leaders added and one retired asks exactly that", async ({ page, open }) => {
  test.slow();
  await open(page);
  await createArea(page, "Fenshire");
  await begin(page, "Integrated working");
  await asks(page, "60 statements in 8 arcs");
  await keepArcs(page, [green]);
  await asks(page, "25 statements in 1 arc");
  for (const practice of practices) {
    await expect(page.getByRole("heading", { level: 4, name: practice })).toBeVisible();
  }

  // Corrected: the same id, so nothing is lost for comparing.
  const agreed = entry(page, "Working across professions").first();
  const before = (await agreed.getByRole("paragraph").first().textContent()) ?? "";
  await agreed.getByRole("link", { name: /^Change/ }).click();
  await page.getByLabel("Statement", { exact: true }).fill("Our leaders ask us to work with others.");
  await page.getByRole("button", { name: "Save the statement" }).click();
  await expect(page.getByRole("alert").getByText("Choose whether your change corrects the wording or asks something else")).toBeVisible();
  await page.getByLabel("It corrects the wording").check();
  await page.getByRole("button", { name: "Save the statement" }).click();
  await expect(entry(page, "Our leaders ask us to work with others.")).toBeVisible();
  await expect(page.getByText(before, { exact: true })).toBeHidden();
  await asks(page, "25 statements");

  // Added, for leaders only.
  await page.getByRole("link", { name: `Add a statement to ${green}` }).click();
  await page.getByRole("button", { name: "Add the statement" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter what 5 looks like");
  await page.getByLabel("Statement", { exact: true }).fill("Our budgets for joint work are planned together.");
  await page.getByLabel("Short label").fill("Joint budgets");
  await page.getByLabel("What 1 looks like").fill("Each has its own.");
  await page.getByLabel("What 5 looks like").fill("There is one.");
  await expect(page.getByLabel("Arc", { exact: true }).locator("option:checked")).toHaveText(green);
  await page.getByLabel("Practice", { exact: true }).selectOption("Information sharing");
  await page.getByLabel("Aspect of the practice").selectOption("Leadership");
  await page.getByRole("checkbox", { name: "Leaders and managers" }).check();
  await page.getByRole("button", { name: "Add the statement" }).click();
  await expect(entry(page, "Our budgets for joint work")).toContainText("Asked only of leaders and managers");
  await asks(page, "26 statements");

  // Retired.
  const gone = (await entry(page, "Steps to start").getByRole("paragraph").first().textContent()) ?? "";
  await page.getByRole("button", { name: "Retire “Steps to start”" }).click();
  await asks(page, "25 statements");
  await expect(page.getByRole("heading", { level: 3, name: green })).toBeFocused();
  await saved(page);

  const times = page.getByRole("table", { name: "Time to answer" });
  await expect(times.getByRole("row", { name: /^Leaders and managers/ })).toContainText("25");
  await expect(times.getByRole("row", { name: /^Front-line/ })).toContainText("14");

  await page.getByRole("link", { name: "Preview" }).click();
  const group = page.getByRole("group", { name: "Whose survey do you want to see?" });
  await group.getByLabel("Front-line staff and their managers").check();
  await expect(page.getByText("Our leaders ask us to work with others.")).toBeVisible();
  await expect(page.getByText("Our budgets for joint work")).toBeHidden();
  await expect(page.getByText("14 statements, about 15 minutes.")).toBeVisible();
  await group.getByLabel("Leaders and managers").last().check();
  await expect(page.getByText("Our budgets for joint work")).toBeVisible();
  await expect(page.getByText(gone, { exact: true })).toBeHidden();

  await page.getByRole("link", { name: "Back to the survey design" }).click();
  await page.getByRole("link", { name: "Open a round with it" }).click();
  await page.getByLabel("Title of the round").fill("Spring 2027");
  await page.getByLabel("Responses required (optional)").fill("10");
  await page.getByLabel("Last day for answers (optional)").fill("2099-05-31");
  await unfold(page, "More settings");
  await page.getByLabel("Schools").fill("eight");
  await page.getByLabel("Health", { exact: true }).fill("4");
  await page.getByRole("button", { name: "Open the round" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter the responses expected as a whole number");
  await page.getByLabel("Schools").fill("8");
  await page.getByLabel("Who collects the responses (optional)").fill("Workforce project officer");
  await page.getByLabel("Email address for responses (optional)").fill("workforce@council.example");
  await page.getByRole("button", { name: "Open the round" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Survey" })).toBeVisible();
  const facts = page.locator("dl").first();
  await expect(facts).toContainText("Integrated working, 25 statements in 1 theme");
  await expect(facts).toContainText("31 May 2099");
  await expect(facts).toContainText("12 from 2 sectors");
  await expect(facts).toContainText("workforce@council.example");

  // A person of the front line is asked what the preview showed.
  await page.getByRole("button", { name: "Answer the survey" }).click();
  await page.getByRole("group", { name: /staff group/ }).getByLabel("Front-line staff and their managers").check();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Theme 1 of 1")).toBeVisible();
  await expect(page.locator("fieldset")).toHaveCount(14);
  await expect(page.getByRole("group", { name: "Our leaders ask us to work with others." })).toBeVisible();
  await expect(page.getByRole("group", { name: /Our budgets for joint work/ })).toHaveCount(0);
  await expect(page.getByRole("group", { name: gone })).toHaveCount(0);
  await page.getByRole("link", { name: /^Next/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Check your answers" })).toBeVisible();
});

test("every edit of a design is undone under its own name", async ({ page, open }) => {
  test.slow();
  await open(page);
  await createArea(page, "Fenshire");
  await begin(page, "Shared identity");
  await keepArcs(page, ["Shared identity and purpose"]);
  await asks(page, "5 statements in 1 arc");
  const texts = () => page.locator("section").getByRole("listitem").getByRole("paragraph").allTextContents();
  const all = await texts();
  const same = () => expect.poll(texts).toEqual(all);

  // By the keyboard: the focus stays on the button while the statement moves.
  const up = page.getByRole("button", { name: /^Move up/ }).nth(1);
  const moved = await up.textContent();
  await up.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("The statement was moved.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Move up/ }).first()).toHaveText(moved ?? "");
  await expect(page.getByRole("button", { name: /^Move up/ }).first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("The statement is the first of its list already.")).toBeVisible();
  await undo(page, "move a statement");
  await same();

  await page.getByRole("button", { name: /^Retire/ }).first().click();
  await asks(page, "4 statements");
  await unfold(page, "Retired: 1 statement");
  await page.getByRole("button", { name: /^Bring back/ }).click();
  await asks(page, "5 statements");
  await undo(page, "bring back a statement");
  await asks(page, "4 statements");
  await undo(page, "retire a statement");
  await same();

  // Something else is asked: the old statement is retired, and undo brings it back alone.
  await page.getByRole("link", { name: /^Change “/ }).first().click();
  await page.getByLabel("What 5 looks like").fill("Everybody says so.");
  await page.getByLabel("It asks something else").check();
  await page.getByRole("button", { name: "Save the statement" }).click();
  await asks(page, "5 statements");
  await expect(page.locator("summary").filter({ hasText: "Retired: 1 statement" })).toBeVisible();
  await undo(page, "ask something else");
  await expect(page.locator("summary").filter({ hasText: "Retired" })).toHaveCount(0);
  await same();

  await unfold(page, "Change the title of the survey");
  await page.getByLabel("Title of the survey").fill("Who we are");
  await page.getByRole("button", { name: "Change the title" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Who we are" })).toBeVisible();
  await undo(page, "change a survey design");
  await expect(page.getByRole("heading", { level: 1, name: "Shared identity" })).toBeVisible();
  await undo(page, "change a survey design");
  await asks(page, "60 statements in 8 arcs");

  await page.getByRole("button", { name: "Delete this design" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Design a survey" })).toBeVisible();
  await undo(page, "delete a survey design");
  await page.getByRole("link", { name: "Shared identity" }).click();
  await asks(page, "60 statements in 8 arcs");
});

test("a design from a past round is handed out in the open round, and the settings of that are changed", async ({ page, open }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await section(page, "Survey");
  await page.getByLabel("Title").fill("Spring 2027");
  await page.getByRole("button", { name: "Open the round" }).click();
  await begin(page, "Spring, second issue", /^The round “Spring 2027”/);
  await page.getByRole("button", { name: /^Retire/ }).first().click();
  await unfold(page, /^Hand it out in the round/);
  await page.getByRole("button", { name: "Hand it out in this round" }).click();
  await expect(page.getByText("The round asks this survey from here on.")).toBeVisible();
  await expect(page.getByText("Spring, second issue, 59 statements in 8 themes")).toBeVisible();

  await page.getByRole("link", { name: "Change the round’s settings" }).click();
  await page.getByLabel("Youth").fill("5");
  await page.getByRole("checkbox", { name: "Their organisation, in their own words" }).uncheck();
  await page.getByLabel("Email address for responses (optional)").fill("nowhere");
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter an email address");
  await page.getByLabel("Email address for responses (optional)").fill("");
  await unfold(page, "The usual words");
  await page.getByRole("button", { name: "Start from the usual words" }).click();
  await expect(page.getByLabel(/^Why you ask/)).toHaveValue(/^Everybody who works with children/);
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByText("5 from 1 sector")).toBeVisible();
  await expect(page.getByText("Spring, second issue, 59 statements in 8 themes")).toBeVisible();
  await undo(page, "change the round");
  await expect(page.getByText("5 from 1 sector")).toBeHidden();
  await undo(page, "hand out another issue");
  await expect(page.getByText("Standard questionnaire, 60 statements in 8 themes")).toBeVisible();
});

test("a sector that was removed keeps its name in the figures, and a new one never takes its id", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await page.getByRole("link", { name: "Set up sectors and staff groups" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sectors and staff groups" })).toBeFocused();
  await page.getByRole("button", { name: "Remove Health" }).click();
  await expect(page.getByText(/^Health was removed from the list\. \d+ responses carry it and stay in the figures under this name\./)).toBeVisible();
  await page.getByLabel("New sector").fill("Health");
  await page.getByRole("button", { name: "Add the sector" }).click();
  await expect(page.getByLabel("New sector")).toBeFocused();
  await page.getByRole("button", { name: "Rename Health" }).click();
  await expect(page.getByLabel("New name of Health")).toBeFocused();
  await page.getByLabel("New name of Health").fill("Public health");
  await page.getByRole("button", { name: "Save the name" }).click();
  await page.getByLabel(/^New group among leaders/).fill("Matrons");
  await page.getByRole("button", { name: "Add the staff group" }).last().click();
  await expect(page.getByRole("listitem").filter({ hasText: "Matrons" })).toBeVisible();
  const up = page.getByRole("button", { name: "Move up Matrons" });
  await up.focus();
  await page.keyboard.press("Enter");
  await expect(up).toBeFocused();
  await saved(page);

  await section(page, "Responses", /./);
  const table = page.getByRole("table", { name: "Responses by sector" });
  const count = async (name: string) => Number(await table.getByRole("row", { name: new RegExp(`^${name}`) }).getByRole("cell").first().textContent());
  expect(await count("Health")).toBeGreaterThan(0);
  expect(await count("Public health")).toBe(0);
});
