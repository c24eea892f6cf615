//! What an arc needs: its statements from the lowest mean up, practice by practice, and the actions planned for it.

use super::disclosure::{Shown, shown};
use super::scores::Scores;
use crate::domain::framework::Practice;
use crate::domain::ids::{ItemId, ThemeId};
use crate::domain::plan::PlanItem;
use crate::domain::survey::{Statement, Survey};
use crate::domain::workspace::Workspace;

/// The statements of a theme that are about one practice, or about none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group<'a> {
    /// The practice; `None` for statements about the theme as a whole.
    pub practice: Option<&'a Practice>,
    /// The statements, the lowest mean first. Those without a figure that may be shown come last, in survey order, so
    /// that their place says nothing of what a few people answered.
    pub statements: Vec<&'a Statement>,
}

/// The statements of a theme by need: those about the theme as a whole, then each practice in the framework's order. A mean
/// that fewer than `smallest` people stand behind is not looked at.
pub fn by_need<'a>(survey: &'a Survey, theme: &'a ThemeId, scores: &Scores, smallest: usize) -> Vec<Group<'a>> {
    let group = |practice: Option<&'a Practice>| {
        let mut statements: Vec<&Statement> = survey
            .of_theme(theme)
            .filter(|statement| {
                // A practice that the framework does not list is none that could be named.
                let named = statement.practice.as_ref().and_then(|id| survey.framework.practice(id));
                named.map(|practice| &practice.id) == practice.map(|practice| &practice.id)
            })
            .collect();
        let mean = |statement: &Statement| match shown(scores.statements.get(&statement.id), smallest) {
            Shown::Mean { mean, .. } => mean,
            _ => f64::INFINITY,
        };
        statements.sort_by(|a, b| mean(a).total_cmp(&mean(b)));
        Group { practice, statements }
    };
    let practices = survey.framework.practices.iter().map(Some);
    std::iter::once(None).chain(practices).map(group).filter(|group| !group.statements.is_empty()).collect()
}

/// The actions of all plans that serve a theme, plan by plan and each in its plan's order.
pub fn planned_for<'a>(workspace: &'a Workspace, theme: &ThemeId) -> Vec<(ItemId, &'a PlanItem)> {
    let plans = workspace.plans().into_iter();
    plans.flat_map(|(plan, _)| workspace.items(plan)).filter(|(_, item)| item.themes.contains(theme)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::analysis::lens::Lens;
    use crate::domain::answer::Answer;
    use crate::domain::area::default_staff_groups;
    use crate::domain::draft::Respondent;
    use crate::domain::ids::{ReplicaId, ResponseId};
    use crate::domain::response::Response;
    use crate::domain::rest::Rest;
    use crate::exchange::builtin;
    use crate::exchange::wire::survey::freeze;
    use crate::sample;
    use uuid::Uuid;

    fn survey() -> Survey {
        freeze(&builtin::framework().unwrap(), &builtin::questionnaire().unwrap()).unwrap()
    }

    fn theme(id: &str) -> ThemeId {
        ThemeId::parse(id).unwrap()
    }

    /// Scores of this many people who all give the same answers, in survey order; the rest unanswered.
    fn scores(survey: &Survey, people: u128, answers: &str) -> Scores {
        let response = |id| Response {
            id: ResponseId(Uuid::from_u128(id)),
            revision: 1,
            respondent: Respondent::default(),
            finished: None,
            answers: answers.chars().map(|answer| Answer::from_char(answer).unwrap()).collect(),
            comments: BTreeMap::new(),
            rest: Rest::new(),
        };
        let responses: Vec<Response> = (0..people).map(response).collect();
        let of = responses.iter().map(|response| (survey.hash, response));
        Scores::of(of, |_| Some(survey), &default_staff_groups(), &Lens::default())
    }

    fn ids(groups: &[Group<'_>]) -> Vec<String> {
        groups.iter().flat_map(|group| &group.statements).map(|statement| statement.id.to_string()).collect()
    }

    #[test]
    fn the_lowest_mean_comes_first_and_what_nobody_scored_last() {
        let survey = survey();
        let identity = theme("identity");
        let order = ids(&by_need(&survey, &identity, &scores(&survey, 5, "4d215"), 5));
        assert_eq!(order, ["identity-4", "identity-3", "identity-1", "identity-5", "identity-2"]);
        let too_few = ids(&by_need(&survey, &identity, &scores(&survey, 4, "4d215"), 5));
        assert_eq!(too_few, ["identity-1", "identity-2", "identity-3", "identity-4", "identity-5"]);
    }

    #[test]
    fn practices_stand_in_the_order_of_the_framework() {
        let survey = survey();
        let integrated = theme("integrated-working");
        let groups = by_need(&survey, &integrated, &Scores::default(), 5);
        let practices: Vec<_> = groups.iter().map(|group| group.practice.unwrap().id.as_str()).collect();
        assert_eq!(practices, ["multi-agency", "information-sharing", "caf", "tac", "lead-professional"]);
        assert!(groups.iter().all(|group| group.statements.len() == 5));
    }

    #[test]
    fn actions_are_found_by_the_arc_that_they_serve() {
        let (sample, _) = sample::workspace(ReplicaId(1)).unwrap();
        let language: Vec<_> =
            planned_for(&sample, &theme("language")).into_iter().map(|(_, item)| item.label.clone()).collect();
        assert!(language.starts_with(&["2".to_owned(), "3".to_owned()]), "{language:?}");
        assert!(planned_for(&sample, &theme("roles")).is_empty(), "the sample's lowest arc has no action yet");
    }
}
