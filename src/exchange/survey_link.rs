//! A survey as the end of an address, for people on phones and whoever rather follows a link than opens a file.
//!
//! A link carries what a survey file carries, packed. Mail programs cut long links, and the questions are most of a survey:
//! where they are the standard ones, which every copy of this Rainbow holds, the link only names them.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};

use super::export;
use super::import::{self, Incoming};
use super::problem::{Fault, ReadError};
use super::wire::survey::{SurveyWire, freeze};
use super::{builtin, import::Content};
use crate::domain::ids::RoundId;
use crate::domain::workspace::Workspace;

/// The longest link, in characters, that mail programs can be trusted with.
pub const LONGEST_TRUSTED: usize = 2_000;

/// What stands in the place of the standard questions. Inside a text of the file each of its quotes would have a
/// backslash before it, so it stands nowhere else.
const STANDARD: &str = "\"body\":\"standard\"";

/// What a link to the survey of a round carries, before it is packed.
///
/// # Errors
/// If the round or its survey is not in the workspace.
pub fn content(workspace: &Workspace, round: RoundId, now: DateTime<Utc>) -> Result<String, Fault> {
    Ok(export::survey(workspace, round, now)?.replacen(&standard()?, STANDARD, 1))
}

/// Reads what a link carries, once it is unpacked.
///
/// # Errors
/// Why it can't be taken, in one sentence; also if it carries anything but a survey.
pub fn read(content: &str) -> Result<Incoming, ReadError> {
    let incoming = import::read(&content.replacen(STANDARD, &standard()?, 1))?;
    match incoming.content {
        Content::Survey(..) => Ok(incoming),
        Content::Workspace(_)
        | Content::Responses(_)
        | Content::Benchmark(_)
        | Content::Asking(_)
        | Content::Report(_)
        | Content::Seating(_)
        | Content::Sheets(_) => Err(Fault::at("", "the link carries no survey").into()),
    }
}

/// Packed bytes as they stand in an address.
pub fn spell(packed: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(packed)
}

/// The bytes that stand in an address; `None` if there are none. What mail programs add to the end of a link, such as
/// the full stop of its sentence, is passed over.
pub fn unspell(address: &str) -> Option<Vec<u8>> {
    let belongs = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    let packed = URL_SAFE_NO_PAD.decode(address.trim_end_matches(|letter| !belongs(letter))).ok()?;
    (!packed.is_empty()).then_some(packed)
}

/// The standard questions as a file of this version spells them.
fn standard() -> Result<String, Fault> {
    let survey = freeze(&builtin::framework()?, &builtin::questionnaire()?)?;
    let body = serde_json::to_string(&SurveyWire::from(&survey)).map_err(|error| Fault::at("", error.to_string()))?;
    Ok(format!("\"body\":{}", body.replace('<', "\\u003c")))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::area::Area;
    use crate::domain::framework::Framework;
    use crate::domain::ids::{RecordId, ReplicaId, WorkspaceId};
    use crate::domain::round::Round;
    use crate::domain::survey::Questionnaire;
    use uuid::Uuid;

    const ROUND: RoundId = RoundId(Uuid::from_u128(2));

    fn asking(change: impl FnOnce(&mut Framework, &mut Questionnaire)) -> Workspace {
        // A name that would end the place-holder, if it were not escaped.
        let area = Area::named("Fenshire \"body\":\"standard\"");
        let (mut open, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), area);
        let (mut framework, mut questionnaire) = (builtin::framework().unwrap(), builtin::questionnaire().unwrap());
        change(&mut framework, &mut questionnaire);
        let survey = freeze(&framework, &questionnaire).unwrap();
        let round = Round::opened("Spring", vec![survey.hash], "2009-12-01".parse().unwrap());
        open.open_round(ROUND, round, Arc::new(survey));
        open
    }

    fn survives(open: &Workspace, content: &str) -> bool {
        let Content::Survey(batch, round) = read(content).unwrap().content else { return false };
        let records: Vec<RecordId> = batch.records.iter().map(|record| record.id).collect();
        let same = |record: &Arc<_>| open.records().iter().any(|here| here == record);
        round == ROUND && records.len() == 3 && batch.records.iter().all(same)
    }

    #[test]
    fn the_standard_questions_are_named_and_others_are_carried() {
        let standard = asking(|_, _| {});
        let short = content(&standard, ROUND, DateTime::UNIX_EPOCH).unwrap();
        assert!(short.len() < 4_000 && survives(&standard, &short), "{}", short.len());
        let other = asking(|_, questionnaire| questionnaire.title = "Ours <1>".to_owned());
        let long = content(&other, ROUND, DateTime::UNIX_EPOCH).unwrap();
        assert!(long.len() > 10_000 && survives(&other, &long));
    }

    #[test]
    fn nothing_but_a_survey_comes_in_by_a_link() {
        let open = asking(|_, _| {});
        let whole = export::workspace(&open, export::Extent::Everything, DateTime::UNIX_EPOCH).unwrap();
        assert!(read(&whole).is_err() && read("").is_err());
    }

    #[test]
    fn what_a_mail_program_adds_to_a_link_does_no_harm() {
        let packed = [0, 255, 127, 62, 63];
        let address = spell(&packed);
        for end in ["", ".", ">", ").\n"] {
            assert_eq!(unspell(&format!("{address}{end}")).as_deref(), Some(packed.as_slice()), "{end}");
        }
        for damaged in ["", "a", "a b", "äö"] {
            assert_eq!(unspell(damaged), None, "{damaged}");
        }
    }
}
