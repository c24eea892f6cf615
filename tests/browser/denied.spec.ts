// Stores that are denied, full or failing: what still keeps the work keeps it, and what is at risk is said on every page.
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { addAction, beginAnswering, chooseFiles, createArea, download, openSample, saved, section } from "./pages";

const sections = ["Overview", "Survey", "Responses", "Rainbow", "Plans", "Exercises", "Reports", "Files"];

/** Looks at every section, and at the page of the statements. */
async function onEveryPage(page: Page, look: () => Promise<void>) {
  for (const name of sections) {
    await section(page, name, /./);
    await look();
  }
  await section(page, "Survey");
  await page.getByRole("link", { name: /^Continue the response begun/ }).click();
  await expect(page.getByRole("group").first()).toBeVisible();
  await look();
}

const score = (page: Page) => page.getByRole("group").first().getByRole("radio", { name: "4", exact: true });

/** What a browser may do in place of letting a page use a store. Each runs before the app does. */
const noQuick = {
  "localStorage is denied": () => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("denied", "SecurityError"); } });
  },
  "localStorage is missing": () => {
    Object.defineProperty(window, "localStorage", { get: () => null });
  },
  "localStorage refuses all that is written": () => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  },
  "localStorage is full": () => {
    for (let size = 1 << 22; size >= 1; size >>= 1) {
      try {
        for (let at = 0; ; at++) localStorage.setItem(`another page's ${size} ${at}`, "x".repeat(size));
      } catch {
        // On with less.
      }
    }
  },
};
const noDurable = {
  "IndexedDB is denied": () => {
    Object.defineProperty(window, "indexedDB", { get: () => { throw new DOMException("denied", "SecurityError"); } });
  },
  "IndexedDB is missing": () => {
    Object.defineProperty(window, "indexedDB", { get: () => undefined });
  },
  "IndexedDB throws when it is opened": () => {
    IDBFactory.prototype.open = () => { throw new DOMException("denied", "SecurityError"); };
  },
  "IndexedDB fails to open": () => {
    const open = IDBFactory.prototype.open;
    // Once a newer version is there, an older one can't be opened.
    IDBFactory.prototype.open = function (name, version) {
      open.call(this, name, 7);
      return open.call(this, name, version);
    };
  },
  "IndexedDB gives up all that is written": () => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...what) {
      const request = put.apply(this, what);
      this.transaction.abort();
      return request;
    };
  },
};

for (const [title, breakIt] of Object.entries(noQuick)) {
  test(`when ${title}, IndexedDB keeps the work`, async ({ page, open }) => {
    await page.addInitScript(breakIt);
    await open(page);
    await beginAnswering(page, "Fenshire");
    await score(page).check();
    await saved(page);
    await page.reload();
    await expect(score(page)).toBeChecked();
    await expect(page.getByText("not saved")).toBeHidden();
  });
}

/** What is said while only localStorage keeps the work. */
const fragile = (page: Page) =>
  page.getByText(/Your last changes are saved only until the browser is closed or crashes: .* Export your work from the Files page/);

for (const [title, breakIt] of Object.entries(noDurable)) {
  test(`when ${title}, localStorage keeps the work and every page says how far`, async ({ page, open }) => {
    test.slow();
    await page.addInitScript(breakIt);
    await open(page);
    await beginAnswering(page, "Fenshire", "Saved for now");
    await score(page).check();
    await onEveryPage(page, () => expect(fragile(page)).toBeVisible());
    await page.reload();
    await expect(score(page)).toBeChecked();
    await onEveryPage(page, () => expect(page.getByText(/Export your work from the Files page/)).toBeVisible());
  });
}

test("when another tab holds IndexedDB up, localStorage keeps the work and the page says how far", async ({ page, open, context, baseURL }) => {
  const other = await context.newPage();
  await other.goto(baseURL!);
  // The database can't be deleted while it is open, and nobody else can open it before it is deleted.
  await other.evaluate(async () => {
    const opening = indexedDB.open("rainbow", 1);
    await new Promise((resolve) => (opening.onsuccess = resolve));
    // A connection that nothing refers to is closed when memory is tidied up.
    Object.assign(window, { held: opening.result });
    const deleting = indexedDB.deleteDatabase("rainbow");
    await new Promise((resolve) => (deleting.onblocked = resolve));
  });
  // The clock stands still: how long the app waits for the database is counted here and not by how slow the machine is.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1_000);
  await open(page);
  await page.getByLabel("Name of the area").fill("Fenshire");
  await page.getByRole("button", { name: "Create the area" }).click();
  await saved(page, "Saving");
  await page.clock.fastForward(10_000);
  await saved(page, "Saved for now");
  await expect(fragile(page)).toBeVisible();
});

test("when nothing can be kept, every page says so, and the exported file has it all", async ({ page, open, browser, baseURL }) => {
  test.slow();
  await page.addInitScript(noQuick["localStorage is denied"]);
  await page.addInitScript(noDurable["IndexedDB is denied"]);
  await open(page);
  await beginAnswering(page, "Fenshire", "Not saved");
  const unsaved = page.getByText(/Your last changes are not saved: .* Export your work from the Files page/);
  await onEveryPage(page, () => expect(unsaved).toBeVisible());
  await section(page, "Files");
  const file = await download(page, "Export");

  const other = await (await browser.newContext({ offline: baseURL?.startsWith("file:") })).newPage();
  await open(other);
  await chooseFiles(other, file);
  await other.getByRole("button", { name: "Open Fenshire" }).click();
  await section(other, "Survey");
  await expect(other.getByText("Spring 2027").first()).toBeVisible();
});

test("when there is no room left on the way, it is said, and saved again once there is", async ({ page, open }) => {
  await open(page);
  await beginAnswering(page, "Fenshire");
  await page.evaluate(() => {
    const full = () => { throw new DOMException("full", "QuotaExceededError"); };
    const put = [Storage.prototype.setItem, IDBObjectStore.prototype.put] as const;
    Storage.prototype.setItem = full;
    IDBObjectStore.prototype.put = full;
    addEventListener("room", () => ([Storage.prototype.setItem, IDBObjectStore.prototype.put] = put));
  });
  await score(page).check();
  await saved(page, "Not saved");
  await expect(page.getByText("Your last changes are not saved: there is no room left in this browser.")).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event("room")));
  await page.getByRole("button", { name: "Try to save again" }).click();
  await saved(page);
  await expect(page.getByText("Your last changes are not saved")).toBeHidden();
  await page.reload();
  await expect(score(page)).toBeChecked();
});

test("a withdrawn response that could not be removed is told of in words of its own", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await saved(page);
  // Loaded again, the app edits as another replica: what it wrote before is then a copy that has to be rid of the response.
  await page.reload();
  await section(page, "Responses", /Responses$/);
  await page.evaluate(() => {
    const get = IDBObjectStore.prototype.get;
    IDBObjectStore.prototype.get = () => { throw new DOMException("failed", "UnknownError"); };
    Object.assign(window, { mend: () => { IDBObjectStore.prototype.get = get; } });
  });
  await page.getByRole("button", { name: /^Withdraw response/ }).first().click();
  await page.getByRole("button", { name: "Withdraw this response" }).click();
  await saved(page, "Not removed everywhere");
  const messages = page.getByRole("region", { name: "Messages" });
  await expect(messages).toContainText("that is saved, but a copy of it could not be removed");
  await page.evaluate("mend()");
  await messages.getByRole("button", { name: "Try to remove it again" }).click();
  await saved(page);
});

test("what could not be saved is not lost when a file of its area is taken from the start page", async ({ page, open }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await section(page, "Files");
  const file = await download(page, "Export");
  const plan = { id: "00000000-0000-4000-8000-0000000000aa", kind: "plan", stamp: { "00000000000000aa": 1 }, body: { title: "A plan from the file" } };
  file.text = file.text.replace('"records": [', `"records": [\n${JSON.stringify(plan)},`);
  await page.evaluate(() => {
    const [set, put] = [Storage.prototype.setItem, IDBObjectStore.prototype.put];
    const full = () => { throw new DOMException("full", "QuotaExceededError"); };
    Storage.prototype.setItem = IDBObjectStore.prototype.put = full;
    Object.assign(window, { mend: () => { Storage.prototype.setItem = set; IDBObjectStore.prototype.put = put; } });
  });
  await addAction(page, "Typed while nothing could be saved");
  await saved(page, "Not saved");
  await page.getByRole("link", { name: "Rainbow", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Rainbow" })).toBeVisible();
  await page.evaluate("mend()");
  await chooseFiles(page, file);
  await page.getByRole("button", { name: "Add to Fenshire" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await saved(page);
  await page.reload();
  await section(page, "Plans", /./);
  await page.getByRole("link", { name: /Action Plan/ }).click();
  await expect(page.getByRole("link", { name: "Typed while nothing could be saved" })).toBeVisible();
});
