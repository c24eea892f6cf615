// What IndexedDB and localStorage hold: damage is mended once and said, and what closed tabs left becomes one entry a record.
import { type Page } from "@playwright/test";
import { expect, test } from "./support";
import { createArea, saved, section } from "./pages";

type Kept = Record<string, string>;

/** All of Rainbow's entries in IndexedDB. */
const durable = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<Kept>((resolve, reject) => {
        const opening = indexedDB.open("rainbow");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const entries = opening.result.transaction("entries").objectStore("entries");
          const keys = entries.getAllKeys();
          const texts = entries.getAll();
          texts.onsuccess = () => {
            opening.result.close();
            resolve(Object.fromEntries(keys.result.map((key, at) => [String(key), String(texts.result[at])])));
          };
        };
      }),
  );

/** Writes a text under some keys of IndexedDB. */
const overwrite = (page: Page, keys: string[], text: string) =>
  page.evaluate(
    ([keys, text]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("rainbow");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction("entries", "readwrite");
          for (const key of keys) writing.objectStore("entries").put(text, key);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [keys, text] as const,
  );

const quick = (page: Page) =>
  page.evaluate(() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith("rainbow/"))) as Kept);

const records = (kept: Kept) => Object.keys(kept).map((key) => key.split("/")[2]);

async function openRound(page: Page, title: string) {
  await section(page, "Survey");
  await page.getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Open the round" }).click();
  await expect(page.getByText(title).first()).toBeVisible();
  await saved(page);
}

const putBack = /put back from the other/;

test("a damaged entry is mended from the other store, which is said once", async ({ page, open }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await openRound(page, "Spring 2027");
  await overwrite(page, Object.keys(await durable(page)), "[{");
  await page.reload();
  await expect(page.getByText(putBack)).toBeVisible();
  expect(Object.values(await durable(page))).not.toContain("[{");
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("rainbow/")) localStorage.removeItem(key);
  });
  await page.reload();
  await expect(page.getByText(putBack)).toBeVisible();
  expect(new Set(records(await quick(page)))).toEqual(new Set(records(await durable(page))));
  await page.reload();
  await expect(page.getByText("Spring 2027").first()).toBeVisible();
  await expect(page.getByText(putBack)).toHaveCount(0);
});

test("what closed tabs left is folded into one entry a record", async ({ page, open }) => {
  await open(page);
  await createArea(page, "Fenshire");
  const kept = await durable(page);
  const [key, text] = Object.entries(kept)[0];
  for (const replica of ["00000000000000aa", "00000000000000bb"]) {
    await overwrite(page, [key.replace(/[^/]*$/, replica)], text);
  }
  await page.reload();
  await expect.poll(async () => Object.keys(await durable(page)).length).toBe(1);
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
});
