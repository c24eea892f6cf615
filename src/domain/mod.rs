//! What the words of the One Children's Workforce Tool mean: plain data and pure functions, with no clock, randomness or browser.

pub mod answer;
pub mod area;
pub mod choice;
pub mod draft;
pub mod due;
pub mod framework;
pub mod gone;
pub mod group_answers;
pub mod ids;
pub mod kind;
pub mod merge;
pub mod order;
pub mod plan;
pub mod record;
pub mod report_text;
pub mod response;
pub mod rest;
pub mod round;
pub mod shared_device;
pub mod stamp;
pub mod step;
pub mod survey;
pub mod tree;
pub mod workspace;
