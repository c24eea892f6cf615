//! Taking a report along: on paper or as a PDF, pasted into a document, or as a page of its own.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::files::download;
use crate::browser::{clipboard, picture, print};
use crate::reports::document::Report;
use crate::reports::html;
use crate::reports::words::file_part;
use crate::ui::{Button, ButtonGroup, ButtonKind, Live};

/// The buttons, and what became of it.
#[component]
pub(super) fn TakeAlong(
    /// The report.
    report: Signal<Option<Report>>,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let copy = move |()| {
        let Some(report) = report.get_untracked() else { return };
        spawn_local(async move {
            let images = images(&report).await;
            let outcome = match clipboard::copy_table(&html::fragment(&report, &images), &html::plain(&report)).await {
                true => {
                    "The report was copied. Paste it into a document in Word or another word processor. If a picture does not come along, use its own button \u{201c}Copy picture\u{201d}."
                }
                false => "This browser does not let Rainbow copy. Save the report as a page and open that with Word.",
            };
            said.try_set(outcome.to_owned());
        });
    };
    let save = move |()| {
        let Some(report) = report.get_untracked() else { return };
        let name = format!("{}-{}.html", file_part(&report.title), file_part(&report.area));
        said.set(match download(&name, "text/html", &html::page(&report)) {
            Ok(()) => format!(
                "The file {name} was made. It holds the report alone and opens in any browser. Look for it where your downloads are kept."
            ),
            Err(words) => format!("The browser did not take the file ({words}). Nothing was changed."),
        });
    };
    view! {
        <ButtonGroup>
            <Button on_press=move |()| print::print()>"Print or save as PDF"</Button>
            <Button kind=ButtonKind::Secondary on_press=copy>"Copy for Word"</Button>
            <Button kind=ButtonKind::Secondary on_press=save>"Save as a page"</Button>
        </ButtonGroup>
        <Live text=said visible=true />
    }
}

/// The pictures of a report, each as an address that holds it.
async fn images(report: &Report) -> Vec<Option<String>> {
    let mut images = Vec::new();
    for drawing in html::drawings(report) {
        images.push(match picture::png(&drawing.svg, drawing.width, drawing.height).await {
            Some(png) => picture::address(&png).await,
            None => None,
        });
    }
    images
}
