//! Tables from other tools: read back as they were written, bad cells named, nothing twice.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::answer::{Answer, Score};
use crate::domain::area::Area;
use crate::domain::ids::{RecordId, ReplicaId, RoundId, SectorId, WorkspaceId};
use crate::domain::response::Response;
use crate::domain::round::Round;
use crate::domain::survey::Survey;
use crate::domain::workspace::Workspace;
use crate::exchange::builtin;
use crate::exchange::encoding::decode;
use crate::exchange::wire::survey::freeze;

const ROUND: RoundId = RoundId(Uuid::from_u128(2));

/// The first three statements of the standard questionnaire, and one that leaders only are asked.
static SURVEY: LazyLock<Arc<Survey>> = LazyLock::new(|| {
    let (framework, mut questionnaire) = (builtin::framework().unwrap(), builtin::questionnaire().unwrap());
    let mut asked = 0;
    questionnaire.statements.retain(|statement| {
        asked += 1;
        asked <= 3 || statement.id.as_str() == "caf-leadership"
    });
    Arc::new(freeze(&framework, &questionnaire).unwrap())
});

fn area() -> Workspace {
    let (mut area, _) = Workspace::create(WorkspaceId(Uuid::from_u128(1)), ReplicaId(1), Area::named("Fenshire"));
    let opened = "2010-01-29".parse().unwrap();
    area.open_round(ROUND, Round::opened("Round", vec![SURVEY.hash], opened), SURVEY.clone());
    area
}

fn brought(text: &str, here: &Workspace) -> Brought {
    let table = Table::read(text).unwrap();
    Brought::of(&table, &suggest(&table, &SURVEY), &SURVEY, ROUND, here)
}

fn take(here: &mut Workspace, brought: Brought, pack: u128) -> usize {
    let packs = brought.into_packs(ROUND, &SURVEY, "returns.csv", chrono::DateTime::UNIX_EPOCH);
    for (pack, at) in packs.into_iter().zip(pack..) {
        here.add_pack(RecordId(Uuid::from_u128(at)), pack);
    }
    here.gathered(ROUND).responses.len()
}

fn answers(response: &Response) -> String {
    response.answers.iter().map(|answer| answer.to_char()).collect()
}

fn problems(brought: &Brought) -> Vec<String> {
    brought.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn heads_are_recognised_by_number_id_label_or_words() {
    let text = &SURVEY.questionnaire.statements[2].text;
    let heads = format!(
        "Respondent ID;Sector;Staff group;Date;1;identity-2;Comments;Q3. \"{text}\";Comment on identity-1;Notes"
    );
    let table = Table::read(&format!("{heads}\n1;2;3;4;5;1;2;3;4;5\n")).unwrap();
    let id = |at: usize| SURVEY.questionnaire.statements[at].id.clone();
    assert_eq!(
        suggest(&table, &SURVEY).columns,
        [
            Column::LeftOut,
            Column::Sector,
            Column::StaffGroup,
            Column::Finished,
            Column::Statement(id(0)),
            Column::Statement(id(1)),
            Column::Comment(id(1)),
            Column::Statement(id(2)),
            Column::Comment(id(0)),
            Column::LeftOut,
        ]
    );
    let labels: Vec<_> = SURVEY.questionnaire.statements.iter().map(|statement| statement.label.clone()).collect();
    let table = Table::read(&format!("{}\n1\t2\t3\t4\n", labels.join("\t"))).unwrap();
    assert_eq!(suggest(&table, &SURVEY).columns, (0..4).map(|at| Column::Statement(id(at))).collect::<Vec<_>>());
}

#[test]
fn what_is_not_understood_is_named_by_row_and_column_and_the_rest_is_taken() {
    let text = "\u{feff}Sector;Staff group;1;2;3;4;Finished\r\n\
        Schools;Leaders and managers;4;hello;5 \u{2013} reformed;2;30/10/2009\r\n\
        Space travel;Front-line staff and their managers;dk;n/a;;5;soon\r\n\
        Health;;;;;;\r\n";
    let brought = brought(decode(text.as_bytes()).0.as_str(), &area());
    insta::assert_snapshot!(problems(&brought).join("\n"), @r"
    The whole table: answers to statements that are not meant for the person’s staff group are left out (1).
    Row 2, column D ‘2’: “hello” is no answer, so the statement is left not answered.
    Row 3, column A ‘Sector’: “Space travel” is no sector of this area, so the sector is left not said.
    Row 3, column G ‘Finished’: “soon” is no date such as 30/10/2009, so the day is left unknown.
    Row 4: there is no answer and no comment in it, so it is left out.
    ");
    let said: Vec<_> = brought.added.iter().map(answers).collect();
    assert_eq!(said, ["4.52", "dn.."]);
    assert_eq!(brought.added[0].respondent.sector, SectorId::parse("schools"));
    assert_eq!(brought.added[0].finished, "2009-10-30".parse().ok());
    assert_eq!(brought.unreadable.answers.keys().collect::<Vec<_>>(), ["hello"]);
    assert_eq!(brought.unreadable.sectors.keys().collect::<Vec<_>>(), ["space travel"]);
}

#[test]
fn columns_that_are_missing_or_doubled_are_said() {
    let brought = brought("1;identity-1;2\n3;4;5\n", &area());
    insta::assert_snapshot!(problems(&brought).join("\n"), @r"
    The whole table: no column is read as these statements, so they stay not answered: 3 (Starting out), 4 (Everyone’s job).
    ");
    assert_eq!(answers(&brought.added[0]), "35..");
    let table = Table::read("a;b\n3;4\n").unwrap();
    let first = Column::Statement(SURVEY.questionnaire.statements[0].id.clone());
    let mapping = Mapping { heads: table.heads.clone(), columns: vec![first.clone(), first], ..Mapping::default() };
    let brought = Brought::of(&table, &mapping, &SURVEY, ROUND, &area());
    assert_eq!(
        problems(&brought)[0],
        "Column B \u{2018}b\u{2019}: it is read as the same thing as column A, so it is left out."
    );
    assert_eq!(answers(&brought.added[0]), "3...");
}

#[test]
fn the_same_table_brings_nothing_new_and_rows_that_are_alike_are_kept_apart() {
    let mut here = area();
    let first = brought("1;2;3;4\n3;4;5;1\n3;4;5;1\n2;2;2;2\n", &here);
    assert_eq!(take(&mut here, first, 100), 3);
    // Other separators, another order of columns and another row more.
    let again = brought("2,1,3,4\n4,3,5,1\n2,2,2,2\n4,3,5,1\n1,1,1,1\n", &here);
    assert_eq!((again.added.len(), again.corrected.len(), again.known), (1, 0, 3));
    // What undoing took out comes in again.
    let id = here.gathered(ROUND).responses.keys().next().copied().unwrap();
    here.withdraw(id, ROUND, "2010-01-29".parse().unwrap());
    let again = brought("1;2;3;4\n3;4;5;1\n3;4;5;1\n2;2;2;2\n", &here);
    assert_eq!((again.added.len(), again.known, again.withdrawn), (0, 2, 1));
}

#[test]
fn saying_what_a_word_means_corrects_what_was_taken_before() {
    let mut here = area();
    let text = "1;2;3;4\n3;Mostly;5;1\n";
    let first = brought(text, &here);
    assert_eq!(take(&mut here, first, 100), 1);
    let table = Table::read(text).unwrap();
    let mut mapping = suggest(&table, &SURVEY);
    mapping.answers.insert("mostly".into(), Answer::Score(Score::new(4).unwrap()));
    let again = Brought::of(&table, &mapping, &SURVEY, ROUND, &here);
    assert!(again.problems.is_empty() && again.unreadable == Unreadable::default());
    assert_eq!((again.added.len(), again.corrected.len()), (0, 1));
    assert_eq!(take(&mut here, again, 200), 1);
    assert_eq!(answers(here.gathered(ROUND).responses.values().next().unwrap().1), "3451");
    here.remember_table_mapping(mapping.clone());
    assert_eq!(here.table_mapping(&table.heads), Some(&mapping));
    assert_eq!(here.table_mapping(&["other".to_owned()]), None);
}

/// What a generated row says: sector, staff group, organisation, answers and a comment on the first statement.
type Said = (Option<usize>, bool, String, Vec<char>, String);

fn said() -> impl Strategy<Value = Said> {
    let words = || "[a-zé’\"=;,\t €–-]{0,12}(\r?\n[a-z]{1,3})?".prop_map(|words: String| words.trim().to_owned());
    let answer = prop::sample::select(vec!['1', '2', '3', '4', '5', 'd', 'n', '.']);
    (prop::option::of(0..8_usize), any::<bool>(), words(), prop::collection::vec(answer, 4), words())
}

/// Writes rows as a survey tool would.
fn written(rows: &[Said], separator: u8, always_quoted: bool, line_end: csv::Terminator) -> String {
    let style = if always_quoted { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
    let mut writer =
        csv::WriterBuilder::new().delimiter(separator).quote_style(style).terminator(line_end).from_writer(Vec::new());
    writer.write_record(["Sector", "Staff group", "Organisation", "1", "Comment", "2", "3", "4"]).unwrap();
    let area = Area::named("Fenshire");
    for (sector, leads, organisation, answers, comment) in rows {
        let group = area.staff_groups[usize::from(*leads)].name.as_str();
        let sector = sector.map_or("", |at| area.sectors[at].name.as_str());
        let answers: Vec<&str> = answers
            .iter()
            .map(|answer| match answer {
                'd' => "Don’t know",
                'n' => "N/A",
                '.' => "",
                '5' => "5 – reformed",
                '4' => "4.0",
                '3' => "3",
                '2' => "2",
                _ => "1",
            })
            .collect();
        writer
            .write_record([sector, group, organisation, answers[0], comment, answers[1], answers[2], answers[3]])
            .unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn in_old_bytes(text: &str) -> Vec<u8> {
    let old = [('’', 0x92), ('–', 0x96), ('€', 0x80)];
    text.chars()
        .map(|letter| {
            old.iter().find(|(new, _)| *new == letter).map_or_else(|| u8::try_from(letter).unwrap(), |(_, byte)| *byte)
        })
        .collect()
}

proptest! {
    #[test]
    fn whatever_is_written_as_csv_comes_back_the_same(
        rows in prop::collection::vec(said(), 1..8),
        separator in prop::sample::select(vec![b',', b';', b'\t']),
        always_quoted: bool,
        windows_lines: bool,
        marked: bool,
        old: bool,
    ) {
        let end = if windows_lines { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let text = written(&rows, separator, always_quoted, end);
        // Three letters of the old kind can be one of the new: nobody could tell which was meant.
        prop_assume!(!old || text.is_ascii() || std::str::from_utf8(&in_old_bytes(&text)).is_err());
        let bytes = match (old, marked) {
            (true, _) => in_old_bytes(&text),
            (false, true) => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            (false, false) => text.into_bytes(),
        };
        let read = brought(&decode(&bytes).0, &area());
        let mut kept = Vec::new();
        for (sector, leads, organisation, answers, comment) in &rows {
            // The last statement is asked of leaders only, and a row that says nothing is left out.
            let mut answers: String = answers.iter().collect();
            if !leads {
                answers.replace_range(3.., ".");
            }
            if answers != "...." || !comment.is_empty() {
                let sector = sector.map(|at| Area::named("").sectors[at].id.clone());
                kept.push((sector, organisation.clone(), answers, comment.clone()));
            }
        }
        let came: Vec<_> = read
            .added
            .iter()
            .map(|response| {
                let comment = response.comments.values().next().cloned().unwrap_or_default();
                let person = &response.respondent;
                (person.sector.clone(), person.organisation.clone(), answers(response), comment)
            })
            .collect();
        prop_assert_eq!(came, kept);
    }

    #[test]
    fn no_text_and_no_bytes_are_too_odd_to_read(bytes: Vec<u8>, text in "[\"a1;,\t\r\n=. -]{0,60}") {
        for text in [decode(&bytes).0, text] {
            if let Ok(table) = Table::read(&text) {
                brought(&text, &area());
                prop_assert!(table.rows.iter().all(|row| row.cells.len() == table.heads.len()));
            }
        }
    }
}
