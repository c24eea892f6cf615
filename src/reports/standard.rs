//! Standard paragraphs for what the data can't know: implications that committees ask for, to be adapted before a report goes out.

/// What it means for money.
pub const FINANCIAL: &str = "This report asks for no new money. What an action needs or costs stands with it in the plan, and a request for funding would come to the meeting in a report of its own.";

/// What it means for staff and their posts.
pub const PEOPLE: &str = "The actions are about how people across the children\u{2019}s workforce work and learn together. Where an action would change posts, duties or terms, staff and their representatives are consulted before anything is decided.";

/// Whom it affects, and how that was looked at.
pub const EQUALITIES: &str = "Everybody in the children\u{2019}s workforce is asked alike, and each report says who answered and who was hardly heard. Before an action changes how people are recruited, trained or deployed, its lead looks at whether it touches some groups more than others.";

/// What it means for keeping children safe.
pub const SAFEGUARDING: &str = "Nothing in this report changes anybody\u{2019}s duty to keep children safe, nor the procedures for doing so. Actions on training and on working together are meant to strengthen them.";

/// How children are asked about the results.
pub const CHILDREN_ARE_ASKED: &str = "The results are shown to children and young people in the groups that are consulted already, who are asked what they make of them before anything is settled.";

/// That a round is not the end.
pub const ASKED_AGAIN: &str = "The tool has no end date. The survey is run again when there has been time for things to change, and its results are put beside these.";

/// What happens with the results first.
pub const LOOKED_AT_BY_SECTOR: &str =
    "The results are looked at sector by sector with those who work there, and what is unexpected is followed up.";
