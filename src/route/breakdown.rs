//! The address of a breakdown: pairs of a key and a value for whatever is chosen, such as `by/sector/arc/identity`.

use crate::analysis::breakdown::{By, Cut};
use crate::domain::ids::{PerspectiveId, PracticeId, RoundId, SectorId, StaffGroupId, ThemeId};

const KINDS: [(&str, By); 4] = [
    ("sector", By::Sector),
    ("staff-group", By::StaffGroup),
    ("organisation", By::Organisation),
    ("perspective", By::Perspective),
];

/// What the parts after `breakdown` mean: the round, where it is not the latest, and the cut. `None` if they are no pairs of
/// known keys with fitting values, each key once at most.
pub(super) fn parse(parts: &[&str]) -> Option<(Option<RoundId>, Cut)> {
    let (mut round, mut by, mut cut) = (None, None, Cut::default());
    for pair in parts.chunks(2) {
        let [key, value] = pair else { return None };
        match *key {
            "round" => once(&mut round, RoundId::parse(value))?,
            "by" => once(&mut by, KINDS.iter().find(|(name, _)| name == value).map(|(_, by)| *by))?,
            "sector" => once(&mut cut.sector, SectorId::parse(value))?,
            "staff-group" => once(&mut cut.staff_group, StaffGroupId::parse(value))?,
            "perspective" => once(&mut cut.perspective, PerspectiveId::parse(value))?,
            "practice" => once(&mut cut.practice, PracticeId::parse(value))?,
            "arc" => once(&mut cut.theme, ThemeId::parse(value))?,
            _ => return None,
        }
    }
    Some((round, Cut { by: by.unwrap_or_default(), ..cut }))
}

/// The address without its `#`; what stands as it does at first is left out.
pub(super) fn path(round: Option<RoundId>, cut: &Cut) -> String {
    let by = KINDS.iter().find(|(_, by)| *by == cut.by && cut.by != By::default()).map(|(name, _)| (*name).to_owned());
    let pairs = [
        ("by", by),
        ("sector", cut.sector.as_ref().map(ToString::to_string)),
        ("staff-group", cut.staff_group.as_ref().map(ToString::to_string)),
        ("perspective", cut.perspective.as_ref().map(ToString::to_string)),
        ("practice", cut.practice.as_ref().map(ToString::to_string)),
        ("arc", cut.theme.as_ref().map(ToString::to_string)),
        ("round", round.map(|round| round.to_string())),
    ];
    let set = pairs.into_iter().filter_map(|(key, value)| Some(format!("/{key}/{}", value?)));
    std::iter::once("breakdown".to_owned()).chain(set).collect()
}

/// Fills a place that is empty still; `None` if there is nothing to fill it with, or if it is not empty.
fn once<T>(place: &mut Option<T>, value: Option<T>) -> Option<()> {
    place.is_none().then(|| *place = value).filter(|()| place.is_some())
}

#[cfg(test)]
mod tests {
    use super::super::{Page, Route};
    use super::*;
    use crate::domain::ids::WorkspaceId;
    use uuid::Uuid;

    fn everything(by: By) -> Cut {
        Cut {
            by,
            sector: SectorId::parse("schools"),
            staff_group: StaffGroupId::parse("leaders"),
            perspective: PerspectiveId::parse("team"),
            practice: PracticeId::parse("caf"),
            theme: ThemeId::parse("identity"),
        }
    }

    #[test]
    fn whatever_is_chosen_stands_in_the_address_and_comes_back_from_it() {
        let (area, round) = (WorkspaceId(Uuid::from_u128(1)), RoundId(Uuid::from_u128(5)));
        for (_, by) in KINDS {
            for cut in [everything(by), Cut { by, ..Cut::default() }] {
                for round in [None, Some(round)] {
                    let route = Route::Area(area, Page::Breakdown(round, Box::new(cut.clone())));
                    assert_eq!(Route::parse(&route.href()), route, "{}", route.href());
                }
            }
        }
        let cut = Cut { by: By::StaffGroup, sector: SectorId::parse("schools"), ..Cut::default() };
        assert_eq!(path(None, &cut), "breakdown/by/staff-group/sector/schools");
    }

    #[test]
    fn an_address_that_says_a_thing_twice_or_half_means_nothing() {
        for odd in ["sector", "sector/schools/sector/health", "by/colour", "sector/É", "round/x", "rag/red"] {
            let parts: Vec<&str> = odd.split('/').collect();
            assert_eq!(parse(&parts), None, "{odd}");
        }
    }
}
