//! The words with which a survey is sent out and a response is sent back: the letter and the email.

use chrono::NaiveDate;

use super::asking::why;
use super::words;
use crate::domain::round::{ReturnsTo, Round};

/// What the words are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending<'a> {
    /// The name of the area that asks.
    pub area: &'a str,
    /// The round.
    pub round: &'a Round,
    /// About how many minutes the survey takes.
    pub minutes: usize,
}

/// The largest part of the name of a response file that is always the same.
pub const RESPONSE_FILE: &str = "rainbow-response-";

/// Whom a response goes back to, such as "the Workforce project officer (workforce@example.org)".
pub fn whom(to: &ReturnsTo) -> String {
    match (to.role.trim(), to.email.trim()) {
        ("", "") => "whoever sent you this survey".to_owned(),
        ("", email) => email.to_owned(),
        (role, "") => format!("the {role}"),
        (role, email) => format!("the {role} ({email})"),
    }
}

/// The letter that explains the survey, for the Director to adapt and sign.
pub fn letter(sending: &Sending<'_>) -> String {
    let Sending { area, round, minutes } = sending;
    let kept = round.keep_until.map(|day| format!(" Individual answers are kept until {}.", words::day(day)));
    paragraphs(&[
        "Dear colleague".to_owned(),
        format!("How well do we work together for children and young people in {area}?"),
        why(round).to_owned(),
        format!(
            "I am asking you, and colleagues in every agency that works with children, to say how things are where you work. There are no right answers. The survey takes about {minutes} minutes. You can stop at any point and go on later, and you can leave out anything you would rather not answer."
        ),
        format!("{} {}", how(round), by_when(round.closes)),
        format!(
            "You are not asked for your name. Nothing is sent by itself: you see your answers before you send them. The person who gathers the responses can read each one; what is shared never says anything about fewer than {} people.{}",
            if round.smallest_group() == 5 { "five".to_owned() } else { round.smallest_group().to_string() },
            kept.unwrap_or_default()
        ),
        "Thank you for your time.".to_owned(),
        "Yours sincerely".to_owned(),
        "[Name]\n[Director of Children\u{2019}s Services]".to_owned(),
    ])
}

/// The email that the survey is attached to.
pub fn email(sending: &Sending<'_>) -> String {
    let Sending { area, round, minutes } = sending;
    paragraphs(&[
        format!("Subject: Survey {}: how well do we work together in {area}?", round.title),
        "Dear colleague".to_owned(),
        format!(
            "Please answer the survey that comes with this email, on your own and for where you work. It takes about {minutes} minutes, in as many sittings as you like. The Director\u{2019}s letter says why it matters."
        ),
        "1. Save the attached file, whose name starts \u{201c}rainbow-survey-\u{201d}, somewhere you will find it again. If it ends in .zip, open that and take the file out of it.\n2. Open it on a computer with a double-click. It opens in your browser; there is nothing to install and no password.\n3. Press \u{201c}Start\u{201d} and answer. What you choose is saved on your computer at once. To go on another day, open the same file again.\n4. At the end, press \u{201c}Save your response file\u{201d}.".to_owned(),
        format!(
            "Then reply with the file whose name starts \u{201c}{RESPONSE_FILE}\u{201d}. It is in your downloads. Please do not send the survey back: your answers are not in it."
        ),
        format!("It goes to {}. {}", whom(&round.returns_to), by_when(round.closes)),
        "The file may not open on a phone. If a computer is hard to come by, ask me for the link or for the form on paper.".to_owned(),
        "Thank you.".to_owned(),
    ])
}

/// What a person writes when they send their response back.
pub fn covering_note(area: &str, round: &Round, file: &str) -> String {
    paragraphs(&[
        format!("Subject: My response to the survey {}, {area}", round.title),
        format!("Here is my response to the survey. It is in the attached file {file}."),
    ])
}

fn how(round: &Round) -> String {
    format!(
        "Open the survey file on a computer and answer it there. At the end, save your response and send the file whose name starts \u{201c}{RESPONSE_FILE}\u{201d} to {}.",
        whom(&round.returns_to)
    )
}

fn by_when(closes: Option<NaiveDate>) -> String {
    closes.map_or_else(
        || "Please send it as soon as you can.".to_owned(),
        |day| format!("Please send it by {}.", words::day(day)),
    )
}

fn paragraphs(paragraphs: &[String]) -> String {
    paragraphs.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::asking::USUAL_WHY;

    fn round() -> Round {
        let opened = NaiveDate::from_ymd_opt(2027, 1, 11).unwrap();
        Round::opened("Spring 2027", Vec::new(), opened)
    }

    #[test]
    fn the_email_says_which_file_comes_back_to_whom_and_by_when() {
        let plain = round();
        let full = Round {
            closes: NaiveDate::from_ymd_opt(2027, 2, 5),
            returns_to: ReturnsTo { role: "Workforce project officer".into(), email: "workforce@example.org".into() },
            ..round()
        };
        let words = email(&Sending { area: "Fenshire", round: &full, minutes: 45 });
        assert!(words.contains("the file whose name starts \u{201c}rainbow-response-\u{201d}"));
        assert!(words.contains(
            "It goes to the Workforce project officer (workforce@example.org). Please send it by 5 February 2027."
        ));
        let words = email(&Sending { area: "Fenshire", round: &plain, minutes: 45 });
        assert!(words.contains("It goes to whoever sent you this survey. Please send it as soon as you can."));
    }

    #[test]
    fn the_letter_says_why_in_the_rounds_own_words_and_how_long_answers_are_kept() {
        let own = Round {
            why: "  Because the Board asked. ".into(),
            keep_until: NaiveDate::from_ymd_opt(2027, 12, 31),
            ..round()
        };
        let words = letter(&Sending { area: "Fenshire", round: &own, minutes: 20 });
        assert!(words.contains("\n\nBecause the Board asked.\n\n") && words.contains("about 20 minutes"));
        assert!(words.contains("Individual answers are kept until 31 December 2027."));
        let words = letter(&Sending { area: "Fenshire", round: &round(), minutes: 20 });
        assert!(words.contains(USUAL_WHY) && !words.contains("are kept until"));
    }

    #[test]
    fn whom_it_goes_to_is_said_as_far_as_it_is_known() {
        let to = |role: &str, email: &str| whom(&ReturnsTo { role: role.into(), email: email.into() });
        assert_eq!(to("Project officer", ""), "the Project officer");
        assert_eq!(to("", "a@example.org"), "a@example.org");
    }
}
