//! What a session is, its day, its round and its arcs: asked when it is begun and when it is changed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use leptos::prelude::*;

use super::super::action_facts::framework;
use super::super::offered;
use crate::domain::guide::{GuideSession, Meeting};
use crate::domain::ids::{RoundId, ThemeId};
use crate::domain::rest::Rest;
use crate::domain::workspace::Workspace;
use crate::exchange::builtin;
use crate::reports::evidence::source_name;
use crate::reports::words;
use crate::state::App;
use crate::ui::{Checkboxes, Choice, DateInput, FieldError, Input, Radios, Select, error_at};

const MEETING: &str = "session-meeting";
const TITLE: &str = "session-title";
const DAY: &str = "session-day";
const ARCS: &str = "session-arcs";

/// What has been typed so far.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    meeting: RwSignal<Option<Meeting>>,
    title: RwSignal<String>,
    on: RwSignal<Option<NaiveDate>>,
    round: RwSignal<Option<RoundId>>,
    themes: RwSignal<Vec<ThemeId>>,
}

impl Fields {
    /// The fields as they stand for a session.
    pub(super) fn of(stands: &GuideSession) -> Self {
        Self {
            meeting: RwSignal::new(Some(stands.meeting)),
            title: RwSignal::new(stands.title.clone()),
            on: RwSignal::new(Some(stands.on)),
            round: RwSignal::new(stands.round),
            themes: RwSignal::new(stands.themes.iter().cloned().collect()),
        }
    }

    /// Fields for the latest round, with the arcs that it asks about.
    pub(super) fn begun(open: &Workspace, today: NaiveDate) -> Self {
        let round = open.rounds().last().map(|(id, _)| *id);
        let survey = round.and_then(|round| open.survey_of(round));
        let asked: Option<BTreeSet<_>> =
            survey.map(|survey| survey.questionnaire.statements.iter().map(|one| one.theme.clone()).collect());
        let known = framework(open).map(|framework| framework.themes).unwrap_or_default();
        let known = known.into_iter().map(|theme| theme.id);
        let themes = known.filter(|theme| asked.as_ref().is_none_or(|asked| asked.contains(theme)));
        Self {
            meeting: RwSignal::new(None),
            title: RwSignal::new(String::new()),
            on: RwSignal::new(Some(today)),
            round: RwSignal::new(round),
            themes: RwSignal::new(themes.collect()),
        }
    }

    /// The session that the fields make, with nothing noted yet, or everything that is wrong with them.
    pub(super) fn read(self) -> Result<GuideSession, Vec<FieldError>> {
        let title = self.title.with_untracked(|title| title.trim().to_owned());
        let (meeting, on) = (self.meeting.get_untracked(), self.on.get_untracked());
        let themes: BTreeSet<_> = self.themes.get_untracked().into_iter().collect();
        let mut wrong = Vec::new();
        if meeting.is_none() {
            wrong.push(FieldError::new(MEETING, "Choose what it is"));
        }
        if title.is_empty() {
            wrong.push(FieldError::new(TITLE, "Enter what it is called"));
        }
        if on.is_none() {
            wrong.push(FieldError::new(DAY, "Enter the day"));
        }
        if themes.is_empty() {
            wrong.push(FieldError::new(ARCS, "Choose one arc at least"));
        }
        match (meeting, on) {
            (Some(meeting), Some(on)) if wrong.is_empty() => Ok(GuideSession {
                meeting,
                title,
                on,
                round: self.round.get_untracked(),
                people: String::new(),
                themes,
                notes: BTreeMap::new(),
                hands: BTreeMap::new(),
                evidence: None,
                rest: Rest::new(),
            }),
            _ => Err(wrong),
        }
    }
}

/// The fields.
#[component]
pub(super) fn SessionFields(
    /// What has been typed.
    fields: Fields,
    /// What is wrong.
    errors: RwSignal<Vec<FieldError>>,
) -> impl IntoView {
    let app = App::get();
    let Fields { meeting, title, on, round, themes } = fields;
    let guide = builtin::guide().ok();
    let meetings = Meeting::ALL.into_iter().map(|one| {
        let minutes = guide.as_ref().map_or(0, |guide| guide.minutes(one));
        let minutes = words::count(usize::try_from(minutes).unwrap_or(usize::MAX), "minute", "minutes");
        let hint = match one {
            Meeting::FocusGroup => format!("One group talks about the arcs. About {minutes}."),
            Meeting::Workshop => {
                format!("Tables follow a made-up situation, then talk about the arcs. About {minutes}.")
            }
        };
        Choice::new(one, source_name(one.source())).with_hint(hint)
    });
    let rounds = app.read_now(offered::rounds).unwrap_or_default();
    let has_rounds = !rounds.is_empty();
    let arcs = offered::arcs(app.read_now(framework).flatten().as_ref(), &themes.get_untracked());
    view! {
        <Radios
            id=MEETING
            legend="What is it?"
            error=error_at(errors, MEETING)
            choices=meetings.collect()
            value=meeting
            on_choose=move |chosen| meeting.set(Some(chosen))
        />
        <Input
            id=TITLE
            label="What is it called?"
            hint="Such as \u{2018}Health visitors, north of the county\u{2019}."
            error=error_at(errors, TITLE)
            value=title
            on_change=move |words| title.set(words)
        />
        <DateInput
            id=DAY
            label="On which day?"
            error=error_at(errors, DAY)
            value=on
            on_change=move |day| on.set(day)
        />
        {has_rounds.then(|| view! {
            <Select
                id="session-round"
                label="Is it for a round? (optional)"
                blank="For no round"
                choices=rounds
                value=round
                on_choose=move |chosen| round.set(chosen)
            />
        })}
        <Checkboxes
            id=ARCS
            legend="Which arcs do you want to talk about?"
            hint="Two to four give people time to think."
            error=error_at(errors, ARCS)
            choices=arcs
            values=themes
            on_change=move |chosen| themes.set(chosen)
        />
    }
}
