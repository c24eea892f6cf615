//! What a whole text means: its dates put together, and the words beside them weighed.

use super::dates::{self, Date, Says};
use super::kinds;
use super::period::Period;
use super::span::Span;
use super::tokens::{Mark, Token, tokens};
use super::{Because, Due, Reading, words};

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'a> {
    Date {
        date: Date,
        mark: Mark,
        /// Whether it begins with plain digits, which may belong to the word before: "Phase 2 March 2010".
        bare: bool,
    },
    Word(&'a str),
    Number,
}

/// Reads a text without a person's correction.
pub(super) fn read(written: &str, period: Option<Period>) -> Reading {
    let tokens = tokens(written);
    let plain = |due| Reading { due, because: Because::Written };
    if tokens.is_empty() {
        return plain(Due::NotSaid);
    }
    let text: Vec<&str> = tokens.iter().map(|token| token.word().unwrap_or("#")).collect();
    let pieces = finished(pieces(&tokens, period), period);
    if kinds::depends(&text) && !is_a_date_after_a_word(&pieces) {
        return plain(Due::Dependent);
    }
    if pieces.iter().any(|piece| matches!(piece.says(), Some(Says::NoSuchDay))) {
        return plain(Due::NoSuchDay);
    }
    let (first, because) = first(&pieces).unzip();
    let because = because.unwrap_or(Because::Written);
    if kinds::recurs(&text) {
        return Reading { due: Due::Recurring { first }, because };
    }
    let goes_on = kinds::goes_on(&text) && !kinds::goes_on_until(&text);
    if goes_on || (first.is_some() && only_begins(&pieces)) {
        return Reading { due: Due::Ongoing { first }, because };
    }
    last(&pieces, &text).unwrap_or(plain(Due::AsWritten))
}

/// The one day that a text is and says in full, with its weekday at most.
pub(super) fn only_day(written: &str) -> Option<chrono::NaiveDate> {
    let tokens = tokens(written);
    let mut rest = pieces(&tokens, None);
    rest.retain(|piece| !matches!(piece, Piece::Word(word) if words::is_weekday(word)));
    match rest.as_slice() {
        [Piece::Date { date: Date { says: Says::Span(span), because: Because::Written, .. }, .. }] => {
            (span.first == span.last).then_some(span.last)
        }
        _ => None,
    }
}

/// Whether a text is one date that is told by its own words, with its weekday and what leads to it at most.
pub(super) fn is_one_date(written: &str) -> bool {
    let tokens = tokens(written);
    let mut rest = pieces(&tokens, None);
    rest.retain(|piece| !matches!(piece, Piece::Word(word) if words::is_weekday(word) || words::leads(word)));
    matches!(rest.as_slice(), [Piece::Date { date: Date { says: Says::Span(_), because: Because::Written, .. }, .. }])
}

impl Piece<'_> {
    fn says(&self) -> Option<Says> {
        match self {
            Self::Date { date, .. } => Some(date.says),
            Self::Word(_) | Self::Number => None,
        }
    }
}

/// The pieces of a text in their order.
fn pieces(tokens: &[Token], period: Option<Period>) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = tokens;
    while let [first, others @ ..] = rest {
        let date = dates::date_at(rest, period);
        pieces.push(match (date, first.word()) {
            (Some(date), word) => {
                let bare = word.is_none() && !first.is_ordinal() && first.number(1..=2).is_some();
                Piece::Date { date, mark: first.mark, bare }
            }
            (None, Some(word)) => Piece::Word(word),
            (None, None) => Piece::Number,
        });
        rest = date.map_or(others, |date| dates::after(rest, date.taken.max(1)));
    }
    pieces
}

/// The pieces with each unfinished date taken into the one that completes it, as March is in "March / April 2009", or
/// completed by the plan's period.
fn finished<'a>(pieces: Vec<Piece<'a>>, period: Option<Period>) -> Vec<Piece<'a>> {
    let parts_dates = |mark: Mark| matches!(mark, Mark::Slash | Mark::Dash | Mark::Break);
    let mut done: Vec<Piece<'a>> = Vec::with_capacity(pieces.len());
    // The date to the right, and whether a word or a mark joins it to what stands before.
    let mut next: Option<(Says, bool)> = None;
    for piece in pieces.into_iter().rev() {
        let Piece::Date { date, mark, bare } = piece else {
            next = match piece {
                Piece::Word(word) if words::joins(word) => next.map(|(says, _)| (says, true)),
                Piece::Word(word) if words::is_weekday(word) => next,
                _ => None,
            };
            done.push(piece);
            continue;
        };
        let Says::Unfinished { month, day } = date.says else {
            next = Some((date.says, parts_dates(mark)));
            done.push(piece);
            continue;
        };
        let completes = |says: Says| match says {
            Says::Span(span) => month.is_some() || span.first == span.last,
            Says::Asks(_) | Says::NoSuchDay => true,
            Says::Year(_) | Says::Unfinished { .. } => false,
        };
        if let Some((says, true)) = next.filter(|(says, _)| completes(*says)) {
            next = Some((says, parts_dates(mark)));
            continue;
        }
        let told =
            period.zip(month.zip(day)).and_then(|(period, (month, day))| Some((period, period.only(month, day)?)));
        let date = told.map_or(date, |(period, day)| Date {
            says: Says::Span(Span::day(day)),
            because: Because::DayInPeriod(period),
            ..date
        });
        next = Some((date.says, parts_dates(mark)));
        done.push(Piece::Date { date, mark, bare });
    }
    done.reverse();
    done
}

/// "After March 2010": nothing but dates follows, so there is nothing that it depends on.
fn is_a_date_after_a_word(pieces: &[Piece<'_>]) -> bool {
    let [Piece::Word(_), rest @ ..] = pieces else { return false };
    let mut dates = 0_usize;
    for piece in rest {
        match piece {
            Piece::Date { date: Date { says: Says::Unfinished { .. }, .. }, .. } | Piece::Number => return false,
            Piece::Date { .. } => dates = dates.saturating_add(1),
            Piece::Word(word) if words::leads(word) || words::joins(word) => {}
            Piece::Word(_) => return false,
        }
    }
    dates > 0
}

/// Whether the word before a date may be a part of it that can't be read: "Januray 2010", "Phase 2 March 2010".
fn is_doubtful(before: Option<&Piece<'_>>, date: &Date, mark: Mark, bare: bool) -> bool {
    let known =
        |word: &str| words::leads(word) || words::joins(word) || words::begins(word) || matches!(word, "and" | "than");
    let unknown = matches!(before, Some(Piece::Word(word)) if !known(word));
    unknown && !matches!(mark, Mark::Break | Mark::Dash) && bare || unknown && matches!(date.says, Says::Year(_))
}

/// Each date with the piece before it, and whether that makes it doubtful.
fn dated<'p, 'a>(pieces: &'p [Piece<'a>]) -> impl Iterator<Item = (Option<&'p Piece<'a>>, &'p Date, bool)> {
    let befores = std::iter::once(None).chain(pieces.iter().map(Some));
    befores.zip(pieces).filter_map(|(before, piece)| match piece {
        Piece::Date { date, mark, bare } => Some((before, date, is_doubtful(before, date, *mark, *bare))),
        Piece::Word(_) | Piece::Number => None,
    })
}

/// The last day of the first date, where it can be told, and how it was.
fn first(pieces: &[Piece<'_>]) -> Option<(chrono::NaiveDate, Because)> {
    let (_, date, _) = dated(pieces).next().filter(|(_, _, doubtful)| !doubtful)?;
    match date.says {
        Says::Span(span) | Says::Year(span) => Some((span.last, date.because)),
        _ => None,
    }
}

/// Whether the only date is one on which something begins: "from April 2010".
fn only_begins(pieces: &[Piece<'_>]) -> bool {
    let mut dates = dated(pieces);
    let begins = matches!(dates.next(), Some((Some(Piece::Word(word)), _, _)) if words::begins(word));
    begins && dates.next().is_none()
}

/// The latest of the dates, unless something beside them leaves it open which day is the last.
fn last(pieces: &[Piece<'_>], text: kinds::Words<'_>) -> Option<Reading> {
    let no_later = text.windows(3).any(|three| matches!(three, ["no" | "not", "later", "than"]));
    let open = |piece: &Piece<'_>| match piece {
        Piece::Word(word) => words::turns(word) && !(no_later && matches!(*word, "not" | "later")),
        Piece::Date { date, .. } => matches!(date.says, Says::Unfinished { .. }),
        Piece::Number => true,
    };
    if pieces.iter().any(open) || dated(pieces).any(|(_, _, doubtful)| doubtful) {
        return None;
    }
    let told = |date: &Date| match date.says {
        Says::Span(span) | Says::Year(span) => Some(Reading { due: Due::By(span.last), because: date.because }),
        Says::Asks(question) => Some(Reading { due: Due::Asks(question), because: date.because }),
        Says::NoSuchDay | Says::Unfinished { .. } => None,
    };
    let readings: Vec<Reading> = dated(pieces).filter_map(|(_, date, _)| told(date)).collect();
    // What is asked about the last date has to be answered before any other can be the latest.
    match readings.last() {
        Some(asks @ Reading { due: Due::Asks(_), .. }) => Some(*asks),
        _ => readings.into_iter().filter(|reading| reading.due.day().is_some()).max_by_key(|reading| reading.due.day()),
    }
}
