//! `cargo xtask dist`: both forms of the app, from one build of its code.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::site::FirstLoad;
use crate::size::{Size, Squeeze};
use crate::wasm::Profile;
use crate::{css, one_file, project, site, table, wasm};

/// Writes `dist/` and prints what people will download.
///
/// # Errors
/// When a part does not build or can't be written.
pub(crate) fn run() -> Result<()> {
    let folder = project::root().join("dist");
    let load = write(&folder, Profile::Release)?;
    let rows: Vec<Vec<String>> = parts(&load)?
        .into_iter()
        .map(|(part, size)| vec![part.to_owned(), table::number(size.raw), table::number(size.gzip)])
        .collect();
    table::print("First load of dist/site, in bytes", &["part", "raw", "gzip"], &rows);
    let one_file = Size::of(&fs::read(folder.join("rainbow.html"))?)?;
    table::print(
        "The app in one file, in bytes",
        &["file", "raw", "gzip"],
        &[vec!["dist/rainbow.html".to_owned(), table::number(one_file.raw), table::number(one_file.gzip)]],
    );
    Ok(())
}

/// Builds the app and its stylesheet once, and writes `rainbow.html` and `site/` into a folder.
///
/// # Errors
/// When a part does not build or can't be written.
pub(crate) fn write(folder: &Path, profile: Profile) -> Result<FirstLoad> {
    let css = css::compile()?;
    let app = wasm::build("rainbow", profile)?;
    fs::create_dir_all(folder).with_context(|| format!("{} can't be made", folder.display()))?;
    let squeeze = match profile {
        Profile::Dev => Squeeze::Quick,
        Profile::Release => Squeeze::Hard,
    };
    let one_file = folder.join("rainbow.html");
    one_file::write(&one_file, &app, &css, squeeze)?;
    let one_file = fs::read(&one_file).with_context(|| format!("{} can't be read", one_file.display()))?;
    site::write(&folder.join("site"), &app, &css, one_file)
}

/// The parts of the site's first load with their sizes, and their total last.
///
/// # Errors
/// As [`Size::of`].
pub(crate) fn parts(load: &FirstLoad) -> Result<Vec<(&'static str, Size)>> {
    let mut parts = vec![
        ("html", Size::of(&load.html)?),
        ("css", Size::of(&load.css)?),
        ("js", Size::of(&load.js)?),
        ("wasm", Size::of(&load.wasm)?),
    ];
    parts.push(("total", parts.iter().map(|(_, size)| *size).sum()));
    Ok(parts)
}
