//! The screens, one a file, in the order in which a user meets them.

pub mod home;
pub mod incoming;
pub mod link;
pub mod not_found;
pub mod overview;

mod choose_version;

mod data_table;

mod written_part;

mod table_source;

mod table_columns;

mod into_round;

pub mod conflicts;

pub mod lists;

pub mod survey;

pub mod letter;

pub mod paper;

mod drafts;

mod own_response;

pub mod designs;
pub mod start;

pub mod design;

mod designed;

pub mod statement_form;

pub mod design_preview;

pub mod round_form;

pub mod respondent;

pub mod answer;

pub mod check;

pub mod finished;

pub mod children;

pub mod group_form;

pub mod child;

pub mod child_statement;

pub mod child_end;

pub mod share_device;

pub mod shared;

pub mod responses;

pub mod bring_in_table;

pub mod type_in;

pub mod comments;

pub mod round_choice;

pub mod radar_with_table;
mod rainbow;

pub mod arc;

pub mod breakdown;

pub mod evidence;

pub mod evidence_form;

pub mod agreed;

pub mod agree_arc;

pub mod sign_off;

mod who_signs;

pub mod plans;

mod rename;

pub mod plan;

pub mod ask_leads;

pub mod reporting;

pub mod report_action;

pub mod plan_then;

pub mod plan_by_arc;

pub mod import_plan;

pub mod plan_settings;

pub mod sign_plan;

pub mod action_form;

pub mod action;

pub mod action_facts;

mod meant_field;
mod milestone;

pub mod exercises;

mod discussion;
pub mod training;

mod guide;
pub mod registers;

pub mod headcount;

mod offered;

mod missing;

mod figures_method;

mod words_here;

pub mod reports;

mod copy_picture;

mod report;

pub mod progress_report;

mod papers;
mod round_report;

pub mod region;

pub mod files;

pub mod analysts;

use leptos::prelude::*;

use crate::analysis::answering::theme_title;
use crate::domain::report_text::ReportKind;
use crate::route::{Page, ReportPlace};
use crate::state::App;

/// The screen of a page.
pub fn view(page: &Page) -> AnyView {
    match page.clone() {
        Page::Overview => view! { <overview::Overview /> }.into_any(),
        Page::Conflicts => view! { <conflicts::Conflicts /> }.into_any(),
        Page::Lists => view! { <lists::Lists /> }.into_any(),
        Page::Survey => view! { <survey::Survey /> }.into_any(),
        Page::Letter(round) => view! { <letter::Letter round /> }.into_any(),
        Page::Paper(round) => view! { <paper::Paper round /> }.into_any(),
        Page::RoundSettings(round) => view! { <round_form::RoundSettings round /> }.into_any(),
        Page::Designs => view! { <designs::Designs /> }.into_any(),
        Page::Design(design) => view! { <design::Design design /> }.into_any(),
        Page::PreviewDesign(design) => view! { <design_preview::PreviewDesign design /> }.into_any(),
        Page::OpenDesigned(design) => view! { <round_form::OpenDesigned design /> }.into_any(),
        Page::NewStatement(design, theme) => view! { <statement_form::NewStatement design theme /> }.into_any(),
        Page::ChangeStatement(record) => view! { <statement_form::ChangeStatement record /> }.into_any(),
        Page::Respondent(response) => view! { <respondent::Respondent response /> }.into_any(),
        Page::Answer(response, theme) => view! { <answer::Answer response theme /> }.into_any(),
        Page::Check(response) => view! { <check::Check response /> }.into_any(),
        Page::Children(round) => view! { <children::Children round /> }.into_any(),
        Page::NewGroup(round) => view! { <group_form::NewGroup round /> }.into_any(),
        Page::Helper(response) => view! { <child::Helper response /> }.into_any(),
        Page::ChildStatement(response, statement) => {
            view! { <child_statement::ChildStatement response statement /> }.into_any()
        }
        Page::ChildEnd(response) => view! { <child_end::ChildEnd response /> }.into_any(),
        Page::ShareDevice(round) => view! { <share_device::ShareDevice round /> }.into_any(),
        Page::Responses => view! { <responses::Responses /> }.into_any(),
        Page::BringInTable(round) => view! { <bring_in_table::BringInTable round /> }.into_any(),
        Page::TypeInForms(round) => view! { <type_in::TypeInForms round /> }.into_any(),
        Page::TypeInForm(round, form) => view! { <type_in::TypeInForm round form /> }.into_any(),
        Page::Comments(round) => view! { <comments::Comments round /> }.into_any(),
        Page::Rainbow(round) => view! { <rainbow::Rainbow round /> }.into_any(),
        Page::Arc(theme, round) => view! { <arc::Arc theme round /> }.into_any(),
        Page::Breakdown(round, cut) => view! { <breakdown::Breakdown round cut=*cut /> }.into_any(),
        Page::Evidence(theme) => view! { <evidence::Evidence theme /> }.into_any(),
        Page::NewEvidence(theme) => view! { <evidence_form::NewEvidence theme /> }.into_any(),
        Page::ChangeEvidence(id) => view! { <evidence_form::ChangeEvidence id /> }.into_any(),
        Page::Agreed => view! { <agreed::Agreed /> }.into_any(),
        Page::AgreeArc(theme) => view! { <agree_arc::AgreeArc theme /> }.into_any(),
        Page::SignOff => view! { <sign_off::SignOff /> }.into_any(),
        Page::Plans => view! { <plans::Plans /> }.into_any(),
        Page::Plan(plan) => view! { <plan::Plan plan /> }.into_any(),
        Page::AskLeads(plan) => view! { <ask_leads::AskLeads plan /> }.into_any(),
        Page::Reporting => view! { <reporting::Reporting /> }.into_any(),
        Page::ReportAction(item) => view! { <report_action::ReportAction item /> }.into_any(),
        Page::PlanThen(plan, day) => view! { <plan_then::PlanThen plan day /> }.into_any(),
        Page::PlanByArc(plan) => view! { <plan_by_arc::PlanByArc plan /> }.into_any(),
        Page::ImportPlan(plan) => view! { <import_plan::ImportPlan plan /> }.into_any(),
        Page::SignPlan(plan) => view! { <sign_plan::SignPlan plan /> }.into_any(),
        Page::NewAction(cause) => view! { <action_form::NewAction cause /> }.into_any(),
        Page::Action(item) => view! { <action::Action item /> }.into_any(),
        Page::ChangeAction(item) => view! { <action_form::ChangeAction item /> }.into_any(),
        Page::Exercises(place) => exercises::view(place),
        Page::Training(place) => training::view(place),
        Page::Reports(place) => match place {
            ReportPlace::List => view! { <reports::Reports /> }.into_any(),
            ReportPlace::Progress(plan) => view! { <progress_report::ProgressReport plan /> }.into_any(),
            ReportPlace::Proposal => view! { <papers::Proposal /> }.into_any(),
            ReportPlace::Conference => view! { <papers::Conference /> }.into_any(),
            ReportPlace::Strategy => view! { <papers::Strategy /> }.into_any(),
            ReportPlace::LeadSheet(plan) => view! { <papers::LeadSheet plan /> }.into_any(),
            ReportPlace::ToldUs => view! { <papers::ToldUs /> }.into_any(),
            ReportPlace::Summary(round) => {
                view! { <round_report::RoundReport kind=ReportKind::Summary round /> }.into_any()
            }
            ReportPlace::Board(round) => {
                view! { <round_report::RoundReport kind=ReportKind::Board round /> }.into_any()
            }
            ReportPlace::Poster(round) => {
                view! { <round_report::RoundReport kind=ReportKind::Poster round /> }.into_any()
            }
            ReportPlace::Frozen(id) => view! { <report::FrozenReport id /> }.into_any(),
        },
        Page::Registers(place) => registers::view(place),
        Page::Region => view! { <region::Region /> }.into_any(),
        Page::Files => view! { <files::Files /> }.into_any(),
        Page::Analysts => view! { <analysts::Analysts /> }.into_any(),
    }
}

/// What the tab calls a page.
pub fn title(app: App, page: &Page) -> String {
    let theme = match page {
        Page::Answer(response, theme) => app.read(|open| theme_title(open, *response, theme)).flatten(),
        _ => None,
    };
    theme.unwrap_or_else(|| kind_of_page(page).to_owned())
}

fn kind_of_page(page: &Page) -> &'static str {
    match page {
        Page::Overview => "Overview",
        Page::Conflicts => "Two versions",
        Page::Lists => "Sectors and staff groups",
        Page::Survey => "Survey",
        Page::Letter(_) => "Letter and email",
        Page::Paper(_) => "The survey on paper",
        Page::RoundSettings(_) => "Change the round\u{2019}s settings",
        Page::Designs => "Design a survey",
        Page::Design(_) => "A survey design",
        Page::PreviewDesign(_) => "Preview of a survey design",
        Page::OpenDesigned(_) => "Open a round",
        Page::NewStatement(..) => "Add a statement",
        Page::ChangeStatement(_) => "Change a statement",
        Page::Respondent(_) => "About you",
        Page::Answer(..) => "Answer the survey",
        Page::Check(_) => "Check your answers",
        Page::Children(_) => "Ask children and families",
        Page::NewGroup(_) => "Answers of a group",
        Page::Helper(_) => "For the person helping",
        Page::ChildStatement(..) => "What do you think?",
        Page::ChildEnd(_) => "The end",
        Page::ShareDevice(_) => "Use this device for many people",
        Page::Responses => "Responses",
        Page::BringInTable(_) => "Bring in a table",
        Page::TypeInForms(_) | Page::TypeInForm(..) => "Type in paper forms",
        Page::Comments(_) => "Comments",
        Page::Rainbow(_) => "The rainbow",
        Page::Arc(..) => "An arc of the rainbow",
        Page::Breakdown(..) => "Breakdown",
        Page::Evidence(_) => "Evidence",
        Page::NewEvidence(_) => "Add evidence",
        Page::ChangeEvidence(_) => "Change evidence",
        Page::Agreed => "Where we are and where we want to be",
        Page::AgreeArc(_) => "Agree a position and a target",
        Page::SignOff => "Sign off",
        Page::Plans => "Plans",
        Page::Plan(_) => "A plan",
        Page::AskLeads(_) => "Ask leads for progress",
        Page::Reporting => "Your actions",
        Page::ReportAction(_) => "Report on an action",
        Page::PlanThen(..) => "What changed in a plan",
        Page::PlanByArc(_) => "A plan by arc",
        Page::ImportPlan(_) => "Import a plan",
        Page::SignPlan(_) => "Sign a plan off",
        Page::NewAction(_) => "Add an action",
        Page::Action(_) => "An action",
        Page::ChangeAction(_) => "Change an action",
        Page::Exercises(place) => exercises::title(place),
        Page::Training(place) => training::title(place),
        Page::Reports(place) => match place {
            ReportPlace::List => "Reports",
            ReportPlace::Proposal => "Proposal paper",
            ReportPlace::Conference => "Conference report",
            ReportPlace::Strategy => "Strategy pack",
            ReportPlace::LeadSheet(_) => "A lead\u{2019}s own sheet",
            ReportPlace::ToldUs => "What you told us",
            ReportPlace::Progress(_) => ReportKind::Progress.name(),
            ReportPlace::Summary(_) => ReportKind::Summary.name(),
            ReportPlace::Board(_) => ReportKind::Board.name(),
            ReportPlace::Poster(_) => ReportKind::Poster.name(),
            ReportPlace::Frozen(_) => "A frozen report",
        },
        Page::Registers(place) => registers::title(*place),
        Page::Region => "Your area within the region",
        Page::Files => "Files",
        Page::Analysts => "Data for analysts",
    }
}
