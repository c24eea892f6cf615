//! Colours: the palette that keeps any colour that comes in readable on screen, on paper and in grey.

/// The text colour of all charts.
pub(super) const TEXT: Rgb = Rgb(0x0b, 0x0c, 0x0c);
/// The colour behind all charts.
pub(super) const PAPER: Rgb = Rgb(0xff, 0xff, 0xff);
/// Stands in for a colour that cannot be read.
const NEUTRAL: Rgb = Rgb(0x50, 0x5a, 0x5f);

/// The colours that one shape is drawn in, each as `#rrggbb`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    /// The colour as it came in: what is filled.
    pub fill: String,
    /// The same hue, dark enough for outlines: at least 4.5:1 against white, and more than 3:1 against the tint.
    pub ink: String,
    /// The same hue, light enough for dark text to stand on: more than 15:1 against the text.
    pub tint: String,
}

impl Palette {
    /// Makes the palette of a colour written `#rrggbb`; a colour that cannot be read gives a neutral grey.
    pub(super) fn of(colour: &str) -> Self {
        let fill = Rgb::read(colour);
        let ink = if fill.contrast(PAPER) >= INK { fill } else { fill.at_contrast(INK) };
        Self { fill: fill.hex(), ink: ink.hex(), tint: fill.at_contrast(TINT).hex() }
    }
}

/// Contrast of outlines against white. The margin above 4.5 covers rounding to whole channels.
const INK: f64 = 4.6;
/// Contrast of tints against white: the same lightness for every hue, so that no band shouts.
const TINT: f64 = 1.16;

/// A colour in sRGB, a channel 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rgb(pub(super) u8, pub(super) u8, pub(super) u8);

impl Rgb {
    /// Reads `#rrggbb`; anything else is the neutral grey.
    pub(super) fn read(text: &str) -> Self {
        let channel = |from: usize| {
            let digits = text.get(from..from + 2)?;
            u8::from_str_radix(digits, 16).ok()
        };
        let hex =
            text.strip_prefix('#').is_some_and(|rest| rest.len() == 6 && rest.bytes().all(|b| b.is_ascii_hexdigit()));
        match (hex, channel(1), channel(3), channel(5)) {
            (true, Some(r), Some(g), Some(b)) => Self(r, g, b),
            _ => NEUTRAL,
        }
    }

    /// Writes the colour as `#rrggbb`.
    pub(super) fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// The contrast ratio of two colours as WCAG 2 defines it, 1 to 21.
    pub(super) fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The same hue at the given contrast against white (1 to 21), made by adding white or black.
    pub(super) fn at_contrast(self, wanted: f64) -> Self {
        let end = if self.contrast(PAPER) > wanted { PAPER } else { Self(0, 0, 0) };
        // Halving 8-bit steps: the mix is monotonic in its share, so bisection finds the nearest step.
        let (mut near, mut far) = (0.0, 1.0);
        for _ in 0..12 {
            let middle = (near + far) / 2.0;
            let reached = self.mix(end, middle).contrast(PAPER);
            let passed = if end == PAPER { reached <= wanted } else { reached >= wanted };
            if passed {
                far = middle;
            } else {
                near = middle;
            }
        }
        self.mix(end, far)
    }

    /// White or black, whichever stands out more: always above 4.5:1.
    pub(super) fn text_upon(self) -> Self {
        let black = Self(0, 0, 0);
        if self.contrast(PAPER) >= self.contrast(black) { PAPER } else { black }
    }

    fn mix(self, other: Self, share: f64) -> Self {
        let channel = |a: u8, b: u8| nearest(f64::from(a) + (f64::from(b) - f64::from(a)) * share);
        Self(channel(self.0, other.0), channel(self.1, other.1), channel(self.2, other.2))
    }

    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

/// The channel nearest to a value. A search, because a cast from a float to an integer may lose without a word.
fn nearest(value: f64) -> u8 {
    let (mut low, mut high) = (0_u8, u8::MAX);
    while low < high {
        let middle = low + (high - low) / 2;
        if f64::from(middle) + 0.5 < value {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}
