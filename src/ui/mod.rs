//! The parts every page is built from: domain-blind components after the GOV.UK patterns.
//!
//! A component here knows nothing of surveys, plans or routes: words, hrefs and values come in as
//! props, and what a person did goes out through a callback. Values that change while a component is
//! on the page are signals; labels that do not are strings, and an empty optional string means "none".
//! Text fields commit on change (when the field is left or Enter is pressed), never at each key.
//! Each file states the accessibility criteria that its component keeps.

mod back_link;
mod breadcrumbs;
mod button;
mod cell_editor;
mod checkboxes;
mod choice;
mod counts;
mod css;
mod date_input;
mod details;
mod error_summary;
mod faces;
mod field;
mod figure;
mod file_upload;
mod focus;
mod form;
mod frame;
mod grid;
mod grid_box;
mod ids;
mod input;
mod inset;
mod live;
mod move_buttons;
mod navigation;
mod notification;
mod page;
mod pagination;
mod panel;
mod paste_box;
mod progress;
mod quick_add;
mod radar_picture;
mod radios;
mod rainbow_picture;
mod scale;
mod select;
mod spread_picture;
mod strip_picture;
mod summary_list;
mod table;
mod tag;
mod task_list;
mod textarea;
mod warning_text;

pub use back_link::BackLink;
pub use breadcrumbs::{Breadcrumbs, Crumb};
pub use button::{Button, ButtonGroup, ButtonKind, ButtonLink};
pub use cell_editor::{CellSelect, CellText};
pub use checkboxes::Checkboxes;
pub use choice::Choice;
pub use counts::Counts;
pub use css::css_text;
pub use date_input::DateInput;
pub use details::Details;
pub use error_summary::{ErrorSummary, FieldError, error_at};
pub use faces::{Dots, FACE_WORDS, FaceQuestion};
pub use figure::Figure;
pub use file_upload::{DropZone, FileUpload};
pub use focus::{focus_field, focus_heading, focus_soon};
pub use form::Form;
pub use frame::{Footer, Header, SkipLink};
pub use grid::{CellKey, Grid, GridCell, GridRow, focus_cell, keep_grid_reachable};
pub use grid_box::{BoxGrid, GridBox, GridBoxHead};
pub use input::{Input, InputWidth};
pub use inset::Inset;
pub use live::Live;
pub use move_buttons::MoveButtons;
pub use navigation::{NavItem, Navigation};
pub use notification::{Notification, NotificationKind, focus_notification};
pub use page::{Page, PageHeading, PageWidth};
pub use pagination::{PageLink, Pagination};
pub use panel::Panel;
pub use paste_box::PasteBox;
pub use progress::Progress;
pub use quick_add::QuickAdd;
pub use radar_picture::RadarPicture;
pub use radios::Radios;
pub use rainbow_picture::RainbowPicture;
pub use scale::{ScaleChoice, ScaleQuestion};
pub use select::Select;
pub use spread_picture::SpreadPicture;
pub use strip_picture::StripPicture;
pub use summary_list::{SummaryList, SummaryRow};
pub use table::{Head, RowHeader, Table, TableCell, TableRow};
pub use tag::{Tag, TagColour};
pub use task_list::{Task, TaskList, TaskStatus};
pub use textarea::Textarea;
pub use warning_text::WarningText;
