// The printed report: its words, in order, and its chart, read from the PDF that the browser makes.
import { expect, test } from "./support";
import { openSample, section } from "./pages";

type Sheet = { text: string; shapes: number };

/** The sheets of a PDF: the words on each, and how many shapes are drawn on it. */
async function sheets(pdf: Buffer): Promise<Sheet[]> {
  const { getDocument, OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const all: Sheet[] = [];
  for (let number = 1; number <= file.numPages; number++) {
    const sheet = await file.getPage(number);
    const { items } = await sheet.getTextContent();
    const { fnArray } = await sheet.getOperatorList();
    all.push({
      text: items.map((item) => ("str" in item ? item.str : "")).join(" ").replace(/\s+/g, " "),
      shapes: fnArray.filter((op) => op === OPS.constructPath).length,
    });
  }
  return all;
}

test("the progress report prints on A4 with every section, every action and the rainbow", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await section(page, "Plans");
  await page.getByRole("link", { name: "One Children’s Workforce Action Plan" }).first().click();
  const actions = await page.getByRole("treegrid", { name: /Action Plan/ }).getByRole("link").allInnerTexts();
  expect(actions).toHaveLength(12);
  await section(page, "Rainbow", /rainbow/i);
  const rows = await page.getByRole("table", { name: "The rainbow as a table" }).locator("tbody tr").evaluateAll((rows) =>
    rows.map((row) => ({ theme: row.querySelector("th a")!.textContent!.trim(), now: row.querySelectorAll("td")[0].textContent!.trim() })),
  );
  expect(rows).toHaveLength(8);

  await section(page, "Reports");
  await page.getByRole("link", { name: "Executive progress report" }).first().click();
  await expect(page.getByRole("button", { name: "Print or save as PDF" })).toBeVisible();
  const printed = await sheets(await page.pdf({ preferCSSPageSize: true }));
  const words = printed.map((sheet) => sheet.text).join(" ");
  let from = 0;
  for (const heading of ["Purpose", "Decisions needed", "Background", "Progress", "Financial implications", "People implications", "Equalities implications", "Safeguarding implications", "Appendix A", "Appendix B"]) {
    const at = words.indexOf(heading, from);
    expect(at, heading).toBeGreaterThan(-1);
    from = at;
  }
  expect(words).toContain("54 responses against 45 required");
  for (const action of actions) expect(words).toContain(action.replace(/\s+/g, " ").trim());
  for (const { theme, now } of rows) {
    expect(words).toContain(theme);
    expect(words.slice(words.lastIndexOf("The rainbow as a table")), theme).toContain(now);
  }
  // What is for the screen alone stays off the paper.
  for (const button of ["Print or save as PDF", "Sample data.", "Everything stays on this device"]) expect(words).not.toContain(button);
  const chart = printed.find((sheet) => sheet.text.includes("Appendix B"))!;
  expect(chart.shapes, "shapes of the rainbow on its sheet").toBeGreaterThan(40);
});
