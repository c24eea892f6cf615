// The region: giving the area's figures with a permission, taking other areas' files in, and seeing one's own within them.
import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "./support";
import { download, openSample, section } from "./pages";

type Benchmark = { id: string; made: string; themes: Record<string, { mean?: string; people?: number }> };

/** Goes to the region from the rainbow. */
async function region(page: Page) {
  await section(page, "Rainbow", /./);
  await page.getByRole("link", { name: "Your area within the region" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your area within the region" })).toBeVisible();
}

/** The same file as another area of this number would give it, with this mean for its first theme. */
function ofAnotherArea(own: string, number: number, mean: string): { name: string; text: string } {
  const file = JSON.parse(own);
  const data: Benchmark = file.data;
  data.id = `00000000-0000-4000-8000-00000000000${number}`;
  data.themes.identity = { mean, people: 30 };
  const text = JSON.stringify(data);
  const checksum = `sha256:${createHash("sha256").update(text).digest("hex")}`;
  const rest = { format: "rainbow", version: 1, kind: "benchmark", exported: file.exported, checksum };
  return { name: `rainbow-benchmark-${number}.json`, text: `${JSON.stringify(rest).slice(0, -1)},"data":${text}}` };
}

async function add(page: Page, ...files: { name: string; text: string }[]) {
  await page.getByLabel("Add benchmark files").setInputFiles(
    files.map(({ name, text }) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) })),
  );
  await expect(page.getByRole("heading", { name: "What these files would change" })).toBeVisible();
}

/** The cells of a theme's row. */
async function theme(page: Page, name: string): Promise<string[]> {
  const table = page.getByRole("table", { name: "Your area within the region, theme by theme" });
  return await table.getByRole("row", { name }).getByRole("cell").allInnerTexts();
}

test("an area gives its figures, takes others in and sees itself among them", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await region(page);
  await expect(page.getByText("3 more files are needed.")).toBeVisible();

  await page.getByRole("button", { name: "Make the benchmark file" }).click();
  await expect(page.getByRole("alert")).toContainText("Enter the role of who gave permission");
  await page.getByLabel("Who gave permission").fill("Director of Children’s Services");
  await page.getByLabel("Region (optional)").fill("North");
  const own = await download(page, "Make the benchmark file");
  await expect(page.getByText("the permission is recorded")).toBeVisible();
  await expect(page.getByText("with the permission of Director of Children’s Services")).toBeVisible();
  expect(own.name).toMatch(/^rainbow-benchmark-2009-12-[0-9a-f]{8}\.json$/);
  const { kind, data } = JSON.parse(own.text);
  expect([kind, data.region, data.responses, data.permitted_by]).toEqual(["benchmark", "North", 54, "Director of Children’s Services"]);
  expect(own.text).not.toContain("workspace");

  // A file made later carries the same id, so that it takes the place of the first.
  await page.getByLabel("Who gave permission").fill("Director of Children’s Services");
  const again = await download(page, "Make the benchmark file");
  expect(JSON.parse(again.text).data.id).toBe(data.id);

  await add(page, ofAnotherArea(own.text, 1, "2.0"), ofAnotherArea(own.text, 2, "3.5"), ofAnotherArea(own.text, 3, "4.0"));
  const brought = page.getByRole("table", { name: "What rainbow-benchmark-1.json would bring" });
  await expect(brought.getByRole("row", { name: /^Benchmarks of other areas 1 0 0 0 0/ })).toBeVisible();
  await page.getByRole("button", { name: /^Add to/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your area within the region" })).toBeVisible();
  expect((await theme(page, "Shared identity and purpose")).slice(2)).toEqual(["2.0", "3.5", "4.0", "3"]);
  await expect(page.getByRole("img", { name: /^Strips, your area within the region/ })).toBeVisible();

  await add(page, { name: "own.json", text: own.text });
  await expect(page.getByRole("row", { name: /^own\.json/ })).toContainText("this area gave away itself");
  await page.getByRole("button", { name: "Close" }).click();

  await region(page);
  await page.getByRole("button", { name: /^Remove of December 2009/ }).first().click();
  await expect(page.getByText("1 more file is needed.")).toBeVisible();
  expect((await theme(page, "Shared identity and purpose")).slice(2)).toEqual(["–", "–", "–", "2"]);
  await page.getByRole("button", { name: "Undo" }).first().click();
  expect((await theme(page, "Shared identity and purpose")).slice(2)).toEqual(["2.0", "3.5", "4.0", "3"]);
});

test("a benchmark is taken into an area that is open, and only if it measures with the same framework", async ({ page, open }) => {
  await open(page);
  await openSample(page);
  await region(page);
  await page.getByLabel("Who gave permission").fill("Director of Children’s Services");
  const own = await download(page, "Make the benchmark file");
  const other = ofAnotherArea(own.text, 1, "2.0");
  const newer = other.text.replace(/"framework_version":"[^"]*"/, '"framework_version":"2012"');
  await add(page, { name: "newer.json", text: newer }, { name: "short.json", text: other.text.slice(0, 400) });
  await expect(page.getByRole("row", { name: /^newer\.json/ })).toContainText("measures with another framework");
  await expect(page.getByRole("row", { name: /^short\.json/ })).toContainText("it ends in the middle");
  await expect(page.getByRole("button", { name: /^Add to/ })).toBeHidden();
});
