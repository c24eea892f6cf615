// Children and families: faces with words, nothing that has to be answered, groups by show of hands, and figures of their own.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { createArea, saved, section } from "./pages";

async function expectAccessible(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect(found, where).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Makes an area with a round that asks children and families, and goes to the page for that. */
async function askChildren(page: Page) {
  await createArea(page, "Fenshire");
  await section(page, "Survey");
  await page.getByLabel("Title").fill("Spring 2027");
  await page.getByRole("button", { name: "Open the round" }).click();
  await page.getByRole("link", { name: "Ask children and families" }).click();
  await page.getByRole("button", { name: "Ask children and families in this round" }).click();
  await expect(page.getByText("What children and families say, 22 statements")).toBeVisible();
}

/** Begins a child's response, up to its first statement. */
async function begin(page: Page) {
  await page.getByRole("button", { name: "Answer with a child or family" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "For the person helping" })).toBeFocused();
  await page.getByRole("link", { name: "Hand it over and start" }).click();
  await expect(page.getByText("Question 1 of 22")).toBeVisible();
}

test("a child answers by the keyboard alone, skips, comes back to the same place and is thanked", async ({ page, open }) => {
  await open(page);
  await askChildren(page);
  await begin(page);
  const first = page.getByRole("heading", { level: 1, name: "The people who help me know me well enough to see what is good for me." });
  await expect(first).toBeFocused();
  await expect(page.getByRole("radio")).toHaveCount(6);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Some of the time" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "Some of the time" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Next" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Question 2 of 22")).toBeVisible();
  await page.getByRole("radio", { name: "I don’t know" }).check();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("Question 3 of 22")).toBeVisible();
  // Whoever skips takes back what they had chosen.
  await page.getByRole("radio", { name: "Mostly" }).check();
  await page.getByRole("button", { name: "Skip" }).click();
  await expect(page.getByText("Question 4 of 22")).toBeVisible();
  await saved(page);
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await expect(page.getByText("Question 3 of 22")).toBeVisible();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);

  await section(page, "Survey");
  // The workforce's page offers nobody a child's response.
  await expect(page.getByText("In progress on this device")).toBeHidden();
  await page.getByRole("link", { name: "Ask children and families" }).click();
  await page.getByRole("link", { name: /^Continue the response begun/ }).click();
  await expect(page.getByText("Question 3 of 22")).toBeVisible();
  for (let at = 3; at <= 22; at++) {
    await expect(page.getByText(`Question ${at} of 22`)).toBeVisible();
    await page.getByRole("button", { name: "Next" }).click();
  }
  await expect(page.getByText("You answered 2 of 22. It is fine to leave some out.")).toBeVisible();
  await page.getByRole("button", { name: "I am finished" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Thank you" })).toBeFocused();
  await page.getByRole("link", { name: "Back to children and families" }).click();
  await expect(page.getByText("1 response", { exact: true })).toBeVisible();

  // It fills nothing of the workforce's, and can be taken back where all responses can.
  await section(page, "Responses", /Responses/);
  await expect(page.getByText("0 responses received.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Child or family/ })).toContainText("2 of 22");
});

test("a group answers by show of hands, and the arc shows it beside the workforce's figures", async ({ page, open }) => {
  await open(page);
  await askChildren(page);
  await page.getByRole("link", { name: "Note the answers of a group" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Answers of a group" })).toBeVisible();
  await page.getByRole("button", { name: "Save the answers of the group" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter how many people were in the group");
  await page.getByLabel("How many people were in the group?").fill("12");
  const first = page.getByRole("group", { name: /know me well enough/ });
  await first.getByLabel("Mostly").fill("9");
  await first.getByLabel("Yes, always").fill("4");
  await page.getByRole("button", { name: "Save the answers of the group" }).click();
  await expect(page.getByRole("alert")).toContainText("13 hands are more than the 12 people there were");
  await page.getByRole("alert").getByRole("link").click();
  await expect(first.getByLabel("Not at all")).toBeFocused();
  await first.getByLabel("Yes, always").fill("3");
  await page.getByLabel("Note (optional)").fill("Youth club, 11 to 14");
  await page.getByRole("button", { name: "Save the answers of the group" }).click();
  await expect(page.getByText("The answers of the group were added.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Youth club/ })).toContainText("12");
  await saved(page);

  await page.goto(page.url().replace(/survey\/.*/, "rainbow/identity"));
  await expect(page.getByRole("heading", { level: 2, name: "What children and families say" })).toBeVisible();
  await expect(page.getByText("1 group with 12 people").first()).toBeVisible();
  await expect(page.getByText("No answers yet").first()).toBeVisible();
  await page.goBack();
  await page.getByRole("button", { name: /^Remove/ }).click();
  await expect(page.getByRole("row", { name: /Youth club/ })).toBeHidden();
  await page.getByRole("alert").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("row", { name: /Youth club/ })).toBeVisible();
});

test("a statement is read aloud where the browser can, and reading stops with the page", async ({ page, open }) => {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.defineProperty(window, "said", { value: said });
    const voice = { speak: (words: SpeechSynthesisUtterance) => said.push(words.text), cancel: () => said.push("(stopped)") };
    Object.defineProperty(window, "speechSynthesis", { value: voice });
  });
  await open(page);
  await askChildren(page);
  await begin(page);
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  await page.getByRole("button", { name: "Read it to me" }).click();
  expect((await said()).at(-1)).toMatch(/^The people who help me know me well .*Not at all\. A little\. .*Yes, always\.$/);
  await page.getByRole("button", { name: "Skip" }).click();
  await expect(page.getByText("Question 2 of 22")).toBeVisible();
  await expect.poll(async () => (await said()).at(-1)).toBe("(stopped)");
});

test("where the browser has no voice, nothing offers one", async ({ page, open }) => {
  await page.addInitScript(() => Object.defineProperty(window, "speechSynthesis", { value: undefined }));
  await open(page);
  await askChildren(page);
  await begin(page);
  await expect(page.getByRole("button", { name: "Next" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Read it to me" })).toBeHidden();
});

for (const width of [320, 1280]) {
  test(`what children see passes axe and is large at ${width} px`, async ({ page, open }) => {
    test.slow();
    await page.setViewportSize({ width: 1280, height: 800 });
    await open(page);
    await askChildren(page);
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible(page, "Ask children and families");
    await page.getByRole("link", { name: "Note the answers of a group" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Answers of a group" })).toBeVisible();
    await expectAccessible(page, "Answers of a group");
    await page.goBack();
    await page.getByRole("button", { name: "Answer with a child or family" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "For the person helping" })).toBeVisible();
    await expectAccessible(page, "For the person helping");
    await page.getByRole("link", { name: "Hand it over and start" }).click();
    await page.getByRole("radio", { name: "Mostly" }).check();
    await expectAccessible(page, "A statement");
    for (const target of [...(await page.getByRole("radio").all()), ...(await page.getByRole("button", { name: /^(Next|Skip)$/ }).all())]) {
      const box = await target.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), "at least 64 px").toBeGreaterThanOrEqual(64);
    }
    await page.goto(page.url().replace(/\/statement\/.*/, "/end"));
    await expectAccessible(page, "The end");
    await page.getByRole("button", { name: "I am finished" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Thank you" })).toBeVisible();
    await expectAccessible(page, "Thank you");
  });
}
