// The figures of each report on paper are those that the app's own pages show: rounds, plans, exercises, training and registers.
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { openSample, section } from "./pages";
import { expectInOrder, openReport, print, rowsOf, squeezed, tablesOf } from "./paper";

const PLAN = "One Children’s Workforce Action Plan";

/** The report as it prints, squeezed. */
async function onPaper(page: Page, name: string): Promise<string> {
  await openReport(page, name);
  return squeezed((await print(page)).map((sheet) => sheet.text).join(" "));
}

/** What one thing says behind another, such as the numbers of a sentence. */
const numbers = (sentence: string) => [...sentence.matchAll(/\d+/g)].map(([number]) => Number(number));

type Item = { label: string; text: string; lead: string; due: string; was: string; isOverdue: boolean; progress: string; rag: string };

/** The plan of the sample in its table. */
async function plan(page: Page): Promise<Item[]> {
  await section(page, "Plans");
  await page.getByRole("link", { name: PLAN }).first().click();
  const grid = page.getByRole("treegrid", { name: PLAN });
  await expect(grid.getByRole("row")).toHaveCount(13);
  return grid.locator("tbody tr").evaluateAll((rows) =>
    rows.map((row) => {
      const cell = (column: string) => row.querySelector(`[data-column="${column}"]`)!;
      const said = (column: string, part: string) => cell(column).querySelector(part)?.textContent?.trim() ?? "";
      const due = cell("due").firstChild?.nodeValue?.trim() ?? "";
      return {
        label: cell("label").textContent!.trim(),
        text: cell("text").querySelector("a")!.textContent!.trim(),
        lead: cell("lead").textContent!.trim(),
        due,
        was: [...cell("due").querySelectorAll(".app-plan__more")].map((more) => more.textContent!).find((more) => more.startsWith("was "))?.slice(4) ?? "",
        isOverdue: cell("due").textContent!.includes("Overdue"),
        progress: said("progress", ".app-plan__words"),
        rag: cell("rag").textContent!.trim(),
      };
    }),
  );
}

/** The target date of an item as a report writes it. */
const dueWords = (item: Item) => item.due + (item.was ? ` (revised; was ${item.was})` : "") + (item.isOverdue ? " – overdue" : "");

/** The rows of a plan as a report has them. */
const planRows = (items: Item[]) => items.map((item) => item.label + item.text + item.lead + dueWords(item) + item.progress + item.rag);

type Arc = { theme: string; score: string; people: string; target: string; position: string };

/** The arcs: what the rainbow shows of each, and what the Trust agreed about it. */
async function arcs(page: Page): Promise<Arc[]> {
  await section(page, "Rainbow", "The rainbow");
  const scored = await rowsOf(page, "The rainbow as a table");
  await section(page, "Overview");
  await page.getByRole("link", { name: "Agree where we want to be" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Where we are and where we want to be" })).toBeVisible();
  const agreed = await rowsOf(page, "What we agreed, arc by arc");
  return scored.map(([name, score, people, target]) => {
    const theme = name.replace(/^\d /, "");
    const position = agreed.find(([other]) => other === theme)![3];
    return { theme, score, people, target, position: position.match(/^\d\.\d/)?.[0] ?? "not set" };
  });
}

/** What a round received, and how much was required. */
async function received(page: Page): Promise<number[]> {
  await section(page, "Responses");
  return numbers(await page.getByText(/responses received, \d+ required/).innerText());
}

const arcRow = ({ theme, score, people, target, position }: Arc) => theme + score + people + target + position;

/** The sentence about the highest and the lowest score, from the scores themselves. */
function ends(all: Arc[]): string {
  const scores = all.map(({ score }) => Number(score));
  const told = (end: number) => {
    const named = all.filter(({ score }) => Number(score) === end);
    expect(named, "arcs at one end").toHaveLength(1);
    return `${end.toFixed(1)}, for “${named[0].theme}” (n ${named[0].people})`;
  };
  return `The highest score is ${told(Math.max(...scores))}. The lowest is ${told(Math.min(...scores))}.`;
}

test("the progress report and a lead’s own sheet have the figures of the plan", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  const [responses, required] = await received(page);
  const rainbow = await arcs(page);
  await plan(page);
  // Two of the actions get a RAG, so that there is something to count.
  for (const [label, rag] of [["2", "Amber"], ["5", "Red"]]) {
    const cell = page.getByRole("treegrid", { name: PLAN }).locator("tbody tr").nth(Number(label) - 1).locator('[data-column="rag"]');
    await cell.dblclick();
    const choice = page.getByLabel(new RegExp(`^RAG: ${label} `));
    await choice.selectOption(rag);
    await choice.press("Enter");
    await expect(cell).toHaveText(rag);
  }
  const items = await plan(page);
  await section(page, "Plans");
  const counts = await page.getByText(/^\d+ actions, \d+ overdue\. RAG: /).innerText();
  const [actions, overdue, unset, red, amber] = numbers(counts);
  expect([actions, overdue, unset, red, amber]).toEqual([items.length, items.filter(({ isOverdue }) => isOverdue).length, items.length - 2, 1, 1]);

  const paper = await onPaper(page, "Executive progress report");
  const late = items.filter(({ isOverdue }) => isOverdue);
  expectInOrder(paper, [
    `received ${responses} responses against ${required} required.`,
    `4.1 The plan has ${actions} actions.`,
    `${actions} have a RAG to set: ${red} red, ${amber} amber and ${unset} not set.`,
    "4.2 The target date of these actions has passed:",
    ...late.map(({ label, text, due }) => `${label}. ${text.replace(/\.$/, "")}: due ${due}`),
    "4.3",
    "Appendix A",
    ...planRows(items),
    "Appendix B",
    "Appendix C",
    "The rainbow as a table",
    ...rainbow.map(arcRow),
  ]);
  expect(late.length).toBeGreaterThan(0);

  await openReport(page, "A lead’s own sheet");
  const leads = await page.getByLabel("Lead", { exact: true }).getByRole("option").allInnerTexts();
  const lead = leads.find((lead) => items.filter((item) => item.lead.includes(lead)).length > 1)!;
  await page.getByLabel("Lead", { exact: true }).selectOption(lead);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(lead);
  const own = items.filter((item) => item.lead.includes(lead));
  const sheet = squeezed((await print(page)).map(({ text }) => text).join(" "));
  const ownLate = own.filter(({ isOverdue }) => isOverdue).length;
  expectInOrder(sheet, [
    `${lead} leads ${own.length} entries`,
    `${own.length} are open, of which ${ownLate} ${ownLate === 1 ? "is" : "are"} overdue.`,
    ...own.map((item) => item.label + item.text + dueWords(item)),
  ]);
  for (const item of items) if (!own.includes(item)) expect(sheet).not.toContain(squeezed(item.text));
});

test("the reports of a round have the figures of the rainbow, the breakdown and the responses", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  const [responses, required] = await received(page);
  const bySector = await rowsOf(page, "Responses by sector");
  const rainbow = await arcs(page);
  await section(page, "Rainbow", "The rainbow");
  await page.getByRole("link", { name: /^Break this down/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Breakdown" })).toBeVisible();
  const broken = await rowsOf(page, "Mean of each arc by sector");
  const compared = await rowsOf(page, "December 2009 compared with December 2008");
  await section(page, "Rainbow", "The rainbow");
  await page.getByRole("table", { name: "The rainbow as a table" }).getByRole("link", { name: "Integrated working practices", exact: true }).click();
  const radars = tablesOf(page, /: mean by aspect, with the number of people$/);
  await expect(radars).toHaveCount(5);
  const names = (await radars.locator("caption").allTextContents()).map((name) => name.trim());
  const aspects = new Map<string, string[][]>();
  for (const name of names) aspects.set(name, await rowsOf(page, name));

  const paper = await onPaper(page, "Summary report");
  const few = bySector.filter(([sector, count]) => paper.includes(squeezed(`${sector}: ${count} response`)));
  expect(few.length, "sectors that are heard too little").toBeGreaterThan(1);
  const inTheMiddle = rainbow.filter(({ score }) => Number(score) >= 2.5 && Number(score) <= 3.5).length;
  expectInOrder(paper, [
    `3.1 ${responses} responses were received; ${required} were required.`,
    `They came from ${bySector.filter(([sector, count]) => !/not said/i.test(sector) && Number(count) > 0).length} sectors.`,
    `4.1 Of ${rainbow.length} arcs that have a score, ${inTheMiddle} lie in the middle`,
    `4.2 ${ends(rainbow)}`,
    "The rainbow as a table",
    ...rainbow.map(arcRow),
    "Beside December 2008",
    ...compared.map(([theme, , before, , now]) => theme + before + now),
    "5. Practice by practice",
  ]);

  // What may be shared is what the app shows, or nothing.
  const shares = (shared: string, seen: string) => expect([seen, "too few"], `${shared} beside ${seen}`).toContain(shared);
  for (const name of names) {
    const shared = await rowsOf(page, name);
    const seen = aspects.get(name)!;
    expect(shared.map(([aspect]) => aspect)).toEqual(seen.map(([aspect]) => aspect));
    shared.forEach((row, at) => row.slice(1).forEach((figure, column) => shares(figure, seen[at][column + 1])));
    expectInOrder(paper, [name, ...shared.map((row) => row.join(""))]);
  }
  const sectors = await rowsOf(page, "Scores by sector");
  for (const [sector, count, ...means] of sectors) {
    const seen = broken.find(([name]) => name === sector)!;
    expect(count, sector).toBe(seen[1]);
    means.forEach((mean, at) => shares(mean, seen.at(at - means.length)!.replace(/ n \d+$/, "")));
  }
  expect(sectors.flat().filter((cell) => /^\d\.\d$/.test(cell)).length, "means that are shared").toBeGreaterThan(20);
  expectInOrder(paper, ["6. Sectors", "Scores by sector", ...sectors.map((row) => row.join("")), "7. Actions required"]);

  expectInOrder(await onPaper(page, "Board feedback"), [
    "Summary of key issue",
    `${responses} responses were received; ${required} were required.`,
    ends(rainbow),
    "The rainbow as a table",
    ...rainbow.map(arcRow),
    "Next steps",
    "Contact",
  ]);
  expectInOrder(await onPaper(page, "Poster"), ["How well do we work together?", `${responses} of us said`, ends(rainbow), "Thank you"]);
});

test("the papers that are made now and then have the figures of the plan, the exercise, the map and the registers", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  const items = await plan(page);
  await section(page, "Exercises");
  await page.getByRole("link", { name: "Conference on the children’s workforce" }).click();
  const combined = await rowsOf(page, "Combined result");
  await page.getByText("By outcome").first().click();
  const outcomes = await rowsOf(page, "By outcome");
  const basis = await page.getByText(/^\d+ placements on \d+ sheets/).innerText();
  await section(page, "Exercises");
  await page.getByRole("link", { name: "Training map", exact: true }).click();
  // Beside a count may stand that its gap is addressed.
  const matrix = (await rowsOf(page, "Training events by profession and arc")).map(([name, ...counts]) => [name, ...counts.map((count) => `${parseInt(count)}`)]);
  const gaps = await rowsOf(page, "Gaps in training");
  const events = matrix.at(-1)!.at(-1)!;
  const registers = new Map<string, string[][]>();
  for (const [link, name] of [["Related strategies", "Related strategies"], ["Consultation and commitment schedule", "Consultation and commitment schedule"], ["Glossary", "Glossary"], ["Contacts", "Contacts"]]) {
    await section(page, "Exercises");
    await page.getByRole("link", { name: "Registers", exact: true }).click();
    await page.getByRole("link", { name: link, exact: true }).click();
    registers.set(name, await rowsOf(page, name));
  }

  const share = (at: number) => combined[at].find((cell, column) => column === 6)!.match(/\((\d+%)\)/)![1];
  const told = `${share(0)} looking good, ${share(1)} underway and ${share(2)} not really happening yet`;
  const cards = outcomes.map((row) => row.join(""));
  expect(outcomes).toHaveLength(29);
  const conference = await onPaper(page, "Conference report");
  expectInOrder(conference, [
    "1. Summary",
    told,
    basis,
    ...combined.map((row) => row.join("")),
    ...cards,
    `The training map holds ${events} events. ${gaps.length} gaps were found.`,
    "Gaps in training",
  ]);
  // The map calls the arcs by their short names.
  const listed = await rowsOf(page, "Gaps in training");
  expect(listed.map(([profession, , served]) => [profession, served])).toEqual(gaps.map(([profession, , served]) => [profession, served]));
  expectInOrder(conference, ["Gaps in training", ...listed.map((row) => row.join(""))]);

  const pack = await onPaper(page, "Strategy pack");
  expectInOrder(pack, ["Delivery plan", "Conference report"]);
  expectInOrder(pack, planRows(items));
  expectInOrder(pack, [told, ...combined.map((row) => row.join("")), ...cards, `The training map holds ${events} events.`]);
  expectInOrder(pack, ["Training events by profession and arc", ...matrix.map((row) => row.join("")), "Gaps in training", ...listed.map((row) => row.join(""))]);
  const firsts = (name: string) => registers.get(name)!.map(([first]) => first);
  expectInOrder(pack, ["Appendix G: Related strategies", ...registers.get("Related strategies")!.map(([name, link, officer]) => name + link + officer)]);
  expectInOrder(pack, ["Appendix J: Contacts", ...registers.get("Contacts")!.map(([role, organisation, what]) => role + organisation + what)]);
  expectInOrder(pack, ["Appendix H", ...registers.get("Consultation and commitment schedule")!.map(([, who, what, done]) => who + what + done)]);
  expectInOrder(pack, ["Appendix I: Glossary", ...registers.get("Glossary")!.map(([term, meaning]) => term.replace(/Also: .*/, "") + meaning)]);
  expect(firsts("Glossary").length).toBeGreaterThan(20);

  const proposal = await onPaper(page, "Proposal paper");
  expectInOrder(proposal, ["2.1", "2.2", "2.3", "2.4 The meeting is asked to agree the plan", "Appendix B", ...planRows(items)]);

  const toldUs = await onPaper(page, "What you told us");
  const open5 = items.slice(0, 5).map(({ text }) => text);
  expectInOrder(toldUs, ["What will happen next", ...open5]);
});
