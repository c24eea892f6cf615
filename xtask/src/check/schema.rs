//! The rule on the JSON Schema of the files that people exchange: what is published is what the code says.

use std::fs;

use anyhow::{Context, Result};

use super::Problem;
use super::tree::Tree;
use crate::project;

const PATH: &str = "public/schema/rainbow-1.json";

/// Compares the published schema with the code's.
///
/// # Errors
/// When the code's schema can't be made.
pub(crate) fn check(tree: &Tree) -> Result<Vec<Problem>> {
    let wanted = rainbow::exchange::schema::json()?;
    let published = tree.files().iter().find(|file| file.path == PATH);
    if published.is_some_and(|file| file.text.replace("\r\n", "\n") == wanted) {
        return Ok(Vec::new());
    }
    Ok(vec![Problem {
        path: PATH.to_owned(),
        line: None,
        sentence: "The schema is not what src/exchange says: `cargo xtask check --write` renews it.".to_owned(),
    }])
}

/// Writes the schema that the code says.
///
/// # Errors
/// When the code's schema can't be made or the file can't be written.
pub(crate) fn write() -> Result<()> {
    let path = project::root().join(PATH);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&path, rainbow::exchange::schema::json()?).with_context(|| format!("{PATH} can't be written"))
}
