//! The information table of government sites: index number, document number, dates, issuer.
//!
//! Comes in: displayed paragraphs before the article. Goes out: one property per label, whether the site makes
//! a table, a list or a single line of them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::walk::Piece;
use crate::read::paragraphs::blank;
use crate::text::Property;

/// Labels whose value is a property, as they are named there.
static KEPT: LazyLock<Vec<&str>> = LazyLock::new(|| {
    "索引号 发文字号 文号 文件编号 成文日期 成文时间 发布日期 发布时间 发文日期 发文时间 生成日期 \
     公开日期 公布日期 印发日期 更新时间 更新日期 发布机构 发布机关 发布单位 发文机关 发文单位 公开主体 \
     责任部门 信息来源 文章来源 稿件来源 来源 标题 文件名称 公文名称 信息名称 名称 主题分类 信息分类 \
     公开类别 体裁分类 分类 主题词 关键词 有效性 时效性 公开方式 公开范围 作者"
        .split(' ')
        .collect()
});

/// Labels that only end the value before them.
static OTHER: LazyLock<Vec<&str>> = LazyLock::new(|| {
    "字号 字体 选择阅读字号 浏览次数 阅读次数 点击次数 点击数 点击量 访问量 访问次数 浏览量 阅读量 浏览 \
     阅读 点击 责任编辑 编辑 审核 校对 保护色 视力保护色 分享 分享到 打印 打印本页 失效日期 废止日期 \
     公开时限 公开形式 公开程序 摘要 内容概述 备注 文件下载"
        .split(' ')
        .collect()
});

/// Longer lines are no information line.
const LONGEST: usize = 300;
/// Longest line that can be a label without a mark.
const SHORTEST: usize = 8;
/// How many bytes may stand before the first label.
const FAR: usize = 60;

/// A label in a line: where it begins, where its value begins.
struct Label {
    name: &'static str,
    kept: bool,
    start: usize,
    end: usize,
}

/// The properties in a row of paragraphs. `used` gets the numbers of the paragraphs that are nothing else.
pub(super) fn properties<'a>(
    pieces: impl Iterator<Item = (usize, &'a Piece)>,
    used: &mut BTreeSet<usize>,
) -> Vec<Property> {
    let mut out: Vec<Property> = Vec::new();
    let mut waiting: Option<&'static str> = None;
    for (number, piece) in pieces {
        let marked = || piece.chars <= SHORTEST || piece.text.contains([':', '\u{ff1a}', ']', '\u{3011}']);
        let short = piece.chars <= LONGEST && marked() && !piece.text.contains('。') && !piece.is_link();
        let compact: String = piece.text.chars().filter(|_| short).filter_map(compact).collect();
        let labels = labels(&compact);
        // Something short may stand before the first label, such as the address of the site.
        if labels.first().is_none_or(|first| first.start > FAR) {
            if let Some(name) = waiting.take().filter(|_| piece.chars <= 120) {
                push(&mut out, name, &piece.text);
                used.insert(number);
            }
            continue;
        }
        used.insert(number);
        waiting = None;
        for (n, label) in labels.iter().enumerate() {
            let end = labels.get(n + 1).map_or(compact.len(), |next| next.start);
            let value = compact.get(label.end..end).unwrap_or("").trim_matches(edge);
            if !label.kept {
                continue;
            }
            // The last label of a line of several may be left without a value; what follows is another matter.
            if value.is_empty() && labels.len() == 1 {
                waiting = Some(label.name);
            } else {
                push(&mut out, label.name, value);
            }
        }
    }
    out
}

fn push(out: &mut Vec<Property>, name: &str, value: &str) {
    let value = value.trim_matches(edge);
    if !value.is_empty() && out.iter().all(|p| p.name != name) {
        out.push(Property { name: name.to_string(), value: value.to_string() });
    }
}

fn edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, '|' | '\u{ff5c}' | ';' | ':' | '\u{ff1a}' | '[' | '\u{3010}' | ',')
}

/// Labels are often spread with blanks; values keep a plain one.
fn compact(c: char) -> Option<char> {
    match c {
        '\u{ff1a}' => Some(':'),
        '\u{3010}' => Some('['),
        '\u{3011}' => Some(']'),
        c if c.is_whitespace() => Some(' '),
        c if blank(c) => None,
        c => Some(c),
    }
}

/// All labels of a line in order.
fn labels(line: &str) -> Vec<Label> {
    let mut out: Vec<Label> = Vec::new();
    let mut fresh = true;
    for (at, c) in line.char_indices() {
        let last = out.last().map(|l| l.end);
        if last.is_none_or(|end| at >= end)
            && let Some(label) = label_at(line, at)
            && (fresh || last.is_some_and(|end| at == end || label.name.chars().count() > 3))
        {
            out.push(label);
        }
        // Fields without space between them: the next label may follow a date at once.
        fresh = c.is_ascii() || !c.is_alphanumeric();
    }
    out
}

/// A label that begins here: its letters, blanks between them allowed, and a colon, a bracket or the end after it.
fn label_at(line: &str, start: usize) -> Option<Label> {
    let rest = line.get(start..)?;
    let (open, body) = match rest.strip_prefix('[') {
        Some(body) => (1, body),
        None => (0, rest),
    };
    let all = KEPT.iter().map(|n| (*n, true)).chain(OTHER.iter().map(|n| (*n, false)));
    let mut found: Option<Label> = None;
    for (name, kept) in all {
        let Some(after) = after_spread(body, name) else { continue };
        let tail = body.get(after..).unwrap_or("");
        let close = tail.len() - tail.trim_start_matches([' ', ']', ':']).len();
        let marked =
            tail.get(..close).is_some_and(|marks| marks.contains([':', ']'])) || tail.trim().is_empty();
        let longer = found.as_ref().is_none_or(|f| f.name.len() < name.len());
        if marked && longer {
            found = Some(Label { name, kept, start, end: start + open + after + close });
        }
    }
    found
}

/// The offset after `name` at the start of `text`, blanks between its characters skipped.
fn after_spread(text: &str, name: &str) -> Option<usize> {
    let mut wanted = name.chars();
    let mut next = wanted.next();
    for (at, c) in text.char_indices() {
        match next {
            None => return Some(at),
            Some(w) if w == c => next = wanted.next(),
            Some(_) if c == ' ' => {}
            Some(_) => return None,
        }
    }
    next.is_none().then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::BlockKind;

    fn read(lines: &[&str]) -> (Vec<(String, String)>, usize) {
        let pieces: Vec<Piece> = lines
            .iter()
            .map(|line| Piece {
                text: (*line).to_string(),
                number: String::new(),
                kind: BlockKind::Paragraph,
                chars: line.chars().count(),
                link_chars: 0,
                plain_chars: 9,
                area: 0,
            })
            .collect();
        let mut used = BTreeSet::new();
        let found = properties(pieces.iter().enumerate(), &mut used);
        (found.into_iter().map(|p| (p.name, p.value)).collect(), used.len())
    }

    fn pair(name: &str, value: &str) -> (String, String) {
        (name.to_string(), value.to_string())
    }

    #[test]
    fn one_line_holds_several() {
        let (found, _) = read(&[
            "发布时间\u{ff1a}2022-03-23 10:00 来源\u{ff1a}攀枝花市司法局  选择阅读字号\u{ff1a}[ ] 阅读次数\u{ff1a}",
        ]);
        assert_eq!(found, [pair("发布时间", "2022-03-23 10:00"), pair("来源", "攀枝花市司法局")]);
        let (found, _) = read(&["发布时间\u{ff1a}2024-01-31来源\u{ff1a}区司法局发布机构\u{ff1a}甲"]);
        assert_eq!(found, [pair("发布时间", "2024-01-31"), pair("来源", "区司法局"), pair("发布机构", "甲")]);
        let (found, _) = read(&["[ 索引号 ]115/2022-05576 [ 发文字号 ] [ 发布机构 ]开州区政府办公室"]);
        assert_eq!(found, [pair("索引号", "115/2022-05576"), pair("发布机构", "开州区政府办公室")]);
    }

    #[test]
    fn labels_and_values_may_stand_in_cells() {
        let (found, used) =
            read(&["索 引 号\u{ff1a}", "115", "文 号", "\u{3014}2022\u{3015}3号", "标题:", "名称:", "甲"]);
        assert_eq!(
            found,
            [pair("索引号", "115"), pair("文号", "\u{3014}2022\u{3015}3号"), pair("名称", "甲")]
        );
        assert_eq!(used, 7);
    }

    #[test]
    fn sentences_are_no_labels() {
        assert_eq!(read(&["拓宽线索来源:一是走访群众", "来源广泛"]).0, []);
    }
}
