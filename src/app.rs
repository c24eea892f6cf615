//! The frame of the app: header, navigation, how safely work is kept, what was just done, and the page of the route.

mod troubles;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use self::troubles::{trouble_words, way_out};
use crate::browser::{location, panic};
use crate::domain::ids::WorkspaceId;
use crate::domain::step::StepId;
use crate::domain::workspace::Workspace;
use crate::pages;
use crate::pages::incoming::Incoming;
use crate::pages::plan::LastFilter;
use crate::pages::training::LastTrainingFilter;
use crate::reports::{versions, words};
use crate::route::{Page, ReportPlace, Route, exercises};
use crate::sample;
use crate::state::{App, Carried, Keeping, Notice, Turn, rescue};
use crate::ui::{
    Button, ButtonKind, DropZone, Footer, Header, NavItem, Navigation, Notification, NotificationKind, SkipLink,
    WarningText, focus_heading, focus_notification,
};

/// Mounts the app in the page's own place for it, `#app`.
pub fn start() {
    panic::install();
    panic::set_rescue(rescue);
    let place = document().get_element_by_id("app").and_then(|place| place.dyn_into::<web_sys::HtmlElement>().ok());
    match place {
        Some(place) => leptos::mount::mount_to(place, Frame).forget(),
        None => leptos::mount::mount_to_body(Frame),
    }
}

#[component]
fn Frame() -> impl IntoView {
    let app = App::start();
    provide_context(LastFilter::default());
    provide_context(LastTrainingFilter::default());
    let incoming = Incoming::provide();
    let area =
        Memo::new(move |_| app.read(|open| open.area().map(|area| area.name.clone())).flatten().unwrap_or_default());
    // The page is drawn anew when the route changes, and not when the workspace does.
    let route = app.route();
    let title = Memo::new(move |_| title(app, &route.get(), &area.get()));
    Effect::new(move |_| location::set_title(&title.get()));
    Effect::new(move |before: Option<()>| {
        route.track();
        if before.is_some() {
            focus_heading();
        }
    });
    view! {
        <SkipLink />
        <Header product="Rainbow" home="#/".to_owned() area status=move || view! { <KeepingLine /> <Steps /> } navigation=navigation />
        <DropZone prompt="Drop files anywhere to open them" on_drop=move |data| take_files(app, incoming, &data)>
            // A place of its own: what comes and goes there would else have the browser look at all of the page again.
            <div>
                <Messages />
            </div>
            {move || page(&route.get())}
        </DropZone>
        <Footer>
            <p class="govuk-body-s">
                "Everything stays on this device unless you export it. Rainbow "
                {env!("CARGO_PKG_VERSION")}
            </p>
        </Footer>
    }
}

/// Takes files that were dropped on the page. A survey file is there for its survey alone.
fn take_files(app: App, incoming: Incoming, data: &web_sys::DataTransfer) {
    match app.carried() {
        Carried::Nothing if app.is_sharing() => {
            app.say(Notice::said("This device is there to answer. Nothing was changed."));
        }
        Carried::Nothing => incoming.dropped(app, data),
        Carried::Seating(_) => app.say(Notice::said(
            "This page is there for its exercise. To open a file, open Rainbow itself. Nothing was changed.",
        )),
        Carried::Asking(_) => app.say(Notice::said(
            "This page is there to report on your actions. To open a file, open Rainbow itself. Nothing was changed.",
        )),
        _ => app.say(Notice::said(
            "This page is there to answer its survey. To open a file, open Rainbow itself. Nothing was changed.",
        )),
    }
}

/// The title of the page, as the tab shows it.
fn title(app: App, route: &Route, area: &str) -> String {
    let place = match route {
        _ if app.invited().is_some() && !is_for_answering(route) => "Start".to_owned(),
        _ if app.sharing().is_some_and(|shared| shared.turn.is_none()) => "Start".to_owned(),
        Route::Home | Route::Unknown(_) if let Some((only, _)) = app.carried().serves() => {
            pages::title(app, &only.start())
        }
        Route::Area(_, page) if let Some(only) = app.only_for().filter(|only| !only.sees(page)) => {
            pages::title(app, &only.start())
        }
        Route::Home => return "Rainbow".to_owned(),
        Route::Link(_) => "Survey".to_owned(),
        Route::Unknown(_) => "Page not found".to_owned(),
        Route::Area(_, page) => pages::title(app, page),
    };
    if area.is_empty() {
        format!("{place} \u{2013} Rainbow")
    } else {
        format!("{place} \u{2013} {area} \u{2013} Rainbow")
    }
}

fn navigation() -> AnyView {
    let app = App::get();
    let route = app.route();
    let area = Memo::new(move |_| match route.get() {
        Route::Area(id, _) if app.invited().is_none() && app.sharing().is_none() && app.only_for().is_none() => {
            app.read(Workspace::id).filter(|open| *open == id)
        }
        _ => None,
    });
    let sections = [
        ("Overview", Page::Overview),
        ("Survey", Page::Survey),
        ("Responses", Page::Responses),
        ("Rainbow", Page::Rainbow(None)),
        ("Plans", Page::Plans),
        ("Exercises", Page::Exercises(exercises::Place::List)),
        ("Reports", Page::Reports(ReportPlace::List)),
        ("Files", Page::Files),
    ];
    let items = Memo::new(move |_| {
        let id = area.get()?;
        let item = |(label, page): &(&str, Page)| NavItem {
            label: (*label).to_owned(),
            href: Route::Area(id, page.clone()).href(),
        };
        Some(sections.iter().map(item).collect::<Vec<_>>())
    });
    let current = Memo::new(move |_| match route.get() {
        Route::Area(id, page) => Route::Area(id, page.section()).href(),
        _ => String::new(),
    });
    view! {
        <Show when=move || area.get().is_some()>
            <Navigation items=Signal::derive(move || items.get().unwrap_or_default()) current />
        </Show>
    }
    .into_any()
}

/// How safely work is kept, in the header of every page.
#[component]
fn KeepingLine() -> impl IntoView {
    let app = App::get();
    let words = move || match app.keeping().get() {
        Keeping::Untouched => "",
        Keeping::Saving => "Saving\u{2026}",
        Keeping::Saved => "Saved on this device",
        Keeping::Fragile(_) => "Saved for now",
        Keeping::NotRemoved(_) => "Not removed everywhere",
        Keeping::Unsaved(_) => "Not saved",
    };
    view! { <span role="status">{words}</span> }
}

/// Undo and redo, in the header of every page of an area. What the notice offers to undo stands there alone.
#[component]
fn Steps() -> impl IntoView {
    let app = App::get();
    let in_area = move || matches!(app.route().get(), Route::Area(..));
    let offered = move || app.notice().get().and_then(|notice| notice.turn).map(|turn| turn.step);
    let other = move |step: &(StepId, String)| Some(step.0) != offered();
    let undo = Memo::new(move |_| app.to_undo().filter(|step| in_area() && other(step)));
    let redo = Memo::new(move |_| app.to_redo().filter(|step| in_area() && other(step)));
    view! {
        <Show when=move || undo.with(Option::is_some) || redo.with(Option::is_some)>
            <span class="app-header__steps">
                <StepButton words="Undo" step=undo on_press=move |()| app.undo() />
                <StepButton words="Redo" step=redo on_press=move |()| app.redo() />
            </span>
        </Show>
    }
}

/// A button that turns a step round. When it goes because there is no further step, the focus moves to what is said of it.
#[component]
fn StepButton(
    /// What it does.
    words: &'static str,
    /// The step and its name.
    step: Memo<Option<(StepId, String)>>,
    /// Turns the step round.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let press = move |()| {
        on_press.run(());
        if step.get_untracked().is_none() {
            focus_notification();
        }
    };
    view! {
        <Show when=move || step.with(Option::is_some)>
            <Button kind=ButtonKind::Link on_press=press>
                {move || step.get().map(|(_, name)| format!("{words}: {name}"))}
            </Button>
        </Show>
    }
}

/// What a person has to know before anything else on the page: trouble with keeping, and what was just done.
#[component]
fn Messages() -> impl IntoView {
    let app = App::get();
    let is_sample = Memo::new(move |_| {
        let in_area = matches!(app.route().get(), Route::Area(..));
        in_area && app.is_sample()
    });
    let troubles = Memo::new(move |_| trouble_words(&app.keeping().get(), &app.troubles().get(), way_out(app)));
    let undecided = Memo::new(move |_| match app.route().get() {
        // The page where the choice is made shows it already.
        Route::Area(_, page)
            if page != Page::Conflicts
                && app.invited().is_none()
                && app.sharing().is_none()
                && app.only_for().is_none() =>
        {
            app.read(|open| versions::count(open.records())).unwrap_or(0)
        }
        _ => 0,
    });
    let has_any = Memo::new(move |_| {
        is_sample.get() || troubles.get().is_some() || undecided.get() > 0 || app.notice().get().is_some()
    });
    let sample_words = format!(
        "Everything in this area is made up and set on {}. Your own areas are not touched. ",
        words::day(sample::today())
    );
    let sample_words = StoredValue::new(sample_words);
    view! {
        <Show when=move || has_any.get()>
            <section class="govuk-width-container app-messages app-no-print" aria-label="Messages">
                {move || troubles.get().map(|words| view! {
                    <WarningText>{words}</WarningText>
                    {move || again_words(&app.keeping().get()).map(|words| view! {
                        <Button kind=ButtonKind::Secondary on_press=move |()| app.save_again()>{words}</Button>
                    })}
                })}
                <Show when=move || is_sample.get()>
                    <p class="app-sample-note">
                        <strong>"Sample data. "</strong>
                        {sample_words.get_value()}
                        <a class="govuk-link" href="#/">"Leave the sample"</a>
                    </p>
                </Show>
                <Show when=move || { undecided.get() > 0 }>
                    <p class="app-undecided-note">
                        {move || undecided_words(undecided.get())}
                        " "
                        <a class="govuk-link" href=app.href(Page::Conflicts)>"Choose which version stands."</a>
                    </p>
                </Show>
                {move || app.notice().get().map(|notice| view! { <NoticeBanner notice /> })}
            </section>
        </Show>
    }
}

/// What the button says that tries again what did not succeed; `None` if there is nothing to try again.
fn again_words(keeping: &Keeping) -> Option<&'static str> {
    match keeping {
        Keeping::Unsaved(_) | Keeping::Fragile(_) => Some("Try to save again"),
        Keeping::NotRemoved(_) => Some("Try to remove it again"),
        Keeping::Untouched | Keeping::Saving | Keeping::Saved => None,
    }
}

fn undecided_words(count: usize) -> String {
    let were = if count == 1 { "was" } else { "were" };
    format!("{} {were} changed in two places at once.", words::count(count, "entry", "entries"))
}

#[component]
fn NoticeBanner(notice: Notice) -> impl IntoView {
    let app = App::get();
    let kind = if notice.turn.is_some() { NotificationKind::Success } else { NotificationKind::Information };
    view! {
        <Notification kind>
            <p class="govuk-notification-banner__heading">
                {notice.text}
                {notice.turn.map(|turn| view! {
                    " "
                    <Button kind=ButtonKind::Link on_press=move |()| turn_and_stay(app, turn)>
                        {if turn.is_undone { "Redo" } else { "Undo" }}
                    </Button>
                })}
            </p>
        </Notification>
    }
}

/// Turns a step round from its notice. The button goes with its notice, so the focus moves to the one that comes.
fn turn_and_stay(app: App, turn: Turn) {
    app.turn(turn.step);
    focus_notification();
}

/// The page of a route.
fn page(route: &Route) -> AnyView {
    let app = App::get();
    if let Carried::Damaged(reason) = app.carried() {
        return view! { <pages::not_found::DamagedSurvey reason /> }.into_any();
    }
    if let Carried::Survey { workspace, .. } = app.carried() {
        let page = match route {
            Route::Area(id, page) if *id == workspace => page.clone(),
            _ => Page::Survey,
        };
        return area_page(app, workspace, page);
    }
    if let Some((only, workspace)) = app.carried().serves() {
        let page = match route {
            Route::Area(id, page) if *id == workspace => page.clone(),
            _ => only.start(),
        };
        return area_page(app, workspace, page);
    }
    if let Some(id) = app.shared_area() {
        let page = match route {
            Route::Area(of, page) if *of == id => page.clone(),
            _ => Page::Survey,
        };
        return area_page(app, id, page);
    }
    match route {
        Route::Home => view! { <pages::home::Home /> }.into_any(),
        Route::Link(link) => view! { <pages::link::Link link=link.clone() /> }.into_any(),
        Route::Unknown(_) => view! { <pages::not_found::NotFound /> }.into_any(),
        Route::Area(id, page) => area_page(app, *id, page.clone()),
    }
}

/// A page of an area, once that is open. Who was asked to answer its survey sees the pages for that, and starts from one.
fn area_page(app: App, id: WorkspaceId, page: Page) -> AnyView {
    let is_open = Memo::new(move |_| app.read(|open| open.id() == id).unwrap_or(false));
    let is_opening = Memo::new(move |_| app.opening().get() == Some(id));
    let invited = Memo::new(move |_| app.invited().filter(|_| is_open.get()));
    let is_shared = Memo::new(move |_| is_open.get() && app.sharing().is_some());
    let only = Memo::new(move |_| app.only_for().filter(|_| is_open.get()));
    (move || match (is_open.get(), invited.get(), is_opening.get()) {
        (true, ..) if is_shared.get() => view! { <pages::shared::Turns page=page.clone() /> }.into_any(),
        (true, ..) if let Some(only) = only.get().filter(|only| !only.sees(&page)) => pages::view(&only.start()),
        (true, ..) if page.is_for_reporting() && only.get().is_none() => pages::view(&Page::Plans),
        (true, Some(round), _) if !page.is_for_answering() => view! { <pages::start::Start round /> }.into_any(),
        (true, _, _) => pages::view(&page),
        (false, _, true) => view! { <pages::not_found::Opening /> }.into_any(),
        (false, _, false) => view! { <pages::not_found::NotOnThisDevice /> }.into_any(),
    })
    .into_any()
}

fn is_for_answering(route: &Route) -> bool {
    matches!(route, Route::Area(_, page) if page.is_for_answering())
}
