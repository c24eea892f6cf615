//! The stylesheet: `styles/app.scss` with GOV.UK Frontend's parts, compiled to one compressed text.

use anyhow::{Result, bail};

use crate::{project, toolchain};

/// Compiles the stylesheet.
///
/// # Errors
/// When Node or the npm packages can't be had, or the stylesheet does not compile.
pub(crate) fn compile() -> Result<String> {
    toolchain::npm_packages()?;
    let css = project::output(project::command("node").args([
        "node_modules/sass/sass.js",
        "--load-path=node_modules",
        "--style=compressed",
        "--no-charset",
        "--no-source-map",
        "--quiet-deps",
        "styles/app.scss",
    ]))?;
    if css.to_ascii_lowercase().contains("</style") {
        bail!("the stylesheet contains \"</style\", which would end it early inside rainbow.html");
    }
    Ok(css.trim_end().to_owned())
}
