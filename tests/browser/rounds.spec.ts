// Several rounds: every page begins with the latest, the others are there to look back on, and the next can be opened.
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { openSample, saved, section } from "./pages";

/** The list of rounds on a page. */
function rounds(page: Page) {
  return page.getByLabel("Round", { exact: true });
}

/** Chooses a round as a person at the keyboard does, who stays on the list. */
async function choose(page: Page, title: string) {
  await rounds(page).focus();
  await rounds(page).selectOption(title);
  await expect(rounds(page)).toBeFocused();
}

test("a section begins with the latest round, and an earlier one that is chosen stays with its links", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await expect(page.getByText("December 2009, closed on 18 December 2009")).toBeVisible();
  await expect(page.getByText("54 responses received, 45 required")).toBeVisible();
  const latest = () => expect(rounds(page).locator("option:checked")).toHaveText("December 2009");

  await section(page, "Survey");
  await latest();
  await expect(page.getByText("60 statements in 8 themes")).toBeVisible();
  await expect(page.getByText(/^This round is closed: nobody is asked any more\./)).toBeVisible();
  await expect(page.getByRole("button", { name: "Answer the survey" })).toBeHidden();
  await expect(page.getByRole("heading", { name: "Hand it out" })).toBeHidden();
  await expect(page.getByRole("link", { name: "Design a survey", exact: true })).toBeVisible();
  await choose(page, "December 2008");
  await expect(page.getByText("56 statements in 8 themes")).toBeVisible();
  await expect(page.getByText("Closed on 19 December 2008")).toBeVisible();
  await expect(page.getByRole("button", { name: "Answer the survey" })).toBeHidden();
  await page.getByRole("link", { name: "its results on the rainbow" }).click();
  await expect(page.getByText("You are looking at December 2008. The latest round is December 2009.")).toBeVisible();
  await section(page, "Survey");

  await section(page, "Responses", /Responses/);
  await latest();
  await choose(page, "December 2008");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("December 2008");
  await expect(page.getByText("38 responses received, 45 required. The round was closed 7 short.")).toBeVisible();
  await expect(page.getByText("Only 1 response from Voluntary and community.")).toBeVisible();

  await section(page, "Rainbow", /rainbow/i);
  await latest();
  const capacity = page.getByRole("table", { name: "The rainbow as a table" }).getByRole("row", { name: /Capacity to deliver/ });
  await expect(capacity.getByRole("cell").first()).toHaveText("3.1");
  await choose(page, "December 2008");
  await expect(capacity.getByRole("cell").first()).toHaveText("3.4");
  await expect(page.getByText(/^December 2008\. 38 responses, 45 required\. Closed on 19 December 2008\..* The targets are those that count today\.$/)).toBeVisible();

  // What was chosen goes along with the link, stays in the address, and comes back with the way back.
  await capacity.getByRole("link", { name: /^Capacity/ }).click();
  await expect(page.getByText("3.4 of 5, from 35 people")).toBeVisible();
  await expect(page.getByText("You are looking at December 2008. The latest round is December 2009.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("3.4 of 5, from 35 people")).toBeVisible();
  await choose(page, "December 2009");
  await expect(page.getByText("3.1 of 5, from 50 people")).toBeVisible();
  await expect(page.getByText("You are looking at")).toBeHidden();
  await choose(page, "December 2008");
  await page.reload();
  await expect(page.getByText("3.4 of 5, from 35 people")).toBeVisible();
  await page.getByRole("link", { name: "Back to the rainbow" }).click();
  await expect(capacity.getByRole("cell").first()).toHaveText("3.4");
});

test("after a closed round the next one is opened, and the report still shows the closed one", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await section(page, "Survey");
  // Whoever chose the round on the screen still sees the one that they open next.
  await choose(page, "December 2008");
  await choose(page, "December 2009");
  await page.getByText("Open the next round", { exact: true }).click();
  await page.getByRole("button", { name: "Open the round", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Enter a title for the round");
  await page.getByLabel("Title of the round").fill("December 2010");
  await page.getByRole("button", { name: "Open the round", exact: true }).click();
  await expect(page.getByText("The round is open.")).toBeVisible();
  await saved(page);
  await expect(rounds(page).locator("option:checked")).toHaveText("December 2010");
  await expect(page.getByText("Open: responses are being gathered")).toBeVisible();
  await expect(page.getByText("Open the next round", { exact: true })).toBeHidden();

  await section(page, "Responses", /Responses/);
  await expect(page.getByText("0 responses received.")).toBeVisible();
  await section(page, "Reports");
  await page.getByRole("link", { name: "Executive progress report" }).first().click();
  await expect(page.getByText("The round “December 2010”")).toBeVisible();
  await expect(page.getByRole("heading", { name: /The rainbow, December 2009/ })).toBeVisible();

  await section(page, "Survey");
  await choose(page, "December 2009");
  await expect(page.getByText("Closed on 18 December 2009")).toBeVisible();
  await expect(page.getByText("Open the next round", { exact: true })).toBeHidden();
});
