//! Files of every format, made by code: the same paragraphs in each, and hostile ones.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a fixture that cannot be made is a failed test")]

pub(crate) mod doc;
pub(crate) mod docx;
pub(crate) mod html;
pub(crate) mod locked;
pub(crate) mod mhtml;
pub(crate) mod odt;
pub(crate) mod ofd;
pub(crate) mod package;
pub(crate) mod pdf;
pub(crate) mod rtf;
pub(crate) mod word;

/// A report: heading level, if any, and the words with the number as it is printed.
pub(crate) type Report<'a> = &'a [(Option<u8>, &'a str)];

/// Escape text for XML.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

const DIGITS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// A Chinese number up to 19.
fn chinese(n: usize) -> String {
    match n {
        1..=10 => DIGITS[n - 1].to_string(),
        11..=19 => format!("十{}", DIGITS[n - 11]),
        _ => panic!("no such number: {n}"),
    }
}

/// Counts headings, to tell which typed numbers a list would give.
#[derive(Default)]
pub(crate) struct Outline {
    given: [usize; 2],
}

impl Outline {
    /// The words without their number, if the number is the next one of a list with 一、 and （一）.
    pub(crate) fn strip<'a>(&mut self, level: Option<u8>, text: &'a str) -> Option<&'a str> {
        let level = usize::from(level?);
        if !(1..=2).contains(&level) {
            return None;
        }
        let next = chinese(self.given[level - 1] + 1);
        let number = if level == 1 { format!("{next}、") } else { format!("\u{ff08}{next}\u{ff09}") };
        let rest = text.strip_prefix(&number)?;
        self.given[level - 1] += 1;
        if level == 1 {
            self.given[1] = 0;
        }
        Some(rest)
    }
}
