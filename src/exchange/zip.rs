//! A zip archive of files stored as they are: what is in it is packed already, and mail filters let it pass.
//!
//! Written after PKWARE's APPNOTE.TXT 6.3.10: a local header with each file, the central directory, and its end record.

use chrono::{DateTime, Datelike, FixedOffset, Timelike};

/// The reflected polynomial of CRC-32, as zip, gzip and PNG use it.
const POLYNOMIAL: u32 = 0xedb8_8320;
/// The version that it takes to unpack a stored file: 2.0.
const VERSION: u16 = 20;
/// Says that the name is in UTF-8.
const UTF_8: u16 = 1 << 11;

/// A zip archive that holds one file under this name, written at this time of the local clock.
///
/// `None` if the file or its name is too large for the format: 4 GB and 64 KB.
pub fn archive(name: &str, content: &[u8], written: DateTime<FixedOffset>) -> Option<Vec<u8>> {
    let mut archive = Archive::begin(written);
    archive.add(name, content)?;
    archive.finish()
}

/// A zip archive that is being written, file by file.
pub struct Archive {
    written: DateTime<FixedOffset>,
    zip: Vec<u8>,
    directory: Vec<u8>,
    files: u16,
}

impl Archive {
    /// An archive of no file yet, written at this time of the local clock.
    pub fn begin(written: DateTime<FixedOffset>) -> Self {
        Self { written, zip: Vec::new(), directory: Vec::new(), files: 0 }
    }

    /// Adds a file. `None` if the archive, the file or its name is too large for the format: 65,535 files, 4 GB and 64 KB.
    pub fn add(&mut self, name: &str, content: &[u8]) -> Option<()> {
        let size = u32::try_from(content.len()).ok().filter(|size| *size < u32::MAX)?;
        let at = u32::try_from(self.zip.len()).ok()?;
        let name_length = u16::try_from(name.len()).ok()?;
        self.files = self.files.checked_add(1)?;
        let mut about = Vec::new();
        for word in [VERSION, UTF_8, 0, time(self.written), date(self.written)] {
            about.extend(word.to_le_bytes());
        }
        for word in [crc_32(content), size, size] {
            about.extend(word.to_le_bytes());
        }
        about.extend(name_length.to_le_bytes());
        // No extra field.
        about.extend([0; 2]);

        self.zip.extend(b"PK\x03\x04");
        self.zip.extend(&about);
        self.zip.extend(name.as_bytes());
        self.zip.extend(content);

        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(VERSION.to_le_bytes());
        self.directory.extend(&about);
        // No comment, the first disk and no attributes; then where the local header is.
        self.directory.extend([0; 10]);
        self.directory.extend(at.to_le_bytes());
        self.directory.extend(name.as_bytes());
        Some(())
    }

    /// The archive. `None` if it is too large for the format: 4 GB.
    pub fn finish(mut self) -> Option<Vec<u8>> {
        let directory = u32::try_from(self.zip.len()).ok()?;
        let length = u32::try_from(self.directory.len()).ok()?;
        self.zip.append(&mut self.directory);
        self.zip.extend(b"PK\x05\x06");
        self.zip.extend([0; 4]);
        // On this disk, and in all.
        self.zip.extend(self.files.to_le_bytes());
        self.zip.extend(self.files.to_le_bytes());
        self.zip.extend(length.to_le_bytes());
        self.zip.extend(directory.to_le_bytes());
        self.zip.extend([0; 2]);
        Some(self.zip)
    }
}

/// The CRC-32 of a text, as zip archives state it.
fn crc_32(bytes: &[u8]) -> u32 {
    let table: [u32; 16] = std::array::from_fn(|index| {
        let index = u32::try_from(index).unwrap_or_default();
        (0..4).fold(index, |crc, _| step(crc))
    });
    let nibble = |crc: u32, nibble: u32| {
        let index = usize::try_from((crc ^ nibble) & 15).unwrap_or_default();
        table.get(index).copied().unwrap_or_default() ^ (crc >> 4)
    };
    let byte = |crc: u32, byte: &u8| nibble(nibble(crc, u32::from(*byte)), u32::from(*byte) >> 4);
    !bytes.iter().fold(!0, byte)
}

fn step(crc: u32) -> u32 {
    if crc & 1 == 1 { (crc >> 1) ^ POLYNOMIAL } else { crc >> 1 }
}

/// The time of day as zip spells it, to two seconds.
fn time(moment: DateTime<FixedOffset>) -> u16 {
    let word = (moment.hour() << 11) | (moment.minute() << 5) | (moment.second() / 2);
    u16::try_from(word).unwrap_or_default()
}

/// The day as zip spells it; 1 January 1980 for a day outside 1980 to 2107.
fn date(moment: DateTime<FixedOffset>) -> u16 {
    let year = u32::try_from(moment.year()).ok().and_then(|year| year.checked_sub(1980)).filter(|year| *year < 128);
    let word = year.map(|year| (year << 9) | (moment.month() << 5) | moment.day());
    word.and_then(|word| u16::try_from(word).ok()).unwrap_or(0x21)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    #[test]
    fn the_checksum_is_the_one_that_every_zip_states() {
        assert_eq!(crc_32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc_32(b""), 0);
        assert_eq!(crc_32("Fähre".as_bytes()), crc_32("Fähre".to_owned().as_bytes()));
        assert_ne!(crc_32(b"ab"), crc_32(b"ba"));
    }

    #[test]
    fn the_directory_says_where_the_file_is_and_when_it_was_written() {
        let zip = archive("a.html", b"<p>", written("2027-02-03T10:12:30+00:00")).unwrap();
        let at = |from: usize, length: usize| {
            u64::from_le_bytes({
                let mut bytes = [0; 8];
                bytes[..length].copy_from_slice(&zip[from..from + length]);
                bytes
            })
        };
        assert_eq!(&zip[..4], b"PK\x03\x04");
        assert_eq!((at(10, 2), at(12, 2)), ((10 << 11) | (12 << 5) | 15, (47 << 9) | (2 << 5) | 3));
        assert_eq!((at(14, 4), at(18, 4), at(22, 4), at(26, 2)), (u64::from(crc_32(b"<p>")), 3, 3, 6));
        assert_eq!(&zip[30..39], b"a.html<p>");
        assert_eq!(&zip[39..43], b"PK\x01\x02");
        let end = zip.len() - 22;
        assert_eq!(&zip[end..end + 4], b"PK\x05\x06");
        assert_eq!((at(end + 12, 4), at(end + 16, 4)), ((end - 39) as u64, 39));
        assert_eq!(&zip[39 + 46..end], b"a.html");
    }

    #[test]
    fn several_files_are_found_again_by_the_directory() {
        let mut archive = Archive::begin(written("2027-02-03T10:12:30+00:00"));
        let files = [("a.html", "<p>one"), ("b.html", "<p>the second"), ("c.html", "")];
        for (name, content) in files {
            archive.add(name, content.as_bytes()).unwrap();
        }
        let zip = archive.finish().unwrap();
        let members = crate::exchange::unzip::members(&zip).unwrap();
        let found: Vec<(&str, &[u8])> =
            members.iter().map(|member| (member.name.as_str(), &zip[member.bytes.clone()])).collect();
        assert_eq!(found, files.map(|(name, content)| (name, content.as_bytes())));
    }

    #[test]
    fn a_clock_that_is_far_off_does_no_harm() {
        assert_eq!(date(written("1970-01-01T00:00:00+00:00")), 0x21);
        assert_eq!(date(written("2200-01-01T00:00:00+00:00")), 0x21);
    }
}
