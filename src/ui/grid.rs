//! Grid: a table whose cells are walked with the arrow keys and changed where they stand.
//!
//! Follows the ARIA treegrid pattern: one cell at a time is in the tab order, the arrow keys, Home and End go from cell to cell,
//! Enter or F2 opens a cell, Escape leaves it as it was. With a pointer a click chooses a cell and another opens it. Keeps WCAG
//! 2.1.1 Keyboard, 2.4.3 Focus order (the focus returns to the cell that was left) and 1.3.1 (heads, row heads and levels).
//! What is in the tab order is written to the page by hand and to two cells only, because a plan can have thousands of cells.
//! Rows that are not wanted at the moment stay in the page, hidden from everybody, so that they are back at once. How wide the
//! columns are is said beforehand: then the browser lays out only the rows that are seen (`styles/_plan.scss`).

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, KeyboardEvent};

use super::css::css_text;
use super::focus::{focus_element, focus_soon};
use super::table::Head;

/// A cell that a person wants to open: the row's key and the column's.
pub type CellKey = (String, &'static str);

/// A column of a [`Grid`].
#[derive(Clone, Debug)]
pub struct GridColumn {
    /// The word for it in the page's structure.
    pub key: &'static str,
    /// Its head.
    pub head: Head,
    /// How wide it is at least, as a length of CSS.
    pub least: &'static str,
    /// Its share of the room that is left beside all others; 0 for a column that stays as wide as it is at least.
    pub share: u8,
}

/// A table of cells that are changed where they stand. Its rows are [`GridRow`]s of [`GridCell`]s, given as children.
#[component]
pub fn Grid(
    /// What the table shows.
    #[prop(into)]
    caption: Signal<String>,
    /// The id of a text that says how to use it.
    described_by: &'static str,
    /// The columns in order.
    columns: Vec<GridColumn>,
    /// Called with the cell that a person wants to open.
    #[prop(into)]
    on_open: Callback<CellKey>,
    /// Called with the key of a row that a person moves up (`true`) or down among its neighbours, by Alt and an arrow key.
    #[prop(into)]
    on_move: Callback<(String, bool)>,
    /// Called with the key of the row after which a person wants another, by Alt and Enter.
    #[prop(into)]
    on_add: Callback<String>,
    /// The rows.
    children: Children,
) -> impl IntoView {
    let keys: Vec<&'static str> = columns.iter().map(|column| column.key).collect();
    let keys = StoredValue::new(keys);
    let style = style(&columns);
    let open = move |cell: &Element| {
        let (Some(row), Some(column)) = (cell.get_attribute("data-row"), cell.get_attribute("data-column")) else {
            return;
        };
        let column = keys.with_value(|keys| keys.iter().copied().find(|key| *key == column));
        if let Some(column) = column.filter(|_| cell.has_attribute("data-opens")) {
            on_open.run((row, column));
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let Some(cell) = cell_at(&target) else { return };
        if target != cell {
            // Within a cell the keys belong to what is in it; Escape comes back to the cell.
            if event.key() == "Escape" && target.tag_name() != "TEXTAREA" {
                enter(&cell);
            }
            return;
        }
        if event.alt_key() {
            if let Some(row) = cell.get_attribute("data-row") {
                match event.key().as_str() {
                    key @ ("ArrowUp" | "ArrowDown") => on_move.run((row, key == "ArrowUp")),
                    "Enter" => on_add.run(row),
                    _ => return,
                }
                event.prevent_default();
            }
            return;
        }
        if event.ctrl_key() || event.meta_key() {
            return;
        }
        let next = match event.key().as_str() {
            "ArrowLeft" => cell.previous_element_sibling(),
            "ArrowRight" => cell.next_element_sibling(),
            "ArrowUp" => in_row_beside(&cell, Element::previous_element_sibling),
            "ArrowDown" => in_row_beside(&cell, Element::next_element_sibling),
            "Home" => cell.parent_element().and_then(|row| row.first_element_child()),
            "End" => cell.parent_element().and_then(|row| row.last_element_child()),
            "Enter" | "F2" => {
                event.prevent_default();
                open(&cell);
                None
            }
            _ => return,
        };
        if let Some(next) = next {
            event.prevent_default();
            enter(&next);
        }
    };
    // The cell that had the focus before the pointer went down: a click on it opens it.
    let had_focus = StoredValue::new(None::<String>);
    let on_down = move |event: web_sys::MouseEvent| {
        let focused = document().active_element().map(|element| element.id()).filter(|id| !id.is_empty());
        let cell = element(event.target()).and_then(|target| cell_at(&target)).map(|cell| cell.id());
        had_focus.set_value(cell.filter(|cell| focused.as_ref() == Some(cell)));
    };
    let on_click = move |event: web_sys::MouseEvent| {
        let Some(target) = element(event.target()) else { return };
        let in_control = target.closest("a, input, button, select, textarea, label").ok().flatten().is_some();
        if let Some(cell) = cell_at(&target).filter(|_| !in_control) {
            let again = had_focus.with_value(|had| had.as_ref() == Some(&cell.id()));
            if again || event.detail() >= 2 {
                open(&cell);
            }
        }
    };
    let on_focus = move |event: web_sys::FocusEvent| {
        if let Some(cell) = element(event.target()).and_then(|target| cell_at(&target)) {
            keep_in_tab_order(&cell);
        }
    };
    let head_cell = |GridColumn { head, .. }: GridColumn| {
        view! { <th scope="col" role="columnheader" class="govuk-table__header">{head.into_view()}</th> }
    };
    let region = caption;
    view! {
        <div class="app-table-region" role="region" aria-label=move || region.get()>
            <table
                role="treegrid"
                aria-describedby=described_by
                class="govuk-table app-table app-table--dense app-grid"
                style=style
                on:keydown=on_key
                on:mousedown=on_down
                on:click=on_click
                on:focusin=on_focus
            >
                <caption class="govuk-visually-hidden">{move || caption.get()}</caption>
                <thead role="rowgroup" class="govuk-table__head">
                    <tr role="row" class="govuk-table__row">{columns.into_iter().map(head_cell).collect_view()}</tr>
                </thead>
                <tbody role="rowgroup" class="govuk-table__body">{children()}</tbody>
            </table>
        </div>
    }
}

/// One row of a [`Grid`].
#[component]
pub fn GridRow(
    /// How many rows it stands beneath.
    #[prop(into)]
    depth: Signal<usize>,
    /// Whether rows beneath it are shown (`Some(true)`) or folded away; `None` where there are none.
    #[prop(into)]
    expanded: Signal<Option<bool>>,
    /// Whether it is hidden for now: a hidden row is neither seen, nor read out, nor come to by a key.
    #[prop(into)]
    hidden: Signal<bool>,
    /// [`GridCell`]s.
    children: Children,
) -> impl IntoView {
    view! {
        <tr
            role="row"
            class="govuk-table__row"
            hidden=move || hidden.get()
            aria-expanded=move || expanded.get().map(|expanded| expanded.to_string())
        >
            {children()}
        </tr>
    }
    .attr("aria-level", move || depth.get().saturating_add(1).to_string())
}

/// One cell of a [`GridRow`].
#[component]
pub fn GridCell(
    /// The key of its row.
    row: String,
    /// The key of its column.
    column: &'static str,
    /// Whether it names the row.
    #[prop(optional)]
    names_row: bool,
    /// Whether it can be opened to be changed.
    #[prop(optional)]
    opens: bool,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let id = cell_id(&row, column);
    let opens = opens.then_some("");
    if names_row {
        view! {
            <th scope="row" role="rowheader" class="govuk-table__header" tabindex="-1" id=id data-row=row data-column=column data-opens=opens>
                {children()}
            </th>
        }
        .into_any()
    } else {
        view! {
            <td role="gridcell" class="govuk-table__cell" tabindex="-1" id=id data-row=row data-column=column data-opens=opens>
                {children()}
            </td>
        }
        .into_any()
    }
}

/// Puts the focus on a cell, once what is now being drawn is there.
pub fn focus_cell(row: &str, column: &str) {
    focus_soon(cell_id(row, column));
}

/// Puts the first cell of the grid on the page in the tab order, if none that is shown is yet. Call it when rows have come,
/// gone or been hidden.
pub fn keep_grid_reachable() {
    super::focus::soon(|| {
        let found = |selector| document().query_selector(selector).ok().flatten();
        if found(".app-grid tr:not([hidden]) > [data-row][tabindex='0']").is_none()
            && let Some(first) = found(".app-grid tr:not([hidden]) > [data-row]")
        {
            keep_in_tab_order(&first);
        }
    });
}

/// What the stylesheet is told of the columns: how wide they are and, for phones, what stands beside each cell.
fn style(columns: &[GridColumn]) -> String {
    let heads = columns
        .iter()
        .enumerate()
        .map(|(at, column)| format!("--head-{}: \"{}\";", at.saturating_add(1), css_text(column.head.words())));
    let tracks = columns.iter().map(|GridColumn { least, share, .. }| format!("minmax({least}, {share}fr)"));
    let tracks: Vec<String> = tracks.collect();
    let least: Vec<&str> = columns.iter().map(|column| column.least).collect();
    let heads: String = heads.collect();
    format!("{heads} --grid-columns: {}; --grid-least: calc({});", tracks.join(" "), least.join(" + "))
}

fn cell_id(row: &str, column: &str) -> String {
    format!("cell-{row}-{column}")
}

fn element(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into::<Element>().ok()
}

fn cell_at(element: &Element) -> Option<Element> {
    element.closest("[data-row]").ok().flatten()
}

/// The cell in the same column of the next row that way which is not hidden.
fn in_row_beside(cell: &Element, neighbour: impl Fn(&Element) -> Option<Element>) -> Option<Element> {
    let mut row = neighbour(&cell.parent_element()?)?;
    while row.has_attribute("hidden") {
        row = neighbour(&row)?;
    }
    let column = cell.get_attribute("data-column")?;
    row.query_selector(&format!("[data-column='{column}']")).ok().flatten()
}

fn enter(cell: &Element) {
    keep_in_tab_order(cell);
    focus_element(cell);
}

/// Makes this cell the one that the Tab key comes to.
fn keep_in_tab_order(cell: &Element) {
    let grid = cell.closest("table").ok().flatten();
    let before = grid.and_then(|grid| grid.query_selector("[data-row][tabindex='0']").ok().flatten());
    if let Some(before) = before.filter(|before| before != cell) {
        set_tab(&before, "-1");
    }
    set_tab(cell, "0");
}

fn set_tab(cell: &Element, value: &str) {
    // The name and the value are plain words, which no browser refuses.
    let _refused = cell.set_attribute("tabindex", value);
}
