// What a person does on more than one page, in the words of the screen.
import { expect, type Browser, type Page } from "@playwright/test";
import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

/** Opens the sample area from the start page. */
export async function openSample(page: Page) {
  await page.getByRole("button", { name: "Try it with sample data" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
}

/** Goes to a section by the navigation. */
export async function section(page: Page, name: string, heading: string | RegExp = name) {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
}

/** Makes an area of one's own, in a browser that then says this about keeping it. */
export async function createArea(page: Page, name: string, keeping?: string) {
  await page.getByLabel("Name of the area").fill(name);
  await page.getByRole("button", { name: "Create the area" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await saved(page, keeping);
}

/** Waits until the app says that everything is kept, or how else it is. */
export async function saved(page: Page, keeping = "Saved on this device") {
  await expect(page.getByRole("banner").getByText(keeping)).toBeVisible();
}

/** Presses a button that makes a file, and gives the file's name and text. */
export async function download(page: Page, button: string | RegExp): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const file = await coming;
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  return { name: file.suggestedFilename(), text: Buffer.concat(chunks).toString("utf8") };
}

/** Chooses files by the control of the page. */
export async function chooseFiles(page: Page, ...files: { name: string; text: string | Buffer }[]) {
  await page.getByLabel("Choose files").setInputFiles(
    files.map(({ name, text }) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) })),
  );
}

/** Makes an area with a round and begins a response, up to the statements of the first theme. */
export async function beginAnswering(page: Page, name: string, keeping?: string) {
  await createArea(page, name, keeping);
  await section(page, "Survey");
  await page.getByLabel("Title").fill("Spring 2027");
  await page.getByRole("button", { name: "Open the round" }).click();
  await page.getByRole("button", { name: "Answer the survey" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "About you" })).toBeVisible();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText(/^Theme 1 of/)).toBeVisible();
  await saved(page, keeping);
}

/** Adds an action to the open area's plan: by the keyboard, because a click waits for frames that a tab behind another seldom gets. */
export async function addAction(page: Page, words: string) {
  await page.goto(page.url().replace(/(#\/area\/[^/]+\/).*/, "$1plans/new-action"));
  await expect(page.getByRole("heading", { level: 1, name: "Add an action" })).toBeFocused();
  await page.getByLabel("Action", { exact: true }).fill(words);
  await page.getByRole("button", { name: "Add the action" }).press("Enter");
  await expect(page.getByRole("treegrid", { name: /Action Plan/ }).getByRole("row", { name: words })).toBeVisible();
}

/** Makes the file that tables get, and gives its address. */
export async function fileForTables(page: Page, name: string, path: string): Promise<string> {
  const file = await download(page, "Make the file for the tables");
  expect(file.name).toBe(name);
  await writeFile(path, file.text);
  return pathToFileURL(path).href;
}

/** A table's device, which has no network, with what it does begun. */
export async function seated(browser: Browser, file: string, table: string, start: string): Promise<Page> {
  const context = await browser.newContext({ offline: true, locale: "en-GB", timezoneId: "Europe/London" });
  const page = await context.newPage();
  await page.goto(file);
  await page.getByLabel("Which table are you?").fill(table);
  await page.getByRole("button", { name: start }).click();
  return page;
}

/** Takes in what tables gave back. */
export async function takeIn(page: Page, files: { name: string; text: string }[]) {
  const chosen = files.map(({ name, text }) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) }));
  await expect(page.getByLabel("Take in the tables’ files")).toBeVisible();
  await page.getByLabel("Take in the tables’ files").setInputFiles(chosen);
  await page.getByRole("button", { name: /^Add to Fenshire/ }).click();
  await expect(page.getByRole("heading", { name: "What these files would change" })).toBeHidden();
}

/** Steps through a projector view of so many slides: type of 28 px and more, nothing that scrolls, each slide by a key. */
export async function expectForAHall(page: Page, slides: number) {
  for (let slide = 1; slide <= slides; slide += 1) {
    await expect(page.getByText(`${slide} of ${slides}`)).toBeVisible();
    const found = await page.evaluate(() => {
      const main = document.querySelector("main")!;
      const texts = [...main.querySelectorAll("*")].filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()));
      const seen = texts.filter((one) => !one.closest(".govuk-visually-hidden"));
      const steps = [...main.querySelectorAll("button")].map((one) => one.getBoundingClientRect().bottom);
      const below = seen.filter((one) => !one.closest("button")).map((one) => one.getBoundingClientRect().bottom);
      return {
        smallest: Math.min(...seen.map((one) => parseFloat(getComputedStyle(one).fontSize))),
        over: [main.scrollHeight - main.clientHeight, main.scrollWidth - main.clientWidth],
        lowest: Math.max(...steps, ...below) <= innerHeight,
      };
    });
    expect(found.smallest, `slide ${slide}`).toBeGreaterThanOrEqual(28);
    expect([...found.over, found.lowest], `slide ${slide} scrolls`).toEqual([0, 0, true]);
    if (slide < slides) await page.keyboard.press("ArrowRight");
  }
}
