//! `cargo xtask check`: the project's own rules, which neither the compiler nor a lint can hold.

mod arrows;
mod independent;
mod native;
mod schema;
mod shape;
mod text;
mod tokens;
mod tree;

use std::fmt;

use anyhow::{Result, bail};

use tree::Tree;

/// A rule that was broken, with its place.
pub(crate) struct Problem {
    /// The file, from the project's folder, with `/` between its parts.
    pub(crate) path: String,
    /// The line, counted from 1; `None` when the whole file is meant.
    pub(crate) line: Option<usize>,
    /// One sentence.
    pub(crate) sentence: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.sentence),
            None => write!(f, "{}: {}", self.path, self.sentence),
        }
    }
}

/// A rule looks at the whole tree and returns what it found wrong.
type Rule = fn(&Tree) -> Result<Vec<Problem>>;

const RULES: &[Rule] = &[shape::check, arrows::check, native::check, text::check, schema::check, independent::check];

/// Holds every rule against the files; with `write`, first renews what is generated.
///
/// # Errors
/// When a rule is broken or a file can't be read.
pub(crate) fn run(write: bool) -> Result<()> {
    if write {
        schema::write()?;
        independent::write()?;
    }
    let tree = Tree::read()?;
    let mut problems = Vec::new();
    for rule in RULES {
        problems.extend(rule(&tree)?);
    }
    for problem in &problems {
        println!("{problem}");
    }
    match problems.len() {
        0 => {
            println!("{} files keep the project's rules.", tree.files().len());
            Ok(())
        }
        1 => bail!("1 of the project's rules is broken, as said above"),
        count => bail!("the project's rules are broken in {count} places, as said above"),
    }
}
