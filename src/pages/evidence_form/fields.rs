//! The fields that adding evidence and changing it have in common, and what is wrong with what stands in them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use leptos::prelude::*;

use super::super::offered;
use crate::domain::evidence::{Evidence, Judged, Source};
use crate::domain::framework::Framework;
use crate::domain::group_answers::parse_count;
use crate::domain::ids::{PerspectiveId, RoundId, ThemeId};
use crate::domain::rest::Rest;
use crate::reports::evidence::source_name;
use crate::reports::words;
use crate::ui::{
    Checkboxes, Choice, Counts, DateInput, FieldError, Input, InputWidth, Radios, Select, Textarea, error_at,
};

/// The field of what it is called.
pub(super) const TITLE: &str = "evidence-title";
const SOURCE: &str = "evidence-source";
const DAY: &str = "evidence-day";
const PEOPLE: &str = "evidence-people";
const HEARD: &str = "evidence-heard";
const ARCS: &str = "evidence-arcs";

/// What has been typed so far.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    source: RwSignal<Option<Source>>,
    title: RwSignal<String>,
    on: RwSignal<Option<NaiveDate>>,
    people: RwSignal<String>,
    round: RwSignal<Option<RoundId>>,
    heard: RwSignal<String>,
    arcs: RwSignal<Vec<ThemeId>>,
    perspectives: RwSignal<Vec<PerspectiveId>>,
    /// By arc: the counts for 1 to 5, as typed. An arc that is no longer chosen keeps them until the form is left.
    placed: RwSignal<BTreeMap<ThemeId, [String; 5]>>,
}

impl Fields {
    /// Empty fields, with a day and with these arcs.
    pub(super) fn empty(today: NaiveDate, arcs: Vec<ThemeId>) -> Self {
        Self {
            source: RwSignal::new(None),
            title: RwSignal::new(String::new()),
            on: RwSignal::new(Some(today)),
            people: RwSignal::new(String::new()),
            round: RwSignal::new(None),
            heard: RwSignal::new(String::new()),
            arcs: RwSignal::new(arcs),
            perspectives: RwSignal::new(Vec::new()),
            placed: RwSignal::new(BTreeMap::new()),
        }
    }

    /// Begins with what it is called, its day and what was heard.
    pub(super) fn begin_with(self, title: &str, on: NaiveDate, heard: &str) {
        self.title.set(title.to_owned());
        self.on.set(Some(on));
        self.heard.set(heard.to_owned());
    }

    /// The fields as they stand for a piece of evidence.
    pub(super) fn of(stands: &Evidence) -> Self {
        let typed = |count: u32| if count == 0 { String::new() } else { count.to_string() };
        let placed = stands.arcs.iter().map(|(theme, judged)| (theme.clone(), judged.0.map(typed)));
        Self {
            source: RwSignal::new(Some(stands.source)),
            title: RwSignal::new(stands.title.clone()),
            on: RwSignal::new(Some(stands.on)),
            people: RwSignal::new(stands.people.map(|people| people.to_string()).unwrap_or_default()),
            round: RwSignal::new(stands.round),
            heard: RwSignal::new(stands.heard.clone()),
            arcs: RwSignal::new(stands.arcs.keys().cloned().collect()),
            perspectives: RwSignal::new(stands.perspectives.iter().cloned().collect()),
            placed: RwSignal::new(placed.collect()),
        }
    }

    /// The piece of evidence that the fields make, or everything that is wrong with them.
    pub(super) fn read(self, framework: Option<&Framework>) -> Result<Evidence, Vec<FieldError>> {
        let mut wrong = Vec::new();
        let typed = |field: RwSignal<String>| field.with_untracked(|text| text.trim().to_owned());
        let (source, on) = (self.source.get_untracked(), self.on.get_untracked());
        let (title, heard, people) = (typed(self.title), typed(self.heard), typed(self.people));
        if source.is_none() {
            wrong.push(FieldError::new(SOURCE, "Choose where it comes from"));
        }
        if title.is_empty() {
            wrong.push(FieldError::new(TITLE, "Enter what it is called"));
        }
        if on.is_none() {
            wrong.push(FieldError::new(DAY, "Enter the day"));
        }
        let count = parse_count(&people).filter(|count| *count > 0);
        if count.is_none() && !people.is_empty() {
            wrong.push(FieldError::new(PEOPLE, "Enter how many people took part as a whole number, or leave it empty"));
        }
        if heard.is_empty() {
            wrong.push(FieldError::new(HEARD, "Enter what was heard"));
        }
        let chosen = self.arcs.get_untracked();
        if chosen.is_empty() {
            wrong.push(FieldError::new(ARCS, "Choose one arc at least"));
        }
        let mut arcs = BTreeMap::new();
        for theme in chosen {
            let five = self.placed.with_untracked(|placed| placed.get(&theme).cloned()).unwrap_or_default();
            match (Judged::parse(&five), count) {
                (None, _) => {
                    let message = "enter people as whole numbers, or leave the fields empty";
                    wrong.push(about_arc(framework, &theme, message));
                }
                (Some(judged), Some(count)) if judged.people() > count => {
                    let message =
                        format!("{} placed it, and {} took part", words::people(judged.people()), words::people(count));
                    wrong.push(about_arc(framework, &theme, &message));
                }
                (Some(judged), _) => {
                    arcs.insert(theme, judged);
                }
            }
        }
        match (source, on) {
            (Some(source), Some(on)) if wrong.is_empty() => Ok(Evidence {
                source,
                title,
                on,
                people: count,
                round: self.round.get_untracked(),
                heard,
                arcs,
                perspectives: self.perspectives.get_untracked().into_iter().collect::<BTreeSet<_>>(),
                rest: Rest::new(),
            }),
            _ => Err(wrong),
        }
    }
}

/// The id of the counts of an arc.
fn placed_id(theme: &ThemeId) -> String {
    format!("placed-{theme}")
}

fn name_of(framework: Option<&Framework>, theme: &ThemeId) -> String {
    framework.and_then(|known| known.theme(theme)).map_or_else(|| theme.to_string(), |theme| theme.name.clone())
}

fn about_arc(framework: Option<&Framework>, theme: &ThemeId, message: &str) -> FieldError {
    FieldError::new(placed_id(theme), format!("{}: {message}", name_of(framework, theme)))
}

/// The fields.
#[component]
pub(super) fn EvidenceFields(
    /// What has been typed.
    fields: Fields,
    /// The framework whose arcs and perspectives are offered.
    framework: Option<Framework>,
    /// The rounds that it can be for.
    rounds: Vec<Choice<RoundId>>,
    /// What is wrong.
    errors: RwSignal<Vec<FieldError>>,
) -> impl IntoView {
    let Fields { source, title, on, people, round, heard, arcs, perspectives, .. } = fields;
    let themes = offered::arcs(framework.as_ref(), &arcs.get_untracked());
    let known = framework.iter().flat_map(|known| &known.perspectives);
    let known = known.map(|one| Choice::new(one.id.clone(), &one.name)).collect();
    let known = offered::with_strangers(known, &perspectives.get_untracked(), PerspectiveId::as_str);
    let sources = Source::ALL.into_iter().map(|one| Choice::new(one, source_name(one))).collect();
    let has_rounds = !rounds.is_empty();
    view! {
        <Radios
            id=SOURCE
            legend="Where does it come from?"
            error=error_at(errors, SOURCE)
            choices=sources
            value=source
            on_choose=move |chosen| source.set(Some(chosen))
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
            hint="When it was heard, or the date of a report."
            error=error_at(errors, DAY)
            value=on
            on_change=move |day| on.set(day)
        />
        <Input
            id=PEOPLE
            label="How many people took part? (optional)"
            width=InputWidth::Chars5
            numeric=true
            error=error_at(errors, PEOPLE)
            value=people
            on_change=move |words| people.set(words)
        />
        {has_rounds.then(|| view! {
            <Select
                id="evidence-round"
                label="Was it gathered for a round? (optional)"
                blank="For no round"
                choices=rounds
                value=round
                on_choose=move |chosen| round.set(chosen)
            />
        })}
        <Textarea
            id=HEARD
            label="What was heard?"
            hint="In your own words. Do not name anybody, and leave out what only one person could have said. If something worries you, follow your safeguarding procedure; do not write it here."
            rows=8
            error=error_at(errors, HEARD)
            value=heard
            on_change=move |words| heard.set(words)
        />
        <Checkboxes
            id="evidence-perspectives"
            legend="Which perspectives is it about? (optional)"
            choices=known
            values=perspectives
            on_change=move |chosen| perspectives.set(chosen)
        />
        <Checkboxes
            id=ARCS
            legend="Which arcs is it about?"
            hint="Choose all that apply."
            error=error_at(errors, ARCS)
            choices=themes
            values=arcs
            on_change=move |chosen| arcs.set(chosen)
        />
        <PlacedFields fields framework errors />
    }
}

/// Where people placed each arc that was chosen, if they were asked.
#[component]
fn PlacedFields(fields: Fields, framework: Option<Framework>, errors: RwSignal<Vec<FieldError>>) -> impl IntoView {
    let Fields { arcs, placed, .. } = fields;
    let chosen = Memo::new(move |_| arcs.get());
    let ends = framework.as_ref().map(|known| (known.scale.lowest.clone(), known.scale.highest.clone()));
    let ends =
        ends.map(|(lowest, highest)| format!(" 1 is {}, 5 is {}.", lowest.to_lowercase(), highest.to_lowercase()));
    let framework = StoredValue::new(framework);
    let one = move |theme: ThemeId| {
        let id = placed_id(&theme);
        let name = framework.with_value(|known| name_of(known.as_ref(), &theme));
        let of = theme.clone();
        let value = move |at: usize| {
            placed.with(|placed| placed.get(&of).and_then(|five| five.get(at)).cloned().unwrap_or_default())
        };
        let change = move |(at, words): (usize, String)| {
            placed.update(|placed| {
                if let Some(field) = placed.entry(theme.clone()).or_default().get_mut(at) {
                    *field = words;
                }
            });
        };
        let labels = (1..=5).map(|score| format!("At {score}")).collect();
        view! { <Counts id=id.clone() legend=name error=error_at(errors, id) labels value on_change=change /> }
    };
    view! {
        <Show when=move || chosen.with(|chosen| !chosen.is_empty())>
            <h2 class="govuk-heading-m">"Where did people place it? (optional)"</h2>
            <p class="govuk-body">
                "If they said by show of hands how far along each arc is, enter how many placed it where."
                {ends.clone()}
                " Leave the fields empty where nobody was asked."
            </p>
            <For each=move || chosen.get() key=|theme| theme.clone() children=one />
        </Show>
    }
}
