// Files: export here, import in another profile; bad input is named and changes nothing.
import { expect, test } from "./support";
import { chooseFiles, createArea, download, openSample, section } from "./pages";

test("a colleague opens the file in another profile and sees the same area", async ({ page, open, browser, baseURL }) => {
  await open(page);
  await openSample(page);
  await section(page, "Files");
  const file = await download(page, "Export");
  expect(file.name).toMatch(/^rainbow-.*\.json$/);
  expect(JSON.parse(file.text)).toMatchObject({ format: "rainbow", version: 1, kind: "workspace" });

  const colleague = await (await browser.newContext({ offline: baseURL?.startsWith("file:") })).newPage();
  await open(colleague);
  await chooseFiles(colleague, file);
  await expect(colleague.getByRole("heading", { name: "What these files would change" })).toBeVisible();
  await colleague.getByRole("button", { name: /^Open / }).click();
  await expect(colleague.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await expect(colleague.getByText("54 responses received, 45 required")).toBeVisible();
  await section(colleague, "Files");
  const again = await download(colleague, "Export");
  expect(JSON.parse(again.text).data).toEqual(JSON.parse(file.text).data);

  // What is here already brings nothing.
  await chooseFiles(colleague, file);
  await expect(colleague.getByText("Everything in this file is here already")).toBeVisible();
});

test("an import can be undone", async ({ page, open, browser, baseURL }) => {
  await open(page);
  await createArea(page, "Marshire");
  await section(page, "Files");
  const before = await download(page, "Export");
  const other = await (await browser.newContext({ offline: baseURL?.startsWith("file:") })).newPage();
  await open(other);
  await chooseFiles(other, before);
  await other.getByRole("button", { name: "Open Marshire" }).click();
  await section(other, "Survey");
  await other.getByLabel("Title").fill("Spring");
  await other.getByRole("button", { name: "Open the round" }).click();
  await section(other, "Files");
  const after = await download(other, "Export");

  await chooseFiles(page, after);
  await page.getByRole("button", { name: "Add to Marshire" }).click();
  await expect(page.getByText("The files were taken in.")).toBeVisible();
  await expect(page.getByText("Spring, open since")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Spring, open since")).toBeHidden();
});

test("bad files are named in one sentence each and change nothing", async ({ page, open }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await section(page, "Files");
  const good = await download(page, "Export");
  const bad = [
    { name: "page.json", text: "<!doctype html><title>Sign in</title>", says: "This is a web page" },
    { name: "half.json", text: good.text.slice(0, good.text.length / 2), says: "it ends in the middle" },
    { name: "newer.json", text: good.text.replace('"version": 1', '"version": 9'), says: "made by a newer Rainbow" },
    { name: "other.json", text: '{"name": "something"}', says: "comes from another program" },
    { name: "deep.json", text: "[".repeat(100_000), says: "comes from another program" },
    { name: "letter.json", text: "Dear colleague", says: "can’t be read at line 1" },
    { name: "empty.json", text: "", says: "This file is empty" },
    { name: "picture.png", text: Buffer.from([0x89, 0x50, 0xff, 0xfe]), says: "This is not a Rainbow file" },
  ];
  await chooseFiles(page, ...bad);
  for (const { name, says } of bad) {
    const heading = page.getByRole("heading", { name, exact: true });
    await expect(heading).toBeVisible();
    await expect(page.locator("h3", { hasText: name }).locator("+ *")).toContainText(says);
  }
  await expect(page.getByRole("button", { name: /^Add to/ })).toBeHidden();
  await page.getByRole("button", { name: "Close" }).click();
  const after = await download(page, "Export");
  expect(JSON.parse(after.text).data).toEqual(JSON.parse(good.text).data);
});

test("a file dropped on any page is shown before anything is changed", async ({ page, open }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await section(page, "Files");
  const file = await download(page, "Export");
  await section(page, "Overview");
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "dropped.json", { type: "application/json" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, file.text);
  await expect(page.getByRole("heading", { name: "dropped.json" })).toBeVisible();
  await expect(page.getByText("Everything in this file is here already")).toBeVisible();
});

test("an area can be removed from a shared computer", async ({ page, open }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await section(page, "Files");
  await page.getByRole("button", { name: "Remove this area from this device" }).click();
  await page.getByRole("button", { name: "Yes, remove it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Rainbow" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Rainbow" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Fenshire" })).toBeHidden();
});

test("an area that is removed in one tab closes in the others, and comes back only from a file", async ({ page, open, context }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await section(page, "Files");
  const file = await download(page, "Export");
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole("heading", { level: 1, name: "Files" })).toBeVisible();
  await page.getByRole("button", { name: "Remove this area from this device" }).click();
  await page.getByRole("button", { name: "Yes, remove it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Rainbow" })).toBeVisible();
  await expect(other.getByText("This area was removed from this device in another tab.")).toBeVisible();
  await expect(other.getByRole("heading", { level: 1, name: "Rainbow" })).toBeVisible();

  await chooseFiles(other, file);
  await other.getByRole("button", { name: "Open Fenshire" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await expect(other.getByRole("banner").getByText("Saved on this device")).toBeVisible();
  await other.reload();
  await expect(other.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
});
