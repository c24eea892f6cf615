//! Taking files in: by a labelled control, or dropped anywhere on the page.
//!
//! Keeps WCAG 2.1.1 Keyboard and 2.5.7 Dragging movements (the control does all that dropping does), 1.3.1 and 3.3.2 (a
//! visible label) and 1.4.1 (the place to drop on says so in words).

use leptos::attr::custom::custom_attribute;
use leptos::callback::UnsyncCallback;
use leptos::ev::{self, DragEvent};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, File, FileList, HtmlInputElement};

use super::field::{LabelledField, described_by};

/// A labelled control that opens the browser's own file chooser.
#[component]
pub fn FileUpload(
    /// The id of the control.
    #[prop(into)]
    id: String,
    /// The label, such as "Choose files".
    #[prop(into)]
    label: String,
    /// A hint under the label; empty for none.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong, if anything.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What the chooser shows first, such as ".json"; empty for everything. It is help, not a check.
    #[prop(optional, into)]
    accept: String,
    /// Whether several files may be chosen at once.
    #[prop(optional)]
    multiple: bool,
    /// Whether a whole folder is chosen, with all files in it.
    #[prop(optional)]
    folder: bool,
    /// Called with the files chosen, at least one.
    #[prop(into)]
    on_files: UnsyncCallback<Vec<File>>,
) -> impl IntoView {
    let described_by = described_by(&id, &hint, error);
    let change = move |event: ev::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let files = files_of(input.files());
        // Emptied, so that the same file can be chosen again after it was corrected.
        input.set_value("");
        if !files.is_empty() {
            on_files.try_run(files);
        }
    };
    view! {
        <LabelledField id=id.clone() label hint error>
            <input
                class="govuk-file-upload"
                class=("govuk-file-upload--error", move || error.with(Option::is_some))
                type="file"
                {..custom_attribute("webkitdirectory", folder.then_some(""))}
                id=id
                accept=(!accept.is_empty()).then_some(accept)
                multiple=multiple
                aria-describedby=described_by
                on:change=change
            />
        </LabelledField>
    }
}

/// Takes files dropped anywhere on the page while it is there, and says so while they are dragged over.
///
/// Have one of these at a time. Without one, the browser leaves the app to show a file dropped on it.
#[component]
pub fn DropZone(
    /// What is said while files are dragged over, such as "Drop files anywhere to open them".
    #[prop(into)]
    prompt: String,
    /// Called with what was dropped, which can be asked only during the call.
    #[prop(into)]
    on_drop: UnsyncCallback<DataTransfer>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let over = RwSignal::new(false);
    let show = move |now: bool| {
        // Dragging fires many times a second: only a change is worth a redraw.
        if over.try_get_untracked().is_some_and(|before| before != now) {
            over.set(now);
        }
    };
    let listeners = [
        window_event_listener(ev::dragover, move |event| {
            if carries_files(&event) {
                event.prevent_default();
                show(true);
            }
        }),
        window_event_listener(ev::dragleave, move |event| {
            // Leaving one element for another is still on the page; leaving for nothing is leaving the window.
            if event.related_target().is_none() {
                show(false);
            }
        }),
        window_event_listener(ev::drop, move |event| {
            if carries_files(&event) {
                event.prevent_default();
                show(false);
                if let Some(data) = event.data_transfer() {
                    on_drop.try_run(data);
                }
            }
        }),
    ];
    on_cleanup(move || listeners.into_iter().for_each(|listener| listener.remove()));
    view! {
        {children()}
        <div class="app-drop-zone" class=("app-drop-zone--over", move || over.get()) aria-hidden="true">
            <p class="app-drop-zone__prompt">{prompt}</p>
        </div>
    }
}

/// Whether what is being dragged is files, and not a selection of text or a link.
fn carries_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&JsValue::from_str("Files"), 0))
}

fn files_of(list: Option<FileList>) -> Vec<File> {
    list.map(|list| (0..list.length()).filter_map(|index| list.get(index)).collect()).unwrap_or_default()
}
