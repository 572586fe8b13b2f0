//! The part that holds the comments of a file: the one that is there, or a new one with what makes it known.

use std::collections::BTreeSet;

use quick_xml::escape::escape;

use super::{Author, Comment, Package, Part, Unmarked, Vocabulary};
use crate::read::Limits;
use crate::read::docx::{Relation, relations, relations_of};
use crate::read::xml::{Event, Xml};
use crate::write::escape::clean;

const CONTENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
const STRICT_KIND: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments";
const TYPES: &str = "[Content_Types].xml";
const EMPTY_RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>";

/// Half points.
const SIZE: u32 = 18;

/// The comments of a file.
pub(super) struct Comments {
    part: Part,
    words: Vocabulary,
    /// Ids in use.
    ids: BTreeSet<i64>,
    /// Elements to add.
    added: String,
    /// What the package does not say of the part yet.
    missing: Missing,
    /// Name of the main part.
    main: String,
}

/// What makes a new part known.
enum Missing {
    Nothing,
    /// The list of types may not name it.
    Type,
    /// Nor do the references of the main part, which are these.
    Relation(Vec<Relation>),
}

impl Comments {
    /// The comments of the main part.
    pub(super) fn open(
        package: &mut Package<'_>,
        main: &Part,
        words: &Vocabulary,
    ) -> Result<Comments, Unmarked> {
        let limits = Limits::default();
        let list = match package.take(&relations_of(&main.name))? {
            Some(part) => relations(part.events(&limits), &main.name)?,
            None => Vec::new(),
        };
        let named = list.iter().find(|r| r.kind == "comments").and_then(|r| r.target.clone());
        let (part, missing) = match named {
            None => (empty(&free(package, &main.name), words)?, Missing::Relation(list)),
            Some(name) => match package.take(&name)? {
                Some(part) => (part, Missing::Nothing),
                None => (empty(&name, words)?, Missing::Type),
            },
        };
        let mut ids = used(main.events(&limits), "commentReference")?;
        ids.extend(used(part.events(&limits), "comment")?);
        let words = Vocabulary::of(&part)?;
        Ok(Comments { part, words, ids, added: String::new(), missing, main: main.name.clone() })
    }

    /// Add a comment; gives its id.
    pub(super) fn add(&mut self, comment: &Comment, author: Author<'_>) -> i64 {
        let id = self.next();
        self.ids.insert(id);
        let Vocabulary { w, declares, .. } = &self.words;
        let (name, day) = (escape(author.name), escape(author.day));
        let initials: String = author.name.chars().take(2).collect();
        let lines = comment.said.iter().zip(1..);
        let said: String = lines.map(|(words, number)| paragraph(w, words, number == 1)).collect();
        let initials = escape(&initials);
        let head = format!(
            "{w}id=\"{id}\" {w}author=\"{name}\" {w}date=\"{day}T00:00:00Z\" {w}initials=\"{initials}\""
        );
        self.added.extend([format!("<{w}comment{declares} {head}>"), said, format!("</{w}comment>")]);
        id
    }

    /// An id above those in use, or any free one where there is none above.
    fn next(&self) -> i64 {
        let above = self.ids.last().map_or(0, |last| last.saturating_add(1)).max(0);
        if above <= i64::from(i32::MAX) {
            return above;
        }
        (0..above).find(|id| !self.ids.contains(id)).unwrap_or(0)
    }

    /// Put everything into the package.
    pub(super) fn close(mut self, package: &mut Package<'_>) -> Result<(), Unmarked> {
        self.part.append(|_| self.added.clone())?;
        if let Missing::Relation(list) = &self.missing {
            refer(package, &self.main, &self.part.name, list, &self.words)?;
        }
        if !matches!(self.missing, Missing::Nothing) {
            declare(package, &self.part.name)?;
        }
        package.put(self.part);
        Ok(())
    }
}

/// A paragraph of a comment; small, for programs that would take the size of body text, and bold as a title.
fn paragraph(w: &str, words: &str, title: bool) -> String {
    let bold = if title { format!("<{w}b/>") } else { String::new() };
    let format = format!("<{w}rPr>{bold}<{w}sz {w}val=\"{SIZE}\"/></{w}rPr>");
    let words = escape(clean(words));
    format!("<{w}p><{w}r>{format}<{w}t xml:space=\"preserve\">{words}</{w}t></{w}r></{w}p>")
}

/// The ids of elements of a kind.
fn used(mut events: Xml<'_>, kind: &str) -> Result<BTreeSet<i64>, Unmarked> {
    let mut out = BTreeSet::new();
    while let Some(event) = events.next()? {
        if let Event::Open(tag) = event
            && tag.name() == kind
        {
            out.extend(tag.number("id"));
        }
    }
    Ok(out)
}

/// A name beside the main part that no part has.
fn free(package: &Package<'_>, main: &str) -> String {
    let folder = main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let names = (1..).map(|n| if n == 1 { "comments.xml".to_string() } else { format!("comments{n}.xml") });
    names.map(|name| format!("{folder}{name}")).find(|name| !package.has(name)).unwrap_or_default()
}

fn empty(name: &str, words: &Vocabulary) -> Result<Part, Unmarked> {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
    Part::new(name, format!("{head}<w:comments xmlns:w=\"{}\"/>", words.address).into_bytes())
}

/// Name the comments in the references of the main part.
fn refer(
    package: &mut Package<'_>,
    main: &str,
    name: &str,
    list: &[Relation],
    words: &Vocabulary,
) -> Result<(), Unmarked> {
    let place = relations_of(main);
    let mut part = match package.take(&place)? {
        Some(part) => part,
        None => Part::new(&place, EMPTY_RELATIONS.as_bytes().to_vec())?,
    };
    let taken: BTreeSet<&str> = list.iter().map(|r| r.id.as_str()).collect();
    let mut ids = (1..=list.len() + 1).map(|n| format!("rId{n}"));
    let id = ids.find(|id| !taken.contains(id.as_str())).unwrap_or_default();
    let kind = if words.is_strict() { STRICT_KIND } else { KIND };
    // It stands beside the main part.
    let target = escape(name.rsplit('/').next().unwrap_or(name));
    part.append(|p| format!("<{p}Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>"))?;
    package.put(part);
    Ok(())
}

/// Name the content of the new part in the list of types.
fn declare(package: &mut Package<'_>, name: &str) -> Result<(), Unmarked> {
    let mut types = package.must(TYPES)?;
    let limits = Limits::default();
    let mut events = types.events(&limits);
    while let Some(event) = events.next()? {
        if let Event::Open(tag) = event
            && tag.get("PartName").is_some_and(|n| n.trim_start_matches('/').eq_ignore_ascii_case(name))
        {
            return Ok(());
        }
    }
    types.append(|p| format!("<{p}Override PartName=\"/{}\" ContentType=\"{CONTENT}\"/>", escape(name)))?;
    package.put(types);
    Ok(())
}
