//! The generated pages of the docs. A test fails when one is stale.

use std::fmt::Write as _;

use super::{WRITERS, rule_page};
use crate::pack::{API, Packs, zone_docs};
use crate::read::{About, ErrorKind, Limit, READERS};
use crate::report::NOTE_KINDS;
use crate::report::metadata::FIELDS;
use crate::text::Lang;

/// What stands at the top of every generated page.
const MARK: &str = "<!-- 本页由 lawcheck generate 生成,请勿手改 -->\n\n";

/// All generated pages: path under `docs/`, and text.
pub fn pages(packs: &Packs) -> Vec<(String, String)> {
    let mut out = vec![
        ("reference/formats.md".to_string(), formats()),
        ("reference/script.md".to_string(), script()),
        ("reference/metadata.md".to_string(), metadata()),
        ("reference/notes.md".to_string(), notes()),
        ("rules/README.md".to_string(), index(packs)),
    ];
    for (pack, part, rule) in packs.rules() {
        let page = format!("{MARK}{}", rule_page(packs, pack, part, rule, Lang::Zh));
        out.push((format!("rules/{}.md", rule.id), page));
    }
    out
}

/// What limits are for and what comes of them.
const LIMITS: &str = "\n## 限额\n\n\
    每个文件单独计。超出任何一项,这个文件不读(不会只读一半),原因是 `limit_exceeded`,说明写明是哪一项、上限多少、怎么办;\
    其余文件照常评分,退出码 4,`--allow limit` 放行。\
    `--limit 名称=数`(可重复,`score`、`outline`、`text`、`compare` 都有)或 `lawcheck.yaml` 的 `limits` 调低;\
    只能调低,写得比内置值大是用法错误,退出码 2。\n\n\
    | 名称 | 含义 | 内置值 | 单位 |\n| --- | --- | --- | --- |\n";

fn page(title: &str, lead: &str, head: &str, rows: impl Iterator<Item = String>) -> String {
    let mut out = format!("{MARK}# {title}\n\n{lead}\n\n{head}\n{}\n", divider(head));
    for row in rows {
        let _ = writeln!(out, "{row}");
    }
    out
}

fn divider(head: &str) -> String {
    format!("|{}", " --- |".repeat(head.matches('|').count() - 1))
}

fn formats() -> String {
    let mut out = page(
        "输入和输出格式",
        "输入按内容识别,不只看扩展名;结果里的 `format` 是真实格式。`.zip` 里的文件逐个读,路径写成 `包.zip!文件`。\
         Word 6/95 文档和编号还原不了的 Word 97 文档,装有 LibreOffice 的先转换为 docx 再读(结果里写明),没有装的说明里写明装什么。\
         “限额”一栏是除 `bytes` 外可能使这种文件读不成的[限额](#限额)。",
        "| 格式 | 扩展名 | 保留 | 不保留 | 结果能指到 | 限额 |",
        READERS.iter().map(|r| {
            let a = r.about();
            let extensions: Vec<String> = a.extensions.iter().map(|e| format!("`.{e}`")).collect();
            let limits: Vec<String> = a.limits.iter().map(|l| format!("`{}`", l.word())).collect();
            let (extensions, limits) = (extensions.join(" "), limits.join(" "));
            let About { format, keeps, loses, places, .. } = a;
            format!("| `{format}` | {extensions} | {keeps} | {loses} | {places} | {limits} |")
        }),
    );
    out.push_str(LIMITS);
    for limit in Limit::ALL {
        let (word, title, most, unit) = (limit.word(), limit.title(), limit.default_value(), limit.unit());
        let _ = writeln!(out, "| `{word}` | {title} | {most} | {unit} |");
    }
    out.push_str("\n## 读不了的原因\n\n| `kind` | 含义 | 下一步 |\n| --- | --- | --- |\n");
    for kind in ErrorKind::ALL {
        let _ = writeln!(out, "| `{}` | {} | {} |", kind.word(), kind.title(), kind.next());
    }
    out.push_str("\n## 输出格式\n\n| 格式 | 用途 |\n| --- | --- |\n");
    for writer in WRITERS {
        let _ = writeln!(out, "| `{}` | {} |", writer.format(), writer.about());
    }
    out
}

fn script() -> String {
    let mut out = page(
        "脚本参考",
        "规则的 `judge` 用 rhai 写,最后一个值是结论。可用的名称:`report`、本规则 `signals` 里的名称、`rules/lib` 里的函数和下表。",
        "| 属于 | 写法 | 含义 |",
        API.iter().map(|row| {
            let owner = if row.owner.is_empty() { "函数" } else { row.owner };
            format!("| {owner} | `{}` | {} |", row.usage.replace('|', "\\|"), row.doc.replace('|', "\\|"))
        }),
    );
    out.push_str("\n## 信号的范围\n\n| `in` | 含义 |\n| --- | --- |\n");
    for (word, doc) in zone_docs() {
        let _ = writeln!(out, "| `{word}` | {} |", doc.0);
    }
    out
}

fn metadata() -> String {
    page(
        "元数据字段",
        "文中没有写明的为 `null`,不推定。",
        "| 字段 | 名称 | 含义和来源 |",
        FIELDS.iter().map(|f| format!("| `{}` | {} | {} |", f.name, f.title, f.doc)),
    )
}

fn notes() -> String {
    page(
        "提示的种类",
        "理解报告时留下的提示,不是结论;规则可用 `report.notes(种类)` 引用。",
        "| 种类 | 含义 | English |",
        NOTE_KINDS.iter().map(|(kind, (zh, en))| format!("| `{kind}` | {zh} | {en} |")),
    )
}

fn index(packs: &Packs) -> String {
    let mut out = format!("{MARK}# 规则\n");
    for pack in packs.packs() {
        let _ = writeln!(out, "\n## {}(`{}`)\n\n{}\n", pack.title.zh, pack.id, pack.summary.zh);
        for part in &pack.parts {
            let _ = writeln!(out, "### {}\n", part.title.zh);
            for rule in &part.rules {
                let _ = writeln!(out, "- [{}]({}.md) `{}`", rule.title.zh, rule.id, rule.id);
            }
            out.push('\n');
        }
    }
    out
}
