//! What a run of the bench needs beside the app: its own WebAssembly, and files of the sample with many responses.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use rainbow::domain::ids::ReplicaId;
use rainbow::exchange::export::{self, Extent};
use rainbow::sample;

use crate::wasm::Profile;
use crate::{project, wasm};

/// Starts the measuring page's tools, after wasm-bindgen's module in the same script.
const START: &str = "await __wbg_init({ module_or_path: fetch(\"tools.wasm\") });\n";

/// Builds all of it as it is shipped, and returns the folder that holds it.
///
/// # Errors
/// When something does not build or can't be written.
pub(crate) fn make() -> Result<PathBuf> {
    let folder = project::target_dir()?.join("bench");
    fs::create_dir_all(&folder).with_context(|| format!("{} can't be made", folder.display()))?;
    let tools = wasm::build("rainbow-bench", Profile::Release)?;
    fs::write(folder.join("tools.js"), format!("{}{START}", tools.js))?;
    fs::write(folder.join("tools.wasm"), &tools.wasm)?;
    write_area(&folder.join("ten-thousand.json"), 10_000)?;
    write_area(&folder.join("fifty-thousand.json"), 50_000)?;
    Ok(folder)
}

/// Writes the sample area with this many responses in its newest round, as the app exports it.
fn write_area(path: &Path, responses: usize) -> Result<()> {
    let (area, _) = sample::workspace_of(ReplicaId(1), responses).map_err(|fault| anyhow!("the sample: {fault}"))?;
    let exported = sample::today().and_time(Default::default()).and_utc();
    let text =
        export::workspace(&area, Extent::Everything, exported).map_err(|fault| anyhow!("the export: {fault}"))?;
    fs::write(path, text).with_context(|| format!("{} can't be written", path.display()))
}
