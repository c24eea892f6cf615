//! A report drawn as a document: title, numbered sections and paragraphs, lists, tables and charts.

use leptos::prelude::*;

use super::super::data_table::DataTable;
use crate::charts::Rainbow;
use crate::reports::document::{Block, Entry, Report, Section};
use crate::ui::{Figure, PageHeading, RainbowPicture, css_text};

/// A report. On paper it stands alone on A4.
#[component]
pub(super) fn Document(report: Report) -> impl IntoView {
    let Report { area, meeting, title, byline, sections, appendices } = report;
    let sections = sections.into_iter().enumerate().map(|(at, section)| {
        let number = Report::section_number(at);
        let heading = format!("{number}. {}", section.heading);
        section_view("", heading, section, Some(number))
    });
    let appendices = appendices.into_iter().enumerate().map(|(at, section)| {
        let heading = format!("Appendix {}: {}", Report::appendix_letter(at), section.heading);
        section_view("app-report__appendix", heading, section, None)
    });
    let running = running_header(&area, &title, &byline);
    view! {
        <article class="app-report">
            <style>{running}</style>
            <header class="app-report__top">
                {(!meeting.is_empty()).then(|| view! { <p class="app-report__meeting">{meeting}</p> })}
                <PageHeading caption=area>{title}</PageHeading>
                <p class="app-report__byline">{byline}</p>
            </header>
            {sections.collect_view()}
            {appendices.collect_view()}
        </article>
    }
}

fn section_view(class: &'static str, heading: String, section: Section, number: Option<String>) -> impl IntoView {
    // Paragraphs are counted; what stands under one belongs to it.
    let mut paragraphs = 0_usize;
    let blocks = section.blocks.into_iter().enumerate().map(|(at, block)| match (block, &number) {
        (Block::Paragraph(text), Some(number)) => {
            paragraphs = paragraphs.saturating_add(1);
            numbered(format!("{number}.{paragraphs}"), text).into_any()
        }
        (Block::Paragraph(text), None) => view! { <p class="govuk-body">{text}</p> }.into_any(),
        (Block::List(entries), _) => list(entries).into_any(),
        (Block::Table(table), _) => {
            // The heading just above the first block of an appendix says what its table shows.
            view! { <DataTable table caption_hidden=at == 0 /> }.into_any()
        }
        (Block::Rainbow(rainbow), _) => view! { <Chart rainbow /> }.into_any(),
    });
    let blocks = blocks.collect_view();
    view! {
        <section class=class>
            <h2 class="govuk-heading-m">{heading}</h2>
            {blocks}
        </section>
    }
}

fn numbered(number: String, text: String) -> impl IntoView {
    view! {
        <p class="govuk-body app-report__paragraph">
            <span class="app-report__number">{number}</span>
            " "
            <span>{text}</span>
        </p>
    }
}

fn list(entries: Vec<Entry>) -> impl IntoView {
    let entry = |Entry { label, text }: Entry| {
        // A label that ends in a full stop already gets no second one.
        let mark = if label.is_empty() { "\u{2022}".to_owned() } else { format!("{}.", label.trim_end_matches('.')) };
        view! {
            <li class="app-report__entry">
                <span class="app-report__mark" aria-hidden=label.is_empty().then_some("true")>{mark}</span>
                " "
                <span>{text}</span>
            </li>
        }
    };
    view! { <ul class="govuk-list app-report__list">{entries.into_iter().map(entry).collect_view()}</ul> }
}

#[component]
fn Chart(rainbow: Rainbow) -> impl IntoView {
    let caption = "n is the number of people behind a score.".to_owned();
    view! {
        <Figure caption>
            <RainbowPicture rainbow=Signal::stored(rainbow) prefix="report-rainbow" />
        </Figure>
    }
}

/// The rule for the line at the top of each sheet. Only a style sheet can write there, and only the report knows the words.
fn running_header(area: &str, title: &str, byline: &str) -> String {
    let words = css_text(&format!("{area}: {title}, {byline}"));
    // The first sheet begins with the title itself.
    format!(
        "@page report {{ @top-left {{ content: \"{words}\"; }} }} @page report:first {{ @top-left {{ content: \"\"; }} }}"
    )
}
