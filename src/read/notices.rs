//! Warnings that several formats give, in the same words.

use crate::text::Warning;

/// Changes that nobody has accepted or rejected yet.
pub(super) fn tracked_changes() -> Warning {
    Warning::new(
        "tracked_changes",
        "有未处理的修订,按全部接受后的文字读入;定稿前请接受或拒绝修订",
        "tracked changes, read as if all were accepted; accept or reject them before publishing",
    )
}

/// Text that the reader of the document does not see.
pub(super) fn hidden_text() -> Warning {
    Warning::new(
        "hidden_text",
        "有隐藏文字,未读入;请显示隐藏文字并确认是否需要",
        "hidden text, not read; show it and decide whether it is needed",
    )
}

/// A file that ends before its text does.
pub(super) fn truncated() -> Warning {
    Warning::new(
        "truncated",
        "文件不完整,断处之后的文字没有读到;请重新取得文件",
        "the file is cut; what stood after the cut is missing, get the file again",
    )
}

/// Files inside the file.
pub(super) fn embedded_part() -> Warning {
    Warning::new(
        "embedded_part_not_read",
        "嵌入或附带了其他文件,其中的文字未读入;请单独检查",
        "other files are embedded or attached, their text was not read; check them by themselves",
    )
}

/// Pages of a document that are pictures.
pub(super) fn pages_without_text(pages: &[u32]) -> Option<Warning> {
    let (zh, en) = lists(pages)?;
    Some(Warning::new(
        "pages_without_text",
        format!("第 {zh} 页没有文字,可能是图像,未读入;请先做文字识别(OCR)"),
        format!("no text on page {en}, perhaps pictures; run OCR first"),
    ))
}

/// Pages of a document that are missing or damaged.
pub(super) fn pages_unreadable(pages: &[u32]) -> Option<Warning> {
    let (zh, en) = lists(pages)?;
    Some(Warning::new(
        "page_unreadable",
        format!("第 {zh} 页缺失或损坏,未读入;请从来源重新导出"),
        format!("page {en} is missing or damaged and was not read; export the file again"),
    ))
}

/// Page numbers as they are listed in either language; `None` without any.
fn lists(pages: &[u32]) -> Option<(String, String)> {
    const SHOWN: usize = 20;
    let numbers: Vec<String> = pages.iter().take(SHOWN).map(u32::to_string).collect();
    let more = if pages.len() > SHOWN { "…" } else { "" };
    (!numbers.is_empty()).then(|| (numbers.join("、") + more, numbers.join(", ") + more))
}
