//! A table of words and numbers on the terminal.

/// Prints rows under headings: the first column to the left, the others, which hold numbers, to the right.
pub(crate) fn print(title: &str, headings: &[&str], rows: &[Vec<String>]) {
    println!("\n{title}");
    let headings: Vec<String> = headings.iter().map(|&heading| heading.to_owned()).collect();
    let widths: Vec<usize> = (0..headings.len())
        .map(|column| {
            rows.iter()
                .chain([&headings])
                .filter_map(|row| row.get(column))
                .map(|cell| cell.chars().count())
                .max()
                .unwrap_or(0)
        })
        .collect();
    for row in [&headings].into_iter().chain(rows) {
        let mut line = String::new();
        for (column, (cell, &width)) in row.iter().zip(&widths).enumerate() {
            if column == 0 {
                line.push_str(&format!("{cell:<width$}"));
            } else {
                line.push_str(&format!("  {cell:>width$}"));
            }
        }
        println!("{}", line.trim_end());
    }
}

/// A whole number with a comma between thousands.
pub(crate) fn number(value: usize) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn thousands_are_parted() {
        assert_eq!(number(0), "0");
        assert_eq!(number(999), "999");
        assert_eq!(number(1_000), "1,000");
        assert_eq!(number(1_234_567), "1,234,567");
    }
}
