//! Signing off what was agreed: what would be signed, and who signs it when.

use leptos::prelude::*;

use super::action_facts::framework;
use super::data_table::DataTable;
use super::who_signs::{BY, WhoSigns, WhoSignsForm};
use crate::analysis::signing::to_sign;
use crate::browser::ids;
use crate::domain::ids::RecordId;
use crate::domain::rest::Rest;
use crate::domain::sign_off::{Picture, SignOff as Entry};
use crate::domain::workspace::EditError;
use crate::reports::agreed::table;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{BackLink, ButtonLink, FieldError, Page, PageHeading, PageWidth};

/// Signing off.
#[component]
pub fn SignOff() -> impl IntoView {
    let app = App::get();
    let area = app.read_now(|open| open.area().map(|area| area.name.clone())).flatten().unwrap_or_default();
    let picture = Memo::new(move |_| app.read(to_sign).unwrap_or_default());
    let back = app.href(Place::Agreed);
    let is_blank = Memo::new(move |_| picture.with(Picture::is_blank));
    view! {
        <Page
            width=PageWidth::Standard
            before=move || view! { <BackLink href=back.clone() text="Back to where we are and where we want to be" /> }
        >
            <PageHeading caption=area>"Sign off"</PageHeading>
            {move || if is_blank.get() {
                view! {
                    <p class="govuk-body-l">"Nothing has been agreed yet, so there is nothing to sign."</p>
                    <ButtonLink href=app.href(Place::Agreed)>"Go to where we are and where we want to be"</ButtonLink>
                }
                .into_any()
            } else {
                view! {
                    <WhatIsSigned picture />
                    <SignForm picture />
                }
                .into_any()
            }}
        </Page>
    }
}

/// All that the entry will hold.
#[component]
fn WhatIsSigned(picture: Memo<Picture>) -> impl IntoView {
    let app = App::get();
    let arcs = Memo::new(move |_| {
        let framework = app.read(framework).flatten()?;
        Some(picture.with(|picture| table(&framework, picture, "What will be signed, arc by arc")))
    });
    let figures = move || {
        picture.with(|picture| match &picture.figures {
            None => {
                "No round with answers is closed, so no figures of the survey are kept with the sign-off.".to_owned()
            }
            Some(figures) => format!(
                "The figures are those of {}, from {}. They are kept with the sign-off as information.",
                figures.title,
                words::count(figures.responses, "response", "responses")
            ),
        })
    };
    let assessment = move || {
        let text = picture.with(|picture| picture.assessment.as_ref().map(|one| one.text.clone()));
        text.unwrap_or_else(|| "Not written yet.".to_owned())
    };
    view! {
        <p class="govuk-body app-agreed__lead">
            "The sign-off keeps all of this as it stands now. If something changes later, the page that you came from says what, item by item. You can sign again at any time."
        </p>
        {move || arcs.get().map(|table| view! { <DataTable table caption_hidden=false /> })}
        <p class="govuk-body">{figures}</p>
        <h2 class="govuk-heading-m">"Overall assessment"</h2>
        <p class="govuk-body app-agreed__lead">{assessment}</p>
    }
}

#[component]
fn SignForm(picture: Memo<Picture>) -> impl IntoView {
    let app = App::get();
    let who = WhoSigns::on(app.today());
    // What was on the screen: nobody signs what another tab changed meanwhile without having seen it.
    let seen = StoredValue::new(picture.get_untracked());
    // The id is made with the form, so that handing it in twice in a row still signs once.
    let entry = RecordId(ids::new_uuid());
    let save = move |()| {
        let now = picture.get_untracked();
        let is_changed = seen.with_value(|seen| *seen != now);
        if is_changed {
            seen.set_value(now.clone());
        }
        let changed = is_changed.then_some("Something above was changed meanwhile. Look at it again, then sign");
        let Some((by, on, words)) = who.read(changed) else { return };
        let signed = Entry { by, on, recorded: app.now(), words, picture: now, rest: Rest::new() };
        match app.edit(|open| open.sign_off(entry, signed)) {
            Ok(edit) if edit.is_empty() => {}
            Ok(edit) => app.go_with(Place::Agreed, Notice::done("Signed off.", &edit)),
            Err(error) => who.errors.set(vec![FieldError::new(BY, not_signed(error))]),
        }
    };
    let cancel = app.href(Place::Agreed);
    view! { <WhoSignsForm who cancel on_sign=save /> }
}

fn not_signed(error: EditError) -> &'static str {
    match error {
        EditError::NotHere(_) => "Nothing has been agreed yet, so there is nothing to sign",
        _ => "It could not be signed. Nothing was changed",
    }
}
