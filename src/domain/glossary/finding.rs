//! Finding the terms of a glossary in a text: whole words, the longest first, and an abbreviation only in its own letters.

use std::collections::BTreeSet;

use super::Word;

/// The words of a glossary that stand in any of these texts, each once, in the order in which they first stand there. Where two
/// begin at the same place the longer one counts, and what it covers is not looked through again.
pub fn found_in<'a, 't>(
    words: impl IntoIterator<Item = &'a Word>,
    texts: impl IntoIterator<Item = &'t str>,
) -> Vec<&'a Word> {
    let mut ways: Vec<Way<'a>> =
        words.into_iter().flat_map(|word| word.ways().map(move |way| Way::of(word, way))).collect();
    ways.retain(|way| !way.letters.is_empty());
    // The longest first; of two that are equally long the one that was listed first.
    ways.sort_by_key(|way| std::cmp::Reverse(way.letters.len()));
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for text in texts {
        let letters = plain(text);
        let mut at = 0_usize;
        while at < letters.len() {
            let rest = letters.get(at..).unwrap_or_default();
            let begins =
                at.checked_sub(1).and_then(|before| letters.get(before)).is_none_or(|before| !is_part(*before));
            match ways.iter().find(|way| begins && way.stands_at(rest)) {
                Some(way) => {
                    if seen.insert(way.word) {
                        found.push(way.word);
                    }
                    at = at.saturating_add(way.letters.len());
                }
                None => at = at.saturating_add(1),
            }
        }
    }
    found
}

/// One way to write a term.
struct Way<'a> {
    word: &'a Word,
    letters: Vec<char>,
    /// Whether capitals count: "CAF" is not "caf", and "TAC" is not in "tac".
    is_exact: bool,
}

impl<'a> Way<'a> {
    fn of(word: &'a Word, way: &str) -> Self {
        Self { word, letters: plain(way.trim()), is_exact: is_abbreviation(way) }
    }

    /// Whether a text begins with it, and no word goes on behind it.
    fn stands_at(&self, text: &[char]) -> bool {
        let same = |(one, other): (&char, &char)| one == other || (!self.is_exact && folded(*one) == folded(*other));
        text.len() >= self.letters.len()
            && text.iter().zip(&self.letters).all(same)
            && text.get(self.letters.len()).is_none_or(|after| !is_part(*after))
    }
}

/// Whether a word is an abbreviation: two capitals or more in one word of it.
fn is_abbreviation(way: &str) -> bool {
    way.split_whitespace().any(|word| word.chars().filter(|letter| letter.is_uppercase()).count() > 1)
}

/// A text with one kind of apostrophe, of hyphen and of space, letter by letter.
fn plain(text: &str) -> Vec<char> {
    let one = |letter: char| match letter {
        '\u{2019}' | '\u{2018}' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        letter if letter.is_whitespace() => ' ',
        letter => letter,
    };
    text.chars().map(one).collect()
}

fn folded(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

/// Whether a letter belongs to a word, so that another word can't begin or end beside it.
fn is_part(letter: char) -> bool {
    letter.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words() -> Vec<Word> {
        vec![
            Word::read("Team", "People who work together", ""),
            Word::read("TAC", "Team around the child", "team around the child; TACs"),
            Word::read("CAF", "One form", "common assessment framework"),
            Word::read("Children\u{2019}s Trust", "All who work together", "trust board"),
            Word::read("Lead professional", "Who sees to it", ""),
        ]
    }

    fn found(text: &str) -> Vec<String> {
        found_in(&words(), [text]).into_iter().map(|word| word.term.clone()).collect()
    }

    #[test]
    fn whole_words_are_found_in_small_and_large_letters_and_in_their_order() {
        assert_eq!(found("A LEAD Professional leads a team."), ["Lead professional", "Team"]);
        assert_eq!(found("(team)"), ["Team"]);
        assert!(found("Teams, steam, a misled professional").is_empty());
        assert!(found("").is_empty());
    }

    #[test]
    fn an_abbreviation_counts_in_its_own_letters_only() {
        assert_eq!(found("Write a CAF, then a TAC."), ["CAF", "TAC"]);
        assert!(found("Tac a caf to it; SCAFFOLD").is_empty());
        assert_eq!(found("TACs"), ["TAC"]);
    }

    #[test]
    fn the_longest_counts_and_what_it_covers_is_not_looked_through_again() {
        assert_eq!(found("The team around the child meets."), ["TAC"]);
        assert_eq!(found("The team around the child, and a team."), ["TAC", "Team"]);
    }

    #[test]
    fn each_is_found_once_whatever_the_apostrophe_and_however_it_is_written() {
        assert_eq!(
            found("The children's trust, the Children\u{2019}s Trust and its Trust Board"),
            ["Children\u{2019}s Trust"]
        );
        let texts = ["A CAF", "the common assessment framework", "a team"];
        let words = words();
        let found: Vec<_> = found_in(&words, texts).into_iter().map(|word| word.term.as_str()).collect();
        assert_eq!(found, ["CAF", "Team"]);
    }

    #[test]
    fn an_empty_way_to_write_a_term_is_found_nowhere() {
        let empty = [Word { term: " ".to_owned(), meaning: "Nothing".to_owned(), also: vec![String::new()] }];
        assert!(found_in(&empty, ["a b"]).is_empty());
    }

    proptest! {
        #[test]
        fn a_term_between_other_words_is_always_found(before in "[a-z ]{0,12}", after in "[a-z ]{0,12}", at in 0..5_usize) {
            let all = words();
            let text = format!("{before} {} {after}", all[at].term);
            prop_assert!(found_in(&all, [text.as_str()]).contains(&&all[at]));
        }
    }
}
