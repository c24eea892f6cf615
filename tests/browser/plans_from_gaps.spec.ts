// From a gap to an action that remembers it; plans begun from a template; and a plan signed off, with what changed since.
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { openSample, saved, section } from "./pages";

const IDENTITY = "Shared identity and purpose";
const SUGGESTED = "Hold one welcome morning each term";

/** Goes to an arc of the rainbow, perhaps as an earlier round found it. */
async function arc(page: Page, name: string, round?: string) {
  await section(page, "Rainbow", "The rainbow");
  if (round) await page.getByLabel("Round", { exact: true }).selectOption(round);
  await page.getByRole("table", { name: "The rainbow as a table" }).getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeFocused();
}

/** The value beside a name in a list of facts. */
function fact(page: Page, name: string) {
  return page.getByRole("definition").and(page.locator(`dt:text-is("${name}") + dd`));
}

/** Opens an action from the page of its arc. */
async function action(page: Page, words: string | RegExp) {
  await arc(page, IDENTITY);
  await page.getByRole("link", { name: words }).click();
  await expect(page.getByRole("heading", { level: 1, name: words })).toBeFocused();
}

/** Goes to the page on which the first plan is signed off. */
async function signing(page: Page) {
  await section(page, "Plans");
  const href = await page.getByRole("link", { name: "One Children’s Workforce Action Plan" }).first().getAttribute("href");
  await page.goto(page.url().replace(/#.*/, `${href}/sign-off`));
  await expect(page.getByRole("heading", { level: 1, name: "Sign the plan off" })).toBeFocused();
}

test("a suggestion is adapted on its arc, and the action shows what the next round found", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await arc(page, IDENTITY, "December 2008");
  const planned = page.getByRole("heading", { name: "Actions planned for this arc" }).locator("+ ul").getByRole("listitem");
  await expect(planned.first()).toBeVisible();
  const before = await planned.count();
  await page.locator("summary").filter({ hasText: "What areas typically do about this" }).click();
  await expect(page.getByText("Nothing is added to your plan until you save an action yourself.")).toBeVisible();
  await page.getByRole("link", { name: new RegExp(`^Adapt this.*${SUGGESTED}`) }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Add an action" })).toBeFocused();
  await expect(page.getByText(/^Shared identity and purpose\s*Score \d\.\d out of 5, from \d+ people, in December 2008/)).toBeVisible();
  const words = page.getByLabel("Action", { exact: true });
  await expect(words).toHaveValue(new RegExp(`^${SUGGESTED}`));
  await expect(page.getByRole("checkbox", { name: IDENTITY })).toBeChecked();

  // Nothing came into the plan by looking at it.
  await page.getByRole("link", { name: "Back to the arc" }).click();
  await expect(page.getByText("You are looking at December 2008.")).toBeVisible();
  await expect(planned).toHaveCount(before);
  await page.locator("summary").filter({ hasText: "What areas typically do about this" }).click();
  await page.getByRole("link", { name: new RegExp(`^Adapt this.*${SUGGESTED}`) }).click();
  await words.fill("Hold a welcome afternoon each half-term.");
  await page.getByLabel("Lead").fill("Workforce lead");
  await page.getByRole("button", { name: "Add the action" }).click();
  await expect(page.getByText("The action was added.")).toBeVisible();

  await action(page, "Hold a welcome afternoon each half-term.");
  await expect(fact(page, "Round")).toHaveText("December 2008");
  await expect(fact(page, "Arc")).toHaveText(IDENTITY);
  await expect(fact(page, "What was found")).toHaveText(/^Mean \d\.\d from \d+ people$/);
  await expect(fact(page, "What was found since")).toHaveText(/\d\.\d from \d+ people in December 2008, \d\.\d from \d+ people in December 2009\..*no proof/);
  await saved(page);
  await page.reload();
  await expect(fact(page, "What was found since")).toContainText("no proof");
});

test("an action about a statement remembers the statement", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await arc(page, IDENTITY);
  const statement = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: /^Add an action about/ }) }).first();
  const text = (await statement.getByRole("paragraph").first().innerText()).trim();
  const figure = (await statement.getByText(/^Mean \d/).innerText()).match(/^Mean \d\.\d from \d+ people/)![0];
  await statement.getByRole("link", { name: /^Add an action about/ }).click();
  await expect(page.getByText(`“${text}” ${figure}.`)).toBeVisible();
  await expect(page.getByLabel("Action", { exact: true })).toHaveValue("");
  await page.getByLabel("Action", { exact: true }).fill("Ask the teams what would help");
  await page.getByRole("button", { name: "Add the action" }).click();
  await action(page, "Ask the teams what would help");
  await expect(fact(page, "Statement")).toHaveText(text);
  await expect(fact(page, "What was found")).toHaveText(figure);
  await expect(fact(page, "What was found since")).toHaveText("Not asked again yet");
});

test("a plan begins from a template and is taken back as a whole", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await section(page, "Plans");
  const title = page.getByLabel("Title of the plan");
  await page.getByRole("button", { name: "Create the plan" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter the title of the plan");
  await page.getByLabel("A compliance plan").check();
  await expect(title).toHaveValue("Plan for using the One Children’s Workforce Tool");
  await page.getByLabel("A delivery plan").check();
  await expect(title).toHaveValue("Children’s Workforce Delivery Plan");
  await title.fill("Delivery plan 2010 to 2013");
  await page.locator("summary").filter({ hasText: "Shape and period" }).click();
  await expect(page.getByLabel("A strategy")).toBeChecked();
  await page.getByLabel("First day of the plan").fill("2010-04-01");
  await page.getByRole("button", { name: "Create the plan" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter the last day of the plan too");
  await page.getByLabel("Last day of the plan").fill("2013-03-31");
  await page.getByRole("button", { name: "Create the plan" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Delivery plan 2010 to 2013" })).toBeFocused();
  await expect(page.getByText("Integrated working practices", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("Programme agreed with partners").or(page.getByText("A welcome morning each term")).first()).toBeVisible();
  await section(page, "Plans");
  const listed = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Delivery plan 2010 to 2013" }) });
  await expect(listed).toContainText("17 actions, none overdue");
  await page.getByRole("button", { name: /^Undo: create the plan/ }).click();
  await expect(listed).toHaveCount(0);
  await page.getByRole("button", { name: /^Redo/ }).click();
  await expect(listed).toContainText("17 actions, none overdue");
});

test("a plan is signed off, and what changed since is said item by item", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await signing(page);
  const asSigned = page.getByRole("table", { name: "The plan as it was signed on 29 January 2010" });
  const first = /^1 Tell people in every sector/;
  await expect(page.getByRole("table", { name: "What will be signed" }).getByRole("row", { name: first })).toContainText("Communications lead");
  await page.getByLabel("Signed by").fill("");
  await page.getByRole("button", { name: "Sign off", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Enter the role of who signs");
  await page.getByLabel("Signed by").fill("Director of Children’s Services");
  await page.getByLabel("What they want to add").fill("Go ahead.");
  await page.getByRole("button", { name: "Sign off", exact: true }).click();
  await expect(page.getByText("The plan was signed off.")).toBeVisible();
  await signing(page);
  await expect(page.getByText("Signed off by Director of Children’s Services on 29 January 2010. Nothing has changed since.")).toBeVisible();
  await expect(page.getByText("Go ahead.")).toBeVisible();

  await action(page, /Tell people in every sector/);
  await page.getByRole("link", { name: "Change this action" }).click();
  await page.getByLabel("Lead").fill("Press office");
  await page.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByText("The action was changed.")).toBeVisible();
  await signing(page);
  await expect(page.getByText("1 thing has changed since.")).toBeVisible();
  await page.locator("summary").filter({ hasText: "What has changed since it was signed" }).click();
  await expect(page.getByText("the lead was “Communications lead” and is “Press office” now.")).toBeVisible();
  await page.locator("summary").filter({ hasText: "as it was signed" }).click();
  await expect(asSigned.getByRole("row", { name: first })).toContainText("Communications lead");
  await expect(page.getByRole("table", { name: "What will be signed" }).getByRole("row", { name: first })).toContainText("Press office");

  await action(page, /Tell people in every sector/);
  await page.getByRole("button", { name: "Delete this action" }).click();
  await expect(page.getByText("The action was deleted.")).toBeVisible();
  await signing(page);
  await page.locator("summary").filter({ hasText: "What has changed since it was signed" }).click();
  await expect(page.getByText(/^1 “Tell people in every sector .*”: removed\.$/)).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(page.getByText("1 thing has changed since.")).toBeVisible();
});
