//! The one place that saves: what an edit changed goes to the stores, and only what they confirm is called saved.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::last_good::remember;
use super::{App, Keeping};
use crate::browser::tabs::{self, Ping};
use crate::browser::{panic, persist};
use crate::domain::ids::{RecordId, WorkspaceId};
use crate::domain::workspace::{Edit, Workspace};
use crate::storage::pair::Saved;
use crate::storage::store::StoreError;

impl App {
    /// Saves again what could not be saved before.
    pub fn save_again(self) {
        self.save(&Edit::default());
    }

    pub(super) fn save(self, edit: &Edit) {
        let mut edit = edit.clone();
        let Some(id) = self.read_now(Workspace::id) else { return };
        self.unsaved.with_value(|unsaved| {
            edit.changed.extend(unsaved.keys().filter(|(workspace, _)| *workspace == id).map(|(_, record)| *record));
        });
        if edit.is_empty() || panic::is_stopped() {
            return;
        }
        let saving = self.read_now(|open| {
            remember(open);
            // What is not here is not written by this saving, so its end says nothing about it.
            edit.changed.retain(|record| open.records().get(*record).is_some());
            self.stores.with_value(|stores| stores.saving(open, &edit))
        });
        let Some(saving) = saving else { return };
        let number = self.savings.try_update_value(|number| {
            *number = number.saturating_add(1);
            *number
        });
        self.in_flight.update_value(|count| *count = count.saturating_add(1));
        if self.keeping.get_untracked() != Keeping::Saving {
            self.keeping.set(Keeping::Saving);
        }
        spawn_local(async move {
            let kept = saving.await;
            if !kept.is_mirrored {
                // The browser tells other tabs only of what is in localStorage.
                tabs::ping(Ping::Changed(id));
            }
            self.saved(kept.saved, id, &edit.changed, number.unwrap_or_default());
        });
        // Asking takes time, and nobody wants to be asked twice.
        if number == Some(1) {
            spawn_local(async {
                persist::ask().await;
            });
        }
    }

    /// Takes note of how a saving ended. "Saved" is said only when nothing is on its way and nothing was left behind: a
    /// saving makes good only those failures that came before it began, and its own failure stands unless a later saving
    /// of the record has failed otherwise.
    fn saved(self, saved: Saved, id: WorkspaceId, changed: &BTreeSet<RecordId>, number: u64) {
        if panic::is_stopped() {
            // The page says so already, and nothing else about keeping holds any more.
            return;
        }
        let left = self.in_flight.try_update_value(|count| {
            *count = count.saturating_sub(1);
            *count
        });
        let failed = match saved {
            Saved::Durably => None,
            Saved::NotPurged(error) => Some(Keeping::NotRemoved(error)),
            Saved::QuicklyOnly(error) => Some(Keeping::Fragile(error)),
            Saved::NotAtAll(error) => Some(Keeping::Unsaved(error)),
        };
        self.unsaved.update_value(|unsaved| {
            for record in changed {
                let key = (id, *record);
                let before = unsaved.get(&key).map(|(number, _)| *number);
                match &failed {
                    Some(failed) if before.is_none_or(|before| before < number) => {
                        unsaved.insert(key, (number, failed.clone()));
                    }
                    None if before.is_some_and(|before| before < number) => {
                        unsaved.remove(&key);
                    }
                    _ => {}
                }
            }
        });
        match self.worst() {
            Some(worst) => self.keeping.set(worst),
            None if left == Some(0) => self.keeping.set(Keeping::Saved),
            None => {}
        }
    }

    /// Takes note of records that were found in the quick store and that the durable one would not take.
    pub(super) fn found_fragile(self, id: WorkspaceId, records: BTreeSet<RecordId>, error: &StoreError) {
        self.unsaved.update_value(|unsaved| {
            for record in records {
                unsaved.entry((id, record)).or_insert((0, Keeping::Fragile(error.clone())));
            }
        });
        if let Some(worst) = self.worst() {
            self.keeping.set(worst);
        }
    }

    /// How the least safe of what was not kept, or not removed, as it should be is kept; `None` if there is no such thing.
    pub(super) fn worst(self) -> Option<Keeping> {
        self.unsaved.with_value(|unsaved| {
            let safety = |failed: &Keeping| match failed {
                Keeping::Unsaved(_) => 0,
                Keeping::Fragile(_) => 1,
                _ => 2,
            };
            unsaved.values().map(|(_, failed)| failed).min_by_key(|failed| safety(failed)).cloned()
        })
    }
}
