//! What a column of a table of training events is, and how its head says so.

use crate::exchange::grid::plain;

/// What a column of a table of training events is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// Nothing that is taken in; what stands in it is listed.
    #[default]
    LeftOut,
    /// What the event is called.
    Title,
    /// The organisation or service that leads it.
    Lead,
    /// Whom it is for.
    Professions,
    /// The arcs and practices whose competencies it builds.
    Competences,
    /// When it is held.
    Dates,
    /// How many places there are.
    Places,
    /// How it is delivered.
    Method,
    /// How many came.
    Attendance,
    /// How its impact is evaluated.
    Evaluation,
    /// Anything else.
    Notes,
}

impl Column {
    /// Those that a person can choose, in the order in which they are offered.
    pub const CHOICES: [Self; 11] = [
        Self::LeftOut,
        Self::Title,
        Self::Lead,
        Self::Professions,
        Self::Competences,
        Self::Dates,
        Self::Places,
        Self::Method,
        Self::Attendance,
        Self::Evaluation,
        Self::Notes,
    ];

    /// Those that are written, in their order.
    pub(super) const WRITTEN: [Self; 10] = [
        Self::Title,
        Self::Lead,
        Self::Professions,
        Self::Competences,
        Self::Dates,
        Self::Places,
        Self::Method,
        Self::Attendance,
        Self::Evaluation,
        Self::Notes,
    ];

    /// The words for it on the screen and at the head of a column that is written.
    pub fn words(self) -> &'static str {
        match self {
            Self::LeftOut => "Leave out",
            Self::Title => "Training event",
            Self::Lead => "Lead organisation or service",
            Self::Professions => "Professions",
            Self::Competences => "Competencies",
            Self::Dates => "Dates",
            Self::Places => "Places",
            Self::Method => "Delivery method",
            Self::Attendance => "Attendance",
            Self::Evaluation => "Evaluation of impact",
            Self::Notes => "Notes",
        }
    }

    /// The column that a head names, if its words are those that such tables use.
    pub fn named(head: &str) -> Option<Self> {
        let plain = plain(head);
        EXACT.iter().find(|(words, _)| words.contains(&plain.as_str())).map(|(_, column)| *column)
    }

    /// The column that a head seems to name: by its words, or by one of them in a short head.
    pub fn hinted(head: &str) -> Option<Self> {
        let plain = plain(head);
        let words: Vec<&str> = plain.split(' ').collect();
        let has = |stems: &[&str]| words.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)));
        let hint = || HINTS.iter().find(|(stems, _)| has(stems)).map(|(_, column)| *column);
        Self::named(head).or_else(|| if words.len() <= 8 { hint() } else { None })
    }
}

/// Heads as such tables have them, in plain words.
const EXACT: [(&[&str], Column); 10] = [
    (
        &[
            "title",
            "training event",
            "training",
            "training course",
            "training title",
            "event",
            "event title",
            "course",
            "course title",
            "course name",
            "name",
            "name of course",
            "name of training",
            "programme",
            "topic",
            "subject",
            "session",
        ],
        Column::Title,
    ),
    (
        &[
            "lead",
            "lead organisation",
            "lead organisation or service",
            "lead organisation service",
            "lead agency",
            "lead service",
            "organisation",
            "organisation service",
            "service",
            "agency",
            "provider",
            "training provider",
            "provided by",
            "delivered by",
            "run by",
            "led by",
            "responsibility",
        ],
        Column::Lead,
    ),
    (
        &[
            "professions",
            "profession",
            "professionals",
            "professionals targeted",
            "professions targeted",
            "target audience",
            "target group",
            "target groups",
            "audience",
            "who for",
            "for whom",
            "who is it for",
            "aimed at",
            "staff group",
            "staff groups",
            "who",
        ],
        Column::Professions,
    ),
    (
        &[
            "competencies",
            "competency",
            "competences",
            "competence",
            "key competencies",
            "competencies themes",
            "competencies targeted",
            "key competencies targeted",
            "themes",
            "theme",
            "arcs",
            "arc",
            "rainbow",
        ],
        Column::Competences,
    ),
    (&["dates", "date", "date s", "when", "date and time", "timescale", "day", "days"], Column::Dates),
    (
        &["places", "number of places", "no of places", "places available", "capacity", "max places", "spaces"],
        Column::Places,
    ),
    (
        &[
            "delivery method",
            "method",
            "delivery",
            "method of delivery",
            "how delivered",
            "how is it delivered",
            "mode of delivery",
            "format",
            "type",
            "type of training",
        ],
        Column::Method,
    ),
    (
        &[
            "attendance",
            "attended",
            "number attended",
            "numbers attended",
            "no attended",
            "attendees",
            "how many came",
            "take up",
        ],
        Column::Attendance,
    ),
    (
        &[
            "evaluation of impact",
            "evaluation",
            "impact",
            "impact evaluation",
            "evaluation impact",
            "evaluation and impact",
            "how impact is evaluated",
            "how we evaluate impact",
        ],
        Column::Evaluation,
    ),
    (&["notes", "note", "comments", "comment", "remarks", "other"], Column::Notes),
];

/// Beginnings of words that hint at a column where a head says more, the surest first.
const HINTS: [(&[&str], Column); 10] = [
    (&["evaluat", "impact"], Column::Evaluation),
    (&["attend"], Column::Attendance),
    (&["competen"], Column::Competences),
    (&["profession", "audience"], Column::Professions),
    (&["date"], Column::Dates),
    (&["places"], Column::Places),
    (&["lead", "provid", "organis"], Column::Lead),
    (&["deliver", "method"], Column::Method),
    (&["theme", "arc", "arcs"], Column::Competences),
    (&["course", "title", "training", "event"], Column::Title),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_such_tables_are_known() {
        for (head, column) in [
            ("Course", Column::Title),
            ("Title of training", Column::Title),
            ("Lead organisation / service", Column::Lead),
            ("Training provider", Column::Lead),
            ("Target audience", Column::Professions),
            ("Which professionals are being targeted", Column::Professions),
            ("Key competencies", Column::Competences),
            ("Theme", Column::Competences),
            ("Date(s)", Column::Dates),
            ("No. of places", Column::Places),
            ("Delivery", Column::Method),
            ("Numbers attending", Column::Attendance),
            ("How we evaluate impact", Column::Evaluation),
            ("Comments", Column::Notes),
        ] {
            assert_eq!(Column::hinted(head), Some(column), "{head}");
        }
        assert_eq!(Column::hinted("Venue"), None);
        for column in Column::WRITTEN {
            assert_eq!(Column::named(column.words()), Some(column), "what is written is read");
        }
    }
}
