//! Arguments as typed.

use clap::{
    ArgMatches, Args as Group, CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum,
};

use super::spoken;
use super::wanted::{self, Wanted};
use crate::text::Lang as Language;

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

/// Settings of `score`; the same stand in `lawcheck.yaml`, and the command line wins.
#[derive(Clone, Debug, Default, Group)]
pub(super) struct ScoreArgs {
    /// 文件、文件夹(逐个读取,按名称排序)或 - (标准输入)
    ///
    /// Files, folders (walked in sorted order) or - (standard input)
    pub(super) paths: Vec<String>,
    /// 评分方案的名称或文件(默认 national)
    ///
    /// Profile, by name or file (default national)
    #[arg(long, value_name = "NAME|FILE")]
    pub(super) profile: Option<String>,
    /// 加一个规则包(可重复)
    ///
    /// Add a pack (repeatable)
    #[arg(long = "pack", value_name = "DIR")]
    pub(super) packs: Vec<String>,
    /// 输出格式(可重复,每个配自己的 --output)
    ///
    /// Output format (repeatable, each with its own --output)
    #[arg(long, value_name = "FORMAT")]
    pub(super) format: Vec<String>,
    /// 前一个 --format 写到这个文件(先写临时文件再改名);不写则到标准输出
    ///
    /// File for the --format before it (written as a whole or not at all); default standard output
    #[arg(long, value_name = "FILE")]
    pub(super) output: Vec<String>,
    /// The two above, paired.
    #[arg(skip)]
    pub(super) wanted: Vec<Wanted>,
    /// 低于这个分数即不通过
    ///
    /// Fail below this score
    #[arg(long, value_name = "N")]
    pub(super) fail_under: Option<u32>,
    /// 列出到这个分数最省的改法
    ///
    /// List the cheapest changes that reach this score
    #[arg(long, value_name = "N")]
    pub(super) target: Option<u32>,
    /// 规则包得分率的下限,写成 规则包=百分数(可重复)
    ///
    /// Lowest share of a pack, as PACK=percent (repeatable)
    #[arg(long, value_name = "PACK=N")]
    pub(super) floor: Vec<String>,
    /// 一票否决的规则(可重复,可用 * 结尾)
    ///
    /// Rules that fail a report by themselves (repeatable, may end with *)
    #[arg(long, value_name = "RULE")]
    pub(super) veto: Vec<String>,
    /// 比基线里的得分最多低几分
    ///
    /// Points that a report may lose against the baseline
    #[arg(long, value_name = "N")]
    pub(super) max_drop: Option<u32>,
    /// 豁免文件
    ///
    /// Waivers file
    #[arg(long, value_name = "FILE")]
    pub(super) waivers: Option<String>,
    /// 基线:只有新的问题才不通过
    ///
    /// Baseline: only new findings fail
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<String>,
    /// 把这次的问题写成基线
    ///
    /// Write the findings of this run as a baseline
    #[arg(long, value_name = "FILE")]
    pub(super) write_baseline: Option<String>,
    /// 从 --baseline 里去掉已经解决的
    ///
    /// Drop from --baseline what is solved
    #[arg(long)]
    pub(super) prune: bool,
    /// 放行一种情形(可重复):no-report、unreadable、limit、skipped、look-alike、undecided、pack-changed
    ///
    /// Let a state through (repeatable): no-report, unreadable, limit, skipped, look-alike, undecided, pack-changed
    #[arg(long, value_name = "STATE")]
    pub(super) allow: Vec<String>,
    /// 有这一级别及以上的问题即不通过:error、warning、info、never
    ///
    /// Fail on findings of this severity and above: error, warning, info, never
    #[arg(long, value_name = "SEVERITY")]
    pub(super) fail_on: Option<String>,
    /// 报告年度(文中没有写明时)
    ///
    /// Report year (where the text does not state it)
    #[arg(long, value_name = "YYYY")]
    pub(super) year: Option<i16>,
    /// 层级:province、city、county、township、department
    ///
    /// Level: province, city, county, township, department
    #[arg(long, value_name = "LEVEL")]
    pub(super) level: Option<String>,
    /// 发文机关类型:party+government、government、department
    ///
    /// Kind of issuer: party+government, government, department
    #[arg(long, value_name = "KIND")]
    pub(super) issuer_kind: Option<String>,
    /// 发布日期 YYYY-MM-DD
    ///
    /// Day of publication YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub(super) published: Option<String>,
    /// 评分日期 YYYY-MM-DD(默认今天)
    ///
    /// Day of the run YYYY-MM-DD (default today)
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,
    /// 只用这些规则(可重复,可用 * 结尾)
    ///
    /// Use only these rules (repeatable, may end with *)
    #[arg(long, value_name = "RULE")]
    pub(super) only: Vec<String>,
    /// 不用这些规则(可重复,可用 * 结尾)
    ///
    /// Leave out these rules (repeatable, may end with *)
    #[arg(long, value_name = "RULE")]
    pub(super) skip: Vec<String>,
    #[command(flatten)]
    pub(super) limits: LimitArgs,
    /// 线程数(默认按处理器)
    ///
    /// Threads (default one for each processor)
    #[arg(long, value_name = "N")]
    pub(super) jobs: Option<usize>,
    /// 颜色:auto(只在终端上)、always、never
    ///
    /// Colours: auto (on a terminal), always, never
    #[arg(long, value_enum)]
    pub(super) color: Option<Colour>,
    /// 只显示结论
    ///
    /// Show only the result
    #[arg(long, short)]
    pub(super) quiet: bool,
    /// 也列出满足和不适用的规则
    ///
    /// List rules that are met or not applicable, too
    #[arg(long, short)]
    pub(super) verbose: bool,
    /// 不显示进度
    ///
    /// Show no progress
    #[arg(long)]
    pub(super) no_progress: bool,
}

#[derive(Debug, Group)]
pub(super) struct WaiversArgs {
    #[command(subcommand)]
    pub(super) command: WaiversCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum WaiversCommand {
    /// 列出到期的和规则不存在的豁免
    ///
    /// List waivers that have expired or name no rule
    Lint(LintArgs),
}

#[derive(Debug, Group)]
pub(super) struct LintArgs {
    /// 豁免文件
    ///
    /// Waivers file
    pub(super) path: String,
    /// 评分方案的名称或文件(默认 national)
    ///
    /// Profile, by name or file (default national)
    #[arg(long, value_name = "NAME|FILE")]
    pub(super) profile: Option<String>,
    /// 加一个规则包(可重复)
    ///
    /// Add a pack (repeatable)
    #[arg(long = "pack", value_name = "DIR")]
    pub(super) packs: Vec<String>,
    /// 检查日期 YYYY-MM-DD(默认今天)
    ///
    /// Day of the check YYYY-MM-DD (default today)
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,
}

#[derive(Debug, Group)]
pub(super) struct ReadArgs {
    /// 文件,或 - (标准输入)
    ///
    /// A file, or - (standard input)
    pub(super) path: String,
    /// table 或 json(默认 table)
    ///
    /// table or json (default table)
    #[arg(long, default_value = "table", value_parser = ["table", "json"])]
    pub(super) format: String,
    #[command(flatten)]
    pub(super) limits: LimitArgs,
}

#[derive(Debug, Group)]
pub(super) struct TextArgs {
    /// 文件,或 - (标准输入)
    ///
    /// A file, or - (standard input)
    pub(super) path: String,
    /// text 或 json(默认 text)
    ///
    /// text or json (default text)
    #[arg(long, default_value = "text", value_parser = ["text", "json"])]
    pub(super) format: String,
    #[command(flatten)]
    pub(super) limits: LimitArgs,
}

#[derive(Debug, Group)]
pub(super) struct CompareArgs {
    /// 上年的报告
    ///
    /// Last year's report
    pub(super) old: String,
    /// 今年的报告
    ///
    /// This year's report
    pub(super) new: String,
    /// 评分方案的名称或文件(默认 national)
    ///
    /// Profile, by name or file (default national)
    #[arg(long, value_name = "NAME|FILE")]
    pub(super) profile: Option<String>,
    /// table、json 或 html(默认 table)
    ///
    /// table, json or html (default table)
    #[arg(long, default_value = "table", value_parser = ["table", "json", "html"])]
    pub(super) format: String,
    /// 写到文件
    ///
    /// File to write to
    #[arg(long, value_name = "FILE")]
    pub(super) output: Option<String>,
    #[command(flatten)]
    pub(super) limits: LimitArgs,
}

#[derive(Debug, Group)]
pub(super) struct ExplainArgs {
    /// 规则编号
    ///
    /// Rule id
    pub(super) rule: String,
    /// 加一个规则包(可重复)
    ///
    /// Add a pack (repeatable)
    #[arg(long = "pack", value_name = "DIR")]
    pub(super) packs: Vec<String>,
}

#[derive(Debug, Group)]
pub(super) struct PacksArgs {
    #[command(subcommand)]
    pub(super) command: PacksCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum PacksCommand {
    /// 列出规则包
    ///
    /// List the packs
    List,
    /// 检查一个规则包,列出全部错误
    ///
    /// Check a pack and list all its faults
    Check {
        /// 规则包文件夹;不写则检查内置的
        ///
        /// Folder of the pack; default the embedded ones
        path: Option<String>,
    },
    /// 运行规则自带的示例
    ///
    /// Run the examples of rules
    Test {
        /// 规则包文件夹;不写则测试内置的
        ///
        /// Folder of the pack; default the embedded ones
        path: Option<String>,
    },
    /// 新建一个规则包
    ///
    /// Make a new pack
    New {
        /// 文件夹
        ///
        /// Folder
        path: String,
    },
    /// 输出编辑器用的 JSON Schema
    ///
    /// Print the JSON Schema for editors
    Schema {
        /// 改为输出 score --format json 的 JSON Schema
        ///
        /// Print the JSON Schema of score --format json instead
        #[arg(long)]
        scorecard: bool,
    },
    /// 权重树和每条规则的实际占比;或从改过权重的工作簿(score --format xlsx)生成评分方案
    ///
    /// The tree of weights with the effective share of every rule; or a profile from a workbook (score --format xlsx) with changed weights
    Weights(WeightsArgs),
}

#[derive(Debug, Group)]
pub(super) struct WeightsArgs {
    /// 改过“权重”表的工作簿;不写则显示权重树
    ///
    /// Workbook whose sheet of weights was changed; default show the tree
    #[arg(long, value_name = "BOOK")]
    pub(super) from: Option<String>,
    /// 显示哪一报告年度的权重树(默认上一年)
    ///
    /// Report year of the tree (default last year)
    #[arg(long, value_name = "YYYY", conflicts_with = "from")]
    pub(super) year: Option<i16>,
    /// 显示哪一层级的权重树(默认 county)
    ///
    /// Level of the tree (default county)
    #[arg(long, value_name = "LEVEL", conflicts_with = "from")]
    pub(super) level: Option<String>,
    /// 以哪个评分方案为底(默认用工作簿里写明的)
    ///
    /// Profile to start from (default the one that the workbook names)
    #[arg(long, value_name = "NAME|FILE")]
    pub(super) profile: Option<String>,
    /// 评分时加过的规则包(可重复)
    ///
    /// Packs that were added when scoring (repeatable)
    #[arg(long = "pack", value_name = "DIR")]
    pub(super) packs: Vec<String>,
    /// 写到文件;不写则到标准输出
    ///
    /// File to write to; default standard output
    #[arg(long, value_name = "FILE")]
    pub(super) output: Option<String>,
}

/// Limits of reading, wherever a file is read.
#[derive(Clone, Debug, Default, Group)]
pub(super) struct LimitArgs {
    /// 调低一项读取限额(可重复,只能调低;名称见 docs/reference/formats.md)
    ///
    /// Lower a limit of reading (repeatable; names in docs/reference/formats.md)
    #[arg(long, value_name = "NAME=VALUE")]
    pub(super) limit: Vec<String>,
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

/// Language on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Lang {
    Zh,
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Language {
        match lang {
            Lang::Zh => Language::Zh,
            Lang::En => Language::En,
        }
    }
}

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    #[default]
    Auto,
    Always,
    Never,
}
