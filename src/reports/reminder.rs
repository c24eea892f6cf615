//! A reminder to send to those who have not answered: which sectors are missing, until when, and what to send to whom.

use super::words::{count, day};
use crate::analysis::returns::Returns;
use crate::domain::ids::RoundId;
use crate::domain::workspace::Workspace;

/// The words of the reminder, in paragraphs; `None` if there is no such round.
pub fn reminder(workspace: &Workspace, id: RoundId) -> Option<String> {
    let round = workspace.round(id)?;
    let area = workspace.area();
    let returns = Returns::of_round(workspace, id);
    let of = area.map(|area| format!(" of {}", area.name)).unwrap_or_default();
    let received = count(returns.total, "response has", "responses have");
    let minimum = round.minimum.map(|minimum| format!(", and {minimum} are needed")).unwrap_or_default();
    let mut paragraphs = vec![
        "Dear colleagues,".to_owned(),
        format!("So far {received} come back to the survey \u{201c}{}\u{201d}{of}{minimum}.", round.title),
    ];
    let gaps = returns.gaps();
    if !gaps.is_empty() {
        let lines = gaps.into_iter().map(|(sector, received, expected, _)| {
            let name = area.map_or("", |area| area.sector_name(sector));
            format!("- {name}: {received} of {expected}")
        });
        let lines: Vec<String> = lines.collect();
        paragraphs.push(format!("We have not heard enough yet from:\n{}", lines.join("\n")));
    }
    let until = round.closes.map(|closes| format!(" by {}", day(closes))).unwrap_or_default();
    let to = match (round.returns_to.role.as_str(), round.returns_to.email.as_str()) {
        ("", "") => "to whoever sent you the survey".to_owned(),
        (role, "") => format!("to the {role}"),
        ("", email) => format!("to {email}"),
        (role, email) => format!("to the {role}, {email}"),
    };
    paragraphs.push(format!(
        "If you have not answered yet, please do so{until}. You can stop at any point and go on later. When you have finished, send the file whose name starts rainbow-response- {to}."
    ));
    paragraphs.push("If you have sent it already, thank you. There is nothing more to do.".to_owned());
    Some(paragraphs.join("\n\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ReplicaId;

    #[test]
    fn it_names_the_gaps_the_day_and_where_to_send_the_file() {
        let (sample, _) = crate::sample::workspace(ReplicaId(1)).unwrap();
        insta::assert_snapshot!(reminder(&sample, sample.rounds().pop().unwrap().0).unwrap());
    }
}
