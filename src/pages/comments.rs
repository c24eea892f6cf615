//! Deciding which comments may be shared: those that nobody has looked at first, by arc and statement, with a key for each
//! decision.

mod one;

use leptos::prelude::*;

use self::one::One;
use super::round_choice::{RoundChoice, RoundSelect};
use crate::analysis::comments::{Written, written};
use crate::domain::area::Area;
use crate::domain::ids::RoundId;
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::App;
use crate::ui::{BackLink, Inset, Live, Page, PageHeading};

/// The page, which begins with a given round.
#[component]
pub fn Comments(
    /// The round to begin with; `None` for the latest.
    round: Option<RoundId>,
) -> impl IntoView {
    let app = App::get();
    let choice = RoundChoice::beginning_with(app, round);
    let here = Memo::new(move |_| choice.round());
    let title = Memo::new(move |_| {
        app.read(|open| open.round(here.get()?).map(|round| round.title.clone())).flatten().unwrap_or_default()
    });
    let back = app.href(Place::Responses);
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to the responses" /> }>
            {move || view! { <PageHeading caption=title.get()>"Comments"</PageHeading> }}
            <RoundSelect choice on_choose=move |()| app.stay_at(Place::Comments(choice.past())) />
            <p class="govuk-body">
                "Nothing that people wrote is shared before you have looked at it. Show it as it is, hide it, or reword it so that nobody can be recognised: the original stays here."
            </p>
            <Inset>
                "If a comment worries you, follow your safeguarding procedure first. Look out for names, posts that only one person holds, and stories that a family would know again."
            </Inset>
            {move || here.get().map(|round| view! { <OfRound round /> })}
        </Page>
    }
}

#[component]
fn OfRound(round: RoundId) -> impl IntoView {
    let app = App::get();
    let area = app.read_now(|open| open.area().cloned()).flatten().unwrap_or_else(|| Area::named(""));
    let area = StoredValue::new(area);
    let all = Memo::new(move |_| app.read(|open| written(open, round)).unwrap_or_default());
    let waiting = Memo::new(move |_| all.with(|all| of(all, false)));
    let reviewed = Memo::new(move |_| all.with(|all| of(all, true)));
    let count = Signal::derive(move || {
        let (waiting, reviewed) = (waiting.with(Vec::len), reviewed.with(Vec::len));
        match (waiting, reviewed) {
            (0, 0) => "Nobody has left a comment in this round.".to_owned(),
            (0, _) => "No comment waits for you.".to_owned(),
            (waiting, _) => format!("{} for you.", words::count(waiting, "comment waits", "comments wait")),
        }
    });
    view! {
        <div class="govuk-body-l"><Live visible=true text=count /></div>
        <Show when=move || waiting.with(|waiting| !waiting.is_empty())>
            <h2 class="govuk-heading-m">"Waiting for you"</h2>
            <p class="govuk-body">"With a comment in focus, the keys s, h and r show, hide and reword it."</p>
            <List round area comments=waiting />
        </Show>
        <Show when=move || reviewed.with(|reviewed| !reviewed.is_empty())>
            <h2 class="govuk-heading-m" id=one::REVIEWED tabindex="-1">
                {move || format!("Decided ({})", reviewed.with(Vec::len))}
            </h2>
            <List round area comments=reviewed />
        </Show>
    }
}

/// Comments in their order, each beneath its arc and statement where these change.
#[component]
fn List(round: RoundId, area: StoredValue<Area>, comments: Memo<Vec<Written>>) -> impl IntoView {
    let with_heads = move || {
        let comments = comments.get();
        let before = std::iter::once(None).chain(comments.iter().map(Some));
        let heads = before.zip(&comments).map(|(before, one)| Heads {
            arc: before.is_none_or(|before| before.arc != one.arc).then(|| one.arc.clone()),
            asked: before.is_none_or(|before| before.statement != one.statement).then(|| one.asked.clone()),
        });
        heads.zip(comments.clone()).collect::<Vec<_>>()
    };
    view! {
        <ul class="govuk-list app-comments">
            <For each=with_heads key=|(heads, one)| (heads.clone(), one.response, one.statement.clone(), verdict_key(one)) let((heads, one))>
                <li>
                    {heads.arc.map(|arc| view! { <h3 class="govuk-heading-s app-comments__arc">{arc}</h3> })}
                    {heads.asked.map(|asked| view! { <p class="app-comments__asked">{asked}</p> })}
                    <One round area comment=one />
                </li>
            </For>
        </ul>
    }
}

/// What stands above a comment.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Heads {
    arc: Option<String>,
    asked: Option<String>,
}

/// What of a comment changes while it stays in its list.
fn verdict_key(one: &Written) -> Option<(chrono::DateTime<chrono::Utc>, String)> {
    one.review.as_ref().map(|review| (review.at, format!("{:?}", review.verdict)))
}

fn of(all: &[Written], reviewed: bool) -> Vec<Written> {
    all.iter().filter(|one| one.review.is_some() == reviewed).cloned().collect()
}
