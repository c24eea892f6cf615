//! What a written due date is taken to mean, in words.

use super::words;
use crate::domain::due::{Due, read_day};

/// How it is understood, to be shown beneath the field; empty when nothing was written.
pub fn understood(due: Due) -> String {
    match due {
        Due::By(last) => format!("Understood as: by {}", words::day(last)),
        Due::Ongoing => "Understood as: on-going, with no last day".to_owned(),
        Due::AsWritten => "Kept as written; it names no exact day".to_owned(),
        Due::NotSaid => String::new(),
    }
}

/// The same for a table, "by 31 October 2009"; empty where the written words say it themselves: a day whose month is
/// named can be read in one way only.
pub fn in_short(written: &str, due: Due) -> String {
    match due {
        Due::By(_) if read_day(written).is_some() && written.chars().any(char::is_alphabetic) => String::new(),
        Due::By(last) => format!("by {}", words::day(last)),
        Due::AsWritten => "no exact day".to_owned(),
        Due::Ongoing | Due::NotSaid => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_date_is_explained_where_it_does_not_explain_itself() {
        let table = [
            ("Oct-09", "Understood as: by 31 October 2009", "by 31 October 2009"),
            ("31st mar 2010", "Understood as: by 31 March 2010", ""),
            ("3/4/10", "Understood as: by 3 April 2010", "by 3 April 2010"),
            ("on-going", "Understood as: on-going, with no last day", ""),
            ("Summer 2010", "Kept as written; it names no exact day", "no exact day"),
            ("", "", ""),
        ];
        for (written, full, short) in table {
            let due = Due::read(written);
            assert_eq!((understood(due), in_short(written, due)), (full.to_owned(), short.to_owned()), "{written}");
        }
    }
}
