//! What a body says, field by field, in words.

mod agreed;
mod exercise;
mod plan;
mod registers;
mod rooms;
mod training;

use self::agreed::{assessment_fields, evidence_fields, position_fields, sign_off_fields};
use self::exercise::{exercise_fields, sheet_fields};
pub use self::plan::item_fields;
use self::plan::{action_fields, plan_fields, plan_sign_off_fields, progress_fields};
use self::registers::{headcount_fields, register_fields};
use self::rooms::{discussion_fields, idea_fields, session_fields};
use self::training::{event_fields, gap_fields};
use crate::domain::area::Area;
use crate::domain::choice::Field;
use crate::domain::design::{Design, DesignStatement};
use crate::domain::framework::Framework;
use crate::domain::group_answers::GroupAnswers;
use crate::domain::ids::{DesignStatementId, PracticeId, RecordId, SectorId, StaffGroupId, ThemeId};
use crate::domain::record::{Body, Kind};
use crate::domain::report_text::{ReportPart, ReportText, Subject};
use crate::domain::round::{Asks, Round, Target};
use crate::domain::survey::Statement;
use crate::domain::workspace::Workspace;
use crate::reports::drafting::details;
use crate::reports::words;

/// What stands for a field that is empty.
pub(super) const EMPTY: &str = "Empty";

/// What a body has in one field.
pub(super) struct Said {
    /// The field, if it can be chosen by itself.
    pub(super) field: Option<Field>,
    /// What it is called.
    pub(super) name: &'static str,
    /// What stands in it, in words.
    pub(super) value: String,
}

/// What a body says, field by field, with the names of the arcs taken from the framework.
pub(super) fn said(open: &Workspace, id: RecordId, framework: Option<&Framework>, body: &Body) -> Vec<Said> {
    match body {
        Body::Area(area) => area_fields(area),
        Body::Round(round) => round_fields(open, round),
        Body::Design(design) => design_fields(framework, design),
        Body::DesignStatement(one) => statement_fields(open, framework, id.into(), one),
        Body::Plan(plan) => plan_fields(plan),
        Body::PlanItem(item) => action_fields(open, framework, id.into(), item),
        Body::ReportText(text) => text_fields(open, text),
        Body::Target(target) => target_fields(framework, target),
        Body::Progress(entry) => progress_fields(entry),
        Body::GroupAnswers(group) => group_fields(group),
        Body::Evidence(evidence) => evidence_fields(open, framework, evidence),
        Body::Position(position) => position_fields(framework, position),
        Body::Assessment(assessment) => assessment_fields(assessment),
        Body::SignOff(signed) => sign_off_fields(signed),
        Body::PlanSignOff(signed) => plan_sign_off_fields(signed),
        Body::TrainingEvent(event) => event_fields(framework, event),
        Body::TrainingGap(gap) => gap_fields(open, framework, gap),
        Body::Exercise(exercise) => exercise_fields(exercise),
        Body::TableSheet(sheet) => sheet_fields(open, sheet),
        Body::Discussion(discussion) => discussion_fields(framework, discussion),
        Body::Idea(idea) => idea_fields(open, framework, idea),
        Body::GuideSession(session) => session_fields(open, framework, session),
        Body::Register(entry) => register_fields(entry),
        Body::Headcount(headcount) => headcount_fields(open, headcount),
        Body::FrozenReport(frozen) => {
            vec![fact("Frozen on", words::day(frozen.on)), fact("Frozen by", or_empty(&frozen.by))]
        }
        Body::Pack(pack) => vec![fact("Responses", pack.responses.len().to_string())],
        other => vec![fact("Kind", kind_words(&other.kind()).to_owned())],
    }
}

/// What a part of a progress report is called.
pub fn part_name(part: &ReportPart) -> String {
    match part {
        ReportPart::Letter => "The Director\u{2019}s letter".to_owned(),
        ReportPart::Email => "The email to send with the survey".to_owned(),
        ReportPart::Of(kind, part) => {
            let detail = details(*kind).iter().find(|detail| detail.part == part.as_str());
            let name = detail.map_or_else(|| part.as_str().replace('-', " "), |detail| detail.label.to_lowercase());
            format!("{}, {name}", kind.name())
        }
    }
}

/// What a record is and which, such as "Plan: One Children's Workforce Action Plan".
pub(super) fn name(body: &Body) -> String {
    let named = |what: &str, which: &str| if which.is_empty() { what.to_owned() } else { format!("{what}: {which}") };
    match body {
        Body::Area(area) => named("Area", &area.name),
        Body::Round(round) => named("Round", &round.title),
        Body::Design(design) => named("Survey design", &design.title),
        Body::DesignStatement(one) => named("Statement", &one.statement.text),
        Body::Plan(plan) => named("Plan", &plan.title),
        Body::PlanItem(item) => named(item.level.word(), &item.text),
        Body::ReportText(text) => named("Words for a report", &part_name(&text.part)),
        Body::Evidence(evidence) => named("Evidence", &evidence.title),
        Body::FrozenReport(frozen) => named("Frozen report", &frozen.report.title),
        Body::TrainingEvent(event) => named("Training event", &event.title),
        Body::TrainingGap(gap) => named("Gap in training", &gap.profession),
        Body::Exercise(exercise) => named("Exercise", &exercise.title),
        Body::TableSheet(sheet) => named("Sheet", &sheet.table),
        Body::Discussion(discussion) => named("Rainbow discussion", &discussion.title),
        Body::Idea(idea) => named("Idea", &idea.said.text),
        Body::GuideSession(session) => named("Focus group or workshop", &session.title),
        Body::Register(entry) => named(kind_words(&entry.register().kind()), entry.name()),
        other => kind_words(&other.kind()).to_owned(),
    }
}

/// What one record of a kind is called.
fn kind_words(kind: &Kind) -> &str {
    match kind {
        Kind::Area => "Area",
        Kind::Survey => "Survey",
        Kind::Round => "Round",
        Kind::RoundEntry => "Closing or reopening of a round",
        Kind::Pack => "Bundle of responses",
        Kind::Withdrawal => "Response taken back",
        Kind::Target => "Target",
        Kind::Plan => "Plan",
        Kind::PlanItem => "Action",
        Kind::Progress => "Progress report",
        Kind::ReportText => "Words for a report",
        Kind::Draft | Kind::DraftAnswer => "Response in progress",
        Kind::Export => "Note of an export",
        Kind::Step => "Step to undo",
        Kind::OwnResponse => "Own response",
        Kind::Ended => "Note of an ending",
        Kind::Invitation => "Invitation to answer",
        Kind::Design => "Survey design",
        Kind::DesignStatement => "Statement of a survey design",
        Kind::CommentReview => "Review of a comment",
        Kind::TableMapping => "How a table is read",
        Kind::GroupAnswers => "Answers of a group",
        Kind::SharedDevice => "Note that many people answer on this device",
        Kind::Benchmark => "Benchmark of another area",
        Kind::BenchmarkGiven => "Note that figures were given away",
        Kind::Evidence => "Evidence",
        Kind::Position => "Agreed position",
        Kind::Assessment => "Overall assessment",
        Kind::SignOff => "Sign-off",
        Kind::ItemWas => "Note of how an action was",
        Kind::PlanSignOff => "Sign-off of a plan",
        Kind::FrozenReport => "Frozen report",
        Kind::UpdateRequest => "Request for progress",
        Kind::TrainingEvent => "Training event",
        Kind::TrainingGap => "Gap in training",
        Kind::Exercise => "Exercise",
        Kind::TableSheet => "Sheet of a table",
        Kind::Seat => "Note that a table sorts at this device",
        Kind::Discussion => "Rainbow discussion",
        Kind::Idea => "Idea from a discussion",
        Kind::GuideSession => "Focus group or workshop",
        Kind::RelatedStrategy => "Related strategy",
        Kind::Consultation => "Line of the consultation schedule",
        Kind::Term => "Term of the glossary",
        Kind::Contact => "Contact",
        Kind::Headcount => "Headcount",
        Kind::Unknown(_) => "Entry of a newer Rainbow",
    }
}

fn area_fields(area: &Area) -> Vec<Said> {
    let sectors: Vec<_> = area.sectors.iter().map(|sector| sector.name.clone()).collect();
    let groups: Vec<_> = area.staff_groups.iter().map(|group| group.name.clone()).collect();
    vec![
        part(Field::Name, "Name", or_empty(&area.name)),
        part(Field::Sectors, "Sectors", or_empty(&sectors.join("; "))),
        part(Field::StaffGroups, "Staff groups", or_empty(&groups.join("; "))),
    ]
}

fn round_fields(open: &Workspace, round: &Round) -> Vec<Said> {
    let minimum = round.minimum.map_or_else(|| "No number was set".to_owned(), |minimum| minimum.to_string());
    // Two surveys often bear one title, so each is told apart by the beginning of its hash.
    let surveys = round.surveys.iter().map(|hash| {
        let title = open.survey(*hash).map_or("Not on this device", |survey| &survey.questionnaire.title);
        format!("{title} ({})", hash.to_string().chars().take(8).collect::<String>())
    });
    let to = &round.returns_to;
    vec![
        part(Field::Title, "Title", or_empty(&round.title)),
        part(Field::Minimum, "Responses required", minimum),
        part(Field::Opened, "Opened", words::day(round.opened)),
        part(Field::Surveys, "Surveys handed out", or_empty(&surveys.collect::<Vec<_>>().join("; "))),
        part(Field::Closes, "Last day for answers", or_empty(&round.closes.map(words::day).unwrap_or_default())),
        part(Field::Expected, "Responses expected", or_empty(&expected_words(open, round))),
        part(Field::Why, "Why people are asked", or_empty(&round.why)),
        part(
            Field::KeepUntil,
            "Answers are kept until",
            or_empty(&round.keep_until.map(words::day).unwrap_or_default()),
        ),
        part(Field::Asks, "Asked about oneself", or_empty(&asks_words(round.asks))),
        part(Field::ReturnsTo, "Responses go to", or_empty(format!("{} {}", to.role, to.email).trim())),
        part(Field::SmallestGroup, "Smallest group whose results are shared", round.smallest_group().to_string()),
    ]
}

/// How many responses a round expects from each sector.
fn expected_words(open: &Workspace, round: &Round) -> String {
    let name = |sector: &SectorId| match open.area() {
        Some(area) => area.sector_name(sector).to_owned(),
        None => sector.to_string(),
    };
    let each = round.expected.iter().map(|(sector, number)| format!("{}: {number}", name(sector)));
    each.collect::<Vec<_>>().join("; ")
}

fn asks_words(asks: Asks) -> String {
    let all = [(asks.sector, "sector"), (asks.staff_group, "staff group"), (asks.organisation, "organisation")];
    let asked: Vec<_> = all.into_iter().filter(|(asked, _)| *asked).map(|(_, what)| what).collect();
    asked.join(", ")
}

fn design_fields(framework: Option<&Framework>, design: &Design) -> Vec<Said> {
    let practice = |id: &PracticeId| {
        let found = framework.and_then(|framework| framework.practice(id));
        found.map_or_else(|| id.to_string(), |practice| practice.name.clone())
    };
    let covers = design.themes.iter().map(|id| arc_name(framework, id)).chain(design.practices.iter().map(practice));
    vec![
        part(Field::Title, "Title", or_empty(&design.title)),
        part(Field::Covers, "Arcs and practices", or_empty(&covers.collect::<Vec<_>>().join("; "))),
    ]
}

fn statement_fields(
    open: &Workspace,
    framework: Option<&Framework>,
    id: DesignStatementId,
    one: &DesignStatement,
) -> Vec<Said> {
    let Statement { theme, text, label, at_1, at_5, audience, .. } = &one.statement;
    let group = |group: &StaffGroupId| match open.area() {
        Some(area) => area.staff_group_name(group).to_owned(),
        None => group.to_string(),
    };
    let groups: Vec<_> = audience.iter().map(group).collect();
    let audience = if groups.is_empty() { "Everybody".to_owned() } else { groups.join("; ") };
    let here = one.place(id);
    let all = open.design_statements(one.design);
    let before =
        all.iter().rev().find(|(other, there)| *other != id && there.stands_with(one) && there.place(*other) < here);
    let place = before
        .map_or_else(|| "First".to_owned(), |(_, before)| format!("After \u{201c}{}\u{201d}", before.statement.text));
    vec![
        part(Field::Statement, "Statement", format!("{text} 1: {at_1} 5: {at_5} ({})", arc_name(framework, theme))),
        part(Field::Label, "Short label", or_empty(label)),
        part(Field::Audience, "Who is asked", audience),
        part(Field::Retired, "Retired", if one.retired { "Yes" } else { "No" }.to_owned()),
        part(Field::Place, "Place in the survey", place),
    ]
}

fn arc_name(framework: Option<&Framework>, id: &ThemeId) -> String {
    framework.and_then(|framework| framework.theme(id)).map_or_else(|| id.to_string(), |theme| theme.short.clone())
}

fn text_fields(open: &Workspace, text: &ReportText) -> Vec<Said> {
    let about = match text.about {
        Subject::Area => ("Area", open.area().map(|area| area.name.as_str())),
        Subject::Plan(plan) => ("Plan", open.plan(plan).map(|plan| plan.title.as_str())),
        Subject::Round(round) => ("Round", open.round(round).map(|round| round.title.as_str())),
    };
    vec![fact(about.0, or_empty(about.1.unwrap_or_default())), fact("Words", or_empty(&text.text))]
}

fn target_fields(framework: Option<&Framework>, target: &Target) -> Vec<Said> {
    vec![
        fact("Arc", arc_name(framework, &target.theme)),
        fact("Target", target.score.map_or_else(|| "Taken back".to_owned(), |score| score.to_string())),
        fact("Agreed on", words::day(target.on)),
        fact("Agreed by", or_empty(&target.by)),
        fact("Reason", or_empty(&target.reason)),
    ]
}

fn group_fields(group: &GroupAnswers) -> Vec<Said> {
    vec![
        fact("Day", words::day(group.on)),
        fact("People", group.people.to_string()),
        fact("Note", or_empty(&group.note)),
        fact("Statements answered", group.hands.len().to_string()),
    ]
}

/// A field that can be chosen by itself.
fn part(field: Field, name: &'static str, value: String) -> Said {
    Said { field: Some(field), name, value }
}

/// A field that stands or falls with the whole version.
fn fact(name: &'static str, value: String) -> Said {
    Said { field: None, name, value }
}

fn or_empty(words: &str) -> String {
    if words.trim().is_empty() { EMPTY.to_owned() } else { words.to_owned() }
}
