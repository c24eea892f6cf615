//! Where front line and leaders differ most about an arc: the statement on which the means of the two default staff groups are
//! furthest apart. It says what these people answered and claims nothing of anybody else.

use super::disclosure::{Shown, shown};
use super::lens::Lens;
use super::scores::{groups, measures_of};
use super::sheet::Sheet;
use crate::domain::area::{FRONT_LINE, LEADERS};
use crate::domain::ids::{RoundId, StaffGroupId, ThemeId};
use crate::domain::survey::Statement;
use crate::domain::workspace::Workspace;

/// How far apart two means as they are shown must be for that to be told.
const LEAST_APART: f64 = 0.2;

/// How front line and leaders stand to each other about an arc. Each pair is the front line, then leaders: the mean as it is
/// shown, 1 to 5, and how many people stand behind it.
#[derive(Clone, Debug, PartialEq)]
pub enum FrontLine<'a> {
    /// They differ most about this statement.
    Apart(&'a Statement, [(f64, usize); 2]),
    /// About no statement do they differ by 0.2 or more; the arc's own means.
    Close([(f64, usize); 2]),
    /// Of one of them, fewer people than a figure stands for gave a score to what both were asked.
    TooFew,
}

/// How front line and leaders stand to each other about a theme, on the statements that both were asked; `None` where there
/// are none, where nobody of one of them answered, or where the area has not both groups.
pub fn front_line<'a>(open: &'a Workspace, round: RoundId, theme: &ThemeId) -> Option<FrontLine<'a>> {
    let known = groups(open);
    let both = [StaffGroupId::parse(FRONT_LINE)?, StaffGroupId::parse(LEADERS)?];
    if !both.iter().all(|id| known.iter().any(|group| group.id == *id)) {
        return None;
    }
    let survey = open.survey_of(round)?;
    let is_of_both =
        |one: &&Statement| one.theme == *theme && both.iter().all(|group| one.is_asked_of(Some(group), &known));
    let of_both: Vec<&Statement> = survey.questionnaire.statements.iter().filter(is_of_both).collect();
    let sheet = Sheet::of_round(open, round);
    let smallest = open.smallest_group(round);
    let surveys = |hash| open.survey(hash).map(|survey| &**survey);
    let of_group = |group: &StaffGroupId| {
        let seen = sheet.seen(&Lens { staff_group: Some(group.clone()), ..Lens::default() }, &known);
        let lens = Lens { statements: Some(of_both.iter().map(|one| one.id.clone()).collect()), ..Lens::default() };
        let by_statement = measures_of(&seen, surveys, &lens, |one| Some(one.id.clone()));
        let whole = measures_of(&seen, surveys, &lens, |one| Some(one.theme.clone()));
        (whole.get(theme).map(|measure| shown(Some(measure), smallest)), by_statement)
    };
    let [(whole_front, front), (whole_leaders, leaders)] = both.each_ref().map(of_group);
    let whole = match (whole_front?, whole_leaders?) {
        (Shown::NoAnswers, _) | (_, Shown::NoAnswers) => return None,
        (one, other) => figure(one).zip(figure(other)),
    };
    let Some((whole_front, whole_leaders)) = whole else { return Some(FrontLine::TooFew) };
    let mut furthest: Option<(f64, FrontLine<'a>)> = None;
    for one in of_both {
        let figure = |measures: &std::collections::BTreeMap<_, _>| figure(shown(measures.get(&one.id), smallest));
        let Some((front, leaders)) = figure(&front).zip(figure(&leaders)) else { continue };
        let distance = (front.0 - leaders.0).abs();
        // Both are tenths, which are not exact as numbers.
        if distance > LEAST_APART - 0.01 && furthest.as_ref().is_none_or(|(most, _)| distance > *most + 0.01) {
            furthest = Some((distance, FrontLine::Apart(one, [front, leaders])));
        }
    }
    Some(furthest.map_or(FrontLine::Close([whole_front, whole_leaders]), |(_, apart)| apart))
}

fn figure(shown: Shown) -> Option<(f64, usize)> {
    match shown {
        Shown::Mean { mean, people } => Some((mean, people)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::scores::Scores;
    use crate::domain::ids::ReplicaId;

    fn sample() -> (Workspace, RoundId) {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        let round = sample.rounds().pop().unwrap().0;
        (sample, round)
    }

    /// The same looked for by hand: every statement's two means, as every other page shows them.
    #[test]
    fn the_statement_whose_means_are_furthest_apart_is_found() {
        let (sample, round) = sample();
        let theme = ThemeId::parse("identity").unwrap();
        let Some(FrontLine::Apart(found, [front, leaders])) = front_line(&sample, round, &theme) else {
            panic!("they differ in the sample")
        };
        let of = |group: &str| {
            let lens = Lens { staff_group: StaffGroupId::parse(group), ..Lens::default() };
            Scores::through(&sample, round, &lens).statements
        };
        let (all_front, all_leaders) = (of(FRONT_LINE), of(LEADERS));
        let tenths = |mean: f64| (mean * 10.0).round();
        for one in sample.survey_of(round).unwrap().of_theme(&theme) {
            let means = [&all_front, &all_leaders].map(|all| tenths(all[&one.id].mean().unwrap()));
            assert!((means[0] - means[1]).abs() <= ((front.0 - leaders.0) * 10.0).abs().round(), "{}", one.id);
        }
        assert_eq!((front.1, leaders.1), (all_front[&found.id].people, all_leaders[&found.id].people));
        assert_eq!(
            [front.0, leaders.0].map(tenths_of),
            [&all_front, &all_leaders].map(|all| tenths(all[&found.id].mean().unwrap()))
        );
    }

    fn tenths_of(shown: f64) -> f64 {
        (shown * 10.0).round()
    }

    #[test]
    fn nothing_is_said_of_too_few_people() {
        let (mut sample, round) = sample();
        let stricter = crate::domain::round::Round { smallest_group: Some(50), ..sample.round(round).unwrap().clone() };
        sample.set_round(round, stricter).unwrap();
        assert_eq!(front_line(&sample, round, &ThemeId::parse("identity").unwrap()), Some(FrontLine::TooFew));
    }
}
