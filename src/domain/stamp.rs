//! The stamp of a version: which edits it descends from, so that two versions can tell whether one replaces the other.

use std::collections::BTreeMap;

use super::ids::ReplicaId;

/// A version vector: for each replica that edited the record, how many of its edits this version has seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(BTreeMap<ReplicaId, u64>);

/// How two stamps stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Descent {
    /// They have seen the same edits.
    Same,
    /// The first has seen less: the second replaces it.
    Before,
    /// The first has seen more: it replaces the second.
    After,
    /// Each has seen something that the other has not: neither replaces the other.
    Apart,
}

impl Stamp {
    /// A stamp from its counts; counts of zero say nothing and are left out.
    pub fn from_counts(counts: impl IntoIterator<Item = (ReplicaId, u64)>) -> Self {
        Self(counts.into_iter().filter(|(_, count)| *count > 0).collect())
    }

    /// The counts, by replica.
    pub fn counts(&self) -> impl Iterator<Item = (ReplicaId, u64)> {
        self.0.iter().map(|(replica, count)| (*replica, *count))
    }

    /// How this stamp stands to `other`.
    pub fn descent(&self, other: &Self) -> Descent {
        let lacks = |a: &Self, b: &Self| b.0.iter().any(|(replica, count)| a.count(*replica) < *count);
        match (lacks(self, other), lacks(other, self)) {
            (false, false) => Descent::Same,
            (true, false) => Descent::Before,
            (false, true) => Descent::After,
            (true, true) => Descent::Apart,
        }
    }

    /// The stamp that has seen everything that either has seen.
    #[must_use]
    pub fn joined(mut self, other: &Self) -> Self {
        for (replica, count) in &other.0 {
            let mine = self.0.entry(*replica).or_default();
            *mine = (*mine).max(*count);
        }
        self
    }

    /// The stamp of one further edit by `replica`.
    #[must_use]
    pub fn edited_by(mut self, replica: ReplicaId) -> Self {
        let count = self.0.entry(replica).or_default();
        *count = count.saturating_add(1);
        self
    }

    /// How many edits it has seen in all.
    pub fn height(&self) -> u64 {
        self.0.values().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// How many edits of a replica it has seen.
    pub fn count(&self, replica: ReplicaId) -> u64 {
        self.0.get(&replica).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_replaces_what_it_has_seen_and_nothing_else() {
        let (here, there) = (ReplicaId(1), ReplicaId(2));
        let first = Stamp::default().edited_by(here);
        let mine = first.clone().edited_by(here);
        let theirs = first.clone().edited_by(there);
        assert_eq!(first.descent(&first), Descent::Same);
        assert_eq!(first.descent(&mine), Descent::Before);
        assert_eq!(mine.descent(&first), Descent::After);
        assert_eq!(mine.descent(&theirs), Descent::Apart);
        let both = mine.clone().joined(&theirs).edited_by(here);
        assert_eq!(both.descent(&mine), Descent::After);
        assert_eq!(both.descent(&theirs), Descent::After);
    }
}
