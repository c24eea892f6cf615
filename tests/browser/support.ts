// What every browser test starts from: the app opened in the form that the project names, under watch.
import { test as base, expect, type BrowserContext, type Page, type Request } from "@playwright/test";

export { expect };

/** Opens the app at a hash route ("#/..."; none means where the app starts) and waits until it has started. */
export type Open = (page: Page, route?: string) => Promise<void>;

export const test = base.extend<{ watch: Watch; open: Open }>({
  // Runs in every test, also in one that never calls `open`.
  watch: [
    async ({ context, baseURL }, use, testInfo) => {
      const watch = new Watch(baseURL ?? "");
      watch.over(context);
      await use(watch);
      await testInfo.attach("every request", { body: watch.requests().join("\n"), contentType: "text/plain" });
      watch.expectNothing();
    },
    { auto: true },
  ],
  open: async ({ watch, baseURL }, use) => {
    await use(async (page, route = "") => {
      // A second context that a test made for itself is watched from here on.
      watch.over(page.context());
      await page.goto(new URL(route, baseURL).href);
      await expect(page.locator("#starting")).toBeHidden();
    });
  },
});

/** Collects every request and every error of the contexts it is set over. */
export class Watch {
  private readonly seen: Request[] = [];
  private readonly errors: string[] = [];
  private readonly forgiven: RegExp[] = [];
  private readonly contexts = new Set<BrowserContext>();

  constructor(private readonly baseURL: string) {}

  over(context: BrowserContext) {
    if (this.contexts.has(context)) return;
    this.contexts.add(context);
    context.on("request", (request) => this.seen.push(request));
    context.on("console", (message) => {
      if (message.type() === "error") this.errors.push(`${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.errors.push(error.error().stack ?? error.error().message));
  }

  /** The address of every request so far, in order. */
  requests(): string[] {
    return this.seen.map((request) => request.url());
  }

  /** Takes one kind of error off the list, of which there must be one by now: for tests that break something on purpose. */
  forgive(pattern: RegExp) {
    expect(this.errors.filter((error) => pattern.test(error)), `errors like ${pattern}`).not.toEqual([]);
    this.forgiven.push(pattern);
  }

  expectNothing() {
    const strangers = this.seen.filter((request) => !this.isLocal(request)).map((request) => request.url());
    expect(strangers, "requests for anything but the app's own files").toEqual([]);
    const errors = this.errors.filter((error) => !this.forgiven.some((pattern) => pattern.test(error)));
    expect(errors, "errors in the console").toEqual([]);
  }

  /** A page from a file may ask for itself and nothing else; the site only for its own files. */
  private isLocal(request: Request): boolean {
    const url = request.url();
    if (/^(data|blob|about):/.test(url)) return true;
    if (url.startsWith("file:")) return request.isNavigationRequest();
    return url.startsWith(this.baseURL);
  }
}
