//! What Rainbow brings along, read from its data files: the framework, the questionnaires, suggestions for plans, templates
//! of plans, the guide for focus groups and the glossary.

use std::sync::LazyLock;

use super::problem::Fault;
use super::wire::exercise::SortWire;
use super::wire::framework::FrameworkWire;
use super::wire::glossary::GlossaryWire;
use super::wire::guide::GuideWire;
use super::wire::plan_template::PlanTemplatesWire;
use super::wire::suggestion::SuggestionsWire;
use super::wire::survey::QuestionnaireWire;
use crate::domain::exercise::Sort;
use crate::domain::framework::Framework;
use crate::domain::glossary::Glossary;
use crate::domain::guide::Guide;
use crate::domain::plan_template::PlanTemplates;
use crate::domain::suggestion::Suggestions;
use crate::domain::survey::Questionnaire;

/// The One Children's Workforce Framework, in the wording that its data file names the source of.
///
/// # Errors
/// None for the file that is built in; a test reads it.
pub fn framework() -> Result<Framework, Fault> {
    // It is asked for by every change of a plan while there is no round.
    static READ: LazyLock<Result<Framework, Fault>> =
        LazyLock::new(|| read_framework(include_str!("../../data/framework.json")));
    READ.clone()
}

/// The standard questionnaire: written for Rainbow, as the original questions are lost.
///
/// # Errors
/// None for the file that is built in; a test reads it.
pub fn questionnaire() -> Result<Questionnaire, Fault> {
    let wire: QuestionnaireWire = serde_json::from_str(include_str!("../../data/questionnaire.json"))
        .map_err(|error| Fault::at("the questionnaire", error.to_string()))?;
    wire.try_into()
}

/// The questionnaire for children, young people and families: written for Rainbow after the framework's child's-eye
/// criteria.
///
/// # Errors
/// None for the file that is built in; a test reads it.
pub fn children_questionnaire() -> Result<Questionnaire, Fault> {
    let wire: QuestionnaireWire = serde_json::from_str(include_str!("../../data/children.json"))
        .map_err(|error| Fault::at("the children\u{2019}s questionnaire", error.to_string()))?;
    wire.try_into()
}

/// What areas typically do about an arc, written for Rainbow: to be adapted, and never added by itself.
///
/// # Errors
/// None for the file that is built in; a test reads it.
pub fn suggestions() -> Result<Suggestions, Fault> {
    let wire: SuggestionsWire = serde_json::from_str(include_str!("../../data/suggestions.json"))
        .map_err(|error| Fault::at("the suggestions", error.to_string()))?;
    wire.try_into()
}

/// The plans to begin with, written for Rainbow.
///
/// # Errors
/// None for the file that is built in; a test reads it.
pub fn plan_templates() -> Result<PlanTemplates, Fault> {
    let wire: PlanTemplatesWire = serde_json::from_str(include_str!("../../data/plan_templates.json"))
        .map_err(|error| Fault::at("the templates of plans", error.to_string()))?;
    wire.try_into()
}

/// The outcomes exercise: the outcomes of Every Child Matters, and how well each of them goes.
///
/// # Errors
/// None for the file that is built in; a test reads it.
pub fn outcomes() -> Result<Sort, Fault> {
    let wire: SortWire = serde_json::from_str(include_str!("../../data/outcomes.json"))
        .map_err(|error| Fault::at("the outcomes", error.to_string()))?;
    wire.try_into()
}

/// The guide for focus groups and scenario workshops, written for Rainbow.
///
/// # Errors
/// None for the file that is built in; a test reads it.
pub fn guide() -> Result<Guide, Fault> {
    let wire: GuideWire = serde_json::from_str(include_str!("../../data/guide.json"))
        .map_err(|error| Fault::at("the guide", error.to_string()))?;
    wire.try_into()
}

/// What the words of the sources and of Rainbow mean, in its own words.
///
/// # Errors
/// None for the file that is built in; a test reads it.
pub fn glossary() -> Result<Glossary, Fault> {
    let wire: GlossaryWire = serde_json::from_str(include_str!("../../data/glossary.json"))
        .map_err(|error| Fault::at("the glossary", error.to_string()))?;
    wire.try_into()
}

/// Reads a framework, the standard one or another.
///
/// # Errors
/// What is wrong with it, and where.
pub fn read_framework(text: &str) -> Result<Framework, Fault> {
    let wire: FrameworkWire =
        serde_json::from_str(text).map_err(|error| Fault::at("the framework", error.to_string()))?;
    wire.try_into()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::guide::Meeting;
    use crate::domain::ids::PerspectiveId;
    use crate::domain::survey::ForWhom;
    use crate::exchange::wire::survey::freeze;

    #[test]
    fn the_framework_has_eight_themes_from_four_perspectives() {
        let framework = framework().unwrap();
        assert_eq!(framework.themes.len(), 8);
        assert_eq!(framework.perspectives.len(), 4);
        assert_eq!(framework.themes.iter().map(|theme| theme.criteria.len()).sum::<usize>(), 32);
        assert_eq!(framework.practices.len(), 5);
        assert_eq!(framework.aspects.len(), 5);
        assert_eq!(framework.outcomes.len(), 5);
        assert!(framework.themes.iter().all(|theme| !theme.fragmented.is_empty() && !theme.reformed.is_empty()));
    }

    #[test]
    fn a_framework_with_another_perspective_loads_too() {
        let text = include_str!("../../data/framework.json")
            .replace(
                r#""perspectives": ["#,
                r#""perspectives": [{"id": "practitioner", "name": "Practitioner", "short": "Practitioner"},"#,
            )
            .replace(r#""criteria": {"#, r#""criteria": {"practitioner": "I know what my part is.","#);
        let framework = read_framework(&text).unwrap();
        assert_eq!(framework.perspectives.len(), 5);
        let practitioner = PerspectiveId::parse("practitioner").unwrap();
        assert!(framework.themes.iter().all(|theme| theme.criteria.iter().any(|one| one.perspective == practitioner)));
    }

    #[test]
    fn every_theme_is_asked_from_several_perspectives_and_every_practice_on_every_aspect() {
        let framework = framework().unwrap();
        let questionnaire = questionnaire().unwrap();
        let survey = freeze(&framework, &questionnaire).unwrap();
        for theme in &framework.themes {
            let perspectives: BTreeSet<_> =
                survey.of_theme(&theme.id).filter_map(|one| one.perspective.as_ref()).collect();
            assert!(perspectives.len() >= 2, "{}", theme.id);
        }
        for practice in &framework.practices {
            let asked: Vec<_> =
                questionnaire.statements.iter().filter(|one| one.practice.as_ref() == Some(&practice.id)).collect();
            let aspects: Vec<_> = asked.iter().filter_map(|one| one.aspect.as_ref()).collect();
            assert_eq!(aspects, framework.aspects.iter().map(|aspect| &aspect.id).collect::<Vec<_>>());
            let leaders_only: Vec<_> = asked.iter().map(|one| one.is_for_leaders_only()).collect();
            assert_eq!(leaders_only, [true, false, false, false, true], "{}", practice.id);
        }
    }

    #[test]
    fn children_are_asked_about_every_theme_from_their_own_eyes() {
        let framework = framework().unwrap();
        let questionnaire = children_questionnaire().unwrap();
        assert_eq!(questionnaire.for_whom, ForWhom::Children);
        let survey = freeze(&framework, &questionnaire).unwrap();
        let children = PerspectiveId::parse("children");
        for theme in &framework.themes {
            assert!((2..=3).contains(&survey.of_theme(&theme.id).count()), "{}", theme.id);
            assert!(survey.of_theme(&theme.id).all(|one| one.perspective == children), "{}", theme.id);
        }
        let longest = |text: &str| text.split(' ').map(|word| word.trim_matches(&['.', ','][..]).len()).max();
        for statement in &survey.questionnaire.statements {
            assert!(statement.text.split(' ').count() <= 20, "too long for a nine-year-old: {}", statement.text);
            assert!(longest(&statement.text) <= Some(10), "a long word: {}", statement.text);
        }
    }

    #[test]
    fn what_the_workforce_is_asked_is_written_as_it_was_before_children_were_asked() {
        let frozen = freeze(&framework().unwrap(), &questionnaire().unwrap()).unwrap().frozen;
        assert!(!frozen.contains(r#""for":"#));
        let children = freeze(&framework().unwrap(), &children_questionnaire().unwrap()).unwrap().frozen;
        assert!(children.contains(r#""for":"children""#));
    }

    #[test]
    fn every_arc_and_every_practice_has_suggestions_and_none_stands_twice() {
        let (framework, suggestions) = (framework().unwrap(), suggestions().unwrap());
        assert!(suggestions.source.starts_with("Written for Rainbow"));
        for theme in &framework.themes {
            assert!(suggestions.of_theme(&theme.id).count() >= 4, "{}", theme.id);
        }
        for practice in &framework.practices {
            let mut of_arc = suggestions.of_theme(&practice.theme);
            assert!(of_arc.any(|one| one.practice.as_ref() == Some(&practice.id)), "{}", practice.id);
        }
        let mut texts = BTreeSet::new();
        for one in &suggestions.all {
            assert!(framework.theme(&one.theme).is_some(), "{}", one.id);
            let practice = one.practice.as_ref().map(|id| framework.practices.iter().find(|known| known.id == *id));
            assert!(practice.is_none_or(|known| known.is_some_and(|known| known.theme == one.theme)), "{}", one.id);
            assert!(texts.insert(one.text.to_lowercase()), "twice: {}", one.text);
            assert!((40..160).contains(&one.text.len()) && one.text.ends_with(['.', '?']), "{}", one.text);
            assert_eq!(suggestions.get(&one.id), Some(one));
        }
    }

    #[test]
    fn the_outcomes_exercise_has_29_outcomes_in_the_order_of_shape() {
        let sort = outcomes().unwrap();
        let groups: Vec<_> = sort.groups.iter().map(|group| (group.name.as_str(), group.cards.len())).collect();
        let expected =
            [("Stay safe", 6), ("Be healthy", 6), ("Enjoy and achieve", 6), ("Make a positive contribution", 6)];
        assert_eq!(groups, [&expected[..], &[("Achieve economic well-being", 5)]].concat());
        for (group, first) in sort.groups.iter().zip(["2.", "1.", "3.", "4.", "5."]) {
            assert!(group.cards.iter().all(|card| card.code.as_str().starts_with(first)), "{}", group.name);
        }
        let columns: Vec<_> = sort.columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(columns, ["Looking good", "Underway", "Not really happening yet"]);
    }

    #[test]
    fn two_cards_of_one_code_are_refused() {
        let text = include_str!("../../data/outcomes.json").replace(r#""code": "2.2""#, r#""code": "2.1""#);
        assert!(Sort::try_from(serde_json::from_str::<SortWire>(&text).unwrap()).is_err());
    }

    #[test]
    fn the_guide_has_a_few_open_prompts_for_every_arc_and_a_workshop_of_two_hours() {
        let (framework, guide) = (framework().unwrap(), guide().unwrap());
        assert!(guide.source.starts_with("Written for Rainbow"));
        assert_eq!(guide.prompts.len(), framework.themes.len());
        for theme in &framework.themes {
            let prompts = &guide.prompts[&theme.id];
            assert!((2..=4).contains(&prompts.len()), "{}", theme.id);
            assert!(prompts.iter().all(|prompt| prompt.contains('?') && prompt.len() < 140), "{prompts:?}");
        }
        assert_eq!(guide.minutes(Meeting::Workshop), 120);
        for meeting in Meeting::ALL {
            assert_eq!(guide.timed(meeting).iter().filter(|timed| timed.slot.is_for_arcs).count(), 1, "{meeting:?}");
        }
        assert!(guide.scenarios.len() >= 2);
    }

    #[test]
    fn two_suggestions_of_one_id_are_refused() {
        let text = include_str!("../../data/suggestions.json").replace("identity-one-page", "identity-shadowing");
        let wire: SuggestionsWire = serde_json::from_str(&text).unwrap();
        assert!(Suggestions::try_from(wire).is_err());
    }

    #[test]
    fn every_term_has_a_meaning_and_no_way_to_write_it_is_another_term_too() {
        let glossary = glossary().unwrap();
        assert!(glossary.source.starts_with("Written for Rainbow"));
        assert!((20..=45).contains(&glossary.terms.len()));
        let mut ways = BTreeSet::new();
        for term in &glossary.terms {
            assert!(term.word.meaning.ends_with('.') && term.word.meaning.len() < 180, "{}", term.id);
            for way in term.word.ways() {
                assert!(ways.insert(way.to_lowercase()), "twice: {way}");
            }
        }
        let text = include_str!("../../data/glossary.json").replace(r#""id": "tac""#, r#""id": "caf""#);
        assert!(Glossary::try_from(serde_json::from_str::<GlossaryWire>(&text).unwrap()).is_err());
    }

    #[test]
    fn a_questionnaire_for_somebody_else_is_refused() {
        let text = include_str!("../../data/children.json").replace(r#""for": "children""#, r#""for": "governors""#);
        let wire: QuestionnaireWire = serde_json::from_str(&text).unwrap();
        assert!(Questionnaire::try_from(wire).is_err());
    }

    #[test]
    fn the_same_content_has_the_same_hash_whatever_its_layout() {
        let survey = freeze(&framework().unwrap(), &questionnaire().unwrap()).unwrap();
        let keys: Vec<_> = survey.frozen.match_indices(r#"{"framework":{"aspects":"#).collect();
        assert_eq!(keys.len(), 1, "keys are written in order: {}", survey.frozen.chars().take(80).collect::<String>());
    }

    /// A survey that never changes: if its hash does, no response that was ever given fits its survey any more. A JSON
    /// library that no longer sorts its keys, as one of its features lets it, would bring that about.
    #[test]
    fn a_survey_has_the_hash_that_it_always_had() {
        let framework = r##"{"id": "f", "version": "1", "title": "F", "source": "S", "scale": {"lowest": "low", "highest": "high"},
            "perspectives": [], "themes": [{"id": "t", "colour": {"name": "red", "hex": "#aa0000"}, "name": "T", "short": "T",
            "fragmented": "apart", "reformed": "together", "criteria": {}}]}"##;
        let questionnaire = r#"{"title": "Q", "source": "S", "statements": [{"id": "s", "theme": "t", "text": "We meet.", "label": "Meetings", "at_1": "Never.", "at_5": "Always."}]}"#;
        let wire: QuestionnaireWire = serde_json::from_str(questionnaire).unwrap();
        let survey = freeze(&read_framework(framework).unwrap(), &wire.try_into().unwrap()).unwrap();
        assert_eq!(survey.hash.to_string(), "a293864e8021c7329ef0f4444af0cbe6fecb92046c1131b7aa6db5f7e7acac7d");
    }
}
