//! Limits of reading that the user lowers.
//!
//! Comes in: `NAME=VALUE` as typed, or as written in `lawcheck.yaml`. Goes out: the limits of the run, or what is wrong.

use anyhow::Result;

use super::args::LimitArgs;
use crate::host::fault::usage;
use crate::read::{Limit, Limits};
use crate::text::Words;

/// The limits of a run.
pub(super) fn limits(args: &LimitArgs) -> Result<Limits> {
    lowered(&args.limit).map_err(usage)
}

/// The built-in limits with these lowered. A later value of the same limit wins.
pub(super) fn lowered(typed: &[String]) -> Result<Limits, Words> {
    let mut limits = Limits::default();
    for text in typed {
        let (limit, value) = parse(text)?;
        limits.lower(limit, value);
    }
    Ok(limits)
}

fn parse(text: &str) -> Result<(Limit, u64), Words> {
    let form = || {
        Words::new(
            format!("限额应写成 名称=数,这里是“{text}”"),
            format!("a limit is written NAME=VALUE, not \"{text}\""),
        )
    };
    let (name, value) = text.split_once('=').ok_or_else(form)?;
    let Some(limit) = Limit::of(name) else {
        let known: Vec<&str> = Limit::ALL.iter().map(|l| l.word()).collect();
        return Err(Words::new(
            format!("没有“{name}”这种限额;可用:{}", known.join("、")),
            format!("there is no limit \"{name}\"; known: {}", known.join(", ")),
        ));
    };
    let value = value.parse().map_err(|_| form())?;
    let (most, unit) = (limit.default_value(), limit.unit());
    if value > most {
        return Err(Words::new(
            format!("限额 {name} 只能调低,最大 {most} {unit},这里是 {value}"),
            format!("limit {name} can only be lowered: at most {most}, not {value}"),
        ));
    }
    Ok((limit, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        lowered(&[text.to_string()]).map_or_else(|e| e.zh, |_| String::new())
    }

    #[test]
    fn every_limit_can_be_lowered_and_none_raised() {
        for limit in Limit::ALL {
            let most = limit.default_value();
            let limits = lowered(&[format!("{}={}", limit.word(), most - 1)]).unwrap();
            assert_eq!(limits.get(limit), most - 1);
            assert_eq!(said(&format!("{}={most}", limit.word())), "");
            assert!(said(&format!("{}={}", limit.word(), most + 1)).contains(&format!("最大 {most} ")));
        }
    }

    #[test]
    fn the_last_value_wins() {
        let typed = ["pages=5", "work=9", "pages=70"].map(str::to_string);
        let limits = lowered(&typed).unwrap();
        assert_eq!((limits.get(Limit::Pages), limits.get(Limit::Work)), (70, 9));
    }

    #[test]
    fn what_is_no_limit_is_told() {
        assert!(said("page=5").contains("bytes、part_bytes"));
        for text in ["pages", "pages=", "pages=-1", "pages=many", "pages=1.5"] {
            assert!(said(text).contains(text), "{text}");
        }
    }
}
