// Data for analysts: a real database reads the file of answers by the SQL of docs/analysts.md and gets the figures on the screen.
import { readFile, writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { download, openSample, section } from "./pages";

type Row = Record<string, string | number | null>;

/** The SQL in the document, each by the name in its first line. */
async function examples(): Promise<Map<string, string>> {
  const text = await readFile("docs/analysts.md", "utf8");
  const blocks = [...text.matchAll(/```sql\n-- (\w+)\n([\s\S]*?)```/g)];
  return new Map(blocks.map(([, name, sql]) => [name, sql]));
}

/** Runs the document's SQL on a file, in its order, and gives what each query found; nothing where DuckDB is missing. */
async function counted(path: string): Promise<Map<string, Row[]> | undefined> {
  const duckdb = await import("@duckdb/node-api").catch(() => undefined);
  if (!duckdb) return undefined;
  const connection = await (await duckdb.DuckDBInstance.create(":memory:")).connect();
  const found = new Map<string, Row[]>();
  for (const [name, sql] of await examples()) {
    const reader = await connection.runAndReadAll(sql.replace("answers.csv", path.replaceAll("'", "''")));
    // Counts are 64-bit integers, which JSON spells as text.
    found.set(name, reader.getRowObjectsJson() as Row[]);
  }
  connection.closeSync();
  return found;
}

function skipLoudly(what: string) {
  console.warn(`LEFT OUT: ${what}`);
  test.info().annotations.push({ type: "left out", description: what });
}

async function openAnalysts(page: Page) {
  await section(page, "Files");
  await page.getByRole("link", { name: "data for analysts" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Data for analysts" })).toBeVisible();
}

/** The cells of a CSV file without line ends in its cells. */
function cells(text: string): string[][] {
  const lines = text.replace(/^\uFEFF/, "").trimEnd().split("\r\n");
  return lines.map((line) => [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell]) => cell.replace(/^"|"$/g, "").replaceAll('""', '"')));
}

/** Half-way goes up, as on the screen. */
const tenth = (mean: unknown) => (Math.round(Number(mean) * 10 + 1e-9) / 10).toFixed(1);

test("DuckDB gets the app's own figures from the file of answers", async ({ page, open }, testInfo) => {
  await open(page);
  await openSample(page);
  await openAnalysts(page);
  await page.getByLabel("Everything, including individual answers").check();
  await expect(page.getByText(/people who know a small team can recognise who is who/)).toBeVisible();
  const file = await download(page, "Download individual answers");
  expect(file.name).toMatch(/^rainbow-.*-answers-.*\.csv$/);
  const path = testInfo.outputPath("answers.csv");
  await writeFile(path, file.text);
  const found = await counted(path);
  if (!found) return skipLoudly("DuckDB is not installed (`npm ci` brings it where it has been built), so its figures were not compared.");

  await section(page, "Responses", /./);
  const round = (await page.getByRole("combobox", { name: "Round" }).locator("option:checked").innerText()).trim();
  const of = (name: string) => found.get(name)!.filter((row) => row.round === round);
  const sectors = page.getByRole("table", { name: "Responses by sector" }).locator("tbody tr");
  await expect(sectors.filter({ hasText: "Health" })).toHaveCount(1);
  for (const row of await sectors.all()) {
    const sector = (await row.getByRole("rowheader").innerText()).trim();
    const received = Number(await row.getByRole("cell").first().innerText());
    const counts = of("responses").filter((one) => (one.sector ?? "Not said") === sector);
    expect(counts.reduce((sum, one) => sum + Number(one.responses), 0), sector).toBe(received);
  }

  await section(page, "Rainbow", "The rainbow");
  const shown = page.getByRole("table", { name: "The rainbow as a table" }).locator("tbody tr");
  await expect(shown).toHaveCount(8);
  const arcs = await shown.evaluateAll((rows) =>
    rows.map((row) => [row.querySelector("th a")!.textContent!.trim(), ...[...row.querySelectorAll("td")].map((cell) => cell.textContent!.trim())]),
  );
  expect(of("themes")).toHaveLength(8);
  for (const [theme, now, people] of arcs) {
    const own = of("themes").find((row) => row.theme === theme)!;
    expect([tenth(own.mean), String(own.n)], theme).toEqual([now, people]);
  }
  const arc = arcs[3][0];
  await page.getByRole("table", { name: "The rainbow as a table" }).getByRole("link", { name: arc, exact: true }).click();
  await expect(page.getByRole("heading", { name: "What was answered" })).toBeVisible();
  // One statement has a chart in two layouts, of which the screen shows one.
  const statements = await page.locator(".app-statements__one").evaluateAll((all) =>
    all.map((one) => ({
      words: one.querySelector(".app-statements__text")!.textContent!.trim(),
      figure: one.querySelector(".app-statements__figure")!.textContent!.trim(),
      spread: one.querySelector("svg[aria-label]")?.getAttribute("aria-label") ?? "",
    })),
  );
  expect(statements.length).toBeGreaterThan(20);
  for (const { words, figure, spread } of statements) {
    const own = of("statements").find((row) => row.words === words)!;
    expect(figure, words).toContain(`Mean ${tenth(own.mean)} from ${own.n} people`);
    const counts = `${own.ones} scored 1, ${own.twos} scored 2, ${own.threes} scored 3, ${own.fours} scored 4, ${own.fives} scored 5`;
    const beside = `${own.dont_know} don't know, ${own.not_applicable} not applicable, ${own.not_answered} not answered`;
    expect(spread, words).toContain(`${counts}; ${beside}`);
  }

  await section(page, "Rainbow", "The rainbow");
  await page.getByRole("link", { name: /^Break this down/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Breakdown" })).toBeVisible();
  for (const [theme] of arcs) {
    await page.getByLabel("Arc", { exact: true }).selectOption({ label: theme });
    await expect(page.getByRole("heading", { level: 3, name: theme })).toBeVisible();
    const everybody = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 4, name: /^Everybody/ }) });
    const own = of("themes").find((row) => row.theme === theme)!;
    await expect(everybody).toContainText(`Mean ${tenth(own.mean)}, median ${tenth(own.median)}, from ${own.n} people`);
    await expect(everybody).toContainText(`${Math.round(Number(own.above_midpoint) * Number(own.n))} of ${own.n} above the midpoint`);
    await expect(everybody).toContainText(
      `${own.nearest_1} near 1, ${own.nearest_2} near 2, ${own.nearest_3} near 3, ${own.nearest_4} near 4, ${own.nearest_5} near 5`,
    );
  }
});

test("comments go into the file only when asked for, and the file is no copy of the area", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await openAnalysts(page);
  await page.getByLabel("Everything, including individual answers").check();
  const without = await download(page, "Download individual answers");
  expect(cells(without.text.split("\r\n")[0])[0]).not.toContain("comment");
  await page.getByLabel("Include comments as they were written").check();
  const withThem = await download(page, "Download individual answers");
  expect(cells(withThem.text.split("\r\n")[0])[0].at(-1)).toBe("comment");
  expect(withThem.text.length).toBeGreaterThan(without.text.length);
  await page.getByRole("link", { name: "Back to files" }).click();
  await expect(page.getByText("No copy has been made on this device yet.")).toBeVisible();
  // Whoever withdraws a response is told of the file all the same.
  await section(page, "Responses", /./);
  await page.getByRole("button", { name: /^Withdraw/ }).first().click();
  // The two have one name where they were made within a minute: each is told of by a line of its own.
  for (const name of [without.name, withThem.name]) {
    const told = page.getByText(new RegExp(name.replaceAll(".", "\\.")));
    await expect(told).toHaveCount(without.name === withThem.name ? 2 : 1);
    await expect(told.first()).toBeVisible();
  }
});

test("whoever may not see answers gets figures that were let through, and a dictionary of every column", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await openAnalysts(page);
  await expect(page.getByRole("button", { name: /individual answers/ })).toHaveCount(0);
  await page.getByLabel("Plans and shareable figures only").check();
  const figures = cells((await download(page, "Download the figures")).text);
  const dictionary = cells((await download(page, "Download the data dictionary")).text);
  const described = (about: string) => dictionary.filter((row) => row[0] === about).map((row) => row[1]);
  expect(described("column of the figures")).toEqual(figures[0]);
  expect(described("column of the answers")).toContain("score");
  expect(described("how a figure is made")).toContain("theme score");
  const at = (name: string) => figures[0].indexOf(name);
  const rows = figures.slice(1).filter((row) => row[at("figure")] === "theme" && row[at("who")] === "everybody");
  await section(page, "Rainbow", "The rainbow");
  const shown = page.getByRole("table", { name: "The rainbow as a table" }).locator("tbody tr");
  await expect(shown).toHaveCount(8);
  const arcs = await shown.evaluateAll((rows) =>
    rows.map((row) => [row.querySelector("th a")!.textContent!.trim(), ...[...row.querySelectorAll("td")].map((cell) => cell.textContent!.trim())]),
  );
  const latest = rows.at(-1)![0];
  for (const [theme, now, people] of arcs) {
    const row = rows.find((row) => row[0] === latest && row[at("theme")] === theme)!;
    expect([row[at("mean")], row[at("people")]], theme).toEqual([now, people]);
  }
  expect(figures.some((row) => row[at("mean")] === "too few to show" && row[at("people")] === "")).toBe(true);
});
