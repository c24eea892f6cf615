//! The kinds of records: the word for each in files, and what has to be decided of each before it can be one.

use super::record::Body;

/// Makes [`Kind`] and its words from one list, so that no kind can be known in one place and forgotten in another.
macro_rules! kinds {
    ($($kind:ident $word:literal,)+) => {
        /// The kind of a record.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "each is described at the body of the same name")]
        pub enum Kind {
            $($kind,)+
            Unknown(Box<str>),
        }

        impl Kind {
            /// All kinds that this version knows.
            pub const KNOWN: &[Self] = &[$(Self::$kind),+];

            /// The word for the kind in files.
            pub fn word(&self) -> &str {
                match self {
                    $(Self::$kind => $word,)+
                    Self::Unknown(word) => word,
                }
            }
        }
    };
}

kinds! {
    Area "area",
    Survey "survey",
    Round "round",
    RoundEntry "round-entry",
    Pack "pack",
    Withdrawal "withdrawal",
    Target "target",
    Plan "plan",
    PlanItem "plan-item",
    Progress "progress",
    ReportText "report-text",
    Draft "draft",
    DraftAnswer "draft-answer",
    Export "export",
    Step "step",
    OwnResponse "own-response",
    Ended "ended",
    Invitation "invitation",
    Design "design",
    DesignStatement "design-statement",
    CommentReview "comment-review",
    TableMapping "table-mapping",
    GroupAnswers "group-answers",
    SharedDevice "shared-device",
    Benchmark "benchmark",
    BenchmarkGiven "benchmark-given",
    Evidence "evidence",
    Position "position",
    Assessment "assessment",
    SignOff "sign-off",
    ItemWas "plan-item-was",
    PlanSignOff "plan-sign-off",
    UpdateRequest "update-request",
    TrainingEvent "training-event",
    TrainingGap "training-gap",
    Exercise "exercise",
    TableSheet "table-sheet",
    Seat "table-seat",
    Discussion "discussion",
    Idea "idea",
    GuideSession "guide-session",
    RelatedStrategy "related-strategy",
    Consultation "consultation",
    Term "term",
    Contact "contact",
    Headcount "headcount",
    FrozenReport "frozen-report",
}

impl Kind {
    /// The kind of this word; one that a newer Rainbow knows if this one does not.
    pub fn of_word(word: &str) -> Self {
        let known = Self::KNOWN.iter().find(|kind| kind.word() == word);
        known.cloned().unwrap_or_else(|| Self::Unknown(word.into()))
    }

    /// Whether records of this kind stay on the device: they are stored but never exported or taken from a file.
    pub fn is_device_only(&self) -> bool {
        match self {
            Self::Draft
            | Self::DraftAnswer
            | Self::Export
            | Self::Step
            | Self::OwnResponse
            | Self::Ended
            | Self::Invitation
            | Self::TableMapping
            | Self::SharedDevice
            | Self::UpdateRequest
            | Self::Seat => true,
            Self::Area
            | Self::Survey
            | Self::Round
            | Self::RoundEntry
            | Self::Pack
            | Self::Withdrawal
            | Self::Target
            | Self::Plan
            | Self::PlanItem
            | Self::Progress
            | Self::ReportText
            | Self::Design
            | Self::DesignStatement
            | Self::CommentReview
            | Self::GroupAnswers
            | Self::Benchmark
            | Self::BenchmarkGiven
            | Self::Evidence
            | Self::Position
            | Self::Assessment
            | Self::SignOff
            | Self::ItemWas
            | Self::PlanSignOff
            | Self::TrainingEvent
            | Self::TrainingGap
            | Self::Exercise
            | Self::TableSheet
            | Self::Discussion
            | Self::Idea
            | Self::GuideSession
            | Self::RelatedStrategy
            | Self::Consultation
            | Self::Term
            | Self::Contact
            | Self::Headcount
            | Self::FrozenReport
            | Self::Unknown(_) => false,
        }
    }

    /// Whether records of this kind may hold what single people answered, say that somebody took an answer back, or quote
    /// figures as words for a report do, be they another area's, or tell which benchmark is this area's: they stay behind
    /// when a file is made without answers. Evidence may tell what few people said, and so may what is
    /// noted in a discussion or a focus group. An assessment is written from the
    /// figures, and a sign-off holds those of its day: beside later ones they could tell what came between. Of what a
    /// when a file is made without answers. Evidence may tell what few people said. An assessment is written from the
    /// figures, and a sign-off and a frozen report hold those of their day: beside later ones they could tell what came between. Of what a
    /// newer Rainbow wrote nobody here can tell.
    pub fn may_hold_answers(&self) -> bool {
        match self {
            Self::Pack
            | Self::Withdrawal
            | Self::ReportText
            | Self::Draft
            | Self::DraftAnswer
            | Self::Step
            | Self::OwnResponse
            | Self::CommentReview
            | Self::GroupAnswers
            | Self::Benchmark
            | Self::BenchmarkGiven
            | Self::Evidence
            | Self::Assessment
            | Self::SignOff
            | Self::Discussion
            | Self::Idea
            | Self::GuideSession
            | Self::FrozenReport
            | Self::Unknown(_) => true,
            Self::Area
            | Self::Survey
            | Self::Round
            | Self::RoundEntry
            | Self::Target
            | Self::Position
            | Self::Plan
            | Self::PlanItem
            | Self::Progress
            | Self::ItemWas
            | Self::PlanSignOff
            | Self::Ended
            | Self::Invitation
            | Self::Design
            | Self::DesignStatement
            | Self::Export
            | Self::TableMapping
            | Self::SharedDevice
            | Self::UpdateRequest
            | Self::TrainingEvent
            | Self::TrainingGap => false,
            Self::Exercise | Self::TableSheet | Self::Seat => false,
            Self::RelatedStrategy | Self::Consultation | Self::Term | Self::Contact | Self::Headcount => false,
        }
    }
}

impl Body {
    /// The kind of this body; a deleted record keeps the kind it had.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Area(_) => Kind::Area,
            Self::Survey(_) => Kind::Survey,
            Self::Round(_) => Kind::Round,
            Self::RoundEntry(_) => Kind::RoundEntry,
            Self::Pack(_) => Kind::Pack,
            Self::Withdrawal(_) => Kind::Withdrawal,
            Self::Target(_) => Kind::Target,
            Self::Plan(_) => Kind::Plan,
            Self::PlanItem(_) => Kind::PlanItem,
            Self::Progress(_) => Kind::Progress,
            Self::ReportText(_) => Kind::ReportText,
            Self::Draft(_) => Kind::Draft,
            Self::DraftAnswer(_) => Kind::DraftAnswer,
            Self::Export(_) => Kind::Export,
            Self::Step(_) => Kind::Step,
            Self::OwnResponse(_) => Kind::OwnResponse,
            Self::Ended(_) => Kind::Ended,
            Self::Invitation(_) => Kind::Invitation,
            Self::Design(_) => Kind::Design,
            Self::DesignStatement(_) => Kind::DesignStatement,
            Self::CommentReview(_) => Kind::CommentReview,
            Self::TableMapping(_) => Kind::TableMapping,
            Self::GroupAnswers(_) => Kind::GroupAnswers,
            Self::SharedDevice(_) => Kind::SharedDevice,
            Self::Benchmark(_) => Kind::Benchmark,
            Self::BenchmarkGiven(_) => Kind::BenchmarkGiven,
            Self::Evidence(_) => Kind::Evidence,
            Self::Position(_) => Kind::Position,
            Self::Assessment(_) => Kind::Assessment,
            Self::SignOff(_) => Kind::SignOff,
            Self::ItemWas(_) => Kind::ItemWas,
            Self::PlanSignOff(_) => Kind::PlanSignOff,
            Self::UpdateRequest(_) => Kind::UpdateRequest,
            Self::TrainingEvent(_) => Kind::TrainingEvent,
            Self::TrainingGap(_) => Kind::TrainingGap,
            Self::Exercise(_) => Kind::Exercise,
            Self::TableSheet(_) => Kind::TableSheet,
            Self::Seat(_) => Kind::Seat,
            Self::Discussion(_) => Kind::Discussion,
            Self::Idea(_) => Kind::Idea,
            Self::GuideSession(_) => Kind::GuideSession,
            Self::Register(entry) => entry.register().kind(),
            Self::Headcount(_) => Kind::Headcount,
            Self::FrozenReport(_) => Kind::FrozenReport,
            Self::Unknown { kind, .. } => Kind::Unknown(kind.clone()),
            Self::Deleted(kind) => kind.clone(),
        }
    }
}
