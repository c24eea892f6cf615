//! The registers that a strategy needs: all of them at a glance, and the way to each.

mod bring;
mod entry_form;
mod said;
mod table;
mod taking;

use leptos::prelude::*;

pub(super) use self::said::register_title;
use self::said::{about, plural};
use super::headcount::Headcount;
use crate::domain::registers::Register;
use crate::domain::workspace::Workspace;
use crate::exchange::builtin;
use crate::reports::words;
use crate::route::Page as Place;
use crate::route::registers::Place as Within;
use crate::state::App;
use crate::ui::{Page, PageHeading, Task, TaskList, TaskStatus};

/// The screen of a page of the registers.
pub fn view(place: Within) -> AnyView {
    match place {
        Within::All => view! { <Registers /> }.into_any(),
        Within::One(register) => view! { <table::OneRegister register /> }.into_any(),
        Within::New(register) => view! { <entry_form::NewEntry register /> }.into_any(),
        Within::Change(register, id) => view! { <entry_form::ChangeEntry register id /> }.into_any(),
        Within::Bring(register) => view! { <bring::BringIn register /> }.into_any(),
        Within::Headcount => view! { <Headcount /> }.into_any(),
    }
}

/// What the tab calls a page of the registers.
pub fn title(place: Within) -> &'static str {
    match place {
        Within::All => "Registers",
        Within::One(register) => register_title(register),
        Within::New(_) => "Add to a register",
        Within::Change(..) => "Change an entry of a register",
        Within::Bring(_) => "Bring a table into a register",
        Within::Headcount => "Headcount",
    }
}

/// All registers, with how much is in each.
#[component]
fn Registers() -> impl IntoView {
    let app = App::get();
    let area = app.read_now(|open| open.area().map(|area| area.name.clone())).flatten().unwrap_or_default();
    let task =
        move |title: &'static str, place: Within, hint: &'static str, count: fn(&Workspace, Within) -> String| {
            let count = Memo::new(move |_| app.read(|open| count(open, place)).unwrap_or_default());
            view! {
                <Task
                    title
                    href=app.href(Place::Registers(place))
                    hint=hint
                    status=Signal::derive(move || TaskStatus::plain(count.get()))
                />
            }
        };
    let registers = Register::ALL.map(|register| {
        task(register_title(register), Within::One(register), about(register), |open, place| match place {
            Within::One(register) => in_it(open, register),
            _ => String::new(),
        })
    });
    view! {
        <Page>
            <PageHeading caption=area>"Registers"</PageHeading>
            <p class="govuk-body">"The lists that stand behind a strategy. They go into its annexes as they are here."</p>
            <TaskList>
                {registers.collect_view()}
                {task(
                    "Headcount",
                    Within::Headcount,
                    "How many people work in each sector and staff group: what response rates are taken of.",
                    |open, _| match open.headcounts().first() {
                        Some((_, latest)) => format!("As of {}", words::day(latest.on)),
                        None => "None yet".to_owned(),
                    },
                )}
            </TaskList>
        </Page>
    }
}

/// How much is in a register, in words.
fn in_it(open: &Workspace, register: Register) -> String {
    let (one, many) = plural(register);
    match register {
        Register::Glossary => {
            let terms = builtin::glossary().map(|glossary| open.terms(&glossary)).unwrap_or_default();
            words::count(terms.iter().filter(|line| !line.is_hidden).count(), one, many)
        }
        Register::Consultations => {
            let lines = open.consultations();
            let left = lines.iter().filter(|(_, line)| line.done.is_none()).count();
            format!("{}, {left} to do", words::count(lines.len(), one, many))
        }
        _ => words::count(open.register(register).len(), one, many),
    }
}

/// A register as rows of cells: of the glossary, the terms that are not hidden.
fn rows_of(open: &Workspace, register: Register) -> Vec<Vec<String>> {
    match register {
        Register::Glossary => {
            let terms = builtin::glossary().map(|glossary| open.terms(&glossary)).unwrap_or_default();
            terms.into_iter().filter(|line| !line.is_hidden).map(|line| line.word.cells()).collect()
        }
        _ => open.register(register).into_iter().map(|(_, entry)| entry.cells()).collect(),
    }
}
