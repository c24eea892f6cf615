// How the browser tests run: every spec twice, on the served site and on the one file with the network off, but for those
// that no form of Rainbow makes a difference to.
// `cargo xtask test` serves the site and sets CHROMIUM and RAINBOW_SITE.
import { defineConfig } from "@playwright/test";
import { pathToFileURL } from "node:url";

function set(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the browser tests with \`cargo xtask test\`.`);
  return value;
}

const closedNetwork = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];
// Chromium refuses to start its sandbox as root, which is who containers run as.
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

// What these pages do depends in nothing on how Rainbow was opened. They run on the one file, whose rules are the stricter.
const inOneForm = ["analysts", "benchmark", "breakdown", "children", "design", "discussion", "evidence", "exercises", "figures", "leads", "papers", "plans", "plans_from_gaps", "registers", "report", "training", "typing", "word"];

export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results",
  reporter: [["list"]],
  workers: 2,
  fullyParallel: true,
  // A test that passes only at its second go is listed as flaky at the end of the run: a defect of the test, to be mended.
  retries: 1,
  // A slow machine is no fault of the app: what never comes still fails.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  use: {
    browserName: "chromium",
    launchOptions: { executablePath: set("CHROMIUM"), args: [...closedNetwork, ...asRoot] },
    locale: "en-GB",
    timezoneId: "Europe/London",
    screenshot: "only-on-failure",
  },
  // A test that means one form only carries the tag of that form.
  projects: [
    {
      name: "http",
      grepInvert: /@file/,
      testIgnore: inOneForm.map((name) => `**/${name}.spec.ts`),
      use: { baseURL: set("RAINBOW_SITE") },
    },
    { name: "file", grepInvert: /@http/, use: { baseURL: pathToFileURL("dist/rainbow.html").href, offline: true } },
  ],
});
