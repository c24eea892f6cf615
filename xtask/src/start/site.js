// Starts the app, then keeps it for the next time without a network.
await __wbg_init({ module_or_path: fetch(wasmFile) });
document.getElementById("starting")?.setAttribute("hidden", "");
if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("service-worker.js").catch((error) => {
    console.warn("Rainbow will need the network next time, because this browser did not keep it:", error);
  });
}
