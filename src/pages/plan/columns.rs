//! The columns of a plan's table: those of the shape it is written in, and those that its items use besides.

use crate::domain::plan::{Layout, Level};
use crate::ui::{GridColumn, Head};

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Column {
    /// Choosing several rows at once.
    Choose,
    /// The number or letter.
    Label,
    /// What is to be done. It names the row.
    Text,
    /// Who leads.
    Lead,
    /// When it is due.
    Due,
    /// The steps on the way.
    Milestones,
    /// What it needs or costs.
    Resources,
    /// What could go wrong.
    Risk,
    /// The arcs that it serves.
    Arcs,
    /// What was reported last.
    Progress,
    /// The RAG.
    Rag,
}

/// What the items of a plan use, whatever its shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Used {
    /// Whether any has milestones.
    pub(super) milestones: bool,
    /// Whether any says what it needs or costs.
    pub(super) resources: bool,
    /// Whether any says what could go wrong.
    pub(super) risk: bool,
}

impl Column {
    /// The columns of a plan.
    pub(super) fn of(layout: Layout, used: Used) -> Vec<Self> {
        let is_strategy = layout == Layout::Strategy;
        let begin: &[Self] = match layout {
            Layout::Actions | Layout::Strategy => &[Self::Choose, Self::Label, Self::Text, Self::Lead, Self::Due],
            Layout::Timescales => &[Self::Choose, Self::Due, Self::Text, Self::Lead],
        };
        let maybe = [
            (Self::Milestones, used.milestones || is_strategy),
            (Self::Resources, used.resources || is_strategy),
            (Self::Risk, used.risk || is_strategy),
        ];
        let maybe = maybe.into_iter().filter(|(_, there)| *there).map(|(column, _)| column);
        begin.iter().copied().chain(maybe).chain([Self::Arcs, Self::Progress, Self::Rag]).collect()
    }

    /// The word for it in the page's structure.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Choose => "choose",
            Self::Label => "label",
            Self::Text => "text",
            Self::Lead => "lead",
            Self::Due => "due",
            Self::Milestones => "milestones",
            Self::Resources => "resources",
            Self::Risk => "risk",
            Self::Arcs => "arcs",
            Self::Progress => "progress",
            Self::Rag => "rag",
        }
    }

    /// The column of this word.
    pub(super) fn of_key(key: &str) -> Option<Self> {
        const ALL: [Column; 11] = [
            Column::Choose,
            Column::Label,
            Column::Text,
            Column::Lead,
            Column::Due,
            Column::Milestones,
            Column::Resources,
            Column::Risk,
            Column::Arcs,
            Column::Progress,
            Column::Rag,
        ];
        ALL.into_iter().find(|column| column.key() == key)
    }

    /// What it is called in plans of a shape.
    pub(super) fn words(self, layout: Layout) -> &'static str {
        match (self, layout) {
            (Self::Choose, _) => "Choose",
            (Self::Label, _) => "No",
            (Self::Text, Layout::Timescales) => "Task/action",
            (Self::Text, _) => "Action",
            (Self::Lead, Layout::Strategy) => "Responsibility",
            (Self::Lead, Layout::Timescales) => "Lead officer/group",
            (Self::Lead, Layout::Actions) => "Lead",
            (Self::Due, Layout::Strategy) => "Timeframe",
            (Self::Due, Layout::Timescales) => "Timescale",
            (Self::Due, Layout::Actions) => "Target date",
            (Self::Milestones, _) => "Milestones",
            (Self::Resources, _) => "Resources/cost",
            (Self::Risk, _) => "Risk",
            (Self::Arcs, _) => "Arcs",
            (Self::Progress, _) => "Progress",
            (Self::Rag, _) => "RAG",
        }
    }

    /// The same for the grid, in plans of a shape.
    pub(super) fn in_grid(self, layout: Layout) -> GridColumn {
        let (least, share) = match self {
            Self::Choose => ("5em", 0),
            Self::Label => ("3.5em", 0),
            Self::Text => ("14em", 5),
            Self::Lead => ("8.5em", 2),
            Self::Due => ("8em", 2),
            Self::Milestones | Self::Resources | Self::Risk => ("10em", 3),
            Self::Arcs => ("8em", 2),
            Self::Progress => ("12em", 4),
            Self::Rag => ("6.5em", 0),
        };
        GridColumn { key: self.key(), head: Head::text(self.words(layout)), least, share }
    }

    /// Whether a cell of it is opened to be changed in items of a level. Milestones are ticked where they stand, arcs are chosen
    /// on the action's own page or for several rows at once, and nothing is reported about a priority.
    pub(super) fn opens(self, level: Level) -> bool {
        match self {
            Self::Choose | Self::Milestones | Self::Arcs => false,
            Self::Progress | Self::Rag => matches!(level, Level::Action | Level::Output),
            Self::Label | Self::Text | Self::Lead | Self::Due | Self::Resources | Self::Risk => true,
        }
    }
}
