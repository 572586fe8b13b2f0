//! Word files.

use super::package::pack;
use super::{Outline, Report, escape};

const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A Word file from its parts; most files need a body only.
pub(crate) struct Docx {
    body: String,
    styles: String,
    numbering: Option<String>,
    others: Vec<(String, String, String)>,
    main: &'static str,
}

impl Docx {
    pub(crate) fn new(body: impl Into<String>) -> Docx {
        Docx {
            body: body.into(),
            styles: styles(false),
            numbering: None,
            others: Vec::new(),
            main: "word/document.xml",
        }
    }

    /// A part that the main part refers to, such as footnotes.
    pub(crate) fn with(mut self, relation: &str, name: &str, xml: &str) -> Docx {
        self.others.push((relation.to_string(), name.to_string(), xml.to_string()));
        self
    }

    pub(crate) fn styles(mut self, styles: &str) -> Docx {
        self.styles = format!("<w:styles {W}>{styles}</w:styles>");
        self
    }

    pub(crate) fn numbering(mut self, numbering: &str) -> Docx {
        self.numbering = Some(format!("<w:numbering {W}>{numbering}</w:numbering>"));
        self
    }

    pub(crate) fn main(mut self, name: &'static str) -> Docx {
        self.main = name;
        self
    }

    /// The main part.
    pub(crate) fn document(&self) -> String {
        let declaration = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
        format!("{declaration}<w:document {W}><w:body>{}<w:sectPr/></w:body></w:document>", self.body)
    }

    pub(crate) fn build(&self) -> Vec<u8> {
        self.build_with(self.document().as_bytes())
    }

    /// The package with another main part.
    pub(crate) fn build_with(&self, document: &[u8]) -> Vec<u8> {
        let types = format!(
            r#"<Types><Override PartName="/{}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#,
            self.main
        );
        let (folder, file) = self.main.rsplit_once('/').unwrap();
        let root = relations(&[("officeDocument", self.main)]);
        let mut list = vec![("styles", "styles.xml")];
        list.extend(self.numbering.as_ref().map(|_| ("numbering", "numbering.xml")));
        list.extend(self.others.iter().map(|(relation, name, _)| (relation.as_str(), name.as_str())));
        let main_relations = relations(&list);
        let path = |name: &str| format!("{folder}/{name}");
        let mut parts = vec![
            ("[Content_Types].xml".to_string(), types.into_bytes()),
            ("_rels/.rels".to_string(), root.into_bytes()),
            (self.main.to_string(), document.to_vec()),
            (path(&format!("_rels/{file}.rels")), main_relations.into_bytes()),
            (path("styles.xml"), self.styles.clone().into_bytes()),
        ];
        parts.extend(self.numbering.clone().map(|xml| (path("numbering.xml"), xml.into_bytes())));
        parts.extend(self.others.iter().map(|(_, name, xml)| (path(name), xml.clone().into_bytes())));
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect();
        pack(&parts)
    }

    /// The same as one XML file.
    pub(crate) fn flat(&self) -> Vec<u8> {
        let part = |name: &str, xml: &str| {
            let xml = xml.split_once("?>").map_or(xml, |(_, rest)| rest);
            format!(r#"<pkg:part pkg:name="{name}"><pkg:xmlData>{xml}</pkg:xmlData></pkg:part>"#)
        };
        let mut parts = part("/_rels/.rels", &relations(&[("officeDocument", "word/document.xml")]));
        parts += &part("/word/document.xml", &self.document());
        parts += &part("/word/styles.xml", &self.styles);
        let mut list = vec![("styles", "styles.xml")];
        if let Some(numbering) = &self.numbering {
            list.push(("numbering", "numbering.xml"));
            parts += &part("/word/numbering.xml", numbering);
        }
        parts += &part("/word/_rels/document.xml.rels", &relations(&list));
        let uri = "http://schemas.microsoft.com/office/2006/xmlPackage";
        format!(r#"<?xml version="1.0"?><pkg:package xmlns:pkg="{uri}">{parts}</pkg:package>"#).into_bytes()
    }
}

fn relations(list: &[(&str, &str)]) -> String {
    let one = |(n, (kind, target)): (usize, &(&str, &str))| {
        format!(r#"<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}"/>"#)
    };
    let list: Vec<String> = list.iter().enumerate().map(one).collect();
    format!("<Relationships>{}</Relationships>", list.concat())
}

/// Heading styles as Chinese versions of Word write them: with digits for ids.
fn styles(numbered: bool) -> String {
    let heading = |n: u8| {
        let level = if n > 1 { format!(r#"<w:ilvl w:val="{}"/>"#, n - 1) } else { String::new() };
        let list = if numbered {
            format!(r#"<w:numPr>{level}<w:numId w:val="1"/></w:numPr>"#)
        } else {
            String::new()
        };
        format!(
            r#"<w:style w:type="paragraph" w:styleId="{n}"><w:name w:val="heading {n}"/><w:basedOn w:val="a"/><w:pPr>{list}<w:outlineLvl w:val="{}"/></w:pPr></w:style>"#,
            n - 1
        )
    };
    let normal =
        r#"<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>"#;
    let headings: Vec<String> = (1..=4).map(heading).collect();
    format!("<w:styles {W}>{normal}{}</w:styles>", headings.concat())
}

const LIST: &str = r#"<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="1"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:pStyle w:val="2"/><w:suff w:val="nothing"/><w:lvlText w:val="&#xff08;%2&#xff09;"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#;

/// A paragraph without a style.
pub(crate) fn p(text: &str) -> String {
    format!(r#"<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>"#, escape(text))
}

/// A paragraph with properties.
pub(crate) fn p_with(properties: &str, text: &str) -> String {
    let text = escape(text);
    format!(r#"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>"#)
}

/// Numbers typed by hand, the words cut into short runs.
pub(crate) fn typed(report: Report<'_>) -> Docx {
    let mut body = String::new();
    for (level, text) in report {
        let style = level.map(|l| format!(r#"<w:pPr><w:pStyle w:val="{l}"/></w:pPr>"#)).unwrap_or_default();
        let letters: Vec<char> = text.chars().collect();
        let run = |piece: &[char]| {
            let text = escape(&piece.iter().collect::<String>());
            format!(
                r#"<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>"#
            )
        };
        let runs: Vec<String> = letters.chunks(7).map(run).collect();
        body += &["<w:p>", &style, &runs.concat(), "</w:p>"].concat();
    }
    Docx::new(body)
}

/// Numbers made by the lists of the heading styles; no run holds them.
pub(crate) fn numbered(report: Report<'_>) -> Docx {
    let mut body = String::new();
    let mut outline = Outline::default();
    for (level, text) in report {
        let style = level.map(|l| format!(r#"<w:pStyle w:val="{l}"/>"#)).unwrap_or_default();
        let stripped = outline.strip(*level, text);
        let off = if stripped.is_none() { r#"<w:numPr><w:numId w:val="0"/></w:numPr>"# } else { "" };
        body += &p_with(&format!("{style}{off}"), stripped.unwrap_or(text));
    }
    let mut docx = Docx::new(body).numbering(LIST);
    docx.styles = styles(true);
    docx
}

/// Millions of bytes that pack to a few thousand.
pub(crate) fn bomb() -> Vec<u8> {
    Docx::new(p(&"a".repeat(60 << 20))).build()
}

/// Elements in elements.
pub(crate) fn nested(depth: usize) -> Vec<u8> {
    Docx::new(format!("{}{}", "<w:sdt>".repeat(depth), "</w:sdt>".repeat(depth))).build()
}

/// Entities that would expand to gigabytes.
pub(crate) fn entities() -> Vec<u8> {
    let docx = Docx::new("<w:p><w:r><w:t>&c;</w:t></w:r></w:p>");
    let dtd =
        r#"<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>"#;
    docx.build_with(docx.document().replacen("?>", &format!("?>{dtd}"), 1).as_bytes())
}

/// An entity that stands in a file of the user's computer.
pub(crate) fn outside_entity() -> Vec<u8> {
    let docx = Docx::new("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>");
    let dtd = r#"<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>"#;
    docx.build_with(docx.document().replacen("?>", &format!("?>{dtd}"), 1).as_bytes())
}

/// More pictures than any report has.
pub(crate) fn many_entries(count: usize) -> Vec<u8> {
    let mut docx = typed(&[(None, "正文。")]);
    docx.others.extend((0..count).map(|n| ("image".to_string(), format!("media/{n}.png"), "x".to_string())));
    docx.build()
}
