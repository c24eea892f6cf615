// Taking the rainbow along as a picture: only of a closed round, since a picture is shared.
import { expect, test } from "./support";
import { createArea, download, section } from "./pages";

test("the rainbow of a closed round is copied as a picture and saved as SVG", async ({ page, open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await page.getByRole("button", { name: "Try it with sample data" }).click();
  await section(page, "Rainbow", /./);
  await page.getByRole("button", { name: "Copy as a picture" }).click();
  await expect(page.getByText("The picture was copied. Paste it into a document.")).toBeVisible();
  const size = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const picture = await createImageBitmap(await item!.getType("image/png"));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const pen = canvas.getContext("2d")!;
    pen.drawImage(picture, 0, 0);
    const colours = new Set(new Uint32Array(pen.getImageData(0, 0, picture.width, picture.height).data.buffer));
    return { width: picture.width, colours: colours.size };
  });
  expect(size.width).toBeGreaterThan(1_000);
  expect(size.colours, "it is drawn and not blank").toBeGreaterThan(16);

  const file = await download(page, "Save as SVG");
  expect(file.name).toMatch(/^rainbow-.*-december-2009\.svg$/);
  expect(file.text).toContain("<svg");
  expect(file.text).toContain("Integrated working practices");
});

test("while a round is open its rainbow stays here", async ({ page, open }) => {
  await open(page);
  await createArea(page, "Fenshire");
  await section(page, "Survey");
  await page.getByLabel("Title").fill("Spring 2027");
  await page.getByRole("button", { name: "Open the round" }).click();
  await section(page, "Rainbow", /./);
  await expect(page.getByText("Once the round is closed you can copy the rainbow as a picture")).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy as a picture" })).toHaveCount(0);
});
