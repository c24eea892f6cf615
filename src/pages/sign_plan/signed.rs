//! Who signed a plan off and when, what is not as it was signed, and all of it as it stood then.

use leptos::prelude::*;

use super::super::data_table::DataTable;
use crate::analysis::plan_signing::to_sign;
use crate::domain::ids::PlanId;
use crate::domain::plan_history::PlanSignOff;
use crate::domain::workspace::Workspace;
use crate::reports::document::Table;
use crate::reports::plan_signed::{changes, table};
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{Details, Inset};

/// The latest sign-off of a plan and what is not as it was signed.
#[derive(Clone, PartialEq, Eq)]
struct Latest {
    /// Who signed and when, and how much has changed since.
    line: String,
    /// What has changed, a sentence each.
    changes: Vec<String>,
}

impl Latest {
    fn of(open: &Workspace, plan: PlanId, today: chrono::NaiveDate) -> Option<Self> {
        let latest = open.plan_sign_offs(plan).into_iter().next()?;
        let changes = changes(&latest.signed, &to_sign(open, plan, today));
        let since = match changes.len() {
            0 => "Nothing has changed since.".to_owned(),
            1 => "1 thing has changed since.".to_owned(),
            many => format!("{many} things have changed since."),
        };
        Some(Self { line: format!("{}. {since}", signed_line(latest)), changes })
    }
}

fn signed_line(signed: &PlanSignOff) -> String {
    format!("Signed off by {} on {}", signed.by, words::day(signed.on))
}

/// Whether a plan is signed off and by whom, what has changed since, and the way to sign it: for the plan's page. An empty
/// plan has none of that.
#[component]
pub fn PlanSignOffs(
    /// The plan.
    plan: PlanId,
) -> impl IntoView {
    let app = App::get();
    let latest = latest(app, plan);
    let is_blank =
        Memo::new(move |_| app.read(|open| open.all_items().all(|(_, item)| item.plan != plan)).unwrap_or(true));
    let sign = app.href(Place::SignPlan(plan));
    view! {
        <Show when=move || !is_blank.get() || latest.with(Option::is_some)>
            <section class="app-plan-signed">
                {move || match latest.get() {
                    None => view! { <p class="govuk-body">"This plan is not signed off yet."</p> }.into_any(),
                    Some(latest) => view! { <Since latest /> }.into_any(),
                }}
                <p class="govuk-body app-no-print">
                    <a class="govuk-link" href=sign.clone()>
                        {move || {
                            if latest.with(Option::is_some) {
                                "See what was signed, or sign the plan off again"
                            } else {
                                "Sign the plan off"
                            }
                        }}
                    </a>
                </p>
            </section>
        </Show>
    }
}

/// The sign-offs of a plan, the latest first, each with the plan as it was signed, and what changed since the latest; nothing
/// while nobody has signed it.
#[component]
pub(super) fn SignedBefore(
    /// The plan.
    plan: PlanId,
) -> impl IntoView {
    let app = App::get();
    let latest = latest(app, plan);
    let signed = Memo::new(move |_| {
        let all = |open: &Workspace| open.plan_sign_offs(plan).into_iter().map(Signed::of).collect::<Vec<_>>();
        app.read(all).unwrap_or_default()
    });
    view! {
        {move || latest.get().map(|latest| view! {
            <h2 class="govuk-heading-m">"What was signed before"</h2>
            <Since latest />
        })}
        {move || signed.get().into_iter().map(signed_view).collect_view()}
    }
}

fn latest(app: App, plan: PlanId) -> Memo<Option<Latest>> {
    let today = app.today();
    Memo::new(move |_| app.read(|open| Latest::of(open, plan, today)).flatten())
}

/// Who signed last, and what changed since.
#[component]
fn Since(latest: Latest) -> impl IntoView {
    let Latest { line, changes } = latest;
    view! {
        <Inset>{line}</Inset>
        {(!changes.is_empty()).then(|| view! {
            <Details summary="What has changed since it was signed">
                <ul class="govuk-list govuk-list--bullet">
                    {changes.into_iter().map(|change| view! { <li>{change}</li> }).collect_view()}
                </ul>
            </Details>
        })}
    }
}

/// A sign-off as it is shown.
#[derive(Clone, PartialEq)]
struct Signed {
    line: String,
    words: String,
    table: Table,
}

impl Signed {
    fn of(signed: &PlanSignOff) -> Self {
        let caption = format!("The plan as it was signed on {}", words::day(signed.on));
        Self { line: signed_line(signed), words: signed.words.clone(), table: table(&signed.signed, &caption) }
    }
}

fn signed_view(signed: Signed) -> impl IntoView {
    let Signed { line, words, table } = signed;
    let caption = table.caption.clone();
    view! {
        <p class="govuk-body"><strong>{line}</strong></p>
        {(!words.is_empty()).then(|| view! { <blockquote class="app-quote">{words}</blockquote> })}
        <Details summary=caption><DataTable table caption_hidden=true /></Details>
    }
}
