//! One arc of the rainbow: where it is and wants to be, what is planned for it, what it means, and what was answered.

mod beside;
mod children;
mod method;
mod practices;
mod shared_comments;
mod statements;
mod suggestions;

use leptos::prelude::*;

use self::beside::{ArcEvidence, WhatWasAgreed};
use self::children::{Children, Voices};
use self::method::Method;
use self::practices::{Perspectives, Practices};
use self::shared_comments::SharedComments;
use self::statements::{StatementGroup, Statements};
use self::suggestions::Suggestions;
use super::action_facts::framework;
use super::missing::Missing;
use super::round_choice::{RoundChoice, RoundSelect, standing};
use super::words_here::WordsHere;
use crate::analysis::breakdown::{By, Cut};
use crate::analysis::comparison::Comparison;
use crate::analysis::disclosure::{Shown, shown};
use crate::analysis::need::planned_for;
use crate::analysis::scores::Scores;
use crate::domain::framework::{Framework, Scale, Theme};
use crate::domain::ids::{ItemId, RoundId, ThemeId};
use crate::domain::workspace::Workspace;
use crate::reports::findings;
use crate::reports::radars::{self, Drawn};
use crate::reports::words;
use crate::route::{Cause, Page as Place};
use crate::state::App;
use crate::ui::{BackLink, ButtonGroup, ButtonKind, ButtonLink, Page, PageHeading, PageWidth, SummaryList, SummaryRow};

/// One arc of the rainbow.
#[component]
pub fn Arc(
    /// The arc's theme.
    theme: ThemeId,
    /// The round to begin with; `None` for the latest.
    round: Option<RoundId>,
) -> impl IntoView {
    let app = App::get();
    let framework = app.read_now(framework).flatten();
    let found = framework.and_then(|framework| Some((framework.theme(&theme)?.clone(), framework)));
    match found {
        Some((theme, framework)) => view! { <Known theme framework round /> }.into_any(),
        None => view! {
            <Page>
                <Missing
                    heading="This arc is not here"
                    why="The latest round has no arc of this name."
                    to=Place::Rainbow(None)
                    go="Go to the rainbow"
                />
            </Page>
        }
        .into_any(),
    }
}

/// What the page shows of a round.
#[derive(Clone, Debug, Default, PartialEq)]
struct Seen {
    round: String,
    now: String,
    aside: String,
    /// What the round before says, on what both asked; empty if there is nothing to compare.
    before: String,
    /// Where front line and leaders differ most; empty if they can't be compared.
    front_line: String,
    radars: Vec<Drawn>,
    perspectives: Option<Drawn>,
    /// What runs across the practices; empty if nothing does.
    across: String,
    groups: Vec<StatementGroup>,
    children: Option<Voices>,
}

impl Seen {
    fn of(open: &Workspace, id: RoundId, theme: &ThemeId) -> Option<Self> {
        let (round, survey) = (open.round(id)?, open.survey_of(id)?);
        let scores = Scores::of_round(open, id);
        let measure = scores.themes.get(theme);
        let smallest = round.smallest_group();
        let figure = shown(measure, smallest);
        let now = match figure {
            Shown::Mean { mean, people } => {
                format!("{} of 5, from {}", words::mean(mean), words::count(people, "person", "people"))
            }
            Shown::TooFew => format!("Too few to show: fewer than {smallest} people gave a score"),
            Shown::NoAnswers => "No answers yet".to_owned(),
            Shown::NotAsked => "Not asked in this round".to_owned(),
        };
        let aside = measure.filter(|_| matches!(figure, Shown::Mean { .. })).map(|measure| {
            format!(
                "{} \u{201c}don\u{2019}t know\u{201d}, {} \u{201c}not applicable\u{201d}, {} not answered",
                measure.dont_know, measure.not_applicable, measure.not_answered
            )
        });
        Some(Self {
            round: format!("{}. {}", round.title, standing(open, id, round, scores.responses)),
            now,
            aside: aside.unwrap_or_default(),
            before: Comparison::of(open, id).and_then(|all| before_words(&all, theme)).unwrap_or_default(),
            front_line: findings::front_line_and_leaders(open, id, theme).unwrap_or_default(),
            radars: radars::of_practices(open, id, theme),
            perspectives: radars::of_perspectives(open, id, Some(theme)),
            across: findings::across_practices_of(open, id, theme).unwrap_or_default(),
            groups: statements::groups(open, survey, theme, &scores, smallest),
            children: Voices::of(open, id, theme),
        })
    }
}

/// What the round before said of a theme, in words with n on both sides; `None` if nothing can be compared.
fn before_words(comparison: &Comparison, theme: &ThemeId) -> Option<String> {
    let compared = comparison.themes.get(theme)?;
    let said = |shown: Shown| match shown {
        Shown::Mean { mean, people } => Some((words::mean(mean), people)),
        _ => None,
    };
    let ((then, then_n), (now, now_n)) = (said(compared.before)?, said(compared.now)?);
    let shared = if compared.shared == 1 {
        "the one statement".to_owned()
    } else {
        format!("the {} statements", compared.shared)
    };
    Some(format!(
        "{then} from {then_n} in {}, {now} from {now_n} in this round, on {shared} that both asked. Whoever answered chose to each time, so a difference may be one of people.",
        comparison.title
    ))
}

/// An arc that the framework knows.
#[component]
fn Known(theme: Theme, framework: Framework, round: Option<RoundId>) -> impl IntoView {
    let app = App::get();
    let choice = RoundChoice::beginning_with(app, round);
    let id = StoredValue::new(theme.id.clone());
    let seen = Memo::new(move |_| {
        let round = choice.round()?;
        app.read(|open| id.with_value(|id| Seen::of(open, round, id))).flatten()
    });
    let place = framework.themes.iter().position(|other| other.id == theme.id).unwrap_or_default().saturating_add(1);
    let caption = format!("Arc {place} of {}, {}", framework.themes.len(), theme.colour.name);
    let (name, colour) = (theme.name.clone(), theme.colour.hex.clone());
    let words = StoredValue::new(words_of(&theme, &framework));
    let keep = move |()| app.stay_at(Place::Arc(id.get_value(), choice.past()));
    let rainbow = Signal::derive(move || app.href(Place::Rainbow(choice.past())));
    let add = Signal::derive(move || app.href(Place::NewAction(Some(Cause::of(id.get_value(), choice.past())))));
    let broken_by = move |by| {
        let cut = Cut { by, theme: Some(id.get_value()), ..Cut::default() };
        app.href(Place::Breakdown(choice.past(), Box::new(cut)))
    };
    let breakdown = Signal::derive(move || broken_by(By::Sector));
    let by_group = Signal::derive(move || broken_by(By::StaffGroup));
    view! {
        <Page
            width=PageWidth::Standard
            before=move || view! { {move || view! { <BackLink href=rainbow.get() text="Back to the rainbow" /> }} }
        >
            <div class="app-arc-heading" style:border-color=colour>
                <PageHeading caption>{name}</PageHeading>
            </div>
            <RoundSelect choice on_choose=keep />
            <Standing seen theme=id.get_value() by_group />
            <ButtonGroup>
                {move || view! { <ButtonLink href=add.get()>"Add an action"</ButtonLink> }}
                {move || view! { <ButtonLink href=rainbow.get() kind=ButtonKind::Secondary>"See the whole rainbow"</ButtonLink> }}
            </ButtonGroup>
            <p class="govuk-body app-no-print">
                <a class="govuk-link" href=move || breakdown.get()>"Break this arc down by sector or staff group"</a>
            </p>
            <Planned theme=id.get_value() />
            <Suggestions theme=id.get_value() framework=framework.clone() choice />
            <Meaning theme framework />
            {move || {
                let seen = seen.with(|seen| seen.as_ref().map(|seen| (seen.radars.clone(), seen.across.clone())));
                seen.map(|(drawn, across)| view! { <Practices drawn across /> })
            }}
            {move || {
                let drawn = seen.with(|seen| seen.as_ref().and_then(|seen| seen.perspectives.clone()));
                view! { <Perspectives drawn /> }
            }}
            {move || {
                let groups = seen.with(|seen| seen.as_ref().map(|seen| seen.groups.clone()));
                groups.map(|groups| view! { <Statements groups theme=id.get_value() round=choice.past() /> })
            }}
            <SharedComments choice theme=id.get_value() />
            <ArcEvidence theme=id.get_value() />
            {move || {
                let voices = seen.with(|seen| seen.as_ref().and_then(|seen| seen.children.clone()));
                voices.map(|voices| view! { <Children voices /> })
            }}
            <Method choice />
            <WordsHere texts=Signal::derive(move || on_the_page(&words.get_value(), seen.get().as_ref())) />
        </Page>
    }
}

/// What stands on the page whatever was answered: the arc, its practices, the ends of its scale and what success is.
fn words_of(theme: &Theme, framework: &Framework) -> Vec<String> {
    let practices = framework.practices.iter().filter(|practice| practice.theme == theme.id);
    let practices = practices.map(|practice| practice.name.clone());
    let ends = [theme.name.clone(), theme.fragmented.clone(), theme.reformed.clone()];
    ends.into_iter().chain(practices).chain(theme.criteria.iter().map(|one| one.text.clone())).collect()
}

/// The same with the statements of a round.
fn on_the_page(words: &[String], seen: Option<&Seen>) -> Vec<String> {
    let statements = seen.iter().flat_map(|seen| seen.groups.iter().flat_map(StatementGroup::texts));
    words.iter().cloned().chain(statements).collect()
}

/// Where the arc is and wants to be.
#[component]
fn Standing(
    seen: Memo<Option<Seen>>,
    theme: ThemeId,
    /// The address of the breakdown by staff group.
    by_group: Signal<String>,
) -> impl IntoView {
    let of = move |pick: fn(&Seen) -> &String| seen.with(|seen| seen.as_ref().map(|seen| pick(seen).clone()));
    view! {
        <SummaryList>
            <SummaryRow name="Score">
                <strong class="app-arc-now">
                    {move || of(|seen| &seen.now).unwrap_or_else(|| "No round has been opened yet".to_owned())}
                </strong>
            </SummaryRow>
            <WhatWasAgreed theme />
            {move || of(|seen| &seen.aside)
                .filter(|aside| !aside.is_empty())
                .map(|aside| view! { <SummaryRow name="Answers without a score">{aside}</SummaryRow> })}
            {move || of(|seen| &seen.before)
                .filter(|before| !before.is_empty())
                .map(|before| view! { <SummaryRow name="The round before">{before}</SummaryRow> })}
            {move || of(|seen| &seen.front_line)
                .filter(|front_line| !front_line.is_empty())
                .map(|front_line| {
                    view! {
                        <SummaryRow name="Front line and leaders">
                            {front_line}
                            <span class="app-agreed__more">
                                <a class="govuk-link app-no-print" href=move || by_group.get()>
                                    "Break down by staff group"
                                </a>
                            </span>
                        </SummaryRow>
                    }
                })}
            {move || of(|seen| &seen.round).map(|round| view! { <SummaryRow name="Round">{round}</SummaryRow> })}
        </SummaryList>
    }
}

/// The actions that are planned for the arc.
#[component]
fn Planned(theme: ThemeId) -> impl IntoView {
    let app = App::get();
    let read = move |open: &Workspace| {
        let actions = planned_for(open, &theme).into_iter();
        actions.map(|(id, item)| (id, item.text.clone(), lead_and_date(&item.lead, &item.due))).collect::<Vec<_>>()
    };
    let actions = Memo::new(move |_| app.read(&read).unwrap_or_default());
    let action = move |(id, text, more): (ItemId, String, String)| {
        view! {
            <li class="app-planned__action">
                <a class="govuk-link" href=app.href(Place::Action(id))>{text}</a>
                <span class="app-planned__more">{more}</span>
            </li>
        }
    };
    view! {
        <h2 class="govuk-heading-m">"Actions planned for this arc"</h2>
        {move || {
            let actions = actions.get();
            if actions.is_empty() {
                view! { <p class="govuk-body">"None yet."</p> }.into_any()
            } else {
                view! { <ul class="govuk-list app-planned">{actions.into_iter().map(action).collect_view()}</ul> }.into_any()
            }
        }}
    }
}

fn lead_and_date(lead: &str, due: &str) -> String {
    let lead = if lead.is_empty() { "No lead yet".to_owned() } else { format!("Lead: {lead}") };
    let due = if due.is_empty() { "no target date".to_owned() } else { format!("target date: {due}") };
    format!("{lead}; {due}")
}

/// What the two ends of the scale look like, and what success is.
#[component]
fn Meaning(theme: Theme, framework: Framework) -> impl IntoView {
    let Scale { lowest, highest } = framework.scale.clone();
    let source = words::first_sentence(&framework.source).to_owned();
    let criteria = theme.criteria.into_iter().map(|criterion| {
        let name = framework.perspective(&criterion.perspective).map(|perspective| perspective.name.clone());
        view! {
            <div>
                <h3 class="govuk-heading-s">{name.unwrap_or_else(|| criterion.perspective.to_string())}</h3>
                <blockquote class="app-quote">{criterion.text}</blockquote>
            </div>
        }
    });
    view! {
        <h2 class="govuk-heading-m">"From one end of the scale to the other"</h2>
        <div class="app-pair">
            <div>
                <h3 class="govuk-heading-s">{format!("1: {lowest}")}</h3>
                <p class="govuk-body">{theme.fragmented}</p>
            </div>
            <div>
                <h3 class="govuk-heading-s">{format!("5: {highest}")}</h3>
                <p class="govuk-body">{theme.reformed}</p>
            </div>
        </div>
        <h2 class="govuk-heading-m">"What success looks like"</h2>
        <div class="app-pair">{criteria.collect_view()}</div>
        <p class="app-source">{format!("{source}.")}</p>
    }
}
