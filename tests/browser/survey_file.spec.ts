// The survey file: made by the coordinator, answered in other profiles from the file alone, gathered again.
import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { expect, test } from "./support";
import { chooseFiles, createArea, download, saved, section } from "./pages";

/** Makes an area with an open round and gives the survey file, as the coordinator has it in their downloads. */
async function makeSurveyFile(page: Page, path: string, title = "Spring 2027"): Promise<string> {
  await createArea(page, "Fenshire");
  await section(page, "Survey");
  await page.getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Open the round" }).click();
  return await saveSurveyFile(page, path);
}

async function saveSurveyFile(page: Page, path: string): Promise<string> {
  const file = await download(page, "Make the survey file");
  expect(file.name).toMatch(/^rainbow-survey-fenshire-.*\.html$/);
  await writeFile(path, file.text);
  return pathToFileURL(path).href;
}

/** Another person's browser, which has no network. */
async function profile(browser: Browser): Promise<BrowserContext> {
  return await browser.newContext({ offline: true, locale: "en-GB", timezoneId: "Europe/London" });
}

/** Opens the survey file from disk. */
async function openSurvey(page: Page, file: string, title = "Spring 2027") {
  await page.goto(file);
  await expect(page.getByRole("heading", { level: 1, name: `Survey: ${title}` })).toBeVisible();
}

const statement = (page: Page, at: number) => page.getByRole("main").getByRole("group").nth(at);

async function score(page: Page, at: number, score: string) {
  await statement(page, at).getByRole("radio", { name: score, exact: true }).check();
}

/** Starts, says who one is, and comes to the first theme. */
async function start(page: Page, sector: string) {
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "About you" })).toBeVisible();
  await page.getByLabel(sector).check();
  await page.getByLabel("Leaders and managers").check();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText(/^Theme 1 of/)).toBeVisible();
}

/** Goes on from a theme to the page on which answers are checked. */
async function toCheck(page: Page) {
  const check = page.getByRole("heading", { level: 1, name: "Check your answers" });
  while (!(await check.isVisible())) {
    await page.getByRole("link", { name: /^Next/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  }
}

async function expectAccessible(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect(found, where).toEqual([]);
}

/** Everything that the browser keeps of Rainbow, as one text. */
async function kept(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    const opening = indexedDB.open("rainbow");
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const entries = opening.result.transaction("entries").objectStore("entries").getAll();
    await new Promise((resolve) => (entries.onsuccess = resolve));
    opening.result.close();
    return JSON.stringify([{ ...localStorage }, entries.result]);
  });
}

test("two people answer from the file in two sittings each, and their responses are gathered", async ({ page, open, browser, watch }, testInfo) => {
  test.slow();
  await open(page);
  const file = await makeSurveyFile(page, testInfo.outputPath("survey.html"));
  const responses: { name: string; text: string }[] = [];
  let correct: () => Promise<{ name: string; text: string }> = async () => responses[0];
  for (const [sector, first] of [["Schools", "4"], ["Health", "2"]]) {
    const context = await profile(browser);
    watch.over(context);
    let person = await context.newPage();
    await openSurvey(person, file);
    await expect(person.getByRole("navigation", { name: "Main" })).toBeHidden();
    await start(person, sector);
    await score(person, 0, first);
    await score(person, 1, "Don't know");
    await saved(person);
    await person.close();

    person = await context.newPage();
    await openSurvey(person, file);
    await person.getByRole("link", { name: /^Continue the response begun \d+ \w+ \d{4}, \d\d:\d\d/ }).click();
    await expect(statement(person, 0).getByRole("radio", { name: first, exact: true })).toBeChecked();
    await person.getByRole("link", { name: "Next theme" }).click();
    await expect(person.getByText(/^Theme 2 of/)).toBeVisible();
    await score(person, 0, "3");
    await toCheck(person);
    await expect(person.getByText("57 statements are not answered.")).toBeVisible();
    const response = await download(person, "Save your response file");
    expect(response.name).toMatch(/^rainbow-response-spring-2027-\w{8}\.json$/);
    await expect(person.getByRole("heading", { level: 1, name: "Thank you" })).toBeVisible();
    await expect(person.getByText("You answered 3 of 60 statements")).toBeVisible();
    responses.push(response);
    const before = correct;
    correct = responses.length > 1 ? before : async () => {
      // Days later, in a new tab.
      const later = await context.newPage();
      await openSurvey(later, file);
      await later.getByRole("button", { name: /^Reopen and correct/ }).click();
      await expect(later.getByRole("heading", { level: 1, name: "Check your answers" })).toBeVisible();
      await later.getByRole("link", { name: /^Shared identity/ }).click();
      await expect(statement(later, 0).getByRole("radio", { name: "4", exact: true })).toBeChecked();
      await score(later, 0, "5");
      await toCheck(later);
      return await download(later, "Save your response file");
    };
  }
  expect(Object.values(JSON.parse(responses[0].text).data.responses[0].answers)).toHaveLength(3);

  await section(page, "Files");
  await chooseFiles(page, ...responses);
  await page.getByRole("button", { name: "Add to Fenshire" }).click();
  await section(page, "Responses");
  const sectors = page.getByRole("table", { name: "Responses by sector" });
  await expect(sectors.getByRole("row", { name: /Schools/ })).toContainText("1");
  await expect(sectors.getByRole("row", { name: /Health/ })).toContainText("1");

  // The same files once more bring nothing.
  await section(page, "Files");
  await chooseFiles(page, ...responses);
  await expect(page.getByText("2 files. 2 here already.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Add to/ })).toBeHidden();
  await page.getByRole("button", { name: "Close" }).click();

  const corrected = await correct();
  const [was, is] = [responses[0], corrected].map(({ text }) => JSON.parse(text).data.responses[0]);
  expect([is.id, was.revision, is.revision]).toEqual([was.id, 1, 2]);
  await section(page, "Files");
  await chooseFiles(page, corrected);
  await expect(page.getByRole("row", { name: /^rainbow-response-.* 1 corrected\.$/ })).toBeVisible();
  await page.getByRole("button", { name: "Add to Fenshire" }).click();
  await section(page, "Responses");
  await expect(sectors.getByRole("row", { name: /Schools/ })).toContainText("1");
});

test("the survey file holds the survey once and nothing of what stood in the page that wrote it", { tag: "@file" }, async ({ page, open }, testInfo) => {
  await open(page);
  // Extensions of the browser put things into pages.
  await page.evaluate(() => {
    for (const [parent, tag] of [["head", "style"], ["head", "script"], ["body", "div"], ["body", "script"], ["html", "grammar-checker"]]) {
      const alien = document.createElement(tag);
      alien.textContent = "/* alien */";
      alien.setAttribute("type", "text/alien");
      document.querySelector(parent)!.append(alien);
    }
    document.body.setAttribute("data-alien", "");
  });
  await makeSurveyFile(page, testInfo.outputPath("survey.html"));
  const text = await readFile(testInfo.outputPath("survey.html"), "utf8");
  expect(text.match(/<script type="application\/json" id="survey">/g)).toHaveLength(1);
  expect(text).toContain("<title>Survey: Spring 2027, Fenshire</title>");
  for (const other of ["alien", "Everything stays on this device", "grammar-checker", "hidden=\"\""]) expect(text).not.toContain(other);
});

test("the .zip holds the same page, as every unpacker reads it", async ({ page, open }, testInfo) => {
  await open(page);
  await makeSurveyFile(page, testInfo.outputPath("survey.html"));
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Make it as a .zip" }).click();
  const zip = await coming;
  expect(zip.suggestedFilename()).toBe("rainbow-survey-fenshire-spring-2027.zip");
  const path = testInfo.outputPath("survey.zip");
  await zip.saveAs(path);
  const read = "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; sys.stdout.buffer.write(z.read(z.namelist()[0]))";
  const page_in_zip = execFileSync("python3", ["-c", read, path], { maxBuffer: 100_000_000 }).toString("utf8");
  // Only the moment at which each was made differs.
  const plain = (text: string) => text.replace(/"exported": "[^"]*"/, "");
  expect(plain(page_in_zip)).toBe(plain(await readFile(testInfo.outputPath("survey.html"), "utf8")));
});

test("without a network the site makes survey files all the same", { tag: "@http" }, async ({ page, open, context, browser, watch }, testInfo) => {
  await open(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await context.setOffline(true);
  const file = await makeSurveyFile(page, testInfo.outputPath("survey.html"));
  const other = await profile(browser);
  watch.over(other);
  await openSurvey(await other.newPage(), file);
});

test("no text of a survey can get out of the page that carries it", async ({ page, open, browser, watch }, testInfo) => {
  await open(page);
  const title = "</script><!-- /carried --><script>alert(1)</script><b>&amp;";
  const file = await makeSurveyFile(page, testInfo.outputPath("survey.html"), title);
  const context = await profile(browser);
  watch.over(context);
  const person = await context.newPage();
  person.on("dialog", () => expect("a dialog").toBe("none"));
  await openSurvey(person, file, title);
});

test("at a shared computer the next person can't bring back what one before has finished or discarded", async ({ page, open, browser, watch }, testInfo) => {
  test.slow();
  await open(page);
  const file = await makeSurveyFile(page, testInfo.outputPath("survey.html"));
  const context = await profile(browser);
  watch.over(context);
  const person = await context.newPage();
  await openSurvey(person, file);
  await start(person, "Schools");
  await score(person, 0, "4");
  await person.getByRole("button", { name: /^Add a comment/ }).first().click();
  await person.getByRole("textbox", { name: /^Comment on/ }).fill("nobody listens to us");
  await saved(person);
  const undo = person.getByRole("banner").getByRole("button", { name: /^Undo/ });
  await expect(undo).toBeVisible();

  // Another one starts beside it: there is nothing of the first to undo.
  await person.getByRole("link", { name: "Stop here and come back later" }).click();
  await expect(undo).toBeHidden();
  await person.keyboard.press("Control+z");
  await person.getByRole("button", { name: "Start a new one" }).click();
  await expect(person.getByRole("heading", { level: 1, name: "About you" })).toBeVisible();
  await expect(undo).toBeHidden();
  await person.goBack();
  await person.getByRole("link", { name: /^Continue the response begun/ }).last().click();
  await expect(person.getByRole("textbox", { name: /^Comment on/ })).toHaveValue("nobody listens to us");

  await toCheck(person);
  await download(person, "Save your response file");
  await expect(person.getByRole("heading", { level: 1, name: "Thank you" })).toBeVisible();
  await expect(undo).toBeHidden();
  await person.getByRole("button", { name: "Remove my answers from this computer" }).click();
  await expect(person.getByText("the response file that you saved")).toBeVisible();
  expect(await kept(person)).toContain("nobody listens to us");
  await person.getByRole("button", { name: "Remove them" }).click();
  await expect(person.getByText("Your answers were removed from this computer.")).toBeVisible();
  await saved(person);
  await person.getByRole("button", { name: /^Discard/ }).click();
  await person.getByRole("button", { name: "Discard it" }).click();
  await expect(person.getByRole("button", { name: "Start", exact: true })).toBeVisible();
  await expect(undo).toBeHidden();
  await saved(person);
  expect(await kept(person)).not.toContain("nobody listens to us");
  await person.reload();
  await expect(person.getByRole("button", { name: "Start", exact: true })).toBeVisible();
  expect(await kept(person)).not.toContain("nobody listens to us");
});

test("a comment is saved while it is typed, at a pause and when the page is hidden, and undone as a whole", async ({ page, open, browser, watch }, testInfo) => {
  await open(page);
  const file = await makeSurveyFile(page, testInfo.outputPath("survey.html"));
  const context = await profile(browser);
  watch.over(context);
  const person = await context.newPage();
  await openSurvey(person, file);
  await start(person, "Health");
  await person.getByRole("button", { name: /^Add a comment/ }).first().click();
  const comment = person.getByRole("textbox", { name: /^Comment on/ });
  await comment.pressSequentially("We meet");
  await expect.poll(() => kept(person)).toContain("We meet");
  await comment.pressSequentially(" on Mondays");
  await expect.poll(() => kept(person)).toContain("We meet on Mondays");
  await expect(comment).toBeFocused();
  await comment.pressSequentially(" and");
  // Before the pause is over.
  await person.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await expect.poll(() => kept(person), { intervals: [50], timeout: 900 }).toContain("We meet on Mondays and");
  await person.getByRole("banner").getByRole("button", { name: "Undo: comment on a statement" }).click();
  await expect(comment).toHaveValue("");
});

test("the survey opened as JSON in one's own Rainbow is answered without the area's tools, and an area of one's own is left alone", async ({ page, open, browser, baseURL }) => {
  test.slow();
  await open(page);
  await createArea(page, "Fenshire");
  await section(page, "Survey");
  await page.getByLabel("Title").fill("Spring 2027");
  await page.getByRole("button", { name: "Open the round" }).click();
  const json = await download(page, "Save the survey as JSON");
  const other = await (await browser.newContext({ offline: baseURL?.startsWith("file:") })).newPage();
  await open(other);
  await chooseFiles(other, json);
  await other.getByRole("button", { name: "Open Fenshire" }).click();
  await expect(other.getByRole("heading", { level: 1, name: "Survey: Spring 2027" })).toBeVisible();
  await expect(other.getByRole("navigation", { name: "Main" })).toBeHidden();
  await start(other, "Health");
  await toCheck(other);
  expect((await download(other, "Save your response file")).name).toMatch(/^rainbow-response-/);

  // Whoever has the area itself keeps its tools.
  await section(page, "Files");
  await chooseFiles(page, json);
  await expect(page.getByText("Everything in this file is here already.")).toBeVisible();
  await section(page, "Responses");
});

test("the survey file says without JavaScript what it is", async ({ page, open, browser }, testInfo) => {
  await open(page);
  const file = await makeSurveyFile(page, testInfo.outputPath("survey.html"));
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  const person = await context.newPage();
  await person.goto(file);
  const words = await person.locator("noscript").last().textContent();
  expect(words).toContain("Survey: Spring 2027, Fenshire");
  expect(words).toContain("On a phone or tablet");
  expect(words).not.toContain("Rainbow is the One Children's Workforce Tool");
});

test("a survey file that was damaged says so", { tag: "@file" }, async ({ page, open, browser }, testInfo) => {
  await open(page);
  await makeSurveyFile(page, testInfo.outputPath("survey.html"));
  const text = await readFile(testInfo.outputPath("survey.html"), "utf8");
  const path = testInfo.outputPath("damaged.html");
  await writeFile(path, text.replace('"format": "rainbow"', '"format": "rain'));
  const person = await (await profile(browser)).newPage();
  await person.goto(pathToFileURL(path).href);
  await expect(person.getByRole("heading", { level: 1, name: "This file is damaged" })).toBeVisible();
});

test("a whole response is given by the keyboard alone", async ({ page, open, browser, watch }, testInfo) => {
  test.slow();
  await open(page);
  const file = await makeSurveyFile(page, testInfo.outputPath("survey.html"));
  const context = await profile(browser);
  watch.over(context);
  const person = await context.newPage();
  await openSurvey(person, file);
  /** Presses Tab until the focus is where it should be. */
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 200; presses++) {
      await person.keyboard.press("Tab");
      const focused = await person.evaluate(() => {
        const element = document.activeElement;
        const label = element?.id ? document.querySelector(`label[for="${element.id}"]`) : null;
        return (label ?? element)?.textContent?.trim() ?? "";
      });
      if (name.test(focused)) return;
    }
    throw new Error(`the focus never came to ${name}`);
  };
  await tabTo(/^Start$/);
  await person.keyboard.press("Enter");
  await expect(person.getByRole("heading", { level: 1, name: "About you" })).toBeFocused();
  await tabTo(/^Early years$/);
  await person.keyboard.press("Space");
  await tabTo(/^Continue$/);
  await person.keyboard.press("Enter");
  await expect(person.getByText(/^Theme 1 of/)).toBeVisible();
  await expect(person.getByRole("heading", { level: 1 })).toBeFocused();
  const titles = new Set<string>();
  for (let theme = 1; theme <= 8; theme++) {
    titles.add(await person.title());
    await tabTo(/^1$/);
    await person.keyboard.press("ArrowDown");
    await expect(statement(person, 0).getByRole("radio", { name: "2", exact: true })).toBeChecked();
    await tabTo(/^Next/);
    await person.keyboard.press("Enter");
    await expect(person.getByRole("heading", { level: 1 })).toBeFocused();
  }
  expect(titles.size).toBe(8);
  await tabTo(/^Save your response file$/);
  const coming = person.waitForEvent("download");
  await person.keyboard.press("Enter");
  expect((await coming).suggestedFilename()).toMatch(/^rainbow-response-/);
  await expect(person.getByText("You answered 8 of 60 statements")).toBeVisible();
});

for (const [name, size, zoom] of [
  ["at desktop width", { width: 1280, height: 900 }, 1],
  ["at 320 px", { width: 320, height: 640 }, 1],
  // A window of 1280 px at 200 % has room for 640 CSS pixels.
  ["at 200 % zoom", { width: 640, height: 450 }, 2],
] as const) {
  test(`every page of answering passes axe and fits ${name}`, async ({ page, open, browser, watch }, testInfo) => {
    test.slow();
    await open(page);
    const file = await makeSurveyFile(page, testInfo.outputPath("survey.html"));
    const context = await browser.newContext({ offline: true, viewport: size, deviceScaleFactor: zoom, reducedMotion: "reduce" });
    watch.over(context);
    const person = await context.newPage();
    const look = async (where: string) => {
      await expectAccessible(person, where);
      const overflow = await person.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, where).toBeLessThanOrEqual(0);
      if (process.env.SHOTS) await person.screenshot({ path: `${process.env.SHOTS}/${size.width}-${where}.png`, fullPage: true });
    };
    await openSurvey(person, file);
    await look("Start");
    await start(person, "Schools");
    await score(person, 0, "4");
    await person.getByRole("button", { name: /^Add a comment/ }).first().click();
    await look("A theme");
    await person.goBack();
    await expect(person.getByRole("heading", { level: 1, name: "About you" })).toBeVisible();
    await look("About you");
    await person.getByRole("link", { name: "Back to the survey" }).click();
    await expect(person.getByRole("link", { name: /^Continue/ })).toBeVisible();
    await person.getByRole("button", { name: /^Discard/ }).click();
    await look("Start with one begun");
    await person.getByRole("button", { name: "Keep it" }).click();
    await person.getByRole("link", { name: /^Continue/ }).click();
    await toCheck(person);
    await look("Check your answers");
    await download(person, "Save your response file");
    await expect(person.getByRole("heading", { level: 1, name: "Thank you" })).toBeVisible();
    await person.getByRole("button", { name: "Remove my answers from this computer" }).click();
    await look("Thank you");
    await person.getByRole("link", { name: "Back to the start of the survey" }).click();
    await expect(person.getByText("Finished on this device")).toBeVisible();
    await look("Start with one finished");
  });
}

test("the form on paper has every statement with its number, both ends and seven boxes", async ({ page, open }, testInfo) => {
  test.slow();
  await open(page);
  await makeSurveyFile(page, testInfo.outputPath("survey.html"));
  await page.getByRole("link", { name: "See the paper form" }).click();
  await expect(page.getByRole("button", { name: "Print the paper form" })).toBeVisible();
  await expect(page.locator(".app-paper__statement")).toHaveCount(60);
  await expect(page.locator(".app-paper__tick")).toHaveCount(60 * 7);
  await expectAccessible(page, "On paper");
  const pdf = await page.pdf({ preferCSSPageSize: true, path: testInfo.outputPath("paper.pdf") });
  expect(pdf.length).toBeGreaterThan(20_000);
});

test("the letter and the email say which file comes back", async ({ page, open, context }, testInfo) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await makeSurveyFile(page, testInfo.outputPath("survey.html"));
  await page.getByRole("link", { name: "The letter and the email to send with it" }).click();
  await expect(page.getByLabel("The Director’s letter")).toHaveValue(/how well do we work together|How well do we work together/);
  const email = page.getByLabel("The email", { exact: true });
  await expect(email).toHaveValue(/the file whose name starts “rainbow-response-”/);
  await email.fill("Dear all");
  await page.getByRole("button", { name: "Copy the email" }).click();
  await expect(page.getByText("The email was copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Dear all");
  await expectAccessible(page, "Letter and email");

  // What was written stays until it is taken back.
  await saved(page);
  await page.reload();
  await expect(email).toHaveValue("Dear all");
  await email.fill("");
  await page.getByLabel("The Director’s letter").focus();
  await expect(email).toHaveValue(/the file whose name starts “rainbow-response-”/);
});
