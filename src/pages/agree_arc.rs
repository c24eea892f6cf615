//! Agreeing about one arc: where it is, whether it is strong or to be developed, and where it is to be, each with who agreed it,
//! when and why.

mod half;

use chrono::NaiveDate;
use leptos::prelude::*;

use self::half::{Before, Half, HalfFields};
use super::action_facts::framework;
use super::missing::Missing;
use crate::browser::ids;
use crate::domain::agreed::{Position, Standing};
use crate::domain::framework::Framework;
use crate::domain::ids::{RecordId, ThemeId};
use crate::domain::rest::Rest;
use crate::domain::round::Target;
use crate::domain::workspace::{Edit, Workspace};
use crate::reports::agreed::{Line, latest_by, lines, standing_name};
use crate::reports::words;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{
    BackLink, Button, ButtonGroup, ButtonKind, Choice, ErrorSummary, FieldError, Form, Inset, Page, PageHeading, Radios,
};

/// Agreeing about an arc.
#[component]
pub fn AgreeArc(
    /// The arc.
    theme: ThemeId,
) -> impl IntoView {
    let app = App::get();
    match app.read_now(|open| Known::of(open, &theme)).flatten() {
        Some(known) => view! { <KnownArc known /> }.into_any(),
        None => view! {
            <Page>
                <Missing
                    heading="This arc is not here"
                    why="The latest round has no arc of this name."
                    to=Place::Agreed
                    go="Go to where we are and where we want to be"
                />
            </Page>
        }
        .into_any(),
    }
}

/// What the page begins with.
struct Known {
    line: Line,
    position: Option<Position>,
    target: Option<Target>,
    /// Who agreed something last.
    by: String,
    /// Where the arc stands among all, such as "Arc 3 of 8".
    place: String,
    next: Option<ThemeId>,
    framework: Framework,
}

impl Known {
    fn of(open: &Workspace, theme: &ThemeId) -> Option<Self> {
        let framework = framework(open)?;
        let line = lines(open, &framework, NaiveDate::MAX).into_iter().find(|line| line.theme == *theme)?;
        let at = framework.themes.iter().position(|one| one.id == *theme)?;
        Some(Self {
            line,
            position: open.positions().get(theme).map(|position| (*position).clone()),
            target: open.targets().get(theme).map(|target| (*target).clone()),
            by: latest_by(open),
            place: format!("Arc {} of {}", at.saturating_add(1), framework.themes.len()),
            next: framework.themes.get(at.saturating_add(1)).map(|theme| theme.id.clone()),
            framework,
        })
    }

    /// What stands beside what is to be agreed, in words.
    fn beside(&self) -> String {
        let Line { score, people, evidence, .. } = &self.line;
        let survey = if score.starts_with(|first: char| first.is_ascii_digit()) {
            format!("The survey says {score} from {people} people")
        } else {
            format!("The survey: {score}")
        };
        let heard = if *evidence == 0 {
            "no evidence yet".to_owned()
        } else {
            words::count(*evidence, "piece of evidence", "pieces of evidence")
        };
        format!("{survey}; {heard}.")
    }
}

#[component]
fn KnownArc(known: Known) -> impl IntoView {
    let app = App::get();
    let beside = known.beside();
    let Known { line, position, target, by, place, next, framework } = known;
    let Line { theme, name, .. } = line;
    let scale = format!(
        "From 1 ({}) to 5 ({}), such as 3.5. Empty means that none is agreed.",
        framework.scale.lowest.to_lowercase(),
        framework.scale.highest.to_lowercase()
    );
    let today = app.today();
    let was_called = position.as_ref().and_then(|one| one.standing);
    let stands = position.map(|Position { score, by, reason, on, .. }| Before { score, by, reason, on });
    let here = Half::of("position", stands, &by, today);
    let stands = target.map(|Target { score, by, reason, on, .. }| Before { score, by, reason, on });
    let there = Half::of("target", stands, &by, today);
    let standing = RwSignal::new(Some(was_called));
    let errors = RwSignal::new(Vec::<FieldError>::new());
    let after = StoredValue::new((theme.clone(), name.clone(), next.clone()));
    let save = move |goes_on: bool| {
        let (theme, name, next) = after.get_value();
        let called = standing.get_untracked().flatten();
        let (is, wants) = (here.read(called.is_some(), called != was_called), there.read(false, false));
        let (is, wants) = match (is, wants) {
            (Ok(is), Ok(wants)) => (is, wants),
            (is, wants) => {
                let wrong = is.err().into_iter().chain(wants.err()).flatten();
                return errors.set(wrong.collect());
            }
        };
        let goes_to = next.filter(|_| goes_on).map_or(Place::Agreed, Place::AgreeArc);
        if is.is_none() && wants.is_none() {
            if goes_on {
                return app.go_with(goes_to, Notice::said(format!("Nothing was changed for {name}.")));
            }
            return errors.set(vec![FieldError::new(
                here.field("score"),
                "Change the position, what it is called or the target, then save",
            )]);
        }
        let (recorded, rest) = (app.now(), Rest::new());
        let position = is.map(|said| Position {
            theme: theme.clone(),
            score: said.score,
            standing: called,
            on: said.on,
            recorded,
            by: said.by,
            reason: said.reason,
            rest: rest.clone(),
        });
        let target = wants.map(|said| Target {
            theme,
            score: said.score,
            on: said.on,
            recorded,
            by: said.by,
            reason: said.reason,
            rest,
        });
        let made = app.edit(|open| {
            let position = position.map(|position| open.set_position(RecordId(ids::new_uuid()), position));
            let target = target.map(|target| open.set_target(RecordId(ids::new_uuid()), target));
            Ok(position.into_iter().chain(target).reduce(Edit::then).unwrap_or_default())
        });
        if let Ok(edit) = made {
            app.go_with(goes_to, Notice::done(format!("What was agreed for {name} was saved."), &edit));
        }
    };
    let choices = [Some(Standing::Strong), Some(Standing::ToDevelop), None]
        .map(|one| Choice::new(one, one.map_or("Neither has been said", standing_name)));
    let (back, cancel) = (app.href(Place::Agreed), app.href(Place::Agreed));
    let arc = app.href(Place::Arc(theme, None));
    view! {
        <Page before=move || view! { <BackLink href=back.clone() text="Back to where we are and where we want to be" /> }>
            <PageHeading caption=place>{name}</PageHeading>
            <ErrorSummary errors />
            <Inset>
                {beside}
                " "
                <a class="govuk-link" href=arc>"See the arc"</a>
            </Inset>
            <Form on_submit=move |()| save(false)>
                <HalfFields half=here title="Where we are" label="Agreed position" hint=scale.clone() errors>
                    <Radios
                        id="position-standing"
                        legend="Strong or to develop?"
                        hint="What people say of it. No score decides this."
                        choices=choices.to_vec()
                        value=standing
                        on_choose=move |chosen| standing.set(Some(chosen))
                    />
                </HalfFields>
                <HalfFields half=there title="Where we want to be" label="Target" hint=scale errors />
                <ButtonGroup>
                    <Button submit=true>"Save"</Button>
                    {next.is_some().then(|| view! {
                        <Button kind=ButtonKind::Secondary on_press=move |()| save(true)>"Save and go to the next arc"</Button>
                    })}
                    <a class="govuk-link" href=cancel>"Cancel"</a>
                </ButtonGroup>
            </Form>
        </Page>
    }
}
