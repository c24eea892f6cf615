//! Copying a drawing as a picture, for whoever puts it into a document of their own.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::files::{download_bytes, read_bytes};
use crate::browser::picture;
use crate::reports::picture::Drawing;
use crate::ui::{Button, ButtonKind, Live};

/// The largest picture that is offered as a file, in bytes.
const LARGEST: u64 = 20_000_000;

/// The button that copies a picture of a report.
#[component]
pub(super) fn CopyPicture(
    /// The picture.
    drawing: Drawing,
    /// What it shows, in a few words, to tell its button from others.
    name: String,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let file = crate::reports::words::file_part(&name);
    let drawing = StoredValue::new(drawing);
    let copy = move |()| {
        let Drawing { svg, width, height, .. } = drawing.get_value();
        let file = file.clone();
        spawn_local(async move {
            said.try_set(copied(&svg, (width, height), &file).await);
        });
    };
    view! {
        <div class="app-no-print">
            <Button kind=ButtonKind::Secondary on_press=copy>
                "Copy picture"
                <span class="govuk-visually-hidden">{format!(": {name}")}</span>
            </Button>
            <Live text=said visible=true />
        </div>
    }
}

/// Copies a drawing of this size as a picture, or gives it as a file of this name (without an ending) where the browser does not
/// let it be copied. Says what became of it.
pub(super) async fn copied(svg: &str, (width, height): (f64, f64), name: &str) -> String {
    let Some(png) = picture::png(svg, width, height).await else {
        return "This browser can\u{2019}t make a picture of it.".to_owned();
    };
    if picture::copy(&png).await {
        return "The picture was copied. Paste it into a document.".to_owned();
    }
    let name = format!("{name}.png");
    let given = match read_bytes(&png, LARGEST).await {
        Ok(bytes) => download_bytes(&name, "image/png", &bytes).ok(),
        Err(_) => None,
    };
    match given {
        Some(()) => format!("This browser does not let Rainbow copy pictures, so the file {name} was made instead."),
        None => "This browser did not take the picture.".to_owned(),
    }
}
