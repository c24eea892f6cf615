//! What the quick store mirrors of what the durable one holds: small records, within a budget.
//!
//! A browser gives 5,242,880 UTF-16 units to all pages that share a localStorage, which for pages opened from files can
//! be all of them, and the first look at a full one costs 100 to 230 ms. So Rainbow takes less than half, and what was
//! typed here goes before what was gathered. What is left out is in the durable store alone and is no less saved.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::outgoing::Outgoing;
use super::store::{Entry, Key};
use crate::domain::ids::WorkspaceId;

/// The longest entry that is mirrored, in UTF-16 units with its key. Longer ones are packs of gathered responses.
pub(super) const LONGEST: usize = 64_000;

/// How much room all of Rainbow's entries may take in the quick store, in UTF-16 units with their keys.
pub(super) const BUDGET: usize = 2_500_000;

/// How far packs of gathered responses may fill it: the other half stays free for what is typed.
pub(super) const FOR_PACKS: usize = 1_250_000;

/// How full the quick store is, and which saving of an entry is the latest. Clones share it.
#[derive(Clone, Debug, Default)]
pub(super) struct Mirror(Rc<RefCell<Ledger>>);

#[derive(Debug, Default)]
struct Ledger {
    /// As measured last, and counted on since.
    used: usize,
    /// How much of it the entries take that this tab has put there, so that a new text replaces the old one's count.
    own: BTreeMap<Key, usize>,
    savings: u64,
    latest: BTreeMap<Key, u64>,
}

impl Mirror {
    /// Takes note of how much room is taken, which counts what other tabs and earlier runs put there too.
    pub(super) fn measured(&self, used: usize) {
        self.0.borrow_mut().used = used;
    }

    /// Forgets what was counted of a workspace that was dropped. To be measured again after it.
    pub(super) fn forget(&self, workspace: WorkspaceId) {
        let mut ledger = self.0.borrow_mut();
        ledger.own.retain(|key, _| key.workspace != workspace);
        ledger.latest.retain(|key, _| key.workspace != workspace);
    }

    /// Whether the entry is to be mirrored. If so, it is counted from here on.
    pub(super) fn admits(&self, outgoing: &Outgoing) -> bool {
        let limit = if outgoing.is_pack { FOR_PACKS } else { BUDGET };
        let units = outgoing.entry.units();
        let mut ledger = self.0.borrow_mut();
        let old = ledger.own.get(&outgoing.entry.key).copied().unwrap_or(0);
        let used = ledger.used.saturating_sub(old).saturating_add(units);
        // A text that shrinks is taken even where too much is there already.
        let fits = units <= LONGEST && (used <= limit || units <= old);
        if fits {
            ledger.count(outgoing.entry.key, units);
        }
        fits
    }

    /// Counts an entry that is put into the quick store whatever its size.
    pub(super) fn count(&self, entry: &Entry) {
        self.0.borrow_mut().count(entry.key, entry.units());
    }

    /// Numbers a saving of these entries, which from here on is the latest of each.
    pub(super) fn number(&self, entries: &[Outgoing]) -> u64 {
        let mut ledger = self.0.borrow_mut();
        ledger.savings = ledger.savings.saturating_add(1);
        let number = ledger.savings;
        ledger.latest.extend(entries.iter().map(|outgoing| (outgoing.entry.key, number)));
        number
    }

    /// Whether no later saving has the entry in hand.
    pub(super) fn is_latest(&self, key: &Key, number: u64) -> bool {
        self.0.borrow().latest.get(key) == Some(&number)
    }
}

impl Ledger {
    fn count(&mut self, key: Key, units: usize) {
        let old = self.own.insert(key, units).unwrap_or(0);
        self.used = self.used.saturating_sub(old).saturating_add(units);
    }
}
