//! Comments in hand-made files of several dialects: the words they surround, and everything else as it was.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, ZipArchive};

use super::*;
use crate::read::xml::{Event, Xml};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const MAIN: &str = "word/document.xml";
const AUTHOR: Author<'static> = Author { name: "lawcheck", day: "2026-11-25" };

fn pack(parts: &[(String, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        // Some packers store what is short.
        let method = if text.len() < 200 { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        zip.start_file(name, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The parts of a file with this main part.
fn parts(document: String) -> Vec<(String, String)> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let types = "<Types><Override PartName=\"/word/document.xml\" ContentType=\"main\"/></Types>";
    let root = format!(
        "<Relationships><Relationship Id=\"a\" Type=\"{office}/officeDocument\" Target=\"{MAIN}\"/></Relationships>"
    );
    let list = "<p:Relationships xmlns:p=\"x\"><p:Relationship Id=\"rId1\" Type=\"x/theme\" Target=\"theme.xml\"/></p:Relationships>";
    let parts = [
        ("[Content_Types].xml", types.to_string()),
        ("_rels/.rels", root),
        (MAIN, document),
        ("word/_rels/document.xml.rels", list.to_string()),
        ("word/theme.xml", "<theme>\u{4e3b}\u{9898}</theme>".repeat(40)),
        ("word/media/image1.png", "no picture".to_string()),
    ];
    parts.map(|(name, text)| (name.to_string(), text)).to_vec()
}

fn document(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<w:document xmlns:w=\"{W}\"><w:body>{body}<w:sectPr/></w:body></w:document>"
    )
}

fn file(body: &str) -> Vec<u8> {
    pack(&parts(document(body)))
}

fn run(words: &str) -> String {
    format!("<w:r><w:rPr><w:b/></w:rPr><w:t>{words}</w:t></w:r>")
}

fn p(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

/// A comment at every one of these words.
fn at_words(bytes: &[u8], words: &[&str]) -> Vec<Comment> {
    let text = anatomy(bytes, &Limits::default()).unwrap().source.text().to_string();
    let comment = |words: &&str| {
        let start = text.find(words).unwrap_or_else(|| panic!("{words} in {text}"));
        Comment { spot: Spot::Words(Span::new(start, start + words.len())), said: vec![(*words).to_string()] }
    };
    words.iter().map(comment).collect()
}

fn commented(bytes: &[u8], words: &[&str]) -> Vec<u8> {
    annotate(bytes, &at_words(bytes, words), AUTHOR).unwrap()
}

/// All parts in their order.
fn unpack(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let part = |n| {
        let mut entry = zip.by_index(n).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        (entry.name().unwrap().into_owned(), bytes)
    };
    (0..ZipArchive::new(Cursor::new(bytes)).unwrap().len()).map(part).collect()
}

fn part(bytes: &[u8], name: &str) -> String {
    let found = unpack(bytes).into_iter().find(|(n, _)| n == name);
    String::from_utf8(found.unwrap_or_else(|| panic!("no {name}")).1).unwrap()
}

/// The words that the marks of every comment surround.
fn surrounded(bytes: &[u8]) -> BTreeMap<i64, String> {
    let main = part(bytes, MAIN);
    let limits = Limits::default();
    let mut xml = Xml::new(&main, MAIN, FORMAT, &limits);
    let (mut words, mut open, mut hung) = (BTreeMap::new(), Vec::new(), Vec::new());
    let mut names = Vec::new();
    while let Some(event) = xml.next().unwrap() {
        match event {
            Event::Open(tag) => {
                let id = tag.number("id").unwrap_or_default();
                match tag.name() {
                    "commentRangeStart" => open.push(id),
                    "commentRangeEnd" => open.retain(|o| *o != id),
                    "commentReference" => hung.push(id),
                    _ => {}
                }
                names.push(tag.name().to_string());
            }
            Event::Text(text, _) if names.last().is_some_and(|n| n == "t") => {
                open.iter().for_each(|id| words.entry(*id).or_insert_with(String::new).push_str(&text));
            }
            Event::Text(..) => {}
            Event::Close(_) => drop(names.pop()),
        }
    }
    assert!(open.is_empty());
    hung.sort_unstable();
    assert_eq!(hung, words.keys().copied().collect::<Vec<_>>(), "every comment hangs once");
    words
}

fn surrounded_in_order(bytes: &[u8]) -> Vec<String> {
    surrounded(bytes).into_values().collect()
}

#[test]
fn nothing_but_the_comments_and_what_names_them_changes() {
    let body = [p(&(run("甲县") + &run("报告"))), p(&run("完"))].concat();
    let before = file(&body);
    let after = commented(&before, &["甲县"]);
    let (old, new) = (unpack(&before), unpack(&after));
    assert_eq!(new.len(), old.len() + 1);
    for ((name, bytes), (same, now)) in old.iter().zip(&new) {
        assert_eq!(name, same);
        let named = ["[Content_Types].xml", MAIN, "word/_rels/document.xml.rels"].contains(&name.as_str());
        assert_eq!(bytes == now, !named, "{name}");
    }
    let marked = run("甲县");
    let marked = format!(
        "<w:commentRangeStart w:id=\"0\"/>{marked}<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"
    );
    assert_eq!(part(&after, MAIN), document(&body).replacen(&run("甲县"), &marked, 1));
    let comments = part(&after, "word/comments.xml");
    assert!(comments.contains("w:author=\"lawcheck\" w:date=\"2026-11-25T00:00:00Z\""), "{comments}");
    assert!(part(&after, "[Content_Types].xml").contains("<Override PartName=\"/word/comments.xml\""));
    let list = part(&after, "word/_rels/document.xml.rels");
    assert!(
        list.contains("<p:Relationship Id=\"rId2\"") && list.contains("Target=\"comments.xml\""),
        "{list}"
    );
}

#[test]
fn words_are_marked_wherever_they_stand() {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let boxed = format!("<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>", p(&run("框里的话")));
    let link = format!("<w:hyperlink r:id=\"x\">{}</w:hyperlink>", run("网站的链接"));
    let added = format!("<w:ins w:id=\"7\" w:author=\"a\">{}</w:ins>", run("后来加入的"));
    let shown = [field("begin"), field("separate"), run("域的结果"), field("end")].concat();
    let cell = format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", p(&run("格子里的字")));
    let breaks = "<w:r><w:t>上行</w:t><w:br/><w:t>下行的字</w:t></w:r>".to_string();
    let body = [
        p(&[run("一段"), run("几个"), run("字块")].concat()),
        p(&link),
        p(&added),
        p(&shown),
        cell,
        p(&boxed),
        p(&breaks),
    ];
    let before = file(&body.concat());
    for (words, around) in [
        ("段几个字", "段几个字"),
        ("的链", "的链"),
        ("来加", "来加"),
        // A field and a text box are marked as a whole.
        ("的结", "域的结果"),
        ("里的话", "框里的话"),
        ("子里", "子里"),
        ("下行", "下行"),
        ("上行", "上行"),
        ("字块\n网站", "字块网站"),
    ] {
        assert_eq!(surrounded_in_order(&commented(&before, &[words])), [around]);
    }
}

#[test]
fn comments_of_a_link_hang_outside_of_it() {
    let before = file(&p(&format!("<w:ins w:id=\"7\">{}</w:ins>", run("加入"))));
    let after = part(&commented(&before, &["入"]), MAIN);
    assert!(after.contains("</w:ins><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>"), "{after}");
}

#[test]
fn files_of_other_dialects_are_written_in_their_own_words() {
    let body = p(&[run("法治"), run("政府建设")].concat());
    let other = |text: String| {
        let text = text.replace("<w:", "<ns0:").replace("</w:", "</ns0:").replace("xmlns:w", "xmlns:ns0");
        text.replace(W, STRICT)
    };
    let bare = |text: String| text.replace("<w:", "<").replace("</w:", "</").replace("xmlns:w", "xmlns");
    for (main, mark, kind) in [
        (other(document(&body)), "<ns0:commentRangeStart ns0:id=\"0\"/>".to_string(), "purl.oclc.org"),
        (
            bare(document(&body)),
            format!("<w:commentRangeStart xmlns:w=\"{W}\" w:id=\"0\"/>"),
            "openxmlformats",
        ),
    ] {
        let after = commented(&pack(&parts(main)), &["治政"]);
        assert_eq!(surrounded_in_order(&after), ["治政"]);
        let text = part(&after, MAIN);
        assert!(text.contains(&mark), "{text}");
        assert!(part(&after, "word/_rels/document.xml.rels").contains(kind));
        let comments = part(&after, "word/comments.xml");
        assert_eq!(comments.contains(STRICT), text.contains(STRICT));
    }
}

#[test]
fn comments_that_are_there_stay_and_keep_their_ids() {
    let old = format!("<x:comments xmlns:x=\"{W}\"><x:comment x:id=\"41\"/></x:comments>");
    let hangs = "<w:r><w:commentReference w:id=\"41\"/></w:r>";
    let marked =
        format!("<w:commentRangeStart w:id=\"41\"/>{}<w:commentRangeEnd w:id=\"41\"/>{hangs}", run("旧的"));
    let mut parts = parts(document(&p(&(marked + &run("新的")))));
    parts[3].1 =
        "<Relationships><Relationship Id=\"c\" Type=\"y/comments\" Target=\"notes/c.xml\"/></Relationships>"
            .into();
    parts.push(("word/notes/c.xml".into(), old));
    let before = pack(&parts);
    let after = commented(&before, &["新的", "旧"]);
    assert_eq!(
        surrounded(&after),
        [(41, "旧的"), (42, "新的"), (43, "旧")].map(|(n, w)| (n, w.to_string())).into()
    );
    let comments = part(&after, "word/notes/c.xml");
    assert!(comments.contains("<x:comment x:id=\"41\"/><x:comment x:id=\"42\""), "{comments}");
    assert_eq!(part(&after, "word/_rels/document.xml.rels"), parts[3].1);
}

#[test]
fn blanks_are_shown_as_before() {
    for (run, words, cut) in [
        (
            "<w:r><w:t>年度 报告</w:t></w:r>",
            " 报",
            "<w:t xml:space=\"preserve\">年度</w:t></w:r>|<w:r><w:t xml:space=\"preserve\"> 报</w:t></w:r>|\
             <w:r><w:t xml:space=\"preserve\">告</w:t></w:r>",
        ),
        // These would show blanks that were not shown, or cannot be cut.
        ("<w:r><w:t> 年度报告 </w:t></w:r>", "度", "<w:t> 年度报告 </w:t>"),
        ("<w:r><w:t><![CDATA[年度报告]]></w:t></w:r>", "度", "<w:t><![CDATA[年度报告]]></w:t>"),
        (
            "<w:r a='>'><w:t>年&lt;报告</w:t></w:r>",
            "<",
            "年</w:t></w:r>|<w:r a='>'><w:t xml:space=\"preserve\">&lt;</w:t>",
        ),
    ] {
        let after = part(&commented(&file(&p(run)), &[words]), MAIN);
        let marks = ["<w:commentRangeStart w:id=\"0\"/>", "<w:commentRangeEnd w:id=\"0\"/>"];
        let plain = after.replace("<w:r><w:commentReference w:id=\"0\"/></w:r>", "");
        let plain = marks.iter().fold(plain, |text, mark| text.replace(mark, "|"));
        assert!(plain.contains(cut), "{plain}");
    }
}

#[test]
fn what_has_no_words_of_its_own_is_marked_at_its_paragraph() {
    let before = file(&[p(&run("标题")), p(&run("正文"))].concat());
    let said = || vec!["一句".to_string()];
    let whole = annotate(&before, &[Comment { spot: Spot::Start, said: said() }], AUTHOR).unwrap();
    assert_eq!(surrounded_in_order(&whole), ["标题"]);
    let end = anatomy(&before, &Limits::default()).unwrap().source.text().len();
    let nowhere = Comment { spot: Spot::Words(Span::new(end, end)), said: said() };
    assert_eq!(surrounded_in_order(&annotate(&before, &[nowhere], AUTHOR).unwrap()), ["正文"]);
}

#[test]
fn what_is_missing_is_marked_at_the_end_of_the_paragraph_before_it() {
    let before = file(&[p(&run("标题")), p(&run("一是加强执法培训。")), p(&run("末"))].concat());
    let at = |line| {
        let comment = Comment { spot: Spot::EndOfLine(line), said: vec!["一句".to_string()] };
        surrounded_in_order(&annotate(&before, &[comment], AUTHOR).unwrap())
    };
    assert_eq!([at(2), at(3), at(99)].concat(), ["法培训。", "末", "末"]);
}

#[test]
fn words_of_a_comment_are_no_markup() {
    let before = file(&p(&run("标题")));
    let said = vec!["<script>&\u{0}\"".to_string(), "甲\n乙".to_string()];
    let after = annotate(&before, &[Comment { spot: Spot::Start, said }], AUTHOR).unwrap();
    let comments = part(&after, "word/comments.xml");
    assert!(comments.contains("&lt;script&gt;&amp;&quot;</w:t>") && comments.contains("甲 乙"), "{comments}");
}

#[test]
fn files_that_cannot_be_given_back_are_refused_with_the_reason() {
    let body = p(&run("标题"));
    let comment = [Comment { spot: Spot::Start, said: vec!["一句".to_string()] }];
    let refused = |bytes: &[u8]| annotate(bytes, &comment, AUTHOR).unwrap_err();
    let with = |name: &str, text: &str| {
        let mut parts = parts(document(&body));
        parts.push((name.to_string(), text.to_string()));
        pack(&parts)
    };
    assert_eq!(refused(b"<?xml version='1.0'?><pkg:package/>"), Unmarked::Flat);
    assert_eq!(refused(&with("_xmlsignatures/origin.sigs", "")), Unmarked::Signed);
    assert_eq!(refused(&file("<w:p/>")), Unmarked::NoWords);
    assert!(matches!(refused(b"PK\x03\x04"), Unmarked::Read(_)));
    let inside = format!("<w:p>{}</w:p>", p(&run("段中段")));
    let nested = annotate(&file(&inside), &comment, AUTHOR);
    assert!(nested.is_err() || surrounded_in_order(&nested.unwrap()) == ["段中段"]);
}

proptest::proptest! {
    #[test]
    fn any_places_are_marked_and_the_text_stays(places in proptest::collection::vec((0usize..40, 1usize..12), 1..12)) {
        let link = format!("<w:hyperlink>{}<w:smartTag>{}</w:smartTag></w:hyperlink>", run("链接甲"), run("乙丙"));
        let body = [
            p(&[run("关于报告"), link, run("结尾&amp;丁")].concat()),
            p("<w:r><w:t>上 行</w:t><w:tab/><w:t xml:space=\"preserve\"> 下行</w:t><w:br/></w:r>"),
            p(&run("末段文字")),
        ];
        let before = file(&body.concat());
        let text = anatomy(&before, &Limits::default()).unwrap().source.text().to_string();
        let borders: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let at = |n: usize| borders[n.min(borders.len() - 1)];
        let said: Vec<Comment> = places
            .iter()
            .map(|(from, count)| (at(*from), at(from + count)))
            .filter_map(|(from, to)| Some((Span::new(from, to), text.get(from..to)?.to_string())))
            .filter(|(_, words)| !words.trim().is_empty())
            .map(|(span, words)| Comment { spot: Spot::Words(span), said: vec![words] })
            .collect();
        let after = annotate(&before, &said, AUTHOR).unwrap();
        let visible = |text: &str| text.replace(['\n', '\t'], "");
        let want: Vec<String> = said.iter().map(|c| visible(&c.said[0])).collect();
        let found: Vec<String> = surrounded_in_order(&after).iter().map(|w| visible(w)).collect();
        proptest::prop_assert_eq!(found, want);
    }
}
