//! Words as a string of a style sheet: what only a style sheet can write on the page.

/// Words as the inside of a string of a style sheet: all but letters, figures and spaces as escapes, so that no word can
/// end the string.
pub fn css_text(words: &str) -> String {
    words
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() || letter == ' ' {
                letter.to_string()
            } else {
                format!("\\{:x} ", u32::from(letter))
            }
        })
        .collect()
}
