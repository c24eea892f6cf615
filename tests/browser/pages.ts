// What a person does on more than one page, in the words of the screen.
import { expect, type Page } from "@playwright/test";

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
