//! The number or letter at the start of a text, parted from it and put before it again.

/// Words that can stand before a number in a label.
const NAMES: [&str; 5] = ["priority", "area", "action", "output", "task"];

/// A label and the text after it: "1.7.3 Develop ..." is "1.7.3" and "Develop ...", "a) Share" is "a)" and "Share". The label
/// is empty where the text begins with none. What only looks like one ("250 people", "E learning", "1.5 days") stays text.
pub(super) fn parted(text: &str) -> (&str, &str) {
    named(text).or_else(|| numbered(text)).unwrap_or(("", text))
}

/// A label and its text in one.
pub(super) fn joined(label: &str, text: &str) -> String {
    match (label.is_empty(), text.is_empty()) {
        (true, _) => text.to_owned(),
        (_, true) => label.to_owned(),
        _ => format!("{label} {text}"),
    }
}

/// Whether a text is a priority's: "Priority 1. Develop ...".
pub(super) fn is_priority(text: &str) -> bool {
    named(text).is_some_and(|(label, _)| label.to_lowercase().starts_with("priority"))
}

/// The numbers of a label such as "6.1.2", in order; none if it is not made of numbers.
pub(super) fn numbers(label: &str) -> Vec<&str> {
    let plain = label.trim_end_matches(['.', ')', ':']);
    let parts: Vec<&str> = plain.split('.').collect();
    if parts.iter().all(|part| is_number(part)) { parts } else { Vec::new() }
}

/// Whether a label is a letter with a mark, such as "b.".
pub(super) fn is_letter(label: &str) -> bool {
    is_marked(label) && numbers(label).is_empty()
}

fn named(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.split_once(' ')?;
    if !NAMES.contains(&name.to_lowercase().as_str()) {
        return None;
    }
    let (number, _) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let bare = number.trim_end_matches([':', '.', ')']);
    let is_label = (!numbers(bare).is_empty() || is_roman(bare)) && number.len() <= bare.len().saturating_add(1);
    if !is_label {
        return None;
    }
    let mut end = name.len().saturating_add(1).saturating_add(number.len());
    // "Priority 1 – Leaders": the dash belongs to the label.
    let after = text.get(end..)?;
    for dash in [" -", " \u{2013}", " \u{2014}", " :"] {
        if after.strip_prefix(dash).is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace)) {
            end = end.saturating_add(dash.len());
        }
    }
    let (label, text) = text.split_at_checked(end)?;
    Some((label, text.trim_start()))
}

fn numbered(text: &str) -> Option<(&str, &str)> {
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let rest = rest.trim_start();
    let parts = numbers(first);
    let is_label = match parts.as_slice() {
        [] => is_marked(first),
        // A number needs its mark, or it may count something.
        [_] => is_marked(first),
        [_, _] => first.ends_with(['.', ')']) || !rest.starts_with(|c: char| c.is_lowercase() || c == '%'),
        // The year of "31.12.2009" is no part of a label.
        [.., last] => last.len() < 4,
    };
    is_label.then_some((first, rest))
}

/// A number, a letter or a small Roman number with a mark after it or in brackets.
fn is_marked(word: &str) -> bool {
    let inside = word.strip_prefix('(').and_then(|word| word.strip_suffix(')'));
    let Some(inside) = inside.or_else(|| word.strip_suffix(['.', ')'])) else { return false };
    let is_one_letter = inside.chars().count() == 1 && inside.starts_with(char::is_alphabetic);
    is_one_letter || is_number(inside) || is_roman(inside)
}

fn is_roman(word: &str) -> bool {
    (1..=5).contains(&word.len())
        && word.bytes().all(|letter| matches!(letter, b'i' | b'v' | b'x' | b'I' | b'V' | b'X'))
}

fn is_number(word: &str) -> bool {
    (1..=4).contains(&word.len()) && word.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_parted_from_their_text_and_nothing_else_is() {
        for (text, label, words) in [
            ("1.7.3 Develop activities", "1.7.3", "Develop activities"),
            ("1.3.2 competency gap identified", "1.3.2", "competency gap identified"),
            ("1.1 Performance Management", "1.1", "Performance Management"),
            ("a. Share the plan", "a.", "Share the plan"),
            ("a) Share the plan", "a)", "Share the plan"),
            ("(b) Share the plan", "(b)", "Share the plan"),
            ("iv. Share the plan", "iv.", "Share the plan"),
            ("3. Share the plan", "3.", "Share the plan"),
            ("c.", "c.", ""),
            ("Priority 1. Develop our leaders", "Priority 1.", "Develop our leaders"),
            ("Priority 2 \u{2013} Attract", "Priority 2 \u{2013}", "Attract"),
            ("PRIORITY 3: Attract", "PRIORITY 3:", "Attract"),
            ("250 people trained per annum", "", "250 people trained per annum"),
            ("E learning package in place", "", "E learning package in place"),
            ("e.g. a framework", "", "e.g. a framework"),
            ("1.5 days of training", "", "1.5 days of training"),
            ("31.12.2009 Review", "", "31.12.2009 Review"),
            ("Priority families are met", "", "Priority families are met"),
            ("", "", ""),
        ] {
            assert_eq!(parted(text), (label, words), "{text}");
            assert_eq!(joined(label, words), text);
        }
        assert!(is_priority("Priority 1. Develop") && !is_priority("Area 1. Develop") && !is_priority("1.1 Develop"));
    }

    #[test]
    fn the_numbers_of_a_label_are_read_and_letters_have_none() {
        assert_eq!(numbers("6.1.2"), ["6", "1", "2"]);
        assert_eq!(numbers("7."), ["7"]);
        assert!(numbers("b.").is_empty() && is_letter("b.") && is_letter("(b)") && !is_letter("7."));
    }
}
