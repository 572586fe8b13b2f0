//! What a group is for, and what control words have set in it.

/// Where the text of a group goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// The paragraph being written.
    Text,
    /// The automatic number of the paragraph.
    Number,
    /// The name of a style.
    StyleName,
    /// The table of fonts, whose names do not matter.
    Fonts,
    /// Nowhere; groups inside may have text again.
    Frame,
    /// Nowhere, groups inside included.
    Skipped,
}

/// The formatting that a group inherits and may change.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    pub(super) destination: Destination,
    /// How many characters stand in for a `\u` in programs without Unicode.
    pub(super) fallback: u32,
    pub(super) font: Option<i32>,
    pub(super) hidden: bool,
    pub(super) deleted: bool,
    pub(super) style: i32,
    /// Outline level that the paragraph gives itself, from 0.
    pub(super) outline: Option<i32>,
    /// Tables that the paragraph stands in.
    pub(super) nesting: u32,
    /// The group began a note or a text box, which ends with it.
    pub(super) began_layer: bool,
}

impl State {
    pub(super) const START: State = State {
        destination: Destination::Text,
        fallback: 1,
        font: None,
        hidden: false,
        deleted: false,
        style: 0,
        outline: None,
        nesting: 0,
        began_layer: false,
    };

    /// `\plain`
    pub(super) fn reset_characters(&mut self) {
        (self.font, self.hidden, self.deleted) = (None, false, false);
    }

    /// `\pard`
    pub(super) fn reset_paragraph(&mut self) {
        (self.style, self.outline, self.nesting) = (0, None, 0);
    }
}

/// What a control word at the start of a group makes of the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Its text goes there.
    To(Destination),
    /// It is a picture, and passed over.
    Picture,
    /// Its text is a foot- or endnote.
    Note,
    /// Its text is a text box.
    TextBox,
}

/// The purpose of a group that begins with this word; `None` for a word that is no destination.
pub(super) fn purpose(word: &str) -> Option<Purpose> {
    Some(match word {
        "listtext" | "pntext" => Purpose::To(Destination::Number),
        "stylesheet" => Purpose::To(Destination::StyleName),
        "fonttbl" => Purpose::To(Destination::Fonts),
        "footnote" => Purpose::Note,
        "shptxt" | "dptxbxtext" => Purpose::TextBox,
        "shp" | "shpinst" | "do" | "nesttableprops" | "object" => Purpose::To(Destination::Frame),
        "result" | "fldrslt" => Purpose::To(Destination::Text),
        "pict" => Purpose::Picture,
        _ if SKIPPED.contains(&word) => Purpose::To(Destination::Skipped),
        _ => return None,
    })
}

/// Groups without text of the document that old programs write without `\*`.
const SKIPPED: [&str; 34] = [
    "aftnsep",
    "annotation",
    "atnauthor",
    "atnid",
    "colortbl",
    "colorschememapping",
    "datafield",
    "datastore",
    "factoidname",
    "filetbl",
    "fldinst",
    "footer",
    "footerf",
    "footerl",
    "footerr",
    "formfield",
    "ftnsep",
    "generator",
    "header",
    "headerf",
    "headerl",
    "headerr",
    "info",
    "listoverridetable",
    "listtable",
    "nonesttables",
    "nonshppict",
    "revtbl",
    "rxe",
    "shprslt",
    "tc",
    "themedata",
    "xe",
    "xmlnstbl",
];
