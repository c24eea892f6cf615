//! Rainbow's own reading and counting, held out to the measuring page as `globalThis.rainbow`.

#[cfg(target_arch = "wasm32")]
mod figures;
#[cfg(target_arch = "wasm32")]
mod tools;

#[cfg(target_arch = "wasm32")]
fn main() {
    tools::hold_out();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
