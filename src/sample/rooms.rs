//! What was said in the sample's rooms: the ideas of a conference under the arcs, and the workshop that one piece of evidence is
//! of, as it was noted with the guide.

use std::collections::{BTreeMap, BTreeSet};

use super::day;
use super::dice::Dice;
use crate::domain::discussion::{Discussion, Said};
use crate::domain::framework::Framework;
use crate::domain::guide::{GuideSession, Meeting};
use crate::domain::guiding::evidence;
use crate::domain::ids::{DiscussionId, GuideSessionId, IdeaId, ThemeId};
use crate::domain::rest::Rest;
use crate::domain::workspace::{Edit, EditError, Workspace};

/// The ideas: table, arcs, sub-heading, words.
const IDEAS: [(&str, &str, &str, &str); 12] = [
    ("1", "identity language", "", "One welcome morning a term for everybody who is new, whoever pays them."),
    ("1", "identity language", "", "A page of pictures that says who does what, for the wall of every staff room."),
    ("2", "language", "Words", "Nobody at our table meant the same by \u{2018}level 3\u{2019}. Write it down once."),
    ("2", "behaviours", "", "Ask the family at the end what got better, and read the answers together."),
    ("3", "integrated-working roles", "", "One telephone number for a worried teacher, answered until six."),
    ("3", "integrated-working", "Assessment", "Begin with the form that the family has filled in already."),
    ("4", "training", "Induction", "Swap places for a day in the first three months."),
    ("4", "training", "Managers", "Give team leaders time for supervision before any new course."),
    ("5", "training", "", "Evening sessions for volunteers and childminders."),
    ("5", "roles", "", "Midwives and health visitors plan the first visits together."),
    ("6", "capacity", "", "Cover for whoever goes to a meeting about a child, or nobody will come."),
    ("6", "", "", "Who asks the children what they think of all this?"),
];

/// The title of the evidence that the workshop was kept as.
const KEPT: &str = "Scenario workshop: a move between two schools";

/// Adds the discussion and the session.
pub(super) fn talk(sample: &mut Workspace, framework: &Framework, ids: &mut Dice) -> Result<Vec<Edit>, EditError> {
    let discussion = DiscussionId(ids.id());
    let begun = Discussion {
        title: "Conference, table groups in the afternoon".to_owned(),
        on: day(2009, 12, 4),
        together: themes("identity language").collect(),
        rest: Rest::new(),
    };
    let mut edits = vec![sample.set_discussion(discussion, begun)];
    let ideas = IDEAS.map(|(table, arcs, heading, text)| {
        let said = Said {
            text: text.to_owned(),
            themes: themes(arcs).collect(),
            heading: heading.to_owned(),
            table: table.to_owned(),
        };
        (IdeaId(ids.id()), said)
    });
    edits.push(sample.add_ideas(discussion, ideas)?);
    let session = GuideSessionId(ids.id());
    edits.push(sample.set_guide_session(session, workshop(sample)));
    let kept = sample.evidence().into_iter().find(|(_, piece)| piece.title == KEPT);
    let made = kept.and_then(|(id, piece)| {
        let made = evidence(sample.guide_session(session)?, Some(framework), Some(piece)).ok()?;
        Some((id, made))
    });
    if let Some((id, made)) = made {
        edits.push(sample.keep_session(session, id, made)?);
    }
    Ok(edits)
}

fn themes(ids: &str) -> impl Iterator<Item = ThemeId> + use<'_> {
    ids.split(' ').filter_map(ThemeId::parse)
}

/// The workshop, as it was noted.
fn workshop(sample: &Workspace) -> GuideSession {
    let notes = [
        ("identity", "Each table found the same gap: nobody tells the new school before the first day."),
        (
            "integrated-working",
            "Five tables followed one made-up family for two years.\nWhat people would change first is small: one telephone number, answered all day.",
        ),
    ];
    let notes = notes.iter().flat_map(|(id, note)| themes(id).map(|theme| (theme, (*note).to_owned())));
    GuideSession {
        meeting: Meeting::Workshop,
        title: KEPT.to_owned(),
        on: day(2009, 12, 3),
        round: sample.rounds().last().map(|(id, _)| *id),
        people: "18".to_owned(),
        themes: themes("identity integrated-working").collect::<BTreeSet<_>>(),
        notes: notes.collect(),
        hands: themes("integrated-working")
            .map(|theme| (theme, ["", "6", "9", "3", ""].map(str::to_owned)))
            .collect::<BTreeMap<_, _>>(),
        evidence: None,
        rest: Rest::new(),
    }
}
