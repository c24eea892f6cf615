//! What holds of every text and of every day, whatever way it is written in.

use chrono::Datelike;
use proptest::prelude::*;

use super::*;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Any day of the years that can be written.
fn days() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();
    (0..109_572_u64).prop_map(move |days| first.checked_add_days(chrono::Days::new(days)).unwrap())
}

/// The period of a plan, of up to four years; now and then the wrong way round.
fn periods() -> impl Strategy<Value = Option<Period>> {
    let period = (days(), -100..1500_i64).prop_map(|(from, length)| Period {
        from,
        to: from.checked_add_signed(chrono::TimeDelta::days(length)).unwrap(),
    });
    proptest::option::of(period)
}

/// Pieces of dates, strung together with and without sense.
fn strings_of_pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(vec![
            "march",
            "Sept",
            "dec",
            "2010",
            "10",
            "31st",
            "13",
            "5",
            "99999999999",
            "0",
            "of",
            "end",
            "early",
            "mid",
            "the",
            "summer",
            "term",
            "winter",
            "Q",
            "quarter",
            "financial",
            "school",
            "year",
            "w/b",
            "week",
            "beginning",
            "and",
            "to",
            "from",
            "until",
            "ongoing",
            "onwards",
            "annual",
            "per",
            "annum",
            "within",
            "months",
            "following",
            "after",
            "Monday",
            "by",
            "first",
            "review",
            "TBC",
            "no",
            "later",
            "than",
            "fy",
            "'09",
            "\u{2019}",
        ]),
        proptest::sample::select(vec!["-", "/", ".", ",", "\u{2013}", "\n", "&", ":", "(", "?", "'", "\u{a0}"]),
    ];
    let joint = proptest::sample::select(vec!["", " ", " ", "-", "/"]);
    proptest::collection::vec((piece, joint), 0..12)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, joint)| format!("{piece}{joint}")).collect())
}

fn ordinal(day: u32) -> String {
    let ending = match day {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    };
    format!("{day}{ending}")
}

/// How people write a day.
fn ways_of_writing(day: NaiveDate) -> Vec<String> {
    let (year, month, date) = (day.year(), day.month(), day.day());
    let name = MONTHS[day.month0() as usize];
    let (short, weekday) = (day.format("%b"), day.format("%A"));
    let mut ways = vec![
        format!("{date} {name} {year}"),
        format!("{date} {short} {year}"),
        format!("{} {name} {year}", ordinal(date)),
        format!("the {} of {name}, {year}", ordinal(date)),
        format!("{weekday} {date} {name} {year}"),
        format!("by {weekday}, {} {short}. {year}", ordinal(date)),
        format!("{name} {}, {year}", ordinal(date)),
        format!("{name} {date} {year}"),
        format!("{date:02}/{month:02}/{year}"),
        format!("{date}/{month}/{year}"),
        format!("{date}.{month}.{year}"),
        format!("{date}-{month}-{year}"),
        format!("{date}-{short}-{year}"),
        format!("{year}-{month:02}-{date:02}"),
        format!("{year}/{month:02}/{date:02}"),
        format!("{year}-{month:02}-{date:02}T00:00:00"),
        format!("{date:02}/{month:02}/{year} 00:00:00"),
    ];
    if (2000..2100).contains(&year) {
        let two = year - 2000;
        ways.extend([
            format!("{date}/{month}/{two:02}"),
            format!("{} {short} '{two:02}", ordinal(date)),
            format!("{date} {name} {two:02}"),
            format!("{date}-{short}-{two:02}"),
        ]);
    }
    ways
}

/// How people write a month.
fn ways_of_writing_a_month(day: NaiveDate) -> Vec<String> {
    let (year, name) = (day.year(), MONTHS[day.month0() as usize]);
    let short = day.format("%b");
    let mut ways = vec![
        format!("{name} {year}"),
        format!("by {short} {year}"),
        format!("{short}-{year}"),
        format!("end of {name} {year}"),
        format!("mid {name} {year}"),
        format!("Early {short}. {year}"),
        format!("{}/{year}", day.month()),
        format!("{name}/{name} {year}"),
        format!("{name} {year}, all being well"),
        format!("{name} {year} and ongoing"),
        format!("{name} {year}, annual review"),
        format!("From {name} {year}"),
    ];
    if (2000..2100).contains(&year) {
        let two = year - 2000;
        ways.extend([format!("{short}-{two:02}"), format!("{name} \u{2019}{two:02}"), format!("{name}/{two:02}")]);
    }
    ways
}

/// The days that a meaning holds.
fn days_in(due: Due) -> Vec<NaiveDate> {
    match due {
        Due::Asks(Question::DayOrYear { month, within, .. }) => std::iter::once(month).chain(within).collect(),
        Due::Asks(Question::EitherDay(one, other)) => vec![one, other],
        _ => due.day().into_iter().collect(),
    }
}

proptest! {
    #[test]
    fn no_text_is_too_strange(text in "\\PC{0,60}", period in periods()) {
        let _ = Reading::of(&text, None, period);
        let _ = read_day(&text);
    }

    #[test]
    fn no_string_of_dates_is_too_strange(text in strings_of_pieces(), period in periods()) {
        let due = Due::read(&text, period);
        for day in days_in(due) {
            prop_assert!((1900..=2201).contains(&day.year()), "{text}: {day}");
        }
    }

    #[test]
    fn a_day_is_read_from_every_way_of_writing_it(day in days(), period in periods()) {
        for written in ways_of_writing(day) {
            prop_assert_eq!(Due::read(&written, period), Due::By(day), "{}", written);
        }
    }

    #[test]
    fn a_last_day_is_in_the_month_that_it_names(day in days(), period in periods()) {
        for written in ways_of_writing_a_month(day) {
            let last = Due::read(&written, period).day();
            let month = last.map(|last| (last.year(), last.month()));
            prop_assert_eq!(month, Some((day.year(), day.month())), "{}", written);
        }
    }

    #[test]
    fn the_last_of_two_months_counts_in_either_order(one in days(), other in days()) {
        let month = |day: NaiveDate| format!("{} {}", MONTHS[day.month0() as usize], day.year());
        for joint in [" - ", " to ", "/", ", ", " and ", "\n"] {
            let both = Due::read(&format!("{}{joint}{}", month(one), month(other)), None);
            let latest = one.max(other);
            prop_assert_eq!(both, Due::read(&month(latest), None), "{}", joint);
        }
    }

    #[test]
    fn a_text_without_digits_names_no_last_day(
        text in "\\PC{0,40}",
        pieces in strings_of_pieces(),
        month in proptest::sample::select(MONTHS.to_vec()),
        period in periods(),
    ) {
        for text in [text, pieces, month.to_owned(), format!("By the end of {month}")] {
            let bare: String = text.chars().filter(|letter| !letter.is_ascii_digit()).collect();
            let due = Due::read(&bare, period);
            prop_assert!(days_in(due).is_empty(), "{}: {:?}", bare, due);
        }
    }

    #[test]
    fn neither_case_nor_spaces_nor_the_kind_of_dash_matter(
        day in days(),
        pieces in strings_of_pieces(),
        period in periods(),
    ) {
        let mut texts = ways_of_writing(day);
        texts.extend(ways_of_writing_a_month(day));
        texts.push(pieces);
        for text in texts {
            let due = Due::read(&text, period);
            let others = [
                text.to_uppercase(),
                text.to_lowercase(),
                format!("  {text}\u{a0}\t"),
                text.replace(' ', "\u{a0}"),
                text.replace(' ', "\u{202f} "),
                text.replace('-', "\u{2013}"),
                text.replace('-', "\u{2014}"),
                text.replace('-', "\u{2011}"),
                text.replace('\'', "\u{2019}"),
            ];
            for other in others {
                prop_assert_eq!(Due::read(&other, period), due, "{} as {}", text, other);
            }
        }
    }

    #[test]
    fn a_correction_is_always_what_counts(text in strings_of_pieces(), day in days(), period in periods()) {
        prop_assert_eq!(Due::of(&text, Some(Meant::By(day)), period), Due::By(day));
        let ongoing = matches!(Due::of(&text, Some(Meant::Ongoing), period), Due::Ongoing { .. });
        let recurring = matches!(Due::of(&text, Some(Meant::Recurring), period), Due::Recurring { .. });
        prop_assert!(ongoing && recurring);
        prop_assert_eq!(Due::of(&text, Some(Meant::Dependent), period), Due::Dependent);
        let undated = Due::of(&text, Some(Meant::Undated), period);
        prop_assert!(matches!(undated, Due::AsWritten | Due::NotSaid));
    }
}
