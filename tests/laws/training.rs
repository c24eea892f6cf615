//! What can be done to the training map at a replica: events, gaps, and calling a profession otherwise.

use proptest::prelude::*;
use rainbow::domain::ids::{ItemId, ThemeId, TrainingEventId};
use rainbow::domain::rest::Rest;
use rainbow::domain::training::{Professions, TrainingEvent, TrainingGap};
use rainbow::domain::workspace::{Edit, Workspace};
use uuid::Uuid;

/// The professions that there are: the first two are spelled otherwise and are the same.
const PROFESSIONS: [&str; 4] = ["Teachers", " teachers", "Midwives", "Nurses"];

/// What people do with the training map.
#[derive(Clone, Debug)]
pub(super) enum Training {
    /// Adds an event or changes one: which, and for which professions.
    Event(u8, Vec<usize>),
    Remove(u8),
    /// Says how the gap of a profession is addressed, or nothing any more.
    Gap(usize, u8),
    /// Says which action addresses it.
    Link(usize, u8),
    Rename(usize, usize),
}

impl Training {
    /// Whether whoever does it has all versions before them. Renaming carries along what stands beside the version that is shown.
    pub(super) fn is_choice(&self) -> bool {
        matches!(self, Self::Remove(_) | Self::Gap(_, 0) | Self::Rename(..))
    }
}

pub(super) fn training() -> impl Strategy<Value = Training> {
    let which = || 0..PROFESSIONS.len();
    prop_oneof![
        2 => (0..2_u8, prop::collection::vec(which(), 0..3)).prop_map(|(event, all)| Training::Event(event, all)),
        1 => (0..2_u8).prop_map(Training::Remove),
        2 => (which(), 0..4_u8).prop_map(|(profession, words)| Training::Gap(profession, words)),
        1 => (which(), 0..3_u8).prop_map(|(profession, action)| Training::Link(profession, action)),
        2 => (which(), which()).prop_map(|(from, to)| Training::Rename(from, to)),
    ]
}

/// Does it here; nothing where it is refused.
pub(super) fn train(here: &mut Workspace, act: &Training) -> Edit {
    let theme = ThemeId::parse("identity").unwrap();
    match act {
        Training::Event(which, professions) => {
            let event = TrainingEvent {
                title: format!("Event {which}"),
                professions: Professions::of(professions.iter().map(|at| PROFESSIONS[*at])),
                rest: Rest::from([("room".to_owned(), (*which).into())]),
                ..TrainingEvent::default()
            };
            here.set_training_event(event_id(*which), event)
        }
        Training::Remove(which) => here.delete_training_event(event_id(*which)).unwrap_or_default(),
        Training::Gap(profession, words) => {
            let words = if *words == 0 { String::new() } else { format!("Way {words}") };
            here.set_training_gap(TrainingGap { words, ..TrainingGap::blank(PROFESSIONS[*profession], theme) })
        }
        Training::Link(profession, action) => {
            let action = ItemId(Uuid::from_u128(10 + u128::from(*action)));
            here.link_training_gap(PROFESSIONS[*profession], &theme, action)
        }
        Training::Rename(from, to) => here.rename_profession(PROFESSIONS[*from], PROFESSIONS[*to]).unwrap_or_default(),
    }
}

fn event_id(which: u8) -> TrainingEventId {
    TrainingEventId(Uuid::from_u128(800 + u128::from(which)))
}
