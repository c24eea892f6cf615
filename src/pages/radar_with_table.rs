//! A radar, with the same figures as a table beneath it.

use leptos::prelude::*;

use super::data_table::DataTable;
use crate::reports::radars::Drawn;
use crate::ui::{Details, RadarPicture};

/// A radar under its name.
#[component]
pub(super) fn RadarWithTable(drawn: Drawn) -> impl IntoView {
    let Drawn { radar, table } = drawn;
    let name = radar.name.clone();
    view! {
        <section class="app-practice">
            <h3 class="govuk-heading-s">{name}</h3>
            <RadarPicture radar />
            <Details summary="The same as a table">
                <DataTable table caption_hidden=true />
            </Details>
        </section>
    }
}
