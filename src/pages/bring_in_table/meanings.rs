//! What words in the table mean, where they say nothing by themselves: each is told once and holds for the whole table.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::Desk;
use crate::domain::answer::{Answer, Score};
use crate::domain::area::Area;
use crate::domain::ids::RoundId;
use crate::domain::survey::Survey;
use crate::exchange::returned_table::{Brought, Mapping, Table, Unreadable};
use crate::reports::words;
use crate::state::App;
use crate::ui::{Choice, Select};

/// How many words of one sort are asked about. A column with more of them is likely to be something else.
const MOST: usize = 30;

/// The words that nobody has said the meaning of, each with a list of meanings.
#[component]
pub(super) fn Meanings(desk: Desk, table: Arc<Table>, survey: Arc<Survey>, round: RoundId) -> impl IntoView {
    let app = App::get();
    let unreadable = Memo::new(move |_| {
        let read = |open: &_| {
            desk.mapping.with(|mapping| {
                // As if nothing had been said yet, so that a word stays on the list with the meaning it was given.
                let fresh =
                    Mapping { heads: mapping.heads.clone(), columns: mapping.columns.clone(), ..Mapping::default() };
                Brought::of(&table, &fresh, &survey, round, open).unreadable
            })
        };
        app.read(read).unwrap_or_default()
    });
    let area = app.read_now(|open| open.area().cloned()).flatten().unwrap_or_else(|| Area::named(""));
    move || {
        let Unreadable { answers, sectors, staff_groups } = unreadable.get();
        if answers.is_empty() && sectors.is_empty() && staff_groups.is_empty() {
            return None;
        }
        let sector = area.sectors.iter().map(|sector| Choice::new(Some(sector.id.clone()), sector.name.clone()));
        let sector = sector.chain([Choice::new(None, "None of them: not said")]).collect();
        let group = area.staff_groups.iter().map(|group| Choice::new(Some(group.id.clone()), group.name.clone()));
        let group = group.chain([Choice::new(None, "None of them: not said")]).collect();
        Some(view! {
            <h2 class="govuk-heading-m">"Words"</h2>
            <p class="govuk-body">
                "These words say nothing by themselves. Say once what each means, or leave it: then it is not taken in, and listed below."
            </p>
            {part(desk, "answer", "Answers", answers, answer_choices(), |mapping| &mapping.answers, |mapping| &mut mapping.answers)}
            {part(desk, "sector", "Sectors", sectors, sector, |mapping| &mapping.sectors, |mapping| &mut mapping.sectors)}
            {part(desk, "group", "Staff groups", staff_groups, group, |mapping| &mapping.staff_groups, |mapping| &mut mapping.staff_groups)}
        })
    }
}

/// Where a mapping keeps the meanings of one sort of words.
type Place<T> = fn(&mut Mapping) -> &mut BTreeMap<String, T>;
/// The same, to look at.
type Look<T> = fn(&Mapping) -> &BTreeMap<String, T>;

fn part<T: Clone + PartialEq + Send + Sync + 'static>(
    desk: Desk,
    id: &'static str,
    heading: &'static str,
    said: BTreeMap<String, usize>,
    choices: Vec<Choice<T>>,
    look: Look<T>,
    place: Place<T>,
) -> Option<AnyView> {
    let total = said.len();
    let selects = said.into_iter().take(MOST).enumerate().map(|(at, (word, times))| {
        let (key, shown) = (word.clone(), word.chars().take(60).collect::<String>());
        let meant = Memo::new(move |_| desk.mapping.with(|mapping| look(mapping).get(&key).cloned()));
        let choose = move |chosen: Option<T>| {
            desk.mapping.update(|mapping| match chosen {
                Some(chosen) => {
                    place(mapping).insert(word.clone(), chosen);
                }
                None => {
                    place(mapping).remove(&word);
                }
            });
        };
        view! {
            <Select
                id=format!("{id}-{at}")
                label=format!("\u{2018}{shown}\u{2019} ({})", words::count(times, "time", "times"))
                blank="Not taken in"
                choices=choices.clone()
                value=meant
                on_choose=choose
            />
        }
    });
    let selects = selects.collect_view();
    (total > 0).then(|| {
        view! {
            <h3 class="govuk-heading-s">{heading}</h3>
            <div class="app-meanings">{selects}</div>
            {(total > MOST).then(|| view! {
                <p class="govuk-body">
                    {format!("There are {} more. A column with so many words is likely to be something else.", total.saturating_sub(MOST))}
                </p>
            })}
        }
        .into_any()
    })
}

fn answer_choices() -> Vec<Choice<Answer>> {
    let scores = Score::all().map(|score| Choice::new(Answer::Score(score), score.get().to_string()));
    let others = [
        Choice::new(Answer::DontKnow, "Don\u{2019}t know"),
        Choice::new(Answer::NotApplicable, "Not applicable"),
        Choice::new(Answer::NotAnswered, "Not answered"),
    ];
    scores.chain(others).collect()
}
