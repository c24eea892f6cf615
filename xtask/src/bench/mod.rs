//! `cargo xtask bench`: what Rainbow costs the people who use it, measured; one file a measure.

mod first_load;

use anyhow::Result;

use crate::site::FirstLoad;
use crate::wasm::Profile;
use crate::{dist, project};

/// A measure prints its own table, from what was built for it.
type Measure = fn(&FirstLoad) -> Result<()>;

const MEASURES: &[Measure] = &[first_load::print];

/// Builds both forms as they are handed out and prints every measure.
///
/// # Errors
/// When the app does not build or a measure can't be taken.
pub(crate) fn run() -> Result<()> {
    let load = dist::write(&project::root().join("dist"), Profile::Release)?;
    for measure in MEASURES {
        measure(&load)?;
    }
    Ok(())
}
