//! The forms in which due dates are written, each with what it means, and what goes before the words.

mod dated;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn by(text: &str) -> Due {
    Due::By(day(text))
}

fn ongoing(first: &str) -> Due {
    Due::Ongoing { first: Some(day(first)) }
}

fn recurring(first: &str) -> Due {
    Due::Recurring { first: Some(day(first)) }
}

const ON: Due = Due::Ongoing { first: None };
const AGAIN: Due = Due::Recurring { first: None };

fn either(one: &str, other: &str) -> Due {
    Due::Asks(Question::EitherDay(day(one), day(other)))
}

fn day_or_year(last: &str, of_month: u32, within: Option<&str>) -> Due {
    Due::Asks(Question::DayOrYear { month: day(last), day: of_month, within: within.map(day) })
}

fn check(table: &[(&str, Due)], period: Option<Period>) {
    let wrong: Vec<String> = table
        .iter()
        .filter(|(written, meaning)| Due::read(written, period) != *meaning)
        .map(|(written, meaning)| format!("{written}: {:?}, not {meaning:?}", Due::read(written, period)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_forms_of_real_plans() {
    check(
        &[
            ("Oct-09", by("2009-10-31")),
            ("Nov-09", by("2009-11-30")),
            ("Feb-10", by("2010-02-28")),
            ("Apr-10", by("2010-04-30")),
            ("2011", by("2011-12-31")),
            ("on-going", ON),
            ("30th Oct 2009", by("2009-10-30")),
            ("31st Dec 2009", by("2009-12-31")),
            ("9th Dec \u{2018}08", by("2008-12-09")),
            ("5th Jan \u{2018}09", by("2009-01-05")),
            ("12th Jan \u{2018}09", by("2009-01-12")),
            ("W/B 26th January \u{2018}09", by("2009-01-30")),
            ("February \u{2018}09", by("2009-02-28")),
            ("W/B 9th Feb \u{2018}09", by("2009-02-13")),
            ("February / March \u{2018}09", by("2009-03-31")),
            ("March \u{2019}09 ", by("2009-03-31")),
            ("March / April \u{2018}09", by("2009-04-30")),
            ("May / June \u{2018}09", by("2009-06-30")),
            ("12th June \u{2018}09", by("2009-06-12")),
            ("Sept 2013", by("2013-09-30")),
            ("December 2014", by("2014-12-31")),
            ("Within 3 months following undertaking formal training", Due::Dependent),
            ("With 3 months of training being undertaken", Due::Dependent),
            ("April 2013, annual review", recurring("2013-04-30")),
            ("At bi monthly meetings", AGAIN),
            ("Bi monthly", AGAIN),
            ("Quarterly", AGAIN),
            ("Two per annum and ongoing", AGAIN),
            ("Two per annum", AGAIN),
            ("As required", Due::Dependent),
            ("Following learning and development", Due::Dependent),
            ("Following", Due::Dependent),
            ("Align with LTP timeframe when known", Due::Dependent),
            ("Align to the business planning cycle", Due::Dependent),
            ("ongoing", ON),
            ("Ongoing", ON),
            ("Dec 2014 and ongoing", ongoing("2014-12-31")),
            ("Oct 2012 Commence delivery", by("2012-10-31")),
            ("Oct 2012 - delivery", by("2012-10-31")),
            ("Autumn 2009", by("2009-11-30")),
            ("February and March 2010", by("2010-03-31")),
            ("Early Summer 2010", by("2010-06-30")),
            ("Summer 2010", by("2010-08-31")),
            ("January 2011 onwards?", ongoing("2011-01-31")),
            ("Autumn 2010 For implementation January 2011 onwards?", ongoing("2010-11-30")),
            ("by the end of December 2008", by("2008-12-31")),
            ("1 June 2009", by("2009-06-01")),
            ("18th Sept.", Due::AsWritten),
            ("", Due::NotSaid),
        ],
        None,
    );
}

#[test]
fn work_without_one_last_day() {
    check(
        &[
            ("On going", ON),
            ("ON\u{2011}GOING", ON),
            ("Ongoing.", ON),
            ("continuous", ON),
            ("Rolling programme", ON),
            ("Ongoing from April 2010", ongoing("2010-04-30")),
            ("From April 2010", ongoing("2010-04-30")),
            ("Starting Sept '10", ongoing("2010-09-30")),
            ("2011 and on-going", ongoing("2011-12-31")),
            ("Ongoing until March 2011", by("2011-03-31")),
            ("Annually", AGAIN),
            ("monthly", AGAIN),
            ("Half-yearly", AGAIN),
            ("2 p.a.", AGAIN),
            ("Twice a year", AGAIN),
            ("three times a term", AGAIN),
            ("Every six weeks", AGAIN),
            ("Every other month", AGAIN),
            ("each term", AGAIN),
            ("At team meetings", AGAIN),
            ("6 monthly", AGAIN),
            ("Quarterly from April 2010", recurring("2010-04-30")),
            ("Annual Report: 30 June 2010", recurring("2010-06-30")),
            ("Quarterly from Aprl 2010", AGAIN),
            ("Within one month of appointment", Due::Dependent),
            ("3 months after launch", Due::Dependent),
            ("Two school terms from approval", Due::Dependent),
            ("After the launch", Due::Dependent),
            ("Once agreed", Due::Dependent),
            ("Subject to funding", Due::Dependent),
            ("Dependant on 2.2.1", Due::Dependent),
            ("As and when needed", Due::Dependent),
            ("In line with the CYPP", Due::Dependent),
            ("On completion of training", Due::Dependent),
            ("Following agreement by the Executive on 10 July 2009", Due::Dependent),
        ],
        None,
    );
}

#[test]
fn what_cannot_be_told_stays_as_written() {
    let table = [
        "ASAP",
        "As soon as possible",
        "TBC",
        "Immediate",
        "n/a",
        "Summer",
        "March",
        "5 March",
        "10/11",
        "10-09",
        "Year 2",
        "Phase 2 March 2010",
        "1.7.2",
        "Januray 2010",
        "31 Febuary 2010",
        "Marhc / 2010",
        "Sept 2013 - Marhc 14",
        "marching 2010",
        "\u{e9}-09",
        "After March 2010",
        "Before March 2010",
        "Not before March 2010",
        "June 2010 at the earliest",
        "3010",
        "March 3010",
        "12345678",
        "31 March 2010/11",
        "Oct 2009 12",
        "q5 2010/11",
        "the end of time",
        "first half of 2010",
        "First week in March 2010",
        "October half term 2010",
        "Januray of 2010",
    ];
    check(&table.map(|written| (written, Due::AsWritten)), None);
    check(&["", "  \u{a0}", "-", "\u{2013}", "?"].map(|written| (written, Due::NotSaid)), None);
}

#[test]
fn a_month_with_two_digits_is_a_year_of_the_plan_or_is_asked_about() {
    let plan = |from, to| Some(Period { from: day(from), to: day(to) });
    let three_years = [
        ("March 13", by("2013-03-31")),
        ("Dec 12", by("2012-12-31")),
        ("Sept 13", by("2013-09-30")),
        ("March 14", by("2014-03-31")),
        ("April 12", by("2012-04-30")),
        ("March 15", by("2015-03-31")),
        ("Mar. 13", by("2013-03-31")),
        ("Oct 12 - March 13", by("2013-03-31")),
        ("February / March 13", by("2013-03-31")),
        ("April 15", day_or_year("2015-04-30", 15, None)),
        ("March 12", day_or_year("2012-03-31", 12, None)),
        ("13 March", Due::AsWritten),
        ("March 5", Due::AsWritten),
    ];
    check(&three_years, plan("2012-04-01", "2015-03-31"));
    let one_year = [
        ("March 13", day_or_year("2013-03-31", 13, Some("2010-03-13"))),
        ("March 10", by("2010-03-31")),
        ("13 March", by("2010-03-13")),
        ("March 5", by("2010-03-05")),
        ("March 13th", by("2010-03-13")),
        ("13-Mar", by("2010-03-13")),
        ("18th Sept.", by("2009-09-18")),
        ("W/B 26th January", by("2010-01-29")),
        ("March", Due::AsWritten),
    ];
    check(&one_year, plan("2009-04-01", "2010-03-31"));
    let without = [
        ("March 13", day_or_year("2013-03-31", 13, None)),
        ("Dec 12", day_or_year("2012-12-31", 12, None)),
        ("by march 13", day_or_year("2013-03-31", 13, None)),
        ("March-13", by("2013-03-31")),
        ("March '13", by("2013-03-31")),
        ("March 13, annual review", AGAIN),
    ];
    check(&without, None);
    let mid_month = plan("2013-03-31", "2013-04-01");
    check(&[("March 13", by("2013-03-31")), ("April 13", by("2013-04-30"))], mid_month);
    check(&[("March 13", day_or_year("2013-03-31", 13, None))], plan("2015-03-31", "2012-04-01"));
}

#[test]
fn a_correction_goes_before_the_words() {
    let may = day("2010-05-31");
    let table = [
        ("March 13", Meant::By(may), Due::By(may)),
        ("", Meant::By(may), Due::By(may)),
        ("31/02/2010", Meant::By(may), Due::By(may)),
        ("March 2010", Meant::Ongoing, ON),
        ("March 2010", Meant::Recurring, AGAIN),
        ("March 2010", Meant::Dependent, Due::Dependent),
        ("March 2010", Meant::Undated, Due::AsWritten),
        ("", Meant::Undated, Due::NotSaid),
        ("Dec 2014 and ongoing", Meant::Ongoing, ongoing("2014-12-31")),
        ("April 2013, annual review", Meant::Recurring, recurring("2013-04-30")),
        ("Dec 2014 and ongoing", Meant::Recurring, AGAIN),
    ];
    for (written, meant, due) in table {
        assert_eq!(Due::of(written, Some(meant), None), due, "{written}, {meant:?}");
    }
    assert_eq!(Reading::of("May 2010", Some(Meant::By(may)), None).because, Because::Written);
    assert_eq!(Reading::of("June 2010", Some(Meant::By(may)), None).because, Because::Person);
}

#[test]
fn a_day_is_read_only_when_it_is_written_in_full() {
    let friday = Some(day("2010-01-29"));
    for written in ["29 January 2010", " 29th jan 2010", "29/1/10", "2010-01-29", "Friday 29 January '10"] {
        assert_eq!(read_day(written), friday, "{written}");
    }
    let others = ["", "Jan-10", "2010", "30/02/2010", "yesterday", "on-going", "w/e 29/1/10 or so", "1 to 29 Jan 2010"];
    for written in others {
        assert_eq!(read_day(written), None, "{written}");
    }
    assert_eq!(read_day("by 29 January 2010"), None);
}

#[test]
fn only_a_last_day_can_pass() {
    let october = Due::read("Oct-09", None);
    assert!(!october.is_past(day("2009-10-30")));
    assert!(!october.is_past(day("2009-10-31")));
    assert!(october.is_past(day("2009-11-01")));
    for written in
        ["on-going", "Dec 2009 and ongoing", "Jan 2009, annual review", "After launch", "March 09", "31/2/09"]
    {
        assert!(!Due::read(written, None).is_past(day("2100-01-01")), "{written}");
    }
    assert_eq!(Due::read("Dec 2009 and ongoing", None).day(), Some(day("2009-12-31")));
    assert_eq!(Due::read("Jan 2009, annual review", None).day(), Some(day("2009-01-31")));
}
