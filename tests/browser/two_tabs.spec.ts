// Two tabs of one browser that answer the same responses and add to the same plan at once: of 400 edits none is lost.
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { addAction, beginAnswering, saved } from "./pages";

// The trace of so many steps would take longer than the steps.
test.use({ trace: "off" });

/** How many responses two tabs answer together, and what each tab does beside answering for every one of them. */
const responses = 5;
const comments = 7;
const actions = 3;

/** The score that is given to a statement in a response. */
const value = (response: number, statement: number) => `${1 + ((response + statement) % 5)}`;

type Theme = { path: string; name: string; statements: number };

/** The statements of the page; what its words mean stands in a group of its own, which scores nothing. */
const statementsOf = (page: Page) => page.getByRole("group").filter({ has: page.getByRole("radio") });

/** The themes of a response, walked through from the first. */
async function themesFrom(page: Page): Promise<Theme[]> {
  const themes = [];
  for (;;) {
    const name = await page.getByRole("heading", { level: 1 }).innerText();
    const path = page.url().replace(/.*(?=\/theme\/)/, "");
    themes.push({ path, name, statements: await statementsOf(page).count() });
    const next = page.getByRole("link", { name: "Next theme" });
    if ((await next.count()) === 0) return themes;
    await next.click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeHidden();
  }
}

/** Answers some statements of the page, each in a turn of its own. */
async function answer(page: Page, scores: Map<number, string>) {
  const all = statementsOf(page);
  await all.evaluateAll(async (groups, scores) => {
    for (const [statement, score] of scores) {
      const radios = [...groups[statement].querySelectorAll<HTMLInputElement>("input[type=radio]")];
      radios.find((radio) => radio.labels![0].innerText === score)!.click();
      const { port1, port2 } = new MessageChannel();
      const turn = new Promise((resolve) => (port2.onmessage = resolve));
      port1.postMessage(null);
      await turn;
    }
  }, [...scores]);
}

/** What is chosen on the page, statement by statement. */
async function chosen(page: Page): Promise<(string | undefined)[]> {
  const all = statementsOf(page);
  return await all.evaluateAll((groups) => groups.map((group) => group.querySelector<HTMLInputElement>("input:checked")?.labels![0].innerText));
}

test("two tabs that answer and plan at once lose none of 400 edits", async ({ page, context, open }) => {
  test.setTimeout(300_000);
  await open(page);
  await beginAnswering(page, "Fenshire");
  const area = new URL(page.url()).hash.replace(/survey\/.*/, "");
  const drafts = [new URL(page.url()).hash.replace(/\/theme\/.*/, "")];
  const themes = await themesFrom(page);
  while (drafts.length < responses) {
    await open(page, `${area}survey`);
    await page.getByRole("button", { name: "Answer the survey" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "About you" })).toBeVisible();
    drafts.push(new URL(page.url()).hash);
  }
  // Each tab would begin a plan of its own if there were none.
  await addAction(page, "Agree a shared induction");
  await saved(page);
  const tabs = [page, await context.newPage()];
  const statements = themes.reduce((sum, theme) => sum + theme.statements, 0);
  expect(responses * (statements + tabs.length * (comments + actions))).toBe(400);
  const turnTo = async (tab: Page, response: number, theme: Theme) => {
    await open(tab, drafts[response] + theme.path);
    await expect(tab.getByRole("heading", { level: 1, name: theme.name })).toBeVisible();
  };

  // Each tab answers every other statement, comments on some of them, and adds actions of its own.
  const work = async (tab: Page, which: number) => {
    await open(tab, `${area}overview`);
    // An app that has not started yet begins where the address leads by then, and moves no focus there.
    await expect(tab.getByRole("heading", { level: 1, name: /Overview$/ })).toBeVisible();
    for (let response = 0; response < responses; response++) {
      let said = 0;
      for (const theme of themes) {
        await turnTo(tab, response, theme);
        await expect(tab.getByRole("heading", { level: 1 })).toBeFocused();
        const own = [...Array(theme.statements).keys()].filter((statement) => statement % tabs.length === which);
        await answer(tab, new Map(own.map((statement) => [statement, value(response, statement)])));
        for (const statement of own.slice(0, comments - said)) {
          const question = statementsOf(tab).nth(statement).locator("..");
          await question.getByRole("button", { name: /^Add a comment/ }).press("Enter");
          // The app moves the focus there, and on a slow machine that could be as late as the next statement's key.
          await expect(question.getByRole("textbox")).toBeFocused();
          const words = `Comment ${++said} of tab ${which}`;
          await question.getByRole("textbox").fill(words);
          // Whether the words went in at all is asked here, so that what is missing at the end was lost by the app.
          await expect(question.getByRole("textbox")).toHaveValue(words);
          await question.getByRole("textbox").blur();
        }
      }
      for (let action = 0; action < actions; action++) await addAction(tab, `Action ${response}.${action} of tab ${which}`);
    }
    await saved(tab);
  };
  await Promise.all(tabs.map(work));

  // A new tab shows it all, as read from the stores, and so do the two that heard it from each other.
  for (const tab of [await context.newPage(), ...tabs]) {
    let answers = 0;
    const words: string[] = [];
    for (let response = 0; response < responses; response++) {
      for (const theme of themes) {
        await turnTo(tab, response, theme);
        answers += (await chosen(tab)).filter((score, statement) => score === value(response, statement)).length;
        words.push(...(await tab.getByRole("textbox").evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))));
      }
    }
    expect(answers).toBe(responses * statements);
    expect(words.filter((words) => /^Comment \d of tab \d$/.test(words))).toHaveLength(responses * tabs.length * comments);
    await open(tab, `${area}plans`);
    await tab.getByRole("link", { name: /Action Plan/ }).first().click();
    const rows = tab.getByRole("treegrid", { name: /Action Plan/ }).getByRole("link", { name: /^Action \d/ });
    await expect(rows).toHaveCount(responses * tabs.length * actions);
    expect(new Set(await rows.allTextContents()).size).toBe(responses * tabs.length * actions);
    await expect(tab.getByText("changed in two places at once")).toBeHidden();
  }
});
