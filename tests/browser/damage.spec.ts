// One store emptied or damaged: the other one puts everything back, the app says so, and the work is in both again.
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { addAction, beginAnswering, saved, section } from "./pages";
import { damage, empty, type Store } from "./stores";

/** What stands in a store that a failing disk, or a person with the browser's own tools, has been at. */
const garbage = ["", "{", "not Rainbow's", '{"a":1}', "[]", "\u0000\uffff", "null"];
const words = "Agree a shared induction";

/** Makes one of each kind of record that a person types, and gives the address of the statements. */
async function prepare(page: Page): Promise<string> {
  await beginAnswering(page, "Fenshire");
  const statements = page.url();
  await page.getByRole("group").nth(0).getByRole("radio", { name: "4", exact: true }).check();
  await page.getByRole("group").nth(1).getByRole("radio", { name: "Don't know", exact: true }).check();
  await page.getByRole("button", { name: /^Add a comment/ }).first().click();
  await page.getByRole("textbox", { name: /^Comment on/ }).fill("We meet every Monday");
  await page.getByRole("textbox", { name: /^Comment on/ }).blur();
  await addAction(page, words);
  await saved(page);
  return statements;
}

/** Opens the app anew from the stores and looks at all that was made. */
async function openAnew(page: Page, statements: string) {
  await page.goto("about:blank");
  await page.goto(statements);
  await expect(page.getByRole("group").nth(0).getByRole("radio", { name: "4", exact: true })).toBeChecked();
  await expect(page.getByRole("group").nth(1).getByRole("radio", { name: "Don't know", exact: true })).toBeChecked();
  await expect(page.getByRole("textbox", { name: /^Comment on/ })).toHaveValue("We meet every Monday");
  await section(page, "Plans");
  await page.getByRole("link", { name: /Action Plan/ }).first().click();
  await expect(page.getByRole("treegrid", { name: /Action Plan/ }).getByRole("row", { name: words })).toBeVisible();
  await expect(page.getByRole("banner")).toContainText("Fenshire");
}

const putBack = /was put back from the other|were put back from the other/;

const spoilt: [string, (page: Page, store: Store) => Promise<void>][] = [
  ["was emptied", empty],
  ["is garbage", (page, store) => damage(page, store, garbage)],
  ["has lost one entry to garbage", (page, store) => damage(page, store, ["{"], 1)],
];

for (const store of ["quick", "durable"] as const) {
  const other = store === "quick" ? "durable" : "quick";
  for (const [how, spoil] of spoilt) {
    test(`when the ${store} store ${how}, the ${other} one repairs it`, async ({ page, open }) => {
      test.slow();
      await open(page);
      const statements = await prepare(page);

      await spoil(page, store);
      await openAnew(page, statements);
      await expect(page.getByText(putBack)).toBeVisible();
      await expect(page.getByText("could not be read")).toBeHidden();

      // Now the repaired store alone has it.
      await empty(page, other);
      await openAnew(page, statements);
      await expect(page.getByText(putBack)).toBeVisible();

      // And when all is well, nothing is said.
      await openAnew(page, statements);
      await expect(page.getByText(putBack)).toBeHidden();
      await expect(page.getByText("could not be read")).toBeHidden();
    });
  }
}

test("what is no text in the durable store is put back from the quick one", async ({ page, open }) => {
  await open(page);
  const statements = await prepare(page);
  await damage(page, "durable", [42, null, { text: "{" }, []]);
  await openAnew(page, statements);
  await expect(page.getByText(putBack)).toBeVisible();
  await empty(page, "quick");
  await openAnew(page, statements);
});
