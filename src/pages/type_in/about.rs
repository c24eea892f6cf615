//! What the form says about the person: a row of three fields above the answers.

use leptos::prelude::*;

use super::desk::Desk;
use super::line::KEY;
use crate::domain::area::Area;
use crate::state::App;
use crate::ui::{Choice, Form, Input, InputWidth, Select, focus_field};

/// The first field of a form.
pub(super) const FIRST: &str = "typing-sector";

/// Sector, staff group and organisation, each as far as the form says.
#[component]
pub(super) fn About(desk: Desk) -> impl IntoView {
    let app = App::get();
    let area = app.read_now(|open| open.area().cloned()).flatten().unwrap_or_else(|| Area::named(""));
    let sectors = area.sectors.iter().map(|sector| Choice::new(sector.id.clone(), sector.name.clone())).collect();
    let groups = area.staff_groups.iter().map(|group| Choice::new(group.id.clone(), group.name.clone())).collect();
    view! {
        <Form on_submit=move |()| focus_field(KEY)>
            <div class="app-typing__about">
                <Select
                    id=FIRST
                    label="Sector"
                    blank="Not said"
                    choices=sectors
                    value=Signal::derive(move || desk.person().sector)
                    on_choose=move |chosen| desk.set_person(|person| person.sector = chosen)
                />
                <Select
                    id="typing-group"
                    label="Staff group"
                    blank="Not said"
                    choices=groups
                    value=Signal::derive(move || desk.person().staff_group)
                    on_choose=move |chosen| desk.set_person(|person| person.staff_group = chosen)
                />
                <Input
                    id="typing-organisation"
                    label="Organisation"
                    width=InputWidth::Chars20
                    value=Signal::derive(move || desk.person().organisation)
                    on_change=move |words: String| {
                        desk.set_person(|person| words.trim().clone_into(&mut person.organisation));
                    }
                />
            </div>
        </Form>
    }
}
