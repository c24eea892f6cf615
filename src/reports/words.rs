//! Dates, counts and figures as they are written out.

use chrono::NaiveDate;

/// A day as 30 October 2009.
pub fn day(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// A count with its noun: "1 response", "54 responses".
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A mean with one decimal.
pub fn mean(mean: f64) -> String {
    format!("{mean:.1}")
}

/// Several things in a sentence: "a", "a and b", "a, b and c".
pub fn list(things: &[String]) -> String {
    match things {
        [] => String::new(),
        [only] => only.clone(),
        [start @ .., last] => format!("{} and {last}", start.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_lists_are_written_out() {
        assert_eq!(day(NaiveDate::from_ymd_opt(2009, 10, 3).unwrap()), "3 October 2009");
        assert_eq!(list(&["a".into(), "b".into(), "c".into()]), "a, b and c");
        assert_eq!(count(1, "response", "responses"), "1 response");
    }
}
