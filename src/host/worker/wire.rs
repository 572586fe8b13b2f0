//! What parent and worker say to each other. Both are this same program, so nothing is kept compatible.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use crate::read::{ErrorKind, Limit, Limits, ReadError};
use crate::text::{Block, Property, Source, Warning, Words};

/// The head of a request; the bytes of the file follow it.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Request {
    pub(super) name: String,
    limits: Vec<u64>,
}

impl Request {
    pub(super) fn new(name: &str, limits: &Limits) -> Self {
        Request { name: name.to_string(), limits: Limit::ALL.iter().map(|l| limits.get(*l)).collect() }
    }

    pub(super) fn limits(&self) -> Limits {
        let mut limits = Limits::default();
        for (limit, value) in Limit::ALL.iter().zip(&self.limits) {
            limits.lower(*limit, *value);
        }
        limits
    }

    pub(super) fn send(&self, to: &mut impl Write) -> std::io::Result<()> {
        let head = serde_json::to_vec(self)?;
        to.write_all(&(head.len() as u32).to_be_bytes())?;
        to.write_all(&head)
    }

    pub(super) fn receive(from: &mut impl Read) -> std::io::Result<Request> {
        let mut length = [0; 4];
        from.read_exact(&mut length)?;
        let mut head = Vec::new();
        from.take(u64::from(u32::from_be_bytes(length))).read_to_end(&mut head)?;
        Ok(serde_json::from_slice(&head)?)
    }
}

/// What came of reading.
#[derive(Debug, Deserialize, Serialize)]
pub(super) enum Answer {
    Text(Box<Text>),
    Refusal(Refusal),
}

/// A source, taken apart.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Text {
    format: String,
    encoding: Option<String>,
    words: String,
    blocks: Vec<Block>,
    warnings: Vec<(String, Words)>,
    properties: Vec<Property>,
}

/// A [`ReadError`], taken apart. What a kind does not have is left empty.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(super) struct Refusal {
    kind: String,
    format: String,
    what: Words,
    attachment: Option<String>,
    limit: usize,
    /// The value of a limit, or a line.
    number: u64,
}

impl Answer {
    pub(super) fn of(result: Result<Source, ReadError>) -> Answer {
        match result {
            Ok(source) => Answer::Text(Box::new(Text {
                format: source.format.to_string(),
                encoding: source.encoding.map(str::to_string),
                words: source.text().to_string(),
                blocks: source.blocks().to_vec(),
                warnings: source.warnings.iter().map(|w| (w.kind.to_string(), w.words.clone())).collect(),
                properties: source.properties,
            })),
            Err(error) => Answer::Refusal(Refusal::of(error)),
        }
    }

    pub(super) fn into_result(self) -> Result<Source, ReadError> {
        let text = match self {
            Answer::Text(text) => *text,
            Answer::Refusal(refusal) => return Err(refusal.into_error()),
        };
        let format = word(&text.format);
        if text.blocks.iter().any(|block| text.words.get(block.span.range()).is_none()) {
            let what = ("读取程序的结果不完整", "the answer of the reading process is incomplete").into();
            return Err(ReadError::Corrupt { format, what });
        }
        let mut source = Source::new(format, text.words, text.blocks);
        source.encoding = text.encoding.as_deref().map(word);
        source.warnings =
            text.warnings.into_iter().map(|(kind, w)| Warning { kind: word(&kind), words: w }).collect();
        source.properties = text.properties;
        Ok(source)
    }
}

impl Refusal {
    fn of(error: ReadError) -> Refusal {
        let mut out = Refusal { kind: error.kind().word().to_string(), ..Refusal::default() };
        match error {
            ReadError::Empty { format }
            | ReadError::Encrypted { format }
            | ReadError::NoTextLayer { format } => out.format = format.to_string(),
            ReadError::Corrupt { format, what } | ReadError::Garbled { format, what } => {
                (out.format, out.what) = (format.to_string(), what);
            }
            ReadError::Limit { format, limit, allowed } => {
                (out.format, out.limit, out.number) = (format.to_string(), limit as usize, allowed);
            }
            ReadError::NoMainContent { what, attachment } => (out.what, out.attachment) = (what, attachment),
            ReadError::EncodingMixed { line } => out.number = u64::from(line),
            ReadError::Unsupported { found: what }
            | ReadError::NotConverted { found: what, .. }
            | ReadError::Permission { what } => out.what = what,
            ReadError::NotFound => {}
        }
        out
    }

    fn into_error(self) -> ReadError {
        let Refusal { kind, format, what, attachment, limit, number } = self;
        let format = word(&format);
        let kind = ErrorKind::ALL.into_iter().find(|known| known.word() == kind);
        match kind.unwrap_or(ErrorKind::Corrupt) {
            ErrorKind::Empty => ReadError::Empty { format },
            ErrorKind::Corrupt => ReadError::Corrupt { format, what },
            ErrorKind::Encrypted => ReadError::Encrypted { format },
            ErrorKind::UnsupportedFormat => ReadError::Unsupported { found: what },
            ErrorKind::LimitExceeded => {
                let limit = Limit::ALL.get(limit).copied().unwrap_or(Limit::Work);
                ReadError::Limit { format, limit, allowed: number }
            }
            ErrorKind::NoTextLayer => ReadError::NoTextLayer { format },
            ErrorKind::GarbledText => ReadError::Garbled { format, what },
            ErrorKind::NoMainContent => ReadError::NoMainContent { what, attachment },
            ErrorKind::EncodingMixed => ReadError::EncodingMixed { line: number as u32 },
            ErrorKind::NotFound => ReadError::NotFound,
            ErrorKind::Permission => ReadError::Permission { what },
        }
    }
}

/// A fixed word of this program (a format, an encoding, the kind of a warning) that came back as text. They are
/// a small set, so keeping each of them once costs nothing.
fn word(text: &str) -> &'static str {
    const MOST: usize = 500;
    static KNOWN: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(word) = known.get(text) {
        return word;
    }
    if known.len() >= MOST {
        return "unknown";
    }
    let word: &'static str = Box::leak(text.to_string().into_boxed_str());
    known.insert(word);
    word
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{BlockKind, Origin, Span};

    fn there_and_back(result: Result<Source, ReadError>) -> Result<Source, ReadError> {
        let sent = serde_json::to_vec(&Answer::of(result)).unwrap();
        serde_json::from_slice::<Answer>(&sent).unwrap().into_result()
    }

    #[test]
    fn a_source_comes_back_whole() {
        let origin = Origin { page: Some(3), ..Origin::default() };
        let block = Block { span: Span::new(0, 6), auto_number: None, kind: BlockKind::Heading(2), origin };
        let mut source = Source::new("pdf", "标题".to_string(), vec![block.clone()]);
        source.encoding = Some("GB18030");
        source.warnings = vec![Warning::new("ocr_layer", "识别", "recognised")];
        let back = there_and_back(Ok(source.clone())).unwrap();
        assert_eq!((back.text(), back.blocks()), ("标题", &[block][..]));
        assert_eq!((back.format, back.encoding, &back.warnings), ("pdf", Some("GB18030"), &source.warnings));
    }

    #[test]
    fn every_error_comes_back_as_it_was() {
        let (format, what) = ("pdf", Words::new("甲", "a"));
        let errors = [
            ReadError::Empty { format },
            ReadError::Corrupt { format, what: what.clone() },
            ReadError::Encrypted { format },
            ReadError::Unsupported { found: what.clone() },
            ReadError::Limit { format, limit: Limit::Pages, allowed: 7 },
            ReadError::NoTextLayer { format },
            ReadError::Garbled { format, what: what.clone() },
            ReadError::NoMainContent { what: what.clone(), attachment: Some("a.pdf".to_string()) },
            ReadError::EncodingMixed { line: 5 },
            ReadError::NotFound,
            ReadError::Permission { what },
        ];
        assert_eq!(errors.len(), ErrorKind::ALL.len());
        for error in errors {
            assert_eq!(there_and_back(Err(error.clone())).unwrap_err(), error);
        }
    }

    #[test]
    fn limits_reach_the_worker() {
        let mut limits = Limits::default();
        limits.lower(Limit::Pages, 3);
        let mut sent = Vec::new();
        Request::new("a.pdf", &limits).send(&mut sent).unwrap();
        let received = Request::receive(&mut sent.as_slice()).unwrap();
        assert_eq!((received.name.as_str(), received.limits().get(Limit::Pages)), ("a.pdf", 3));
    }
}
