//! Headcounts and response rates in words.

use super::words;
use crate::analysis::headcount::{OfHeadcount, Rates};
use crate::domain::area::Area;
use crate::domain::headcount::Among;
use crate::domain::workspace::Workspace;

/// What stands where a headcount is not known.
pub const NOT_KNOWN: &str = "\u{2013}";

/// What people are called among whom some are counted: "Everybody", "Health", "Leaders and managers", or "Health: Leaders and
/// managers".
pub fn among_name(open: &Workspace, among: &Among) -> String {
    open.area().map_or_else(|| "The area".to_owned(), |area| among_in(area, among))
}

/// The same, of an area.
pub fn among_in(area: &Area, among: &Among) -> String {
    let sector = among.sector.as_ref().map(|id| area.sector_name(id));
    let group = among.staff_group.as_ref().map(|id| area.staff_group_name(id));
    match (sector, group) {
        (None, None) => "Everybody".to_owned(),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (Some(sector), Some(group)) => format!("{sector}: {group}"),
    }
}

/// How many of everybody responded and what that is taken of, in sentences, with all that can't be right: where there are more
/// responses than people.
pub fn rate_of_round(rates: &Rates, area: &Area) -> Vec<String> {
    let mut source = format!("the headcount as of {}", words::day(rates.on));
    if !rates.source.is_empty() {
        source.push_str(&format!(" ({})", rates.source));
    }
    let everybody = match rates.of(&Among::everybody()) {
        Some(all) if !all.is_more() => format!("Response rate: {}, by {source}.", rate(all)),
        _ => format!("Response rates are by {source}."),
    };
    let too_many = rates.too_many().map(|(among, of)| {
        let name = among_in(area, among);
        format!("{name}: {}. Check the headcount, or which round the responses belong to.", rate(of))
    });
    std::iter::once(everybody).chain(too_many).collect()
}

/// A response rate with its numbers: "10 of 80 (13%)". Where there are more responses than people that stands in it, and no
/// share does.
pub fn rate(rate: OfHeadcount) -> String {
    let OfHeadcount { received, people } = rate;
    match rate.share() {
        _ if rate.is_more() => format!("{received} of {people}: more responses than the headcount says"),
        // Somebody is never nobody, and all but one are not all.
        Some(share) if received > 0 && share < 0.005 => format!("{received} of {people} (under 1%)"),
        Some(share) if (0.995..1.0).contains(&share) => format!("{received} of {people} (over 99%)"),
        Some(share) => format!("{received} of {people} ({})", words::percent(share)),
        None => "Nobody works here".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ReplicaId, RoundId};

    #[test]
    fn a_rate_never_passes_a_hundred_in_silence() {
        let of = |received, people| rate(OfHeadcount { received, people });
        assert_eq!(of(10, 80), "10 of 80 (13%)");
        assert_eq!(of(80, 80), "80 of 80 (100%)");
        assert_eq!(
            [of(1, 900), of(0, 900), of(899, 900)],
            ["1 of 900 (under 1%)", "0 of 900 (0%)", "899 of 900 (over 99%)"]
        );
        assert_eq!(of(81, 80), "81 of 80: more responses than the headcount says");
        assert_eq!(of(1, 0), "1 of 0: more responses than the headcount says");
        assert_eq!(of(0, 0), "Nobody works here");
    }

    #[test]
    fn a_round_says_its_rate_and_by_which_headcount() {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let area = sample.area().unwrap();
        let said = |round: RoundId| rate_of_round(&Rates::of_round(&sample, round).unwrap(), area).join(" ");
        let [(first, _), (second, _)] = sample.rounds()[..] else { panic!("two rounds") };
        let source = "(Staff lists of the teams that are asked; the voluntary sector as its forum estimates)";
        assert_eq!(
            said(first),
            format!("Response rate: 38 of 593 (6%), by the headcount as of 1 September 2008 {source}.")
        );
        assert_eq!(
            said(second),
            format!("Response rate: 54 of 609 (9%), by the headcount as of 1 September 2009 {source}.")
        );
    }
}
