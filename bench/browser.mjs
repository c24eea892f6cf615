// Chromium as every measure starts it: a new process each time, over a copy of a profile from which all caches were taken.
import { chromium } from "@playwright/test";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const CLOSED_NETWORK = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];
// Chromium refuses to start its sandbox as root, which is who containers run as.
const AS_ROOT = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
/** What a browser keeps of pages beside their storage: none of it may speed up a first load. */
const CACHES = ["Cache", "Code Cache", "Service Worker", "GPUCache", "DawnGraphiteCache", "DawnWebGPUCache", "Shared Dictionary"];

/** Starts a browser over a profile folder; without one, over a new profile that goes with the browser. */
export async function start(profile) {
  const folder = profile ?? (await newFolder());
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM,
    args: [...CLOSED_NETWORK, ...AS_ROOT],
    locale: "en-GB",
    timezoneId: "Europe/London",
    viewport: { width: 1280, height: 900 },
  });
  const close = async () => {
    await context.close();
    if (!profile) await remove(folder);
  };
  return { context, close };
}

/** Starts a browser over a copy of a profile, without its caches. */
export async function startCold(profile) {
  const folder = await newFolder();
  const isCache = (path) => CACHES.some((name) => path.endsWith(name));
  await cp(profile, folder, { recursive: true, filter: (path) => !isCache(path) && !/Singleton/.test(path) });
  const { context } = await start(folder);
  const close = async () => {
    await context.close();
    await remove(folder);
  };
  return { context, close };
}

/** A new folder for a profile. */
export function newFolder() {
  return mkdtemp(join(tmpdir(), "rainbow-bench-"));
}

/** Removes a profile; a browser that is just ending may still write to it. */
export function remove(folder) {
  return rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** The page that a browser starts with, with service workers out of the way. */
export async function coldPage(context) {
  const page = context.pages()[0] ?? (await context.newPage());
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setBypassServiceWorker", { bypass: true });
  return { page, devtools };
}
