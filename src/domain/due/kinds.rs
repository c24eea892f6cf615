//! What isn't a day: work that goes on, that comes again and again, or that waits for something else.

use super::words;

/// A text as the phrases below look at it: its words, and "#" for each number.
pub(super) type Words<'a> = &'a [&'a str];

/// "Quarterly", "two per annum", "at bi monthly meetings", "every six weeks".
pub(super) fn recurs(text: Words<'_>) -> bool {
    const ALONE: [&str; 22] = [
        "daily",
        "weekly",
        "fortnightly",
        "monthly",
        "bimonthly",
        "quarterly",
        "termly",
        "annual",
        "annually",
        "yearly",
        "biannual",
        "biannually",
        "biennial",
        "biennially",
        "triennial",
        "triennially",
        "regular",
        "regularly",
        "recurring",
        "periodically",
        "pa",
        "meetings",
    ];
    let counted = |word: &str| word == "#" || word == "other" || words::is_number(word);
    let pair = |pair: Words<'_>| match pair {
        ["per", of] => words::is_unit(of),
        ["each" | "every", of] => words::is_unit(of) || counted(of),
        ["p", "a"] => true,
        _ => false,
    };
    let three = |three: Words<'_>| match three {
        ["once" | "twice" | "times", "a" | "an" | "in", of] => words::is_unit(of) || *of == "a",
        _ => false,
    };
    text.iter().any(|word| ALONE.contains(word)) || text.windows(2).any(pair) || text.windows(3).any(three)
}

/// "On-going", "continuous", "January 2011 onwards".
pub(super) fn goes_on(text: Words<'_>) -> bool {
    const ALONE: [&str; 10] = [
        "ongoing",
        "continual",
        "continually",
        "continuous",
        "continuously",
        "continues",
        "continuing",
        "rolling",
        "onward",
        "onwards",
    ];
    text.iter().any(|word| ALONE.contains(word)) || text.windows(2).any(|pair| matches!(pair, ["on", "going"]))
}

/// "Ongoing until March 2011": what goes on has a last day all the same.
pub(super) fn goes_on_until(text: Words<'_>) -> bool {
    let until = |pair: Words<'_>| match pair {
        [goes_on, "to" | "until" | "till" | "through" | "by"] => matches!(
            *goes_on,
            "ongoing" | "going" | "continual" | "continuous" | "continuing" | "continues" | "rolling"
        ),
        _ => false,
    };
    text.windows(2).any(until)
}

/// "Within 3 months following ...", "as required", "after the launch", "align with ... when known".
pub(super) fn depends(text: Words<'_>) -> bool {
    match text {
        // "With" is a slip for "within" that stands in a plan of 2012.
        ["within" | "with", rest @ ..] => stretch(rest).is_some(),
        [first, ..] if waits(first) => true,
        ["as" | "if" | "when" | "where", "required" | "needed" | "necessary" | "appropriate" | "applicable", ..]
        | ["as", "and", "when", ..]
        | ["in", "line", "with", ..]
        | ["on", "approval" | "receipt" | "completion" | "appointment" | "agreement" | "publication", ..] => true,
        _ => matches!(stretch(text), Some(["of" | "after" | "before" | "following" | "from" | "post" | "prior", ..])),
    }
}

/// Words that, at the start, say that something else comes first.
pub(super) fn waits(word: &str) -> bool {
    const WORDS: [&str; 19] = [
        "after",
        "following",
        "once",
        "when",
        "upon",
        "before",
        "prior",
        "post",
        "pending",
        "awaiting",
        "subject",
        "dependent",
        "dependant",
        "depending",
        "depends",
        "align",
        "aligned",
        "linked",
        "tied",
    ];
    WORDS.contains(&word)
}

/// What follows a stretch of time, "3 months" or "two school terms", at the start.
fn stretch<'a>(text: Words<'a>) -> Option<Words<'a>> {
    let [count, rest @ ..] = text else { return None };
    let rest = match rest {
        ["calendar" | "school" | "working", rest @ ..] => rest,
        _ => rest,
    };
    let [unit, rest @ ..] = rest else { return None };
    ((*count == "#" || words::is_number(count)) && words::is_unit(unit)).then_some(rest)
}
