//! The tables of who has responded: by sector against what was expected and who works there, by staff group, and over the weeks.

use leptos::prelude::*;

use crate::analysis::headcount::OfHeadcount;
use crate::analysis::returns::Returns;
use crate::domain::area::Area;
use crate::domain::headcount::Among;
use crate::domain::ids::{SectorId, StaffGroupId};
use crate::reports::headcount::{NOT_KNOWN, among_in, rate};
use crate::reports::words;
use crate::ui::{Head, RowHeader, Table, TableCell, TableRow};

/// By sector; with what was expected and what is missing, where a number was set for any.
pub(super) fn by_sector(returns: &Returns, area: &Area) -> AnyView {
    let is_expected = !returns.expected.is_empty();
    let rates = returns.rates.as_ref();
    let mut rows = Vec::new();
    for (id, received) in &returns.sectors {
        let name = id.as_ref().map_or("Not said", |id| area.sector_name(id)).to_owned();
        let mut cells = vec![received.to_string()];
        if is_expected {
            let expected = id.as_ref().and_then(|id| returns.expected.get(id));
            let missing = id.as_ref().and_then(|id| returns.missing_of(id, *received));
            cells.push(expected.map_or_else(|| "\u{2013}".to_owned(), ToString::to_string));
            cells.push(missing.map_or_else(|| "\u{2013}".to_owned(), |missing| missing.to_string()));
        }
        if let Some(rates) = rates {
            cells.push(of_headcount(id.as_ref().and_then(|id| rates.of_sector(id))));
        }
        rows.push((name, cells));
    }
    let mut heads = if is_expected { vec!["Received", "Expected", "Missing"] } else { vec!["Received"] };
    heads.extend(rates.map(|_| OF_HEADCOUNT));
    table("Responses by sector", "Sector", &heads, rows)
}

/// By staff group.
pub(super) fn by_staff_group(returns: &Returns, area: &Area) -> AnyView {
    let rates = returns.rates.as_ref();
    let rows = returns.staff_groups.iter().map(|(id, count)| {
        let name = id.as_ref().map_or("Not said", |id| area.staff_group_name(id));
        let rate = rates.map(|rates| of_headcount(id.as_ref().and_then(|id| rates.of_staff_group(id))));
        (name.to_owned(), std::iter::once(count.to_string()).chain(rate).collect())
    });
    let rows = rows.collect();
    let heads: Vec<&str> = std::iter::once("Received").chain(rates.map(|_| OF_HEADCOUNT)).collect();
    table("Responses by staff group", "Staff group", &heads, rows)
}

/// By staff group within each sector, where the headcount of any is known; nothing otherwise.
pub(super) fn by_both(returns: &Returns, area: &Area) -> Option<AnyView> {
    let rates = returns.rates.as_ref()?;
    let row = |(sector, group, of): (&SectorId, &StaffGroupId, OfHeadcount)| {
        (among_in(area, &Among::both(sector, group)), vec![rate(of)])
    };
    let rows: Vec<_> = rates.of_both().map(row).collect();
    (!rows.is_empty()).then(|| table("Responses by staff group within each sector", "Who", &[OF_HEADCOUNT], rows))
}

/// The head of a column of response rates.
const OF_HEADCOUNT: &str = "Of the headcount";

fn of_headcount(of: Option<OfHeadcount>) -> String {
    of.map_or_else(|| NOT_KNOWN.to_owned(), rate)
}

/// Over the weeks in which they were finished, with how many there were by the end of each.
pub(super) fn by_week(returns: &Returns) -> AnyView {
    let mut total = 0_usize;
    let mut rows = Vec::new();
    for (monday, count) in &returns.weeks {
        total = total.saturating_add(*count);
        rows.push((words::day(*monday), vec![count.to_string(), total.to_string()]));
    }
    if returns.undated > 0 {
        total = total.saturating_add(returns.undated);
        rows.push(("Day not known".to_owned(), vec![returns.undated.to_string(), total.to_string()]));
    }
    table("Responses by week", "Week beginning", &["Finished", "Altogether"], rows)
}

fn table(caption: &'static str, what: &'static str, heads: &[&str], rows: Vec<(String, Vec<String>)>) -> AnyView {
    let head = std::iter::once(Head::text(what)).chain(heads.iter().map(|head| Head::number(*head))).collect();
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(name, cells)| {
            let cells =
                cells.into_iter().map(|cell| view! { <TableCell numeric=true>{cell}</TableCell> }).collect_view();
            view! {
                <TableRow>
                    <RowHeader>{name}</RowHeader>
                    {cells}
                </TableRow>
            }
        })
        .collect();
    view! { <Table caption head>{rows}</Table> }.into_any()
}
