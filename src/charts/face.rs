//! Faces for the five scores: the same head five times, and a mouth from turned down to a wide smile. They have no colour but
//! the ink, so that none looks right or wrong, and they never stand without their word.

use std::fmt::Write;

use super::path::number;

/// A face as SVG text, to stand beside its word: it says nothing to who hears the page. `score` is 1 to 5.
pub fn face(score: u8) -> String {
    // How far the middle of the mouth lies beneath its corners, in units of the picture.
    let bend = 7.0 * (f64::from(score.clamp(1, 5)) - 3.0);
    let corners = 65.0 - bend / 2.5;
    let mouth = format!("M31 {}Q50 {} 69 {}", number(corners), number(corners + bend * 1.6), number(corners));
    let mut svg = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\" aria-hidden=\"true\" focusable=\"false\">\
         <circle cx=\"50\" cy=\"50\" r=\"45\" fill=\"#ffffff\" stroke=\"#0b0c0c\" stroke-width=\"4\"/>\
         <circle cx=\"35\" cy=\"40\" r=\"5\" fill=\"#0b0c0c\"/><circle cx=\"65\" cy=\"40\" r=\"5\" fill=\"#0b0c0c\"/>",
    );
    let _ = write!(
        svg,
        "<path d=\"{mouth}\" fill=\"none\" stroke=\"#0b0c0c\" stroke-width=\"5\" stroke-linecap=\"round\"/></svg>"
    );
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_score_has_a_mouth_of_its_own_and_nothing_else_differs() {
        let faces: Vec<String> = (1..=5).map(face).collect();
        let heads: Vec<&str> = faces.iter().map(|face| face.split_once("<path").unwrap().0).collect();
        assert!(heads.windows(2).all(|pair| pair[0] == pair[1]));
        let mut mouths = faces.clone();
        mouths.dedup();
        assert_eq!(mouths.len(), 5);
        assert!(faces[2].contains("M31 65Q50 65 69 65"), "the middle one has a straight mouth: {}", faces[2]);
        assert_eq!((face(0), face(9)), (face(1), face(5)));
    }
}
