//! The data dictionary: what each column of the files for analysts holds, and how each of the app's figures is made from them.

use super::whole_file;

/// The head of a column, what can stand in it, and what that means.
type Column = [&'static str; 3];

/// The columns of the answers, in their order.
pub(super) const COLUMNS: [Column; 21] = [
    ["round", "text", "The title of the round that counts the answer."],
    ["opened", "date, YYYY-MM-DD", "The day the round was opened. Rounds follow one another by it."],
    [
        "whom",
        "workforce, or children and families",
        "Whom the survey asked. The app's figures are the workforce's; what children and families said is never counted with them.",
    ],
    [
        "response",
        "text",
        "Which response this is. It is random, and names nobody. A person who responds in two rounds has two.",
    ],
    [
        "revision",
        "whole number, 1 or more",
        "How often the response was sent: 1, or more if it was corrected. Only the last stands here.",
    ],
    ["finished", "date, YYYY-MM-DD, or empty", "The day the response was finished, where it is known."],
    [
        "sector",
        "text, or empty",
        "The sector that the person says they work in. Empty: they did not say, or were not asked.",
    ],
    [
        "staff_group",
        "text, or empty",
        "The staff group that the person named. Empty: they did not say, or were not asked.",
    ],
    ["default_group", "text, or empty", "The default staff group that it stands beneath, or is."],
    ["organisation", "text, or empty", "The organisation, in the person's own words."],
    ["survey", "64 hexadecimal digits", "Which survey was answered: the SHA-256 of its text as it was handed out."],
    ["statement", "text", "Which statement this answers. The same in two surveys if it asks the same."],
    ["theme", "text", "The theme, one of the arcs of the rainbow, that the statement belongs to."],
    ["practice", "text, or empty", "The practice that it is about, if it is about one."],
    ["aspect", "text, or empty", "Which aspect of the practice it is about."],
    ["perspective", "text, or empty", "From whose eyes it is put."],
    ["label", "text", "The statement's short label."],
    ["words", "text", "The statement, in the words of that survey."],
    ["number", "whole number, 1 or more", "The place of the statement in the survey."],
    [
        "answer",
        "1, 2, 3, 4, 5, don't know, not applicable, or not answered",
        "What the person answered, from 1 to 5 on the scale of the survey or in words. A statement that was not meant for the person's staff group has no row.",
    ],
    [
        "score",
        "1, 2, 3, 4, 5, or empty",
        "The answer as a number where it is one. Everything else is empty, and never counts in a mean.",
    ],
];

/// The column of comments, which stands last where it was asked for.
pub(super) const COMMENT: Column = [
    "comment",
    "text, or empty",
    "What the person wrote beside the statement. It was not looked through, and may name people.",
];

/// How the app's figures are made.
const FIGURES: [(&str, &str); 11] = [
    ("responses", "How many different values `response` has."),
    (
        "own mean",
        "Of one person and one theme: the mean of `score` over the rows that have one. A person without any has none.",
    ),
    (
        "theme score",
        "The mean of the own means of all people who have one. So everybody counts the same, however many statements they scored.",
    ),
    ("n of a theme", "How many people have an own mean: those who scored at least one statement of the theme."),
    (
        "median of a theme",
        "The own mean in the middle; of an even number of people, half-way between the two in the middle.",
    ),
    ("share above the midpoint", "How many own means are more than 3, divided by n."),
    ("distribution of a theme", "How many own means are nearest to 1, 2, 3, 4 and 5. Half-way goes up: 2.5 is a 3."),
    (
        "spread",
        "How often each score was given, over all rows of a theme or statement. It counts answers and not people.",
    ),
    ("statement score", "The mean of `score` over the rows of the statement that have one; n is how many those are."),
    ("figure of a practice's aspect", "As the theme score, over the rows of one theme, practice and aspect."),
    (
        "figures that may be shared",
        "The app withholds a figure in whatever is shared if fewer than five people stand behind it (a round may ask for more), or if it would give such a figure away. A file of answers has no such guard: whoever publishes from it has to see to that.",
    ),
];

/// What the app leaves out of the files, and how it writes text.
const NOTES: [(&str, &str); 4] = [
    (
        "what is left out",
        "Responses that were withdrawn, that came too late to be counted, or whose survey is not here. What groups said by show of hands is not in the file either.",
    ),
    ("children and families", "Choose `whom` = workforce for the app's figures."),
    (
        "apostrophes",
        "Text that a spreadsheet would run as a formula (it begins with =, +, -, @ or a tab) has an apostrophe before it.",
    ),
    ("format", "UTF-8 with a byte order mark, commas, double quotes where needed, lines that end with CR LF."),
];

/// The dictionary of the files for analysts as a CSV file: one row a column, a figure or a note. `figures` are the columns of the
/// figures that may be shared: the head of each, what can stand in it, and what that means.
pub fn dictionary(figures: &[[&str; 3]]) -> String {
    let heads = ["about", "name", "values", "meaning"];
    let answers = COLUMNS.iter().chain([&COMMENT]);
    let answers = answers.map(|[name, values, meaning]| ["column of the answers", name, values, meaning]);
    let figures = figures.iter().map(|[name, values, meaning]| ["column of the figures", name, values, meaning]);
    let made = FIGURES.into_iter().map(|(name, meaning)| ["how a figure is made", name, "", meaning]);
    let notes = NOTES.into_iter().map(|(name, meaning)| ["note", name, "", meaning]);
    whole_file(std::iter::once(heads).chain(answers).chain(made).chain(figures).chain(notes))
}
