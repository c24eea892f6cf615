//! The rule on a file's shape: it can be read in one sitting and opens with a sentence that says what it is about.

use anyhow::Result;

use super::Problem;
use super::tree::{File, Tree};

const MOST_LINES: usize = 400;

/// Looks at every Rust file.
///
/// # Errors
/// None.
pub(crate) fn check(tree: &Tree) -> Result<Vec<Problem>> {
    let mut problems = Vec::new();
    for file in tree.rust() {
        let lines = file.text.lines().count();
        if lines > MOST_LINES {
            problems.push(Problem {
                path: file.path.clone(),
                line: None,
                sentence: format!(
                    "The file has {lines} lines, and more than {MOST_LINES} hide a second subject: part them."
                ),
            });
        }
        if !opens_with_a_sentence(file) {
            problems.push(Problem {
                path: file.path.clone(),
                line: Some(1),
                sentence:
                    "The file must open with a `//!` sentence that says its one subject, and ends with a full stop."
                        .to_owned(),
            });
        }
    }
    Ok(problems)
}

fn opens_with_a_sentence(file: &File) -> bool {
    let opening: Vec<&str> = file.text.lines().map_while(|line| line.strip_prefix("//! ")).collect();
    opening.iter().any(|line| line.contains(". ") || line.trim_end().ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::{Tree, check};

    fn problems(text: &str) -> usize {
        check(&Tree::of(&[("src/a.rs", text)])).unwrap().len()
    }

    #[test]
    fn a_file_opens_with_a_sentence() {
        assert_eq!(problems("//! What it is.\n"), 0);
        assert_eq!(problems("//! What it is,\n//! in two lines.\n"), 0);
        assert_eq!(problems("//! pages\n"), 1);
        assert_eq!(problems("//!\n//! Late.\n"), 1);
        assert_eq!(problems("use a;\n"), 1);
        assert_eq!(problems(""), 1);
    }

    #[test]
    fn a_file_has_at_most_400_lines() {
        let file = |lines: usize| format!("//! What it is.\n{}", "\n".repeat(lines - 1));
        assert_eq!(problems(&file(400)), 0);
        assert_eq!(problems(&file(401)), 1);
    }
}
