// Serves pages from memory: all of them gzipped alike, each on a port of its own.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import { extname } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".png": "image/png",
};

/** Serves `files` (names to contents) on a free port of this machine. */
export async function serve(files) {
  const pack = (content) => {
    const body = gzipSync(content);
    return { body, tag: `"${createHash("sha256").update(body).digest("hex")}"` };
  };
  const packed = new Map([...files].map(([name, content]) => [name, pack(content)]));
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname.slice(1);
    const name = path === "" ? "index.html" : path;
    const { body, tag } = packed.get(name) ?? {};
    if (!body) {
      response.writeHead(404).end();
      return;
    }
    if (request.headers["if-none-match"] === tag) {
      response.writeHead(304, { ETag: tag, "Cache-Control": "no-cache" }).end();
      return;
    }
    response.writeHead(200, {
      "Content-Type": TYPES[extname(name)] ?? "application/octet-stream",
      "Content-Encoding": "gzip",
      "Content-Length": body.length,
      ETag: tag,
      "Cache-Control": "no-cache",
      // Alone in its process, a page may read a clock finer than a tenth of a millisecond.
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
    });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => server.close(),
  };
}
