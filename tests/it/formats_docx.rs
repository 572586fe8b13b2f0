//! Word files: the final text of changes, numbers of lists, notes, boxes, tables, pages.

use lawcheck::text::BlockKind;

use crate::forge::docx::{self, Docx, p, p_with};
use crate::forge::package;
use crate::formats_office::{REPORT, kinds, load, read_texts, texts, words};

#[test]
fn two_parts_of_one_name_are_said_and_never_both_read() {
    let docx =
        docx::typed(&[(None, "甲")]).with("other", "documenu.xml", &docx::typed(&[(None, "乙")]).document());
    let bytes = package::double(docx.build(), "word/documenu.xml", "word/document.xml");
    let source = load(&bytes).unwrap();
    assert_eq!(texts(&source), ["乙"]);
    assert_eq!(kinds(&source), ["duplicate_part"]);
}

#[test]
fn changes_are_read_as_accepted() {
    let gone = |kind: &str| format!(r#"<w:rPr><w:{kind} w:id="1"/></w:rPr>"#);
    let row = |properties: &str, text: &str| {
        format!("<w:tr><w:trPr>{properties}</w:trPr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>", p(text), p("1件"))
    };
    let body = [
        r#"<w:p><w:r><w:t>办理案件</w:t></w:r><w:del w:id="2"><w:r><w:delText>58</w:delText></w:r></w:del><w:ins w:id="3"><w:r><w:t>67</w:t></w:r></w:ins><w:r><w:t>件。</w:t></w:r></w:p>"#.to_string(),
        p_with(&gone("del"), "前半\u{ff0c}"),
        p("后半。"),
        format!("<w:p><w:pPr>{}</w:pPr><w:moveFrom w:id=\"5\"><w:r><w:t>移动。</w:t></w:r></w:moveFrom></w:p>", gone("moveFrom")),
        r#"<w:p><w:moveTo w:id="6"><w:r><w:t>移动。</w:t></w:r></w:moveTo></w:p>"#.to_string(),
        format!("<w:tbl>{}{}</w:tbl>", row("", "留下"), row(r#"<w:del w:id="7"/>"#, "删去")),
        p_with(&gone("del"), "末段"),
    ];
    let source = load(&Docx::new(body.concat()).build()).unwrap();
    assert_eq!(texts(&source), ["办理案件67件。", "前半\u{ff0c}后半。", "移动。", "留下", "1件", "末段"]);
    assert_eq!(kinds(&source), ["tracked_changes"]);
}

#[test]
fn deleted_items_of_a_list_are_not_counted() {
    let list = r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#;
    let deleted = format!(
        r#"<w:p><w:pPr>{list}<w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"#
    );
    let body = [p_with(list, "甲"), deleted, p_with(list, "乙")].concat();
    let numbering = r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#;
    assert_eq!(read_texts(&Docx::new(body).numbering(numbering).build()), ["1. 甲", "2. 乙"]);
}

#[test]
fn hidden_text_is_left_out_and_said() {
    let styles = r#"<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="hp"><w:rPr><w:vanish/></w:rPr></w:style>"#;
    let run = |format: &str, text: &str| format!("<w:r><w:rPr>{format}</w:rPr><w:t>{text}</w:t></w:r>");
    let shown_again = run(r#"<w:vanish w:val="0"/>"#, "又显示");
    let body = [
        format!(
            "<w:p>{}{}{}</w:p>",
            run("", "显示"),
            run("<w:vanish/>", "藏一"),
            run(r#"<w:rStyle w:val="h"/>"#, "藏二")
        ),
        p_with(r#"<w:pStyle w:val="hp"/>"#, "藏三"),
        format!(r#"<w:p><w:pPr><w:pStyle w:val="hp"/></w:pPr>{shown_again}</w:p>"#),
    ]
    .concat();
    let source = load(&Docx::new(body).styles(styles).build()).unwrap();
    assert_eq!(texts(&source), ["显示", "又显示"]);
    assert_eq!(kinds(&source), ["hidden_text"]);
}

#[test]
fn a_text_box_is_read_once_after_its_paragraph() {
    let inner = format!("<w:txbxContent>{}</w:txbxContent>", p("框内文字"));
    let body = format!(
        "<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><a:p><a:r><a:t>画布</a:t></a:r></a:p>{inner}</w:drawing></mc:Choice><mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>{}",
        p("下一段很长的文字")
    );
    let source = load(&Docx::new(body).build()).unwrap();
    assert_eq!(texts(&source), ["前后", "框内文字", "下一段很长的文字"]);
    assert_eq!(source.blocks()[1].kind, BlockKind::TextBox);
    // A converter that puts everything in boxes means paragraphs.
    let all = format!("<w:p><w:r><w:pict>{inner}</w:pict></w:r></w:p>");
    assert_eq!(load(&Docx::new(all).build()).unwrap().blocks()[0].kind, BlockKind::Paragraph);
}

#[test]
fn notes_follow_the_body_and_name_their_paragraph() {
    let note = |id: u8, text: &str| format!(r#"<w:footnote w:id="{id}">{}</w:footnote>"#, p(text));
    let mark = |id: u8| format!(r#"<w:r><w:footnoteReference w:id="{id}"/></w:r>"#);
    let body = format!(
        "{}<w:p><w:r><w:t>甲</w:t></w:r>{}<w:r><w:t>乙</w:t></w:r>{}</w:p>",
        p("首段"),
        mark(3),
        mark(2)
    );
    let notes =
        format!("<w:footnotes>{}{}{}</w:footnotes>", note(0, "分隔"), note(2, "注二"), note(3, "注三"));
    let source = load(&Docx::new(body).with("footnotes", "footnotes.xml", &notes).build()).unwrap();
    assert_eq!(texts(&source), ["首段", "甲乙", "注三", "注二"]);
    let last = &source.blocks()[3];
    assert_eq!((last.kind, last.origin.paragraph), (BlockKind::Note, Some(2)));
}

#[test]
fn contents_and_fields_are_told_from_text() {
    let field = |kind: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    let code = |text: &str| format!("<w:r><w:instrText>{text}</w:instrText></w:r>");
    let body = format!(
        "<w:p>{}{}{}<w:r><w:t>一、举措</w:t><w:tab/><w:t>1</w:t></w:r></w:p><w:p><w:r><w:t>二、不足</w:t></w:r>{}</w:p><w:p><w:r><w:t>日期</w:t></w:r>{}{}{}<w:r><w:t>1月10日</w:t></w:r>{}</w:p>",
        field("begin"),
        code(" TOC \\o \"1-3\" "),
        field("separate"),
        field("end"),
        field("begin"),
        code(" DATE "),
        field("separate"),
        field("end"),
    );
    let gallery = format!(
        r#"<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"#,
        p("目录")
    );
    let source = load(&Docx::new(gallery + &body).build()).unwrap();
    let found: Vec<(String, BlockKind)> =
        texts(&source).into_iter().zip(source.blocks().iter().map(|b| b.kind)).collect();
    let want = [
        ("目录", BlockKind::Contents),
        ("一、举措\t1", BlockKind::Contents),
        ("二、不足", BlockKind::Contents),
        ("日期1月10日", BlockKind::Paragraph),
    ];
    assert_eq!(found, want.map(|(text, kind)| (text.to_string(), kind)));
}

#[test]
fn a_report_in_one_cell_is_paragraphs_and_a_table_is_cells() {
    let cell = |content: String| format!("<w:tc>{content}</w:tc>");
    let layout = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell(p("一、举措") + &p("正文。")));
    let data = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell(p("受理")), cell(p("67件")));
    let source = load(&Docx::new(layout + &data).build()).unwrap();
    let found: Vec<bool> = source.blocks().iter().map(|b| matches!(b.kind, BlockKind::Cell(_))).collect();
    assert_eq!(found, [false, false, true, true]);
    let place = source.blocks()[3].origin.cell.unwrap();
    assert_eq!((place.table, place.row, place.column), (2, 1, 2));
}

#[test]
fn paragraphs_are_counted_and_pages_estimated() {
    let body = [
        p("第一页"),
        "<w:p/>".to_string(),
        r#"<w:p><w:r><w:br w:type="page"/></w:r></w:p>"#.to_string(),
        r"<w:p><w:r><w:lastRenderedPageBreak/><w:t>第二页</w:t></w:r></w:p>".to_string(),
        r"<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:lastRenderedPageBreak/><w:t>第三页</w:t></w:r></w:p>".to_string(),
        r"<w:p><w:r><w:t>跨页</w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>段落</w:t></w:r></w:p>".to_string(),
        p("第四页"),
    ];
    let source = load(&Docx::new(body.concat()).build()).unwrap();
    let found: Vec<_> = source.blocks().iter().map(|b| (b.origin.paragraph, b.origin.page)).collect();
    let at = |paragraph, page| (Some(paragraph), Some(page));
    assert_eq!(found, [at(1, 1), at(4, 2), at(5, 3), at(6, 3), at(7, 4)]);
    assert!(source.blocks().iter().all(|b| b.origin.page_is_estimate));
    assert_eq!(load(&Docx::new(p("甲")).build()).unwrap().blocks()[0].origin.page, None);
}

#[test]
fn other_names_prefixes_and_encodings_make_no_difference() {
    let report = docx::typed(REPORT);
    let document = report.document();
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(document.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let strict = document
        .replace("schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml");
    let renamed = document
        .replace("<w:", "<ns0:")
        .replace("</w:", "</ns0:")
        .replace(" w:", " ns0:")
        .replace("xmlns:w", "xmlns:ns0");
    let bare =
        document.replace("<w:", "<").replace("</w:", "</").replace(" w:", " ").replace("xmlns:w", "xmlns");
    for main in [utf16, strict.into_bytes(), renamed.into_bytes(), bare.into_bytes()] {
        assert_eq!(read_texts(&report.build_with(&main)), words());
    }
    assert_eq!(read_texts(&docx::typed(REPORT).main("word/document2.xml").build()), words());
    assert_eq!(read_texts(&docx::typed(REPORT).main("wordfiles/main.xml").build()), words());
}

#[test]
fn embedded_files_are_said() {
    let source = load(&Docx::new(p("前") + r#"<w:altChunk r:id="r1"/>"# + &p("后")).build()).unwrap();
    assert_eq!(texts(&source), ["前", "后"]);
    assert_eq!(kinds(&source), ["embedded_part_not_read"]);
}

#[test]
fn word_2003_xml_is_read() {
    let body = r#"<w:p><w:pPr><w:pStyle w:val="h"/><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:t>举措</w:t></w:r></w:p><w:p><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>删</w:delText></w:r></aml:content></aml:annotation><aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>加</w:t></w:r></aml:content></aml:annotation></w:p>"#;
    let styles = r#"<w:styles><w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/></w:style></w:styles>"#;
    let file = format!(
        r#"<?xml version="1.0"?><w:wordDocument xmlns:w="urn:w">{styles}<w:body>{body}</w:body></w:wordDocument>"#
    );
    let source = load(file.as_bytes()).unwrap();
    assert_eq!(texts(&source), ["一、举措", "加"]);
    assert_eq!(source.blocks()[0].kind, BlockKind::Heading(1));
    assert_eq!(kinds(&source), ["tracked_changes"]);
}

#[test]
fn numbers_of_lists_follow_the_rules_of_word() {
    let level = |n: u8, more: &str, text: &str| {
        format!(r#"<w:lvl w:ilvl="{n}"><w:start w:val="1"/>{more}<w:lvlText w:val="{text}"/></w:lvl>"#)
    };
    let chinese = r#"<w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/>"#;
    let numbering = format!(
        r#"<w:abstractNum w:abstractNumId="0">{}{}{}</w:abstractNum><w:abstractNum w:abstractNumId="1">{}</w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>"#,
        level(0, chinese, "第%1章"),
        level(1, "<w:isLgl/>", "%1.%2"),
        level(2, r#"<w:lvlRestart w:val="0"/><w:suff w:val="nothing"/>"#, "(%3)"),
        level(0, r#"<w:numFmt w:val="bullet"/>"#, "\u{f0b7}"),
    );
    let item = |list: u8, level: u8| {
        p_with(&format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#), "条")
    };
    let body: String =
        [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0)].map(|(l, n)| item(l, n)).concat();
    let found = read_texts(&Docx::new(body).numbering(&numbering).build());
    assert_eq!(found, ["第一章条", "1.1 条", "(1)条", "1.2 条", "(2)条", "第二章条", "2.1 条", "条"]);
}
