// Tabs that crash, and tabs that are reloaded in the middle of saving: no edit is lost.
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { beginAnswering, saved } from "./pages";

const score = (page: Page, statement: number, value: string) =>
  page.getByRole("group").nth(statement).getByRole("radio", { name: value, exact: true });

/** Makes IndexedDB confirm what it never wrote, so that localStorage alone can have it. */
const forgetfulDatabase = () => {
  IDBObjectStore.prototype.put = function () {
    return this.count() as IDBRequest<never>;
  };
};

/** Crashes the tab and opens another at the same place. */
async function crash(page: Page): Promise<Page> {
  const crashed = page.waitForEvent("crash");
  const cdp = await page.context().newCDPSession(page);
  // A tab that has crashed gives no answer.
  cdp.send("Page.crash").catch(() => {});
  await crashed;
  const other = await page.context().newPage();
  await other.goto(page.url());
  return other;
}

test("a tab that crashes right after Saved has lost nothing", async ({ page, open }) => {
  await open(page);
  await beginAnswering(page, "Fenshire");
  await score(page, 0, "4").check();
  await saved(page);
  const other = await crash(page);
  await expect(score(other, 0, "4")).toBeChecked();
});

test("a tab that crashes straight after a click has the answer, from localStorage alone", async ({ page, open }) => {
  await open(page);
  await beginAnswering(page, "Fenshire");
  await page.evaluate(forgetfulDatabase);
  const crashed = page.waitForEvent("crash");
  const cdp = await page.context().newCDPSession(page);
  const answer = score(page, 0, "4");
  await answer.evaluate((radio: HTMLInputElement) => radio.click());
  cdp.send("Page.crash").catch(() => {});
  await crashed;
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(score(other, 0, "4")).toBeChecked();
});

for (const { title, setUp } of [
  { title: "a reload in the middle of saving loses nothing", setUp: () => {} },
  { title: "a reload in the middle of saving loses nothing that localStorage alone has", setUp: forgetfulDatabase },
]) {
  test(title, async ({ page, open }) => {
    await open(page);
    await beginAnswering(page, "Fenshire");
    for (let at = 0; at < 5; at++) {
      await page.evaluate(setUp);
      const value = `${1 + at}`;
      const again = page.waitForEvent("load");
      await score(page, at, value).evaluate((radio: HTMLInputElement) => {
        radio.click();
        location.reload();
      });
      await again;
      await expect(score(page, at, value)).toBeChecked();
    }
  });
}
