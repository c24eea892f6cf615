//! The turns of people who answer on one device: a start for each, the answering, the question whether somebody is still
//! there, and the thanks before the device is handed on.

mod start;

use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use self::start::Start;
use super::child::next_place;
use crate::domain::ids::ResponseId;
use crate::route::Page as Place;
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonGroup, ButtonKind, Page, PageHeading, Panel, focus_heading};

/// How long nobody may touch the device before it asks whether they are still there.
const IDLE: Duration = Duration::from_secs(120);
/// How long it then waits for an answer.
const WAIT: Duration = Duration::from_secs(30);
/// How long the thanks stay.
const THANKS: Duration = Duration::from_secs(15);

/// What is on the screen.
#[derive(Clone, Copy, PartialEq)]
enum Screen {
    Start,
    Answering,
    StillThere(ResponseId),
    Thanks,
}

/// What people see of a device that is shared, whatever page the address names.
#[component]
pub fn Turns(
    /// The page of the address. Only the pages of the response whose turn it is are shown.
    page: Place,
) -> impl IntoView {
    let app = App::get();
    let is_idle = RwSignal::new(false);
    let on_page = page.response();
    let screen = Memo::new(move |_| match app.sharing().and_then(|shared| shared.turn) {
        Some(turn) if on_page == Some(turn) && !is_idle.get() => Screen::Answering,
        Some(turn) => Screen::StillThere(turn),
        None if app.thanking().get() => Screen::Thanks,
        None => Screen::Start,
    });
    watch(move || {
        if screen.try_get_untracked() == Some(Screen::Answering) {
            is_idle.set(true);
            focus_heading();
        }
    });
    move || match screen.get() {
        Screen::Answering => super::view(&page),
        Screen::StillThere(turn) => view! { <StillThere turn is_idle on_page /> }.into_any(),
        Screen::Thanks => view! { <Thanks /> }.into_any(),
        Screen::Start => view! { <Start /> }.into_any(),
    }
}

/// Calls back when nobody has touched the device for a while.
fn watch(callback: impl Fn() + Copy + Send + Sync + 'static) {
    let timer = Timer::new();
    timer.set(IDLE, callback);
    let listeners = ["pointerdown", "keydown", "scroll"].map(|touch| {
        let timer = timer.clone();
        window_event_listener_untyped(touch, move |_| timer.set(IDLE, callback))
    });
    on_cleanup(move || listeners.into_iter().for_each(|listener| listener.remove()));
}

/// A timer that goes with what set it. What it holds is counted by reference: it must be there still when the timer goes.
#[derive(Clone)]
struct Timer(ArcStoredValue<Option<TimeoutHandle>>, StoredValue<()>);

impl Timer {
    fn new() -> Self {
        let timer = Self(ArcStoredValue::new(None), StoredValue::new(()));
        let going = timer.clone();
        on_cleanup(move || going.clear());
        timer
    }

    /// Calls back after a time, and no longer at the time that was set before.
    fn set(&self, after: Duration, callback: impl FnOnce() + 'static) {
        self.clear();
        // A timer of a screen that is gone must not act on the one that came after it.
        let screen = self.1;
        let call = move || {
            if screen.try_get_value().is_some() {
                callback();
            }
        };
        let handle = set_timeout_with_handle(call, after).ok();
        self.0.try_set_value(handle);
    }

    fn clear(&self) {
        if let Some(handle) = self.0.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    }
}

/// The question whether whoever began is still answering. Without an answer the response is set aside.
#[component]
fn StillThere(turn: ResponseId, is_idle: RwSignal<bool>, on_page: Option<ResponseId>) -> impl IntoView {
    let app = App::get();
    Timer::new().set(WAIT, move || set_aside(app));
    let go_on = move |()| {
        is_idle.set(false);
        if on_page == Some(turn) {
            focus_heading();
        } else if let Some(place) = app.read_now(|open| next_place(open, turn)) {
            app.turn_to(place);
        }
    };
    view! {
        <Page>
            <PageHeading>"Are you still answering?"</PageHeading>
            <p class="govuk-body-l">
                "Without an answer in half a minute, this response is put away and the next person can start."
            </p>
            <ButtonGroup>
                <Button on_press=go_on>"Yes, go on"</Button>
                <Button kind=ButtonKind::Secondary on_press=move |()| set_aside(app)>"No, start anew"</Button>
            </ButtonGroup>
        </Page>
    }
}

fn set_aside(app: App) {
    let round = app.read_now(|open| open.shared_device().map(|shared| shared.round)).flatten();
    match (app.edit(|open| open.set_turn_aside()), round) {
        (Ok(_), Some(round)) => app.turn_to(Place::ShareDevice(round)),
        _ => app.say(Notice::said("This device is no longer used for many people.")),
    }
    focus_heading();
}

/// The thanks, until a key is pressed or the device was left alone.
#[component]
fn Thanks() -> impl IntoView {
    let app = App::get();
    let hand_on = move || {
        app.hand_on();
        focus_heading();
    };
    Timer::new().set(THANKS, hand_on);
    let key = window_event_listener(ev::keydown, move |_| hand_on());
    on_cleanup(move || key.remove());
    view! {
        <Page>
            <PageHeading>"Thank you"</PageHeading>
            <Panel title="Your answers are counted">"Hand the device on to the next person."</Panel>
            <p class="govuk-body">"Nobody who uses this device after you can see them. The start comes back by itself, or when you press any key."</p>
            <Button on_press=move |()| hand_on()>"Back to the start"</Button>
        </Page>
    }
}
