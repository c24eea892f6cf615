//! What stands out in a round, in plain sentences: who was hardly heard, who differs most, and what runs across practices.
//!
//! The sentences describe what the people who answered said. They chose themselves, so nothing is claimed of the others.

use super::breakdown::name;
use super::words;
use crate::analysis::breakdown::{Apart, Breakdown, By, Of};
use crate::analysis::front_line::{FrontLine, front_line};
use crate::analysis::practices::{Throughout, lowest_throughout};
use crate::analysis::returns::{Measured, Returns, UnderRepresented, low};
use crate::domain::area::{FRONT_LINE, LEADERS};
use crate::domain::ids::{RoundId, SectorId, StaffGroupId, ThemeId};
use crate::domain::workspace::{RoundState, Workspace};

/// What a difference between groups means, and what it does not.
pub const WHO_ANSWERED: &str =
    "Those who answered chose to. A difference describes what they said, and no more than that.";

/// The heading above what [`not_heard`] finds: an open round may still hear more.
pub fn not_heard_heading(open: &Workspace, round: RoundId) -> &'static str {
    match open.round_state(round) {
        RoundState::Open => "Not heard enough yet",
        RoundState::Closed(_) => "Not heard enough",
    }
}

/// Who was hardly heard in a round: sectors whose share is clearly below that of the people who work there, or of what was
/// expected, the least heard first, then sectors without an expected number and staff groups from which hardly anybody answered.
pub fn not_heard(open: &Workspace, round: RoundId) -> Vec<String> {
    let returns = Returns::of_round(open, round);
    let sector = |id: &SectorId| name(open, round, &Of::Sector(Some(id.clone())));
    let under = returns.under_represented();
    let said = under.iter().map(|under| {
        let UnderRepresented { sector: id, received, by, share, due_share } = under;
        let (share, due) = (words::percent(*share), words::percent(*due_share));
        match (by, received) {
            (Measured::Headcount(people), received) => {
                let came = if *received == 0 { "None".to_owned() } else { format!("Only {received}") };
                let place = sector(id);
                format!("{came} of the {people} people in {place} responded: {share} of all responses, from {due} of the workforce.")
            }
            (Measured::Expected(expected), 0) => format!(
                "None of the {expected} expected responses came from {}: {share} of all responses, where {due} was expected.",
                sector(id)
            ),
            (Measured::Expected(expected), received) => format!(
                "Only {received} of {expected} expected responses came from {}: {share} of all responses, where {due} was expected.",
                sector(id)
            ),
        }
    });
    let few = |name: String, received: usize| match received {
        0 => format!("No responses came from {name}."),
        received => format!("Only {} came from {name}.", words::count(received, "response", "responses")),
    };
    let is_named = |id: &SectorId| under.iter().any(|under| under.sector == id);
    let sectors = low(&returns.sectors).filter(|(id, _)| !returns.expected.contains_key(*id) && !is_named(id));
    let sectors = sectors.map(|(id, received)| few(sector(id), received));
    let groups = low(&returns.staff_groups)
        .map(|(id, received)| few(name(open, round, &Of::StaffGroup(Some(id.clone()))), received));
    said.chain(sectors).chain(groups).collect()
}

/// Which group of a breakdown differs most from the others, and on which arc; `None` where nothing can be compared or
/// nothing differs by as much as 0.2.
pub fn furthest_apart(open: &Workspace, round: RoundId, breakdown: &Breakdown) -> Option<String> {
    let Apart { group, theme, here, other, there } = breakdown.furthest_apart()?;
    let arc = open.survey_of(round)?.framework.theme(theme)?.name.clone();
    let (own, (mean, people)) = (name(open, round, &group.of), (words::mean(here.0), here.1));
    let of = match breakdown.by {
        By::Sector => "sectors",
        By::StaffGroup => "staff groups",
        By::Organisation => "organisations",
        By::Perspective => "perspectives",
    };
    let (other_mean, others) = (words::mean(there.0), there.1);
    Some(match other {
        None => format!(
            "Of the {of}, the answers from {own} differ most from everybody else\u{2019}s, on \u{201c}{arc}\u{201d}: a mean of {mean} from {people} people, against {other_mean} from the other {others}."
        ),
        Some(other) => format!(
            "Of the {of}, the answers from the {own} and the {} are furthest apart, on \u{201c}{arc}\u{201d}: a mean of {mean} from {people} people, against {other_mean} from {others}.",
            name(open, round, &other.of)
        ),
    })
}

/// What runs across the practices of any of a round's arcs.
pub fn across_practices(open: &Workspace, round: RoundId) -> Vec<String> {
    let themes = open.survey_of(round).into_iter().flat_map(|survey| survey.themes());
    themes.filter_map(|theme| across_practices_of(open, round, &theme.id)).collect()
}

/// What runs across the practices of one arc; `None` if nothing does.
pub fn across_practices_of(open: &Workspace, round: RoundId, theme: &ThemeId) -> Option<String> {
    let Throughout { aspect, practices, audience } = lowest_throughout(open, round, theme)?;
    let arc = &open.survey_of(round)?.framework.theme(theme)?.name;
    let each: Vec<String> = practices
        .iter()
        .map(|(practice, mean, people)| format!("{} {} (n {people})", practice.name, words::mean(*mean)))
        .collect();
    let asked: Vec<String> =
        audience.into_iter().map(|group| name(open, round, &Of::StaffGroup(Some(group)))).collect();
    let only = if asked.is_empty() { String::new() } else { format!(" Only {} were asked.", words::list(&asked)) };
    Some(format!(
        "{} is the lowest aspect in each of the {} practices of \u{201c}{arc}\u{201d}: {}.{only}",
        aspect.name,
        practices.len(),
        words::list(&each)
    ))
}

/// Where front line and leaders differ most about an arc, with the number of people on both sides; `None` where they can't be
/// compared.
pub fn front_line_and_leaders(open: &Workspace, round: RoundId, theme: &ThemeId) -> Option<String> {
    let name = |id: &str| StaffGroupId::parse(id).map(|id| name(open, round, &Of::StaffGroup(Some(id))));
    let (front, leaders) = (name(FRONT_LINE)?, name(LEADERS)?);
    let told = |[(one, people), (other, others)]: [(f64, usize); 2]| {
        let (one, other) = (words::mean(one), words::mean(other));
        let (people, others) = (words::count(people, "person", "people"), words::count(others, "person", "people"));
        format!("{front} {one} from {people}, {leaders} {other} from {others}")
    };
    Some(match front_line(open, round, theme)? {
        FrontLine::Apart(statement, means) => {
            let said = statement.text.trim_end_matches('.');
            format!("Their means differ most on \u{201c}{said}\u{201d}: {}. {WHO_ANSWERED}", told(means))
        }
        FrontLine::Close(means) => {
            format!("On no statement are their means 0.2 or more apart. On all that both were asked: {}.", told(means))
        }
        FrontLine::TooFew => format!(
            "Too few to show: fewer than {} of {front} or of {leaders} gave a score to what both were asked.",
            open.smallest_group(round)
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::breakdown::Cut;
    use crate::domain::ids::ReplicaId;

    #[test]
    fn what_stands_out_in_the_sample_reads_as_plain_sentences() {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let round = sample.rounds().pop().unwrap().0;
        let apart = [By::Sector, By::StaffGroup, By::Organisation, By::Perspective].map(|by| {
            let breakdown = Breakdown::of(&sample, round, &Cut { by, ..Cut::default() });
            furthest_apart(&sample, round, &breakdown).unwrap_or_else(|| format!("Nothing to compare by {by:?}."))
        });
        let mut all = vec![not_heard_heading(&sample, round).to_owned()];
        all.extend(not_heard(&sample, round));
        all.extend(apart);
        all.extend(across_practices(&sample, round));
        let themes = sample.survey_of(round).unwrap().themes();
        all.extend(themes.filter_map(|theme| front_line_and_leaders(&sample, round, &theme.id)));
        insta::assert_snapshot!(all.join("\n"));
    }
}
