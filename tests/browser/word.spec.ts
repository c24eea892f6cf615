// What is copied for Word, read by a word processor: LibreOffice Writer takes each report for the headings, numbers, lists, tables and
// pictures that the page shows, in their order.
import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { openSample } from "./pages";
import { copiedForWord, keepCopies, type Piece, REPORTS, openReport, shown } from "./paper";

/** LibreOffice, as `cargo xtask test` found it or as it stands in the path. */
function writer(): string | undefined {
  const inPath = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "soffice"));
  return [process.env.SOFFICE ?? "", ...inPath].find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return path !== "";
    } catch {
      return false;
    }
  });
}

/** What Writer made of a report, read from the document that it wrote. */
const read = (page: Page, document: string): Promise<Piece[]> =>
  page.evaluate((document) => {
    const body = new DOMParser().parseFromString(document, "application/xml").getElementsByTagName("office:text")[0];
    const pieces: (string | string[][])[] = [];
    const squeezed = (text: string | null) => (text ?? "").replace(/\s+/g, " ").trim();
    walk(body);
    return pieces;
    /** The words of a node, without those that stand for a picture. */
    function words(node: Node): string {
      if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? "";
      if (["text:line-break", "text:s", "text:tab"].includes(node.nodeName)) return " ";
      if (node.nodeName === "draw:frame") return "";
      return [...node.childNodes].map(words).join("");
    }
    function rows(node: Element): string[][] {
      return [...node.getElementsByTagName("table:table-row")].map((row) => {
        const cells = [...row.children].filter((cell) => cell.nodeName === "table:table-cell");
        return cells.map((cell) => squeezed([...cell.children].map(words).join(" ")));
      });
    }
    function walk(node: Element) {
      for (const child of node.children) {
        if (child.nodeName === "text:h") pieces.push(`${"#".repeat(Number(child.getAttribute("text:outline-level")))} ${squeezed(words(child))}`);
        else if (child.nodeName === "text:p") {
          for (const _ of child.getElementsByTagName("draw:image")) pieces.push("[picture]");
          if (squeezed(words(child))) pieces.push(squeezed(words(child)));
        } else if (child.nodeName === "table:table") pieces.push(rows(child));
        else walk(child);
      }
    }
  }, document);

test("what is copied for Word is read by a word processor with its headings, numbers, tables and pictures", async ({ page, open }, testInfo) => {
  await keepCopies(page);
  await open(page);
  await openSample(page);
  const expected: Piece[][] = [];
  const files: string[] = [];
  for (const [at, name] of REPORTS.entries()) {
    await openReport(page, name);
    const copied = await copiedForWord(page);
    expected.push(await shown(page));
    const path = testInfo.outputPath(`report-${at}.html`);
    await writeFile(path, copied);
    files.push(path);
  }

  const soffice = writer();
  if (!soffice) {
    const description = "LibreOffice Writer is not here, so nothing has read what is copied for Word: set SOFFICE, or install libreoffice-writer-nogui";
    console.warn(`LEFT OUT: ${description}`);
    test.info().annotations.push({ type: "left out", description });
    return;
  }
  const profile = pathToFileURL(testInfo.outputPath("writer")).href;
  const folder = testInfo.outputPath("read");
  // A profile of its own: an office program that is open on this machine is left alone.
  const args = [`-env:UserInstallation=${profile}`, "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "fodt", "--outdir", folder, ...files];
  await promisify(execFile)(soffice, args, { timeout: 100_000 });

  for (const [at, name] of REPORTS.entries()) {
    const document = await readFile(join(folder, `report-${at}.fodt`), "utf8");
    expect(await read(page, document), name).toEqual(expected[at]);
    // No picture is wider than the sheet holds between its margins.
    const widths = [...document.matchAll(/<draw:frame [^>]*svg:width="([\d.]+)(in|cm)"/g)].map(([, width, unit]) => Number(width) * (unit === "in" ? 2.54 : 1));
    expect(widths, `${name}: pictures with a width`).toHaveLength(expected[at].filter((piece) => piece === "[picture]").length);
    for (const width of widths) expect(width, `${name}: width of a picture in centimetres`).toBeLessThan(16);
    const heads = document.match(/<table:table-header-rows>/g)?.length ?? 0;
    expect(heads, `${name}: tables whose heads repeat on each sheet`).toBe(expected[at].filter((piece) => typeof piece !== "string").length);
  }
  const all = expected.flat();
  expect(all.filter((piece) => typeof piece !== "string").length).toBeGreaterThan(20);
  expect(all.filter((piece) => typeof piece === "string" && /^\d+\.\d+ /.test(piece)).length).toBeGreaterThan(40);
});
