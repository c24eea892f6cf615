//! Files as they are dropped or chosen, with those of folders among them.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, File, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry, FileSystemFileEntry,
};

use super::fault::words;

/// The most files that are taken out of what was dropped: more is a whole drive, dropped by mistake.
pub const MOST_FILES: usize = 20_000;

/// A file with its name, which has the names of its folders before it.
#[derive(Clone, Debug)]
pub struct Named {
    /// The name.
    pub name: String,
    /// The file.
    pub file: File,
}

/// What was dropped on the page.
#[derive(Clone, Debug, Default)]
pub struct Dropped {
    files: Vec<Named>,
    folders: Vec<FileSystemDirectoryEntry>,
}

/// What was found in what was dropped.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The files, without hidden ones.
    pub files: Vec<Named>,
    /// Folders that could not be read, with the reason in the browser's words.
    pub unread: Vec<(String, String)>,
    /// Whether there were more files than are taken.
    pub is_cut: bool,
}

impl Dropped {
    /// What a drop carries. It can be asked only while the drop is being handled.
    pub fn of(transfer: &DataTransfer) -> Self {
        let mut dropped = Self::default();
        let items = transfer.items();
        for item in (0..items.length()).filter_map(|at| items.get(at)) {
            let entry = item.webkit_get_as_entry().ok().flatten().filter(FileSystemEntry::is_directory);
            match entry {
                Some(folder) => dropped.folders.push(folder.unchecked_into()),
                None => dropped.files.extend(item.get_as_file().ok().flatten().map(Named::from)),
            }
        }
        dropped
    }

    /// Files that were chosen by a control.
    pub fn chosen(files: Vec<File>) -> Self {
        Self { files: files.into_iter().map(Named::from).collect(), folders: Vec::new() }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.folders.is_empty()
    }

    /// Goes through the folders, and gives all files.
    pub async fn files(self) -> Found {
        let mut found = Found { files: self.files, ..Found::default() };
        let mut folders = self.folders;
        while let Some(folder) = folders.pop() {
            match entries(&folder.create_reader()).await {
                Err(thrown) => found.unread.push((folder.name(), words(&thrown))),
                Ok(entries) => {
                    for entry in entries.into_iter().filter(|entry| !is_hidden(&entry.name())) {
                        if entry.is_directory() {
                            folders.push(entry.unchecked_into());
                            continue;
                        }
                        let name = entry.full_path().trim_start_matches('/').to_owned();
                        match file_of(&entry.unchecked_into()).await {
                            Ok(file) => found.files.push(Named { name, file }),
                            Err(thrown) => found.unread.push((name, words(&thrown))),
                        }
                    }
                }
            }
            if found.files.len() > MOST_FILES {
                break;
            }
        }
        found.is_cut = found.files.len() > MOST_FILES;
        found.files.truncate(MOST_FILES);
        found.files.retain(|file| !is_hidden(&file.name));
        found
    }
}

impl From<File> for Named {
    /// A file out of a folder that was chosen knows its place in it.
    fn from(file: File) -> Self {
        let path = js_sys::Reflect::get(&file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
        let name = path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name());
        Self { name, file }
    }
}

/// Whether a file is one that a system keeps for itself.
fn is_hidden(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.starts_with('.') || matches!(file, "Thumbs.db" | "desktop.ini" | "__MACOSX")
}

/// All entries of a folder, which browsers give a hundred at a time.
async fn entries(reader: &FileSystemDirectoryReader) -> Result<Vec<FileSystemEntry>, JsValue> {
    let mut all = Vec::new();
    loop {
        let some = settled(|done, failed| reader.read_entries_with_callback_and_callback(done, failed)).await?;
        let some: Array = some.dyn_into()?;
        if some.length() == 0 || all.len() > MOST_FILES {
            return Ok(all);
        }
        all.extend(some.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
}

async fn file_of(entry: &FileSystemFileEntry) -> Result<File, JsValue> {
    let file = settled(|done, failed| {
        entry.file_with_callback_and_callback(done, failed);
        Ok(())
    });
    file.await?.dyn_into()
}

/// Waits for one of two callbacks.
async fn settled(
    ask: impl FnOnce(&js_sys::Function, &js_sys::Function) -> Result<(), JsValue>,
) -> Result<JsValue, JsValue> {
    let mut asked = Ok(());
    let mut ask = Some(ask);
    let promise = Promise::new(&mut |done, failed| {
        if let Some(ask) = ask.take() {
            asked = ask(&done, &failed);
        }
    });
    asked?;
    JsFuture::from(promise).await
}
