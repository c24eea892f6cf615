//! RAG as it stands in a cell.

use crate::domain::plan::Rag;

/// The RAG that a cell gives by a word or a letter; not set where it is blank. `None` for any other words, which are nobody's
/// setting of a RAG.
pub(super) fn read(cell: &str) -> Option<Rag> {
    let plain = cell.trim().to_lowercase();
    Some(match plain.as_str() {
        "" | "not set" | "-" | "\u{2013}" => Rag::NotSet,
        "red" | "r" => Rag::Red,
        "amber" | "a" => Rag::Amber,
        "green" | "g" => Rag::Green,
        "complete" | "completed" | "c" => Rag::Complete,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_that_can_mean_nothing_else_are_a_rag() {
        for rag in Rag::ALL {
            assert_eq!(read(rag.word()), Some(rag));
        }
        assert_eq!(
            [" g ", "R", "COMPLETED", ""].map(read),
            [Rag::Green, Rag::Red, Rag::Complete, Rag::NotSet].map(Some)
        );
        assert_eq!(["On track", "Amber/Green", "Green \u{2013} on track", "blue"].map(read), [None; 4]);
    }
}
