//! The project's text files, read once for all rules.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::project;

/// Folders that hold what is built or fetched.
const NOT_OURS: &[&str] = &[".git", "dist", "node_modules", "playwright-report", "target", "test-results"];

/// A text file of the project.
pub(crate) struct File {
    /// From the project's folder, with `/` between its parts.
    pub(crate) path: String,
    /// What stands in it.
    pub(crate) text: String,
}

/// All text files, in the order of their paths.
pub(crate) struct Tree {
    files: Vec<File>,
}

impl Tree {
    /// Reads the project's folder; files that are not UTF-8 are pictures and are left out.
    ///
    /// # Errors
    /// When a folder or file can't be read.
    pub(crate) fn read() -> Result<Tree> {
        let mut files = Vec::new();
        read_folder(&project::root(), "", &mut files)?;
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Tree { files })
    }

    /// Every file.
    pub(crate) fn files(&self) -> &[File] {
        &self.files
    }

    /// The Rust files of the app and of the build tool.
    pub(crate) fn rust(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.path.ends_with(".rs"))
    }

    /// The Rust files of the app, each with its path inside `src`.
    pub(crate) fn app(&self) -> impl Iterator<Item = (&File, &str)> {
        self.rust().filter_map(|file| Some((file, file.path.strip_prefix("src/")?)))
    }
}

fn read_folder(folder: &Path, prefix: &str, files: &mut Vec<File>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} can't be read", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if entry.file_type()?.is_dir() {
            if !NOT_OURS.contains(&name.as_str()) {
                read_folder(&entry.path(), &format!("{path}/"), files)?;
            }
        } else if entry.file_type()?.is_file() {
            let bytes = fs::read(entry.path()).with_context(|| format!("{path} can't be read"))?;
            if let Ok(text) = String::from_utf8(bytes) {
                files.push(File { path, text });
            }
        }
    }
    Ok(())
}

#[cfg(test)]
impl Tree {
    /// A tree of made-up files.
    pub(crate) fn of(files: &[(&str, &str)]) -> Tree {
        let file = |&(path, text): &(&str, &str)| File { path: path.to_owned(), text: text.to_owned() };
        Tree { files: files.iter().map(file).collect() }
    }
}
