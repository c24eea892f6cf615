//! The rule on words that no file may hold: machine paths, package registries, and marks that narrow or silence tests.

use anyhow::Result;

use super::Problem;
use super::tree::{File, Tree};
use crate::project;

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
    Ok(problems(tree, &folders_of_this_machine()))
}

/// The folders that a path of this machine begins with: the project's own and the user's.
fn folders_of_this_machine() -> Vec<String> {
    let home = std::env::var("HOME").or_else(|_| std::env::var("USERPROFILE"));
    let folders = [home.ok(), Some(project::root().display().to_string())];
    folders.into_iter().flatten().filter(|folder| folder.len() > 1).map(|folder| folder + "/").collect()
}

fn problems(tree: &Tree, folders: &[String]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for file in tree.files() {
        let words = REFUSED.iter().filter(|refused| (refused.applies)(file));
        let words = words.map(|refused| (refused.halves.concat(), refused.sentence));
        let folders = folders.iter().map(|folder| (folder.clone(), MACHINE));
        for (text, sentence) in words.chain(folders) {
            let lines = file.text.lines().zip(1..).filter(|(line, _)| line.contains(&text));
            problems.extend(lines.map(|(_, line)| Problem {
                path: file.path.clone(),
                line: Some(line),
                sentence: sentence.to_owned(),
            }));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::{Tree, folders_of_this_machine, problems};

    fn count(path: &str, text: &str) -> usize {
        problems(&Tree::of(&[(path, text)]), &["/somewhere/rainbow/".to_owned()]).len()
    }

    #[test]
    fn refused_words_are_found() {
        assert_eq!(count("a.md", "see /somewhere/rainbow/x\nand /somewhere/rainbow/y"), 2);
        assert_eq!(count("package-lock.json", concat!("\"resol", "ved\": \"https://x\"")), 1);
        assert_eq!(count("tests/browser/a.spec.ts", concat!("test.on", "ly(")), 1);
        assert_eq!(count("src/a.rs", concat!("#[ign", "ore = \"slow\"]")), 1);
    }

    #[test]
    fn the_folders_of_this_machine_are_the_project_s_and_the_user_s() {
        let folders = folders_of_this_machine();
        assert!(folders.contains(&format!("{}/", crate::project::root().display())), "{folders:?}");
        assert!(folders.iter().all(|folder| folder.len() > 2), "{folders:?}");
    }

    #[test]
    fn what_only_looks_alike_is_left_alone() {
        assert_eq!(count("src/a.rs", concat!("names.sk", "ip(1)")), 0);
        assert_eq!(count("a.md", "see /somewhere/else/rainbow"), 0);
        assert_eq!(count("Cargo.lock", "source = \"registry+https://github.com/rust-lang/crates.io-index\""), 0);
    }
}
