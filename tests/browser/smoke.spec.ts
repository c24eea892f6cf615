// The app starts in both forms, and says what is the matter when it can't.
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

import { expect, test } from "./support";

test("the app starts", async ({ page, open }) => {
  await open(page);
  await expect(page.getByRole("heading", { level: 1, name: "Rainbow" })).toBeVisible();
  await expect(page).toHaveTitle(/Rainbow/);
});

test("after one visit the site opens without a network", { tag: "@http" }, async ({ page, open, context, watch, baseURL }) => {
  await open(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Rainbow" })).toBeVisible();
  expect(watch.requests()).toContain(`${baseURL}service-worker.js`);
});

test("a new version of the site keeps the one before and drops older ones", { tag: "@http" }, async ({ page, open }) => {
  await open(page);
  await page.evaluate(async () => {
    const { scope } = await navigator.serviceWorker.ready;
    for (const version of ["older", "before"]) {
      const cache = await caches.open(`rainbow ${scope} ${version}`);
      await cache.put(`rainbow-${version}.css`, new Response(`/* ${version} */`));
    }
    await (await navigator.serviceWorker.ready).unregister();
  });
  await open(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const names = () => page.evaluate(async () => (await caches.keys()).map((name) => name.split(" ").at(-1)));
  await expect.poll(names).not.toContain("older");
  expect(await names()).toContain("before");
  expect(await names()).toHaveLength(2);
  await page.reload();
  const part = () => page.evaluate(async () => await (await fetch("rainbow-before.css")).text());
  expect(await part()).toBe("/* before */");
});

test("a copy that the page writes of itself starts too", { tag: "@file" }, async ({ page, open }, testInfo) => {
  await open(page);
  const copy = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    copy.querySelector("#app")!.replaceChildren();
    const data = document.createElement("script");
    data.type = "application/json";
    data.textContent = '{"hello": "copy"}';
    copy.querySelector("#wasm")!.before(data);
    return `<!doctype html>\n${copy.outerHTML}`;
  });
  const path = testInfo.outputPath("copy.html");
  await writeFile(path, copy);
  await page.goto(pathToFileURL(path).href);
  await expect(page.getByRole("heading", { level: 1, name: "Rainbow" })).toBeVisible();
});

test("a file that was cut short says so", { tag: "@file" }, async ({ page, baseURL }, testInfo) => {
  const whole = await readFile(new URL(baseURL!), "utf8");
  const path = testInfo.outputPath("cut.html");
  await writeFile(path, whole.slice(0, whole.indexOf('id="wasm"') + 1000));
  await page.goto(pathToFileURL(path).href);
  await expect(page.getByRole("status")).toContainText("This copy of Rainbow is incomplete");
});

test("a browser that is too old is told so", { tag: "@file" }, async ({ page, watch, baseURL }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "DecompressionStream"));
  await page.goto(baseURL!);
  await expect(page.getByRole("status")).toContainText("This browser is too old for Rainbow");
  await expect(async () => watch.forgive(/DecompressionStream/)).toPass();
});

test("an app that can't start says why", { tag: "@http" }, async ({ page, watch, baseURL }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(baseURL!);
  await expect(page.getByRole("status")).toContainText("Rainbow could not start");
  await expect(async () => watch.forgive(/fetch|Failed to load/)).toPass();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says what it is", async ({ page, baseURL }) => {
    await page.goto(baseURL!);
    await expect(page.locator("body noscript p").first()).toContainText("Rainbow is the One Children's Workforce Tool");
    await expect(page.getByText("Rainbow is starting")).toBeHidden();
  });
});
