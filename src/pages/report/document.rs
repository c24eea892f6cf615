//! A report drawn as a document: title, contents, numbered sections and paragraphs, lists, tables and pictures.

use leptos::prelude::*;

use super::super::copy_picture::CopyPicture;
use super::super::data_table::DataTable;
use super::words::{Editing, Words};
use crate::charts::Layout;
use crate::domain::report_text::{ReportKind, Subject};
use crate::reports::document::{
    Entry, Figure as FigureData, Laid, Picture, Piece, Report, Style, laid, mark, stays_whole,
};
use crate::reports::html::{CONTENTS, prefix, running_line};
use crate::reports::picture;
use crate::ui::{Figure, PageHeading, css_text, focus_soon};

/// A report. On paper it stands alone on A4. Without `editing` its words are only read.
#[component]
pub(super) fn Document(
    /// The report.
    report: Signal<Option<Report>>,
    /// What of it is being changed.
    editing: Option<Editing>,
) -> impl IntoView {
    let sections = Memo::new(move |_| report.with(|report| report.as_ref().map(laid).unwrap_or_default()));
    let style =
        Memo::new(move |_| report.with(|report| report.as_ref().map(|report| report.style).unwrap_or_default()));
    let count = Memo::new(move |_| sections.with(Vec::len));
    let which = Memo::new(move |_| report.with(|report| report.as_ref().map(|report| (report.kind, report.about))));
    // A section is drawn anew only when something in it has changed.
    let section = move |at: usize| {
        let one = Memo::new(move |_| sections.with(|sections| sections.get(at).cloned()));
        move || Some(section_view(one.get()?, which.get()?, editing))
    };
    let class = move || match style.get() {
        Style::Numbered | Style::WithContents => "app-report",
        Style::Plain => "app-report app-report--plain",
        Style::Poster => "app-report app-report--poster",
    };
    view! {
        <article class=class>
            <style>{move || report.with(|report| report.as_ref().map(running_header))}</style>
            <Top report />
            {move || (style.get() == Style::WithContents).then(|| contents(sections.get()))}
            {move || (0..count.get()).map(section).collect_view()}
        </article>
    }
}

/// What stands above the first section.
#[component]
fn Top(report: Signal<Option<Report>>) -> impl IntoView {
    let top = Memo::new(move |_| {
        report.with(|report| {
            let Report { area, meeting, title, byline, .. } = report.as_ref()?;
            Some([area, meeting, title, byline].map(Clone::clone))
        })
    });
    move || {
        let [area, meeting, title, byline] = top.get()?;
        Some(view! {
            <header class="app-report__top">
                {(!meeting.is_empty()).then(|| view! { <p class="app-report__meeting">{meeting}</p> })}
                <PageHeading caption=area>{title}</PageHeading>
                {(!byline.is_empty()).then(|| view! { <p class="app-report__byline">{byline}</p> })}
            </header>
        })
    }
}

fn contents(sections: Vec<Laid>) -> impl IntoView {
    let entry = |laid: Laid| {
        let Laid { anchor, heading, .. } = laid;
        let href = format!("#{anchor}");
        let go = move |event: leptos::ev::MouseEvent| {
            // The fragment names the app's page, so following the link would leave it.
            event.prevent_default();
            focus_soon(anchor.clone());
        };
        view! { <li><a class="govuk-link" href=href on:click=go>{heading}</a></li> }
    };
    let entries = sections.into_iter().filter(|laid| !laid.heading.is_empty()).map(entry).collect_view();
    view! {
        <nav class="app-report__contents" aria-labelledby="report-contents">
            <h2 class="govuk-heading-m" id="report-contents">{CONTENTS}</h2>
            <ul class="govuk-list">{entries}</ul>
        </nav>
    }
}

fn section_view(laid: Laid, (kind, about): (ReportKind, Subject), editing: Option<Editing>) -> impl IntoView {
    let Laid { anchor, heading, is_appendix, pieces } = laid;
    let piece = move |piece: Piece| match piece {
        Piece::Paragraph { of, lines } => view! { <Words kind about of lines editing /> }.into_any(),
        Piece::Heading(words) => view! { <h3 class="govuk-heading-s">{words}</h3> }.into_any(),
        Piece::List(entries) => list(entries).into_any(),
        Piece::Table(table, is_first) => {
            // The heading just above the first block of an appendix says what its table shows.
            let class = if stays_whole(&table) { "app-report__whole" } else { "app-report__long" };
            view! { <div class=class><DataTable table caption_hidden={is_first && is_appendix} /></div> }.into_any()
        }
        Piece::Figure(figure, at) => view! { <Chart figure at /> }.into_any(),
    };
    let heading =
        (!heading.is_empty()).then(|| view! { <h2 class="govuk-heading-m" id=anchor tabindex="-1">{heading}</h2> });
    view! {
        <section class=is_appendix.then_some("app-report__appendix")>
            {heading}
            {pieces.into_iter().map(piece).collect_view()}
        </section>
    }
}

fn list(entries: Vec<Entry>) -> impl IntoView {
    let entry = |entry: Entry| {
        let mark = mark(&entry);
        let is_bullet = entry.label.is_empty();
        view! {
            <li class="app-report__entry">
                <span class="app-report__mark" aria-hidden=is_bullet.then_some("true")>{mark}</span>
                " "
                <span>{entry.text}</span>
            </li>
        }
    };
    view! { <ul class="govuk-list app-report__list">{entries.into_iter().map(entry).collect_view()}</ul> }
}

#[component]
fn Chart(figure: FigureData, at: usize) -> impl IntoView {
    let [wide, compact] = [(Layout::Wide, "wide"), (Layout::Compact, "compact")]
        .map(|(layout, name)| picture::drawn(&figure.picture, layout, &format!("{}-{name}", prefix(at))));
    let name = picture::name(&figure.picture).to_owned();
    // The chart's own text: every word in it is escaped there.
    let (wide_svg, compact_svg) = (wide.svg.clone(), compact.svg);
    let is_radar = matches!(figure.picture, Picture::Radar { .. });
    view! {
        <div class=is_radar.then_some("app-report__radar")>
            <Figure caption=figure.caption>
                <div class="app-rainbow__layout app-rainbow__layout--wide" inner_html=wide_svg></div>
                <div class="app-rainbow__layout app-rainbow__layout--compact" inner_html=compact_svg></div>
            </Figure>
        </div>
        <CopyPicture drawing=wide name />
    }
}

/// The rule for the line at the top of each sheet. Only a style sheet can write there, and only the report knows the words.
fn running_header(report: &Report) -> String {
    let words = css_text(&running_line(report));
    // The first sheet begins with the title itself.
    format!(
        "@page report {{ @top-left {{ content: \"{words}\"; }} }} @page report:first {{ @top-left {{ content: \"\"; }} }}"
    )
}
