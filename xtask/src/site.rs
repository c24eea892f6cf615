//! The site: the same app as static files, which can be installed and then works without a network.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::page::{Page, short_hash};
use crate::project;
use crate::wasm::App;

/// Runs after wasm-bindgen's module, in the same script.
const START: &str = include_str!("start/site.js");
/// The app in one file, as the site carries it. The app asks for it by this name.
const ONE_FILE: &str = "rainbow.html";
/// Follows the two lines that name this version and its files.
const SERVICE_WORKER: &str = include_str!("start/service_worker.js");

/// The files that a browser asks for before the app can start, by part.
pub(crate) struct FirstLoad {
    /// The page.
    pub(crate) html: Vec<u8>,
    /// The stylesheet.
    pub(crate) css: Vec<u8>,
    /// wasm-bindgen's module and the lines that start the app.
    pub(crate) js: Vec<u8>,
    /// The app.
    pub(crate) wasm: Vec<u8>,
}

/// Writes the site into a folder that is made anew, with the app in one file beside it, and returns what its first load takes.
///
/// # Errors
/// When the template can't be filled in or a file can't be written.
pub(crate) fn write(folder: &Path, app: &App, css: &str, one_file: Vec<u8>) -> Result<FirstLoad> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} can't be emptied", folder.display()))?;
    }
    let public = project::root().join("public");
    copy_folder(&public, folder)?;

    let wasm_name = format!("rainbow-{}.wasm", short_hash(&app.wasm));
    let css_name = format!("rainbow-{}.css", short_hash(css.as_bytes()));
    let js = format!("{}const wasmFile = \"{wasm_name}\";\n{START}", app.js);
    let js_name = format!("rainbow-{}.js", short_hash(js.as_bytes()));
    let page = Page {
        policy: "default-src 'none'; script-src 'self' {watch} 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; \
                 img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
                 base-uri 'none'; form-action 'none'"
            .to_owned(),
        head: format!(
            "<link rel=\"icon\" href=\"icon.svg\" type=\"image/svg+xml\">\n\
             <link rel=\"apple-touch-icon\" href=\"icon-192.png\">\n\
             <link rel=\"manifest\" href=\"manifest.webmanifest\">\n\
             <link rel=\"stylesheet\" href=\"{css_name}\">\n\
             <link rel=\"preload\" href=\"{wasm_name}\" as=\"fetch\" type=\"application/wasm\" crossorigin>"
        ),
        scripts: format!("<script type=\"module\" id=\"start\" src=\"{js_name}\"></script>"),
    };
    let load = FirstLoad {
        html: page.render()?.into_bytes(),
        css: css.as_bytes().to_vec(),
        js: js.into_bytes(),
        wasm: app.wasm.clone(),
    };

    // What the service worker keeps: the page, its hashed parts, what an installed app shows of itself, and the one file.
    let mut kept: Vec<(String, Vec<u8>)> = vec![
        ("./".to_owned(), load.html.clone()),
        (css_name, load.css.clone()),
        (js_name, load.js.clone()),
        (wasm_name, load.wasm.clone()),
    ];
    for (name, bytes) in &kept {
        let name = if name == "./" { "index.html" } else { name };
        fs::write(folder.join(name), bytes).with_context(|| format!("{name} can't be written"))?;
    }
    for name in ["manifest.webmanifest", "icon.svg", "icon-192.png", "icon-512.png"] {
        let bytes = fs::read(public.join(name)).with_context(|| format!("public/{name} can't be read"))?;
        kept.push((name.to_owned(), bytes));
    }
    // Survey files are made from it, also without a network.
    fs::write(folder.join(ONE_FILE), &one_file).with_context(|| format!("{ONE_FILE} can't be written"))?;
    kept.push((ONE_FILE.to_owned(), one_file));
    fs::write(folder.join("service-worker.js"), service_worker(&kept)?)?;
    Ok(load)
}

/// The service worker's text: it changes with any file that it keeps, which is how browsers notice a new version.
fn service_worker(kept: &[(String, Vec<u8>)]) -> Result<String> {
    let together: String = kept.iter().map(|(_, bytes)| short_hash(bytes)).collect();
    let names: Vec<&str> = kept.iter().map(|(name, _)| name.as_str()).collect();
    Ok(format!(
        "const VERSION = \"{}\";\nconst FILES = {};\n{SERVICE_WORKER}",
        short_hash(together.as_bytes()),
        serde_json::to_string(&names)?
    ))
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("{} can't be read", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target).with_context(|| format!("{} can't be written", target.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::service_worker;

    #[test]
    fn any_changed_file_makes_a_new_service_worker() {
        let one = service_worker(&[("./".into(), b"a".to_vec()), ("x.css".into(), b"b".to_vec())]).unwrap();
        let two = service_worker(&[("./".into(), b"a".to_vec()), ("x.css".into(), b"c".to_vec())]).unwrap();
        assert!(one.contains("const FILES = [\"./\",\"x.css\"];"), "{one}");
        assert_ne!(one, two);
    }
}
