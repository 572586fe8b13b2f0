//! Fills the corpora of the fuzzers with the fixtures of the tests: `cargo run --bin seeds-office` in this folder.

use std::fs;
use std::io::Result;

#[path = "../../tests/it/forge/mod.rs"]
#[allow(dead_code, unfulfilled_lint_expectations)]
mod forge;

use forge::docx::{self, Docx, p, p_with};
use forge::{Report, odt, ofd};

const REPORT: Report<'static> = &[
    (None, "某某县人民政府关于2021年法治政府建设情况的报告"),
    (Some(1), "一、主要举措和成效"),
    (Some(2), "\u{ff08}一\u{ff09}加强组织领导"),
    (None, "办理行政复议案件67件\u{ff0c}审结61件。"),
    (Some(1), "二、存在的不足"),
    (None, "主要原因是编制少。"),
];

fn main() -> Result<()> {
    let numbered = docx::numbered(REPORT);
    let parts = [numbered.document(), String::from_utf8_lossy(&numbered.flat()).into_owned()];
    let rich = Docx::new(
        [
            p_with(r#"<w:rPr><w:del/></w:rPr>"#, "前"),
            r#"<w:tbl><w:tr><w:trPr/><w:tc><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#.to_string(),
            r#"<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p/></w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="end"/><w:footnoteReference w:id="2"/></w:r></w:p>"#.to_string(),
            p("后"),
        ]
        .concat(),
    );
    let cut = |parts: &[String]| parts.join("\n==\n").into_bytes();
    let body = |xml: String| xml.split_once("?>").map(|(_, rest)| rest.to_string()).unwrap_or(xml);
    put("docx", "numbered", &numbered.build())?;
    put("docx", "flat", parts[1].as_bytes())?;
    put("docx", "parts", &cut(&[body(rich.document()), body(parts[0].clone())]))?;
    put("annotate", "numbered", &numbered.build())?;
    put("annotate", "parts", &cut(&[rich.document(), parts[0].clone()]))?;
    put("odt", "typed", &odt::typed(REPORT))?;
    put("odt", "numbered", &odt::numbered(REPORT))?;
    put("odt", "flat", &odt::flat("<text:list-style style:name='L'/>", &odt::p("文字")))?;
    put("ofd", "lines", &ofd::lines(REPORT))?;
    let pages: Vec<String> = ofd::pages(REPORT).iter().map(|page| ofd::layer(&page.concat())).collect();
    put("ofd", "pages", &cut(&pages))
}

fn put(target: &str, name: &str, bytes: &[u8]) -> Result<()> {
    let folder = format!("corpus/{target}");
    fs::create_dir_all(&folder)?;
    fs::write(format!("{folder}/{name}"), bytes)
}
