//! Drafting a report: each paragraph is drafted from the data, and what a person made of it stands in its place.
//!
//! A paragraph is known by its part, a name that stays the same for good. Words that were written in place of a draft are kept
//! with that draft, so that a report can tell when the figures behind them have changed.

use super::document::{Block, Paragraph, Wording};
use crate::domain::ids::PartId;
use crate::domain::report_text::{ReportKind, ReportPart, ReportText, Subject};
use crate::domain::workspace::Workspace;

/// A report that is being drafted.
#[derive(Clone, Copy, Debug)]
pub struct Drafting<'a> {
    workspace: &'a Workspace,
    kind: ReportKind,
    about: Subject,
}

/// A detail of a report that only a person knows, such as the meeting it goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detail {
    /// Which part of the report it is.
    pub part: &'static str,
    /// The label of its field.
    pub label: &'static str,
    /// The hint under the label.
    pub hint: &'static str,
}

/// The meeting that a report goes to.
pub const MEETING: Detail = Detail {
    part: "meeting",
    label: "Meeting",
    hint: "Its name and date, such as Children\u{2019}s Trust Executive, 5 February 2010",
};

/// Who reports.
pub const AUTHOR: Detail = Detail { part: "author", label: "Who reports", hint: "A role, such as Workforce lead" };

/// Who can be asked about it.
pub const CONTACT: Detail = Detail {
    part: "contact",
    label: "Contact",
    hint: "A role and how to reach it, such as Workforce lead, Children\u{2019}s Services",
};

/// The details that a report asks for.
pub fn details(kind: ReportKind) -> &'static [Detail] {
    match kind {
        ReportKind::Progress | ReportKind::Summary | ReportKind::Proposal | ReportKind::Conference => {
            &[MEETING, AUTHOR]
        }
        ReportKind::Strategy => &[MEETING, AUTHOR, CONTACT],
        ReportKind::ToldUs => &[CONTACT],
        ReportKind::Board => &[MEETING, CONTACT],
        ReportKind::Poster | ReportKind::LeadSheet => &[],
    }
}

impl<'a> Drafting<'a> {
    /// Drafts a report of this kind about this.
    pub fn new(workspace: &'a Workspace, kind: ReportKind, about: Subject) -> Self {
        Self { workspace, kind, about }
    }

    /// What was written for a detail of the report; empty if nothing.
    pub fn detail(self, detail: Detail) -> String {
        self.written(detail.part).map(|words| words.text.trim().to_owned()).unwrap_or_default()
    }

    /// A paragraph that is drafted from the data, or what a person wrote in its place.
    pub fn paragraph(self, part: &str, drafted: impl Into<String>) -> Block {
        self.with_wording(part, drafted.into(), Wording::Drafted)
    }

    /// A paragraph of standard words, which a person adapts.
    pub fn standard(self, part: &str, words: impl Into<String>) -> Block {
        self.with_wording(part, words.into(), Wording::Standard)
    }

    fn with_wording(self, part: &str, drafted: String, unwritten: Wording) -> Block {
        let written = self.written(part).filter(|words| !words.text.trim().is_empty());
        let (text, wording) = match written {
            None => (drafted.clone(), unwritten),
            Some(words) if words.drafted.is_empty() || words.drafted == drafted => {
                (words.text.clone(), Wording::Written)
            }
            Some(words) => (words.text.clone(), Wording::Outdated),
        };
        Block::Paragraph(Paragraph { part: PartId::parse(part), text, drafted, wording })
    }

    fn written(self, part: &str) -> Option<&'a ReportText> {
        let part = ReportPart::Of(self.kind, PartId::parse(part)?);
        self.workspace.report_words(self.about, &part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::area::Area;
    use crate::domain::ids::{ReplicaId, WorkspaceId};
    use crate::domain::rest::Rest;
    use uuid::Uuid;

    fn paragraph(open: &Workspace, drafted: &str) -> Paragraph {
        match Drafting::new(open, ReportKind::Summary, Subject::Area).paragraph("purpose", drafted) {
            Block::Paragraph(paragraph) => paragraph,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn written_words_stand_in_place_of_the_draft_until_they_are_taken_back_and_tell_when_it_changed() {
        let (mut open, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), Area::named("Fenshire"));
        let mut write = |text: &str, drafted: &str| {
            let part = ReportPart::Of(ReportKind::Summary, PartId::parse("purpose").unwrap());
            let (text, drafted) = (text.to_owned(), drafted.to_owned());
            open.write_report_text(ReportText { about: Subject::Area, part, text, drafted, rest: Rest::new() });
            open.clone()
        };
        let told = |open: &Workspace, drafted: &str| {
            let Paragraph { text, drafted, wording, .. } = paragraph(open, drafted);
            (text, drafted, wording)
        };
        let edited = write("Of 54, many.", "54 responses.");
        let said = |text: &str, drafted: &str, wording| (text.to_owned(), drafted.to_owned(), wording);
        assert_eq!(told(&edited, "54 responses."), said("Of 54, many.", "54 responses.", Wording::Written));
        assert_eq!(told(&edited, "55 responses."), said("Of 54, many.", "55 responses.", Wording::Outdated));
        let undone = write(" ", "54 responses.");
        assert_eq!(told(&undone, "55 responses."), said("55 responses.", "55 responses.", Wording::Drafted));
        let undated = write("Mine.", "");
        assert_eq!(told(&undated, "55 responses."), said("Mine.", "55 responses.", Wording::Written));
    }
}
