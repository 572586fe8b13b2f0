//! One pass over the tokens of a file: groups are opened and closed, characters go where their group says.

use super::FORMAT;
use super::charset::Decoder;
use super::group::{Destination, Purpose, State, purpose};
use super::lex::{Lexer, Token};
use super::story::{Paragraph, Place, Story};
use super::styles::Style;
use super::tables::Tables;
use super::words::Fonts;
use crate::read::{Limit, Limits, ReadError};

/// Names of styles are no longer; what is longer is no name.
const LONGEST_NAME: usize = 200;

/// The state of the pass.
pub(super) struct Pass<'l> {
    limits: &'l Limits,
    pub(super) story: Story,
    pub(super) state: State,
    saved: Vec<State>,
    /// The group has just begun, and with `\*` if true.
    fresh: Option<bool>,
    /// Characters still to come that only stand in for a `\u`.
    pub(super) stand_ins: u32,
    pub(super) decoder: Decoder,
    pub(super) fonts: Fonts,
    pub(super) style: Style,
    /// The paragraph of the body, and of the notes and boxes inside it that are open.
    layers: Vec<Layer>,
    /// Paragraphs of text boxes, until the paragraph that holds the box is complete.
    floats: Vec<Paragraph>,
    pub(super) tables: Tables,
    count: u32,
}

/// A paragraph being written.
struct Layer {
    place: Place,
    number: String,
    words: String,
}

impl Layer {
    fn new(place: Place) -> Self {
        Layer { place, number: String::new(), words: String::new() }
    }
}

impl<'l> Pass<'l> {
    /// Read a file.
    pub(super) fn over(bytes: &[u8], limits: &'l Limits) -> Result<Story, ReadError> {
        let mut pass = Pass {
            limits,
            story: Story::default(),
            state: State::START,
            saved: Vec::new(),
            fresh: None,
            stand_ins: 0,
            decoder: Decoder::default(),
            fonts: Fonts::default(),
            style: Style::default(),
            layers: vec![Layer::new(Place::Body)],
            floats: Vec::new(),
            tables: Tables::default(),
            count: 0,
        };
        let start = memchr::memmem::find(bytes, b"{\\rtf").unwrap_or(0);
        let mut lexer = Lexer::new(bytes.get(start..).unwrap_or(bytes));
        let mut steps = 0;
        while let Some(token) = lexer.next() {
            steps += 1;
            limits.check(Limit::Work, FORMAT, steps)?;
            if pass.token(token, &mut lexer)? {
                break;
            }
        }
        pass.finish()
    }

    /// Whether the token ended the document.
    fn token(&mut self, token: Token<'_>, lexer: &mut Lexer<'_>) -> Result<bool, ReadError> {
        let fresh = self.fresh.take();
        match token {
            Token::Open => {
                self.stand_ins = 0;
                self.saved.push(self.state);
                self.limits.check(Limit::Depth, FORMAT, self.saved.len() as u64)?;
                self.state.began_layer = false;
                self.fresh = Some(false);
            }
            Token::Close => {
                self.stand_ins = 0;
                self.close()?;
                return Ok(self.saved.is_empty());
            }
            Token::Symbol(b'*') if fresh.is_some() => self.fresh = Some(true),
            Token::Word(word, param) => {
                if fresh.is_some_and(|starred| self.begin(word, starred)) {
                    return Ok(false);
                }
                self.word(word, param)?;
            }
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Escaped(byte) => self.byte(byte),
            Token::Plain(byte) => {
                self.byte(byte);
                if self.decoder.waits()
                    && let Some(trail) = lexer.raw_trail()
                {
                    self.byte(trail);
                }
            }
            Token::Binary => {}
            Token::CutBinary => self.story.seen.cut = true,
        }
        Ok(false)
    }

    /// The first word of a group may say what the group is for; true if nothing more is to be done with it.
    fn begin(&mut self, word: &str, starred: bool) -> bool {
        if self.state.destination == Destination::Skipped {
            return true;
        }
        match purpose(word) {
            Some(Purpose::To(destination)) => self.state.destination = destination,
            Some(Purpose::Picture) => {
                self.story.seen.pictures = true;
                self.state.destination = Destination::Skipped;
            }
            Some(Purpose::Note) => self.begin_layer(Place::Note),
            Some(Purpose::TextBox) => self.begin_layer(Place::TextBox),
            None if starred => self.state.destination = Destination::Skipped,
            None => return false,
        }
        true
    }

    fn begin_layer(&mut self, place: Place) {
        self.layers.push(Layer::new(place));
        self.state = State { destination: Destination::Text, began_layer: true, ..self.state };
        self.state.reset_paragraph();
        self.state.reset_characters();
    }

    fn close(&mut self) -> Result<(), ReadError> {
        if self.state.destination == Destination::StyleName && !self.style.name.is_empty() {
            self.end_style();
        }
        if self.state.began_layer {
            self.end_paragraph()?;
            self.layers.pop();
        }
        if let Some(outer) = self.saved.pop() {
            self.state = outer;
        }
        Ok(())
    }

    pub(super) fn end_style(&mut self) {
        let style = std::mem::take(&mut self.style);
        self.story.styles.add(style);
    }

    fn byte(&mut self, byte: u8) {
        if self.stand_ins > 0 {
            self.stand_ins -= 1;
            return;
        }
        let (encoding, western) = self.fonts.encoding(self.state.font);
        let mut text = String::new();
        self.decoder.byte(byte, encoding, western, &mut text);
        self.put(&text);
    }

    /// Put characters where the group says.
    pub(super) fn put(&mut self, text: &str) {
        let visible = !self.state.hidden && !self.state.deleted;
        match self.state.destination {
            Destination::Text | Destination::Number if !visible => {
                let blank = text.trim().is_empty();
                self.story.seen.hidden |= self.state.hidden && !self.state.deleted && !blank;
            }
            Destination::Text => self.layer().words.push_str(text),
            Destination::Number => self.layer().number.push_str(text),
            Destination::StyleName => {
                for c in text.chars() {
                    if c == ';' {
                        self.end_style();
                    } else if self.style.name.len() < LONGEST_NAME {
                        self.style.name.push(c);
                    }
                }
            }
            Destination::Fonts | Destination::Frame | Destination::Skipped => {}
        }
    }

    fn layer(&mut self) -> &mut Layer {
        if self.layers.is_empty() {
            self.layers.push(Layer::new(Place::Body));
        }
        let last = self.layers.len() - 1;
        &mut self.layers[last]
    }

    /// Close the paragraph being written.
    pub(super) fn end_paragraph(&mut self) -> Result<(), ReadError> {
        let State { style, outline, nesting, .. } = self.state;
        let layer = self.layer();
        let place = layer.place;
        let number = std::mem::take(&mut layer.number);
        let words = std::mem::take(&mut layer.words);
        let (mut cell, mut count) = (None, None);
        if place == Place::Body {
            cell = self.tables.cell(nesting);
            self.count += 1;
            count = Some(self.count);
        }
        let paragraph = Paragraph { place, number, words, style, outline, cell, count };
        if place == Place::TextBox {
            self.floats.push(paragraph);
            return self.limits.check(Limit::Paragraphs, FORMAT, self.floats.len() as u64);
        }
        self.story.keep(paragraph, self.limits)?;
        if place == Place::Body {
            for float in std::mem::take(&mut self.floats) {
                self.story.keep(float, self.limits)?;
            }
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Story, ReadError> {
        let mut rest = String::new();
        self.decoder.drop_held(&mut rest);
        self.put(&rest);
        self.story.seen.cut |= !self.saved.is_empty();
        while !self.layers.is_empty() {
            self.end_paragraph()?;
            self.layers.pop();
        }
        self.story.seen.malformed = self.decoder.malformed;
        Ok(self.story)
    }
}
