//! The rule on words that no file may hold: machine paths, package registries, and marks that narrow or silence tests.

use anyhow::Result;

use super::Problem;
use super::tree::{File, Tree};

/// A text that is refused, and why. Each is written in two halves, so that this file keeps its own rule.
struct Refused {
    halves: [&'static str; 2],
    sentence: &'static str,
    applies: fn(&File) -> bool,
}

const MACHINE: &str = "A path of one machine means nothing on another: write it from the project's folder.";
const REGISTRY: &str = "A package registry's address belongs to a machine's own settings, not to the project.";
const NARROWED: &str = "A test that is narrowed or left out proves nothing: run it, or delete it.";

const REFUSED: &[Refused] = &[
    Refused { halves: ["/wo", "rk/"], sentence: MACHINE, applies: any },
    Refused { halves: ["://regi", "stry."], sentence: REGISTRY, applies: any },
    Refused { halves: ["index.crat", "es.io"], sentence: REGISTRY, applies: any },
    Refused { halves: ["static.crat", "es.io"], sentence: REGISTRY, applies: any },
    Refused { halves: ["\"resol", "ved\": \"http"], sentence: REGISTRY, applies: any },
    Refused { halves: [".on", "ly("], sentence: NARROWED, applies: browser_test },
    Refused { halves: [".sk", "ip("], sentence: NARROWED, applies: browser_test },
    Refused { halves: [".fix", "me("], sentence: NARROWED, applies: browser_test },
    Refused { halves: ["#[ign", "ore"], sentence: NARROWED, applies: rust },
];

fn any(_: &File) -> bool {
    true
}

fn browser_test(file: &File) -> bool {
    file.path.ends_with(".ts")
}

fn rust(file: &File) -> bool {
    file.path.ends_with(".rs")
}

/// Looks at every line of every file.
///
/// # Errors
/// None.
pub(crate) fn check(tree: &Tree) -> Result<Vec<Problem>> {
    let mut problems = Vec::new();
    for file in tree.files() {
        for refused in REFUSED.iter().filter(|refused| (refused.applies)(file)) {
            let text = refused.halves.concat();
            let lines = file.text.lines().zip(1..).filter(|(line, _)| line.contains(&text));
            problems.extend(lines.map(|(_, line)| Problem {
                path: file.path.clone(),
                line: Some(line),
                sentence: refused.sentence.to_owned(),
            }));
        }
    }
    Ok(problems)
}

#[cfg(test)]
mod tests {
    use super::{Tree, check};

    fn count(path: &str, text: &str) -> usize {
        check(&Tree::of(&[(path, text)])).unwrap().len()
    }

    #[test]
    fn refused_words_are_found() {
        assert_eq!(count("a.md", concat!("see /wo", "rk/x\nand /wo", "rk/y")), 2);
        assert_eq!(count("package-lock.json", concat!("\"resol", "ved\": \"https://x\"")), 1);
        assert_eq!(count("tests/browser/a.spec.ts", concat!("test.on", "ly(")), 1);
        assert_eq!(count("src/a.rs", concat!("#[ign", "ore = \"slow\"]")), 1);
    }

    #[test]
    fn what_only_looks_alike_is_left_alone() {
        assert_eq!(count("src/a.rs", concat!("names.sk", "ip(1)")), 0);
        assert_eq!(count("Cargo.lock", "source = \"registry+https://github.com/rust-lang/crates.io-index\""), 0);
    }
}
