//! Which formats are wanted, and where each goes.
//!
//! Comes in: `--format` and `--output` as typed. Goes out: pairs that can work, or why they cannot.

use anyhow::Result;

use super::terminal;
use crate::host::fault::usage;
use crate::write::{WRITERS, Writer, writer};

/// A format and the file it goes to; none is standard output.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    /// Word of the format.
    pub(super) format: String,
    /// The file.
    pub(super) output: Option<String>,
}

impl Wanted {
    /// The printed scorecard on standard output: what a person gets who asks for nothing.
    pub(super) fn table() -> Wanted {
        Wanted { format: "table".to_string(), output: None }
    }
}

/// Pair formats and outputs as they stand on the command line: an output belongs to the format before it.
pub(super) fn pair(formats: &[(usize, String)], outputs: &[(usize, String)]) -> Result<Vec<Wanted>> {
    let mut wanted: Vec<Wanted> =
        formats.iter().map(|(_, format)| Wanted { format: format.clone(), output: None }).collect();
    if wanted.is_empty() && !outputs.is_empty() {
        wanted.push(Wanted::table());
    }
    for (at, path) in outputs {
        let before = formats.iter().filter(|(f, _)| f < at).count().max(1);
        let Some(slot) = wanted.get_mut(before - 1) else { continue };
        if slot.output.replace(path.clone()).is_some() {
            let format = &slot.format;
            return Err(usage((
                format!("格式 {format} 有两个 --output;每个 --output 写在它的 --format 之后"),
                format!("the format {format} has two --output; write each --output after its --format"),
            )));
        }
    }
    Ok(wanted)
}

/// Look up the formats and refuse what cannot work, before any report is read.
pub(super) fn check(wanted: &[Wanted]) -> Result<Vec<&'static dyn Writer>> {
    let mut writers = Vec::new();
    for (at, one) in wanted.iter().enumerate() {
        let format = &one.format;
        let writer = writer(format).ok_or_else(|| {
            let known: Vec<&str> = WRITERS.iter().map(|w| w.format()).collect();
            usage((
                format!("没有“{format}”这种输出格式;可用:{}", known.join("、")),
                format!("no output format “{format}”; known: {}", known.join(", ")),
            ))
        })?;
        if wanted.iter().take(at).any(|other| other.output == one.output) {
            let place = one.output.as_deref();
            let (zh, en) = (place.unwrap_or("标准输出"), place.unwrap_or("standard output"));
            return Err(usage((
                format!("两种格式都要写到{zh};请给每个 --format 写自己的 --output"),
                format!("two formats would go to {en}; give every --format its own --output"),
            )));
        }
        if one.output.is_none() && writer.binary() && terminal::is_terminal() {
            return Err(usage((
                format!("{format} 不能显示在终端上;请用 --output 写到文件"),
                format!("{format} cannot be shown on a terminal; write it to a file with --output"),
            )));
        }
        writers.push(writer);
    }
    Ok(writers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(words: &[(usize, &str)]) -> Vec<(usize, String)> {
        words.iter().map(|(at, word)| (*at, (*word).to_string())).collect()
    }

    fn shown(wanted: &[Wanted]) -> Vec<(&str, Option<&str>)> {
        wanted.iter().map(|w| (w.format.as_str(), w.output.as_deref())).collect()
    }

    #[test]
    fn an_output_belongs_to_the_format_before_it() {
        let wanted = pair(
            &typed(&[(1, "github"), (3, "sarif"), (7, "html")]),
            &typed(&[(5, "x.sarif"), (9, "x.html")]),
        );
        assert_eq!(
            shown(&wanted.unwrap()),
            [("github", None), ("sarif", Some("x.sarif")), ("html", Some("x.html"))]
        );
    }

    #[test]
    fn one_format_takes_an_output_on_either_side() {
        assert_eq!(shown(&pair(&typed(&[(3, "json")]), &typed(&[(1, "a")])).unwrap()), [("json", Some("a"))]);
        assert_eq!(shown(&pair(&[], &typed(&[(1, "a")])).unwrap()), [("table", Some("a"))]);
    }

    #[test]
    fn two_outputs_for_one_format_are_refused() {
        assert!(pair(&typed(&[(1, "json")]), &typed(&[(3, "a"), (5, "b")])).is_err());
    }

    #[test]
    fn two_formats_do_not_share_a_place() {
        let twice = pair(&typed(&[(1, "json"), (2, "table")]), &[]).unwrap();
        assert!(check(&twice).is_err());
    }
}
