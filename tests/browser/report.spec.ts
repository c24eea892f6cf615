// Reports: the same words in the same order on the screen, on paper, copied for Word and saved as a page; words that are changed
// in place; and reports that are frozen.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { openSample, section } from "./pages";
import { copiedForWord, keepCopies, REPORTS, bare, expectInOrder, openReport, print, shown, squeezed } from "./paper";

/** The words of the report on the screen in order, without pictures and what is for the screen alone. */
const onScreen = (page: Page) =>
  page.locator("article.app-report").evaluate((article) => {
    const copy = article.cloneNode(true) as HTMLElement;
    for (const aside of copy.querySelectorAll("svg, style, .app-no-print, .app-report__mark[aria-hidden]")) aside.remove();
    return words(copy);
    function words(node: Node): string {
      const parts = node.nodeType === Node.TEXT_NODE ? node.nodeValue! : [...node.childNodes].map(words).join(" ");
      return parts.replace(/\s+/g, " ").trim();
    }
  });

/** The line at the head of each sheet but the first. */
const runningLine = (page: Page) =>
  page.locator("article.app-report").evaluate((article) => {
    const say = (selector: string) => article.querySelector(selector)?.textContent ?? "";
    const area = say(".govuk-caption-l");
    const byline = say(".app-report__byline");
    return `${area}: ${say("h1").replace(area, "")}${byline ? ` – ${byline}` : ""}`;
  });

/** The words of HTML text in order, likewise. */
const ofHtml = (page: Page, html: string) =>
  page.evaluate((html) => {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    for (const aside of body.querySelectorAll("svg, style")) aside.remove();
    return words(body);
    function words(node: Node): string {
      const parts = node.nodeType === Node.TEXT_NODE ? node.nodeValue! : [...node.childNodes].map(words).join(" ");
      return parts.replace(/\s+/g, " ").trim();
    }
  }, html);

test("the progress report prints on A4 with every section, every action and the rainbow", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await section(page, "Plans");
  await page.getByRole("link", { name: "One Children’s Workforce Action Plan" }).first().click();
  const actions = await page.getByRole("treegrid", { name: /Action Plan/ }).getByRole("link").allTextContents();
  expect(actions).toHaveLength(12);
  await section(page, "Rainbow", /rainbow/i);
  const arcs = page.getByRole("table", { name: "The rainbow as a table" }).locator("tbody tr");
  await expect(arcs).toHaveCount(8);
  const rows = await arcs.evaluateAll((rows) =>
    rows.map((row) => ({ theme: row.querySelector("th a")!.textContent!.trim(), now: row.querySelectorAll("td")[0].textContent!.trim() })),
  );

  await openReport(page, "Executive progress report");
  const printed = await print(page);
  const all = printed.map((sheet) => sheet.text).join(" ");
  let from = 0;
  for (const heading of ["1. Purpose", "2. Decisions needed", "3. Background", "4. Progress", "5. Financial implications", "6. People implications", "7. Equalities implications", "8. Safeguarding implications", "Appendix A", "Appendix B: What changed since", "Appendix C"]) {
    const at = all.indexOf(heading, from);
    expect(at, heading).toBeGreaterThan(-1);
    from = at;
  }
  expect(all).toContain("54 responses against 45 required");
  // Rows that the browser has not laid out have no inner text, and every paper contains "".
  for (const action of actions) {
    expect(action.trim()).not.toBe("");
    expect(all).toContain(action.replace(/\s+/g, " ").trim());
  }
  for (const { theme, now } of rows) {
    expect(all).toContain(theme);
    expect(all.slice(all.lastIndexOf("The rainbow as a table")), theme).toContain(now);
  }
  // What is for the screen alone stays off the paper.
  for (const aside of ["Print or save as PDF", "Sample data.", "Everything stays on this device", "Change these words", "Standard words", "Copy picture"]) {
    expect(all).not.toContain(aside);
  }
  printed.forEach((sheet, at) => expect(sheet.text).toContain(`Page ${at + 1} of ${printed.length}`));
  const chart = printed.find((sheet) => sheet.text.includes("Appendix C:"))!;
  expect(chart.shapes, "shapes of the rainbow on its sheet").toBeGreaterThan(40);
});

for (const name of REPORTS) {
  test(`${name}: the screen, paper, the copy for Word and the saved page say the same in the same order`, async ({ page, open }) => {
    await keepCopies(page);
    await open(page);
    await openSample(page);
    await openReport(page, name);
    const screen = await onScreen(page);
    expect(screen.length).toBeGreaterThan(100);

    const copied = await copiedForWord(page);
    expect(await ofHtml(page, copied)).toBe(screen);
    const pictures = await page.getByRole("button", { name: "Copy picture" }).count();
    expect(copied.match(/<img src="data:image\/png;base64,/g) ?? []).toHaveLength(pictures);

    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as a page" }).click();
    const saved = await readFile(await (await download).path(), "utf8");
    expect(await ofHtml(page, saved)).toBe(screen);
    expect(saved).not.toContain("<script");

    const pieces = await shown(page);
    expect(pieces.filter((piece) => piece === "[picture]")).toHaveLength(pictures);
    // A heading just above says what these tables show: their captions are only read out.
    const unseen = await page.locator("article.app-report caption.govuk-visually-hidden").allInnerTexts();
    const printed = await print(page);
    const lines = pieces.flatMap((piece) => (typeof piece === "string" ? [piece.replace(/^#+ /, "")] : piece.map((row) => row.join(""))));
    const bodies = bare(printed, await runningLine(page));
    expectInOrder(bodies.join(""), lines.filter((line) => line !== "[picture]" && !unseen.includes(line)));

    // No heading stands alone at the foot of a sheet, no row is divided, and every sheet with rows of a table has its heads.
    const headings = pieces.filter((piece) => typeof piece === "string" && piece.startsWith("##")).map((piece) => squeezed(String(piece).replace(/^#+ /, "")));
    bodies.forEach((sheet, at) => expect(headings.filter((heading) => sheet.endsWith(heading)), `headings at the foot of sheet ${at + 1}`).toEqual([]));
    for (const [heads, ...rows] of pieces.filter((piece) => typeof piece !== "string")) {
      for (const row of rows.map((row) => squeezed(row.join("")))) {
        const on = bodies.filter((sheet) => sheet.includes(row));
        expect(on.length, `sheets with “${row}”`).toBeGreaterThan(0);
        expect(on.some((sheet) => sheet.includes(squeezed(heads.join("")))), `heads over “${row}”`).toBe(true);
      }
    }
    if (name === "Poster") expect(printed).toHaveLength(1);

    // Sections and their paragraphs are counted from one, and no number is left out.
    let [chapter, paragraph] = [0, 0];
    for (const piece of pieces.filter((piece) => typeof piece === "string")) {
      const heading = piece.match(/^## (\d+)\. /);
      const number = piece.match(/^(\d+)\.(\d+) /);
      if (heading) [chapter, paragraph] = [chapter + 1, 0];
      if (heading) expect(Number(heading[1]), piece).toBe(chapter);
      if (number) expect([Number(number[1]), Number(number[2])], piece).toEqual([chapter, ++paragraph]);
    }
    expect(chapter > 0).toBe(!["A lead’s own sheet", "Board feedback", "Poster", "What you told us"].includes(name));

    // A sheet holds 174 mm between its margins. What is wider would make the browser print everything smaller.
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 658, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), "width of what is printed").toBeLessThanOrEqual(658);
  });
}

test("words are changed where they stand, and a frozen report stays as it was", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await openReport(page, "Executive progress report");
  const article = page.locator("article.app-report");
  await page.getByRole("button", { name: "Change these words of 3.2" }).click();
  await page.getByLabel("The words of this paragraph").fill("More than half of those asked answered.\nThat is enough.");
  await page.getByRole("button", { name: "Save these words" }).click();
  await expect(article).toContainText("3.3 That is enough.");
  await expect(page.getByText("The figures behind")).toHaveCount(0);

  await page.locator("summary").filter({ hasText: "Keep this report as it is now" }).click();
  await page.getByRole("button", { name: "Freeze this report" }).click();
  await expect(page.getByText("Enter the role of who freezes it")).toBeVisible();
  await page.getByLabel("Who freezes it").fill("Workforce lead");
  await page.getByRole("button", { name: "Freeze this report" }).click();
  await expect(page.getByText("Frozen on 29 January 2010 by Workforce lead.")).toBeVisible();
  const frozen = await onScreen(page);

  // On an earlier day the round before counts, so the words were written from another draft.
  await openReport(page, "Executive progress report");
  await page.getByLabel("As at").fill("2009-11-15");
  await page.getByLabel("As at").blur();
  await expect(page.getByText("The figures behind these words have changed since.")).toBeVisible();
  await expect(page.getByText("received 38 responses against 45 required.”")).toBeVisible();
  await page.getByRole("button", { name: "Use the new words" }).click();
  await expect(article).toContainText("3.2 The round “December 2008”");

  await section(page, "Reports");
  await page.getByRole("link", { name: /Action Plan: progress/ }).click();
  await expect(page.getByText("It speaks of 29 January 2010 and does not change.")).toBeVisible();
  expect(await onScreen(page)).toBe(frozen);
  await expect(page.getByRole("button", { name: "Change these words" })).toHaveCount(0);
  await page.getByRole("button", { name: "Remove this frozen report" }).click();
  await expect(page.getByText("The frozen report was removed.")).toBeVisible();
});
