//! What the text of a report says, in which order, and that no word in it can become markup.

use super::*;
use crate::domain::ids::ReplicaId;
use crate::domain::report_text::{ReportKind, Subject};
use crate::reports::document::{Block, Section};
use crate::reports::progress;
use crate::sample;

/// The words of HTML text in order, without pictures, and with a space for every piece of markup.
fn words_of(html: &str) -> String {
    let (mut words, mut rest) = (String::new(), html);
    while let Some((before, after)) = rest.split_once('<') {
        words.push_str(before);
        words.push(' ');
        let skipped = ["svg", "style", "title", "head"].into_iter().find(|name| after.starts_with(name));
        let end = skipped.map_or_else(|| ">".to_owned(), |name| format!("</{name}>"));
        rest = after.split_once(&end).map_or("", |(_, rest)| rest);
    }
    words.push_str(rest);
    let plain = words.replace("&#39;", "'").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">");
    plain.replace("&amp;", "&").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn sample_report() -> Report {
    let (open, _) = sample::workspace(ReplicaId(1)).unwrap();
    let plan = open.plans()[0].0;
    let today = sample::today();
    progress::report(&open, plan, today, progress::usual_since(&open, plan, today)).unwrap()
}

#[test]
fn the_page_the_copy_and_the_plain_text_say_the_same_in_the_same_order() {
    let report = sample_report();
    let images = vec![Some("data:image/png;base64,AA==".to_owned())];
    assert_eq!(words_of(&page(&report)), spaced(&plain(&report)));
    assert_eq!(words_of(&fragment(&report, &images)), spaced(&plain(&report)));
}

#[test]
fn headings_tables_and_pictures_are_what_a_word_processor_takes_them_for() {
    let report = sample_report();
    let copied = fragment(&report, &[Some("data:image/png;base64,AA==".to_owned())]);
    assert_eq!(copied.matches("<h1>").count(), 1);
    assert_eq!(copied.matches("<h2").count(), 11, "eight sections and three appendices");
    assert!(copied.contains("<h2 id=\"section-4\">4. Progress</h2>"));
    assert!(copied.contains("<span class=\"number\">4.1</span> The plan has 12 actions."));
    assert_eq!(copied.matches("<table").count(), 3);
    assert!(copied.contains("<th scope=\"col\">Lead</th>") && copied.contains("<th scope=\"row\">"));
    assert!(copied.contains("<img src=\"data:image/png;base64,AA==\" alt=\"Rainbow, from 1 "));
    assert!(copied.contains(" width=\"600\" height=\"398\">"), "as wide as a sheet holds");
    assert!(!copied.contains("<svg") && !copied.contains("class=\"contents\""));
    let page = page(&report);
    assert_eq!(page.matches("<svg").count(), 1);
    assert!(page.starts_with("<!doctype html>") && page.contains("default-src 'none'") && !page.contains("<script"));
}

#[test]
fn a_cell_of_several_lines_keeps_them_and_long_tables_may_be_divided() {
    let table = |rows| {
        let row = vec!["Midwives".to_owned(), "Resourcing: none\nOwner: a lead".to_owned()];
        Block::Table(Table { caption: String::new(), head: Vec::new(), names: 0, rows: vec![row; rows] })
    };
    let mut report = sample_report();
    report.sections = vec![Section::new("", vec![table(1), table(40)])];
    report.appendices = Vec::new();
    let text = page(&report);
    assert_eq!(text.matches("<td>Resourcing: none<br>Owner: a lead</td>").count(), 41);
    assert_eq!(
        text.matches("role=\"region\" aria-label=\"\" tabindex=\"0\">\n<table").count(),
        2,
        "each scrolls by itself"
    );
    assert!(!fragment(&report, &[]).contains("role=\"region\""), "a document has none");
    assert_eq!((text.matches("<table").count(), text.matches("<table class=\"whole\"").count()), (2, 1));
    assert!(plain(&report).contains("Midwives\tResourcing: none Owner: a lead"));
}

#[test]
fn a_picture_that_could_not_be_made_leaves_its_words() {
    let copied = fragment(&sample_report(), &[None]);
    assert!(!copied.contains("<img") && copied.contains("<figure>\n<p>Rainbow, from 1 "));
}

#[test]
fn no_word_of_a_report_becomes_markup() {
    let odd = "<b onclick=\"x\">&amp;'</style><script>1</script>";
    let table = Table { caption: odd.into(), head: vec![odd.into()], names: 0, rows: vec![vec![odd.into()]] };
    let list = |label: &str| Block::List(vec![Entry { label: label.into(), text: odd.into() }]);
    let blocks = vec![Block::paragraph(odd), Block::Heading(odd.into()), list(odd), list(""), Block::Table(table)];
    let report = Report {
        kind: ReportKind::Progress,
        about: Subject::Area,
        area: odd.into(),
        meeting: odd.into(),
        title: odd.into(),
        byline: odd.into(),
        style: Style::WithContents,
        sections: vec![Section::new(odd, blocks)],
        appendices: Vec::new(),
    };
    let text = page(&report);
    assert!(!text.contains("<b ") && !text.contains("<script") && text.matches("</style>").count() == 1, "{text}");
    assert_eq!(words_of(&text).matches(odd).count(), 14);
    assert!(text.contains("<nav class=\"contents\">"));
}
