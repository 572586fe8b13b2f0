//! The anatomy of a Word file: every word of the text is found again in the file.

use super::*;
use crate::text::Span;

const STYLES: &str = r#"<w:styles><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"#;
const NUMBERING: &str = r#"<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">
<w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#;

/// A flat Word file with this body.
fn flat(body: &str) -> String {
    let relation =
        |kind: &str, target: &str| format!(r#"<Relationship Type="http://x/{kind}" Target="{target}"/>"#);
    let part = |name: &str, xml: &str| {
        format!(r#"<pkg:part pkg:name="{name}"><pkg:xmlData>{xml}</pkg:xmlData></pkg:part>"#)
    };
    let rels = |list: &str| format!("<Relationships>{list}</Relationships>");
    let main = rels(&(relation("styles", "styles.xml") + &relation("numbering", "numbering.xml")));
    let parts = [
        part("/_rels/.rels", &rels(&relation("officeDocument", "/word/document.xml"))),
        part("/word/_rels/document.xml.rels", &main),
        part("/word/document.xml", &format!("<w:document><w:body>{body}</w:body></w:document>")),
        part("/word/styles.xml", STYLES),
        part("/word/numbering.xml", NUMBERING),
    ];
    let uri = "http://schemas.microsoft.com/office/2006/xmlPackage";
    format!("<?xml version=\"1.0\"?>\n<pkg:package xmlns:pkg=\"{uri}\">{}</pkg:package>", parts.concat())
}

fn take_apart(body: &str) -> Anatomy {
    anatomy(flat(body).as_bytes(), &Limits::default()).unwrap()
}

fn texts(anatomy: &Anatomy) -> Vec<&str> {
    anatomy.source.blocks().iter().map(|b| anatomy.source.slice(b.span)).collect()
}

fn at(text: &str, span: Span) -> &str {
    text.get(span.range()).unwrap()
}

/// Every word outside of numbers has a place in the XML, and there it says the same.
fn assert_agrees(anatomy: &Anatomy) {
    let text = anatomy.source.text();
    let mut covered = vec![false; text.len()];
    let mut last = 0;
    for piece in &anatomy.pieces {
        assert!(piece.text.start >= last && !piece.text.is_empty());
        last = piece.text.end;
        let (words, xml) = (at(text, piece.text), at(&anatomy.xml, piece.xml));
        assert!(words == xml.replace(['\n', '\t'], " ") || xml.starts_with(['&', '<']), "{words} {xml}");
        let run = anatomy.runs[piece.run as usize];
        assert!(run.xml.contains(piece.xml));
        assert!(
            at(&anatomy.xml, run.xml).starts_with("<w:r") && at(&anatomy.xml, run.xml).ends_with("</w:r>")
        );
        covered[piece.text.range()].fill(true);
    }
    for block in anatomy.source.blocks() {
        let start = block.auto_number.map_or(block.span.start, |n| n.end);
        let words = Span { start, end: block.span.end };
        assert!(covered[words.range()].iter().all(|c| *c), "{}", at(text, words));
    }
}

const PARAGRAPHS: [&str; 8] = [
    r#"<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>主要</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>举措</w:t></w:r></w:p>"#,
    r#"<w:p><w:r><w:t xml:space="preserve">  甲 &amp; 乙&#19993; </w:t></w:r></w:p>"#,
    r"<w:p><w:r><w:t>第一行。</w:t><w:br/><w:t>　　第二行</w:t></w:r></w:p>",
    r#"<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>"#,
    r"<w:p><w:r><w:t>有框</w:t></w:r><w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r><w:r><w:t>之后</w:t></w:r></w:p>",
    r#"<w:p><w:del w:id="2"><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins w:id="3"><w:r><w:t>加入</w:t></w:r></w:ins></w:p>"#,
    "<w:p/>",
    "<w:p><w:r><w:t>跨\n行\t文字</w:t><w:tab/><w:noBreakHyphen/></w:r></w:p>",
];

#[test]
fn every_word_is_found_again_in_the_file() {
    let found = take_apart(&PARAGRAPHS.concat());
    let want =
        ["一、主要举措", "甲 & 乙丙", "第一行。", "第二行", "前半有框之后", "框内", "加入", "跨 行 文字\t-"];
    assert_eq!(texts(&found), want);
    assert_eq!(found.part, "word/document.xml");
    assert_agrees(&found);
}

#[test]
fn marks_stand_at_a_run_of_the_body_and_around_what_takes_none() {
    let run = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
    let field = |kind: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    let shown = [field("begin"), field("separate"), run("页"), field("end")].concat();
    let simple = format!(r#"<w:fldSimple w:instr="DATE">{}</w:fldSimple>"#, run("日"));
    let link = format!("<w:hyperlink><w:ins>{}</w:ins></w:hyperlink>", run("链"));
    let ruby = format!("<w:r><w:ruby><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>", run("注"));
    let boxed =
        format!("<w:r><w:pict><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:pict></w:r>", run("框"));
    let parts = [run("文"), shown, simple, link, ruby, boxed, run("末")];
    let found = take_apart(&format!("<w:p>{}</w:p>", parts.concat()));
    assert_eq!(found.source.text(), "文页日链注末\n框");
    let around: Vec<(bool, &str)> = found.runs.iter().map(|r| (r.open, at(&found.xml, r.around))).collect();
    let open = [true, false, false, true, false, false, true];
    let want: Vec<(bool, &str)> = open.into_iter().zip(parts.iter().map(String::as_str)).collect();
    assert_eq!(around, want);
}

proptest::proptest! {
    #[test]
    fn text_and_anatomy_agree_whatever_the_order(order in proptest::collection::vec(0usize..8, 0..20)) {
        let body: String = order.iter().map(|n| PARAGRAPHS[*n]).collect();
        let found = take_apart(&body);
        assert_agrees(&found);
        let input = flat(&body);
        let read = Docx.read(&Input { name: "a.docx", bytes: input.as_bytes() }, &Limits::default()).unwrap();
        proptest::prop_assert_eq!(read.text(), found.source.text());
    }
}
