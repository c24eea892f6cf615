//! The rule on what the rooms below `browser` must not know: a browser, a clock, randomness.

use std::collections::BTreeSet;

use anyhow::{Context, Result};

use super::Problem;
use super::tokens;
use super::tree::Tree;

/// The rooms that also run natively.
const NATIVE: &[&str] = &["domain", "analysis", "exchange", "storage", "charts", "reports", "sample", "route"];

/// Crates of the browser.
const BROWSER: &[&str] = &["leptos", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "idb"];

/// Words that read a clock or draw a random number; with two words, only the two together.
const HIDDEN_INPUT: &[&[&str]] = &[
    &["SystemTime"],
    &["Instant"],
    &["Utc", "now"],
    &["Local", "now"],
    &["Uuid", "new_v4"],
    &["Uuid", "now_v7"],
    &["rand"],
];

/// Looks at every path in the native rooms.
///
/// # Errors
/// When a file is no Rust.
pub(crate) fn check(tree: &Tree) -> Result<Vec<Problem>> {
    let mut problems = BTreeSet::new();
    for (file, inside) in tree.app() {
        let room = inside.split(['/', '.']).next().unwrap_or_default();
        if !NATIVE.contains(&room) {
            continue;
        }
        let paths = tokens::paths(&file.text).ok().with_context(|| format!("{} is no Rust", file.path))?;
        for path in &paths {
            let words: Vec<&str> = path.words.iter().map(String::as_str).collect();
            let first = words.first().copied().unwrap_or_default();
            // A single word may be anybody's variable; a crate is named by a path.
            let crate_named = words.len() > 1 && (BROWSER.contains(&first) || first.starts_with("gloo"));
            if crate_named {
                let sentence = format!(
                    "`{room}` must not know of the browser, and `{first}` does: `browser` is the place for it."
                );
                problems.insert((file.path.clone(), path.line, sentence));
            }
            let hidden =
                HIDDEN_INPUT.iter().find(|hidden| words.windows(hidden.len()).any(|window| window == **hidden));
            if let Some(hidden) = hidden {
                let name = hidden.join("::");
                let sentence =
                    format!("`{room}` must be given the time and new ids, and `{name}` would fetch them itself.");
                problems.insert((file.path.clone(), path.line, sentence));
            }
        }
    }
    let problem = |(path, line, sentence)| Problem { path, line: Some(line), sentence };
    Ok(problems.into_iter().map(problem).collect())
}

#[cfg(test)]
mod tests {
    use super::{Tree, check};

    fn found(path: &str, text: &str) -> Vec<String> {
        check(&Tree::of(&[(path, text)])).unwrap().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_ground_knows_no_browser() {
        assert_eq!(
            found("src/domain/a.rs", "use gloo_storage::LocalStorage;"),
            [
                "src/domain/a.rs:1: `domain` must not know of the browser, and `gloo_storage` does: `browser` is the place for it."
            ]
        );
        assert!(found("src/browser/a.rs", "use gloo_storage::LocalStorage;").is_empty());
    }

    #[test]
    fn the_ground_reads_no_clock() {
        let sentence = "`route` must be given the time and new ids, and `Utc::now` would fetch them itself.";
        assert_eq!(found("src/route.rs", "fn f() { chrono::Utc::now() }"), [format!("src/route.rs:1: {sentence}")]);
        assert!(found("src/route.rs", "/// Utc::now is not called.\nfn now(utc: Utc) {}").is_empty());
    }
}
