//! The entries of a list with what can be done with each, and the form that adds one.

use leptos::prelude::*;

use super::Entry;
use crate::domain::area::Listed;
use crate::domain::design::Towards;
use crate::domain::workspace::{Edit, EditError};
use crate::reports::words;
use crate::state::{App, Notice};
use crate::ui::{
    Button, ButtonGroup, ButtonKind, Details, FieldError, Form, Input, InputWidth, MoveButtons, focus_field, focus_soon,
};

/// The id of the heading of the sectors.
pub(super) const SECTORS: &str = "sectors";
/// The id of the heading of the staff groups.
pub(super) const GROUPS: &str = "staff-groups";
/// The field of the new name.
const RENAME: &str = "new-name";

/// A list, in its order.
#[component]
pub(super) fn Entries(
    /// Its entries.
    entries: Memo<Vec<Entry>>,
    /// The entry that is being renamed, if one is.
    renaming: RwSignal<Option<Listed>>,
) -> impl IntoView {
    view! {
        <ul class="govuk-list app-entries">
            <For each=move || entries.get() key=Clone::clone let(entry)>
                <EntryItem entry renaming />
            </For>
        </ul>
    }
}

/// The id of the heading of the list that an entry belongs to.
fn heading_id(which: &Listed) -> &'static str {
    match which {
        Listed::Sector(_) => SECTORS,
        Listed::StaffGroup(_) => GROUPS,
    }
}

/// The id of an entry's line on the page.
fn line_id(which: &Listed) -> String {
    match which {
        Listed::Sector(id) => format!("sector-{id}"),
        Listed::StaffGroup(id) => format!("group-{id}"),
    }
}

#[component]
fn EntryItem(entry: Entry, renaming: RwSignal<Option<Listed>>) -> impl IntoView {
    let id = line_id(&entry.which);
    let which = entry.which.clone();
    let is_renamed = move || renaming.with(|renaming| renaming.as_ref() == Some(&which));
    let beneath = entry.beneath;
    let shown = StoredValue::new(entry);
    view! {
        <li class="app-entries__entry" class=("app-entries__entry--beneath", beneath) id=id tabindex="-1">
            <Show
                when=is_renamed
                fallback=move || view! { <Standing entry=shown.get_value() renaming /> }
            >
                <Renaming entry=shown.get_value() renaming />
            </Show>
        </li>
    }
}

/// An entry with what can be done with it.
#[component]
fn Standing(entry: Entry, renaming: RwSignal<Option<Listed>>) -> impl IntoView {
    let app = App::get();
    let Entry { which, name, removable, carried, .. } = entry;
    let (line, spoken) = (line_id(&which), StoredValue::new(format!(" {name}")));
    let shift = {
        let which = which.clone();
        move |towards| tell(app, app.edit(|open| open.move_listed(&which, towards)), "The list is in another order.")
    };
    let (up, down) = (shift.clone(), shift);
    let remove = {
        let (which, name) = (which.clone(), name.clone());
        let carry = if carried == 1 { "response carries it and stays" } else { "responses carry it and stay" };
        let kept =
            if carried == 0 { String::new() } else { format!(" {carried} {carry} in the figures under this name.") };
        move |()| {
            tell(app, app.edit(|open| open.remove_listed(&which)), &format!("{name} was removed from the list.{kept}"));
            focus_soon(heading_id(&which).to_owned());
        }
    };
    view! {
        <p class="govuk-body govuk-!-margin-bottom-1">{name}</p>
        {(carried > 0).then(|| view! {
            <p class="govuk-hint govuk-!-margin-bottom-1">{words::count(carried, "response", "responses")}</p>
        })}
        <div class="app-entries__actions">
            <Button kind=ButtonKind::Link on_press=move |()| {
                renaming.set(Some(which.clone()));
                focus_soon(RENAME.to_owned());
            }>
                "Rename"
                <span class="govuk-visually-hidden">{spoken.get_value()}</span>
            </Button>
            {removable.then(|| view! {
                <MoveButtons
                    id=line
                    what=spoken.get_value().trim().to_owned()
                    on_up=move |()| up(Towards::Up)
                    on_down=move |()| down(Towards::Down)
                />
                <Button kind=ButtonKind::Link on_press=remove>
                    "Remove"
                    <span class="govuk-visually-hidden">{spoken.get_value()}</span>
                </Button>
            })}
        </div>
    }
}

/// The form that gives an entry another name.
#[component]
fn Renaming(entry: Entry, renaming: RwSignal<Option<Listed>>) -> impl IntoView {
    let app = App::get();
    let typed = RwSignal::new(entry.name.clone());
    let error = RwSignal::new(None::<String>);
    let (which, label) = (entry.which.clone(), format!("New name of {}", entry.name));
    let leave = move |line: String| {
        renaming.set(None);
        focus_soon(line);
    };
    let back = line_id(&which);
    let save = move |()| {
        let name = typed.get_untracked().trim().to_owned();
        if name.is_empty() {
            error.set(Some("Enter a name".to_owned()));
            focus_field(RENAME);
            return;
        }
        let line = line_id(&which);
        let made = app.edit(|open| open.rename_listed(&which, &name));
        leave(line);
        tell(app, made, "The name was changed.");
    };
    view! {
        <Form on_submit=save>
            <Input
                id=RENAME
                label
                width=InputWidth::Chars20
                error
                value=typed
                on_change=move |text| typed.set(text)
            />
            <ButtonGroup>
                <Button submit=true kind=ButtonKind::Secondary>"Save the name"</Button>
                <Button kind=ButtonKind::Link on_press=move |()| leave(back.clone())>"Cancel"</Button>
            </ButtonGroup>
        </Form>
    }
}

/// The form that adds an entry, behind a link.
#[component]
pub(super) fn Add(
    /// The id of its field, unique on the page.
    #[prop(into)]
    id: String,
    /// The label of the field.
    #[prop(into)]
    label: String,
    /// The button.
    button: &'static str,
    /// Adds an entry of this name.
    #[prop(into)]
    add: Callback<String, Result<Edit, EditError>>,
) -> impl IntoView {
    let app = App::get();
    let typed = RwSignal::new(String::new());
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let field = id.clone();
    let save = move |()| {
        let name = typed.get_untracked().trim().to_owned();
        if name.is_empty() {
            errors.set(vec![FieldError::new(field.clone(), "Enter a name")]);
            focus_field(&field);
            return;
        }
        let made = add.run(name.clone());
        // A new staff group draws these forms anew, and this one with them.
        errors.try_set(Vec::new());
        typed.try_set(String::new());
        focus_soon(field.clone());
        tell(app, made, &format!("{name} was added to the list."));
    };
    view! {
        <Form on_submit=save>
            <Input
                id
                label
                width=InputWidth::Chars20
                error=Signal::derive(move || errors.with(|errors| errors.first().map(|error| error.message.clone())))
                value=typed
                on_change=move |text| typed.set(text)
            />
            <Button submit=true kind=ButtonKind::Secondary>{button}</Button>
        </Form>
    }
}

/// What was removed from a list, behind a link, with the way back.
#[component]
pub(super) fn Former(
    /// The entries.
    entries: Memo<Vec<Entry>>,
    /// What they are, several of them.
    what: &'static str,
) -> impl IntoView {
    let app = App::get();
    let item = move |entry: Entry| {
        let Entry { which, name, carried, .. } = entry;
        let (line, spoken) = (line_id(&which), format!(" {name}"));
        let carried = (carried > 0).then(|| format!(" ({})", words::count(carried, "response", "responses")));
        let back = move |()| {
            tell(app, app.edit(|open| open.bring_back_listed(&which)), "It is offered again, at the end of the list.");
            focus_soon(line.clone());
        };
        view! {
            <li class="app-entries__entry">
                <p class="govuk-body govuk-!-margin-bottom-1">{name}{carried}</p>
                <Button kind=ButtonKind::Link on_press=back>
                    "Bring back"
                    <span class="govuk-visually-hidden">{spoken}</span>
                </Button>
            </li>
        }
    };
    move || {
        let former = entries.get();
        (!former.is_empty()).then(|| {
            view! {
                <Details summary=format!("Removed {what}")>
                    <ul class="govuk-list app-entries">{former.into_iter().map(item).collect_view()}</ul>
                </Details>
            }
        })
    }
}

fn tell(app: App, made: Result<Edit, EditError>, done: &str) {
    match made {
        Ok(edit) if edit.is_empty() => app.say(Notice::said("Nothing was changed.")),
        Ok(edit) => app.say(Notice::done(done, &edit)),
        Err(_) => app.say(Notice::said("The area is no longer here. Nothing was changed.")),
    }
}
