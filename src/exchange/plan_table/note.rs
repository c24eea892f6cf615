//! What a person should know about a table that was read, each with its place and the words that stand there.

use crate::exchange::grid;

/// Something about the table of a plan, with its place.
pub type Note = grid::Note<What>;

/// What a note says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The cells of this row seem to sit one column to the left of their own. Nothing was moved; `Reading::moved` does so.
    Shifted,
    /// The cells of this row were moved one column to the right, as a person asked.
    Moved,
    /// This row goes on from the row above and was joined to it. `Reading::apart` keeps it apart.
    Joined,
    /// This cell goes on from the area or priority above it and was joined to it.
    GoneOn,
    /// This row repeats the heads of the columns and was dropped.
    RepeatedHeads,
    /// A blank timescale: the one above counts for this row too.
    DueFromAbove,
    /// A timescale on a row of its own: it counts for the rows beneath.
    DueAlone,
    /// A merged cell: its words stand with each of the rows that it covers.
    Merged,
    /// Words that are no RAG: they stand with the progress.
    NoRag,
    /// A bullet with nothing after it was left out.
    OnlyMarks,
    /// A picture was left out.
    Picture,
    /// This row names no action.
    NoWords,
    /// A level that is none of the five: it was taken as an action.
    NoLevel,
    /// It stands above the row of heads and was left out.
    AboveTheHeads,
    /// Its column is left out.
    LeftOut,
}

impl What {
    /// Whether something in the table did not get into the plan.
    pub fn is_left_out(self) -> bool {
        matches!(self, Self::RepeatedHeads | Self::OnlyMarks | Self::Picture | Self::AboveTheHeads | Self::LeftOut)
    }
}

impl grid::Remark for What {
    fn words(self) -> &'static str {
        match self {
            Self::Shifted => {
                "its cells seem to sit one column too far to the left. They stay where they are unless you move them"
            }
            Self::Moved => "its cells were moved one column to the right",
            Self::Joined => "it goes on from the row above, so the two are joined",
            Self::GoneOn => "it goes on from the cell above, so the two are joined",
            Self::RepeatedHeads => "it repeats the names of the columns, so it is dropped",
            Self::DueFromAbove => "the timescale is blank, so the one above counts",
            Self::DueAlone => "it is a timescale by itself, so it counts for the rows beneath",
            Self::Merged => "it is merged over several rows, so its words stand with each of them",
            Self::NoRag => "it is no RAG that Rainbow knows, so its words stand under progress",
            Self::OnlyMarks => "there is nothing in it but a bullet, so it is left out",
            Self::Picture => "there is a picture in it, which is left out",
            Self::NoWords => "it does not say what is to be done",
            Self::NoLevel => "it is no level that Rainbow knows, so it is taken as an action",
            Self::AboveTheHeads => "it stands above the names of the columns, so it is left out",
            Self::LeftOut => "its column is left out",
        }
    }
}
