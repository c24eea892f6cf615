//! What can be said in a room at a replica: discussions, their ideas, and sessions of the guide.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use rainbow::domain::design::Towards;
use rainbow::domain::discussion::{Discussion, Said};
use rainbow::domain::guide::{GuideSession, Meeting};
use rainbow::domain::ids::{DiscussionId, GuideSessionId, IdeaId};
use rainbow::domain::rest::Rest;
use rainbow::domain::workspace::{Edit, Workspace};
use uuid::Uuid;

use super::history::{ROUND, SURVEY, day};

/// What people do in rooms.
#[derive(Clone, Debug)]
pub(super) enum Talking {
    /// Begins the discussion or calls it something else.
    Begin(u8),
    /// Adds two ideas.
    Add(u8),
    /// Changes one of the ideas that are there.
    Change(u8, u8),
    /// Moves one of them.
    Move(u8, bool),
    /// Deletes one of them.
    Delete(u8),
    DeleteAll,
    /// Begins the session or calls it something else.
    Meet(u8),
    /// Notes something in the session, and counts hands.
    Note(u8),
}

impl Talking {
    /// Whether whoever does it has all versions before them.
    pub(super) fn is_choice(&self) -> bool {
        matches!(self, Self::Delete(_) | Self::DeleteAll)
    }
}

pub(super) fn talking() -> impl Strategy<Value = Talking> {
    prop_oneof![
        2 => (0..4_u8).prop_map(Talking::Begin),
        3 => any::<u8>().prop_map(Talking::Add),
        2 => (0..6_u8, any::<u8>()).prop_map(|(which, text)| Talking::Change(which, text)),
        2 => (0..6_u8, any::<bool>()).prop_map(|(which, up)| Talking::Move(which, up)),
        1 => (0..6_u8).prop_map(Talking::Delete),
        1 => Just(Talking::DeleteAll),
        2 => (0..4_u8).prop_map(Talking::Meet),
        2 => any::<u8>().prop_map(Talking::Note),
    ]
}

const TALK: DiscussionId = DiscussionId(Uuid::from_u128(900));
const MEETING: GuideSessionId = GuideSessionId(Uuid::from_u128(901));

/// Does it here; nothing where it is refused.
pub(super) fn talk(here: &mut Workspace, act: &Talking, step: usize) -> Edit {
    let theme = || SURVEY.framework.themes[0].id.clone();
    let said = |text: u8| Said { text: format!("Idea {text}"), themes: BTreeSet::from([theme()]), ..Said::default() };
    let ideas: Vec<IdeaId> = here.ideas(TALK).into_iter().map(|(id, _)| id).collect();
    let one = |which: u8| ideas.get(usize::from(which) % ideas.len().max(1)).copied();
    match act {
        Talking::Begin(title) => {
            let (title, together, rest) = (format!("Conference {title}"), BTreeSet::new(), Rest::new());
            here.set_discussion(TALK, Discussion { title, on: day(), together, rest })
        }
        Talking::Add(text) => {
            // An idea is never made twice under one id: its id is its place in the history.
            let number = 2_000_000 + 10 * step as u128;
            let ideas = [number, number + 1].map(|id| (IdeaId(Uuid::from_u128(id)), said(*text)));
            here.add_ideas(TALK, ideas).unwrap_or_default()
        }
        Talking::Change(which, text) => {
            one(*which).map(|id| here.set_idea(id, said(*text)).unwrap()).unwrap_or_default()
        }
        Talking::Move(which, up) => {
            let towards = if *up { Towards::Up } else { Towards::Down };
            one(*which).map(|id| here.move_idea(id, towards, &ideas).unwrap()).unwrap_or_default()
        }
        Talking::Delete(which) => one(*which).map(|id| here.delete_idea(id).unwrap()).unwrap_or_default(),
        Talking::DeleteAll => here.delete_discussion(TALK).unwrap_or_default(),
        Talking::Meet(title) => {
            let noted = here.guide_session(MEETING).cloned();
            let session = GuideSession {
                meeting: Meeting::FocusGroup,
                title: format!("Nurses {title}"),
                on: day(),
                round: Some(ROUND),
                people: title.to_string(),
                themes: BTreeSet::from([theme()]),
                notes: noted.map(|one| one.notes).unwrap_or_default(),
                hands: BTreeMap::new(),
                evidence: None,
                rest: Rest::new(),
            };
            here.set_guide_session(MEETING, session)
        }
        Talking::Note(words) => {
            // Notes that follow each other are one step; after a count of hands each is one of its own.
            let counted = here.count_hands(MEETING, &theme(), usize::from(words % 5), words.to_string());
            let noted = here.note_heard(MEETING, &theme(), format!("Heard {words}"));
            counted.unwrap_or_default().then(noted.unwrap_or_default())
        }
    }
}
