//! One cell of a table: what it says as an answer or a day.

use chrono::NaiveDate;

use crate::domain::answer::{Answer, Score};

/// A word as it is compared: lower case, one space between words, typewriter's apostrophes, no marks at its ends.
pub fn normal(text: &str) -> String {
    let plain = text.to_lowercase().replace(['\u{2019}', '\u{2018}'], "'");
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ").trim_matches(|mark: char| matches!(mark, '.' | ':' | ',' | ';' | '"')).to_owned()
}

/// The answer that a cell gives by itself: `3`, `3.0`, `5 – reformed`, `dk`, "don't know", `n/a`, or nothing at all. `None`
/// for words that somebody has to say the meaning of, and for numbers that are no score.
pub fn read_answer(cell: &str) -> Option<Answer> {
    let word = normal(cell);
    match word.as_str() {
        "" | "-" | "\u{2013}" | "no answer" | "not answered" => return Some(Answer::NotAnswered),
        "d" | "dk" | "don't know" | "dont know" | "do not know" => return Some(Answer::DontKnow),
        "n" | "na" | "n/a" | "n.a" | "not applicable" | "does not apply" => return Some(Answer::NotApplicable),
        _ => {}
    }
    let mut letters = word.chars();
    let score = letters.next().and_then(|first| first.to_digit(10));
    let score = score.and_then(|digit| u8::try_from(digit).ok()).and_then(Score::new)?;
    follows_a_score(letters.as_str()).then_some(Answer::Score(score))
}

/// Whether what stands after a digit leaves it a score: nothing, zeros after the point, or words set apart by a mark.
fn follows_a_score(rest: &str) -> bool {
    let zeros =
        rest.strip_prefix(['.', ',']).is_some_and(|zeros| !zeros.is_empty() && zeros.bytes().all(|b| b == b'0'));
    let words = rest.trim_start();
    let marked = words.strip_prefix(['-', '\u{2013}', '\u{2014}', ':', '=', '.', ')', '(']);
    let apart = marked.is_some_and(|words| words.starts_with(|c: char| c.is_whitespace() || c.is_alphabetic()));
    rest.is_empty() || zeros || apart
}

/// A day as tools write it, with or without a time after it: `2009-10-30`, `30/10/2009`, `30 October 2009`. Days stand
/// before months, as in this country. `None` for anything else.
pub fn read_day(cell: &str) -> Option<NaiveDate> {
    let text = cell.trim();
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split(['-', '/', '.']).collect();
    let number = |text: &str| text.parse::<u32>().ok();
    let year = |text: &str| if text.len() == 4 { text.parse::<i32>().ok() } else { None };
    let of = |y: &str, m: &str, d: &str| NaiveDate::from_ymd_opt(year(y)?, number(m)?, number(d)?);
    match parts.as_slice() {
        [y, m, d] if y.len() == 4 => of(y, m, d),
        [d, m, y] => of(y, m, d),
        _ => {
            let words: Vec<&str> = text.split_whitespace().take(3).collect();
            ["%d %B %Y", "%d %b %Y"].into_iter().find_map(|form| NaiveDate::parse_from_str(&words.join(" "), form).ok())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_an_answer_only_where_it_can_be_no_other() {
        let score = |number| Some(Answer::Score(Score::new(number).unwrap()));
        for (cell, answer) in [
            ("1", score(1)),
            (" 5 ", score(5)),
            ("4.0", score(4)),
            ("4,00", score(4)),
            ("5 – reformed", score(5)),
            ("5 - Reformed and integrated", score(5)),
            ("1: fragmented", score(1)),
            ("2 (rarely)", score(2)),
            ("3.", score(3)),
            ("3) now and then", score(3)),
            ("Don’t know", Some(Answer::DontKnow)),
            ("DK", Some(Answer::DontKnow)),
            ("d", Some(Answer::DontKnow)),
            ("N/A", Some(Answer::NotApplicable)),
            ("not applicable.", Some(Answer::NotApplicable)),
            ("n", Some(Answer::NotApplicable)),
            ("", Some(Answer::NotAnswered)),
            ("-", Some(Answer::NotAnswered)),
            ("0", None),
            ("6", None),
            ("45", None),
            ("4.5", None),
            ("3 or 4", None),
            ("3-4", None),
            ("2/5", None),
            ("-3", None),
            ("1st", None),
            ("agree", None),
            ("٣", None),
        ] {
            assert_eq!(read_answer(cell), answer, "{cell}");
        }
    }

    #[test]
    fn a_day_is_read_as_this_country_writes_it() {
        let day = NaiveDate::from_ymd_opt(2009, 10, 3);
        for text in [
            "2009-10-03",
            "2009-10-03T10:12:00Z",
            "03/10/2009 10:12",
            "3.10.2009",
            "3 October 2009",
            "3 Oct 2009 09:00",
        ] {
            assert_eq!(read_day(text), day, "{text}");
        }
        for text in ["", "10/30/2009", "3/10/09", "October 2009", "yesterday", "40105"] {
            assert_eq!(read_day(text), None, "{text}");
        }
    }
}
