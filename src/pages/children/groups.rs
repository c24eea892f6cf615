//! The groups that answered by show of hands, each with the way to remove what was noted.

use leptos::prelude::*;

use crate::domain::ids::{RecordId, RoundId};
use crate::domain::workspace::Workspace;
use crate::reports::words;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonKind, Head, RowHeader, Table, TableCell, TableRow, focus_heading};

/// A group, as the list shows it.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Listed {
    id: RecordId,
    day: String,
    people: u32,
    statements: usize,
    note: String,
}

/// The groups of a round; nothing while there are none.
#[component]
pub(super) fn Groups(round: RoundId, is_open: bool) -> impl IntoView {
    let app = App::get();
    let groups = Memo::new(move |_| app.read(|open| listed(open, round)).unwrap_or_default());
    view! {
        <Show when=move || groups.with(|groups| !groups.is_empty())>
            <h2 class="govuk-heading-m">"Groups that answered"</h2>
            <Table
                caption="Groups that answered, the latest first"
                caption_hidden=true
                head=vec![
                    Head::text("Day"),
                    Head::number("People"),
                    Head::number("Statements"),
                    Head::text("Note"),
                    Head::text("Remove"),
                ]
            >
                <For each=move || groups.get() key=|group| group.clone() let(group)>
                    {row(app, group, is_open)}
                </For>
            </Table>
        </Show>
    }
}

fn listed(open: &Workspace, round: RoundId) -> Vec<Listed> {
    let groups = open.group_answers(round).into_iter().map(|(id, group)| Listed {
        id,
        day: words::day(group.on),
        people: group.people,
        statements: group.hands.len(),
        note: group.note.clone(),
    });
    groups.collect()
}

fn row(app: App, group: Listed, is_open: bool) -> impl IntoView {
    let Listed { id, day, people, statements, note } = group;
    let which = format!(" the group of {people} on {day}");
    view! {
        <TableRow>
            <RowHeader>{day}</RowHeader>
            <TableCell numeric=true>{people}</TableCell>
            <TableCell numeric=true>{statements}</TableCell>
            <TableCell>{note}</TableCell>
            <TableCell>
                {is_open.then(|| view! {
                    <Button kind=ButtonKind::Link on_press=move |()| remove(app, id)>
                        "Remove"
                        <span class="govuk-visually-hidden">{which}</span>
                    </Button>
                })}
            </TableCell>
        </TableRow>
    }
}

fn remove(app: App, id: RecordId) {
    match app.edit(|open| open.delete_group_answers(id)) {
        Ok(edit) => app.say(Notice::done("The answers of the group were removed.", &edit)),
        Err(_) => app.say(Notice::said("They could not be removed: the round is closed, or they are gone already.")),
    }
    focus_heading();
}
