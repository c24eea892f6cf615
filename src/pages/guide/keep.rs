//! Keeping a session as evidence of its round: what is missing, what stands already, and the way there.

use leptos::prelude::*;

use super::super::action_facts::framework;
use super::arc::{hands_id, notes_id, uncounted_words};
use super::{NOT_PEOPLE, PEOPLE};
use crate::browser::ids;
use crate::domain::framework::Framework;
use crate::domain::guide::GuideSession;
use crate::domain::guiding::{Missing, arcs_of, evidence};
use crate::domain::ids::{EvidenceId, GuideSessionId, ThemeId};
use crate::domain::workspace::{EditError, Workspace};
use crate::route::Page as Target;
use crate::state::{App, Notice};
use crate::ui::{Button, ErrorSummary, FieldError};

/// How a session and the evidence that was made of it stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    /// No evidence was made of it, or it was removed.
    Not,
    /// The evidence says what the session says.
    Same(EvidenceId),
    /// One of them was changed since.
    Differs(EvidenceId),
}

fn kept(open: &Workspace, session: &GuideSession) -> Kept {
    let there = session.evidence.and_then(|id| Some((id, open.evidence_of(id)?)));
    match there {
        None => Kept::Not,
        Some((id, there)) => match evidence(session, framework(open).as_ref(), Some(there)) {
            Ok(made) if made == *there => Kept::Same(id),
            _ => Kept::Differs(id),
        },
    }
}

/// The end of a session.
#[component]
pub(super) fn Keep(
    /// The session.
    session: GuideSessionId,
    /// The session as it stands.
    stands: Memo<Option<GuideSession>>,
    /// What is missing, once somebody asked to keep it.
    errors: RwSignal<Vec<FieldError>>,
) -> impl IntoView {
    let app = App::get();
    let kept = Memo::new(move |_| {
        let stands = stands.get()?;
        app.read(|open| kept(open, &stands))
    });
    // The id is made with the page, so that pressing twice in a row still makes one piece.
    let fresh = EvidenceId(ids::new_uuid());
    let keep = move |()| {
        let Some(stands) = stands.get_untracked() else { return };
        let known = app.read_now(framework).flatten();
        let before = app.read_now(|open| {
            let id = stands.evidence?;
            Some((id, open.evidence_of(id)?.clone()))
        });
        let before = before.flatten();
        let made = match evidence(&stands, known.as_ref(), before.as_ref().map(|(_, there)| there)) {
            Ok(made) => made,
            Err(missing) => {
                let first = arcs_of(&stands, known.as_ref()).into_iter().next();
                return errors
                    .set(missing.into_iter().map(|one| worded(one, first.as_ref(), known.as_ref())).collect());
            }
        };
        errors.set(Vec::new());
        let (piece, said) = match &before {
            Some((id, _)) => (*id, "The evidence was brought up to date with this session."),
            None => (fresh, "The session was kept as evidence."),
        };
        match app.edit(|open| open.keep_session(session, piece, made)) {
            Ok(edit) if edit.is_empty() => {}
            Ok(edit) => app.say(Notice::done(said, &edit)),
            Err(EditError::TooManyHands) => app.say(Notice::said(
                "More hands went up for an arc than people take part. Check the hands. Nothing was changed.",
            )),
            Err(_) => app.say(Notice::said("The session is no longer here. Nothing was changed.")),
        }
    };
    let standing = move || {
        let link = |id: EvidenceId| {
            view! { <a class="govuk-link" href=app.href(Target::ChangeEvidence(id))>"See the evidence"</a> }
        };
        match kept.get().unwrap_or(Kept::Not) {
            Kept::Not => view! {
                <p class="govuk-body">
                    "What was heard and where people placed each arc then stand beside the scores. You can go on noting afterwards, and keep it once more."
                </p>
            }
            .into_any(),
            Kept::Same(id) => view! {
                <p class="govuk-body">"This session was kept as evidence, and the evidence says the same. " {link(id)}</p>
            }
            .into_any(),
            Kept::Differs(id) => view! {
                <p class="govuk-body">
                    "This session was kept as evidence, and one of the two was changed since. Keeping it once more writes the evidence anew from these notes; that can be undone. "
                    {link(id)}
                </p>
            }
            .into_any(),
        }
    };
    view! {
        <section class="app-no-print">
            <h2 class="govuk-heading-m">"When you are done"</h2>
            <ErrorSummary errors />
            <div role="status">{standing}</div>
            <Button on_press=keep>"Keep as evidence of the round"</Button>
        </section>
    }
}

/// What is missing, in words; `first` is the first arc of the session.
fn worded(missing: Missing, first: Option<&ThemeId>, known: Option<&Framework>) -> FieldError {
    match missing {
        Missing::People => FieldError::new(PEOPLE, NOT_PEOPLE),
        Missing::Hands(theme, why) => {
            let name = known.and_then(|known| known.theme(&theme)).map(|known| known.short.clone());
            let name = name.unwrap_or_else(|| theme.to_string());
            FieldError::new(hands_id(&theme), format!("{name}: {}", uncounted_words(why)))
        }
        Missing::Everything => FieldError::new(
            first.map_or_else(|| PEOPLE.to_owned(), notes_id),
            "Note what was heard of an arc, or count hands, before you keep it as evidence",
        ),
    }
}
