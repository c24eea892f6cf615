//! What rainbow discussions, their ideas and sessions of the guide say, field by field, in words.

use super::{Said, arc_name, fact, or_empty};
use crate::domain::discussion::{Discussion, Idea};
use crate::domain::framework::Framework;
use crate::domain::guide::GuideSession;
use crate::domain::guiding::arcs_of;
use crate::domain::ids::ThemeId;
use crate::domain::workspace::Workspace;
use crate::reports::{evidence, words};

/// What a discussion is.
pub(super) fn discussion_fields(framework: Option<&Framework>, discussion: &Discussion) -> Vec<Said> {
    vec![
        fact("Title", or_empty(&discussion.title)),
        fact("Day", words::day(discussion.on)),
        fact("Arcs that share a note", or_empty(&arcs(framework, &discussion.together))),
    ]
}

/// What an idea says, and what came of it.
pub(super) fn idea_fields(open: &Workspace, framework: Option<&Framework>, idea: &Idea) -> Vec<Said> {
    let discussion = open.discussion(idea.discussion).map(|discussion| discussion.title.as_str());
    let actions = idea.actions.iter().filter_map(|id| open.item(*id)).map(|item| item.text.clone());
    let kept = idea.evidence.iter().filter_map(|id| open.evidence_of(*id)).map(|piece| piece.title.clone());
    vec![
        fact("Discussion", or_empty(discussion.unwrap_or_default())),
        fact("Idea", or_empty(&idea.said.text)),
        fact("Arcs", or_empty(&arcs(framework, &idea.said.themes))),
        fact("Sub-heading", or_empty(&idea.said.heading)),
        fact("Table", or_empty(&idea.said.table)),
        fact("Actions", or_empty(&actions.collect::<Vec<_>>().join("; "))),
        fact("Evidence", or_empty(&kept.collect::<Vec<_>>().join("; "))),
    ]
}

/// What a session of the guide is, and what was noted in it.
pub(super) fn session_fields(open: &Workspace, framework: Option<&Framework>, session: &GuideSession) -> Vec<Said> {
    let round = session.round.and_then(|round| open.round(round)).map(|round| round.title.as_str());
    let own = arcs_of(session, framework);
    let noted = own.iter().filter(|theme| !session.note(theme).is_empty());
    let noted = noted.map(|theme| format!("{}: {}", arc_name(framework, theme), session.note(theme)));
    let hands = own.iter().filter_map(|theme| {
        let five = session.hands.get(theme)?.each_ref().map(|typed| or_dash(typed));
        Some(format!("{} (at 1 to 5: {})", arc_name(framework, theme), five.join(", ")))
    });
    vec![
        fact("Title", or_empty(&session.title)),
        fact("What it is", evidence::source_name(session.meeting.source()).to_owned()),
        fact("Day", words::day(session.on)),
        fact("People", or_empty(&session.people)),
        fact("Round", or_empty(round.unwrap_or_default())),
        fact("Arcs", or_empty(&arcs(framework, &session.themes))),
        fact("Notes", or_empty(&noted.collect::<Vec<_>>().join("\n"))),
        fact("Hands", or_empty(&hands.collect::<Vec<_>>().join("; "))),
    ]
}

fn or_dash(typed: &str) -> &str {
    if typed.trim().is_empty() { "-" } else { typed.trim() }
}

fn arcs<'a>(framework: Option<&Framework>, themes: impl IntoIterator<Item = &'a ThemeId>) -> String {
    themes.into_iter().map(|theme| arc_name(framework, theme)).collect::<Vec<_>>().join("; ")
}
