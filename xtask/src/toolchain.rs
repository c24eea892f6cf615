//! What must be on the machine before a command can work; what is missing is installed, or named in one sentence.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use crate::project;

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the compiler can build for the browser.
///
/// # Errors
/// When the target is missing and rustup can't add it.
pub(crate) fn wasm_target() -> Result<()> {
    let libraries =
        project::output(project::command("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]))?;
    if Path::new(libraries.trim()).exists() {
        return Ok(());
    }
    println!("Adding Rust's {WASM_TARGET} target, which builds for the browser.");
    project::run(project::command("rustup").args(["target", "add", WASM_TARGET])).with_context(|| {
        format!("install Rust's {WASM_TARGET} target (`rustup target add {WASM_TARGET}`, which needs the network)")
    })
}

/// Makes sure that `cargo fmt` and `cargo clippy` can run.
///
/// # Errors
/// When one is missing and rustup can't add it.
pub(crate) fn rust_components() -> Result<()> {
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let there = project::cargo().args([command, "--version"]).output().is_ok_and(|output| output.status.success());
        if !there {
            println!("Adding Rust's {component}.");
            project::run(project::command("rustup").args(["component", "add", component]))
                .with_context(|| format!("install Rust's {component} (`rustup component add {component}`)"))?;
        }
    }
    Ok(())
}

/// Makes sure that Node and the packages of `package-lock.json` are there.
///
/// # Errors
/// When Node is missing or too old, or npm can't fetch the packages.
pub(crate) fn npm_packages() -> Result<()> {
    let root = project::root();
    node(&root)?;
    let lock = changed(&root.join("package-lock.json"))?;
    // npm writes this file last, so it stands for a finished installation.
    let installed = changed(&root.join("node_modules/.package-lock.json"));
    if installed.is_ok_and(|installed| installed >= lock) {
        return Ok(());
    }
    println!("Installing the npm packages that package-lock.json lists (sass, GOV.UK Frontend, Playwright).");
    // No package that we use needs its install script, and on Windows npm is a .cmd file.
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    project::run(project::command(npm).args(["ci", "--ignore-scripts"]))
        .context("install the npm packages (`npm ci`, which needs npm and the network)")
}

fn node(root: &Path) -> Result<()> {
    let package: serde_json::Value = serde_json::from_str(&fs::read_to_string(root.join("package.json"))?)?;
    let wanted = package
        .pointer("/engines/node")
        .and_then(serde_json::Value::as_str)
        .context("package.json names no engines.node")?
        .trim_start_matches(">=");
    let sentence =
        || format!("install Node.js {wanted} or later, with npm: the stylesheet and the browser tests need it");
    let found = match project::command("node").arg("--version").output() {
        Ok(output) if output.status.success() => String::from_utf8(output.stdout)?,
        _ => bail!(sentence()),
    };
    if version(&found) < version(wanted) {
        bail!("{} (found {})", sentence(), found.trim());
    }
    Ok(())
}

/// Major and minor number of "v20.19.2" or "20.19".
fn version(text: &str) -> (u32, u32) {
    let mut numbers = text.trim().trim_start_matches('v').split('.').map(|number| number.parse().unwrap_or(0));
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0))
}

fn changed(path: &Path) -> Result<SystemTime> {
    let metadata = fs::metadata(path).with_context(|| format!("{} can't be read", path.display()))?;
    Ok(metadata.modified()?)
}

/// A browser of the Chromium family: what `CHROMIUM` names, else one found on the machine, else Debian's, installed now.
///
/// # Errors
/// When there is none and none can be installed.
pub(crate) fn chromium() -> Result<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM") {
        let path = PathBuf::from(named);
        if path.is_file() {
            return Ok(path);
        }
        bail!("CHROMIUM names {}, which is not there", path.display());
    }
    if let Some(path) = find_chromium() {
        return Ok(path);
    }
    if in_path("apt-get").is_some() && is_root() {
        println!("Installing Debian's Chromium for the browser tests.");
        apt_get(&["chromium"]).context("install Chromium (`apt-get install chromium`, which needs the network)")?;
    }
    find_chromium()
        .context("install Chromium, Chrome or Edge for the browser tests, or set CHROMIUM to the program's path")
}

fn find_chromium() -> Option<PathBuf> {
    let by_name = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
    let by_place = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
        r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
    ];
    by_name
        .into_iter()
        .find_map(in_path)
        .or_else(|| by_place.into_iter().map(PathBuf::from).find(|path| path.is_file()))
}

/// LibreOffice Writer, by which a browser test reads what was copied for a word processor: what `SOFFICE` names, else one found on the
/// machine, else Debian's, installed now. Where there is none, it says loudly that the test is left out.
///
/// # Errors
/// When `SOFFICE` names what is not there.
pub(crate) fn writer() -> Result<Option<PathBuf>> {
    if let Some(named) = env::var_os("SOFFICE") {
        let path = PathBuf::from(named);
        if path.is_file() {
            return Ok(Some(path));
        }
        bail!("SOFFICE names {}, which is not there", path.display());
    }
    if let Some(path) = find_writer() {
        return Ok(Some(path));
    }
    if in_path("apt-get").is_some() && is_root() {
        println!("Installing Debian's LibreOffice Writer for the test of what is copied for Word.");
        // A machine without the network goes on without it, as one does whose packages another program manages.
        let installed = apt_get(&["--no-install-recommends", "libreoffice-writer-nogui"]);
        if let (Some(path), Ok(())) = (find_writer(), installed) {
            return Ok(Some(path));
        }
    }
    println!("LEFT OUT: LibreOffice Writer is not here, so nothing tests what a word processor makes of the reports.");
    println!(
        "          Install it (`apt-get install --no-install-recommends libreoffice-writer-nogui`), or set SOFFICE."
    );
    Ok(None)
}

fn find_writer() -> Option<PathBuf> {
    let by_place =
        ["/Applications/LibreOffice.app/Contents/MacOS/soffice", r"C:\Program Files\LibreOffice\program\soffice.com"];
    ["soffice", "libreoffice"]
        .into_iter()
        .find_map(in_path)
        .or_else(|| by_place.into_iter().map(PathBuf::from).find(|path| path.is_file()))
}

fn apt_get(what: &[&str]) -> Result<()> {
    project::run(project::command("apt-get").args(["update", "-qq"]))?;
    let mut install = project::command("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive");
    project::run(install.args(["install", "-y", "-qq"]).args(what))
}

fn in_path(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// Whether this process may install system packages and must start Chromium without its sandbox.
pub(crate) fn is_root() -> bool {
    std::process::Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn versions_compare_by_number() {
        assert!(version("v20.19.2\n") >= version("20.19"));
        assert!(version("v18.20.4") < version("20.19"));
        assert!(version("v100.1.0") > version("20.19"));
    }
}
