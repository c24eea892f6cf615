//! Training as a map holds it: events with whom and what each is for, and how a gap between them is addressed.
//!
//! Professions are words and not a list that somebody keeps: two are the same if they are spelled alike but for case and for
//! spaces around them, and nothing is guessed beyond that.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::due::Due;
use super::ids::{ItemId, PracticeId, ThemeId, TrainingGapId};
use super::rest::Rest;

/// A training event: a course, a briefing, or anything else by which people learn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct TrainingEvent {
    /// What it is called.
    pub title: String,
    /// The organisation or service that leads it, as written.
    pub lead: String,
    /// Whom it is meant for.
    pub professions: Professions,
    /// The arcs whose competencies it is meant to strengthen.
    pub arcs: BTreeSet<ThemeId>,
    /// The practices that it is about. The arc of each is served too.
    pub practices: BTreeSet<PracticeId>,
    /// When it is held, as written.
    pub dates: String,
    /// How many places there are, as written.
    pub places: String,
    /// How it is delivered, as written.
    pub method: String,
    /// How many came, as written.
    pub attendance: String,
    /// How its impact is evaluated.
    pub evaluation: String,
    /// Anything else, and what a table said that could not be read.
    pub notes: String,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// How a gap is addressed: that a profession has no training, or too little, in the competencies of an arc.
///
/// There is one record of it for a profession and an arc, whose id follows from both. So two copies in which somebody wrote about
/// the same gap meet in that record: where they did not know of each other, both are kept until a person chooses.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TrainingGap {
    /// The profession.
    pub profession: String,
    /// The arc.
    pub theme: ThemeId,
    /// How training for it is commissioned; empty if not said.
    pub commissioning: String,
    /// How it is paid for and staffed; empty if not said.
    pub resourcing: String,
    /// Who sees to it, as a role; empty if not said.
    pub owner: String,
    /// Anything else; empty if nothing.
    pub words: String,
    /// The action of a plan that addresses it.
    pub action: Option<ItemId>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// Professions, in the order in which they were written, each once. None holds a comma, a semicolon or a line end, because these
/// part one from the next wherever professions are written, and none begins with the bullet of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Professions(Vec<String>);

/// What parts one profession from the next.
const PARTS: [char; 4] = [',', ';', '\n', '\r'];

/// What stands before the items of a list.
const BULLETS: [char; 4] = ['\u{2022}', '\u{b7}', '\u{25aa}', '\u{f0b7}'];

impl Professions {
    /// Professions as a person writes them, with commas, semicolons or line ends between them.
    pub fn read(written: &str) -> Self {
        Self::of([written])
    }

    /// All professions in these texts, each once, as it is spelled where it first stands.
    pub fn of<'a>(written: impl IntoIterator<Item = &'a str>) -> Self {
        let mut all = Self::default();
        for name in written.into_iter().flat_map(|text| text.split(PARTS)) {
            let name =
                name.trim_start_matches(|letter: char| letter.is_whitespace() || BULLETS.contains(&letter)).trim_end();
            if !name.is_empty() && !all.has(name) {
                all.0.push(name.to_owned());
            }
        }
        all
    }

    /// They in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a profession is among them, however it is spelled.
    pub fn has(&self, profession: &str) -> bool {
        let key = word_key(profession);
        self.0.iter().any(|name| word_key(name) == key)
    }

    /// The same with one of them called otherwise. Two that are then the same become one.
    #[must_use]
    pub fn renamed(&self, from: &str, to: &str) -> Self {
        let key = word_key(from);
        Self::of(self.0.iter().map(|name| if word_key(name) == key { to } else { name }))
    }
}

/// By what two words for a profession, a lead or a method are told to be the same: without case and without spaces around them.
pub fn word_key(word: &str) -> String {
    word.trim().to_lowercase()
}

/// The record of how a gap is addressed: always the same one for a profession, however it is spelled, and an arc.
pub fn training_gap_id(profession: &str, theme: &ThemeId) -> TrainingGapId {
    let key = word_key(profession);
    let digest = Sha256::new_with_prefix("training-gap/")
        .chain_update(u64::try_from(key.len()).unwrap_or(u64::MAX).to_le_bytes())
        .chain_update(&key)
        .chain_update(theme.as_str());
    super::ids::RecordId::from_digest(&digest.finalize().into()).into()
}

impl TrainingEvent {
    /// The day by which it is over, where its dates tell one: the last of several, and of a month its last day.
    pub fn day(&self) -> Option<chrono::NaiveDate> {
        Due::read(&self.dates, None).day()
    }

    /// Whether it says the same as another, the fields of a newer Rainbow apart.
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        Self { rest: Rest::new(), ..self.clone() } == Self { rest: Rest::new(), ..other.clone() }
    }
}

impl TrainingGap {
    /// A gap of which nothing has been said yet.
    pub fn blank(profession: &str, theme: ThemeId) -> Self {
        Self {
            profession: profession.trim().to_owned(),
            theme,
            commissioning: String::new(),
            resourcing: String::new(),
            owner: String::new(),
            words: String::new(),
            action: None,
            rest: Rest::new(),
        }
    }

    /// The id of its record.
    pub fn id(&self) -> TrainingGapId {
        training_gap_id(&self.profession, &self.theme)
    }

    /// Whether nothing is said of how it is addressed.
    pub fn is_blank(&self) -> bool {
        let said = [&self.commissioning, &self.resourcing, &self.owner, &self.words];
        said.iter().all(|words| words.trim().is_empty()) && self.action.is_none()
    }

    /// What both say of one gap: where they say different things, one beneath the other; the action of the first that has one.
    #[must_use]
    pub fn joined_with(mut self, other: &Self) -> Self {
        let join = |mine: &mut String, theirs: &str| {
            let is_there = mine.trim() == theirs.trim() || mine.lines().any(|line| line.trim() == theirs.trim());
            if mine.trim().is_empty() {
                theirs.clone_into(mine);
            } else if !theirs.trim().is_empty() && !is_there {
                mine.push('\n');
                mine.push_str(theirs);
            }
        };
        join(&mut self.commissioning, &other.commissioning);
        join(&mut self.resourcing, &other.resourcing);
        join(&mut self.owner, &other.owner);
        join(&mut self.words, &other.words);
        self.action = self.action.or(other.action);
        for (name, value) in &other.rest {
            self.rest.entry(name.clone()).or_insert_with(|| value.clone());
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(professions: &Professions) -> Vec<&str> {
        professions.iter().collect()
    }

    #[test]
    fn professions_are_told_apart_by_their_words_alone() {
        let read = Professions::read(" Health visitors, school nurses;health VISITORS\n\u{2022} Health visitor\r\n, ");
        assert_eq!(names(&read), ["Health visitors", "school nurses", "Health visitor"]);
        assert!(read.has(" HEALTH visitors ") && !read.has("Health  visitors"));
        assert_eq!(names(&read.renamed("health visitor", "Health Visitors")), ["Health visitors", "school nurses"]);
        assert_eq!(
            names(&read.renamed("HEALTH VISITORS", "Nurses")),
            ["Nurses", "school nurses", "Health visitor"],
            "in its place"
        );
    }

    #[test]
    fn a_gap_has_one_record_however_its_profession_is_spelled() {
        let (red, green) = (ThemeId::parse("identity").unwrap(), ThemeId::parse("integrated-working").unwrap());
        let id = training_gap_id("Health visitors", &red);
        assert_eq!(training_gap_id(" health VISITORS", &red), id);
        assert_ne!(training_gap_id("Health visitor", &red), id);
        assert_ne!(training_gap_id("Health visitors", &green), id);
        assert_eq!(TrainingGap::blank(" Health visitors ", red).id(), id);
    }

    #[test]
    fn two_gaps_become_one_that_says_what_both_said() {
        let red = ThemeId::parse("identity").unwrap();
        let (action, other) = (ItemId(uuid::Uuid::from_u128(1)), ItemId(uuid::Uuid::from_u128(2)));
        let blank = || TrainingGap::blank("Midwives", red.clone());
        assert!(blank().is_blank());
        let one = TrainingGap { owner: "Workforce lead".to_owned(), words: "Ask again".to_owned(), ..blank() };
        let two = TrainingGap { resourcing: "None yet".to_owned(), action: Some(other), ..one.clone() };
        let both = one.clone().joined_with(&TrainingGap { words: "In May".to_owned(), ..two.clone() });
        assert_eq!((both.owner.as_str(), both.words.as_str()), ("Workforce lead", "Ask again\nIn May"));
        assert_eq!((both.resourcing.as_str(), both.action), ("None yet", Some(other)));
        assert_eq!(both.clone().joined_with(&both), both, "said once");
        assert_eq!(TrainingGap { action: Some(action), ..one }.joined_with(&two).action, Some(action));
    }

    #[test]
    fn the_day_of_an_event_is_read_where_its_dates_name_one() {
        let held = |dates: &str| TrainingEvent { dates: dates.to_owned(), ..TrainingEvent::default() }.day();
        assert_eq!(held("12 May 2009"), chrono::NaiveDate::from_ymd_opt(2009, 5, 12));
        assert_eq!(held("Oct-09"), chrono::NaiveDate::from_ymd_opt(2009, 10, 31));
        assert_eq!((held("to be arranged"), held("")), (None, None));
    }
}
