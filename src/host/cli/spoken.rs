//! The command line in the language of the user: help, and what is wrong with what was typed.
//!
//! Comes in: the parser, whose doc comments hold Chinese in their first paragraph and English in their second. Goes
//! out: the parser with one of the two, and its errors as sentences.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};

use crate::text::{Lang, Speak as _, Words};

/// Headings and fixed options.
struct Headings {
    template: &'static str,
    commands: &'static str,
    command: &'static str,
    arguments: &'static str,
    options: &'static str,
    help: &'static str,
    version: &'static str,
}

const CHINESE: Headings = Headings {
    template: "{about-with-newline}\n用法: {usage}\n\n{all-args}{after-help}",
    commands: "命令",
    command: "命令",
    arguments: "参数",
    options: "选项",
    help: "显示帮助",
    version: "显示版本",
};

const ENGLISH: Headings = Headings {
    template: "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}",
    commands: "Commands",
    command: "COMMAND",
    arguments: "Arguments",
    options: "Options",
    help: "Print help",
    version: "Print version",
};

/// The parser in one language.
pub(super) fn speak(command: Command, lang: Lang) -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let version = version.help(headings(lang).version).help_heading(headings(lang).options);
    level(command.disable_version_flag(true), lang).arg(version)
}

fn headings(lang: Lang) -> &'static Headings {
    match lang {
        Lang::Zh => &CHINESE,
        Lang::En => &ENGLISH,
    }
}

fn level(command: Command, lang: Lang) -> Command {
    let words = headings(lang);
    let about = chosen(command.get_long_about().or(command.get_about()), lang);
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    command
        .about(about)
        .long_about(None)
        .help_template(words.template)
        .subcommand_help_heading(words.commands)
        .subcommand_value_name(words.command)
        .disable_help_flag(true)
        .mut_args(|arg| argument(arg, lang))
        .arg(help.help(words.help).help_heading(words.options))
        .mut_subcommands(|sub| level(sub, lang))
}

fn argument(arg: Arg, lang: Lang) -> Arg {
    let words = headings(lang);
    let heading = if arg.is_positional() { words.arguments } else { words.options };
    let help = chosen(arg.get_long_help().or(arg.get_help()), lang);
    let arg = arg.help(help).long_help(None).help_heading(heading);
    if !arg.get_action().takes_values() {
        return arg;
    }
    // The help names values and defaults in the user's language.
    arg.hide_possible_values(true).hide_default_value(true)
}

/// One of the two paragraphs.
fn chosen(help: Option<&StyledStr>, lang: Lang) -> String {
    let both = help.map(ToString::to_string).unwrap_or_default();
    let (zh, en) = both.split_once("\n\n").unwrap_or((&both, &both));
    match lang {
        Lang::Zh => zh.to_string(),
        Lang::En => en.to_string(),
    }
}

/// Help and version as they are printed.
pub(super) fn page(shown: &clap::Error, lang: Lang, colour: bool) -> String {
    let page = shown.render();
    let page = if colour { page.ansi().to_string() } else { page.to_string() };
    match lang {
        Lang::Zh => page.replace("[OPTIONS]", "[选项]"),
        Lang::En => page,
    }
}

/// What is wrong with what was typed, and where help is.
pub(super) fn fault(error: &clap::Error, lang: Lang) -> String {
    let usage = text(error, ContextKind::Usage).unwrap_or_default();
    let usage = usage.trim_start_matches("Usage: ");
    let said = sentence(error).say(lang);
    match lang {
        _ if usage.is_empty() => said,
        Lang::Zh => format!("{said}\n用法: {}\n用 --help 查看全部选项", usage.replace("[OPTIONS]", "[选项]")),
        Lang::En => format!("{said}\nUsage: {usage}\nuse --help to see all options"),
    }
}

fn sentence(error: &clap::Error) -> Words {
    let arg = text(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = text(error, ContextKind::InvalidValue).unwrap_or_default();
    let prior = text(error, ContextKind::PriorArg).unwrap_or_default();
    let said = match error.kind() {
        ErrorKind::UnknownArgument => (format!("没有“{arg}”这个选项"), format!("no option “{arg}”")),
        ErrorKind::InvalidSubcommand => {
            let name = text(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            (format!("没有“{name}”这个命令"), format!("no command “{name}”"))
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            (format!("{arg} 后面要有一个值"), format!("{arg} needs a value"))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            (format!("{arg} 不能是“{value}”"), format!("{arg} cannot be “{value}”"))
        }
        ErrorKind::MissingRequiredArgument => (format!("缺少 {arg}"), format!("missing: {arg}")),
        ErrorKind::MissingSubcommand => ("缺少命令".to_string(), "missing command".to_string()),
        ErrorKind::ArgumentConflict if prior == arg || prior.is_empty() => {
            (format!("{arg} 只能写一次"), format!("{arg} can be given only once"))
        }
        ErrorKind::ArgumentConflict => {
            (format!("{arg} 不能同 {prior} 一起用"), format!("{arg} cannot be used with {prior}"))
        }
        ErrorKind::TooManyValues => {
            (format!("多出的值“{value}”({arg})"), format!("unexpected value “{value}” ({arg})"))
        }
        ErrorKind::InvalidUtf8 => ("参数不是 UTF-8".to_string(), "an argument is not UTF-8".to_string()),
        _ => (format!("写法有误:{arg} {value}"), format!("wrong usage: {arg} {value}")),
    };
    let hint = hint(error);
    Words::new(said.0 + &hint.zh, said.1 + &hint.en)
}

/// What may have been meant, or what may stand there.
fn hint(error: &clap::Error) -> Words {
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(near) = near.into_iter().find_map(|kind| text(error, kind)).filter(|n| !n.is_empty()) {
        return Words::new(format!(";是否想写“{near}”"), format!("; did you mean “{near}”?"));
    }
    match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(known)) if !known.is_empty() => {
            Words::new(format!(";可用:{}", known.join("、")), format!("; known: {}", known.join(", ")))
        }
        _ => Words::default(),
    }
}

fn text(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(one) => Some(one.clone()),
        ContextValue::Strings(many) => Some(many.join(" ")),
        ContextValue::StyledStr(styled) => Some(styled.to_string()),
        ContextValue::StyledStrs(many) => many.first().map(ToString::to_string),
        _ => None,
    }
}
