//! Arguments as typed.

mod packs;
mod read;
mod score;
mod values;

use clap::{
    ArgMatches, Args as Group, CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum as _,
};

use super::spoken;
use super::wanted;
use crate::text::Lang as Language;

pub(super) use packs::{ExplainArgs, PacksArgs, PacksCommand, WeightsArgs};
pub(super) use read::{CompareArgs, ReadArgs, TextArgs};
pub(super) use score::{ScoreArgs, WaiversArgs, WaiversCommand};
pub(super) use values::{Colour, Lang, LimitArgs};

/// 法治政府建设年度报告的合规评分工具。
///
/// Scores annual reports on building a law-based government.
#[derive(Debug, Parser)]
#[command(name = "lawcheck", version, about, disable_help_subcommand = true)]
pub(super) struct Args {
    /// 界面语言:zh、en(默认 zh)
    ///
    /// Language: zh, en (default zh)
    #[arg(long, value_enum, global = true)]
    pub(super) lang: Option<Lang>,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// The parser, in one language.
pub(super) fn command(lang: Language) -> clap::Command {
    spoken::speak(Args::command(), lang)
}

/// Parse the command line. Which output goes with which format shows only in the order in which they were typed.
pub(super) fn parse(lang: Language) -> anyhow::Result<Args> {
    let matches = command(lang).try_get_matches()?;
    let mut args = Args::from_arg_matches(&matches)?;
    if let (Command::Score(score), Some(("score", matches))) = (&mut args.command, matches.subcommand()) {
        let typed = |name, values: &[String]| placed(matches, name, values);
        let paired = wanted::pair(&typed("format", &score.format), &typed("output", &score.output));
        score.wanted = paired?;
    }
    Ok(args)
}

/// The language that is asked for, before anything else is known of the command line.
pub(super) fn asked() -> Option<Language> {
    let typed: Vec<String> = std::env::args_os().map(|a| a.to_string_lossy().into_owned()).collect();
    let word = typed.iter().enumerate().find_map(|(at, arg)| match arg.strip_prefix("--lang") {
        Some("") => typed.get(at + 1).map(String::as_str),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    });
    Lang::from_str(word?, true).ok().map(Into::into)
}

/// Values of an option with their places on the command line.
fn placed(matches: &ArgMatches, name: &str, values: &[String]) -> Vec<(usize, String)> {
    matches.indices_of(name).into_iter().flatten().zip(values.iter().cloned()).collect()
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// 给报告评分
    ///
    /// Score reports
    Score(Box<ScoreArgs>),
    /// 显示报告是怎样被理解的:元数据、标题层次、五部分、数字关系
    ///
    /// Show how a report was understood: metadata, headings, the five parts, relations between figures
    Outline(ReadArgs),
    /// 显示读到的文字,每段一行
    ///
    /// Show the text as it was read, one paragraph a line
    Text(TextArgs),
    /// 今年的报告同上年的比较
    ///
    /// Compare this year's report with last year's
    Compare(CompareArgs),
    /// 检查豁免文件
    ///
    /// Check a waivers file
    Waivers(WaiversArgs),
    /// 说明一条规则:要求、依据、判法、示例
    ///
    /// Explain a rule: what it asks, its basis, how it is judged, examples
    Explain(ExplainArgs),
    /// 规则包:列出、检查、测试
    ///
    /// Packs: list, check, test
    Packs(PacksArgs),
    /// 输出命令行补全脚本
    ///
    /// Print completions for a shell
    Completions(CompletionArgs),
    /// 重写 docs/ 里由程序生成的页面
    ///
    /// Rewrite the generated pages of docs/
    Generate(GenerateArgs),
}

#[derive(Debug, Group)]
pub(super) struct CompletionArgs {
    /// bash、zsh、fish、powershell、elvish
    ///
    /// bash, zsh, fish, powershell, elvish
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, Group)]
pub(super) struct GenerateArgs {
    /// 只检查是否过期,不改写
    ///
    /// Only check whether they are current
    #[arg(long)]
    pub(super) check: bool,
}
