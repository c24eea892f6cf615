//! What a person should know about a table of training events that was read.

use crate::exchange::grid;

/// Something about a table of training events, with its place.
pub type Note = grid::Note<What>;

/// What a note says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Words that name no arc and no practice; they stand in the notes of the event.
    NoCompetence,
    /// This row names no event and was joined to the one above.
    Joined,
    /// This row names no event and there is none above.
    NoTitle,
    /// A merged cell: its words stand with each of the rows that it covers.
    Merged,
    /// A heading over several columns, which is no event.
    Heading,
    /// This row repeats the heads of the columns and was dropped.
    RepeatedHeads,
    /// A picture was left out.
    Picture,
    /// It stands above the row of heads and was left out.
    AboveTheHeads,
    /// Its column is left out.
    LeftOut,
}

impl What {
    /// Whether something in the table did not get into the events.
    pub fn is_left_out(self) -> bool {
        matches!(self, Self::Heading | Self::Picture | Self::AboveTheHeads | Self::LeftOut)
    }
}

impl grid::Remark for What {
    fn words(self) -> &'static str {
        match self {
            Self::NoCompetence => "it names no arc and no practice that Rainbow knows, so its words stand in the notes",
            Self::Joined => "it names no event, so it is joined to the row above",
            Self::NoTitle => "it names no event and nothing stands above it, so it is called by its row",
            Self::Merged => "it is merged over several rows, so its words stand with each of them",
            Self::Heading => "it is a heading over several columns, so it is left out",
            Self::RepeatedHeads => "it repeats the names of the columns, so it is dropped",
            Self::Picture => "there is a picture in it, which is left out",
            Self::AboveTheHeads => "it stands above the names of the columns, so it is left out",
            Self::LeftOut => "its column is left out",
        }
    }
}
