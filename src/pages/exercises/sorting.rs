//! A table's own screen: its cards, and the columns that it places them in by dragging, by pressing or by the keyboard.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::held::NotHere;
use super::table_file::give_sheet;
use crate::domain::exercise::{Card, CardCode, Column, Exercise, MOST_OF_A_CARD};
use crate::domain::ids::{ColumnId, ExerciseId, SheetId};
use crate::domain::workspace::{Edit, EditError};
use crate::route::Page as Target;
use crate::route::exercises::Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, ButtonGroup, ButtonKind, DropColumn, Live, Page, PageHeading, PageWidth, SortCard, focus_soon,
};

/// Where the buttons of the columns stand while a card is chosen.
const CHOOSING: &str = "choose-column";

/// A card that is chosen, and the column that it is to leave; `None` where it is placed once more or for the first time.
type Chosen = Option<(CardCode, Option<ColumnId>)>;

/// What the parts of the screen share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    sheet: SheetId,
    exercise: StoredValue<Exercise>,
    /// The columns in which each card lies, one for each time.
    placed: Memo<Vec<(CardCode, Vec<ColumnId>)>>,
    chosen: RwSignal<Chosen>,
    said: RwSignal<String>,
}

/// The sorting screen of a sheet.
#[component]
pub fn Sorting(
    /// The sheet.
    sheet: SheetId,
) -> impl IntoView {
    let app = App::get();
    let found = app.read_now(|open| {
        let there = open.sheet(sheet)?;
        Some((there.exercise, there.table.clone(), open.exercise(there.exercise)?.clone(), open.seat().is_some()))
    });
    let Some((id, table, exercise, is_table)) = found.flatten() else { return view! { <NotHere /> }.into_any() };
    let title = exercise.title.clone();
    let exercise = StoredValue::new(exercise);
    let placed = Memo::new(move |_| {
        let of = |open: &crate::domain::workspace::Workspace| {
            let there = open.sheet(sheet);
            exercise.with_value(|exercise| {
                let cards = exercise.sort.cards().map(|(_, card)| {
                    let columns = there.map(|there| there.columns_of(&card.code)).unwrap_or_default();
                    (card.code.clone(), columns.into_iter().cloned().collect::<Vec<_>>())
                });
                cards.collect::<Vec<_>>()
            })
        };
        app.read(of).unwrap_or_default()
    });
    let desk = Desk { app, sheet, exercise, placed, chosen: RwSignal::new(None), said: RwSignal::new(String::new()) };
    let columns = exercise.with_value(|exercise| exercise.sort.columns.clone());
    let back = match is_table {
        true => app.href(Target::Exercises(Place::Seat)),
        false => app.href(Target::Exercises(Place::Exercise(id))),
    };
    let style = format!("--columns: {};", columns.len());
    let table = if table.is_empty() { title.clone() } else { table };
    view! {
        <Page width=PageWidth::Full before=move || view! { <BackLink href=back.clone() text="Back" /> }>
            <PageHeading caption=title>{table}</PageHeading>
            <p class="govuk-body">
                "Drag each card into a column, or press the card and then the column. With the keyboard: Enter on a card, then choose the column; or press the number of the column on the card, 1 for the first. A card on which you disagree may lie in two places, and a card may be left out. Everything is saved at once."
            </p>
            <p class="govuk-body govuk-!-font-weight-bold">{move || desk.placed.with(|placed| progress(placed))}</p>
            <Live text=desk.said />
            <div class="app-sort" style=style>
                <Pool desk />
                {columns.into_iter().map(|column| view! { <Placed desk column /> }).collect_view()}
            </div>
            <Choosing desk />
            <Given id desk is_table />
        </Page>
    }
    .into_any()
}

/// The cards that lie nowhere yet, by group.
#[component]
fn Pool(desk: Desk) -> impl IntoView {
    let left = Memo::new(move |_| {
        let left = desk.placed.get().into_iter().filter(|(_, columns)| columns.is_empty());
        left.map(|(code, _)| code).collect::<Vec<_>>()
    });
    view! {
        <section class="app-sort-pool" aria-label="Cards still to place">
            <h2 class="govuk-heading-s">"Cards still to place ("{move || left.with(Vec::len)}")"</h2>
            <ul class="app-sort-list">
                <For each=move || left.get() key=CardCode::clone let(code)>
                    <li>{card(desk, &code, None, 0)}</li>
                </For>
            </ul>
            <Show when=move || left.with(Vec::is_empty)>
                <p class="govuk-body">"Every card has its place."</p>
            </Show>
        </section>
    }
}

/// A column with the cards that lie in it.
#[component]
fn Placed(desk: Desk, column: Column) -> impl IntoView {
    let id = StoredValue::new(column.id.clone());
    let there = Memo::new(move |_| {
        let placed = desk.placed.get().into_iter().flat_map(|(code, columns)| {
            let times = id.with_value(|id| columns.iter().filter(|column| *column == id).count());
            (0..times).map(move |time| (code.clone(), time))
        });
        placed.collect::<Vec<_>>()
    });
    view! {
        <DropColumn
            id=column.id.to_string()
            name=column.name
            count=Signal::derive(move || there.with(Vec::len))
            on_press=move |()| into_column(desk, &id.get_value())
        >
            <ul class="app-sort-list">
                <For each=move || there.get() key=Clone::clone let((code, time))>
                    <li>{card(desk, &code, Some(id.get_value()), time)}</li>
                </For>
            </ul>
        </DropColumn>
    }
}

/// A card where it lies.
fn card(desk: Desk, code: &CardCode, from: Option<ColumnId>, time: usize) -> impl IntoView + use<> {
    let words = words_of(desk, code);
    let id = card_id(code, from.as_ref(), time);
    let me = StoredValue::new((code.clone(), from));
    let chosen = Memo::new(move |_| {
        let of = me.get_value();
        desk.chosen.with(|chosen| chosen.as_ref() == Some(&of))
    });
    let choose = move |()| {
        let is_chosen = chosen.get_untracked();
        desk.chosen.set((!is_chosen).then(|| me.get_value()));
        if !is_chosen {
            let code = me.with_value(|(code, _)| code.as_str().to_owned());
            desk.said.set(format!("{code} chosen. Choose a column."));
            focus_soon(CHOOSING.to_owned());
        }
    };
    let drop = move |column: String| {
        let (code, from) = me.get_value();
        if let Some(column) = ColumnId::parse(&column) {
            place(desk, &code, from.as_ref(), &column);
        }
    };
    let key = move |event: KeyboardEvent| {
        let at = event.key().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let column = at.and_then(|at| {
            desk.exercise.with_value(|exercise| exercise.sort.columns.get(at).map(|column| column.id.clone()))
        });
        if let Some(column) = column.filter(|_| !event.ctrl_key() && !event.meta_key() && !event.alt_key()) {
            event.prevent_default();
            let (code, from) = me.get_value();
            place(desk, &code, from.as_ref(), &column);
        }
    };
    let short = code.as_str().to_owned();
    view! { <SortCard id code=short words chosen on_choose=choose on_drop=drop on_key=key /> }
}

/// The buttons of the columns, and what else can be done with the card that is chosen; nothing while none is.
#[component]
fn Choosing(desk: Desk) -> impl IntoView {
    let bar = move |(code, from): (CardCode, Option<ColumnId>)| {
        let short = code.as_str().to_owned();
        let heading = format!("{short} {}", words_of(desk, &code));
        let columns = desk.exercise.with_value(|exercise| exercise.sort.columns.clone());
        let buttons = columns.into_iter().map(|column| {
            let (id, short) = (column.id, short.clone());
            view! {
                <Button on_press=move |()| into_column(desk, &id)>
                    <span class="govuk-visually-hidden">{format!("Place {short} under ")}</span>
                    {column.name}
                </Button>
            }
        });
        let buttons = buttons.collect_view();
        let times = desk.placed.with(|placed| times(placed, &code));
        let again = (from.is_some() && times < MOST_OF_A_CARD).then(|| {
            let code = code.clone();
            view! {
                <Button kind=ButtonKind::Link on_press=move |()| choose_again(desk, &code)>
                    "Let it lie here and place it once more"
                </Button>
            }
        });
        let back = from.clone().map(|from| {
            let code = code.clone();
            view! {
                <Button kind=ButtonKind::Link on_press=move |()| take_back(desk, &code, &from)>"Take it back"</Button>
            }
        });
        let leave = card_id(&code, from.as_ref(), 0);
        let stays = format!("{short} stays where it was.");
        let cancel = move |()| {
            desk.chosen.set(None);
            // What was said last may be that this card was chosen, and the same words are not read out twice.
            desk.said.set(stays.clone());
            focus_soon(leave.clone());
        };
        let on_escape = cancel.clone();
        view! {
            <div
                class="app-sort-choosing"
                role="group"
                aria-label=format!("Where does {short} lie?")
                on:keydown=move |event| {
                    if event.key() == "Escape" {
                        on_escape(());
                    }
                }
            >
                <p class="govuk-body govuk-!-margin-bottom-2" id=CHOOSING tabindex="-1">{heading}</p>
                <ButtonGroup>
                    {buttons}
                    {again}
                    {back}
                    <Button kind=ButtonKind::Link on_press=cancel>"Cancel"</Button>
                </ButtonGroup>
            </div>
        }
    };
    move || desk.chosen.get().map(bar)
}

/// The file that a table gives back, or the way back to the exercise.
#[component]
fn Given(id: ExerciseId, desk: Desk, is_table: bool) -> impl IntoView {
    let app = desk.app;
    if is_table {
        view! {
            <h2 class="govuk-heading-m govuk-!-margin-top-6">"When you are done"</h2>
            <p class="govuk-body">
                "Make your file and give it to the facilitator, on a stick or however they ask for it. You can go on afterwards: a later file takes the place of the one before."
            </p>
            <Button on_press=move |()| give_sheet(app, desk.sheet)>"Make our file"</Button>
        }
        .into_any()
    } else {
        let href = app.href(Target::Exercises(Place::Exercise(id)));
        view! { <p class="govuk-body"><a class="govuk-link" href=href>"See what all tables placed"</a></p> }.into_any()
    }
}

/// Chooses a card to be placed once more, beside where it lies. The buttons are drawn anew by that.
fn choose_again(desk: Desk, code: &CardCode) {
    desk.chosen.set(Some((code.clone(), None)));
    desk.said.set(format!("{} stays and is placed once more. Choose a second column.", code.as_str()));
    focus_soon(CHOOSING.to_owned());
}

/// Places the card that is chosen.
fn into_column(desk: Desk, column: &ColumnId) {
    match desk.chosen.get_untracked() {
        Some((code, from)) => place(desk, &code, from.as_ref(), column),
        None => desk.said.set("Choose a card first.".to_owned()),
    }
}

/// Places a card, which leaves the column that it lay in, and says so.
fn place(desk: Desk, code: &CardCode, from: Option<&ColumnId>, column: &ColumnId) {
    let now = desk.app.now();
    let next = from.is_none().then(|| next_card(desk, code)).flatten();
    let made = if from == Some(column) {
        Ok(Edit::default())
    } else {
        desk.app.edit(|open| open.place_card(desk.sheet, code, from, column, now))
    };
    done(desk, code, made, &format!("placed under {}", column_name(desk, column)));
    if let Some(next) = next {
        focus_soon(card_id(&next, None, 0));
    } else {
        focus_soon(card_id(code, Some(column), 0));
    }
}

fn take_back(desk: Desk, code: &CardCode, from: &ColumnId) {
    let now = desk.app.now();
    let made = desk.app.edit(|open| open.take_card_back(desk.sheet, code, from, now));
    done(desk, code, made, "taken back");
    // A card that was placed twice lies in the other place still.
    let left = desk.placed.with_untracked(|placed| {
        let columns = placed.iter().find(|(other, _)| other == code).map(|(_, columns)| columns.first().cloned());
        columns.flatten()
    });
    focus_soon(card_id(code, left.as_ref(), 0));
}

fn done(desk: Desk, code: &CardCode, made: Result<Edit, EditError>, what: &str) {
    desk.chosen.set(None);
    let code = code.as_str();
    desk.said.set(match made {
        Ok(_) => format!("{code} {what}, {}.", desk.placed.with_untracked(|placed| progress(placed))),
        Err(_) if desk.app.read_now(|open| open.sheet(desk.sheet).is_some()).unwrap_or(false) => {
            format!("{code} lies in two places already. Take it back from one of them first.")
        }
        Err(_) => {
            desk.app.say(Notice::said("This sheet is no longer here. Nothing was changed."));
            String::new()
        }
    });
}

/// How many cards have a place, in words.
fn progress(placed: &[(CardCode, Vec<ColumnId>)]) -> String {
    let done = placed.iter().filter(|(_, columns)| !columns.is_empty()).count();
    format!("{done} of {} placed", placed.len())
}

/// The card to go on with once this one is placed: the next that has no place yet.
fn next_card(desk: Desk, code: &CardCode) -> Option<CardCode> {
    desk.placed.with_untracked(|placed| {
        let left =
            || placed.iter().filter(|(other, columns)| columns.is_empty() && other != code).map(|(code, _)| code);
        let after = placed.iter().skip_while(|(other, _)| other != code).skip(1);
        let after = after.filter(|(_, columns)| columns.is_empty()).map(|(code, _)| code).next();
        after.or_else(|| left().next()).cloned()
    })
}

fn times(placed: &[(CardCode, Vec<ColumnId>)], code: &CardCode) -> usize {
    placed.iter().find(|(other, _)| other == code).map_or(0, |(_, columns)| columns.len())
}

fn words_of(desk: Desk, code: &CardCode) -> String {
    let words = |card: &Card| card.words.clone();
    desk.exercise.with_value(|exercise| exercise.sort.card(code).map(|(_, card)| words(card))).unwrap_or_default()
}

fn column_name(desk: Desk, id: &ColumnId) -> String {
    desk.exercise.with_value(|exercise| exercise.sort.column(id).map(|column| column.name.clone())).unwrap_or_default()
}

/// The id of a card's button where it lies.
fn card_id(code: &CardCode, column: Option<&ColumnId>, time: usize) -> String {
    let place = column.map_or_else(|| "left".to_owned(), |column| format!("{column}-{time}"));
    format!("card-{}-{place}", code.as_str().replace('.', "-"))
}
