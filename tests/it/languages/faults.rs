//! Files that cannot be read and scripts that fail: every cause told in one language.

use std::path::Path;

use serde_json::Value;

use super::foreign::{Known, english_in};
use super::{none, printed, rules};
use crate::forge::mhtml::Transfer;
use crate::forge::package::{cut, encrypted, pack, spoil};
use crate::forge::{doc, docx, html, mhtml, odt, ofd, pdf};

const WORDS: &str = "全县推进依法行政\u{ff0c}完善制度建设\u{ff0c}取得明显成效。";

/// A document of one paragraph.
fn good() -> Vec<u8> {
    docx::Docx::new(docx::p(WORDS)).build()
}

/// A page without a report.
fn page(title: &str, main: &str) -> Vec<u8> {
    html::around(title, main).into_bytes()
}

/// Names and bytes of files of which none can be read.
fn unreadable() -> Vec<(&'static str, Vec<u8>)> {
    let broken = |xml: &str| docx::Docx::new("").build_with(xml.as_bytes());
    let attachment = "<p>附件</p><p><a href=\"a.docx\">法治政府建设年度报告.docx</a></p>";
    let latin1: String = encoding_rs::GBK.encode(WORDS).0.iter().map(|b| char::from(*b)).collect();
    let gbk = encoding_rs::GBK.encode(&format!("{WORDS}\n{WORDS}\n")).0.into_owned();
    vec![
        ("empty.txt", Vec::new()),
        ("latin1.txt", latin1.repeat(3).into_bytes()),
        ("mixed.txt", [format!("{WORDS}\n{WORDS}\n").into_bytes(), gbk].concat()),
        ("binary.txt", vec![1; 400]),
        ("picture.docx", [b"\x89PNG\r\n".to_vec(), vec![0; 90]].concat()),
        ("cut.docx", cut(&good())),
        ("spoiled.docx", spoil(good())),
        ("locked.docx", encrypted(good())),
        ("markup.docx", broken("<w:document><w:body><w:p></w:x>")),
        ("broken-off.docx", broken("<w:document><w:body>")),
        ("entity.docx", broken("<w:document><w:body>&nope;</w:body></w:document>")),
        ("definitions.docx", docx::entities()),
        ("encoding.docx", docx::Docx::new("").build_with(b"<w:document>\xff\xfe\xff</w:document>")),
        ("workbook.docx", pack(&[("xl/workbook.xml", b"<workbook/>")])),
        ("other.odt", pack(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")])),
        ("locked.odt", odt::encrypted()),
        ("hollow.odt", pack(&[("mimetype", b"application/vnd.oasis.opendocument.text")])),
        ("outside.ofd", ofd::path_escape()),
        ("hollow.ofd", ofd::parts_to_bytes(&[("OFD.xml".to_string(), ofd::root(&["Doc_0/Document.xml"]))])),
        ("hollow.epub", pack(&[("mimetype", b"application/epub+zip")])),
        ("workbook.doc", doc::ole(&[("Workbook", &[0; 100])])),
        ("unknown.doc", doc::ole(&[("Other", &[0; 100])])),
        ("header.doc", doc::ole(&[("WordDocument", &[0; 600])])),
        ("cut.doc", doc::ole(&[("WordDocument", &[0; 600])])[..700].to_vec()),
        ("cut.rtf", b"{\\rtf1\\ansi{\\fonttbl".to_vec()),
        ("nothing.pdf", b"%PDF-1.7\nnothing".to_vec()),
        ("no-pages.pdf", pdf::file(&[b"<</Type/Catalog/Pages 2 0 R>>".to_vec(), b"<</Type/Pages/Count 0/Kids[]>>".to_vec()])),
        ("error.html", page("404", "<p>404 Not Found</p><p>页面不存在</p>")),
        ("attached.html", page("年度报告", attachment)),
        ("short.html", page("年度报告", "<p>暂无</p>")),
        ("no-page.mhtml", mhtml::message(b"", "utf-8", Transfer::Base64)),
        ("hollow.mhtml", b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/css\r\n\r\na\r\n--x--\r\n".to_vec()),
    ]
}

/// Files, and what of Chinese the messages about them may name.
fn searched(folder: &Path, args: &[&str], known: &Known, expected: usize) -> Vec<String> {
    let mut out = Vec::new();
    for (lang, format) in [("en", "table"), ("en", "json"), ("zh", "table"), ("zh", "json")] {
        let text = printed(folder, format, &[args, &["--format", format]].concat(), lang);
        let found = if lang == "en" { known.chinese_in(&text) } else { english_in(&text) };
        out.extend(found.into_iter().map(|place| format!("{format} --lang {lang}: {place}")));
        assert!(text.lines().count() >= expected, "{text}");
    }
    out
}

fn results(folder: &Path, args: &[&str]) -> Value {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_lawcheck"));
    let output = command.args(args).args(["--format", "json"]).current_dir(folder).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn every_cause_of_not_reading_is_told_in_one_language() {
    let folder = tempfile::tempdir().unwrap();
    let files = unreadable();
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).chain(["nowhere.docx"]).collect();
    files.iter().for_each(|(name, bytes)| std::fs::write(folder.path().join(name), bytes).unwrap());
    let args: Vec<&str> = ["score"].into_iter().chain(names.iter().copied()).collect();
    let run = results(folder.path(), &args);
    let failed: Vec<&str> =
        run["errors"].as_array().unwrap().iter().map(|e| e["path"].as_str().unwrap()).collect();
    let missed: Vec<&&str> = names.iter().filter(|name| !failed.contains(*name)).collect();
    assert!(missed.is_empty(), "these were read: {missed:?}");
    let known = Known::of(&[run], &["法治政府建设年度报告.docx".to_string()], &rules());
    none(&searched(folder.path(), &args, &known, names.len()));
}

#[test]
fn a_limit_is_told_in_one_language() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.docx"), good()).unwrap();
    let args = ["score", "a.docx", "--limit", "part_bytes=10"];
    let run = results(folder.path(), &args);
    assert_eq!(run["errors"][0]["kind"], "limit_exceeded");
    none(&searched(folder.path(), &args, &Known::of(&[run], &[], &rules()), 1));
}

#[test]
fn what_reading_noticed_is_told_in_one_language() {
    let run = |inner: &str| format!("<w:r>{inner}<w:t>{WORDS}</w:t></w:r>");
    let changed = format!("<w:p><w:ins w:id=\"1\" w:author=\"a\">{}</w:ins></w:p>", run(""));
    let hidden = format!("<w:p>{}{}</w:p>", run(""), run("<w:rPr><w:vanish/></w:rPr>"));
    let mut spoilt = WORDS.repeat(20).into_bytes();
    spoilt[30] = 0xff;
    let folder = tempfile::tempdir().unwrap();
    let known = Known::of(&[], &[WORDS.to_string(), WORDS.repeat(20)], &[]);
    let files = [("a.docx", docx::Docx::new(changed + &hidden).build(), 2), ("b.txt", spoilt, 1)];
    for (name, bytes, count) in files {
        std::fs::write(folder.path().join(name), bytes).unwrap();
        let warnings = &results(folder.path(), &["text", name])["warnings"];
        assert_eq!(warnings.as_array().map(Vec::len), Some(count), "{name}: {warnings}");
        let said = |lang| {
            let args = ["text", name, "--format", "json"];
            printed(folder.path(), "json", &args, lang)
                .lines()
                .filter(|l| !l.starts_with("全县"))
                .collect::<String>()
        };
        none(&known.chinese_in(&said("en")));
        none(&english_in(&said("zh")));
        assert!(!known.chinese_in(&said("zh")).is_empty());
    }
}

/// Scripts that give no ruling, each by another cause.
const SCRIPTS: [&str; 12] = [
    "while true { }",
    "let a = [1]; while true { a += a; } met()",
    "let a = \"a\"; while true { a += a; } met()",
    "fn f(n) { f(n + 1) } f(0); met()",
    "let none = 0; let n = 1 / none; met()",
    "let list = [1]; let n = list[5]; met()",
    "let text = report.title; let n = text + report; met()",
    "throw \"own words\"",
    "partly(3, 2, \"x\")",
    "if report.notes(\"nope\").found { met() } else { met() }",
    "if report.relations(\"nope\", \"holds\").found { met() } else { met() }",
    "1 + 1",
];

fn write(folder: &Path, name: &str, text: &str) {
    std::fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
    std::fs::write(folder.join(name), text).unwrap();
}

#[test]
fn every_fault_of_a_script_is_told_in_one_language() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let basis = "{ document: 甲规定, status: unverified }";
    let head = format!("title: 甲\nauthority: 甲\nversion: 1.0.0\nbasis: [{basis}]\nen: {{ title: a }}\n");
    write(here, "own/pack.yaml", &head);
    write(here, "own/10-a/part.yaml", "title: 甲\nweight: 1\nen: { title: a }\n");
    for (script, number) in SCRIPTS.iter().zip(10..) {
        let rule = format!(
            "title: 甲\nkind: quality\nbasis: {basis}\nweight: 1\nseverity: info\nsignals:\n  word: {{ any: [行政] }}\n\
             judge: |\n  {script}\nadvice: 甲\nexamples:\n  - met: {{ text: 行政 }}\n  - unmet: {{ text: 无 }}\n\
             en: {{ title: a, advice: a, messages: {{ x: x }} }}\n"
        );
        let rule = if script.contains("\"x\"") { rule } else { rule.replace(", messages: { x: x }", "") };
        write(here, &format!("own/10-a/r{number}.yaml"), &rule);
    }
    let report = format!("云溪县人民政府关于2024年法治政府建设情况的报告\n一、主要举措和成效\n{WORDS}\n");
    write(here, "a.txt", &report);
    let args = ["score", "a.txt", "--pack", "own", "--only", "own/*"];
    let run = results(here, &args);
    let results = run["reports"][0]["results"].as_array().unwrap();
    let decided: Vec<&Value> = results.iter().filter(|r| r["outcome"] != "undecided").collect();
    assert!(decided.is_empty() && results.len() == SCRIPTS.len(), "{decided:?} of {}", results.len());
    let known = Known::of(&[run], &[report], &[]);
    none(&searched(here, &args, &known, SCRIPTS.len()));
}
