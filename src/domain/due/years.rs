//! Years, alone or with a season, a term or a quarter: "2010", "2010/11", "autumn term 2010", "Q1 2010/11".

use chrono::NaiveDate;

use super::dates::{Date, Says, after, skip};
use super::span::{Span, Year};
use super::tokens::{Mark, Token};
use super::{Because, Question, words};

/// A year of four digits, 1900 to 2199.
pub(super) fn long(token: &Token) -> Option<i32> {
    let year = token.number(4..=4).filter(|year| (1900..=2199).contains(year) && !token.is_ordinal())?;
    i32::try_from(year).ok()
}

/// A year of two digits, in this century.
pub(super) fn short(token: &Token) -> Option<i32> {
    let year = token.number(2..=2).filter(|_| !token.is_ordinal())?;
    i32::try_from(year).ok()?.checked_add(2000)
}

/// What begins and ends a year that isn't counted from January.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Calendar,
    Financial,
    School,
}

/// A year or two that follow each other, with "of" before them, and how many tokens they take.
fn year(tokens: &[Token], or_short: bool) -> Option<(Year, usize)> {
    let before = skip(tokens, &["of", "the"]);
    let [first, rest @ ..] = after(tokens, before) else { return None };
    let year = long(first).or_else(|| short(first).filter(|_| or_short))?;
    let next = rest.first().filter(|next| matches!(next.mark, Mark::Slash | Mark::Dash));
    let more = rest.get(1).is_some_and(|third| third.number(1..=4).is_some() && third.mark <= Mark::Dash);
    let follows = next.is_some_and(|next| long(next).or_else(|| in_century_of(next, year)) == year.checked_add(1));
    Some(if follows && !more {
        (Year::Pair(year), before.saturating_add(2))
    } else {
        (Year::One(year), before.saturating_add(1))
    })
}

/// Two digits as the year of that name that comes next after another.
fn in_century_of(token: &Token, year: i32) -> Option<i32> {
    let short = i32::try_from(token.number(2..=2)?).ok()?;
    let same = year.checked_sub(year.rem_euclid(100))?.checked_add(short)?;
    if same > year { Some(same) } else { same.checked_add(100) }
}

/// Which kind of year the words say, and how many tokens they take.
fn kind(tokens: &[Token]) -> Option<(Kind, usize)> {
    let (kind, names_it) = match tokens.first()?.word()? {
        "fy" => (Kind::Financial, true),
        "financial" | "fiscal" => (Kind::Financial, false),
        "academic" | "school" => (Kind::School, false),
        "calendar" => (Kind::Calendar, false),
        _ => return None,
    };
    let year = skip(after(tokens, 1), &["year"]);
    (names_it || year == 1).then(|| (kind, year.saturating_add(1)))
}

/// A year, two that follow each other, or the first and the last of several.
pub(super) fn alone(tokens: &[Token]) -> Option<Date> {
    let named = kind(tokens).or_else(|| (skip(tokens, &["year"]) == 1).then_some((Kind::Calendar, 1)));
    if let Some((kind, before)) = named {
        let (year, taken) = year(after(tokens, before), kind != Kind::Calendar)?;
        return of_kind(kind, year, taken.saturating_add(before));
    }
    let (year, taken) = year(tokens, false).filter(|_| skip(tokens, &["of", "the"]) == 0)?;
    let rest = after(tokens, taken);
    let quarter = quarter_name(rest).and_then(|(quarter, more)| quarter_of(quarter, year, taken.saturating_add(more)));
    let kind = kind(rest).and_then(|(kind, more)| of_kind(kind, year, taken.saturating_add(more)));
    quarter.or(kind).or_else(|| match year {
        Year::One(first) => several(first, rest).or_else(|| of_kind(Kind::Calendar, year, taken)),
        Year::Pair(_) => of_kind(Kind::Calendar, year, taken),
    })
}

/// "2012-15" up to the end of 2015. "2008-10" can be a month as well as two years.
fn several(first: i32, rest: &[Token]) -> Option<Date> {
    let next = rest.first().filter(|next| matches!(next.mark, Mark::Slash | Mark::Dash))?;
    let last = long(next).or_else(|| in_century_of(next, first)).filter(|last| *last > first)?;
    let years = Span { first: Span::year(first)?.first, last: Span::year(last)?.last };
    let month = next.number(2..=2).and_then(|month| Span::month(first, month));
    let says = match month {
        // A hundred years on is no year of a plan.
        Some(month) if last.checked_sub(first)? > 50 => Says::Span(month),
        Some(month) => Says::Asks(Question::EitherDay(month.last, years.last)),
        None => Says::Year(years),
    };
    Some(Date::written(says, 2))
}

fn of_kind(kind: Kind, year: Year, taken: usize) -> Option<Date> {
    let (span, because) = match (kind, year) {
        (Kind::Calendar, Year::One(year)) => (Span::year(year)?, Because::Written),
        (Kind::Calendar | Kind::Financial, Year::Pair(first)) => (Span::financial_year(first)?, Because::FinancialYear),
        (Kind::School, Year::Pair(first)) => (Span::school_year(first)?, Because::SchoolYear),
        (Kind::Financial, Year::One(year)) => return either(Span::financial_year, year, taken),
        (Kind::School, Year::One(year)) => return either(Span::school_year, year, taken),
    };
    Some(Date { says: Says::Year(span), because, taken })
}

/// "Financial year 2010" can be the one that ends in 2010 or the one that begins in it.
fn either(begun_in: fn(i32) -> Option<Span>, year: i32, taken: usize) -> Option<Date> {
    let (ends, begins) = (begun_in(year.checked_sub(1)?)?, begun_in(year)?);
    Some(Date::written(Says::Asks(Question::EitherDay(ends.last, begins.last)), taken))
}

/// "Early summer 2010" without the "early", "autumn term 2010".
pub(super) fn season(tokens: &[Token]) -> Option<Date> {
    let season = words::season(tokens.first()?.word()?)?;
    let term = skip(after(tokens, 1), &["term"]).min(1);
    let before = term.saturating_add(1);
    let (year, taken) = year(after(tokens, before), true)?;
    let (span, because) = if term == 1 {
        (Span::term(season, year)?, Because::SchoolTerm)
    } else {
        (Span::season(season, year)?, Because::Season)
    };
    Some(Date { says: Says::Span(span), because, taken: taken.saturating_add(before) })
}

/// "Q1 2010/11", "Quarter 2 2010", "third quarter of 2010".
pub(super) fn quarter(tokens: &[Token]) -> Option<Date> {
    let (quarter, before) = quarter_name(tokens)?;
    let of = skip(after(tokens, before), &["of", "the"]);
    let named = kind(after(tokens, before.saturating_add(of)));
    let before = match named {
        Some((Kind::Financial, taken)) => before.saturating_add(of).saturating_add(taken),
        _ => before,
    };
    let (year, taken) = year(after(tokens, before), true)?;
    quarter_of(quarter, year, taken.saturating_add(before))
}

fn quarter_of(quarter: u32, year: Year, taken: usize) -> Option<Date> {
    match year {
        Year::Pair(first) => {
            let span = Span::financial_quarter(first, quarter)?;
            Some(Date { says: Says::Span(span), because: Because::FinancialYear, taken })
        }
        Year::One(year) => {
            let ends = |span: Option<Span>| -> Option<NaiveDate> { Some(span?.last) };
            let calendar = ends(Span::quarter(year, quarter))?;
            let financial = ends(Span::financial_quarter(year, quarter))?;
            Some(Date::written(Says::Asks(Question::EitherDay(calendar, financial)), taken))
        }
    }
}

/// The number of a quarter, 1 to 4, and how many tokens its name takes.
fn quarter_name(tokens: &[Token]) -> Option<(u32, usize)> {
    let is_quarter = |token: &Token| matches!(token.word(), Some("q" | "qtr" | "quarter"));
    let count = |token: &Token| token.number(1..=1).filter(|count| (1..=4).contains(count));
    match tokens {
        [name, number, ..] if is_quarter(name) => count(number).map(|number| (number, 2)),
        [number, name, ..] if is_quarter(name) => {
            let number = number.word().map_or_else(|| count(number).filter(|_| number.is_ordinal()), words::ordinal);
            number.map(|number| (number, 2))
        }
        _ => None,
    }
}
