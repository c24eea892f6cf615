//! The conference report.

use leptos::prelude::*;

use super::super::action_facts::framework;
use super::super::report::ReportPage;
use super::no_framework;
use crate::domain::workspace::Workspace;
use crate::reports::conference;
use crate::state::App;

/// The conference report.
#[component]
pub fn Conference() -> impl IntoView {
    let app = App::get();
    let drawn = move |open: &Workspace| Some(conference::report(open, &framework(open)?, app.today()));
    let report = Memo::new(move |_| app.read(drawn).flatten());
    view! { <ReportPage report missing=no_framework /> }
}
