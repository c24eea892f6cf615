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

/** Makes an area of one's own. */
export async function createArea(page: Page, name: string) {
  await page.getByLabel("Name of the area").fill(name);
  await page.getByRole("button", { name: "Create the area" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await saved(page);
}

/** Waits until the app says that everything is kept. */
export async function saved(page: Page) {
  await expect(page.getByRole("banner").getByText("Saved on this device")).toBeVisible();
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
