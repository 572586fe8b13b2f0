//! Why a page has no report: what kind of page it is instead.

use super::head::Head;
use super::lexicon;
use super::mass::Mass;
use super::walk::Page;
use crate::read::ReadError;
use crate::text::Fixed;

/// A body with less running text that points to a document is only its announcement.
const ANNOUNCEMENT: usize = 150;

const ONLY_ATTACHED: Fixed = ("只有附件", "nothing but an attachment");

/// The error for a page without an article.
pub(super) fn explain(page: &Page, head: &Head, mass: &Mass) -> ReadError {
    let attachment = attachment(page, head);
    let links = page.pieces.iter().filter(|p| p.is_link() && p.chars >= 8).count();
    let short = |i: usize| page.pieces[i].chars <= 60 && !page.pieces[i].is_link();
    let error = head.title.as_deref().is_some_and(lexicon::is_error)
        || (0..page.pieces.len()).any(|i| short(i) && lexicon::is_error(&mass.folded[i]));
    let shown: usize = page.pieces.iter().map(|p| p.chars).sum();
    let what = if head.frames > 0 {
        ("框架页,正文在另一个页面", "frames, the text is on another page")
    } else if error && attachment.is_none() {
        ("错误页,内容不存在或无法访问", "an error page, the content is gone or out of reach")
    } else if attachment.is_some() {
        ONLY_ATTACHED
    } else if links >= 8 {
        ("列表页,只有指向其他页面的链接", "a list of links to other pages")
    } else if head.script > 4 * shown {
        ("正文由脚本载入,保存的文件里没有", "the text is loaded by a script and is not in the saved file")
    } else if !page.pictures.is_empty() {
        ("正文是图片", "the text is a picture")
    } else {
        ("没有成段的正文", "no paragraphs of text")
    };
    ReadError::NoMainContent { what: what.into(), attachment }
}

/// The error for a page that only announces this document.
pub(super) fn only_attached(name: String) -> ReadError {
    ReadError::NoMainContent { what: ONLY_ATTACHED.into(), attachment: Some(name) }
}

/// Whether the article only announces a document.
pub(super) fn is_announcement(page: &Page, first: usize, end: usize, mass: &Mass) -> Option<String> {
    let heavy = (first..end).filter(|&i| mass.has(i)).count();
    let attached = page.attachments.iter().find(|(at, _)| (first..=end + 3).contains(at));
    attached.filter(|_| heavy <= 3 && mass.within(first, end) < ANNOUNCEMENT).map(|(_, name)| name.clone())
}

/// The document that most likely is the report: the one named like the page, else the first.
fn attachment(page: &Page, head: &Head) -> Option<String> {
    let title = head.field("articletitle").or(head.title.as_deref()).unwrap_or("");
    let alike = |name: &&(usize, String)| {
        let stem = name.1.rsplit_once('.').map_or(name.1.as_str(), |(stem, _)| stem);
        stem.chars().count() >= 6 && (title.contains(stem) || stem.contains("报告"))
    };
    let found = page.attachments.iter().find(alike).or_else(|| page.attachments.first());
    found.map(|(_, name)| name.clone())
}
