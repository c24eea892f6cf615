//! Undo and redo: the steps of this tab, taken back and done again in the open area.

use leptos::prelude::*;

use super::{App, Notice, Turn};
use crate::browser::tabs;
use crate::domain::ids::WorkspaceId;
use crate::domain::step::{Step, StepId};
use crate::domain::workspace::{Undone, Workspace};
use crate::reports::words;

impl App {
    /// The step that undo takes back next, and its name.
    pub fn to_undo(self) -> Option<(StepId, String)> {
        self.read(|open| open.to_undo().filter(|(_, step)| self.may_turn(open, step)).map(named)).flatten()
    }

    /// The step that redo does again next, and its name.
    pub fn to_redo(self) -> Option<(StepId, String)> {
        self.read(|open| open.to_redo().filter(|(_, step)| self.may_turn(open, step)).map(named)).flatten()
    }

    /// Undoes the latest step of this tab, or says that there is none.
    pub fn undo(self) {
        let step = untrack(|| self.to_undo()).map(|(step, _)| step);
        self.turn_or_say(step, "There is nothing more to undo.");
    }

    /// Does again what was undone last, or says that there is none.
    pub fn redo(self) {
        let step = untrack(|| self.to_redo()).map(|(step, _)| step);
        self.turn_or_say(step, "There is nothing to do again.");
    }

    /// Undoes a step, or does it again if it is undone, and says what came of it.
    pub fn turn(self, step: StepId) {
        let mut undone = None;
        let edited = self.workspace.try_maybe_update(|open| {
            undone = open.as_mut().and_then(|open| open.turn_round(step));
            (undone.is_some(), ())
        });
        match (edited, undone) {
            (Some(()), Some(undone)) => {
                self.save(&undone.edit);
                self.say(notice(&undone));
            }
            _ => self.say(Notice::said("This can no longer be undone. Nothing was changed.")),
        }
    }

    /// Goes on with what this tab did before it was loaded again, where the browser can say which tabs are open.
    pub(super) async fn inherit(self, id: WorkspaceId) {
        let Some((replicas, tabs)) = tabs::alive().await else { return };
        self.workspace.update(|open| {
            if let Some(open) = open.as_mut().filter(|open| open.id() == id) {
                open.inherit(&replicas, &tabs);
            }
        });
    }

    fn turn_or_say(self, step: Option<StepId>, nothing: &str) {
        if self.read_now(Workspace::id).is_none() {
            return;
        }
        match step {
            Some(step) => self.turn(step),
            None => self.say(Notice::said(nothing)),
        }
    }
}

fn named((id, step): (StepId, &Step)) -> (StepId, String) {
    (id, step.name.to_lowercase())
}

/// What came of undoing a step or of doing it again, in words.
fn notice(undone: &Undone) -> Notice {
    let name = undone.name.to_lowercase();
    let done = if undone.undone { "Undone" } else { "Done again" };
    if undone.put_back == 0 {
        return Notice::said(format!(
            "\u{201c}{}\u{201d} was left as it is, because what it changed was changed again since. Nothing was changed.",
            undone.name
        ));
    }
    let mut text = format!("{done}: {name}.");
    if undone.left > 0 {
        let (was, it) = if undone.left == 1 { ("was", "it is") } else { ("were", "they are") };
        let entries = words::count(undone.left, "entry", "entries");
        text.push_str(&format!(" {entries} {was} changed again since, so {entries} {was} left as {it}."));
    }
    let turn = undone.edit.step.map(|step| Turn { step, is_undone: undone.undone });
    Notice { text, turn }
}
