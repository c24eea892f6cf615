// The survey as a link: copied where Rainbow is on a site, followed in another profile, and harmless where it is damaged.
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { createArea, download, saved, section } from "./pages";

/** Makes an area with an open round and gives the link to its survey. */
async function copyLink(page: Page): Promise<string> {
  await createArea(page, "Fenshire");
  await section(page, "Survey");
  await page.getByLabel("Title").fill("Spring 2027");
  await page.getByRole("button", { name: "Open the round" }).click();
  await page.getByRole("button", { name: "Copy the link to the survey" }).click();
  await expect(page.getByText("The link was copied.")).toBeVisible();
  return await page.evaluate(() => navigator.clipboard.readText());
}

test("who follows the link answers and saves a response file", { tag: "@http" }, async ({ page, open, context, browser }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  const link = await copyLink(page);
  expect(link.length, "the standard questions are not in the link").toBeLessThan(2_000);
  expect(await page.getByRole("main").getByRole("link", { name: link }).getAttribute("href")).toBe(link);

  // A phone, with the full stop that a mail program took for a part of the link.
  const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "en-GB", timezoneId: "Europe/London" });
  const theirs = await phone.newPage();
  await theirs.goto(`${link}.`);
  await expect(theirs.getByRole("heading", { level: 1, name: "Survey: Spring 2027" })).toBeVisible();
  expect(theirs.url()).not.toContain("answer/");
  await theirs.getByRole("button", { name: "Start" }).click();
  await theirs.getByRole("button", { name: "Continue" }).click();
  await theirs.getByRole("main").getByRole("group").first().getByRole("radio", { name: "4", exact: true }).check();
  await saved(theirs);
  await expect(theirs.getByRole("navigation", { name: "Rainbow" })).toHaveCount(0);

  // Followed again another day, the link leads to what was begun.
  await theirs.goto("about:blank");
  await theirs.goto(link);
  await theirs.getByRole("link", { name: /^Continue the response begun/ }).click();
  await expect(theirs.getByRole("radio", { name: "4", exact: true }).first()).toBeChecked();
  await theirs.goto(theirs.url().replace(/theme\/.*/, "check"));
  expect((await download(theirs, "Save your response file")).name).toMatch(/^rainbow-response-/);
  await phone.close();

  // In the browser of the coordinator the link changes nothing.
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: /Survey$/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Make the survey file" })).toBeVisible();
});

test("a link that was cut says so", { tag: "@http" }, async ({ page, open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  const link = await copyLink(page);
  for (const damaged of [link.slice(0, -40), link.replace(/answer\/.*/, "answer/x"), `${link}${link}`]) {
    await page.goto("about:blank");
    await page.goto(damaged);
    const heading = page.getByRole("heading", { level: 1, name: /This link can’t be opened|Page not found/ });
    await expect(heading).toBeVisible();
  }
  await page.getByRole("link", { name: "Go to the start" }).click();
  await expect(page.getByRole("link", { name: "Fenshire" })).toBeVisible();
});
