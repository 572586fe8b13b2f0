//! Fonts, colours and borders of the workbook.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};
use unicode_width::UnicodeWidthStr as _;

const LINE: Color = Color::RGB(0xD9_D4_C8);
const SEAL: Color = Color::RGB(0xA3_31_2A);

/// Height of a line, in points.
const TALL: u32 = 15;
/// Highest row that a sheet can have, in points.
const HIGHEST: u32 = 409;

/// The height of a row that shows these words in a column of a width: not every program fits rows by itself.
pub(super) fn height(words: &str, width: u16) -> u32 {
    let columns = usize::from(width).saturating_sub(1).max(1);
    let lines: usize = words.split('\n').map(|line| line.width().div_ceil(columns).max(1)).sum();
    (lines as u32).saturating_mul(TALL).saturating_add(4).min(HIGHEST)
}

/// The cell formats.
pub(super) struct Formats {
    /// Title of a sheet.
    pub(super) title: Format,
    /// Remarks in small print.
    pub(super) faint: Format,
    /// Head of a column.
    pub(super) head: Format,
    /// Words of this program.
    pub(super) text: Format,
    /// Words of a report; never a formula, even when somebody edits the cell.
    pub(super) quoted: Format,
    /// Short words in the middle.
    pub(super) middle: Format,
    /// Whole numbers.
    pub(super) count: Format,
    /// Points.
    pub(super) points: Format,
    /// The score.
    pub(super) score: Format,
    /// A cell to edit.
    pub(super) input: Format,
    /// A share to edit.
    pub(super) input_share: Format,
    /// Good, doubtful, bad.
    pub(super) lights: [Format; 3],
    /// Numbers of the working.
    pub(super) working: Format,
}

/// The font that every Chinese Windows has; others fall back by the character set.
pub(super) fn base() -> Format {
    Format::new()
        .set_font_name("微软雅黑")
        .set_font_size(10)
        .set_font_charset(134)
        .set_font_family(2)
        .set_align(FormatAlign::VerticalCenter)
}

impl Formats {
    pub(super) fn new() -> Formats {
        let cell =
            || base().set_border(FormatBorder::Thin).set_border_color(LINE).set_align(FormatAlign::Top);
        let right = || cell().set_align(FormatAlign::Right);
        let middle = || cell().set_align(FormatAlign::Center);
        let input = || right().set_background_color(Color::RGB(0xFF_F4_C9)).set_unlocked();
        let light = |back: u32, ink: u32| {
            middle().set_background_color(Color::RGB(back)).set_font_color(Color::RGB(ink))
        };
        Formats {
            title: base().set_bold().set_font_size(14).set_font_color(SEAL),
            faint: base().set_font_color(Color::RGB(0x69_71_7B)),
            head: cell()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0xEF_EC_E4)),
            text: cell().set_text_wrap(),
            quoted: cell().set_text_wrap().set_quote_prefix(),
            middle: middle(),
            count: right().set_num_format("0"),
            points: right().set_num_format("0.00"),
            score: right().set_num_format("0.00").set_bold(),
            input: input().set_num_format("0"),
            input_share: input().set_num_format("0.00%"),
            lights: [
                light(0xE3_F0_EA, 0x2B_66_53),
                light(0xFB_F0_D9, 0x8F_5F_10),
                light(0xFB_E9_E6, 0xA3_31_2A),
            ],
            working: base().set_font_color(Color::RGB(0x69_71_7B)).set_num_format("0"),
        }
    }
}
