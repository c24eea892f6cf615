//! The contents list of a .zip archive: which files are in it and where their bytes stand. Inflating them is the browser's.
//!
//! Nothing in an archive is believed: every number is checked against the bytes that are there, sizes are capped before
//! anything is inflated, and the names of files serve for messages only.

use std::ops::Range;

use super::import::LARGEST_FILE;

/// The most files that an archive may have.
const MOST_FILES: usize = 20_000;
/// The most bytes that the files of an archive may have together once they are inflated.
const MOST_BYTES: u64 = 2 * LARGEST_FILE;

/// A file in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name with its folders, for messages.
    pub name: String,
    /// How many bytes it says it has once it is inflated. It may not have more.
    pub size: u64,
    /// How it is packed.
    pub packed: Packed,
    /// Where its bytes stand in the archive.
    pub bytes: Range<usize>,
}

/// How a file is packed in an archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packed {
    /// As it is.
    Stored,
    /// Deflated (RFC 1951).
    Deflated,
}

/// Whether bytes begin as an archive does.
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// The files of an archive, without its folders and without what a Mac puts beside them.
///
/// # Errors
/// Why it can't be opened, as a sentence.
pub fn members(archive: &[u8]) -> Result<Vec<Member>, &'static str> {
    const DAMAGED: &str = "This .zip file is damaged. Ask whoever sent it to send it again.";
    const TOO_LARGE: &str =
        "This .zip file holds more than Rainbow takes at once. Unpack it and choose the files in it.";
    let end = end_of_list(archive).ok_or(DAMAGED)?;
    // The record has 22 bytes; an archive that was cut short in it is damaged.
    archive.get(end..end.saturating_add(22)).ok_or(DAMAGED)?;
    let (count, start) = (short(archive, end.saturating_add(10)), long(archive, end.saturating_add(16)));
    let (count, start) = (usize::from(count.ok_or(DAMAGED)?), start.ok_or(DAMAGED)?);
    if count > MOST_FILES || start == u32::MAX {
        return Err(TOO_LARGE);
    }
    let (mut members, mut total) = (Vec::new(), 0_u64);
    let mut at = usize::try_from(start).map_err(|_| DAMAGED)?;
    for _ in 0..count {
        let (member, next) = member(archive, at).ok_or(DAMAGED)??;
        at = next;
        let Some(member) = member else { continue };
        total = total.saturating_add(member.size);
        if member.size > LARGEST_FILE || total > MOST_BYTES {
            return Err(TOO_LARGE);
        }
        members.push(member);
    }
    Ok(members)
}

/// Where the record stands that ends an archive: the last of its kind, behind which only a comment of 64 KB can come.
fn end_of_list(archive: &[u8]) -> Option<usize> {
    let earliest = archive.len().saturating_sub(65_557);
    let tail = archive.get(earliest..)?;
    tail.windows(4).rposition(|four| four == b"PK\x05\x06").map(|at| earliest.saturating_add(at))
}

/// A file of the archive's list, none for a folder, and where the next entry begins.
type Listed = (Option<Member>, usize);

/// The entry of the list at a place. `None` if it is cut short.
fn member(archive: &[u8], at: usize) -> Option<Result<Listed, &'static str>> {
    let field = |offset: usize| at.checked_add(offset);
    if archive.get(at..field(4)?)? != b"PK\x01\x02" {
        return None;
    }
    let (flags, method) = (short(archive, field(8)?)?, short(archive, field(10)?)?);
    let (packed_size, size) = (long(archive, field(20)?)?, long(archive, field(24)?)?);
    let [name, extra, comment] = [28, 30, 32].map(|offset| field(offset).and_then(|at| short(archive, at)));
    let (name, extra, comment) = (usize::from(name?), usize::from(extra?), usize::from(comment?));
    let header = usize::try_from(long(archive, field(42)?)?).ok()?;
    let name_end = field(46)?.checked_add(name)?;
    let name = String::from_utf8_lossy(archive.get(field(46)?..name_end)?).into_owned();
    let next = name_end.checked_add(extra)?.checked_add(comment)?;
    let file = name.rsplit('/').next().unwrap_or_default();
    if file.is_empty() || file.starts_with('.') || name.starts_with("__MACOSX/") {
        return Some(Ok((None, next)));
    }
    if flags & 1 == 1 {
        return Some(Err("This .zip file is locked with a password. Unpack it and choose the files in it."));
    }
    let packed = match method {
        0 => Packed::Stored,
        8 => Packed::Deflated,
        _ => {
            return Some(Err(
                "This .zip file is packed in a way that Rainbow can\u{2019}t open. Unpack it and choose the files in it.",
            ));
        }
    };
    // The header before the bytes repeats the name, and its extra field may have another length.
    if archive.get(header..header.checked_add(4)?)? != b"PK\x03\x04" {
        return None;
    }
    let lengths = [26, 28].map(|offset| header.checked_add(offset).and_then(|at| short(archive, at)));
    let [name_length, extra_length] = lengths;
    let start = header.checked_add(30)?.checked_add(name_length?.into())?.checked_add(extra_length?.into())?;
    let bytes = start..start.checked_add(usize::try_from(packed_size).ok()?)?;
    archive.get(bytes.clone())?;
    Some(Ok((Some(Member { name, size: size.into(), packed, bytes }), next)))
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_le_bytes)
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An archive of stored files, as any packer writes them but for the checksums, which nobody reads here.
    fn archive(files: &[(&str, &str)]) -> Vec<u8> {
        let (mut bytes, mut list) = (Vec::new(), Vec::new());
        for (name, text) in files {
            let (name_length, size) = (u16::try_from(name.len()).unwrap(), u32::try_from(text.len()).unwrap());
            let header = u32::try_from(bytes.len()).unwrap();
            let sizes = [size.to_le_bytes(), size.to_le_bytes()].concat();
            let lengths = [name_length.to_le_bytes(), [0, 0]].concat();
            bytes.extend([b"PK\x03\x04".as_slice(), &[20, 0], &[0; 12], &sizes, &lengths].concat());
            bytes.extend([name.as_bytes(), text.as_bytes()].concat());
            list.extend([b"PK\x01\x02".as_slice(), &[20, 0, 20, 0], &[0; 12], &sizes, &lengths, &[0; 10]].concat());
            list.extend([&header.to_le_bytes(), name.as_bytes()].concat());
        }
        let (start, size) = (u32::try_from(bytes.len()).unwrap(), u32::try_from(list.len()).unwrap());
        let count = u16::try_from(files.len()).unwrap().to_le_bytes();
        bytes.extend(&list);
        bytes.extend([b"PK\x05\x06".as_slice(), &[0; 4], &count, &count].concat());
        bytes.extend([&size.to_le_bytes(), start.to_le_bytes().as_slice(), &[0, 0]].concat());
        bytes
    }

    fn texts(bytes: &[u8]) -> Vec<(String, String)> {
        let member = |member: Member| (member.name, String::from_utf8_lossy(&bytes[member.bytes]).into_owned());
        members(bytes).unwrap().into_iter().map(member).collect()
    }

    #[test]
    fn files_are_found_and_folders_and_hidden_files_are_not() {
        let bytes =
            archive(&[("back/", ""), ("back/a.json", "one"), ("__MACOSX/a.json", "x"), (".b", "y"), ("b.json", "two")]);
        assert!(is_archive(&bytes));
        let found = [("back/a.json", "one"), ("b.json", "two")];
        assert_eq!(texts(&bytes), found.map(|(name, text)| (name.to_owned(), text.to_owned())));
        assert_eq!(members(&archive(&[])), Ok(Vec::new()));
    }

    #[test]
    fn no_archive_however_spoilt_is_more_than_an_error() {
        let whole = archive(&[("a.json", "one"), ("b.json", "two")]);
        for length in 0..whole.len() {
            let _ = members(&whole[..length]);
        }
        for at in 0..whole.len() {
            let mut spoilt = whole.clone();
            spoilt[at] = 0xff;
            let _ = members(&spoilt);
        }
        assert!(members(b"").is_err() && members(&whole[..whole.len() - 1]).is_err());
    }

    #[test]
    fn what_is_locked_or_packed_otherwise_or_too_large_is_refused_in_a_sentence() {
        let list = archive(&[("a.json", "one")]).windows(4).position(|four| four == b"PK\x01\x02").unwrap();
        let with = |offset: usize, bytes: &[u8]| {
            let mut changed = archive(&[("a.json", "one")]);
            changed[list + offset..list + offset + bytes.len()].copy_from_slice(bytes);
            members(&changed).unwrap_err()
        };
        assert!(with(8, &[1]).contains("password"));
        assert!(with(10, &[9]).contains("packed in a way"));
        assert!(with(24, &[0xff; 4]).contains("holds more"));
        assert!(with(20, &[0xff; 4]).contains("damaged"));
    }
}
