// Paper, tables from other tools and comments: what came in by hand is checked, counted once and shared only after a look.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { createArea, openSample, saved, section } from "./pages";

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`)).toEqual([]);
}

/** An area with an open round, on its Responses page. */
async function openRound(page: Page) {
  await createArea(page, "Fenshire");
  await section(page, "Survey");
  await page.getByLabel("Title").fill("Spring 2027");
  await page.getByRole("button", { name: "Open the round" }).click();
  await expect(page.getByText("Spring 2027").first()).toBeVisible();
  await section(page, "Responses");
}

const csv = "\ufeffReply time;Sector;Staff group;1;2;3;Comments\r\n" +
  "10:12;Schools;Leaders and managers;4;dk;5 – reformed;\"We meet; often\"\r\n" +
  "10:15;Health;Front-line staff and their managers;2;maybe;n/a;\r\n";

test("a table with a bad cell is checked, taken in once and taken back", async ({ page, open }) => {
  await open(page);
  await openRound(page);
  const bring = async () => {
    await page.getByRole("link", { name: /Bring in a table/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: /Bring in a table/ })).toBeVisible();
    await page.getByLabel("Choose a CSV file").setInputFiles({ name: "replies.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await expect(page.getByText("2 rows in 7 columns, parted by semicolons.")).toBeVisible();
  };
  await bring();
  await expect(page.getByText("Row 3, column E ‘2’: “maybe” is no answer")).toBeVisible();
  await expect(page.getByLabel("Read ‘Reply time’ as")).toHaveValue("");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take in 2 responses" }).click();
  const sectors = page.getByRole("table", { name: "Responses by sector" });
  await expect(sectors.getByRole("row", { name: /Schools/ })).toContainText("1");
  await expect(sectors.getByRole("row", { name: /Health/ })).toContainText("1");
  await saved(page);

  await bring();
  await expect(page.getByText("A table with these columns was taken in before")).toBeVisible();
  await expect(page.getByText("There is nothing new in this table.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Take in/ })).toHaveCount(0);
  // A word is told once, and corrects the row that is here.
  await page.getByLabel("‘maybe’ (1 time)").selectOption({ label: "3" });
  await expect(page.getByText("1 read otherwise than before")).toBeVisible();
  await page.getByRole("button", { name: "Take in 1 response" }).click();
  await expect(sectors.getByRole("row", { name: /Health/ })).toContainText("1");

  await page.getByRole("button", { name: "Undo" }).first().click();
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(page.getByText("No responses yet.")).toBeVisible();
});

test("paper forms are typed in by the keyboard alone, and nothing is lost when the tab goes", async ({ page, open }) => {
  await open(page);
  await openRound(page);
  await page.getByRole("link", { name: "Type in paper forms" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /Type in paper forms/ })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "Sector" }).focus();
  await page.keyboard.type("Sch");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Lead");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Primary school");
  await page.keyboard.press("Enter");
  const first = page.getByRole("button", { name: /^1 One workforce/ });
  await expect(page.getByLabel("Answer to 1", { exact: true })).toBeFocused();
  await page.keyboard.press("4");
  await expect(page.getByLabel("Answer to 2", { exact: true })).toBeFocused();
  await expect(first).toContainText("4");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("c");
  await expect(page.getByLabel("Comment on 1")).toBeFocused();
  await page.keyboard.type("Since we share a building");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Answer to 1", { exact: true })).toBeFocused();
  await page.keyboard.press("5");
  await page.keyboard.press("d");
  await page.keyboard.press("n");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Answer to 5", { exact: true })).toBeFocused();
  await saved(page);

  await page.reload();
  await expect(first).toContainText("5");
  await expect(page.getByRole("textbox", { name: "Organisation" })).toHaveValue("Primary school");
  await expect(page.getByRole("combobox", { name: "Sector" })).toHaveValue("1");
  const key = page.getByLabel("Answer to 4", { exact: true });
  await expect(key).toBeVisible();
  await key.focus();
  for (let at = 4; at <= 60; at++) await page.keyboard.press("3");
  await expect(page.getByRole("heading", { name: /^End of the form/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 form typed in.")).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Sector" })).toBeFocused();
  await expect(first).not.toContainText("5");

  // The same by touch: buttons do what the keys do.
  await page.getByRole("group", { name: "Answers" }).getByRole("button", { name: "2", exact: true }).click();
  await page.getByRole("button", { name: "Finish this form" }).click();
  await expect(page.getByText("2 forms typed in.")).toBeVisible();
  await page.getByRole("button", { name: "Finish this form" }).click();
  await expect(page.getByText("Nothing was typed in yet.")).toBeVisible();
  await saved(page);
  await section(page, "Responses");
  await expect(page.getByRole("table", { name: "Responses by sector" }).getByRole("row", { name: /Schools/ })).toContainText("1");
  await expect(page.getByText(/^2 responses received/)).toBeVisible();
});

test("a comment is shared only after a look, and in the words that were chosen", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await section(page, "Responses");
  await page.getByRole("link", { name: /^Comments/ }).click();
  await expect(page.getByText("10 comments wait for you.")).toBeVisible();
  await expectAccessible(page);
  const comment = page.getByRole("article").filter({ hasText: "Somebody always stays behind to talk it over." });
  await comment.focus();
  await page.keyboard.press("r");
  await page.getByLabel("What may be shared in its place").fill("People stay because they are listened to.");
  await page.getByRole("button", { name: "Save these words" }).click();
  await expect(page.getByText("9 comments wait for you.")).toBeVisible();
  // The original stays here, beside what is shared.
  await expect(comment).toContainText("Shared in its place: People stay because they are listened to.");
  const hidden = page.getByRole("article").filter({ hasText: "Is there a plan?" });
  await hidden.focus();
  await page.keyboard.press("h");
  await expect(page.getByText("8 comments wait for you.")).toBeVisible();
  await saved(page);

  await section(page, "Rainbow", /./);
  await page.getByRole("table", { name: "The rainbow as a table" }).getByRole("link", { name: /^Capacity/ }).click();
  await expect(page.getByRole("heading", { name: "Comments that may be shared" })).toBeVisible();
  await expect(page.getByText("People stay because they are listened to.")).toBeVisible();
  await expect(page.getByText("Somebody always stays behind")).toHaveCount(0);
  await expect(page.getByText("Not this winter.")).toHaveCount(0);
});
