//! What a closed round says as far as it follows from its answers: worked out once, however often the words of a report change.

use std::sync::Arc;

use crate::analysis::disclosure::Shareable;
use crate::analysis::returns::Returns;
use crate::domain::ids::RoundId;
use crate::domain::kind::Kind;
use crate::domain::record::Record;
use crate::domain::workspace::Workspace;

/// The figures behind the reports of a round. Cheap to copy.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// The figures of the round that may be shared.
    pub figures: Arc<Shareable>,
    /// Those of the round before; `None` if there is none, or it may not be shared.
    pub before: Option<Arc<Shareable>>,
    /// Who answered.
    pub returns: Arc<Returns>,
}

impl Answered {
    /// The figures of a round; `None` if it is open, not here, or nobody answered.
    pub fn of(open: &Workspace, round: RoundId) -> Option<Self> {
        let figures = Shareable::of_round(open, round).ok().filter(|figures| figures.responses > 0)?;
        let rounds = open.rounds();
        let place = rounds.iter().position(|(id, _)| *id == round).and_then(|place| place.checked_sub(1));
        let before = place.and_then(|place| Shareable::of_round(open, rounds.get(place)?.0).ok());
        let returns = Arc::new(Returns::of_round(open, round));
        Some(Self { figures: Arc::new(figures), before: before.map(Arc::new), returns })
    }
}

/// All that figures can follow from: every record but the words of reports, and the steps by which such words can be undone.
/// The same as another if not one record was replaced in between, which is told without looking into any.
#[derive(Clone, Debug)]
pub struct Basis(Vec<Arc<Record>>);

impl Basis {
    /// What an area holds now.
    pub fn of(open: &Workspace) -> Self {
        let counts = |record: &&Arc<Record>| !matches!(record.body.kind(), Kind::ReportText | Kind::Step);
        Self(open.records().iter().filter(counts).cloned().collect())
    }
}

impl PartialEq for Basis {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(|(one, other)| Arc::ptr_eq(one, other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::area::Area;
    use crate::domain::ids::{PartId, ReplicaId};
    use crate::domain::report_text::{ReportKind, ReportPart, ReportText, Subject};
    use crate::domain::rest::Rest;
    use crate::sample;
    use chrono::DateTime;

    #[test]
    fn words_change_no_figure_and_whatever_else_happens_may() {
        let (mut open, _) = sample::workspace(ReplicaId(1)).unwrap();
        let round = open.rounds().pop().unwrap().0;
        let before = Basis::of(&open);
        let part = ReportPart::Of(ReportKind::Summary, PartId::parse("purpose").unwrap());
        let (text, drafted) = ("Mine.".to_owned(), String::new());
        let words = ReportText { about: Subject::Round(round), part, text, drafted, rest: Rest::new() };
        let edit = open.write_report_text(words);
        let _ = open.note(edit, DateTime::UNIX_EPOCH);
        assert!(Basis::of(&open) == before);
        let response = *open.gathered(round).responses.keys().next().unwrap();
        open.withdraw(response, round, sample::today());
        let after = Basis::of(&open);
        assert!(after != before);
        open.set_area(open.area().unwrap().clone());
        assert!(Basis::of(&open) == after, "nothing was changed");
        open.set_area(Area::named("Another"));
        assert!(Basis::of(&open) != after);
    }
}
