//! The words with which a lead is asked how their actions go, and with which they send their file back.

use chrono::NaiveDate;

use super::{letter, words};
use crate::domain::round::ReturnsTo;
use crate::domain::update_request::{PROGRESS_FILE, UPDATE_FILE, UpdateRequest};

/// Whom a file goes back to, such as "the Workforce lead (workforce@example.org)".
pub fn whom(to: &ReturnsTo) -> String {
    let is_said = !to.role.trim().is_empty() || !to.email.trim().is_empty();
    if is_said { letter::whom(to) } else { "whoever sent you this file".to_owned() }
}

/// The name of the file that asks a lead, without its ending.
pub fn update_file(plan: &str, lead: &str) -> String {
    format!("{UPDATE_FILE}{}-{}", words::file_part(plan), words::file_part(lead))
}

/// The name of the file that a lead sends back.
pub fn progress_file(plan: &str, lead: &str) -> String {
    format!("{PROGRESS_FILE}{}-{}.json", words::file_part(plan), words::file_part(lead))
}

/// The email that the file which asks a lead is attached to.
pub fn email(plan: &str, asked_by: Option<NaiveDate>, returns_to: &ReturnsTo) -> String {
    let by = by_when(asked_by);
    [
        format!("Subject: How are your actions going? {plan}"),
        "Dear colleague".to_owned(),
        format!("Please say how the actions that you lead in \u{201c}{plan}\u{201d} are going. The file that comes with this email holds your actions and nobody else\u{2019}s."),
        format!(
            "1. Save the attached file, whose name starts \u{201c}{UPDATE_FILE}\u{201d}. If it ends in .zip, open that and take the file out of it.\n2. Open it on a computer with a double-click. It opens in your browser; there is nothing to install, and it needs no network.\n3. Say for each action what happened. What you write is saved on your computer as you go.\n4. At the end, press \u{201c}Save the file to send back\u{201d}."
        ),
        format!(
            "Then reply with the file whose name starts \u{201c}{PROGRESS_FILE}\u{201d}. It is in your downloads. It goes to {}. {by}",
            whom(returns_to)
        ),
        "Thank you.".to_owned(),
    ]
    .join("\n\n")
}

/// What a lead writes when they send their file back.
pub fn covering_note(request: &UpdateRequest, plan: &str) -> String {
    let file = progress_file(plan, &request.lead);
    format!(
        "Subject: Progress of {}: {plan}\n\nHere is how my actions are going. It is in the attached file {file}.",
        request.lead
    )
}

fn by_when(asked_by: Option<NaiveDate>) -> String {
    asked_by.map_or_else(
        || "Please send it as soon as you can.".to_owned(),
        |day| format!("Please send it by {}.", words::day(day)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_email_says_which_file_comes_back_to_whom_and_by_when() {
        let to = ReturnsTo { role: "Workforce lead".into(), email: "workforce@example.org".into() };
        let said = email("Delivery plan", NaiveDate::from_ymd_opt(2027, 4, 9), &to);
        assert!(said.contains("\u{201c}rainbow-progress-\u{201d}") && said.contains("\u{201c}Delivery plan\u{201d}"));
        assert!(
            said.contains("It goes to the Workforce lead (workforce@example.org). Please send it by 9 April 2027.")
        );
        let said = email("Delivery plan", None, &ReturnsTo::default());
        assert!(said.contains("It goes to whoever sent you this file. Please send it as soon as you can."));
    }

    #[test]
    fn files_are_named_after_the_plan_and_the_lead() {
        assert_eq!(update_file("Delivery plan", "SB"), "rainbow-update-delivery-plan-sb");
        assert_eq!(
            progress_file("Delivery plan", "Head of Service"),
            "rainbow-progress-delivery-plan-head-of-service.json"
        );
    }
}
