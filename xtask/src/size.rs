//! Sizes as people pay for them: raw on disk, and gzipped as a server sends them.

use std::io::Write;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

/// How hard gzip works.
#[derive(Clone, Copy)]
pub(crate) enum Squeeze {
    /// For a build that is thrown away soon.
    Quick,
    /// What an ordinary web server does.
    Served,
    /// For what is packed once and opened many times.
    Hard,
}

/// The bytes, gzipped.
///
/// # Errors
/// None in practice: the encoder writes to memory.
pub(crate) fn gzip(bytes: &[u8], squeeze: Squeeze) -> Result<Vec<u8>> {
    let level = match squeeze {
        Squeeze::Quick => Compression::fast(),
        Squeeze::Served => Compression::default(),
        Squeeze::Hard => Compression::best(),
    };
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// The size of one thing in bytes.
#[derive(Clone, Copy, Default)]
pub(crate) struct Size {
    /// As it lies on disk.
    pub(crate) raw: usize,
    /// As a server sends it.
    pub(crate) gzip: usize,
}

impl Size {
    /// Measures bytes.
    ///
    /// # Errors
    /// As [`gzip`].
    pub(crate) fn of(bytes: &[u8]) -> Result<Size> {
        Ok(Size { raw: bytes.len(), gzip: gzip(bytes, Squeeze::Served)?.len() })
    }
}

impl std::iter::Sum for Size {
    fn sum<I: Iterator<Item = Size>>(sizes: I) -> Size {
        sizes.fold(Size::default(), |a, b| Size { raw: a.raw + b.raw, gzip: a.gzip + b.gzip })
    }
}
