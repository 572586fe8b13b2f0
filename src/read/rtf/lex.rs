//! RTF bytes to tokens: groups, control words, escaped and plain bytes.

/// A token. Line ends between tokens mean nothing and are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\word`, `\word12`
    Word(&'a str, Option<i32>),
    /// `\*` and its like.
    Symbol(u8),
    /// `\'b0`
    Escaped(u8),
    /// A byte of text.
    Plain(u8),
    /// `\bin`: this many bytes were passed over.
    Binary,
    /// `\bin` with more bytes than the file has.
    CutBinary,
}

/// Cuts tokens off the front of a file.
pub(super) struct Lexer<'a> {
    rest: &'a [u8],
}

/// No control word is longer.
const LONGEST_WORD: usize = 32;

impl<'a> Lexer<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Lexer { rest: bytes }
    }

    /// The next token; `None` at the end of the file.
    pub(super) fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let (first, after) = self.rest.split_first()?;
            self.rest = after;
            return Some(match first {
                b'\r' | b'\n' | 0 => continue,
                b'{' => Token::Open,
                b'}' => Token::Close,
                b'\\' => self.control()?,
                b'\t' => Token::Word("tab", None),
                byte => Token::Plain(*byte),
            });
        }
    }

    /// A backslash or brace that is the second byte of an ideograph which an old program did not escape.
    pub(super) fn raw_trail(&mut self) -> Option<u8> {
        match self.rest {
            [b'\\', b'\'', ..] => None,
            [byte @ (b'\\' | b'{' | b'}'), after @ ..] => {
                self.rest = after;
                Some(*byte)
            }
            _ => None,
        }
    }

    fn control(&mut self) -> Option<Token<'a>> {
        let (first, after) = self.rest.split_first()?;
        if first.is_ascii_alphabetic() {
            return Some(self.word());
        }
        self.rest = after;
        Some(match first {
            b'\'' => self.escaped(),
            // A backslash before a line end is a paragraph mark.
            b'\r' | b'\n' => Token::Word("par", None),
            symbol => Token::Symbol(*symbol),
        })
    }

    fn escaped(&mut self) -> Token<'a> {
        let digit = |at: usize| self.rest.get(at).and_then(|b| char::from(*b).to_digit(16));
        match (digit(0), digit(1)) {
            (Some(high), Some(low)) => {
                self.rest = self.rest.get(2..).unwrap_or(&[]);
                Token::Escaped((high * 16 + low) as u8)
            }
            _ => Token::Symbol(b'\''),
        }
    }

    fn word(&mut self) -> Token<'a> {
        let length = self.rest.iter().take(LONGEST_WORD).take_while(|b| b.is_ascii_alphabetic()).count();
        let (word, after) = self.rest.split_at(length);
        self.rest = after;
        let word = std::str::from_utf8(word).unwrap_or("");
        let param = self.param();
        if let [b' ', after @ ..] = self.rest {
            self.rest = after;
        }
        if word == "bin" { self.binary(param) } else { Token::Word(word, param) }
    }

    fn param(&mut self) -> Option<i32> {
        let negative = self.rest.first() == Some(&b'-');
        let digits = self.rest.get(usize::from(negative)..)?;
        let length = digits.iter().take(10).take_while(|b| b.is_ascii_digit()).count();
        if length == 0 {
            return None;
        }
        let number = digits.iter().take(length).fold(0i64, |n, b| n * 10 + i64::from(b - b'0'));
        self.rest = digits.get(length..).unwrap_or(&[]);
        let number = if negative { -number } else { number };
        Some(i32::try_from(number).unwrap_or(if negative { i32::MIN } else { i32::MAX }))
    }

    fn binary(&mut self, length: Option<i32>) -> Token<'a> {
        let length = usize::try_from(length.unwrap_or(0)).unwrap_or(0);
        let after = self.rest.get(length..);
        self.rest = after.unwrap_or(&[]);
        if after.is_some() { Token::Binary } else { Token::CutBinary }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<Token<'_>> {
        let mut lexer = Lexer::new(text.as_bytes());
        std::iter::from_fn(|| lexer.next()).collect()
    }

    #[test]
    fn words_take_one_blank_and_a_number() {
        let expected = [
            Token::Open,
            Token::Word("u", Some(-3)),
            Token::Plain(b' '),
            Token::Word("b", None),
            Token::Plain(b'x'),
            Token::Escaped(0xb0),
            Token::Symbol(b'*'),
            Token::Symbol(b'\''),
            Token::Plain(b'g'),
            Token::Close,
        ];
        assert_eq!(tokens("{\\u-3  \\b x\r\n\\'b0\\*\\'g}"), expected);
    }

    #[test]
    fn binary_data_is_passed_over_but_not_beyond_the_file() {
        assert_eq!(tokens("\\bin3 }}}x"), [Token::Binary, Token::Plain(b'x')]);
        assert_eq!(tokens("\\bin999999999999 }x"), [Token::CutBinary]);
    }
}
