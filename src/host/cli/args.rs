//! Arguments as typed.

use clap::{
    ArgMatches, Args as Group, CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum,
};

use super::wanted::{self, Wanted};
use crate::text::Lang as Language;

/// 法治政府建设年度报告的合规评分工具。
#[derive(Debug, Parser)]
#[command(name = "lawcheck", version, about, disable_help_subcommand = true)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
}

/// Parse the command line. Which output goes with which format shows only in the order in which they were typed.
pub(super) fn parse() -> Result<Args, clap::Error> {
    let matches = Args::command().try_get_matches()?;
    let mut args = Args::from_arg_matches(&matches)?;
    if let (Command::Score(score), Some(("score", matches))) = (&mut args.command, matches.subcommand()) {
        let typed = |name, values: &[String]| placed(matches, name, values);
        let paired = wanted::pair(&typed("format", &score.format), &typed("output", &score.output));
        let wrong = |e| Args::command().error(clap::error::ErrorKind::ArgumentConflict, format!("{e:#}"));
        score.wanted = paired.map_err(wrong)?;
    }
    Ok(args)
}

/// Values of an option with their places on the command line.
fn placed(matches: &ArgMatches, name: &str, values: &[String]) -> Vec<(usize, String)> {
    matches.indices_of(name).into_iter().flatten().zip(values.iter().cloned()).collect()
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// 给报告评分
    Score(Box<ScoreArgs>),
    /// 显示报告是怎样被理解的:元数据、标题层次、五部分、数字关系
    Outline(ReadArgs),
    /// 显示读到的文字,每段一行
    Text(TextArgs),
    /// 今年的报告同上年的比较
    Compare(CompareArgs),
    /// 检查豁免文件
    Waivers(WaiversArgs),
    /// 说明一条规则:要求、依据、判法、示例
    Explain(ExplainArgs),
    /// 规则包:列出、检查、测试
    Packs(PacksArgs),
    /// 输出命令行补全脚本
    Completions(CompletionArgs),
    /// 重写 docs/ 里由程序生成的页面
    Generate(GenerateArgs),
}

/// Settings of `score`; the same stand in `lawcheck.yaml`, and the command line wins.
#[derive(Clone, Debug, Default, Group)]
pub(super) struct ScoreArgs {
    /// 文件、文件夹(逐个读取,按名称排序)或 - (标准输入)
    pub(super) paths: Vec<String>,
    /// 评分方案的名称或文件(默认 national)
    #[arg(long, value_name = "NAME|FILE")]
    pub(super) profile: Option<String>,
    /// 加一个规则包(可重复)
    #[arg(long = "pack", value_name = "DIR")]
    pub(super) packs: Vec<String>,
    /// 输出格式(可重复,每个配自己的 --output)
    #[arg(long, value_name = "FORMAT")]
    pub(super) format: Vec<String>,
    /// 前一个 --format 写到这个文件(先写临时文件再改名);不写则到标准输出
    #[arg(long, value_name = "FILE")]
    pub(super) output: Vec<String>,
    /// The two above, paired.
    #[arg(skip)]
    pub(super) wanted: Vec<Wanted>,
    /// 低于这个分数即不通过
    #[arg(long, value_name = "N")]
    pub(super) fail_under: Option<u32>,
    /// 列出到这个分数最省的改法
    #[arg(long, value_name = "N")]
    pub(super) target: Option<u32>,
    /// 规则包得分率的下限,写成 规则包=百分数(可重复)
    #[arg(long, value_name = "PACK=N")]
    pub(super) floor: Vec<String>,
    /// 一票否决的规则(可重复,可用 * 结尾)
    #[arg(long, value_name = "RULE")]
    pub(super) veto: Vec<String>,
    /// 比基线里的得分最多低几分
    #[arg(long, value_name = "N")]
    pub(super) max_drop: Option<u32>,
    /// 豁免文件
    #[arg(long, value_name = "FILE")]
    pub(super) waivers: Option<String>,
    /// 基线:只有新的问题才不通过
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<String>,
    /// 把这次的问题写成基线
    #[arg(long, value_name = "FILE")]
    pub(super) write_baseline: Option<String>,
    /// 从 --baseline 里去掉已经解决的
    #[arg(long)]
    pub(super) prune: bool,
    /// 放行一种情形(可重复):no-report、unreadable、limit、skipped、look-alike、undecided、pack-changed
    #[arg(long, value_name = "STATE")]
    pub(super) allow: Vec<String>,
    /// 有这一级别及以上的问题即不通过:error、warning、info、never
    #[arg(long, value_name = "SEVERITY")]
    pub(super) fail_on: Option<String>,
    /// 报告年度(文中没有写明时)
    #[arg(long, value_name = "YYYY")]
    pub(super) year: Option<i16>,
    /// 层级:province、city、county、township、department
    #[arg(long, value_name = "LEVEL")]
    pub(super) level: Option<String>,
    /// 发文机关类型:party+government、government、department
    #[arg(long, value_name = "KIND")]
    pub(super) issuer_kind: Option<String>,
    /// 发布日期 YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub(super) published: Option<String>,
    /// 评分日期 YYYY-MM-DD(默认今天)
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,
    /// 只用这些规则(可重复,可用 * 结尾)
    #[arg(long, value_name = "RULE")]
    pub(super) only: Vec<String>,
    /// 不用这些规则(可重复,可用 * 结尾)
    #[arg(long, value_name = "RULE")]
    pub(super) skip: Vec<String>,
    /// 调低一项读取限额(可重复,只能调低;名称见 docs/reference/formats.md)
    #[arg(long, value_name = "NAME=VALUE")]
    pub(super) limit: Vec<String>,
    /// 线程数(默认按处理器)
    #[arg(long, value_name = "N")]
    pub(super) jobs: Option<usize>,
    /// 界面语言
    #[arg(long, value_enum)]
    pub(super) lang: Option<Lang>,
    /// 颜色
    #[arg(long, value_enum)]
    pub(super) color: Option<Colour>,
    /// 只显示结论
    #[arg(long, short)]
    pub(super) quiet: bool,
    /// 也列出满足和不适用的规则
    #[arg(long, short)]
    pub(super) verbose: bool,
    /// 不显示进度
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
    Lint(LintArgs),
}

#[derive(Debug, Group)]
pub(super) struct LintArgs {
    /// 豁免文件
    pub(super) path: String,
    /// 评分方案的名称或文件(默认 national)
    #[arg(long, value_name = "NAME|FILE")]
    pub(super) profile: Option<String>,
    /// 加一个规则包(可重复)
    #[arg(long = "pack", value_name = "DIR")]
    pub(super) packs: Vec<String>,
    /// 检查日期 YYYY-MM-DD(默认今天)
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,
    /// 界面语言
    #[arg(long, value_enum)]
    pub(super) lang: Option<Lang>,
}

#[derive(Debug, Group)]
pub(super) struct ReadArgs {
    /// 文件,或 - (标准输入)
    pub(super) path: String,
    /// table 或 json
    #[arg(long, default_value = "table", value_parser = ["table", "json"])]
    pub(super) format: String,
    /// 调低一项读取限额(可重复,只能调低;名称见 docs/reference/formats.md)
    #[arg(long, value_name = "NAME=VALUE")]
    pub(super) limit: Vec<String>,
    /// 界面语言
    #[arg(long, value_enum)]
    pub(super) lang: Option<Lang>,
}

#[derive(Debug, Group)]
pub(super) struct TextArgs {
    /// 文件,或 - (标准输入)
    pub(super) path: String,
    /// text 或 json
    #[arg(long, default_value = "text", value_parser = ["text", "json"])]
    pub(super) format: String,
    /// 调低一项读取限额(可重复,只能调低;名称见 docs/reference/formats.md)
    #[arg(long, value_name = "NAME=VALUE")]
    pub(super) limit: Vec<String>,
    /// 界面语言
    #[arg(long, value_enum)]
    pub(super) lang: Option<Lang>,
}

#[derive(Debug, Group)]
pub(super) struct CompareArgs {
    /// 上年的报告
    pub(super) old: String,
    /// 今年的报告
    pub(super) new: String,
    /// 评分方案的名称或文件(默认 national)
    #[arg(long, value_name = "NAME|FILE")]
    pub(super) profile: Option<String>,
    /// table、json 或 html
    #[arg(long, default_value = "table", value_parser = ["table", "json", "html"])]
    pub(super) format: String,
    /// 写到文件
    #[arg(long, value_name = "FILE")]
    pub(super) output: Option<String>,
    /// 调低一项读取限额(可重复,只能调低;名称见 docs/reference/formats.md)
    #[arg(long, value_name = "NAME=VALUE")]
    pub(super) limit: Vec<String>,
    /// 界面语言
    #[arg(long, value_enum)]
    pub(super) lang: Option<Lang>,
}

#[derive(Debug, Group)]
pub(super) struct ExplainArgs {
    /// 规则编号
    pub(super) rule: String,
    /// 加一个规则包(可重复)
    #[arg(long = "pack", value_name = "DIR")]
    pub(super) packs: Vec<String>,
    /// 界面语言
    #[arg(long, value_enum)]
    pub(super) lang: Option<Lang>,
}

#[derive(Debug, Group)]
pub(super) struct PacksArgs {
    #[command(subcommand)]
    pub(super) command: PacksCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum PacksCommand {
    /// 列出规则包
    List {
        /// 界面语言
        #[arg(long, value_enum)]
        lang: Option<Lang>,
    },
    /// 检查一个规则包,列出全部错误
    Check {
        /// 规则包文件夹;不写则检查内置的
        path: Option<String>,
    },
    /// 运行规则自带的示例
    Test {
        /// 规则包文件夹;不写则测试内置的
        path: Option<String>,
    },
    /// 新建一个规则包
    New {
        /// 文件夹
        path: String,
    },
    /// 输出编辑器用的 JSON Schema
    Schema {
        /// 改为输出 score --format json 的 JSON Schema
        #[arg(long)]
        scorecard: bool,
    },
    /// 权重树和每条规则的实际占比;或从改过权重的工作簿(score --format xlsx)生成评分方案
    Weights(WeightsArgs),
}

#[derive(Debug, Group)]
pub(super) struct WeightsArgs {
    /// 改过“权重”表的工作簿;不写则显示权重树
    #[arg(long, value_name = "BOOK")]
    pub(super) from: Option<String>,
    /// 显示哪一报告年度的权重树(默认上一年)
    #[arg(long, value_name = "YYYY", conflicts_with = "from")]
    pub(super) year: Option<i16>,
    /// 显示哪一层级的权重树(默认 county)
    #[arg(long, value_name = "LEVEL", conflicts_with = "from")]
    pub(super) level: Option<String>,
    /// 界面语言
    #[arg(long, value_enum)]
    pub(super) lang: Option<Lang>,
    /// 以哪个评分方案为底(默认用工作簿里写明的)
    #[arg(long, value_name = "NAME|FILE")]
    pub(super) profile: Option<String>,
    /// 评分时加过的规则包(可重复)
    #[arg(long = "pack", value_name = "DIR")]
    pub(super) packs: Vec<String>,
    /// 写到文件;不写则到标准输出
    #[arg(long, value_name = "FILE")]
    pub(super) output: Option<String>,
}

#[derive(Debug, Group)]
pub(super) struct CompletionArgs {
    /// bash、zsh、fish、powershell、elvish
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, Group)]
pub(super) struct GenerateArgs {
    /// 只检查是否过期,不改写
    #[arg(long)]
    pub(super) check: bool,
}

/// Language on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Lang {
    /// 中文
    Zh,
    /// English
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
    /// 只在终端上
    #[default]
    Auto,
    /// 总是
    Always,
    /// 从不
    Never,
}
