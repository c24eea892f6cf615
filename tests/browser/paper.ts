// A report as it leaves the app: what the page shows of it, piece by piece, and the words and shapes on the sheets of its PDF.
import { expect, type Page } from "@playwright/test";
import { section } from "./pages";

/** Every report that the sample area has, by the name that the list of reports gives it. */
export const REPORTS = [
  "Executive progress report",
  "A lead’s own sheet",
  "Summary report",
  "Board feedback",
  "Poster",
  "Proposal paper",
  "Conference report",
  "Strategy pack",
  "What you told us",
];

/** One thing in a document: a heading with its level, the words of a paragraph, a table by its rows, or a picture. */
export type Piece = string | string[][];

/** A sheet of a PDF: the words on it, how many shapes are drawn there, and its size in points. */
export type Sheet = { text: string; shapes: number; width: number; height: number };

/** Opens a report from the list. */
export async function openReport(page: Page, name: string) {
  await section(page, "Reports");
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("button", { name: "Print or save as PDF" })).toBeVisible();
}

/** Keeps what the page will put onto the clipboard as HTML. To be called before Rainbow is opened. */
export async function keepCopies(page: Page) {
  await page.addInitScript(() => {
    const kept = window as unknown as { copied?: string };
    navigator.clipboard.write = async ([item]) => {
      kept.copied = await (await item.getType("text/html")).text();
    };
  });
}

/** Copies the report that is open for Word, and gives the HTML that was copied. */
export async function copiedForWord(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Copy for Word" }).click();
  await expect(page.getByText("The report was copied.")).toBeVisible();
  return page.evaluate(() => (window as unknown as { copied: string }).copied);
}

/** What the page shows of a report, in order. */
export const shown = (page: Page): Promise<Piece[]> =>
  page.locator("article.app-report").evaluate((article) => {
    const pieces: (string | string[][])[] = [];
    const spaced = (text: string | null) => (text ?? "").replace(/\s+/g, " ").trim();
    walk(article);
    return pieces;
    function walk(node: Element) {
      if (node.matches("style, .app-no-print")) return;
      if (node.matches("h1")) {
        // The area stands above the title, in the same heading for those who listen.
        const caption = node.querySelector(".govuk-caption-l");
        if (caption) pieces.push(spaced(caption.textContent));
        pieces.push(`# ${spaced([...node.childNodes].filter((part) => part !== caption).map((part) => part.textContent).join(" "))}`);
      } else if (node.matches("h2, h3")) pieces.push(`${"#".repeat(Number(node.tagName[1]))} ${spaced(node.textContent)}`);
      else if (node.matches("p, figcaption")) pieces.push(spaced(node.textContent));
      else if (node.matches("li")) pieces.push(spaced(node.textContent).replace(/^• /, ""));
      else if (node.matches("table")) {
        const rows = [...node.querySelectorAll("tr")].map((row) => [...row.children].map((cell) => spaced(cell.textContent)));
        pieces.push(spaced(node.querySelector("caption")!.textContent), rows);
      } else if (node.matches("figure")) {
        pieces.push("[picture]");
        walk(node.querySelector("figcaption")!);
      } else for (const child of node.children) walk(child);
    }
  });

/** The sheets of a PDF. */
export async function sheets(pdf: Buffer): Promise<Sheet[]> {
  const { getDocument, OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const all: Sheet[] = [];
  for (let number = 1; number <= file.numPages; number++) {
    const sheet = await file.getPage(number);
    const { items } = await sheet.getTextContent();
    const { fnArray } = await sheet.getOperatorList();
    const { width, height } = sheet.getViewport({ scale: 1 });
    all.push({
      text: items.map((item) => ("str" in item ? item.str : "")).join(" ").replace(/\s+/g, " "),
      shapes: fnArray.filter((op) => op === OPS.constructPath).length,
      width,
      height,
    });
  }
  return all;
}

/** The page as it prints. */
export const print = async (page: Page): Promise<Sheet[]> => sheets(await page.pdf({ preferCSSPageSize: true }));

/** Words without the spaces, which a PDF has elsewhere than a page. */
export const squeezed = (text: string) => text.replace(/\s+/g, "");

/** The words of each sheet, squeezed, without the line at the head of each but the first and the number at its foot. */
export const bare = (printed: Sheet[], running: string): string[] =>
  printed.map(({ text }, at) => squeezed(text).replace(`Page${at + 1}of${printed.length}`, "").replace(at > 0 ? squeezed(running) : "", ""));

/** Expects that these words stand on paper in this order, one after another; `paper` is squeezed. */
export function expectInOrder(paper: string, pieces: string[]) {
  let from = 0;
  for (const piece of pieces) {
    const at = paper.indexOf(squeezed(piece), from);
    expect(at, `“${piece}” after “${paper.slice(Math.max(0, from - 60), from)}”`).toBeGreaterThan(-1);
    from = at + squeezed(piece).length;
  }
}

/** The tables of this name, folded away or not. */
export const tablesOf = (page: Page, name: RegExp) => page.locator("main table").filter({ has: page.locator("caption", { hasText: name }) });

/** The rows of the first table of this name without its heads, each cell by the words that are seen. */
export async function rowsOf(page: Page, name: string): Promise<string[][]> {
  const table = tablesOf(page, new RegExp(`^\\s*${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`)).first();
  await table.waitFor({ state: "attached" });
  return table.locator("tbody tr").evaluateAll((rows) =>
    rows.map((row) =>
      [...row.children].map((cell) => {
        const copy = cell.cloneNode(true) as HTMLElement;
        for (const aside of copy.querySelectorAll(".app-no-print, .govuk-visually-hidden")) aside.remove();
        return copy.textContent!.replace(/\s+/g, " ").trim();
      }),
    ),
  );
}
