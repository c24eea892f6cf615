//! The fields of a headcount: a grid of sectors and staff groups, and what is wrong with what stands in them.

use chrono::{DateTime, NaiveDate, Utc};
use leptos::prelude::*;

use crate::domain::area::{Area, StaffGroup};
use crate::domain::group_answers::parse_count;
use crate::domain::headcount::{Among, Headcount};
use crate::domain::rest::Rest;
use crate::ui::{CellField, FieldError, Head, Input, InputWidth, RowHeader, Table, TableCell, TableRow, error_at};

/// The field of the day.
pub(super) const DAY: &str = "headcount-day";

/// What has been typed so far.
#[derive(Clone)]
pub(super) struct Fields {
    /// The day that it is true of.
    pub(super) on: RwSignal<Option<NaiveDate>>,
    /// Where it comes from.
    pub(super) source: RwSignal<String>,
    /// The fields of the grid row by row, and then those of the area's own staff groups.
    people: Vec<(Among, RwSignal<String>)>,
}

impl Fields {
    /// The fields, with the numbers of an earlier headcount in them.
    pub(super) fn of(area: &Area, earlier: Option<&Headcount>, today: NaiveDate) -> Self {
        let typed = |among: Among| {
            let count = earlier.and_then(|earlier| earlier.people.get(&among));
            (among, RwSignal::new(count.map(u32::to_string).unwrap_or_default()))
        };
        let people =
            rows(area).into_iter().flatten().chain(own(area).into_iter().map(|group| Among::staff_group(&group.id)));
        Self {
            on: RwSignal::new(Some(today)),
            source: RwSignal::new(earlier.map(|earlier| earlier.source.clone()).unwrap_or_default()),
            people: people.map(typed).collect(),
        }
    }

    /// The headcount that the fields make, or everything that is wrong with them.
    pub(super) fn read(&self, area: &Area, now: DateTime<Utc>) -> Result<Headcount, Vec<FieldError>> {
        let mut wrong = Vec::new();
        let on = self.on.get_untracked();
        if on.is_none() {
            wrong.push(FieldError::new(DAY, "Enter the day on which the numbers are true"));
        }
        let mut people = std::collections::BTreeMap::new();
        for (place, (among, typed)) in self.people.iter().enumerate() {
            let typed = typed.with_untracked(|typed| typed.trim().replace(',', ""));
            match parse_count(&typed) {
                _ if typed.is_empty() => {}
                Some(count) => {
                    people.insert(among.clone(), count);
                }
                None => wrong.push(FieldError::new(
                    field_id(place),
                    format!("{}: enter people as a whole number, or leave the field empty", name(area, among)),
                )),
            }
        }
        if people.is_empty() && wrong.is_empty() {
            wrong.push(FieldError::new(field_id(0), "Enter one number at least"));
        }
        let source = self.source.with_untracked(|source| source.trim().to_owned());
        let headcount = Headcount { on: on.unwrap_or_default(), recorded: now, source, people, rest: Rest::new() };
        if let Some((among, said, least)) = headcount.first_too_small(area).filter(|_| wrong.is_empty()) {
            let place = self.people.iter().position(|(other, _)| other == among).unwrap_or_default();
            let message = format!(
                "{}: {said} is fewer than the {least} that its parts make. Correct it, or leave it empty to have it added up",
                name(area, among)
            );
            wrong.push(FieldError::new(field_id(place), message));
        }
        if wrong.is_empty() { Ok(headcount) } else { Err(wrong) }
    }
}

/// The id of the field at a place.
fn field_id(place: usize) -> String {
    format!("people-{place}")
}

/// Among whom the fields of the grid count, row by row: the sectors and then all of them; each altogether and then by the staff
/// groups at the top.
fn rows(area: &Area) -> Vec<Vec<Among>> {
    let sectors = area.sectors.iter().map(|sector| Some(sector.id.clone())).chain([None]);
    let row = |sector: Option<_>| {
        let groups = std::iter::once(None).chain(tops(area).map(|group| Some(group.id.clone())));
        groups.map(|staff_group| Among { sector: sector.clone(), staff_group }).collect()
    };
    sectors.map(row).collect()
}

/// The staff groups at the top, which are the columns of the grid.
fn tops(area: &Area) -> impl Iterator<Item = &StaffGroup> {
    area.staff_groups.iter().filter(|group| group.within.is_none())
}

/// The staff groups beneath those.
fn own(area: &Area) -> Vec<&StaffGroup> {
    area.staff_groups.iter().filter(|group| group.within.is_some()).collect()
}

/// What people are called among whom a field counts.
fn name(area: &Area, among: &Among) -> String {
    let sector = among.sector.as_ref().map_or("All sectors", |id| area.sector_name(id));
    let group = among.staff_group.as_ref().map_or("everybody", |id| area.staff_group_name(id));
    format!("{sector}, {group}")
}

/// The grid.
#[component]
pub(super) fn Grid(area: Area, fields: StoredValue<Fields>, errors: RwSignal<Vec<FieldError>>) -> impl IntoView {
    let mut head = vec![Head::text("Sector"), Head::text("Everybody")];
    head.extend(tops(&area).map(|group| Head::text(group.name.clone())));
    let places = fields.with_value(|fields| fields.people.clone());
    let mut places = places.into_iter().enumerate();
    let mut table = Vec::new();
    for row in rows(&area) {
        let sector = row.first().and_then(|first| first.sector.as_ref());
        let title = sector.map_or("All sectors", |id| area.sector_name(id)).to_owned();
        let cells: Vec<_> = places
            .by_ref()
            .take(row.len())
            .map(|(place, (among, typed))| {
                let (id, name) = (field_id(place), name(&area, &among));
                view! {
                    <TableCell>
                        <CellField
                            id=id.clone()
                            name
                            error=error_at(errors, id)
                            value=typed
                            on_change=move |words| typed.set(words)
                        />
                    </TableCell>
                }
            })
            .collect();
        table.push(view! {
            <TableRow>
                <RowHeader>{title}</RowHeader>
                {cells}
            </TableRow>
        });
    }
    let own: Vec<_> = places
        .map(|(place, (among, typed))| {
            let id = field_id(place);
            let label = among.staff_group.as_ref().map(|id| area.staff_group_name(id).to_owned()).unwrap_or_default();
            view! {
                <Input
                    id=id.clone()
                    label
                    width=InputWidth::Chars5
                    numeric=true
                    error=error_at(errors, id)
                    value=typed
                    on_change=move |words| typed.set(words)
                />
            }
        })
        .collect();
    let has_own = !own.is_empty();
    view! {
        <Table caption="How many people work where" head>{table}</Table>
        {has_own.then(|| view! {
            <h2 class="govuk-heading-m">"Staff groups of your own"</h2>
            <p class="govuk-body">"In all sectors. Their people are among those of the group above them too."</p>
            {own}
        })}
    }
}
