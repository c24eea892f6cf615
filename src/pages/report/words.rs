//! A paragraph of a report, and changing its words where it stands.

use leptos::prelude::*;

use crate::domain::ids::PartId;
use crate::domain::report_text::{ReportKind, ReportPart, ReportText, Subject};
use crate::domain::rest::Rest;
use crate::reports::document::{Paragraph, Wording};
use crate::state::{App, Notice};
use crate::ui::{Button, ButtonGroup, ButtonKind, Form, Textarea, focus_soon};

/// Which paragraph of a report is being changed, and what is typed for it. It outlives the drawing of the paragraph, so that
/// nothing from another tab takes away what a person is typing.
#[derive(Clone, Copy)]
pub(super) struct Editing {
    part: RwSignal<Option<PartId>>,
    typed: RwSignal<String>,
    /// What had been written when the person began; empty for nothing.
    seen: RwSignal<String>,
}

impl Editing {
    /// Nothing is being changed.
    pub(super) fn new() -> Self {
        Self { part: RwSignal::new(None), typed: RwSignal::new(String::new()), seen: RwSignal::new(String::new()) }
    }
}

/// A paragraph, which may make several, with what there is to do about it on the screen.
#[component]
pub(super) fn Words(
    /// The report.
    kind: ReportKind,
    /// What it is about.
    about: Subject,
    /// The paragraph.
    of: Paragraph,
    /// What is read, each with its number.
    lines: Vec<(String, String)>,
    /// What is being changed; `None` where the words are only read.
    editing: Option<Editing>,
) -> impl IntoView {
    let first = lines.first().map(|(number, _)| number.clone()).unwrap_or_default();
    let line = |(number, text): (String, String)| {
        if number.is_empty() {
            view! { <p class="govuk-body">{text}</p> }.into_any()
        } else {
            view! {
                <p class="govuk-body app-report__paragraph">
                    <span class="app-report__number">{number}</span>
                    " "
                    <span>{text}</span>
                </p>
            }
            .into_any()
        }
    };
    let lines = lines.into_iter().map(line).collect_view();
    let tools = editing.zip(of.part.clone()).map(|(editing, part)| {
        let change = Change { kind, about, part };
        view! { <Tools change of first editing /> }
    });
    view! {
        {lines}
        {tools}
    }
}

/// Which words are changed.
#[derive(Clone)]
struct Change {
    kind: ReportKind,
    about: Subject,
    part: PartId,
}

impl Change {
    /// Keeps these words in place of a draft; without words the draft stands again.
    fn write(self, app: App, text: String, drafted: String, said: &'static str) {
        let part = ReportPart::Of(self.kind, self.part.clone());
        let words = ReportText { about: self.about, part, text, drafted, rest: Rest::new() };
        // Writing words has no way to fail; the header says whether they are saved.
        if let Ok(edit) = app.edit(|open| Ok(open.write_report_text(words))) {
            app.say(Notice::done(said, &edit));
        }
        focus_soon(self.button());
    }

    /// What is written there now; empty for nothing.
    fn written(&self, app: App) -> String {
        let part = ReportPart::Of(self.kind, self.part.clone());
        app.read_now(|open| open.report_text(self.about, &part).to_owned()).unwrap_or_default()
    }

    /// The id of the button that begins the change, where the focus goes back to.
    fn button(&self) -> String {
        format!("change-{}", self.part)
    }
}

#[component]
fn Tools(
    change: Change,
    of: Paragraph,
    /// The number of the paragraph; empty if it has none.
    first: String,
    editing: Editing,
) -> impl IntoView {
    let app = App::get();
    let Paragraph { text, drafted, wording, .. } = of;
    let id = change.button();
    let of_which = if first.is_empty() { String::new() } else { format!(" of {first}") };
    let part = change.part.clone();
    let is_open = Memo::new(move |_| editing.part.with(|open| open.as_ref() == Some(&part)));
    let begin = {
        let (change, text) = (change.clone(), text.clone());
        move |_| {
            editing.typed.set(text.clone());
            editing.seen.set(change.written(app));
            editing.part.set(Some(change.part.clone()));
            focus_soon(format!("words-{}", change.part));
        }
    };
    let note = match wording {
        Wording::Standard => {
            view! { <p class="app-report__note">"Standard words: adapt them to your area before the report goes out."</p> }
                .into_any()
        }
        Wording::Outdated => {
            let (mine, new) = (change.clone(), change.clone());
            let (kept, now, shown) = (text.clone(), drafted.clone(), drafted.clone());
            let keep = move |()| mine.clone().write(app, kept.clone(), now.clone(), "Your words stay.");
            let renew = move |()| new.clone().write(app, String::new(), String::new(), "The new words stand.");
            view! {
                <div class="govuk-inset-text app-report__outdated">
                    <p class="govuk-body">"The figures behind these words have changed since. They would now say:"</p>
                    <p class="govuk-body">{format!("\u{201c}{shown}\u{201d}")}</p>
                    <ButtonGroup>
                        <Button kind=ButtonKind::Secondary on_press=renew>"Use the new words"</Button>
                        <Button kind=ButtonKind::Link on_press=keep>"Keep mine"</Button>
                    </ButtonGroup>
                </div>
            }
            .into_any()
        }
        Wording::Drafted | Wording::Written => ().into_any(),
    };
    let is_written = matches!(wording, Wording::Written | Wording::Outdated);
    let editor = move || {
        let (change, drafted) = (change.clone(), drafted.clone());
        view! { <Editor change drafted is_written editing /> }
    };
    view! {
        <div class="app-report__tools app-no-print">
            {note}
            <Show when=move || !is_open.get() fallback=editor>
                <button type="button" class="app-button-link" id=id.clone() on:click=begin.clone()>
                    "Change these words"
                    <span class="govuk-visually-hidden">{of_which.clone()}</span>
                </button>
            </Show>
        </div>
    }
}

#[component]
fn Editor(
    change: Change,
    /// The draft that the words stand in place of.
    drafted: String,
    /// Whether words of a person's own stand there.
    is_written: bool,
    editing: Editing,
) -> impl IntoView {
    let app = App::get();
    let id = format!("words-{}", change.part);
    let error = RwSignal::new(None::<String>);
    let close = move || editing.part.set(None);
    let save = {
        let (change, drafted) = (change.clone(), drafted.clone());
        move |()| {
            let (typed, there) = (editing.typed.get_untracked(), change.written(app));
            if there != editing.seen.get_untracked() {
                // Nothing from another tab is written over without having been seen.
                let shown = if there.is_empty() {
                    "the draft stands again".to_owned()
                } else {
                    format!("\u{201c}{there}\u{201d}")
                };
                editing.seen.set(there);
                return error.set(Some(format!("These words were changed in another tab meanwhile: {shown}. Save again to put yours in their place.")));
            }
            // Whoever writes what the draft says goes on with the draft.
            let is_draft = typed.trim() == drafted.trim();
            let (text, drafted) = if is_draft { Default::default() } else { (typed, drafted.clone()) };
            close();
            change.clone().write(app, text, drafted, "The words were changed.");
        }
    };
    let button = change.button();
    let cancel = move |()| {
        close();
        focus_soon(button.clone());
    };
    let draft = move |()| {
        close();
        change.clone().write(app, String::new(), String::new(), "The drafted words stand again.");
    };
    view! {
        <Form on_submit=save>
            <Textarea
                id
                label="The words of this paragraph"
                hint="A new line begins a new paragraph. Emptied, the drafted words stand again."
                rows=5
                error
                value=editing.typed
                on_change=move |typed| editing.typed.set(typed)
            />
            <ButtonGroup>
                <Button submit=true>"Save these words"</Button>
                {is_written.then(|| view! { <Button kind=ButtonKind::Secondary on_press=draft>"Go back to the draft"</Button> })}
                <Button kind=ButtonKind::Link on_press=cancel>"Cancel"</Button>
            </ButtonGroup>
        </Form>
    }
}
