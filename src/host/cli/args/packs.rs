//! What the commands on rules and packs take.

use clap::{Args as Group, Subcommand};

#[derive(Debug, Group)]
pub(in crate::host::cli) struct ExplainArgs {
    /// 规则编号
    ///
    /// Rule id
    pub(in crate::host::cli) rule: String,
    /// 加一个规则包(可重复)
    ///
    /// Add a pack (repeatable)
    #[arg(long = "pack", value_name = "DIR")]
    pub(in crate::host::cli) packs: Vec<String>,
}

#[derive(Debug, Group)]
pub(in crate::host::cli) struct PacksArgs {
    #[command(subcommand)]
    pub(in crate::host::cli) command: PacksCommand,
}

#[derive(Debug, Subcommand)]
pub(in crate::host::cli) enum PacksCommand {
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
pub(in crate::host::cli) struct WeightsArgs {
    /// 改过“权重”表的工作簿;不写则显示权重树
    ///
    /// Workbook whose sheet of weights was changed; default show the tree
    #[arg(long, value_name = "BOOK")]
    pub(in crate::host::cli) from: Option<String>,
    /// 显示哪一报告年度的权重树(默认上一年)
    ///
    /// Report year of the tree (default last year)
    #[arg(long, value_name = "YYYY", conflicts_with = "from")]
    pub(in crate::host::cli) year: Option<i16>,
    /// 显示哪一层级的权重树(默认 county)
    ///
    /// Level of the tree (default county)
    #[arg(long, value_name = "LEVEL", conflicts_with = "from")]
    pub(in crate::host::cli) level: Option<String>,
    /// 以哪个评分方案为底(默认用工作簿里写明的)
    ///
    /// Profile to start from (default the one that the workbook names)
    #[arg(long, value_name = "NAME|FILE")]
    pub(in crate::host::cli) profile: Option<String>,
    /// 评分时加过的规则包(可重复)
    ///
    /// Packs that were added when scoring (repeatable)
    #[arg(long = "pack", value_name = "DIR")]
    pub(in crate::host::cli) packs: Vec<String>,
    /// 写到文件;不写则到标准输出
    ///
    /// File to write to; default standard output
    #[arg(long, value_name = "FILE")]
    pub(in crate::host::cli) output: Option<String>,
}
