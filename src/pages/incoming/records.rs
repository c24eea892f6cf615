//! A file of records, a copy of an area or a survey: what it would change, by kind.

use leptos::prelude::*;

use crate::analysis::answering::minutes;
use crate::domain::record::Kind;
use crate::exchange::preview::RecordsPreview;
use crate::exchange::taking::{FileReport, Outcome, SurveyWords};
use crate::reports::words;
use crate::ui::{Head, Inset, RowHeader, Table, TableCell, TableRow};

/// One file of records.
#[component]
pub(super) fn OfRecords(file: FileReport) -> impl IntoView {
    let Outcome::Records { preview, survey } = &file.outcome else { return ().into_any() };
    let gone = preview.total().gone;
    let words = match (preview.brings_nothing(), survey) {
        (true, Some(_)) => Some(
            "Everything in this file is here already. It is the survey, not answers to it: names of files with answers start rainbow-response-."
                .to_owned(),
        ),
        (true, None) if gone == 0 => {
            Some("Everything in this file is here already. There is nothing to add.".to_owned())
        }
        (true, None) => Some(format!(
            "There is nothing new in this file. {} here since.",
            words::count(gone, "entry of it was deleted", "entries of it were deleted")
        )),
        // What it would change of what is here has to be seen, as with any other file.
        (false, Some(survey)) if !preview.changes_more_than_surveys() => Some(survey_words(survey)),
        (false, _) => None,
    };
    let withdrawals = preview.by_kind.get(&Kind::Withdrawal).map_or(0, |counts| counts.added);
    let withdrawals = (withdrawals > 0).then(|| {
        let count = words::count(withdrawals, "response was", "responses were");
        format!(
            "{count} taken back by whoever made this file. Taking it removes them here for good, and undo can\u{2019}t bring them back."
        )
    });
    let notices: Vec<String> = super::words::remarks(&file).into_iter().chain(withdrawals).collect();
    let body = match words {
        Some(words) => view! { <p class="govuk-body">{words}</p> }.into_any(),
        None => table(&file.name, preview),
    };
    view! {
        <h3 class="govuk-heading-s">{file.name.clone()}</h3>
        {body}
        {notices.into_iter().map(|notice| view! { <Inset>{notice}</Inset> }).collect_view()}
    }
    .into_any()
}

fn table(name: &str, preview: &RecordsPreview) -> AnyView {
    let rows = preview.by_kind.iter().map(|(kind, counts)| {
        let (kind, counts) = (kind_words(kind).to_owned(), *counts);
        view! {
            <TableRow>
                <RowHeader>{kind}</RowHeader>
                <TableCell numeric=true>{counts.added}</TableCell>
                <TableCell numeric=true>{counts.updated}</TableCell>
                <TableCell numeric=true>{counts.deleted}</TableCell>
                <TableCell numeric=true>{counts.conflicts}</TableCell>
                <TableCell numeric=true>{counts.known}</TableCell>
            </TableRow>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Table
            caption=format!("What {name} would bring")
            caption_hidden=true
            head=vec![
                Head::text("What"),
                Head::number("New"),
                Head::number("Changed"),
                Head::number("Deleted"),
                Head::number("Changed on both sides"),
                Head::number("Here already"),
            ]
        >
            {rows}
        </Table>
    }
    .into_any()
}

/// A survey in a sentence.
fn survey_words(survey: &SurveyWords) -> String {
    let area = if survey.area.is_empty() { "this area" } else { &survey.area };
    format!(
        "A survey from {area}: {}, {} statements, about {} minutes to answer.",
        survey.round,
        survey.statements,
        minutes(survey.statements)
    )
}

/// What records of a kind are called on the screen.
fn kind_words(kind: &Kind) -> &str {
    match kind {
        Kind::Area => "The area",
        Kind::Survey => "Surveys",
        Kind::Round => "Rounds",
        Kind::RoundEntry => "Closing and reopening",
        Kind::Pack => "Bundles of responses",
        Kind::Withdrawal => "Responses taken back",
        Kind::Target => "Targets",
        Kind::Plan => "Plans",
        Kind::PlanItem => "Actions",
        Kind::Progress => "Progress reports",
        Kind::ReportText => "Words for reports",
        Kind::Draft | Kind::DraftAnswer => "Responses in progress",
        Kind::Export => "Notes of exports",
        Kind::Step => "Steps to undo",
        Kind::Design => "Survey designs",
        Kind::DesignStatement => "Statements of survey designs",
        Kind::OwnResponse => "Own responses",
        Kind::Ended => "Notes of endings",
        Kind::Invitation => "Invitations to answer",
        Kind::GroupAnswers => "Answers of groups",
        Kind::SharedDevice => "Notes that many people answer on this device",
        Kind::CommentReview => "Reviews of comments",
        Kind::TableMapping => "How tables are read",
        Kind::Benchmark => "Benchmarks of other areas",
        Kind::BenchmarkGiven => "Notes of figures given away",
        Kind::Evidence => "Evidence",
        Kind::Position => "Agreed positions",
        Kind::Assessment => "Overall assessments",
        Kind::SignOff => "Sign-offs",
        Kind::ItemWas => "Notes of how actions were",
        Kind::PlanSignOff => "Sign-offs of plans",
        Kind::FrozenReport => "Frozen reports",
        Kind::UpdateRequest => "Requests for progress",
        Kind::TrainingEvent => "Training events",
        Kind::TrainingGap => "How gaps in training are addressed",
        Kind::Exercise => "Exercises",
        Kind::TableSheet => "Sheets of tables",
        Kind::Seat => "Notes that a table sorts at this device",
        Kind::Discussion => "Rainbow discussions",
        Kind::Idea => "Ideas from discussions",
        Kind::GuideSession => "Focus groups and workshops",
        Kind::RelatedStrategy => "Related strategies",
        Kind::Consultation => "Lines of the consultation schedule",
        Kind::Term => "Terms of the glossary",
        Kind::Contact => "Contacts",
        Kind::Headcount => "Headcounts",
        Kind::Unknown(kind) => kind,
    }
}
