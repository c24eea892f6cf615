//! Reading files, opening archives among them, and playing them on a copy of the area: in small steps, so that the page
//! stays alive, and that whoever cancels finds everything as it was.

use super::{Incoming, State};
use crate::browser::clock;
use crate::browser::files::{FileError, read_bytes, read_start, text_of};
use crate::browser::folders::{Dropped, MOST_FILES, Named};
use crate::browser::packing::inflate;
use crate::browser::pause::Work;
use crate::domain::ids::WorkspaceId;
use crate::domain::workspace::Workspace;
use crate::exchange::import::LARGEST_FILE;
use crate::exchange::problem::ReadError;
use crate::exchange::taking::{FileIn, Plan, Taking, Wanted, area_of};
use crate::exchange::unzip::{Member, Packed, is_archive, members};
use crate::state::App;
use crate::storage::store::Which;
use leptos::prelude::*;

/// How much of a web page is read: enough to tell what it is. The survey file is one, of some megabytes.
const START_OF_A_PAGE: u32 = 16_000;

/// What files would bring; `None` if the reading was cancelled.
pub(super) async fn plan(incoming: Incoming, app: App, dropped: Dropped, wanted: Wanted, run: u64) -> Option<Plan> {
    let found = dropped.files().await;
    let mut files: Vec<FileIn> = Vec::new();
    for (name, words) in found.unread {
        files.push(FileIn::refused(name, ReadError::Folder(words)));
    }
    if found.is_cut {
        files.push(FileIn::refused(format!("More than {MOST_FILES} files"), ReadError::TooMany));
    }
    let mut work = Work::begin();
    incoming.total.set(found.files.len());
    for Named { name, file } in found.files {
        let is_page = [".html", ".htm"].iter().any(|end| name.to_lowercase().ends_with(end));
        let read =
            if is_page { read_start(&file, START_OF_A_PAGE).await } else { read_bytes(&file, LARGEST_FILE).await };
        match read {
            Ok(bytes) if is_archive(&bytes) => open_archive(incoming, run, &mut work, &name, &bytes, &mut files).await,
            // The start of a page may end in the middle of a letter.
            Ok(bytes) if is_page => files.push(FileIn::read(name, &String::from_utf8_lossy(&bytes))),
            read => files.push(of_bytes(name, read)),
        }
        step(incoming, run, &mut work).await?;
    }
    let area = area_of(&files, app.read_now(Workspace::id));
    let here = match area {
        Some(id) => copy_of(app, id).await,
        None => app.read_now(Clone::clone).unwrap_or_else(|| empty(app)),
    };
    incoming.done.set(0);
    incoming.total.set(files.len());
    incoming.state.set(State::Checking);
    let mut taking = Taking::begin(here, wanted, files.len());
    let (first, rest): (Vec<_>, Vec<_>) = files.into_iter().enumerate().partition(|(_, file)| file.brings_records());
    for (at, file) in first.into_iter().chain(rest) {
        taking.play(at, file);
        step(incoming, run, &mut work).await?;
    }
    incoming.is_current(run).then(|| taking.finish())
}

/// Counts a file as done, and pauses if it is time; `None` if the reading was cancelled.
async fn step(incoming: Incoming, run: u64, work: &mut Work) -> Option<()> {
    if !incoming.is_current(run) {
        return None;
    }
    incoming.done.try_update(|done| *done = done.saturating_add(1));
    work.pause_if_long().await;
    incoming.is_current(run).then_some(())
}

/// Reads the files of an archive.
async fn open_archive(
    incoming: Incoming,
    run: u64,
    work: &mut Work,
    name: &str,
    archive: &[u8],
    files: &mut Vec<FileIn>,
) {
    let members = match members(archive) {
        Ok(members) if !members.is_empty() => members,
        Ok(_) => {
            return files
                .push(FileIn::refused(name.to_owned(), ReadError::Archive("There is no file in this .zip file.")));
        }
        Err(reason) => return files.push(FileIn::refused(name.to_owned(), ReadError::Archive(reason))),
    };
    incoming.total.try_update(|total| *total = total.saturating_add(members.len()));
    for member in members {
        let full_name = format!("{name}/{}", member.name);
        let file = match unpacked(&member, archive).await {
            None => FileIn::refused(
                full_name,
                ReadError::Archive(
                    "This file could not be taken out of the .zip file: it is damaged. Ask whoever sent it to send it again.",
                ),
            ),
            Some(bytes) if is_archive(&bytes) => FileIn::refused(
                full_name,
                ReadError::Archive(
                    "This is a .zip file within a .zip file. Unpack the outer one and choose the files in it.",
                ),
            ),
            Some(bytes) => of_bytes(full_name, Ok(bytes)),
        };
        files.push(file);
        if step(incoming, run, work).await.is_none() {
            return;
        }
    }
}

/// A file out of an archive; `None` if it has not the size that the archive says.
async fn unpacked(member: &Member, archive: &[u8]) -> Option<Vec<u8>> {
    let packed = archive.get(member.bytes.clone())?;
    let bytes = match member.packed {
        Packed::Stored => packed.to_vec(),
        Packed::Deflated => inflate(packed, member.size).await?,
    };
    (u64::try_from(bytes.len()).ok()? == member.size).then_some(bytes)
}

fn of_bytes(name: String, read: Result<Vec<u8>, FileError>) -> FileIn {
    match read.and_then(text_of) {
        Ok(text) => FileIn::read(name, &text).as_of(clock::today()),
        Err(error) => FileIn::refused(name, unread(error)),
    }
}

/// Why a file can't be taken that could not be read.
pub(in crate::pages) fn unread(error: FileError) -> ReadError {
    match error {
        FileError::TooLarge { size } => ReadError::TooLarge { bytes: size },
        FileError::NotText => ReadError::NotText,
        FileError::Unreadable(words) => ReadError::Unreadable(words),
    }
}

/// A copy of the workspace as it is open, or as it is kept on this device; an empty one if it is not here. Looking writes
/// nothing to the stores.
async fn copy_of(app: App, id: WorkspaceId) -> Workspace {
    if let Some(open) = app.read_now(|open| (open.id() == id).then(|| open.clone())).flatten() {
        return open;
    }
    let records = app.stores().look(Which::Workspace(id)).await;
    Workspace::from_records(id, app.replica(), records).in_tab(app.tab())
}

/// A workspace without anything, for files of which none belongs to an area.
fn empty(app: App) -> Workspace {
    Workspace::from_records(WorkspaceId(crate::browser::ids::new_uuid()), app.replica(), Default::default())
}
