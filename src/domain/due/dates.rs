//! The dates in a run of words and numbers, each as far as it is written: a whole one, or a part that another completes.

use chrono::NaiveDate;

use super::period::Period;
use super::span::{Part, Span};
use super::tokens::{Mark, Token};
use super::{Because, Question, words, years};

/// A date, and of how many tokens it is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    /// What it says.
    pub(super) says: Says,
    /// How that was told.
    pub(super) because: Because,
    /// How many tokens it takes.
    pub(super) taken: usize,
}

/// What a date says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// A run of days with its year.
    Span(Span),
    /// A year or two alone, which words before it may have meant otherwise.
    Year(Span),
    /// One of two things.
    Asks(Question),
    /// A day that no calendar has.
    NoSuchDay,
    /// A month, a day or a day of a month, without its year.
    Unfinished {
        /// The month, 1 to 12.
        month: Option<u32>,
        /// The day, 1 to 31.
        day: Option<u32>,
    },
}

impl Date {
    /// A date that says itself what it means.
    pub(super) fn written(says: Says, taken: usize) -> Self {
        Self { says, because: Because::Written, taken }
    }

    fn after(self, before: usize) -> Self {
        Self { taken: self.taken.saturating_add(before), ..self }
    }
}

/// The tokens after the first so many.
pub(super) fn after(tokens: &[Token], count: usize) -> &[Token] {
    tokens.get(count..).unwrap_or_default()
}

/// How many of the tokens at the start are one of these words, one after another; no more than a date has, so that a long
/// run of them is not gone through again from each of its words.
pub(super) fn skip(tokens: &[Token], of: &[&str]) -> usize {
    tokens.iter().take(3).take_while(|token| token.word().is_some_and(|word| of.contains(&word))).count()
}

/// The date that begins with the first token.
pub(super) fn date_at(tokens: &[Token], period: Option<Period>) -> Option<Date> {
    week(tokens, period).or_else(|| part(tokens, period)).or_else(|| whole(tokens, period))
}

/// A date without "early", "end of" or "week beginning" before it.
fn whole(tokens: &[Token], period: Option<Period>) -> Option<Date> {
    years::quarter(tokens)
        .or_else(|| years::season(tokens))
        .or_else(|| month_first(tokens, period))
        .or_else(|| numbers(tokens))
        .or_else(|| day_first(tokens))
        .or_else(|| years::alone(tokens))
        .or_else(|| day_alone(tokens))
}

/// "W/B 26th January '09" and its kin.
fn week(tokens: &[Token], period: Option<Period>) -> Option<Date> {
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let (begins, before) = match (word(0)?, word(1)) {
        ("w", Some("b" | "c")) => (true, 2),
        ("w", Some("e")) => (false, 2),
        ("wb" | "wc", _) => (true, 1),
        ("week", Some("beginning" | "commencing" | "starting" | "of")) => (true, 2),
        ("week", Some("ending")) => (false, 2),
        _ => return None,
    };
    let weekdays =
        after(tokens, before).iter().take(1).filter(|token| token.word().is_some_and(words::is_weekday)).count();
    let before = before.saturating_add(weekdays);
    let before = before.saturating_add(skip(after(tokens, before), &["the"]));
    let date = whole(after(tokens, before), period)?;
    let day = match date.says {
        Says::Unfinished { month, day } => period?.only(month?, day?)?,
        Says::Span(span) if span.first == span.last => span.last,
        Says::NoSuchDay => return Some(date.after(before)),
        _ => return None,
    };
    let (span, because) =
        if begins { (Span::working_week(day)?, Because::WorkingWeek) } else { (Span::day(day), date.because) };
    Some(Date { says: Says::Span(span), because, ..date }.after(before))
}

/// "End of March 2010", "early summer 2010", "mid to late 2010": of several parts the last one counts.
fn part(tokens: &[Token], period: Option<Period>) -> Option<Date> {
    let mut before = 0_usize;
    let mut part = None;
    while let Some(next) = tokens.get(before).filter(|_| before < 8).and_then(Token::word).and_then(words::part) {
        part = Some(next);
        before = before.saturating_add(1);
        before = before.saturating_add(skip(after(tokens, before), &["of", "the", "to", "in"]));
    }
    let part = part?;
    let date = whole(after(tokens, before), period)?.after(before);
    let because = if part == Part::Late { date.because } else { Because::Part };
    let span = match date.says {
        Says::Span(span) | Says::Year(span) => span.part(part)?,
        // The end of a month, not of a day: so the number is the year.
        Says::Asks(Question::DayOrYear { month, .. }) => month_of(month)?.part(part)?,
        Says::Asks(_) | Says::NoSuchDay | Says::Unfinished { .. } => return (part == Part::Late).then_some(date),
    };
    Some(Date { says: Says::Span(span), because, ..date })
}

/// The month that a day is in.
fn month_of(day: NaiveDate) -> Option<Span> {
    Some(Span { first: chrono::Datelike::with_day(&day, 1)?, last: day })
}

/// "October 2009", "Oct-09", "March 13", "March 13, 2010", "March".
fn month_first(tokens: &[Token], period: Option<Period>) -> Option<Date> {
    let month = words::month(tokens.first()?.word()?)?;
    let of = skip(after(tokens, 1), &["of"]);
    let rest = after(tokens, of.saturating_add(1));
    let date = |says, taken: usize| Some(Date::written(says, taken).after(of.saturating_add(1)));
    let alone = Some(Date::written(Says::Unfinished { month: Some(month), day: None }, 1));
    let Some(next) = rest.first() else { return alone };
    if let Some(year) = years::long(next) {
        return date(Says::Span(Span::month(year, month)?), 1);
    }
    let Some(number) = next.number(1..=2).filter(|_| !leads_a_day(rest)) else { return alone };
    let stated = rest.get(1).filter(|token| token.mark != Mark::Dash).and_then(years::long);
    if let Some(year) = stated {
        return date(day_of(year, month, number), 2);
    }
    if next.is_ordinal() || next.number(1..=1).is_some() {
        return date(unfinished(month, number), 1);
    }
    let span = Span::month(years::short(next)?, month)?;
    if matches!(next.mark, Mark::Apostrophe | Mark::Dash | Mark::Slash) {
        return date(Says::Span(span), 1);
    }
    let because = match period {
        Some(period) if period.meets(span) => Because::MonthInPeriod(period),
        _ if matches!(unfinished(month, number), Says::NoSuchDay) => Because::Written,
        _ => {
            let within = period.and_then(|period| period.only(month, number));
            return date(Says::Asks(Question::DayOrYear { month: span.last, day: number, within }), 1);
        }
    };
    date(Says::Span(span), 1).map(|date| Date { because, ..date })
}

/// Whether a number begins a day of its own: the 13 in "March - 13 April 2010". After an apostrophe it is a year.
fn leads_a_day(tokens: &[Token]) -> bool {
    let of = skip(after(tokens, 1), &["of"]);
    let next = tokens.get(of.saturating_add(1));
    let month = next.filter(|token| token.mark >= Mark::Dot).and_then(Token::word).and_then(words::month);
    month.is_some() && tokens.first().is_some_and(|token| token.mark != Mark::Apostrophe)
}

/// "31 December 2009", "9th Dec '08", "31st of March", each with or without its year.
fn day_first(tokens: &[Token]) -> Option<Date> {
    let day = tokens.first()?.number(1..=2)?;
    let before = skip(after(tokens, 1), &["of"]).saturating_add(1);
    let month = words::month(tokens.get(before)?.word()?)?;
    let before = before.saturating_add(1);
    let of = skip(after(tokens, before), &["of"]);
    let rest = after(tokens, before.saturating_add(of));
    let year = rest.first().and_then(|next| {
        let short = years::short(next).filter(|_| !next.is_ordinal() && !leads_a_day(rest));
        years::long(next).or(short)
    });
    Some(match year {
        Some(year) => Date::written(day_of(year, month, day), 1).after(before.saturating_add(of)),
        None => Date::written(unfinished(month, day), before),
    })
}

/// "31/12/2009", "31.3.10", "2009-12-31", "10/2010". Days stand before months, as in this country.
fn numbers(tokens: &[Token]) -> Option<Date> {
    let [first, second, ..] = tokens else { return None };
    let mark = second.mark;
    let third = tokens.get(2).filter(|third| third.mark == mark && mark != Mark::Nothing);
    if let Some(third) = third.filter(|third| third.number(1..=4).is_some()) {
        let month = second.number(1..=2)?;
        let (year, day) = match years::long(first) {
            Some(year) => (year, third.number(1..=2)?),
            None => (years::long(third).or_else(|| years::short(third))?, first.number(1..=2)?),
        };
        return Some(Date::written(day_of(year, month, day), 3));
    }
    let month = first.number(1..=2).filter(|_| matches!(mark, Mark::Slash | Mark::Dash | Mark::Dot))?;
    Some(Date::written(Says::Span(Span::month(years::long(second)?, month)?), 2))
}

/// The first day of "1 to 5 March 2010".
fn day_alone(tokens: &[Token]) -> Option<Date> {
    let day = tokens.first()?.number(1..=2).filter(|day| (1..=31).contains(day))?;
    Some(Date::written(Says::Unfinished { month: None, day: Some(day) }, 1))
}

fn day_of(year: i32, month: u32, day: u32) -> Says {
    NaiveDate::from_ymd_opt(year, month, day).map_or(Says::NoSuchDay, |day| Says::Span(Span::day(day)))
}

/// A day of a month in a year that isn't written: it is one if a leap year has it.
fn unfinished(month: u32, day: u32) -> Says {
    match NaiveDate::from_ymd_opt(2000, month, day) {
        Some(_) => Says::Unfinished { month: Some(month), day: Some(day) },
        None => Says::NoSuchDay,
    }
}
