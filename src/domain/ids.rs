//! Typed ids: words chosen by people for parts of a framework or an area, and 128-bit ids for records.

use std::fmt;
use std::sync::Arc;

use uuid::Uuid;

/// Longest text id that is accepted, in bytes.
pub const LONGEST_TEXT_ID: usize = 64;

/// How many hexadecimal digits tell a new statement from all others.
const NEW_DIGITS: usize = 8;

/// True for a text that may be an id: 1 to 64 characters out of a-z, 0-9 and the hyphen.
pub fn is_text_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= LONGEST_TEXT_ID
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

macro_rules! text_ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id spelled `text`; `None` unless it is 1 to 64 characters out of a-z, 0-9 and the hyphen.
            pub fn parse(text: &str) -> Option<Self> {
                is_text_id(text).then(|| Self(text.into()))
            }

            /// The id as it is spelled in files.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

text_ids! {
    /// Names a theme of the framework, which is an arc of the rainbow.
    ThemeId;
    /// Names a perspective of the framework (children, team, service, trust, or another framework's own).
    PerspectiveId;
    /// Names a practice within a theme, such as information sharing.
    PracticeId;
    /// Names an aspect that all practices share, such as leadership.
    AspectId;
    /// Names one of the outcomes that the framework serves.
    OutcomeId;
    /// Names a statement of a questionnaire. It stays the same when the wording is corrected and changes when something else is asked.
    StatementId;
    /// Names a sector of the area's workforce.
    SectorId;
    /// Names a staff group of the area's workforce.
    StaffGroupId;
    /// Names a suggestion of what can be done about an arc. It stays the same when the wording is corrected.
    SuggestionId;
    /// Names a template of a plan.
    TemplateId;
    /// Names a group of the cards of an exercise.
    CardGroupId;
    /// Names a column of an exercise.
    ColumnId;
    /// Names a paragraph or a detail within its report. It stays the same when the drafting is improved.
    PartId;
    /// Names a term of the glossary that Rainbow brings along. It stays the same when the wording is corrected.
    TermId;
}

macro_rules! record_ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The id spelled `text`, with or without hyphens; `None` when it is not a UUID.
            pub fn parse(text: &str) -> Option<Self> {
                Uuid::try_parse(text).ok().map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

record_ids! {
    /// Names a workspace: one area's work.
    WorkspaceId;
    /// Names any record of a workspace.
    RecordId;
    /// Names a round of a survey.
    RoundId;
    /// Names a response: one person's answers. A corrected response keeps it.
    ResponseId;
    /// Names a survey design.
    DesignId;
    /// Names a statement as it stands in a survey design. The statement has an id of its own beside it.
    DesignStatementId;
    /// Names a plan.
    PlanId;
    /// Names an item of a plan, such as an action.
    ItemId;
    /// Names a piece of evidence.
    EvidenceId;
    /// Names a training event.
    TrainingEventId;
    /// Names the gap of a profession in the training for an arc.
    TrainingGapId;
    /// Names an exercise.
    ExerciseId;
    /// Names the sheet of a table in an exercise.
    SheetId;
    /// Names a rainbow discussion.
    DiscussionId;
    /// Names an idea of a rainbow discussion.
    IdeaId;
    /// Names a session of the guide for focus groups and workshops.
    GuideSessionId;
    /// Names an entry of a register.
    EntryId;
    /// Names a tab of a browser across reloads, each of which is another replica. What it did can be undone in it.
    TabId;
}

macro_rules! are_records {
    ($($name:ident),*) => {$(
        impl From<$name> for RecordId {
            fn from(id: $name) -> Self {
                Self(id.0)
            }
        }

        impl From<RecordId> for $name {
            fn from(id: RecordId) -> Self {
                Self(id.0)
            }
        }
    )*};
}

are_records!(
    WorkspaceId,
    RoundId,
    ResponseId,
    DesignId,
    DesignStatementId,
    PlanId,
    ItemId,
    EvidenceId,
    TrainingEventId,
    TrainingGapId,
    EntryId
);
are_records!(ExerciseId, SheetId);
are_records!(DiscussionId, IdeaId, GuideSessionId);

impl StatementId {
    /// An id for a statement that asks something new, such as `identity-3f2a9c1e`: no statement has it yet, here or in any
    /// other area, because it follows from the record that the statement is written in.
    pub fn of_new(theme: &ThemeId, record: DesignStatementId) -> Self {
        let digits = record.0.as_simple().to_string();
        // An id is plain ASCII, so characters are bytes.
        let theme: String = theme.as_str().chars().take(LONGEST_TEXT_ID.saturating_sub(NEW_DIGITS + 1)).collect();
        Self(format!("{theme}-{}", digits.chars().take(NEW_DIGITS).collect::<String>()).into())
    }
}

impl RecordId {
    /// An id made from a digest, so that the same content has the same id wherever it is recorded (RFC 9562, version 8).
    pub fn from_digest(digest: &[u8; 32]) -> Self {
        let mut bytes = [0; 16];
        bytes.copy_from_slice(digest.first_chunk::<16>().unwrap_or(&[0; 16]));
        Self(uuid::Builder::from_custom_bytes(bytes).into_uuid())
    }
}

/// One run of one tab: a fresh random number at every start, so that no counter is ever used twice.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReplicaId(pub u64);

impl ReplicaId {
    /// The replica spelled as 16 hexadecimal digits; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let hex = text.len() == 16 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        hex.then(|| u64::from_str_radix(text, 16).ok().map(Self)).flatten()
    }

    /// The replica itself for 0, and for every other number another one of its own: under these it writes versions that
    /// are to stand side by side, as if several replicas had made them without knowing of each other. They lie far apart,
    /// so that even replicas that are numbered one after the other share none.
    pub fn twin(self, number: u64) -> Self {
        const APART: u64 = 0x9e37_79b9_7f4a_7c15;
        Self(self.0.wrapping_add(number.wrapping_mul(APART)))
    }
}

impl fmt::Display for ReplicaId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Debug for ReplicaId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Names the exact content of a survey: the SHA-256 of its frozen text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SurveyHash(pub [u8; 32]);

impl SurveyHash {
    /// The hash spelled as 64 lower-case hexadecimal digits; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 64 {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            let digits = std::str::from_utf8(pair).ok()?;
            if digits.bytes().any(|b| !b.is_ascii_hexdigit() || b.is_ascii_uppercase()) {
                return None;
            }
            *byte = u8::from_str_radix(digits, 16).ok()?;
        }
        Some(Self(bytes))
    }

    /// The record that holds the survey of this hash.
    pub fn record(&self) -> RecordId {
        RecordId::from_digest(&self.0)
    }
}

impl fmt::Display for SurveyHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|b| write!(f, "{b:02x}"))
    }
}

impl fmt::Debug for SurveyHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_ids_take_plain_lower_case_only() {
        for good in ["a", "identity-1", "0"] {
            assert_eq!(ThemeId::parse(good).unwrap().as_str(), good);
        }
        for bad in ["", "Identity", "a b", "é", &"x".repeat(65)] {
            assert!(ThemeId::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_new_statement_has_an_id_of_its_own_however_long_the_name_of_its_theme() {
        let record = DesignStatementId(Uuid::from_u128(0x3f2a_9c1e << 96));
        for theme in ["identity", &"x".repeat(LONGEST_TEXT_ID)] {
            let id = StatementId::of_new(&ThemeId::parse(theme).unwrap(), record);
            assert!(id.as_str().ends_with("-3f2a9c1e"), "{id}");
            assert_eq!(StatementId::parse(id.as_str()), Some(id));
        }
    }

    #[test]
    fn replicas_and_hashes_are_read_as_written() {
        let replica = ReplicaId(0x00ab_cdef_0123_4567);
        assert_eq!(ReplicaId::parse(&replica.to_string()), Some(replica));
        assert_eq!(ReplicaId::parse("+0abcdef01234567"), None);
        let hash = SurveyHash([0xa7; 32]);
        assert_eq!(SurveyHash::parse(&hash.to_string()), Some(hash));
        assert_eq!(SurveyHash::parse(&"é".repeat(32)), None);
    }
}
