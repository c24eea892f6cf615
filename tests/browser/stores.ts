// The two stores of a browser as seen from outside the app: what they hold, and how they are spoilt.
import type { Page } from "@playwright/test";

/** The quick one is localStorage, the durable one IndexedDB. */
export type Store = "quick" | "durable";

/** Everything of Rainbow's in both stores, as one text that changes with anything written. */
export async function held(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    const opening = indexedDB.open("rainbow");
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const entries = database.transaction("entries").objectStore("entries");
    const asked = [entries.getAllKeys(), entries.getAll()];
    await new Promise((resolve) => (entries.transaction.oncomplete = resolve));
    database.close();
    const quick = Object.entries({ ...localStorage }).filter(([key]) => key.startsWith("rainbow/"));
    return JSON.stringify([quick.sort(), asked.map(({ result }) => result)]);
  });
}

/** Takes everything of Rainbow's out of one store. */
export async function empty(page: Page, store: Store) {
  await page.evaluate(async (store) => {
    if (store === "quick") {
      for (const key of Object.keys(localStorage)) if (key.startsWith("rainbow/")) localStorage.removeItem(key);
      return;
    }
    const deleting = indexedDB.deleteDatabase("rainbow");
    await new Promise((resolve, reject) => {
      deleting.onsuccess = resolve;
      deleting.onerror = reject;
    });
  }, store);
}

/** Puts other values in place of what one store holds: each of them in turn, or the first `count` entries only. */
export async function damage(page: Page, store: Store, values: unknown[], count = Infinity) {
  const damaged = await page.evaluate(async ({ store, values, count }) => {
    const value = (at: number) => values[at % values.length];
    if (store === "quick") {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith("rainbow/")).slice(0, count ?? undefined);
      keys.forEach((key, at) => localStorage.setItem(key, String(value(at))));
      return keys.length;
    }
    const opening = indexedDB.open("rainbow");
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const entries = opening.result.transaction("entries", "readwrite").objectStore("entries");
    const asked = entries.getAllKeys();
    await new Promise((resolve) => (asked.onsuccess = resolve));
    const keys = asked.result.slice(0, count ?? undefined);
    keys.forEach((key, at) => entries.put(value(at), key));
    await new Promise((resolve) => (entries.transaction.oncomplete = resolve));
    opening.result.close();
    return keys.length;
  }, { store, values, count: Number.isFinite(count) ? count : null });
  if (damaged === 0) throw new Error(`the ${store} store held nothing to damage`);
}
