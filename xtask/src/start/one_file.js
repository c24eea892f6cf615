// Starts the app from the data block above: base64, gzip, WebAssembly.
const packed = atob(document.getElementById("wasm").textContent);
const bytes = new Uint8Array(packed.length);
for (let i = 0; i < packed.length; i += 1) bytes[i] = packed.charCodeAt(i);
await __wbg_init({
  module_or_path: new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")), {
    headers: { "Content-Type": "application/wasm" },
  }),
});
document.getElementById("starting")?.setAttribute("hidden", "");
