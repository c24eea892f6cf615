//! The one place that saves: what an edit changed goes to the stores, and only what they confirm is called saved.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::last_good::remember;
use super::{App, Keeping};
use crate::browser::{panic, persist, tabs};
use crate::domain::ids::{RecordId, WorkspaceId};
use crate::domain::record::Kind;
use crate::domain::workspace::{Edit, Workspace};
use crate::storage::pair::Saved;

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
        let Some((has_packs, saving)) = self.read_now(|open| {
            remember(open);
            let is_pack = |id: &RecordId| {
                open.records().get(*id).is_some_and(|versions| versions.shown().body.kind() == Kind::Pack)
            };
            let has_packs = edit.changed.iter().any(is_pack);
            (has_packs, self.stores.with_value(|stores| stores.saving(open, &edit)))
        }) else {
            return;
        };
        let number = self.savings.try_update_value(|number| {
            *number = number.saturating_add(1);
            *number
        });
        self.in_flight.update_value(|count| *count = count.saturating_add(1));
        if self.keeping.get_untracked() != Keeping::Saving {
            self.keeping.set(Keeping::Saving);
        }
        spawn_local(async move {
            let saved = saving.await;
            if has_packs {
                tabs::ping(id);
            }
            self.saved(saved, id, &edit.changed, number.unwrap_or_default());
        });
        spawn_local(async {
            persist::ask().await;
        });
    }

    /// Takes note of how a saving ended. "Saved" is said only when nothing is on its way and nothing was left behind: a
    /// saving makes good only those failures that came before it began.
    fn saved(self, saved: Saved, id: WorkspaceId, changed: &BTreeSet<RecordId>, number: u64) {
        let left = self.in_flight.try_update_value(|count| {
            *count = count.saturating_sub(1);
            *count
        });
        let keeping = match saved {
            Saved::Durably => Keeping::Saved,
            Saved::QuicklyOnly(error) => Keeping::Fragile(error),
            Saved::NotAtAll(error) => Keeping::Unsaved(error),
        };
        let is_saved = keeping == Keeping::Saved;
        self.unsaved.update_value(|unsaved| {
            for record in changed {
                let key = (id, *record);
                if !is_saved {
                    unsaved.insert(key, number);
                } else if unsaved.get(&key).is_some_and(|failed| *failed < number) {
                    unsaved.remove(&key);
                }
            }
        });
        let all_safe = self.unsaved.with_value(BTreeMap::is_empty);
        if !is_saved || (all_safe && left == Some(0)) {
            self.keeping.set(keeping);
        }
    }
}
