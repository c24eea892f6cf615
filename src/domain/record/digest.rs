//! The digest of a version's content, by which siblings are put in order.

use std::hash::{Hash, Hasher};

use sha2::{Digest, Sha256};

use super::Record;

/// A digest of a version's content that is the same in every build of this version of Rainbow.
pub(super) fn digest(record: &Record) -> [u8; 32] {
    let mut hasher = DigestHasher(Sha256::new());
    record.stamp.hash(&mut hasher);
    record.body.hash(&mut hasher);
    #[cfg(test)]
    super::tests::DIGESTS.set(super::tests::DIGESTS.get() + 1);
    hasher.0.finalize().into()
}

/// Feeds what `Hash` writes to SHA-256, with lengths as 64 bits whatever the machine's word is.
struct DigestHasher(Sha256);

impl Hasher for DigestHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn write_usize(&mut self, number: usize) {
        self.0.update(u64::try_from(number).unwrap_or(u64::MAX).to_le_bytes());
    }

    fn finish(&self) -> u64 {
        let digest: [u8; 32] = self.0.clone().finalize().into();
        u64::from_le_bytes(*digest.first_chunk::<8>().unwrap_or(&[0; 8]))
    }
}
