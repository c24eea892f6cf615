//! What forms offer to choose from: the arcs of a framework, and the rounds of the area.

use crate::domain::framework::Framework;
use crate::domain::ids::{RoundId, ThemeId};
use crate::domain::workspace::Workspace;
use crate::ui::Choice;

/// The arcs of the framework, by their full names, and those chosen already that it does not know.
pub(super) fn arcs(framework: Option<&Framework>, chosen: &[ThemeId]) -> Vec<Choice<ThemeId>> {
    let known = framework.into_iter().flat_map(|known| &known.themes);
    let known = known.map(|theme| Choice::new(theme.id.clone(), &theme.name)).collect();
    with_strangers(known, chosen, ThemeId::as_str)
}

/// These choices and what is chosen of which the framework does not know, so that changing something else does not drop it.
pub(super) fn with_strangers<T: Clone + PartialEq>(
    mut known: Vec<Choice<T>>,
    chosen: &[T],
    name: fn(&T) -> &str,
) -> Vec<Choice<T>> {
    for one in chosen {
        if known.iter().all(|choice| choice.value != *one) {
            known.push(Choice::new(one.clone(), name(one)));
        }
    }
    known
}

/// The rounds of the area, the latest first.
pub(super) fn rounds(open: &Workspace) -> Vec<Choice<RoundId>> {
    open.rounds().into_iter().rev().map(|(id, round)| Choice::new(id, round.title.clone())).collect()
}
