//! The evidence that a session of the guide makes: what was heard, arc by arc, and where people placed each.

use std::collections::{BTreeMap, BTreeSet};

use super::evidence::Evidence;
use super::framework::Framework;
use super::guide::{GuideSession, Uncounted};
use super::ids::ThemeId;
use super::rest::Rest;

/// What keeps a session from being kept as evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// How many people take part can't be read.
    People,
    /// The hands for an arc can't be counted.
    Hands(ThemeId, Uncounted),
    /// Nothing was noted or counted of any arc.
    Everything,
}

/// The arcs of a session in the order of the framework: those that it is about, and any other of which something was heard.
pub fn arcs_of(session: &GuideSession, framework: Option<&Framework>) -> Vec<ThemeId> {
    let known: Vec<_> = framework.iter().flat_map(|framework| &framework.themes).map(|theme| &theme.id).collect();
    let heard = session.notes.keys().chain(session.hands.keys()).filter(|theme| session.has_heard_of(theme));
    let own: BTreeSet<&ThemeId> = session.themes.iter().chain(heard).collect();
    let strangers = own.iter().copied().filter(|theme| !known.contains(theme));
    let of_framework = known.iter().copied().filter(|theme| own.contains(theme));
    of_framework.chain(strangers).cloned().collect()
}

/// The evidence that a session makes. `stands` is the evidence that it was kept as before: what the session does not speak of
/// stays as it is there.
///
/// # Errors
/// Everything that is missing, in the order of the page.
pub fn evidence(
    session: &GuideSession,
    framework: Option<&Framework>,
    stands: Option<&Evidence>,
) -> Result<Evidence, Vec<Missing>> {
    let mut missing = Vec::new();
    let people = session.people().unwrap_or_else(|_| {
        missing.push(Missing::People);
        None
    });
    let (mut heard, mut arcs) = (Vec::new(), BTreeMap::new());
    for theme in arcs_of(session, framework) {
        let judged = session.judged(&theme).unwrap_or_else(|why| {
            missing.push(Missing::Hands(theme.clone(), why));
            Default::default()
        });
        let note = session.note(&theme);
        if !note.is_empty() {
            let known = framework.and_then(|framework| framework.theme(&theme));
            heard.push(format!("{}: {note}", known.map_or(theme.as_str(), |known| &known.short)));
        }
        if !note.is_empty() || judged.people() > 0 {
            arcs.insert(theme, judged);
        }
    }
    if arcs.is_empty() && missing.is_empty() {
        missing.push(Missing::Everything);
    }
    if heard.is_empty() {
        heard.push("People placed the arcs by show of hands. Nothing was noted besides.".to_owned());
    }
    if !missing.is_empty() {
        return Err(missing);
    }
    Ok(Evidence {
        source: session.meeting.source(),
        title: session.title.clone(),
        on: session.on,
        people,
        round: session.round,
        heard: heard.join("\n"),
        arcs,
        perspectives: stands.map(|stands| stands.perspectives.clone()).unwrap_or_default(),
        rest: stands.map_or_else(Rest::new, |stands| stands.rest.clone()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::evidence::{Judged, Source};
    use crate::domain::guide::tests::workshop;
    use crate::domain::ids::PerspectiveId;
    use crate::exchange::builtin;

    fn theme(id: &str) -> ThemeId {
        ThemeId::parse(id).unwrap()
    }

    #[test]
    fn a_session_becomes_evidence_with_what_was_heard_arc_by_arc() {
        let framework = builtin::framework().unwrap();
        let mut session = workshop("9", ["", "3", "4", "2", ""]);
        session.themes.insert(theme("outcomes"));
        session.notes.insert(theme("roles"), "Who leads?\n".to_owned());
        session.notes.insert(theme("identity"), "One workforce.".to_owned());
        let made = evidence(&session, Some(&framework), None).unwrap();
        assert_eq!(made.heard, "Shared identity: One workforce.\nComplementary roles: Who leads?");
        assert_eq!((made.source, made.people, made.on), (Source::Workshop, Some(9), session.on));
        let arcs = BTreeMap::from([(theme("roles"), Judged([0, 3, 4, 2, 0])), (theme("identity"), Judged::default())]);
        assert_eq!(made.arcs, arcs, "an arc of which nothing was heard is left out");
        // What a person chose in the evidence since stays there.
        let team = BTreeSet::from([PerspectiveId::parse("team").unwrap()]);
        let stands = Evidence { perspectives: team.clone(), heard: "Before".to_owned(), ..made };
        let again = evidence(&session, Some(&framework), Some(&stands)).unwrap();
        assert_eq!((again.perspectives, again.heard.contains("Before")), (team, false));
    }

    #[test]
    fn what_is_missing_is_said_all_at_once() {
        let framework = builtin::framework().unwrap();
        let too_many = Missing::Hands(theme("roles"), Uncounted::TooMany { hands: 9, people: 8 });
        assert_eq!(evidence(&workshop("8", ["", "3", "4", "2", ""]), Some(&framework), None), Err(vec![too_many]));
        let letters = Missing::Hands(theme("roles"), Uncounted::NotNumbers);
        let both = evidence(&workshop("few", ["x", "", "", "", ""]), Some(&framework), None);
        assert_eq!(both, Err(vec![Missing::People, letters]));
        assert_eq!(evidence(&workshop("8", [""; 5]), Some(&framework), None), Err(vec![Missing::Everything]));
        let hands_alone = evidence(&workshop("", ["1", "", "", "", ""]), None, None).unwrap();
        assert!(hands_alone.heard.starts_with("People placed the arcs"));
    }
}
