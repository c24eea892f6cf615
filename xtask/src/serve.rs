//! `cargo xtask serve`: builds the site and serves it on this machine until stopped.

use std::process::Stdio;

use anyhow::{Context, Result};

use crate::server::Port;
use crate::wasm::Profile;
use crate::{dist, project};

/// What the person asked for.
pub(crate) struct Options {
    /// Show the page in the usual browser.
    pub(crate) open: bool,
    /// Dev unless asked otherwise: it builds in a fraction of the time.
    pub(crate) profile: Profile,
    /// The port to listen on.
    pub(crate) port: u16,
}

impl Default for Options {
    fn default() -> Options {
        Options { open: false, profile: Profile::default(), port: 8080 }
    }
}

/// Builds and serves; returns only when something fails.
///
/// # Errors
/// When the app does not build or the port is taken.
pub(crate) fn run(options: &Options) -> Result<()> {
    let port = Port::take(options.port)?;
    // Not dist/, which holds only what was built to be handed out.
    let folder = project::target_dir()?.join("serve");
    println!("Building the app.");
    dist::write(&folder, options.profile)?;
    let server = port.serve(&folder.join("site"))?;
    println!("Rainbow is at {} until you press Ctrl+C.", server.url());
    if options.open {
        open(&server.url())?;
    }
    server.wait()
}

fn open(url: &str) -> Result<()> {
    let mut command = if cfg!(target_os = "windows") {
        let mut command = project::command("cmd");
        command.args(["/C", "start", ""]);
        command
    } else if cfg!(target_os = "macos") {
        project::command("open")
    } else {
        project::command("xdg-open")
    };
    command
        .arg(url)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .with_context(|| format!("no program to open a browser with was found; open {url} yourself"))?;
    Ok(())
}
