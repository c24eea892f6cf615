//! The app's own code: built by cargo for the browser, then fitted with its JavaScript by wasm-bindgen.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::{project, toolchain};

/// What the compiler and wasm-bindgen made, ready to be placed in either form of the app.
pub(crate) struct App {
    /// wasm-bindgen's module without its exports: it declares `__wbg_init`, which starts the app.
    pub(crate) js: String,
    /// The WebAssembly module.
    pub(crate) wasm: Vec<u8>,
}

/// Where cargo keeps the sources of packages, within its own folder.
const SOURCES: &str = "registry/src";

/// How much work the compiler puts into speed and size.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build, large, with names in its stack traces.
    #[default]
    Dev,
    /// What people download.
    Release,
}

/// Builds a package's program, which has the package's name, once.
///
/// # Errors
/// When it does not compile, or wasm-bindgen can't read what the compiler wrote.
pub(crate) fn build(package: &str, profile: Profile) -> Result<App> {
    toolchain::wasm_target()?;
    let mut cargo = project::cargo();
    cargo.args(["build", "--package", package, "--bin", package, "--target", "wasm32-unknown-unknown"]);
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => {
            cargo.arg("--release").args(["--config", &without_paths()?]);
            "release"
        }
    };
    project::run(&mut cargo)?;

    let built = project::target_dir()?.join(format!("wasm32-unknown-unknown/{folder}/{package}.wasm"));
    let release = profile == Profile::Release;
    let mut output = Bindgen::new()
        .input_path(&built)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(release)
        .remove_producers_section(release)
        .generate_output()
        .with_context(|| format!("wasm-bindgen could not read {}", built.display()))?;
    let snippets = output.snippets().values().flatten().count();
    if snippets + output.local_modules().len() > 0 {
        bail!("a dependency brings JavaScript files of its own, which the one-file form can't import");
    }
    let js = without_exports(&output.js().replace("\r\n", "\n"))?;
    let wasm = output.wasm_mut().emit_wasm();
    let named = private_paths().into_iter().chain([SOURCES.to_owned()]);
    if release && let Some(path) = named.into_iter().find(|path| contains(&wasm, path.as_bytes())) {
        bail!("the app would carry a path of this machine ({path}): see `without_paths` in xtask/src/wasm.rs");
    }
    Ok(App { js, wasm })
}

/// The folders of this machine that compiled code would otherwise name in its panic messages.
fn private_paths() -> Vec<String> {
    let root = project::root().display().to_string();
    [cargo_home(), home(), Some(root)].into_iter().flatten().filter(|path| path.len() > 1).collect()
}

fn home() -> Option<String> {
    std::env::var("HOME").or_else(|_| std::env::var("USERPROFILE")).ok()
}

fn cargo_home() -> Option<String> {
    std::env::var("CARGO_HOME").ok().or_else(|| Some(format!("{}/.cargo", home()?)))
}

/// Cargo configuration that keeps this machine's folders out of what people download. It adds to the flags in
/// `.cargo/config.toml`; the last prefix that fits is the one that counts.
fn without_paths() -> Result<String> {
    let mut flags = Vec::new();
    for path in private_paths().iter().rev().chain(&sources()) {
        if path.contains('\'') {
            bail!("the folder {path} has an apostrophe in its name, which cargo's configuration can't take");
        }
        flags.push(format!("'--remap-path-prefix={path}=.'"));
    }
    Ok(format!("target.wasm32-unknown-unknown.rustflags=[{}]", flags.join(", ")))
}

/// The folders in which cargo keeps the sources of packages. Each is named after where they come from, which is nobody's
/// business but this machine's.
fn sources() -> Vec<String> {
    let folder = cargo_home().map(|home| Path::new(&home).join(SOURCES));
    let found = folder.and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    found.map(|entry| entry.path().display().to_string()).collect()
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Takes the export statements out of wasm-bindgen's module, so that the code that starts the app can follow it in the same script.
fn without_exports(js: &str) -> Result<String> {
    let mut kept = String::with_capacity(js.len());
    for line in js.lines() {
        if line.starts_with("import ") {
            bail!("wasm-bindgen's module imports another file, which the one-file form can't: {line}");
        }
        let line = match line.strip_prefix("export ") {
            Some(list) if list.starts_with('{') && list.ends_with("};") => continue,
            Some(list) if list.starts_with('{') || list.starts_with("default ") => {
                bail!("wasm-bindgen writes its exports in a new way, which xtask/src/wasm.rs must learn: {line}")
            }
            Some(declaration) => declaration,
            None => line,
        };
        kept.push_str(line);
        kept.push('\n');
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::without_exports;

    #[test]
    fn exports_go_and_declarations_stay() {
        let js = "export function main() {\n}\nasync function __wbg_init() {}\n\nexport { initSync, __wbg_init as default };\n";
        assert_eq!(without_exports(js).unwrap(), "function main() {\n}\nasync function __wbg_init() {}\n\n");
    }

    #[test]
    fn an_unknown_shape_is_refused() {
        assert!(without_exports("export {\n").is_err());
        assert!(without_exports("import * as x from './snippets/x.js';\n").is_err());
    }
}
