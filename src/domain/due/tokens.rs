//! The words and numbers of a written date, each with the mark that stands before it.

/// A word or a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is.
    pub(super) what: What,
    /// What stands between it and the one before it.
    pub(super) mark: Mark,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Letters, in lower case.
    Word(String),
    /// Digits.
    Number {
        /// Its value; `None` if it has more than four digits.
        value: Option<u32>,
        /// How many digits it is written with.
        digits: usize,
        /// Whether it is written as an ordinal: "31st".
        ordinal: bool,
    },
}

/// What stands between two tokens; of several marks the one that is listed first here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// An apostrophe, straight or curly.
    Apostrophe,
    /// A slash.
    Slash,
    /// A hyphen or a dash of any length.
    Dash,
    /// A comma, a colon, a bracket or any other mark that sets words apart.
    Break,
    /// A full stop.
    Dot,
    /// A space of any kind.
    Space,
    /// Nothing: a letter follows a digit or the other way round.
    Nothing,
}

impl Token {
    /// The word, if it is one.
    pub(super) fn word(&self) -> Option<&str> {
        match &self.what {
            What::Word(word) => Some(word),
            What::Number { .. } => None,
        }
    }

    /// The number, if it is one of so many digits.
    pub(super) fn number(&self, of_digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        match self.what {
            What::Number { value, digits, .. } if of_digits.contains(&digits) => value,
            _ => None,
        }
    }

    /// Whether it is a number written as an ordinal.
    pub(super) fn is_ordinal(&self) -> bool {
        matches!(self.what, What::Number { ordinal: true, .. })
    }
}

/// The words and numbers of a text, without the times of day in it: spreadsheets put "00:00:00" after a day.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut mark = Mark::Nothing;
    let mut rest = text.chars().filter(|letter| !is_invisible(*letter)).flat_map(char::to_lowercase).peekable();
    while let Some(letter) = rest.next() {
        let digit = letter.is_ascii_digit();
        if !digit && !letter.is_alphanumeric() {
            if letter == '&' {
                tokens.push(Token { what: What::Word("and".to_owned()), mark });
                mark = Mark::Space;
            } else {
                mark = mark.min(Mark::of(letter));
            }
            continue;
        }
        let mut run = String::from(letter);
        while let Some(next) = rest.next_if(|next| next.is_alphanumeric() && next.is_ascii_digit() == digit) {
            run.push(next);
        }
        if digit && rest.peek() == Some(&':') {
            while rest.next_if(|next| next.is_ascii_digit() || matches!(next, ':' | '.' | 'z')).is_some() {}
            continue;
        }
        push(&mut tokens, run, digit, mark);
        mark = Mark::Nothing;
    }
    tokens
}

/// Adds a run of digits or of letters, which may be the ending of an ordinal before it.
fn push(tokens: &mut Vec<Token>, run: String, digit: bool, mark: Mark) {
    let ending = mark == Mark::Nothing && ["st", "nd", "rd", "th"].contains(&run.as_str());
    match tokens.last_mut().map(|last| &mut last.what) {
        Some(What::Number { ordinal, .. }) if ending => *ordinal = true,
        // The T between a day and a time in ISO 8601.
        Some(What::Number { .. }) if run == "t" && mark == Mark::Nothing => {}
        _ => {
            let digits = run.len();
            let what = if digit {
                What::Number { value: run.parse().ok().filter(|_| digits <= 4), digits, ordinal: false }
            } else {
                What::Word(run)
            };
            tokens.push(Token { what, mark });
        }
    }
}

/// Marks that nobody sees: soft hyphens and spaces without width.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

impl Mark {
    fn of(letter: char) -> Self {
        match letter {
            '\'' | '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' | '`' | '\u{b4}' => Self::Apostrophe,
            '/' | '\\' | '\u{2044}' | '\u{2215}' => Self::Slash,
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}' => Self::Dash,
            '.' => Self::Dot,
            // A line of its own sets words apart as a comma does.
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => Self::Break,
            letter if letter.is_whitespace() => Self::Space,
            _ => Self::Break,
        }
    }
}
