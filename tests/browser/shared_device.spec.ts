// A device that many people answer on: each starts clean, nobody comes to another's answers, and only the word ends it.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { createArea, saved, section } from "./pages";

const WORD = "Marigold";

/** Makes an area with a round and lets people answer on this device. */
async function share(page: Page, who = "People who work with children") {
  await createArea(page, "Fenshire");
  await section(page, "Survey");
  await page.getByLabel("Title").fill("Spring 2027");
  await page.getByRole("button", { name: "Open the round" }).click();
  await page.getByRole("link", { name: "Use this device for many people" }).click();
  await page.getByRole("radio", { name: who }).check();
  await page.getByLabel("Your word", { exact: true }).fill(WORD);
  await page.getByLabel("Your word again").fill(WORD);
  await page.getByRole("button", { name: "Use this device for many people" }).click();
  await expect(page.getByText("Nobody has answered on this device yet")).toBeVisible();
  await saved(page);
}

/** What a person must never see while the device is shared. */
async function expectNothingElse(page: Page) {
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  await expect(page.getByRole("banner").getByRole("button")).toHaveCount(0);
}

/** Answers one statement of the first theme and goes to the last page. */
async function answerOne(page: Page) {
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "About you" })).toBeFocused();
  await expectNothingElse(page);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("radio", { name: "4", exact: true }).first().check();
  await expect(page.getByText(/^1 of \d+ answered on this page/)).toBeVisible();
  await expectNothingElse(page);
  await toCheck(page);
}

/** Goes from a theme of the response, which may only just be opening, to its last page. */
async function toCheck(page: Page) {
  await page.waitForURL(/\/theme\//);
  await page.goto(page.url().replace(/\/theme\/.*/, "/check"));
  await expect(page.getByRole("heading", { level: 1, name: "Check your answers" })).toBeVisible();
}

async function finish(page: Page) {
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Thank you" })).toBeFocused();
}

test("the word is asked twice and kept nowhere", async ({ page, open }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await section(page, "Survey");
  await page.getByLabel("Title").fill("Spring 2027");
  await page.getByRole("button", { name: "Open the round" }).click();
  await page.getByRole("link", { name: "Use this device for many people" }).click();
  const press = () => page.getByRole("button", { name: "Use this device for many people" }).click();
  await press();
  await expect(page.getByRole("alert")).toContainText("Enter a word that you will remember");
  await page.getByLabel("Your word", { exact: true }).fill(WORD);
  await page.getByLabel("Your word again").fill("Mangold");
  await press();
  await expect(page.getByRole("alert")).toContainText("Enter the same word twice");
  await page.getByLabel("Your word again").fill(WORD);
  await press();
  await expect(page.getByText("Nobody has answered on this device yet")).toBeVisible();
  await saved(page);
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(kept).toContain("shared-device");
  expect(kept).not.toContain(WORD);
});

test("two people answer one after the other, and neither Back, reload nor an address leads to the first one's answers", async ({ page, open }) => {
  test.slow();
  await open(page);
  await share(page);
  await expectNothingElse(page);
  await answerOne(page);
  const first = page.url();
  await finish(page);
  await page.keyboard.press("Space");
  await expect(page.getByText("1 person has answered on this device")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Survey: Spring 2027" })).toBeFocused();

  const start = page.getByRole("button", { name: "Start" });
  for (const _ of [1, 2, 3]) {
    await page.goBack();
    await expect(start).toBeVisible();
    await expect(page.getByRole("radio")).toHaveCount(0);
  }
  for (const address of [first, first.replace("/check", ""), first.replace(/#.*/, "#/"), first.replace(/survey\/.*/, "responses"), first.replace(/survey\/.*/, "files")]) {
    await page.goto(address);
    await expect(start).toBeVisible();
    await expectNothingElse(page);
  }
  await page.reload();
  await expect(start).toBeVisible();
  await page.goto(first.replace(/#.*/, "#/"));
  await page.reload();
  await expect(page.getByText("1 person has answered on this device")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("1 person has answered on this device")).toBeVisible();

  await answerOne(page);
  await expect(page.getByRole("listitem").filter({ hasText: /^(?!.*not answered)/ })).toHaveCount(0);
  await finish(page);
  await page.getByRole("button", { name: "Back to the start" }).click();
  await expect(page.getByText("2 people have answered on this device")).toBeVisible();

  await page.getByText("For the facilitator").click();
  await page.getByLabel("Your word").fill("Mangold");
  await page.getByRole("button", { name: "Stop using this device for many people" }).click();
  await expect(page.getByRole("alert")).toContainText("That is not the word");
  await page.getByLabel("Your word").fill(WORD);
  await page.getByRole("button", { name: "Stop using this device for many people" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Survey" })).toBeVisible();
  await section(page, "Responses", /Responses/);
  await expect(page.getByText("2 responses received.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("2 responses received.")).toBeVisible();
});

test("who leaves midway is asked, then set aside for the facilitator alone", async ({ page, open }) => {
  await page.clock.install();
  await open(page);
  await share(page);
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("radio", { name: "4", exact: true }).first().check();
  await saved(page);
  await page.clock.runFor(121_000);
  const question = page.getByRole("heading", { level: 1, name: "Are you still answering?" });
  await expect(question).toBeFocused();
  await page.getByRole("button", { name: "Yes, go on" }).click();
  await expect(page.getByRole("radio", { name: "4", exact: true }).first()).toBeChecked();
  await page.clock.runFor(121_000);
  await expect(question).toBeVisible();
  await page.clock.runFor(31_000);
  await expect(page.getByText("Nobody has answered on this device yet")).toBeVisible();
  await expect(page.getByText(/Continue/)).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole("button", { name: "Start" })).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(0);

  // Whoever goes back to the start is asked at once, and what they began is put away when somebody starts anew.
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "About you" })).toBeVisible();
  await page.goBack();
  await expect(question).toBeVisible();
  await page.getByRole("button", { name: "No, start anew" }).click();
  await expect(page.getByRole("button", { name: "Start" })).toBeVisible();

  await page.getByText("For the facilitator").click();
  await page.getByLabel("Your word").fill(WORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Survey" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Continue the response begun/ })).toHaveCount(2);
});

test("children answer on a shared device with faces, and the thanks go by themselves", async ({ page, open }) => {
  await page.clock.install();
  await open(page);
  await share(page, "Children, young people and families");
  await expect(page.getByRole("heading", { level: 1, name: "What do you think?" })).toBeVisible();
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("link", { name: "Hand it over and start" }).click();
  await page.getByRole("radio", { name: "Yes, always" }).check();
  await page.goto(page.url().replace(/\/statement\/.*/, "/end"));
  await page.getByRole("button", { name: "I am finished" }).click();
  await expect(page.getByText("Hand the device on to the next person.")).toBeVisible();
  await page.clock.runFor(16_000);
  await expect(page.getByText("1 person has answered on this device")).toBeVisible();
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("link", { name: "Hand it over and start" }).click();
  await expect(page.getByText("Question 1 of 22")).toBeVisible();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
});

test("every screen of a shared device passes axe and fits at 320 px", async ({ page, open }) => {
  test.slow();
  const look = async (where: string) => {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 720 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id), where).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, where).toBeLessThanOrEqual(0);
    }
  };
  await open(page);
  await createArea(page, "Fenshire");
  await section(page, "Survey");
  await page.getByLabel("Title").fill("Spring 2027");
  await page.getByRole("button", { name: "Open the round" }).click();
  await page.getByRole("link", { name: "Use this device for many people" }).click();
  await look("Setting it up");
  await page.getByLabel("Your word", { exact: true }).fill(WORD);
  await page.getByLabel("Your word again").fill(WORD);
  await page.getByRole("button", { name: "Use this device for many people" }).click();
  await page.getByText("For the facilitator").click();
  await look("Start");
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await toCheck(page);
  await look("Check your answers");
  await page.goto(page.url().replace(/survey\/.*/, "overview"));
  await expect(page.getByRole("heading", { level: 1, name: "Are you still answering?" })).toBeVisible();
  await look("Are you still answering?");
  await page.getByRole("button", { name: "Yes, go on" }).click();
  await toCheck(page);
  await finish(page);
  await look("Thank you");
});
