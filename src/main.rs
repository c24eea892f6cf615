//! Mounts the app in the browser; natively there is nothing to start.

#[cfg(target_arch = "wasm32")]
fn main() {
    rainbow::app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
