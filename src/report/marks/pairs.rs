//! Marks that come in pairs, and which of them stand alone.
//!
//! Comes in: paragraphs of the source text, because folding makes opening and closing quotation marks equal.
//! Goes out: marks without a partner, in order. Knows nothing of what that means.

/// Kinds of paired marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// `“ ”`, and the straight mark that stands for either.
    Quote,
    /// `‘ ’`
    InnerQuote,
    /// `「 」` and `『 』`
    Corner,
    /// `《 》`
    Title,
    /// Round brackets of either width.
    Bracket,
}

/// How many kinds there are.
const KINDS: usize = 5;

/// A mark without its partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lone {
    /// Its kind.
    pub(super) kind: Kind,
    /// Where it stands, in bytes.
    pub(super) at: usize,
    /// Its length in bytes.
    pub(super) len: usize,
    /// It opens and is never closed; otherwise it closes what was never opened.
    pub(super) opens: bool,
    /// Number of its sentence.
    sentence: usize,
}

#[derive(Clone, Copy)]
enum Role {
    Opens,
    Closes,
    Either,
}

fn role(c: char) -> Option<(Kind, Role)> {
    Some(match c {
        '\u{201c}' => (Kind::Quote, Role::Opens),
        '\u{201d}' => (Kind::Quote, Role::Closes),
        '"' | '\u{ff02}' => (Kind::Quote, Role::Either),
        '\u{2018}' => (Kind::InnerQuote, Role::Opens),
        '\u{2019}' => (Kind::InnerQuote, Role::Closes),
        '\u{300c}' | '\u{300e}' => (Kind::Corner, Role::Opens),
        '\u{300d}' | '\u{300f}' => (Kind::Corner, Role::Closes),
        '《' => (Kind::Title, Role::Opens),
        '》' => (Kind::Title, Role::Closes),
        '(' | '\u{ff08}' => (Kind::Bracket, Role::Opens),
        ')' | '\u{ff09}' => (Kind::Bracket, Role::Closes),
        _ => return None,
    })
}

/// Pairs marks up, paragraph by paragraph.
#[derive(Default)]
pub(super) struct Pairing {
    kinds: [Marks; KINDS],
    lone: Vec<Lone>,
    sentence: usize,
}

/// What is known of one kind of marks.
#[derive(Default)]
struct Marks {
    open: Vec<Lone>,
    /// Sentence of the last mark that closed nothing.
    stray: Option<usize>,
}

impl Pairing {
    /// Read one paragraph that begins at byte `base` of the text.
    pub(super) fn read(&mut self, words: &str, base: usize) {
        self.sentence += 1;
        let mut before = '\n';
        let mut chars = words.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if let Some((kind, role)) = role(c) {
                let after = chars.peek().map_or('\n', |(_, c)| *c);
                let apostrophe = before.is_ascii_alphabetic() && after.is_ascii_alphabetic();
                let plain = kind == Kind::Bracket && is_number_sign(words, at);
                if !(apostrophe || plain) {
                    self.mark(kind, role, base + at, c.len_utf8());
                }
            }
            self.sentence += usize::from(c == '。');
            before = c;
        }
    }

    fn mark(&mut self, kind: Kind, role: Role, at: usize, len: usize) {
        let sentence = self.sentence;
        let marks = &mut self.kinds[kind as usize];
        let opens = match role {
            Role::Opens => true,
            Role::Closes => false,
            Role::Either => marks.open.is_empty(),
        };
        let mark = Lone { kind, at, len, opens, sentence };
        if opens {
            marks.open.push(mark);
            return;
        }
        match marks.open.pop() {
            // A mark that opens right after one that closed nothing belongs to that damaged pair, and a mark of
            // a later sentence does not close it: `甲”“乙。丙”“丁`.
            Some(opened) if opened.sentence != sentence && marks.stray == Some(opened.sentence) => {
                self.lone.extend([opened, mark]);
                marks.stray = Some(sentence);
            }
            Some(_) => {}
            None => {
                self.lone.push(mark);
                marks.stray = Some(sentence);
            }
        }
    }

    /// Nothing that is open can still be closed.
    pub(super) fn close(&mut self) {
        for marks in &mut self.kinds {
            self.lone.append(&mut marks.open);
        }
    }

    /// The marks that stand alone, by kind and place.
    pub(super) fn finish(mut self) -> Vec<Lone> {
        self.close();
        self.lone.sort_by_key(|m| (m.kind, m.at));
        self.lone
    }
}

/// `1)`, `一)` and a bracket that opens the paragraph: the number of an item, whole or damaged.
fn is_number_sign(words: &str, at: usize) -> bool {
    let before = words.get(..at).unwrap_or("");
    let head = before.trim_end_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let starts = head.is_empty() || head.ends_with(['。', ';', '\u{ff1b}', ':', '\u{ff1a}', ',', '\u{ff0c}']);
    let closes = words.get(at..).is_some_and(|r| r.starts_with([')', '\u{ff09}']));
    if closes {
        starts && head.len() < before.len()
    } else {
        before.is_empty() && !words.contains([')', '\u{ff09}'])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lone(paragraphs: &[&str]) -> Vec<(Kind, bool)> {
        let mut pairing = Pairing::default();
        for words in paragraphs {
            pairing.read(words, 0);
            pairing.close();
        }
        pairing.finish().iter().map(|m| (m.kind, m.opens)).collect()
    }

    #[test]
    fn whole_pairs_leave_nothing() {
        for words in [
            "坚定“四个自信”,印发《关于〈甲办法〉的通知》(试行)",
            "《关于印发《甲办法》的通知》",
            "“甲‘乙’丙”,\"丁\",it’s",
            "1)甲;2)乙。一)丙",
        ] {
            assert_eq!(lone(&[words]), [], "{words}");
        }
    }

    #[test]
    fn marks_without_a_partner_are_found() {
        assert_eq!(lone(&["中国甲”APP"]), [(Kind::Quote, false)]);
        assert_eq!(lone(&["“甲“、“乙”"]), [(Kind::Quote, true), (Kind::Quote, true)]);
        assert_eq!(lone(&["三方调解”“三说会堂等"]), [(Kind::Quote, false), (Kind::Quote, true)]);
        assert_eq!(lone(&["印发《甲办法,修订《乙办法》"]), [(Kind::Title, true)]);
        assert_eq!(lone(&["甲(乙", "丙)"]), [(Kind::Bracket, true), (Kind::Bracket, false)]);
    }
}
