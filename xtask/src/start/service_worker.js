// Keeps the site's files, so that Rainbow opens without a network. VERSION and FILES are written above by cargo xtask dist.
//
// The page is asked for from the network first, so a new version is seen at the first visit after it was put up. Its parts are named by
// what is in them, so a page and its parts always belong together, whichever of the two places each comes from.

const PREFIX = `rainbow ${self.registration.scope} `;
const CACHE = PREFIX + VERSION;
// A slow network must not keep people waiting for a page that is already here.
const PATIENCE_MS = 3000;

self.addEventListener("install", (event) => {
  event.waitUntil(keepAll());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOlderVersions());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  const name = request.url.slice(self.registration.scope.length).replace(/[?#].*$/, "");
  if (name === "" || name === "index.html") event.respondWith(newestPage(request));
  else if (FILES.includes(name) || name.startsWith("rainbow-")) event.respondWith(kept(request));
});

async function keepAll() {
  const cache = await caches.open(CACHE);
  // What is named by its hash can't be out of date, so a copy that the browser has just fetched for the page will do.
  const asked = (name) => new Request(name, { cache: name.startsWith("rainbow-") ? "default" : "no-cache" });
  await cache.addAll(FILES.map(asked));
  await self.skipWaiting();
}

// A page of the version before this one may be starting at this moment and still need its parts.
async function dropOlderVersions() {
  for (const name of (await otherVersions()).slice(1)) await caches.delete(name);
}

// The caches of other versions, the latest first.
async function otherVersions() {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).reverse();
}

async function newestPage(request) {
  const cache = await caches.open(CACHE);
  const here = await cache.match("./");
  if (!here) return fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, here));
  const fresh = fetch(request).then(
    (response) => (response.ok || response.type === "opaqueredirect" ? response : here),
    () => here,
  );
  return Promise.race([fresh, late]);
}

async function kept(request) {
  for (const name of [CACHE, ...(await otherVersions())]) {
    const found = await (await caches.open(name)).match(request, { ignoreSearch: true });
    if (found) return found;
  }
  return fetch(request);
}
