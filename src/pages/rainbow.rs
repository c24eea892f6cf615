//! The rainbow of a round: the picture, the same as a table, how it is worked out, and the ways to what stands beside it.

mod beside;
mod take_along;

use leptos::prelude::*;

use self::beside::Beside;
use self::take_along::TakeAlong;
use super::round_choice::{RoundChoice, RoundSelect, standing};
use crate::analysis::comparison::Comparison;
use crate::analysis::disclosure::{Shown, shown};
use crate::analysis::need::planned_for;
use crate::analysis::scores::Scores;
use crate::charts;
use crate::domain::ids::{RoundId, ThemeId};
use crate::domain::workspace::Workspace;
use crate::reports::rainbow::{self as figures, Row};
use crate::reports::words;
use crate::route::{Cause, Page as Place};
use crate::state::App;
use crate::ui::{
    ButtonLink, Details, Figure, Head, Page, PageHeading, PageWidth, RainbowPicture, RowHeader, Table, TableCell,
    TableRow,
};

/// The rainbow.
#[component]
pub fn Rainbow(
    /// The round to begin with; `None` for the latest.
    round: Option<RoundId>,
) -> impl IntoView {
    let app = App::get();
    let area = app.read_now(|open| open.area().map(|area| area.name.clone())).flatten().unwrap_or_default();
    let choice = RoundChoice::beginning_with(app, round);
    let keep = move |()| app.stay_at(Place::Rainbow(choice.past()));
    let seen = Memo::new(move |_| choice.round().and_then(|round| app.read(|open| Seen::of(open, round))).flatten());
    let there = Memo::new(move |_| seen.with(Option::is_some));
    view! {
        <Page width=PageWidth::Standard>
            <PageHeading caption=area>"The rainbow"</PageHeading>
            <RoundSelect choice on_choose=keep />
            {move || {
                if there.get() {
                    view! { <Drawn choice seen=Signal::derive(move || seen.get().unwrap_or_default()) /> }.into_any()
                } else {
                    view! { <NoRound /> }.into_any()
                }
            }}
            <Beside />
        </Page>
    }
}

/// What the page shows of a round.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    title: String,
    standing: String,
    responses: usize,
    /// The fewest people whose score is shown.
    smallest: usize,
    /// Whether another round followed it.
    is_past: bool,
    picture: charts::Rainbow,
    lines: Vec<Line>,
}

/// An arc's line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    row: Row,
    /// Its number, which stands beneath its foot in the small picture.
    number: usize,
    colour: String,
    /// How often "don't know" and "not applicable" were said, where the figure is shown.
    aside: Option<(usize, usize)>,
    /// How many actions are planned for it.
    actions: usize,
}

impl Default for Seen {
    fn default() -> Self {
        let picture = charts::Rainbow { arcs: Vec::new(), lowest: String::new(), highest: String::new() };
        Self {
            title: String::new(),
            standing: String::new(),
            responses: 0,
            smallest: 0,
            is_past: false,
            picture,
            lines: Vec::new(),
        }
    }
}

impl Seen {
    fn of(open: &Workspace, id: RoundId) -> Option<Self> {
        let (round, survey) = (open.round(id)?, open.survey_of(id)?);
        let (scores, targets) = (Scores::of_round(open, id), open.targets());
        let before = Comparison::of(open, id);
        let figure = |theme: &ThemeId| shown(scores.themes.get(theme), round.smallest_group());
        let few = format!("fewer than {}", round.smallest_group());
        let rows = figures::rows(&survey.framework, figure, &targets, &few).into_iter();
        let lines = rows.zip(&survey.framework.themes).zip(1..).map(|((row, theme), number)| {
            let counted = scores.themes.get(&theme.id).filter(|_| matches!(figure(&theme.id), Shown::Mean { .. }));
            Line {
                number,
                colour: theme.colour.hex.clone(),
                aside: counted.map(|measure| (measure.dont_know, measure.not_applicable)),
                actions: planned_for(open, &theme.id).len(),
                row,
            }
        });
        Some(Self {
            title: round.title.clone(),
            standing: standing(open, id, round, scores.responses),
            responses: scores.responses,
            smallest: round.smallest_group(),
            is_past: open.rounds().last().is_some_and(|(latest, _)| *latest != id),
            picture: figures::chart(&survey.framework, figure, &targets, |theme| {
                before.as_ref().and_then(|before| before.mark(theme))
            }),
            lines: lines.collect(),
        })
    }

    fn caption(&self) -> String {
        let targets = if self.is_past { " The targets are those that count today." } else { "" };
        let before = if self.picture.arcs.iter().any(|arc| arc.previous.is_some()) {
            " The dashed mark is the round before, where both rounds asked the same statements."
        } else {
            ""
        };
        format!("{}. {} n is the number of people behind a score.{before}{targets}", self.title, self.standing)
    }
}

#[component]
fn NoRound() -> impl IntoView {
    let app = App::get();
    view! {
        <p class="govuk-body-l">"There is no rainbow yet."</p>
        <p class="govuk-body">
            "It is drawn from what the workforce answers. Open a round first: that hands out the questionnaire."
        </p>
        <ButtonLink href=app.href(Place::Survey)>"Go to the survey"</ButtonLink>
    }
}

/// The rainbow of a round that is here.
#[component]
fn Drawn(choice: RoundChoice, seen: Signal<Seen>) -> impl IntoView {
    let app = App::get();
    let is_empty = Memo::new(move |_| seen.with(|seen| seen.responses == 0));
    let caption = Memo::new(move |_| seen.with(Seen::caption));
    let picture = Memo::new(move |_| seen.with(|seen| seen.picture.clone()));
    let lines = Memo::new(move |_| seen.with(|seen| seen.lines.clone()));
    let page_of = move |key: String| {
        let round = choice.past();
        app.href(ThemeId::parse(&key).map_or(Place::Rainbow(round), |theme| Place::Arc(theme, round)))
    };
    view! {
        <Show when=move || is_empty.get()>
            <p class="govuk-body-l">"No responses yet. The arcs fill as they come in."</p>
            <ButtonLink href=app.href(Place::Responses)>"Collect responses"</ButtonLink>
        </Show>
        <Figure caption=Signal::derive(move || caption.get())>
            <RainbowPicture rainbow=picture prefix="rainbow" href=Callback::new(page_of) />
        </Figure>
        <TakeAlong choice />
        {move || view! { <ArcTable lines=lines.get() round=choice.past() /> }}
        {move || {
            let breakdown = app.href(Place::Breakdown(choice.past(), Box::default()));
            view! {
                <ul class="govuk-list govuk-list--spaced app-no-print">
                    <li>
                        <a class="govuk-link" href=breakdown>
                            "Break this down by sector, staff group, organisation or perspective"
                        </a>
                    </li>
                    <li><a class="govuk-link" href=app.href(Place::Region)>"Your area within the region"</a></li>
                </ul>
            }
        }}
        <Method smallest=Signal::derive(move || seen.with(|seen| seen.smallest)) />
    }
}

/// The same figures as a table, with what is planned.
#[component]
fn ArcTable(lines: Vec<Line>, round: Option<RoundId>) -> impl IntoView {
    let [theme, now, people, target] = figures::HEAD;
    let head = vec![
        Head::text(theme),
        Head::number(now),
        Head::number(people),
        Head::number(target),
        Head::number("\u{201c}Don\u{2019}t know\u{201d} answers"),
        Head::number("\u{201c}Not applicable\u{201d} answers"),
        Head::text("Actions"),
    ];
    view! {
        <div class="app-arc-table">
            <Table caption=figures::CAPTION head>{lines.into_iter().map(|line| line_view(line, round)).collect_view()}</Table>
        </div>
    }
}

fn line_view(line: Line, round: Option<RoundId>) -> impl IntoView {
    let app = App::get();
    let Line { row, number, colour, aside, actions } = line;
    let count = |count: Option<usize>| count.map_or("\u{2013}".to_owned(), |count| count.to_string());
    let dont_know = count(aside.map(|(dont_know, _)| dont_know));
    let not_applicable = count(aside.map(|(_, not_applicable)| not_applicable));
    let arc = app.href(Place::Arc(row.theme.clone(), round));
    let add = app.href(Place::NewAction(Some(Cause::of(row.theme, round))));
    let add_for = format!(" for {}", row.name);
    let planned = if actions == 0 { "None yet".to_owned() } else { words::count(actions, "action", "actions") };
    view! {
        <TableRow>
            <RowHeader>
                <span class="app-arc-name">
                    <span class="app-swatch" style:border-color=colour aria-hidden="true"></span>
                    <span>{number}</span>
                    " "
                    <a class="govuk-link" href=arc>{row.name}</a>
                </span>
            </RowHeader>
            <TableCell numeric=true>{row.now}</TableCell>
            <TableCell numeric=true>{row.people}</TableCell>
            <TableCell numeric=true>{row.target}</TableCell>
            <TableCell numeric=true>{dont_know}</TableCell>
            <TableCell numeric=true>{not_applicable}</TableCell>
            <TableCell>
                <span class="app-arc-actions">{planned}</span>
                " "
                <a class="govuk-link app-no-print" href=add>
                    "Add an action"
                    <span class="govuk-visually-hidden">{add_for}</span>
                </a>
            </TableCell>
        </TableRow>
    }
}

/// How the figures come about.
#[component]
fn Method(smallest: Signal<usize>) -> impl IntoView {
    view! {
        <div class="app-method">
            <Details summary="How this is worked out">
                <p class="govuk-body">
                    "Each person\u{2019}s answers about an arc are averaged first, then the people. So everybody counts the same, however many statements they scored."
                </p>
                <p class="govuk-body">
                    "\u{201c}Don\u{2019}t know\u{201d}, \u{201c}not applicable\u{201d} and unanswered statements are counted beside the score and never in it."
                </p>
                <p class="govuk-body">
                    "An arc fills from 1 at its left foot to its score. A 3 ends at the very top and a 5 fills it all. The triangle is the target. A hatched arc was not asked."
                </p>
                <p class="govuk-body">
                    {move || format!("A score that fewer than {} people stand behind is not shown, so that nobody can be picked out.", smallest.get())}
                </p>
                <p class="govuk-body">
                    "Colours name the arcs. They say nothing of how good a score is, and the rainbow does not rate an area."
                </p>
            </Details>
        </div>
    }
}
