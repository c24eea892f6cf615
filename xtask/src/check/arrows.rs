//! The rule on arrows: they point down only, from the pages to the ground, and never sideways into another page.

use std::collections::BTreeSet;

use anyhow::{Context, Result};

use super::Problem;
use super::tokens::{self, Path};
use super::tree::Tree;

/// A room of `src`: a folder or a file at its top.
struct Room {
    name: &'static str,
    /// The other rooms that it may name; `None` means all.
    below: Option<&'static [&'static str]>,
}

const fn room(name: &'static str, below: &'static [&'static str]) -> Room {
    Room { name, below: Some(below) }
}

/// From the ground up.
const ROOMS: &[Room] = &[
    room("domain", &[]),
    room("analysis", &["domain"]),
    room("exchange", &["domain"]),
    room("storage", &["domain", "exchange"]),
    room("charts", &[]),
    room("reports", &["domain", "analysis", "charts"]),
    room("sample", &["domain", "exchange"]),
    room("route", &["domain", "analysis"]),
    room("browser", &["domain", "exchange", "storage"]),
    room("ui", &["browser", "charts"]),
    room("state", &["domain", "analysis", "exchange", "storage", "charts", "reports", "sample", "route", "browser"]),
    room(
        "pages",
        &[
            "domain", "analysis", "exchange", "storage", "charts", "reports", "sample", "route", "browser", "ui",
            "state",
        ],
    ),
    Room { name: "app", below: None },
    Room { name: "lib", below: None },
    Room { name: "main", below: None },
];

/// Looks at every path that starts with `crate`, or climbs there by `super`.
///
/// # Errors
/// When a file is no Rust.
pub(crate) fn check(tree: &Tree) -> Result<Vec<Problem>> {
    let mut problems = BTreeSet::new();
    for (file, inside) in tree.app() {
        let mut problem = |line: Option<usize>, sentence: String| {
            problems.insert((file.path.clone(), line, sentence));
        };
        let place = place(inside);
        let name = place.first().copied().unwrap_or_default();
        let Some(room) = ROOMS.iter().find(|room| room.name == name) else {
            problem(None, format!("There is no room \"{name}\": give it its place in xtask/src/check/arrows.rs."));
            continue;
        };
        let paths = tokens::paths(&file.text).ok().with_context(|| format!("{} is no Rust", file.path))?;
        // Tests are not shipped, and may take what they try things on from any room.
        let shipped = paths.iter().filter(|path| !path.around.test && !place.contains(&"tests"));
        for path in shipped {
            let Some(words) = from_the_root(path, place.len()) else { continue };
            let Some(target) = words.first().filter(|word| ROOMS.iter().any(|room| room.name == **word)) else {
                continue;
            };
            if *target != room.name && room.below.is_some_and(|below| !below.contains(target)) {
                problem(
                    Some(path.line),
                    format!("`{}` must not know of `{target}`: arrows point down only.", room.name),
                );
            }
            if let (["pages", own, ..], ["pages", other, _, ..]) = (place.as_slice(), words.as_slice())
                && own != other
                && tree.app().any(|(_, path)| {
                    path == format!("pages/{other}.rs") || path.starts_with(&format!("pages/{other}/"))
                })
            {
                problem(
                    Some(path.line),
                    format!(
                        "The page `{own}` must not reach into the page `{other}`: what both need stands in `pages` itself or below."
                    ),
                );
            }
        }
    }
    let problem = |(path, line, sentence)| Problem { path, line, sentence };
    Ok(problems.into_iter().map(problem).collect())
}

/// The module that a file is, as words: `domain/due.rs` is `domain due`, `domain/mod.rs` is `domain`.
fn place(inside: &str) -> Vec<&str> {
    let words = inside.trim_end_matches(".rs").split('/');
    let mut place: Vec<&str> = words.collect();
    if place.last() == Some(&"mod") {
        place.pop();
    }
    place
}

/// The words of a path counted from the crate's root, when it is certain that it leads there.
fn from_the_root(path: &Path, depth: usize) -> Option<Vec<&str>> {
    let words: Vec<&str> = path.words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["crate", rest @ ..] => Some(rest.to_vec()),
        _ => {
            let climbs = words.iter().take_while(|word| **word == "super").count();
            let climbed_out = climbs > 0 && climbs >= depth + path.around.modules;
            climbed_out.then(|| words.into_iter().skip(climbs).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Tree, check};

    fn sentences(files: &[(&str, &str)]) -> Vec<String> {
        check(&Tree::of(files)).unwrap().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn down_is_allowed() {
        assert!(
            sentences(&[
                (
                    "src/domain/due.rs",
                    "use crate::domain::ids::Id; use super::plan; mod tests { use super::super::plan; }"
                ),
                ("src/analysis/mod.rs", "use crate::domain::{due, plan::Action};"),
                ("src/pages/home.rs", "use crate::{ui, state::State}; use super::Frame; use crate::pages::Frame;"),
                ("src/app.rs", "use crate::pages::home::Home;"),
            ])
            .is_empty()
        );
    }

    #[test]
    fn up_and_across_are_refused() {
        let up = ["src/domain/due.rs:1: `domain` must not know of `exchange`: arrows point down only."];
        assert_eq!(sentences(&[("src/domain/due.rs", "use crate::{ids, exchange::wire};")]), up);
        assert_eq!(sentences(&[("src/domain/due.rs", "fn f() { super::super::exchange::read() }")]), up);
        assert_eq!(sentences(&[("src/domain/due.rs", "mod a { use super::super::super::exchange; }")]), up);
        assert_eq!(
            sentences(&[("src/ui/tag.rs", "\nuse crate::domain::ids;")]),
            ["src/ui/tag.rs:2: `ui` must not know of `domain`: arrows point down only."]
        );
    }

    #[test]
    fn a_page_keeps_out_of_other_pages() {
        let plan = ("src/pages/plan.rs", "");
        assert_eq!(
            sentences(&[("src/pages/arc.rs", "use crate::pages::plan::Row;"), plan]),
            [
                "src/pages/arc.rs:1: The page `arc` must not reach into the page `plan`: what both need stands in `pages` itself or below."
            ]
        );
        assert!(sentences(&[("src/pages/plan/row.rs", "use crate::pages::plan::Row;"), plan]).is_empty());
    }

    #[test]
    fn a_new_room_needs_a_place() {
        assert_eq!(
            sentences(&[("src/helpers.rs", "")]),
            ["src/helpers.rs: There is no room \"helpers\": give it its place in xtask/src/check/arrows.rs."]
        );
    }
}
