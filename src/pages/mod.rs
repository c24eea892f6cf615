//! The screens, one a file, in the order in which a user meets them.

pub mod home;
pub mod incoming;
pub mod not_found;
pub mod overview;

mod choose_version;

pub mod conflicts;

pub mod survey;

pub mod respondent;

pub mod answer;

pub mod check;

pub mod responses;

pub mod bring_in_table;

pub mod type_in;

pub mod comments;

pub mod round_choice;

pub mod rainbow;

pub mod arc;

pub mod plans;

mod rename;

pub mod plan;

pub mod action_form;

pub mod action;

pub mod action_facts;

pub mod reports;

pub mod progress_report;

pub mod files;

use leptos::prelude::*;

use crate::route::Page;

/// The screen of a page.
pub fn view(page: &Page) -> AnyView {
    match page.clone() {
        Page::Overview => view! { <overview::Overview /> }.into_any(),
        Page::Conflicts => view! { <conflicts::Conflicts /> }.into_any(),
        Page::Survey => view! { <survey::Survey /> }.into_any(),
        Page::Respondent(response) => view! { <respondent::Respondent response /> }.into_any(),
        Page::Answer(response, theme) => view! { <answer::Answer response theme /> }.into_any(),
        Page::Check(response) => view! { <check::Check response /> }.into_any(),
        Page::Responses => view! { <responses::Responses /> }.into_any(),
        Page::BringInTable(round) => view! { <bring_in_table::BringInTable round /> }.into_any(),
        Page::TypeInForms(round) => view! { <type_in::TypeInForms round /> }.into_any(),
        Page::TypeInForm(round, form) => view! { <type_in::TypeInForm round form /> }.into_any(),
        Page::Comments(round) => view! { <comments::Comments round /> }.into_any(),
        Page::Rainbow(round) => view! { <rainbow::Rainbow round /> }.into_any(),
        Page::Arc(theme, round) => view! { <arc::Arc theme round /> }.into_any(),
        Page::Plans => view! { <plans::Plans /> }.into_any(),
        Page::Plan(plan) => view! { <plan::Plan plan /> }.into_any(),
        Page::NewAction(theme) => view! { <action_form::NewAction theme /> }.into_any(),
        Page::Action(item) => view! { <action::Action item /> }.into_any(),
        Page::ChangeAction(item) => view! { <action_form::ChangeAction item /> }.into_any(),
        Page::Reports => view! { <reports::Reports /> }.into_any(),
        Page::ProgressReport(plan) => view! { <progress_report::ProgressReport plan /> }.into_any(),
        Page::Files => view! { <files::Files /> }.into_any(),
    }
}

/// What the tab calls a page.
pub fn title(page: &Page) -> &'static str {
    match page {
        Page::Overview => "Overview",
        Page::Conflicts => "Two versions",
        Page::Survey => "Survey",
        Page::Respondent(_) => "About you",
        Page::Answer(..) => "Answer the survey",
        Page::Check(_) => "Check your answers",
        Page::Responses => "Responses",
        Page::BringInTable(_) => "Bring in a table",
        Page::TypeInForms(_) | Page::TypeInForm(..) => "Type in paper forms",
        Page::Comments(_) => "Comments",
        Page::Rainbow(_) => "The rainbow",
        Page::Arc(..) => "An arc of the rainbow",
        Page::Plans => "Plans",
        Page::Plan(_) => "A plan",
        Page::NewAction(_) => "Add an action",
        Page::Action(_) => "An action",
        Page::ChangeAction(_) => "Change an action",
        Page::Reports => "Reports",
        Page::ProgressReport(_) => "Executive progress report",
        Page::Files => "Files",
    }
}
