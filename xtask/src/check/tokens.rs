//! Rust code as words: what a file names, found in its tokens, so that comments and strings never count.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A path as it is written: its words with the line of the first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Path {
    /// Counted from 1.
    pub(crate) line: usize,
    /// `crate::domain::{a, b::C}` gives `crate domain a` and `crate domain b C`.
    pub(crate) words: Vec<String>,
    /// What stands around it.
    pub(crate) around: Around,
}

/// The surroundings of a path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Around {
    /// How many `mod name { ... }`.
    pub(crate) modules: usize,
    /// Whether it is marked `#[cfg(test)]`.
    pub(crate) test: bool,
}

/// Every path in a file, those of one word included; groups in braces are written out.
///
/// # Errors
/// When the text is no Rust.
pub(crate) fn paths(text: &str) -> Result<BTreeSet<Path>, proc_macro2::LexError> {
    let mut found = BTreeSet::new();
    walk(text.parse::<TokenStream>()?, Around::default(), &mut found);
    Ok(found)
}

fn walk(tokens: TokenStream, around: Around, found: &mut BTreeSet<Path>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut rest = tokens.as_slice();
    // What the words since the last item say of the braces that follow.
    let mut next = around;
    while let Some((token, after)) = rest.split_first() {
        rest = match token {
            TokenTree::Ident(word) => {
                if word == "mod" {
                    next.modules = around.modules + 1;
                }
                let begun = Path {
                    line: word.span().start().line,
                    words: Vec::new(),
                    around: Around { test: next.test, ..around },
                };
                path(begun, rest, found)
            }
            TokenTree::Group(group) => {
                if group.delimiter() == Delimiter::Bracket && group.stream().to_string().replace(' ', "") == "cfg(test)"
                {
                    next.test = true;
                } else {
                    walk(group.stream(), next, found);
                }
                if group.delimiter() == Delimiter::Brace {
                    next = around;
                }
                after
            }
            TokenTree::Punct(end) if end.as_char() == ';' => {
                next = around;
                after
            }
            _ => after,
        };
    }
}

/// Follows one path from its first word, adds it, and returns the tokens after it.
fn path<'a>(begun: Path, tokens: &'a [TokenTree], found: &mut BTreeSet<Path>) -> &'a [TokenTree] {
    let mut path = begun;
    let mut rest = tokens;
    loop {
        match rest.split_first() {
            Some((TokenTree::Ident(word), after)) => {
                path.words.push(word.to_string());
                rest = after;
            }
            Some((TokenTree::Group(group), after)) if group.delimiter() == Delimiter::Brace => {
                each_of(&path, group.stream(), found);
                return after;
            }
            _ => break,
        }
        match rest {
            [TokenTree::Punct(a), TokenTree::Punct(b), after @ ..]
                if a.as_char() == ':'
                    && b.as_char() == ':'
                    && matches!(after.first(), Some(TokenTree::Ident(_) | TokenTree::Group(_))) =>
            {
                rest = after;
            }
            _ => break,
        }
    }
    found.insert(path);
    rest
}

/// The items of a group in braces after `path::`.
fn each_of(prefix: &Path, group: TokenStream, found: &mut BTreeSet<Path>) {
    let tokens: Vec<TokenTree> = group.into_iter().collect();
    for item in tokens.split(|token| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ',')) {
        match item.first() {
            Some(TokenTree::Ident(word)) => {
                let begun = Path { line: word.span().start().line, ..prefix.clone() };
                path(begun, item, found);
            }
            Some(_) => {
                found.insert(prefix.clone());
            }
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::paths;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = paths(text)
            .unwrap()
            .into_iter()
            .filter(|path| path.words.len() > 1)
            .map(|path| format!("{}:{} {}", path.line, path.words.join("::"), path.around.modules))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn groups_are_written_out() {
        check(
            "use crate::{a::X,\n b::{Y, c::Z}, d::*};",
            &["1:crate::a::X 0", "2:crate::b::Y 0", "2:crate::b::c::Z 0", "2:crate::d 0"],
        );
    }

    #[test]
    fn comments_and_strings_do_not_count() {
        check("/// crate::a::X\nfn f() { \"crate::b::Y\"; /* crate::c::Z */ crate::d::w() }", &["2:crate::d::w 0"]);
    }

    #[test]
    fn tests_are_marked() {
        let text =
            "#[cfg(test)] use a::x; use a::y; #[cfg(test)] #[allow(b)] mod tests { fn f() { a::z() } } use a::w;";
        let tests = paths(text).unwrap().into_iter().filter(|path| path.around.test && path.words.len() > 1);
        let tests: Vec<String> = tests.map(|path| path.words.join("::")).collect();
        assert_eq!(tests, ["a::x", "a::z"]);
    }

    #[test]
    fn macros_and_modules_are_looked_into() {
        check("view! { <p>{crate::a::X}</p> }", &["1:crate::a::X 0"]);
        check(
            "mod tests { fn f() { super::super::x::y() } } fn g() { a::b() }",
            &["1:a::b 0", "1:super::super::x::y 1"],
        );
        check("fn f() -> Option<a::B<c::D>> { x.map::<e::F>(1) }", &["1:a::B 0", "1:c::D 0", "1:e::F 0"]);
    }
}
