//! An answer to a statement: a score from 1 to 5, "don't know", "not applicable", or none yet.

/// A score: 1 (fragmented) to 5 (reformed and integrated), and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u8);

impl Score {
    /// The score of this number; `None` unless it is 1 to 5.
    pub fn new(number: u8) -> Option<Self> {
        (1..=5).contains(&number).then_some(Self(number))
    }

    /// The number, 1 to 5.
    pub fn get(self) -> u8 {
        self.0
    }

    /// All five scores, lowest first.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=5).map(Self)
    }
}

/// What a person said to a statement. Only [`Answer::Score`] is ever counted in a score.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Nothing was said.
    #[default]
    NotAnswered,
    /// The person does not know.
    DontKnow,
    /// The statement does not apply to the person's work.
    NotApplicable,
    /// Where the person sees things on the scale.
    Score(Score),
}

impl Answer {
    /// The score, if the answer is one.
    pub fn score(self) -> Option<Score> {
        match self {
            Self::Score(score) => Some(score),
            _ => None,
        }
    }

    /// Whether anything was said.
    pub fn is_given(self) -> bool {
        self != Self::NotAnswered
    }

    /// The one character that stands for the answer where many are written in a row: `1` to `5`, `d`, `n` or `.`.
    pub fn to_char(self) -> char {
        match self {
            Self::NotAnswered => '.',
            Self::DontKnow => 'd',
            Self::NotApplicable => 'n',
            Self::Score(score) => char::from(b'0'.saturating_add(score.get())),
        }
    }

    /// The answer that a character stands for; `None` for any other character.
    pub fn from_char(character: char) -> Option<Self> {
        match character {
            '.' => Some(Self::NotAnswered),
            'd' => Some(Self::DontKnow),
            'n' => Some(Self::NotApplicable),
            _ => {
                let digit = u8::try_from(character.to_digit(10)?).ok()?;
                Score::new(digit).map(Self::Score)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_is_one_to_five() {
        assert!(Score::new(0).is_none());
        assert!(Score::new(6).is_none());
        assert_eq!(Score::all().map(Score::get).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn every_answer_has_a_character_of_its_own() {
        let said = [Answer::NotAnswered, Answer::DontKnow, Answer::NotApplicable].into_iter();
        for answer in said.chain(Score::all().map(Answer::Score)) {
            assert_eq!(Answer::from_char(answer.to_char()), Some(answer));
        }
        for other in ['0', '6', 'x', ' ', '٣'] {
            assert_eq!(Answer::from_char(other), None);
        }
    }
}
