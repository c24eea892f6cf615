//! Noting what a group said by show of hands: how many people, and how many hands for each face.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::browser::ids;
use crate::domain::group_answers::{GroupAnswers, Hands, parse_count, parse_hands};
use crate::domain::ids::{RecordId, RoundId, StatementId, SurveyHash};
use crate::domain::rest::Rest;
use crate::domain::survey::Statement;
use crate::domain::workspace::Workspace;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, ButtonLink, Counts, DateInput, ErrorSummary, FACE_WORDS, FieldError, Form, Input, InputWidth,
    Page, PageHeading, PageWidth, Textarea, error_at,
};

const PEOPLE: &str = "group-people";
const DAY: &str = "group-day";

/// What stands in the fields of the statements.
type Written = RwSignal<BTreeMap<StatementId, [String; 6]>>;

/// What a group is asked, theme by theme.
#[derive(Clone)]
struct Asked {
    survey: SurveyHash,
    themes: Vec<(String, Vec<Statement>)>,
}

impl Asked {
    fn of(open: &Workspace, round: RoundId) -> Option<Self> {
        let survey = open.children_survey_of(round)?;
        let themes = survey.themes().map(|theme| (theme.name.clone(), survey.of_theme(&theme.id).cloned().collect()));
        Some(Self { survey: survey.hash, themes: themes.collect() })
    }
}

/// Noting the answers of a group.
#[component]
pub fn NewGroup(
    /// The round that they belong to.
    round: RoundId,
) -> impl IntoView {
    let app = App::get();
    let Some(asked) = app.read_now(|open| Asked::of(open, round)).flatten() else {
        return view! {
            <Page>
                <PageHeading>"Children and families are not asked in this round"</PageHeading>
                <ButtonLink href=app.href(Place::Children(round))>"Ask children and families"</ButtonLink>
            </Page>
        }
        .into_any();
    };
    let back = app.href(Place::Children(round));
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let people = RwSignal::new(String::new());
    let day = RwSignal::new(Some(app.today()));
    let note = RwSignal::new(String::new());
    let written: Written = RwSignal::new(BTreeMap::new());
    let survey = asked.survey;
    let statements: Vec<Statement> = asked.themes.iter().flat_map(|(_, statements)| statements.clone()).collect();
    let submit = move |()| {
        let checked =
            written.with_untracked(|written| check(&people.get_untracked(), day.get_untracked(), &statements, written));
        match checked {
            Ok((people, on, hands)) => {
                let note = note.get_untracked().trim().to_owned();
                save(app, GroupAnswers { round, survey, on, people, note, hands, rest: Rest::new() });
            }
            Err(found) => errors.set(found),
        }
    };
    view! {
        <Page width=PageWidth::Standard before=move || view! { <BackLink href=back.clone() text="Back to children and families" /> }>
            <ErrorSummary errors />
            <PageHeading>"Answers of a group"</PageHeading>
            <p class="govuk-body">
                "Read each statement out, and write how many hands go up for each answer. Leave out what you did not ask. Hands are shown beside the answers of single people, as people per answer."
            </p>
            <Form on_submit=submit>
                <Input
                    id=PEOPLE
                    label="How many people were in the group?"
                    width=InputWidth::Chars3
                    numeric=true
                    error=error_at(errors, PEOPLE)
                    value=people
                    on_change=move |words| people.set(words)
                />
                <DateInput id=DAY label="On which day?" error=error_at(errors, DAY) value=day on_change=move |chosen| day.set(chosen) />
                <Textarea
                    id="group-note"
                    label="Note (optional)"
                    hint="Such as where it was, and how old they were. If something worries you, follow your safeguarding procedure; do not write it here. Do not name anybody."
                    rows=2
                    value=note
                    on_change=move |words| note.set(words)
                />
                {asked
                    .themes
                    .into_iter()
                    .map(|(name, statements)| view! {
                        <h2 class="govuk-heading-m">{name}</h2>
                        {statements.into_iter().map(|one| hands_fields(one, written, errors)).collect_view()}
                    })
                    .collect_view()}
                <Button submit=true>"Save the answers of the group"</Button>
            </Form>
        </Page>
    }
    .into_any()
}

/// The six fields of a statement.
fn hands_fields(statement: Statement, written: Written, errors: RwSignal<Vec<FieldError>>) -> impl IntoView {
    let id = field(&statement.id);
    let of = statement.id.clone();
    let value = move |at: usize| {
        written.with(|written| written.get(&of).and_then(|six| six.get(at)).cloned().unwrap_or_default())
    };
    let put = statement.id;
    let change = move |(at, words): (usize, String)| {
        written.update(|written| {
            if let Some(field) = written.entry(put.clone()).or_default().get_mut(at) {
                *field = words;
            }
        });
    };
    let labels = FACE_WORDS.into_iter().chain(["I don\u{2019}t know"]).map(str::to_owned).collect();
    view! {
        <Counts id=id.clone() legend=statement.text error=error_at(errors, id) labels value on_change=change />
    }
}

fn field(statement: &StatementId) -> String {
    format!("hands-{statement}")
}

/// How many people, the day and the hands; or what is wrong with them.
fn check(
    people: &str,
    day: Option<NaiveDate>,
    statements: &[Statement],
    written: &BTreeMap<StatementId, [String; 6]>,
) -> Result<(u32, NaiveDate, BTreeMap<StatementId, Hands>), Vec<FieldError>> {
    let mut errors = Vec::new();
    let people = parse_count(people).filter(|people| *people > 0);
    if people.is_none() {
        errors.push(FieldError::new(PEOPLE, "Enter how many people were in the group as a whole number, such as 24"));
    }
    if day.is_none() {
        errors.push(FieldError::new(DAY, "Enter the day on which the group answered"));
    }
    let mut hands = BTreeMap::new();
    for statement in statements {
        let Some(six) = written.get(&statement.id) else { continue };
        match (parse_hands(six), people) {
            (None, _) => errors.push(FieldError::new(
                field(&statement.id),
                format!("\u{201c}{}\u{201d}: enter hands as whole numbers, or leave the fields empty", statement.label),
            )),
            (Some(Some(up)), Some(people)) if up.all() > people => errors.push(FieldError::new(
                field(&statement.id),
                format!(
                    "\u{201c}{}\u{201d}: {} hands are more than the {}",
                    statement.label,
                    up.all(),
                    words::count(
                        usize::try_from(people).unwrap_or(usize::MAX),
                        "person there was",
                        "people there were"
                    )
                ),
            )),
            (Some(Some(up)), _) => {
                hands.insert(statement.id.clone(), up);
            }
            (Some(None), _) => {}
        }
    }
    if hands.is_empty() && errors.is_empty() {
        let first = statements.first().map(|statement| field(&statement.id)).unwrap_or_default();
        errors.push(FieldError::new(first, "Enter the hands for one statement at least"));
    }
    match (people, day) {
        (Some(people), Some(day)) if errors.is_empty() => Ok((people, day, hands)),
        _ => Err(errors),
    }
}

fn save(app: App, group: GroupAnswers) {
    let round = group.round;
    match app.edit(|open| open.set_group_answers(RecordId(ids::new_uuid()), group)) {
        Ok(edit) => app.go_with(Place::Children(round), Notice::done("The answers of the group were added.", &edit)),
        Err(_) => app.say(Notice::said(
            "The answers could not be added: the round is closed or no longer here. Nothing was changed.",
        )),
    }
}
