//! Every place has one address, and odd addresses mean nothing.

use super::*;
use crate::domain::ids::{
    DiscussionId, EntryId, ExerciseId, GuideSessionId, IdeaId, SheetId, SuggestionId, TrainingEventId, TrainingGapId,
};
use crate::domain::registers::Register;
use chrono::NaiveDate;
use uuid::Uuid;

#[test]
fn every_place_has_one_address_and_comes_back_from_it() {
    let area = WorkspaceId(Uuid::from_u128(1));
    let (response, theme) = (ResponseId(Uuid::from_u128(2)), ThemeId::parse("identity").unwrap());
    let statement = StatementId::parse("child-roles-1").unwrap();
    let suggestion = SuggestionId::parse("identity-joint-welcome");
    let (plan, item) = (PlanId(Uuid::from_u128(3)), ItemId(Uuid::from_u128(4)));
    let (round, design) = (RoundId(Uuid::from_u128(5)), DesignId(Uuid::from_u128(6)));
    let (talk, idea) = (DiscussionId(Uuid::from_u128(9)), IdeaId(Uuid::from_u128(10)));
    let session = GuideSessionId(Uuid::from_u128(11));
    let pages = [
        Page::Overview,
        Page::Conflicts,
        Page::Lists,
        Page::Survey,
        Page::Letter(round),
        Page::Paper(round),
        Page::RoundSettings(round),
        Page::Designs,
        Page::Design(design),
        Page::PreviewDesign(design),
        Page::OpenDesigned(design),
        Page::NewStatement(design, None),
        Page::NewStatement(design, Some(theme.clone())),
        Page::ChangeStatement(DesignStatementId(Uuid::from_u128(7))),
        Page::Respondent(response),
        Page::Answer(response, theme.clone()),
        Page::Check(response),
        Page::Children(round),
        Page::NewGroup(round),
        Page::Helper(response),
        Page::ChildStatement(response, statement.clone()),
        Page::ChildEnd(response),
        Page::ShareDevice(round),
        Page::Responses,
        Page::BringInTable(None),
        Page::BringInTable(Some(round)),
        Page::TypeInForms(None),
        Page::TypeInForms(Some(round)),
        Page::TypeInForm(round, response),
        Page::Comments(None),
        Page::Comments(Some(round)),
        Page::Rainbow(None),
        Page::Rainbow(Some(round)),
        Page::Arc(theme.clone(), None),
        Page::Arc(theme.clone(), Some(round)),
        Page::Breakdown(None, Box::default()),
        Page::Breakdown(Some(round), Box::default()),
        Page::Evidence(None),
        Page::Evidence(Some(theme.clone())),
        Page::NewEvidence(None),
        Page::NewEvidence(Some(theme.clone())),
        Page::ChangeEvidence(EvidenceId(Uuid::from_u128(8))),
        Page::Agreed,
        Page::AgreeArc(theme.clone()),
        Page::SignOff,
        Page::Plans,
        Page::Plan(plan),
        Page::AskLeads(plan),
        Page::Reporting,
        Page::ReportAction(item),
        Page::PlanThen(plan, None),
        Page::PlanThen(plan, NaiveDate::from_ymd_opt(2009, 10, 30)),
        Page::PlanByArc(plan),
        Page::ImportPlan(None),
        Page::ImportPlan(Some(plan)),
        Page::SignPlan(plan),
        Page::NewAction(None),
        Page::NewAction(Some(Cause::of(theme.clone(), None))),
        Page::NewAction(Some(Cause { gap: Some(TrainingGapId(Uuid::from_u128(9))), ..Cause::of(theme.clone(), None) })),
        Page::NewAction(Some(Cause { suggestion: suggestion.clone(), ..Cause::of(theme.clone(), None) })),
        Page::NewAction(Some(Cause { statement: Some(statement), suggestion, ..Cause::of(theme, Some(round)) })),
        Page::Action(item),
        Page::ChangeAction(item),
        Page::Exercises(exercises::Place::List),
        Page::Exercises(exercises::Place::Outcomes),
        Page::Training(training::Place::Map),
        Page::Training(training::Place::Events),
        Page::Training(training::Place::NewEvent),
        Page::Training(training::Place::Event(TrainingEventId(Uuid::from_u128(10)))),
        Page::Training(training::Place::Gap(TrainingGapId(Uuid::from_u128(9)))),
        Page::Training(training::Place::Professions),
        Page::Training(training::Place::Import),
        Page::Reports(ReportPlace::List),
        Page::Reports(ReportPlace::Progress(None)),
        Page::Reports(ReportPlace::Progress(Some(plan))),
        Page::Reports(ReportPlace::Proposal),
        Page::Reports(ReportPlace::Conference),
        Page::Reports(ReportPlace::Strategy),
        Page::Reports(ReportPlace::LeadSheet(None)),
        Page::Reports(ReportPlace::LeadSheet(Some(plan))),
        Page::Reports(ReportPlace::ToldUs),
        Page::Exercises(exercises::Place::Exercise(ExerciseId(Uuid::from_u128(9)))),
        Page::Exercises(exercises::Place::Sheet(SheetId(Uuid::from_u128(10)))),
        Page::Exercises(exercises::Place::Discussion(discussion::Place::List)),
        Page::Exercises(exercises::Place::Discussion(discussion::Place::One(talk))),
        Page::Exercises(exercises::Place::Discussion(discussion::Place::Change(talk))),
        Page::Exercises(exercises::Place::Discussion(discussion::Place::Projector(talk))),
        Page::Exercises(exercises::Place::Discussion(discussion::Place::Action(idea))),
        Page::Exercises(exercises::Place::Discussion(discussion::Place::Evidence(idea))),
        Page::Exercises(exercises::Place::Guide(guide::Place::List)),
        Page::Exercises(exercises::Place::Guide(guide::Place::New)),
        Page::Exercises(exercises::Place::Guide(guide::Place::One(session))),
        Page::Exercises(exercises::Place::Guide(guide::Place::Change(session))),
        Page::Registers(registers::Place::All),
        Page::Registers(registers::Place::Headcount),
        Page::Registers(registers::Place::One(Register::RelatedStrategies)),
        Page::Registers(registers::Place::One(Register::Consultations)),
        Page::Registers(registers::Place::One(Register::Glossary)),
        Page::Registers(registers::Place::New(Register::Contacts)),
        Page::Registers(registers::Place::Bring(Register::Glossary)),
        Page::Registers(registers::Place::Change(Register::Contacts, EntryId(Uuid::from_u128(9)))),
        Page::Exercises(exercises::Place::Sorting(SheetId(Uuid::from_u128(10)))),
        Page::Exercises(exercises::Place::Change(ExerciseId(Uuid::from_u128(9)))),
        Page::Exercises(exercises::Place::Seat),
        Page::Exercises(exercises::Place::Projector(ExerciseId(Uuid::from_u128(9)))),
        Page::Exercises(exercises::Place::Own),
        Page::Reports(ReportPlace::Summary(None)),
        Page::Reports(ReportPlace::Summary(Some(round))),
        Page::Reports(ReportPlace::Board(None)),
        Page::Reports(ReportPlace::Board(Some(round))),
        Page::Reports(ReportPlace::Poster(None)),
        Page::Reports(ReportPlace::Poster(Some(round))),
        Page::Reports(ReportPlace::Frozen(plan.into())),
        Page::Region,
        Page::Files,
        Page::Analysts,
    ];
    let mut hrefs = Vec::new();
    for route in
        pages.into_iter().map(|page| Route::Area(area, page)).chain([Route::Home, Route::Link("eJwr-_".to_owned())])
    {
        let href = route.href();
        assert_eq!(Route::parse(&href), route);
        hrefs.push(href);
    }
    insta::assert_snapshot!(hrefs.join("\n"));
}

#[test]
fn an_address_that_means_nothing_is_kept_and_leads_nowhere() {
    let within = |path: &str| format!("#/area/00000000-0000-0000-0000-000000000001/{path}");
    for odd in [
        "#/area".to_owned(),
        "#/area/x/overview".to_owned(),
        "#/nowhere".to_owned(),
        "#main".to_owned(),
        within("rainbow/É"),
        within("plans/new-action/identity/suggestion"),
        within("plans/new-action/identity/suggestion/a/round/00000000-0000-0000-0000-000000000005"),
        within("plans/new-action/identity/round/x"),
    ] {
        let odd = odd.as_str();
        assert!(matches!(Route::parse(odd), Route::Unknown(_)), "{odd}");
    }
}
