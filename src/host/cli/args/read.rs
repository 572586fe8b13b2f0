//! What the commands take that look at reports without scoring them.

use clap::Args as Group;

use super::LimitArgs;

#[derive(Debug, Group)]
pub(in crate::host::cli) struct ReadArgs {
    /// 文件,或 - (标准输入)
    ///
    /// A file, or - (standard input)
    pub(in crate::host::cli) path: String,
    /// table 或 json(默认 table)
    ///
    /// table or json (default table)
    #[arg(long, default_value = "table", value_parser = ["table", "json"])]
    pub(in crate::host::cli) format: String,
    #[command(flatten)]
    pub(in crate::host::cli) limits: LimitArgs,
}

#[derive(Debug, Group)]
pub(in crate::host::cli) struct TextArgs {
    /// 文件,或 - (标准输入)
    ///
    /// A file, or - (standard input)
    pub(in crate::host::cli) path: String,
    /// text 或 json(默认 text)
    ///
    /// text or json (default text)
    #[arg(long, default_value = "text", value_parser = ["text", "json"])]
    pub(in crate::host::cli) format: String,
    #[command(flatten)]
    pub(in crate::host::cli) limits: LimitArgs,
}

#[derive(Debug, Group)]
pub(in crate::host::cli) struct CompareArgs {
    /// 上年的报告
    ///
    /// Last year's report
    pub(in crate::host::cli) old: String,
    /// 今年的报告
    ///
    /// This year's report
    pub(in crate::host::cli) new: String,
    /// 评分方案的名称或文件(默认 national)
    ///
    /// Profile, by name or file (default national)
    #[arg(long, value_name = "NAME|FILE")]
    pub(in crate::host::cli) profile: Option<String>,
    /// table、json 或 html(默认 table)
    ///
    /// table, json or html (default table)
    #[arg(long, default_value = "table", value_parser = ["table", "json", "html"])]
    pub(in crate::host::cli) format: String,
    /// 写到文件
    ///
    /// File to write to
    #[arg(long, value_name = "FILE")]
    pub(in crate::host::cli) output: Option<String>,
    #[command(flatten)]
    pub(in crate::host::cli) limits: LimitArgs,
}
