//! Table: rows and columns of words and numbers.
//!
//! Keeps WCAG 1.3.1 (a caption, column heads and row heads with scopes), 1.4.10 Reflow (a wide table scrolls inside its
//! own region, never the page; on a phone each row is a card) and 2.1.1 Keyboard (that region takes the focus, so the
//! arrow keys scroll it). The roles are written out because a browser may forget them where rows are laid out as cards.
//! In print it is a table always: the heads repeat on each sheet and no row is split.

use leptos::prelude::*;

use super::css::css_text;

/// A table with a caption and column heads. Its rows are [`TableRow`]s, given as children.
#[component]
pub fn Table(
    /// What the table shows; also the name of the region it scrolls in.
    #[prop(into)]
    caption: String,
    /// Whether the caption is only read out, because a heading just above says the same.
    #[prop(optional)]
    caption_hidden: bool,
    /// The column heads in order.
    head: Vec<Head>,
    /// Smaller text and tighter rows, for plans and matrices.
    #[prop(optional)]
    dense: bool,
    /// The rows.
    children: Children,
) -> impl IntoView {
    let caption_class =
        if caption_hidden { "govuk-visually-hidden" } else { "govuk-table__caption govuk-table__caption--m" };
    let region = caption.clone();
    let names = column_names(&head);
    let head_cell = |head: Head| {
        let numeric = head.numeric;
        view! {
            <th scope="col" role="columnheader" class="govuk-table__header" class=("govuk-table__header--numeric", numeric)>
                {head.into_view()}
            </th>
        }
    };
    view! {
        <div class="app-table-region" role="region" aria-label=region tabindex="0">
            <table role="table" class="govuk-table app-table" class=("app-table--dense", dense) style=names>
                <caption class=caption_class>{caption}</caption>
                <thead role="rowgroup" class="govuk-table__head">
                    <tr role="row" class="govuk-table__row">{head.into_iter().map(head_cell).collect_view()}</tr>
                </thead>
                <tbody role="rowgroup" class="govuk-table__body">{children()}</tbody>
            </table>
        </div>
    }
}

/// The heads as properties of a style sheet, `--head-1` and on: on a phone styles/_table.scss writes each beside the
/// values of its column. The words that are read out stay in the head of the table.
fn column_names(head: &[Head]) -> String {
    let name = |(at, head): (usize, &Head)| format!("--head-{}: \"{}\";", at.saturating_add(1), css_text(&head.text));
    head.iter().enumerate().map(name).collect()
}

/// A column head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    text: String,
    /// What is read out instead; empty for the text itself.
    full: String,
    numeric: bool,
}

impl Head {
    /// The head of a column of words.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), full: String::new(), numeric: false }
    }

    /// The head of a column of numbers, set to the right like its cells.
    pub fn number(text: impl Into<String>) -> Self {
        Self { text: text.into(), full: String::new(), numeric: true }
    }

    /// The words that are seen.
    pub(super) fn words(&self) -> &str {
        &self.text
    }

    /// What stands in the head of the column.
    pub(super) fn into_view(self) -> AnyView {
        let Self { text, full, .. } = self;
        if full.is_empty() {
            text.into_any()
        } else {
            view! {
                <span aria-hidden="true">{text}</span>
                <span class="govuk-visually-hidden">{full}</span>
            }
            .into_any()
        }
    }

    /// The same head, which is read out by its full name: for a text that was shortened to fit.
    #[must_use]
    pub fn read_as(self, full: impl Into<String>) -> Self {
        Self { full: full.into(), ..self }
    }
}

/// One row of a [`Table`].
#[component]
pub fn TableRow(
    /// A [`RowHeader`] where the row has one, then [`TableCell`]s.
    children: Children,
) -> impl IntoView {
    view! { <tr role="row" class="govuk-table__row">{children()}</tr> }
}

/// The cell that names its row.
#[component]
pub fn RowHeader(
    /// The name.
    children: Children,
) -> impl IntoView {
    view! {
        <th scope="row" role="rowheader" class="govuk-table__header">
            {children()}
        </th>
    }
}

/// Any other cell of a row.
#[component]
pub fn TableCell(
    /// Whether it holds a number, which is then set to the right with figures of one width.
    #[prop(optional)]
    numeric: bool,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    view! {
        <td role="cell" class="govuk-table__cell" class=("govuk-table__cell--numeric", numeric)>
            {children()}
        </td>
    }
}
