//! PDF: the text layer of its pages.
//!
//! Comes in: a file of any version, also encrypted without an opening password. Goes out: paragraphs with their
//! pages. The engine opens the file and hands out objects; fonts, content and layout are read here, counted, so
//! that no file can cost more than its limits.

mod budget;
mod collection;
mod encoding;
mod filters;
mod font;
mod geometry;
mod glyphs;
mod guard;
mod inline;
mod layers;
mod lzw;
mod maps;
mod names;
mod operators;
mod pages;
mod run;
mod state;
mod streams;
mod unlock;
mod unpack;
mod walk;
mod widths;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf as File};

use self::budget::Budget;
use self::layers::Layers;
use self::pages::Gathered;
use self::walk::Walker;
use super::{About, Input, Limit, Limits, ReadError, Reader, layout, notices};
use crate::text::Source;

const FORMAT: &str = "pdf";

/// `.pdf`.
#[derive(Debug)]
pub(super) struct Pdf;

impl Reader for Pdf {
    fn about(&self) -> About {
        About {
            format: FORMAT,
            extensions: &["pdf"],
            keeps: "文字层的全部段落(分栏、旋转页按阅读顺序)、表格单元格、脚注;扫描件的识别文字层",
            loses: "页眉、页脚、页码、水印、批注、图像;只有图像的页列入提示",
            places: "页、单元格",
            limits: &[
                Limit::PartBytes,
                Limit::UnpackedBytes,
                Limit::Entries,
                Limit::Paragraphs,
                Limit::Pages,
                Limit::Work,
                Limit::Memory,
                Limit::Seconds,
            ],
        }
    }

    fn recognises(&self, input: &Input<'_>) -> bool {
        let head = input.bytes.get(..1024).unwrap_or(input.bytes);
        memchr::memmem::find(head, b"%PDF").is_some()
    }

    fn read(&self, input: &Input<'_>, limits: &Limits) -> Result<Source, ReadError> {
        let file = File::new(guard::disarmed(input.bytes, limits)?).map_err(refusal)?;
        let pages = file.pages();
        limits.check(Limit::Pages, FORMAT, pages.len() as u64)?;
        if pages.is_empty() {
            return Err(ReadError::corrupt(FORMAT, ("没有页面", "no pages")));
        }
        let mut walker = Walker::new(Budget::new(limits), Layers::of(file.xref()));
        let mut gathered = Gathered::default();
        for (page, number) in pages.iter().zip(1..) {
            gathered.page(number, &walker.page(page)?);
            // A paragraph has a few lines, and a line a few stretches.
            limits.check(Limit::Paragraphs, FORMAT, gathered.stretches() / 5)?;
        }
        let (text, mut warnings) = gathered.finish()?;
        warnings.extend(is_cut(input.bytes).then(notices::truncated));
        let draft = layout::draft(layout::paragraphs(text));
        draft.check(FORMAT, limits)?;
        Ok(draft.finish(FORMAT, warnings))
    }
}

/// Whether the end of the file is missing, and with it perhaps pages.
fn is_cut(bytes: &[u8]) -> bool {
    let tail = bytes.get(bytes.len().saturating_sub(1024)..).unwrap_or(&[]);
    memchr::memmem::find(tail, b"startxref").is_none()
}

fn refusal(error: LoadPdfError) -> ReadError {
    use DecryptionError::{InvalidEncryption, MissingIDEntry, PasswordProtected, UnsupportedAlgorithm};
    match error {
        LoadPdfError::Decryption(PasswordProtected | UnsupportedAlgorithm) => {
            ReadError::Encrypted { format: FORMAT }
        }
        LoadPdfError::Decryption(MissingIDEntry | InvalidEncryption) => {
            ReadError::corrupt(FORMAT, ("加密信息不完整", "the encryption entries are incomplete"))
        }
        LoadPdfError::Invalid => ReadError::corrupt(FORMAT, ("找不到页面树", "the tree of pages is lost")),
    }
}
