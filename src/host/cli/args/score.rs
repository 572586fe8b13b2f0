//! What `score` and `waivers` take.

use clap::{Args as Group, Subcommand};

use super::{Colour, LimitArgs};
use crate::host::cli::wanted::Wanted;

/// Settings of `score`; the same stand in `lawcheck.yaml`, and the command line wins.
#[derive(Clone, Debug, Default, Group)]
pub(in crate::host::cli) struct ScoreArgs {
    /// 文件、文件夹(逐个读取,按名称排序)或 - (标准输入)
    ///
    /// Files, folders (walked in sorted order) or - (standard input)
    pub(in crate::host::cli) paths: Vec<String>,
    /// 评分方案的名称或文件(默认 national)
    ///
    /// Profile, by name or file (default national)
    #[arg(long, value_name = "NAME|FILE")]
    pub(in crate::host::cli) profile: Option<String>,
    /// 加一个规则包(可重复)
    ///
    /// Add a pack (repeatable)
    #[arg(long = "pack", value_name = "DIR")]
    pub(in crate::host::cli) packs: Vec<String>,
    /// 输出格式(可重复,每个配自己的 --output)
    ///
    /// Output format (repeatable, each with its own --output)
    #[arg(long, value_name = "FORMAT")]
    pub(in crate::host::cli) format: Vec<String>,
    /// 前一个 --format 写到这个文件(先写临时文件再改名);不写则到标准输出
    ///
    /// File for the --format before it (written as a whole or not at all); default standard output
    #[arg(long, value_name = "FILE")]
    pub(in crate::host::cli) output: Vec<String>,
    /// The two above, paired.
    #[arg(skip)]
    pub(in crate::host::cli) wanted: Vec<Wanted>,
    /// 低于这个分数即不通过
    ///
    /// Fail below this score
    #[arg(long, value_name = "N")]
    pub(in crate::host::cli) fail_under: Option<u32>,
    /// 列出到这个分数最省的改法
    ///
    /// List the cheapest changes that reach this score
    #[arg(long, value_name = "N")]
    pub(in crate::host::cli) target: Option<u32>,
    /// 规则包得分率的下限,写成 规则包=百分数(可重复)
    ///
    /// Lowest share of a pack, as PACK=percent (repeatable)
    #[arg(long, value_name = "PACK=N")]
    pub(in crate::host::cli) floor: Vec<String>,
    /// 一票否决的规则(可重复,可用 * 结尾)
    ///
    /// Rules that fail a report by themselves (repeatable, may end with *)
    #[arg(long, value_name = "RULE")]
    pub(in crate::host::cli) veto: Vec<String>,
    /// 比基线里的得分最多低几分
    ///
    /// Points that a report may lose against the baseline
    #[arg(long, value_name = "N")]
    pub(in crate::host::cli) max_drop: Option<u32>,
    /// 豁免文件
    ///
    /// Waivers file
    #[arg(long, value_name = "FILE")]
    pub(in crate::host::cli) waivers: Option<String>,
    /// 基线:只有新的问题才不通过
    ///
    /// Baseline: only new findings fail
    #[arg(long, value_name = "FILE")]
    pub(in crate::host::cli) baseline: Option<String>,
    /// 把这次的问题写成基线
    ///
    /// Write the findings of this run as a baseline
    #[arg(long, value_name = "FILE")]
    pub(in crate::host::cli) write_baseline: Option<String>,
    /// 从 --baseline 里去掉已经解决的
    ///
    /// Drop from --baseline what is solved
    #[arg(long)]
    pub(in crate::host::cli) prune: bool,
    /// 放行一种情形(可重复):no-report、unreadable、limit、skipped、look-alike、undecided、pack-changed
    ///
    /// Let a state through (repeatable): no-report, unreadable, limit, skipped, look-alike, undecided, pack-changed
    #[arg(long, value_name = "STATE")]
    pub(in crate::host::cli) allow: Vec<String>,
    /// 有这一级别及以上的问题即不通过:error、warning、info、never
    ///
    /// Fail on findings of this severity and above: error, warning, info, never
    #[arg(long, value_name = "SEVERITY")]
    pub(in crate::host::cli) fail_on: Option<String>,
    /// 报告年度(文中没有写明时)
    ///
    /// Report year (where the text does not state it)
    #[arg(long, value_name = "YYYY")]
    pub(in crate::host::cli) year: Option<i16>,
    /// 层级:province、city、county、township、department
    ///
    /// Level: province, city, county, township, department
    #[arg(long, value_name = "LEVEL")]
    pub(in crate::host::cli) level: Option<String>,
    /// 发文机关类型:party+government、government、department
    ///
    /// Kind of issuer: party+government, government, department
    #[arg(long, value_name = "KIND")]
    pub(in crate::host::cli) issuer_kind: Option<String>,
    /// 发布日期 YYYY-MM-DD
    ///
    /// Day of publication YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub(in crate::host::cli) published: Option<String>,
    /// 评分日期 YYYY-MM-DD(默认今天)
    ///
    /// Day of the run YYYY-MM-DD (default today)
    #[arg(long, value_name = "DATE")]
    pub(in crate::host::cli) as_of: Option<String>,
    /// 只用这些规则(可重复,可用 * 结尾)
    ///
    /// Use only these rules (repeatable, may end with *)
    #[arg(long, value_name = "RULE")]
    pub(in crate::host::cli) only: Vec<String>,
    /// 不用这些规则(可重复,可用 * 结尾)
    ///
    /// Leave out these rules (repeatable, may end with *)
    #[arg(long, value_name = "RULE")]
    pub(in crate::host::cli) skip: Vec<String>,
    #[command(flatten)]
    pub(in crate::host::cli) limits: LimitArgs,
    /// 线程数(默认按处理器)
    ///
    /// Threads (default one for each processor)
    #[arg(long, value_name = "N")]
    pub(in crate::host::cli) jobs: Option<usize>,
    /// 颜色:auto(只在终端上)、always、never
    ///
    /// Colours: auto (on a terminal), always, never
    #[arg(long, value_enum)]
    pub(in crate::host::cli) color: Option<Colour>,
    /// 只显示结论
    ///
    /// Show only the result
    #[arg(long, short)]
    pub(in crate::host::cli) quiet: bool,
    /// 也列出满足和不适用的规则
    ///
    /// List rules that are met or not applicable, too
    #[arg(long, short)]
    pub(in crate::host::cli) verbose: bool,
    /// 不显示进度
    ///
    /// Show no progress
    #[arg(long)]
    pub(in crate::host::cli) no_progress: bool,
}

#[derive(Debug, Group)]
pub(in crate::host::cli) struct WaiversArgs {
    #[command(subcommand)]
    pub(in crate::host::cli) command: WaiversCommand,
}

#[derive(Debug, Subcommand)]
pub(in crate::host::cli) enum WaiversCommand {
    /// 列出到期的和规则不存在的豁免
    ///
    /// List waivers that have expired or name no rule
    Lint(LintArgs),
}

#[derive(Debug, Group)]
pub(in crate::host::cli) struct LintArgs {
    /// 豁免文件
    ///
    /// Waivers file
    pub(in crate::host::cli) path: String,
    /// 评分方案的名称或文件(默认 national)
    ///
    /// Profile, by name or file (default national)
    #[arg(long, value_name = "NAME|FILE")]
    pub(in crate::host::cli) profile: Option<String>,
    /// 加一个规则包(可重复)
    ///
    /// Add a pack (repeatable)
    #[arg(long = "pack", value_name = "DIR")]
    pub(in crate::host::cli) packs: Vec<String>,
    /// 检查日期 YYYY-MM-DD(默认今天)
    ///
    /// Day of the check YYYY-MM-DD (default today)
    #[arg(long, value_name = "DATE")]
    pub(in crate::host::cli) as_of: Option<String>,
}
