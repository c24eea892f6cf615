//! The versions of the packages that stand for the peers.

use std::fs;

use anyhow::{Context, Result};

use crate::project;

/// As installed.
pub(crate) struct Versions {
    /// survey-core and survey-js-ui, which are released together.
    pub(crate) surveyjs: String,
    /// d3-array.
    pub(crate) d3: String,
}

/// Reads them.
///
/// # Errors
/// When a package is not in `node_modules`.
pub(crate) fn versions() -> Result<Versions> {
    Ok(Versions { surveyjs: version("survey-core")?, d3: version("d3-array")? })
}

fn version(package: &str) -> Result<String> {
    let path = project::root().join("node_modules").join(package).join("package.json");
    let text = fs::read_to_string(&path).with_context(|| format!("node_modules/{package} can't be read"))?;
    let json: serde_json::Value = serde_json::from_str(&text)?;
    let version = json.get("version").and_then(serde_json::Value::as_str);
    Ok(version.context("a package without a version")?.to_owned())
}
