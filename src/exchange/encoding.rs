//! The bytes of a table as text: UTF-8 or UTF-16 where they say so, and otherwise the Windows-1252 of older programs.

/// How the bytes of a table were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 with a byte order mark, as a spreadsheet saves "Unicode text".
    Utf16,
    /// Windows-1252, as a spreadsheet saves CSV on an English Windows.
    Windows1252,
}

/// What Windows-1252 has in the places 0x80 to 0x9f; the five that it leaves empty stay the control characters that they are.
const HIGH: [char; 32] = [
    '\u{20ac}', '\u{81}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}', '\u{2c6}', '\u{2030}',
    '\u{160}', '\u{2039}', '\u{152}', '\u{8d}', '\u{17d}', '\u{8f}', '\u{90}', '\u{2018}', '\u{2019}', '\u{201c}',
    '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{2dc}', '\u{2122}', '\u{161}', '\u{203a}', '\u{153}', '\u{9d}',
    '\u{17e}', '\u{178}',
];

/// Reads bytes as text, without a byte order mark, and says how. Every sequence of bytes is some text.
pub fn decode(bytes: &[u8]) -> (String, Encoding) {
    match bytes {
        [0xff, 0xfe, rest @ ..] => (utf_16(rest, u16::from_le_bytes), Encoding::Utf16),
        [0xfe, 0xff, rest @ ..] => (utf_16(rest, u16::from_be_bytes), Encoding::Utf16),
        _ => {
            let unmarked = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            match std::str::from_utf8(unmarked) {
                Ok(text) => (text.to_owned(), Encoding::Utf8),
                Err(_) => (unmarked.iter().map(|byte| windows_1252(*byte)).collect(), Encoding::Windows1252),
            }
        }
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16_lossy(&units)
}

fn windows_1252(byte: u8) -> char {
    let high = usize::from(byte).checked_sub(0x80).and_then(|place| HIGH.get(place));
    high.copied().unwrap_or_else(|| char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_of_the_same_words_reads_the_same() {
        let words = "Don’t know – “Café” €5";
        let marked: Vec<u8> = [b"\xef\xbb\xbf".as_slice(), words.as_bytes()].concat();
        let units = words.encode_utf16().flat_map(u16::to_le_bytes);
        let little: Vec<u8> = [0xff, 0xfe].into_iter().chain(units).collect();
        let units = words.encode_utf16().flat_map(u16::to_be_bytes);
        let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(units).collect();
        let old = b"Don\x92t know \x96 \x93Caf\xe9\x94 \x805".to_vec();
        for (bytes, encoding) in [
            (words.as_bytes().to_vec(), Encoding::Utf8),
            (marked, Encoding::Utf8),
            (little, Encoding::Utf16),
            (big, Encoding::Utf16),
            (old, Encoding::Windows1252),
        ] {
            assert_eq!(decode(&bytes), (words.to_owned(), encoding));
        }
    }
}
