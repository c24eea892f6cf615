//! Responses as they are gathered: immutable, held in packs, and read as the union of all packs.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use sha2::{Digest, Sha256};

use super::answer::Answer;
use super::draft::Respondent;
use super::ids::{RecordId, ResponseId, RoundId, StatementId, SurveyHash};
use super::rest::Rest;

/// The most responses that a pack holds.
pub const PACK_SIZE: usize = 1_000;

/// One person's finished answers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Response {
    /// Which response this is; a corrected one keeps its id.
    pub id: ResponseId,
    /// 1 for the first time it was sent, higher for each correction. The highest counts.
    pub revision: u32,
    /// Who answered, as far as they said.
    pub respondent: Respondent,
    /// The day it was finished, if known.
    pub finished: Option<NaiveDate>,
    /// The answers, in the order of the survey's statements.
    pub answers: Vec<Answer>,
    /// Comments by statement; only those that were made.
    pub comments: BTreeMap<StatementId, String>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// An immutable set of up to [`PACK_SIZE`] responses to one survey in one round.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pack {
    /// The round they belong to.
    pub round: RoundId,
    /// The survey they answer.
    pub survey: SurveyHash,
    /// The responses.
    pub responses: Vec<Response>,
    /// From which files they came, where they came in files.
    pub sources: Vec<Source>,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// A file that responses came from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source {
    /// The name of the file.
    pub file: String,
    /// When it was taken in.
    pub taken: DateTime<Utc>,
    /// The responses that it brought.
    pub responses: BTreeSet<ResponseId>,
}

/// That a person took their response back. It always wins over the response and cannot be undone.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Withdrawal {
    /// The response that was taken back.
    pub response: ResponseId,
    /// The round it was in.
    pub round: RoundId,
    /// The day it was taken back.
    pub on: NaiveDate,
    /// Fields of a newer Rainbow.
    pub rest: Rest,
}

/// The record of a response's withdrawal: always the same one, wherever it is withdrawn.
pub fn withdrawal_record(response: ResponseId) -> RecordId {
    RecordId::from_digest(&Sha256::new_with_prefix("withdrawal/").chain_update(response.0).finalize().into())
}

/// The responses of a round, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered<'a> {
    /// By id: the survey answered and the response that counts.
    pub responses: BTreeMap<ResponseId, (SurveyHash, &'a Response)>,
    /// Responses that came with two contents under one revision. The first in order of content counts until someone looks.
    pub clashes: BTreeSet<ResponseId>,
}

impl Pack {
    /// The pack without the given responses; `None` when it holds none of them.
    #[must_use]
    pub fn without(&self, withdrawn: &BTreeSet<ResponseId>) -> Option<Self> {
        let holds = self.responses.iter().any(|response| withdrawn.contains(&response.id));
        holds.then(|| Self {
            responses: self.responses.iter().filter(|response| !withdrawn.contains(&response.id)).cloned().collect(),
            sources: self.sources.iter().filter_map(|source| source.without(withdrawn)).collect(),
            ..self.clone()
        })
    }
}

impl Source {
    /// The source without the given responses; `None` when it brought no others. Its name goes with the last of them, as
    /// it may tell whose they were.
    fn without(&self, withdrawn: &BTreeSet<ResponseId>) -> Option<Self> {
        let responses: BTreeSet<_> = self.responses.difference(withdrawn).copied().collect();
        (!responses.is_empty()).then(|| Self { responses, ..self.clone() })
    }
}

/// The same responses in as few packs as hold them, each content of a response once, those of one survey together and in
/// the order in which they came. A pack with fields of a newer Rainbow stays as it is.
pub fn fold<'a>(packs: impl IntoIterator<Item = &'a Pack>) -> Vec<Pack> {
    let (mut folded, mut apart) = (Vec::new(), Vec::new());
    let mut by_survey: BTreeMap<(RoundId, SurveyHash), Vec<&Pack>> = BTreeMap::new();
    for pack in packs {
        if pack.rest.is_empty() {
            by_survey.entry((pack.round, pack.survey)).or_default().push(pack);
        } else {
            apart.push(pack.clone());
        }
    }
    for ((round, survey), packs) in by_survey {
        let mut seen: BTreeMap<ResponseId, Vec<&Response>> = BTreeMap::new();
        let mut responses = Vec::new();
        for response in packs.iter().flat_map(|pack| &pack.responses) {
            let contents = seen.entry(response.id).or_default();
            if !contents.contains(&response) {
                contents.push(response);
                responses.push(response.clone());
            }
        }
        let sources: BTreeSet<&Source> = packs.iter().flat_map(|pack| &pack.sources).collect();
        folded.extend(responses.chunks(PACK_SIZE).map(|chunk| {
            let held: BTreeSet<ResponseId> = chunk.iter().map(|response| response.id).collect();
            let of_chunk = sources.iter().filter_map(|source| {
                let responses: BTreeSet<_> = source.responses.intersection(&held).copied().collect();
                (!responses.is_empty()).then(|| Source { responses, ..(*source).clone() })
            });
            Pack { round, survey, sources: of_chunk.collect(), responses: chunk.to_vec(), rest: Rest::new() }
        }));
    }
    folded.extend(apart);
    folded
}

impl<'a> Gathered<'a> {
    /// The union of packs: each response once, at its highest revision, whatever packs it came in and in whatever order.
    pub fn from_packs(packs: impl IntoIterator<Item = &'a Pack>) -> Self {
        let of_pack = |pack: &'a Pack| pack.responses.iter().map(move |response| (pack.survey, response));
        let mut all: Vec<(SurveyHash, &Response)> = packs.into_iter().flat_map(of_pack).collect();
        // In the order of ids those of one response stand together, and the map is built in one go.
        all.sort_by_key(|(_, response)| response.id);
        let mut clashes = BTreeSet::new();
        let mut counting: Vec<(SurveyHash, &Response)> = Vec::with_capacity(all.len());
        for (survey, response) in all {
            match counting.last_mut() {
                Some(standing) if standing.1.id == response.id => choose(standing, (survey, response), &mut clashes),
                _ => counting.push((survey, response)),
            }
        }
        Self { responses: counting.into_iter().map(|counts| (counts.1.id, counts)).collect(), clashes }
    }
}

/// Lets the one of two contents of a response stand that counts, and notes if they clash.
fn choose<'a>(
    standing: &mut (SurveyHash, &'a Response),
    other: (SurveyHash, &'a Response),
    clashes: &mut BTreeSet<ResponseId>,
) {
    let (id, revision) = (other.1.id, other.1.revision);
    if *standing == other || revision < standing.1.revision {
        return;
    }
    if revision > standing.1.revision {
        clashes.remove(&id);
        *standing = other;
        return;
    }
    clashes.insert(id);
    if sorting_text(other.0, other.1) < sorting_text(standing.0, standing.1) {
        *standing = other;
    }
}

/// A text by which two contents of one response can be put in the same order everywhere.
fn sorting_text(survey: SurveyHash, response: &Response) -> String {
    let answers: String = response.answers.iter().map(|answer| answer.to_char()).collect();
    format!("{survey} {answers} {:?} {:?} {:?}", response.respondent, response.finished, response.comments)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answer::Score;
    use uuid::Uuid;

    fn response(id: u128, revision: u32, score: u8) -> Response {
        Response {
            id: ResponseId(Uuid::from_u128(id)),
            revision,
            respondent: Respondent::default(),
            finished: None,
            answers: vec![Answer::Score(Score::new(score).unwrap())],
            comments: BTreeMap::new(),
            rest: Rest::new(),
        }
    }

    fn pack(responses: &[Response]) -> Pack {
        Pack {
            round: RoundId(Uuid::nil()),
            survey: SurveyHash([0; 32]),
            responses: responses.to_vec(),
            sources: Vec::new(),
            rest: Rest::new(),
        }
    }

    fn id(number: u128) -> ResponseId {
        ResponseId(Uuid::from_u128(number))
    }

    #[test]
    fn folding_keeps_every_content_once_with_the_files_that_it_came_in() {
        let source = |file: &str, ids: &[u128]| Source {
            file: file.to_owned(),
            taken: DateTime::UNIX_EPOCH,
            responses: ids.iter().map(|number| id(*number)).collect(),
        };
        let first = Pack { sources: vec![source("a.json", &[1, 2])], ..pack(&[response(1, 1, 2), response(2, 1, 3)]) };
        let again = Pack { sources: vec![source("b.json", &[1])], ..pack(&[response(1, 1, 2), response(1, 1, 4)]) };
        let folded = fold([&first, &again]);
        let [only] = folded.as_slice() else { panic!("one pack") };
        assert_eq!(only.responses, [response(1, 1, 2), response(2, 1, 3), response(1, 1, 4)]);
        assert_eq!(only.sources, [source("a.json", &[1, 2]), source("b.json", &[1])]);
        let many: Vec<Response> = (0..1_001).map(|number| response(number, 1, 1)).collect();
        assert_eq!(fold([&pack(&many)]).iter().map(|pack| pack.responses.len()).collect::<Vec<_>>(), [1_000, 1]);
        let left = only.without(&BTreeSet::from([id(1)])).unwrap();
        assert_eq!((left.responses, left.sources), (vec![response(2, 1, 3)], vec![source("a.json", &[2])]));
    }

    #[test]
    fn overlapping_packs_count_each_response_once_at_its_highest_revision() {
        let packs = [pack(&[response(1, 1, 2), response(2, 1, 3)]), pack(&[response(1, 2, 5), response(2, 1, 3)])];
        let gathered = Gathered::from_packs(&packs);
        assert_eq!(gathered.responses.len(), 2);
        assert_eq!(gathered.responses[&ResponseId(Uuid::from_u128(1))].1.revision, 2);
        assert!(gathered.clashes.is_empty());
        assert_eq!(gathered, Gathered::from_packs(packs.iter().rev()));
    }

    #[test]
    fn two_contents_under_one_revision_are_a_clash_in_any_order() {
        let packs = [pack(&[response(1, 1, 2)]), pack(&[response(1, 1, 4)])];
        let gathered = Gathered::from_packs(&packs);
        assert_eq!(gathered.clashes.len(), 1);
        assert_eq!(gathered, Gathered::from_packs(packs.iter().rev()));
    }

    #[test]
    fn a_withdrawn_response_leaves_its_pack() {
        let withdrawn = BTreeSet::from([ResponseId(Uuid::from_u128(1))]);
        let left = pack(&[response(1, 1, 2), response(2, 1, 3)]).without(&withdrawn).unwrap();
        assert_eq!(left.responses, [response(2, 1, 3)]);
        assert!(left.without(&withdrawn).is_none());
    }
}
