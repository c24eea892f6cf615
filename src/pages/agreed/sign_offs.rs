//! Who signed what was agreed, and when; what is not as it was signed; and all of it as it stood then.

use leptos::prelude::*;

use super::super::action_facts::framework;
use super::super::data_table::DataTable;
use crate::analysis::signing::to_sign;
use crate::domain::sign_off::SignOff;
use crate::domain::workspace::Workspace;
use crate::reports::agreed::{changes, table};
use crate::reports::document::Table;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{ButtonLink, Details, Inset};

/// A sign-off as it is shown.
#[derive(Clone, PartialEq)]
struct Signed {
    /// Who signed and when.
    line: String,
    words: String,
    /// What the table of it is called.
    caption: String,
    /// The overall assessment that was signed; empty if there was none.
    assessment: String,
    table: Option<Table>,
}

impl Signed {
    fn of(open: &Workspace, signed: &SignOff) -> Self {
        let caption = format!("What was signed on {}", words::day(signed.on));
        Self {
            line: format!("Signed off on {} by {}", words::day(signed.on), signed.by),
            words: signed.words.clone(),
            assessment: signed.picture.assessment.as_ref().map(|one| one.text.clone()).unwrap_or_default(),
            table: framework(open).map(|framework| table(&framework, &signed.picture, &caption)),
            caption,
        }
    }
}

/// What changed since the latest sign-off; `None` while nothing is signed.
fn changed(open: &Workspace) -> Option<Vec<String>> {
    let latest = open.sign_offs().into_iter().next()?;
    Some(changes(framework(open).as_ref(), &latest.picture, &to_sign(open)))
}

/// Whether it is signed off, and whether it is still as it was signed, in a sentence.
#[component]
pub(super) fn SignedLine() -> impl IntoView {
    let app = App::get();
    let words = Memo::new(move |_| app.read(in_a_sentence).unwrap_or_default());
    view! { <Inset>{move || words.get()}</Inset> }
}

fn in_a_sentence(open: &Workspace) -> String {
    let (Some(latest), Some(changed)) = (open.sign_offs().into_iter().next(), changed(open)) else {
        return "This is not signed off yet.".to_owned();
    };
    let signed = format!("Signed off on {} by {}.", words::day(latest.on), latest.by);
    match changed.len() {
        0 => format!("{signed} Nothing has changed since."),
        1 => format!("{signed} 1 thing has changed since: see below."),
        many => format!("{signed} {many} things have changed since: see below."),
    }
}

/// The sign-offs, the latest first, and what changed since that.
#[component]
pub(super) fn SignOffs() -> impl IntoView {
    let app = App::get();
    let signed = Memo::new(move |_| {
        let all = |open: &Workspace| open.sign_offs().into_iter().map(|one| Signed::of(open, one)).collect::<Vec<_>>();
        app.read(all).unwrap_or_default()
    });
    let since = Memo::new(move |_| app.read(changed).flatten());
    let sign = app.href(Place::SignOff);
    view! {
        <h2 class="govuk-heading-m">"Sign-off"</h2>
        {move || since.get().map(|changes| {
            let none = changes.is_empty();
            view! {
                <h3 class="govuk-heading-s">"What has changed since it was signed"</h3>
                {none.then(|| view! { <p class="govuk-body">"Nothing."</p> })}
                <ul class="govuk-list govuk-list--bullet app-agreed__lead">
                    {changes.into_iter().map(|change| view! { <li>{change}</li> }).collect_view()}
                </ul>
            }
        })}
        <Show when=move || signed.with(Vec::is_empty)>
            <p class="govuk-body">"Nobody has signed this off yet."</p>
        </Show>
        {move || signed.get().into_iter().map(signed_view).collect_view()}
        {move || {
            let words = if since.with(Option::is_some) { "Sign off again" } else { "Sign off" };
            view! { <ButtonLink href=sign.clone()>{words}</ButtonLink> }
        }}
    }
}

fn signed_view(signed: Signed) -> impl IntoView {
    let Signed { line, words, caption, assessment, table } = signed;
    view! {
        <p class="govuk-body"><strong>{line}</strong></p>
        {(!words.is_empty()).then(|| view! { <blockquote class="app-quote app-agreed__lead">{words}</blockquote> })}
        <Details summary=caption>
            {table.map(|table| view! { <DataTable table caption_hidden=true /> })}
            {(!assessment.is_empty()).then(|| view! {
                <p class="govuk-body"><strong>"Overall assessment"</strong></p>
                <p class="govuk-body">{assessment}</p>
            })}
        </Details>
    }
}
