//! Word, OpenDocument, OFD and EPUB files: one report in each, and what is refused.
#![expect(clippy::unwrap_used, reason = "a fixture that cannot be read is a failed test")]

use lawcheck::read::{Input, Limit, Limits, ReadError, read};
use lawcheck::text::{BlockKind, Source};

use crate::forge::docx::{self, Docx};
use crate::forge::{Report, odt, ofd, package};

/// A short report with headings of two levels.
pub(crate) const REPORT: Report<'static> = &[
    (None, "某某县人民政府关于2021年法治政府建设情况的报告"),
    (
        None,
        "2021年\u{ff0c}我县坚持以习近平法治思想为指导\u{ff0c}扎实推进法治政府建设\u{ff0c}各项工作取得明显成效\u{ff0c}现将有关情况报告如下\u{ff1a}",
    ),
    (Some(1), "一、主要举措和成效"),
    (Some(2), "\u{ff08}一\u{ff09}加强组织领导"),
    (
        None,
        "县政府常务会议学法12次\u{ff0c}办理行政复议案件67件\u{ff0c}审结61件\u{ff0c}A&B公司的申请<已经>办结\u{ff0c}行政机关负责人出庭应诉率达到100%。",
    ),
    (Some(2), "\u{ff08}二\u{ff09}优化营商环境"),
    (None, "审批事项压减三成。"),
    (Some(1), "二、存在的不足"),
    (Some(2), "\u{ff08}一\u{ff09}基层执法力量不足"),
    (None, "主要原因是编制少。"),
];

pub(crate) fn load(bytes: &[u8]) -> Result<Source, ReadError> {
    read(Input { name: "report", bytes }, &Limits::default())
}

pub(crate) fn texts(source: &Source) -> Vec<String> {
    source.blocks().iter().map(|b| source.slice(b.span).to_string()).collect()
}

pub(crate) fn read_texts(bytes: &[u8]) -> Vec<String> {
    texts(&load(bytes).unwrap())
}

pub(crate) fn words() -> Vec<String> {
    REPORT.iter().map(|(_, text)| (*text).to_string()).collect()
}

pub(crate) fn kinds(source: &Source) -> Vec<&'static str> {
    source.warnings.iter().map(|w| w.kind).collect()
}

fn error(bytes: &[u8]) -> &'static str {
    load(bytes).unwrap_err().kind().word()
}

#[test]
fn one_report_reads_the_same_from_every_format() {
    for (name, bytes) in [
        ("docx typed", docx::typed(REPORT).build()),
        ("docx numbered", docx::numbered(REPORT).build()),
        ("docx flat", docx::numbered(REPORT).flat()),
        ("odt typed", odt::typed(REPORT)),
        ("odt numbered", odt::numbered(REPORT)),
        ("ofd", ofd::lines(REPORT)),
        ("ofd shuffled", ofd::shuffled(REPORT)),
    ] {
        assert_eq!(read_texts(&bytes), words(), "{name}");
    }
}

#[test]
fn heading_levels_and_automatic_numbers_are_kept() {
    let levels: Vec<Option<u8>> = REPORT.iter().map(|(level, _)| *level).collect();
    for (bytes, automatic) in [
        (docx::typed(REPORT).build(), false),
        (docx::numbered(REPORT).build(), true),
        (odt::typed(REPORT), false),
        (odt::numbered(REPORT), true),
    ] {
        let source = load(&bytes).unwrap();
        let found: Vec<Option<u8>> = source
            .blocks()
            .iter()
            .map(|b| if let BlockKind::Heading(level) = b.kind { Some(level) } else { None })
            .collect();
        assert_eq!(found, levels, "{}", source.format);
        for block in source.blocks() {
            let number = block.auto_number.map(|n| source.slice(n));
            assert_eq!(
                number.is_some(),
                automatic && matches!(block.kind, BlockKind::Heading(_)),
                "{number:?}"
            );
        }
    }
}

#[test]
fn the_extension_does_not_matter() {
    let source = read(Input { name: "report.doc", bytes: &docx::typed(REPORT).build() }, &Limits::default());
    assert_eq!(source.unwrap().format, "docx");
    let text = package::pack(&[("report.txt", "正文".as_bytes())]);
    assert_eq!(error(&text), "unsupported_format");
    assert_eq!(error(&package::pack(&[("xl/workbook.xml", b"<workbook/>")])), "unsupported_format");
}

#[test]
fn hostile_packages_cost_one_clear_error() {
    let whole = docx::typed(REPORT).build();
    let odt = odt::typed(REPORT);
    for (name, bytes, kind) in [
        ("bomb", docx::bomb(), "limit_exceeded"),
        ("nested", docx::nested(100_000), "limit_exceeded"),
        ("entities", docx::entities(), "corrupt"),
        ("outside entity", docx::outside_entity(), "corrupt"),
        ("cut docx", package::cut(&whole), "corrupt"),
        ("cut odt", package::cut(&odt), "corrupt"),
        ("spoilt", package::spoil(whole.clone()), "corrupt"),
        ("encrypted zip", package::encrypted(whole), "encrypted"),
        ("encrypted odt", odt::encrypted(), "encrypted"),
        ("encrypted ofd", package::pack(&[("OFD.xml", &[1, 2]), ("Encryptions.xml", &[3])]), "encrypted"),
        ("path", ofd::path_escape(), "corrupt"),
        ("too many", docx::many_entries(20_100), "limit_exceeded"),
    ] {
        assert_eq!(error(&bytes), kind, "{name}");
    }
    assert_eq!(read_texts(&docx::many_entries(3_000)), ["正文。"]);
}

#[test]
fn limits_can_be_lowered() {
    let bytes = docx::typed(REPORT).build();
    for limit in [Limit::Paragraphs, Limit::PartBytes, Limit::Entries, Limit::Depth, Limit::Work] {
        let mut limits = Limits::default();
        limits.lower(limit, 3);
        let error = read(Input { name: "a.docx", bytes: &bytes }, &limits).unwrap_err();
        assert!(
            matches!(error, ReadError::Limit { limit: found, .. } if found == limit),
            "{limit:?} {error}"
        );
    }
}

#[test]
fn pictures_without_text_ask_for_recognition() {
    let picture = "<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>";
    assert_eq!(error(&Docx::new(picture).build()), "no_text_layer");
    assert_eq!(error(&Docx::new("<w:p/>").build()), "empty");
    assert_eq!(error(&ofd::build(&[ofd::PICTURE.to_string()])), "no_text_layer");
}

#[test]
fn ofd_pages_are_real_and_missing_ones_are_said() {
    let long: Vec<(Option<u8>, &str)> = REPORT.iter().cycle().take(60).copied().collect();
    let source = load(&ofd::lines(&long)).unwrap();
    let pages: Vec<u32> = source.blocks().iter().filter_map(|b| b.origin.page).collect();
    assert!(pages.windows(2).all(|w| w[0] <= w[1]) && pages.last() > Some(&3));
    assert!(source.blocks().iter().all(|b| !b.origin.page_is_estimate));
    let pages = r#"<ofd:Page BaseLoc="Pages/P.xml"/><ofd:Page BaseLoc="/Doc_0/Pages/Q.xml"/><ofd:Page BaseLoc="Doc_0\R.xml"/>"#;
    let bytes = ofd::parts_to_bytes(&[
        ("OFD.xml".to_string(), ofd::root(&["/Doc_0/Document.xml"])),
        ("Doc_0\\Document.xml".to_string(), ofd::document(pages)),
        ("Doc_0/Pages/q.xml".to_string(), ofd::layer(&ofd::line(28.0, 40.0, "第二页有足够多的文字在这里"))),
        ("Doc_0/R.xml".to_string(), ofd::layer(ofd::PICTURE)),
    ]);
    let source = load(&bytes).unwrap();
    assert_eq!(kinds(&source), ["pages_without_text", "page_unreadable"]);
    assert_eq!(source.blocks()[0].origin.page, Some(2));
}

#[test]
fn ofd_text_that_runs_another_way_is_a_watermark() {
    let turned = ofd::object(60.0, 120.0, "内部资料", r#" CTM="0.7 0.7 -0.7 0.7 0 0""#);
    let page = ofd::line(28.0, 40.0, "正文第一行的文字在这里") + &turned + &ofd::line(28.0, 60.0, "第二行");
    assert_eq!(read_texts(&ofd::build(&[page])).concat(), "正文第一行的文字在这里第二行");
    // A page that lies on its side is read all the same.
    let lying = |x: f32, text: &str| ofd::object(x, 250.0, text, r#" CTM="0 -1 1 0 0 0""#);
    let page = lying(40.0, "第一行的文字") + &lying(60.0, "第二行的文字");
    assert_eq!(read_texts(&ofd::build(&[page])).concat(), "第一行的文字第二行的文字");
}

#[test]
fn odt_leaves_out_what_is_deleted_hidden_or_beside_the_text() {
    let styles = r#"<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>
        <style:style style:name="P9" style:family="paragraph" style:parent-style-name="P8"/>
        <style:style style:name="P8" style:family="paragraph"><style:text-properties text:display="none"/></style:style>"#;
    let note = r"<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>";
    let body = format!(
        r#"<text:tracked-changes><text:changed-region><text:deletion><text:p>删</text:p></text:deletion></text:changed-region></text:tracked-changes>
        <text:p>案件<text:change text:change-id="c"/>67<text:s text:c="2"/>件{note}<office:annotation><text:p>批注</text:p></office:annotation>。<text:span text:style-name="T1">藏</text:span></text:p>
        <text:p text:style-name="P9">藏段</text:p><text:p>行一。<text:line-break/>行二
        续</text:p>
        <text:table-of-content><text:table-of-content-source><text:index-title-template>模板</text:index-title-template></text:table-of-content-source><text:index-body><text:p>一、举措<text:tab/>1</text:p></text:index-body></text:table-of-content>
        <text:p><draw:frame><draw:text-box><text:p>框</text:p></draw:text-box><svg:title>标题</svg:title></draw:frame></text:p>"#
    );
    for bytes in [odt::build(styles, &body), odt::flat(styles, &body)] {
        let source = load(&bytes).unwrap();
        assert_eq!(texts(&source), ["案件67  件。", "行一。", "行二 续", "一、举措\t1", "框", "注"]);
        assert_eq!(kinds(&source), ["tracked_changes", "hidden_text"]);
        assert_eq!(source.blocks()[3].kind, BlockKind::Contents);
        assert_eq!(source.blocks()[5].kind, BlockKind::Note);
    }
}

#[test]
fn epub_chapters_follow_the_spine() {
    let package = r#"<package><manifest><item id="b" href="b.xhtml"/><item id="a" href="text%20a.xhtml"/><item id="n" properties="nav" href="nav.xhtml"/></manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>"#;
    let page =
        |body: &str| format!("<!DOCTYPE html><html><head><title>x</title></head><body>{body}</body></html>");
    let bytes = package::pack(&[
        ("mimetype", b"application/epub+zip"),
        (
            "META-INF/container.xml",
            br#"<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>"#,
        ),
        ("OEBPS/book.opf", package.as_bytes()),
        (
            "OEBPS/b.xhtml",
            page("<p>第二章&nbsp;末段</p><table><tr><td>受理</td><td>67件</td></tr></table>").as_bytes(),
        ),
        ("OEBPS/text a.xhtml", page("<h1>一、举措</h1><p>第一行<br/>第二行</p>").as_bytes()),
        ("OEBPS/nav.xhtml", page("<p>目录</p>").as_bytes()),
    ]);
    let source = load(&bytes).unwrap();
    assert_eq!(texts(&source), ["一、举措", "第一行", "第二行", "第二章\u{a0}末段", "受理", "67件"]);
    assert_eq!((source.format, source.blocks()[0].kind), ("epub", BlockKind::Heading(1)));
}
