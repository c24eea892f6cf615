//! What a column of a plan's table is, and how its head says so.

use crate::exchange::grid::plain;

/// What a column of a plan's table is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// Nothing that is taken in; what stands in it is listed.
    #[default]
    LeftOut,
    /// The place in the tree, such as "1.2.1", in a table that Rainbow spelled out.
    Outline,
    /// The level, such as "Output", in a table that Rainbow spelled out.
    Level,
    /// The number or letter of an action.
    Label,
    /// The priority that actions belong to.
    Priority,
    /// The area of focus that actions belong to.
    Area,
    /// What is to be done.
    Action,
    /// What comes of it.
    Output,
    /// Who leads.
    Lead,
    /// When it is due.
    Due,
    /// The steps on the way.
    Milestones,
    /// What it takes or costs.
    Resources,
    /// What may get in its way.
    Risk,
    /// What has been reported.
    Progress,
    /// Its RAG.
    Rag,
    /// Whether a milestone has been reached, in a table that Rainbow spelled out.
    Reached,
}

impl Column {
    /// Those that a person can choose, in the order in which they are offered.
    pub const CHOICES: [Self; 13] = [
        Self::LeftOut,
        Self::Label,
        Self::Priority,
        Self::Area,
        Self::Action,
        Self::Output,
        Self::Lead,
        Self::Due,
        Self::Milestones,
        Self::Resources,
        Self::Risk,
        Self::Progress,
        Self::Rag,
    ];

    /// The words for it on the screen.
    pub fn words(self) -> &'static str {
        match self {
            Self::LeftOut => "Leave out",
            Self::Outline => "Place in the plan",
            Self::Level => "Level",
            Self::Label => "Number or reference",
            Self::Priority => "Priority",
            Self::Area => "Area of focus",
            Self::Action => "Action or task",
            Self::Output => "Output",
            Self::Lead => "Lead or responsibility",
            Self::Due => "Due date or timescale",
            Self::Milestones => "Milestones",
            Self::Resources => "Resources or cost",
            Self::Risk => "Risk",
            Self::Progress => "Progress",
            Self::Rag => "RAG",
            Self::Reached => "Reached",
        }
    }

    /// The column that a head names, if its words are those that plans use.
    pub fn named(head: &str) -> Option<Self> {
        let plain = plain(head);
        let exact = EXACT.iter().find(|(words, _)| words.contains(&plain.as_str()));
        if head.trim() == "#" {
            return Some(Self::Label);
        }
        exact.map(|(_, column)| *column)
    }

    /// The column that a head seems to name: by its words, or by one of them in a short head.
    pub fn hinted(head: &str) -> Option<Self> {
        let plain = plain(head);
        let words: Vec<&str> = plain.split(' ').collect();
        let hint =
            || HINTS.iter().find(|(stems, _)| words.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem))));
        Self::named(head).or_else(|| if words.len() <= 6 { hint().map(|(_, column)| *column) } else { None })
    }

    /// Whether several columns of a table can be this, their words standing beneath one another.
    pub(super) fn can_repeat(self) -> bool {
        matches!(self, Self::LeftOut | Self::Lead | Self::Milestones | Self::Resources | Self::Risk | Self::Progress)
    }

    /// Whether it says what an item is, not something about it.
    pub(super) fn names_an_item(self) -> bool {
        matches!(self, Self::Priority | Self::Area | Self::Action | Self::Output)
    }
}

/// Heads as plans have them, in plain words.
const EXACT: [(&[&str], Column); 15] = [
    (&["outline"], Column::Outline),
    (&["level"], Column::Level),
    (
        &[
            "no",
            "nr",
            "number",
            "ref",
            "ref no",
            "reference",
            "action no",
            "action number",
            "action ref",
            "item no",
            "id",
        ],
        Column::Label,
    ),
    (&["priority", "priorities", "strategic priority", "priority area"], Column::Priority),
    (
        &["area of focus", "area", "areas of focus", "focus area", "focus", "theme", "workstream", "objective"],
        Column::Area,
    ),
    (
        &[
            "action",
            "actions",
            "task",
            "tasks",
            "task action",
            "action task",
            "actions tasks",
            "activity",
            "activities",
            "key action",
            "key actions",
            "action required",
            "actions required",
            "agreed action",
            "item or action",
            "what",
        ],
        Column::Action,
    ),
    (&["output", "outputs", "outcome", "outcomes", "outputs outcomes", "deliverable", "deliverables"], Column::Output),
    (
        &[
            "lead",
            "leads",
            "lead officer",
            "lead officers",
            "lead officer group",
            "lead group",
            "lead person",
            "lead agency",
            "lead organisation",
            "responsibility",
            "responsible",
            "responsible officer",
            "responsible person",
            "responsible officer organisation",
            "owner",
            "action owner",
            "who",
            "by whom",
        ],
        Column::Lead,
    ),
    (
        &[
            "target date",
            "target dates",
            "timescale",
            "timescales",
            "time scale",
            "timeframe",
            "time frame",
            "by when",
            "when",
            "due",
            "due date",
            "due by",
            "deadline",
            "date",
            "completion date",
        ],
        Column::Due,
    ),
    (&["milestone", "milestones", "key milestones"], Column::Milestones),
    (
        &["resource", "resources", "cost", "costs", "resources cost", "resources costs", "resource cost", "budget"],
        Column::Resources,
    ),
    (&["risk", "risks", "risk s", "risks issues"], Column::Risk),
    (
        &[
            "progress",
            "progress to date",
            "progress update",
            "progress so far",
            "update",
            "updates",
            "comment",
            "comments",
            "progress comments",
        ],
        Column::Progress,
    ),
    (&["rag", "rag status", "rag rating", "r a g", "status"], Column::Rag),
    (&["reached"], Column::Reached),
];

/// Beginnings of words that hint at a column where a head says more, the surest first.
const HINTS: [(&[&str], Column); 10] = [
    (&["milestone"], Column::Milestones),
    (&["timescale", "timeframe", "deadline", "date"], Column::Due),
    (&["risk"], Column::Risk),
    (&["resourc", "cost", "budget"], Column::Resources),
    (&["progress", "update", "comment"], Column::Progress),
    (&["lead", "responsib", "owner"], Column::Lead),
    (&["output", "outcome", "deliverable"], Column::Output),
    (&["rag"], Column::Rag),
    (&["action", "task", "activit"], Column::Action),
    (&["priorit"], Column::Priority),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_real_plans_are_known() {
        for (head, column) in [
            ("No", Column::Label),
            ("Action", Column::Action),
            ("Lead", Column::Lead),
            ("Target Date", Column::Due),
            ("Progress", Column::Progress),
            ("RAG", Column::Rag),
            ("Timescale", Column::Due),
            ("Task/action", Column::Action),
            ("Lead Officer/ Group", Column::Lead),
            ("Area of Focus", Column::Area),
            ("Output", Column::Output),
            ("Responsibility", Column::Lead),
            ("Timeframe", Column::Due),
            ("Milestones", Column::Milestones),
            ("Resources / Cost", Column::Resources),
            ("Risks", Column::Risk),
            ("Progress to date", Column::Progress),
            ("#", Column::Label),
        ] {
            assert_eq!(Column::named(head), Some(column), "{head}");
        }
        assert_eq!(Column::named("Links to other strategies"), None);
        assert_eq!(Column::hinted("Officer responsible for this"), Some(Column::Lead));
        assert_eq!(Column::hinted("Update the induction programme for all new members of staff"), None);
    }
}
