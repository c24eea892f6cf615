//! Evidence: what was heard or found beside the survey, such as in a focus group. It stands beside the scores and is never
//! counted in them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::group_answers::parse_count;
use super::ids::{PerspectiveId, RoundId, ThemeId};
use super::rest::Rest;

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Evidence {
    /// Where it comes from.
    pub source: Source,
    /// What it is called, such as "Health visitors, north of the county".
    pub title: String,
    /// The day on which it was heard, or that a report bears.
    pub on: NaiveDate,
    /// How many people took part, 1 or more; `None` where that is not known or means nothing.
    pub people: Option<u32>,
    /// The round that it was gathered for, if it was for one.
    pub round: Option<RoundId>,
    /// What was heard, in words. Never a name.
    pub heard: String,
    /// The arcs that it is about, each with where people placed it; nobody did where all counts are 0.
    pub arcs: BTreeMap<ThemeId, Judged>,
    /// The perspectives that it is about, if it is about some more than others.
    pub perspectives: BTreeSet<PerspectiveId>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// Where a piece of evidence comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// A focus group.
    FocusGroup,
    /// A scenario workshop, which takes about two hours.
    Workshop,
    /// Information that there was already, such as a report or an inspection.
    Existing,
    /// What children, young people and families said.
    Views,
    /// Anything else.
    Other,
}

/// How many people placed an arc at each score from 1 to 5, by show of hands or on a chart on the wall.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Judged(pub [u32; 5]);

impl Source {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::FocusGroup, Self::Workshop, Self::Existing, Self::Views, Self::Other];
}

impl Judged {
    /// Reads the counts for 1, 2, 3, 4 and 5 as a person writes them; an empty field is none. `None` if one is no count.
    pub fn parse(five: &[String; 5]) -> Option<Self> {
        let [ones, twos, threes, fours, fives] = five.each_ref().map(|field| match field.trim() {
            "" => Some(0),
            field => parse_count(field),
        });
        Some(Self([ones?, twos?, threes?, fours?, fives?]))
    }

    /// How many people placed the arc.
    pub fn people(&self) -> u32 {
        self.0.iter().fold(0, |all, count| all.saturating_add(*count))
    }
}

impl Evidence {
    /// The first arc that more people placed than took part; `None` if there is none such, or nobody knows how many took part.
    pub fn too_many(&self) -> Option<&ThemeId> {
        let people = self.people?;
        self.arcs.iter().find(|(_, judged)| judged.people() > people).map(|(theme, _)| theme)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_field_counts_nobody_and_anything_but_a_whole_number_is_refused() {
        let read = |third: &str| Judged::parse(&["", " ", third, "0", "2"].map(str::to_owned));
        assert_eq!((read(" 4 "), read("")), (Some(Judged([0, 0, 4, 0, 2])), Some(Judged([0, 0, 0, 0, 2]))));
        for wrong in ["-1", "1.5", "few"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn no_more_people_place_an_arc_than_took_part() {
        let arc = ThemeId::parse("identity").unwrap();
        let with = |people| Evidence {
            source: Source::FocusGroup,
            title: "Health visitors".to_owned(),
            on: NaiveDate::MIN,
            people,
            round: None,
            heard: String::new(),
            arcs: BTreeMap::from([(arc.clone(), Judged([0, 1, 2, 3, 1]))]),
            perspectives: BTreeSet::new(),
            rest: Rest::new(),
        };
        assert_eq!(with(Some(6)).too_many(), Some(&arc));
        assert_eq!((with(Some(7)).too_many(), with(None).too_many()), (None, None));
        assert_eq!(Judged([u32::MAX, 1, 0, 0, 0]).people(), u32::MAX);
    }
}
