//! `docx`: for a single Word file, the same file with comments; else the scorecard as a document, to be filed, signed
//! or sent on.

mod comments;
mod pen;
mod report;

use std::io::{self, Cursor, Write};

use docx_rs::{Docx, Footer, PageMargin, PageNum, Paragraph, RunFonts};

use super::annotate::Unmarked;
use super::phrase::{gate, issuers, ranked, score, spoken, title, trouble};
use super::{Card, FileError, Run, Style, Writer};
use crate::pack::Severity;
use crate::text::{Lang, Speak as _, Words};
use pen::{Grid, Pen};

pub(super) struct Word;

impl Writer for Word {
    fn format(&self) -> &'static str {
        "docx"
    }

    fn about(&self) -> &'static str {
        "评一个 Word 文件时,原文件加批注;其他情况,Word 评分表"
    }

    fn binary(&self) -> bool {
        true
    }

    fn needs_original(&self) -> bool {
        true
    }

    fn write(&self, run: &Run, style: Style, out: &mut dyn Write) -> io::Result<()> {
        self.write_or_tell(run, style, out).map(drop)
    }

    fn write_or_tell(&self, run: &Run, style: Style, out: &mut dyn Write) -> io::Result<Option<FileError>> {
        let told = match comments::commented(run, style) {
            Some(Ok(bytes)) => return out.write_all(&bytes).map(|()| None),
            Some(Err(why)) => run.reports.first().map(|card| not_annotated(card, &why, style)),
            None => None,
        };
        let mut bytes = Cursor::new(Vec::new());
        document(run, style).pack(&mut bytes).map_err(io::Error::other)?;
        out.write_all(bytes.get_ref()).map(|()| told)
    }
}

fn not_annotated(card: &Card, why: &Unmarked, style: Style) -> FileError {
    let words = Words::new(
        format!("原文件没有加批注,改为写评分表:{}", why.say(Lang::Zh)),
        format!("the file got no comments, a scorecard was written instead: {}", why.say(Lang::En)),
    );
    FileError {
        path: card.path.clone(),
        kind: "not_annotated",
        severity: Severity::Info.word(),
        message: spoken(&words, style.lang),
    }
}

fn document(run: &Run, style: Style) -> Docx {
    let mut pen = Pen::new(style);
    let day = format!("{}T00:00:00Z", run.head.as_of);
    let mut page = Docx::new()
        .created_at(&day)
        .updated_at(&day)
        .page_size(11_906, 16_838)
        .page_margin(PageMargin::new().top(1440).bottom(1300).left(1300).right(1300))
        .default_fonts(RunFonts::new().ascii("Times New Roman").hi_ansi("Times New Roman").east_asia("仿宋"))
        .default_size(22)
        .footer(footer(&mut pen));
    page = overview(page, run, &mut pen);
    for (card, number) in ranked(&run.reports).into_iter().zip(1usize..) {
        page = report::report(page, card, number > 1 || run.reports.len() > 1, &mut pen);
    }
    page.add_paragraph(pen.small(&made(run, style)))
}

fn footer(pen: &mut Pen) -> Footer {
    let number: Paragraph = pen.blank().align(docx_rs::AlignmentType::Center).add_page_num(PageNum::new());
    Footer::new().add_paragraph(number)
}

/// Title, counts, a table of all reports, and what could not be read.
fn overview(mut page: Docx, run: &Run, pen: &mut Pen) -> Docx {
    let style = pen.style;
    let t = |zh, en| style.pick(zh, en);
    page = page.add_paragraph(pen.title(t("法治政府建设年度报告评分表", "Scorecard of annual reports")));
    if run.reports.len() > 1 {
        let s = &run.summary;
        let counts = match style.lang {
            Lang::Zh => format!("共 {} 份报告:通过 {},不通过 {}。", s.reports, s.passed, s.failed),
            Lang::En => format!("{} reports: {} passed, {} failed.", s.reports, s.passed, s.failed),
        };
        page = page.add_paragraph(pen.text(&style.say(&counts)));
        let mut table = Grid::new(&[800, 4700, 1200, 1200, 1400]);
        table.head(
            pen,
            &["#", t("发文机关", "Issuer"), t("得分", "Score"), t("等次", "Grade"), t("门槛", "Gate")],
        );
        for (card, number) in ranked(&run.reports).into_iter().zip(1usize..) {
            let who = issuers(card).unwrap_or_else(|| title(card, style));
            let grade = card.grade.clone().unwrap_or_else(|| "-".to_string());
            table.row(pen, &[&number.to_string(), &who, &score(card), &grade, gate(card, style)]);
        }
        page = page.add_table(table.done());
    }
    for error in run.troubles() {
        let label = trouble(error, style);
        page =
            page.add_paragraph(pen.text(&style.say(&format!("{label}: {} {}", error.path, error.message))));
    }
    page
}

/// What the scores depend on.
fn made(run: &Run, style: Style) -> String {
    let packs: Vec<String> = run.head.packs.iter().map(|p| format!("{} {}", p.title, p.version)).collect();
    let (head, packs) = (&run.head, packs.join(style.lang.comma()));
    let words = match style.lang {
        Lang::Zh => format!(
            "评分日期 {};评分方案 {} {};规则包:{packs}\u{ff1b}{} {}。",
            head.as_of, head.profile.id, head.profile.version, head.tool.name, head.tool.version
        ),
        Lang::En => format!(
            "As of {}; profile {} {}; packs: {packs}; {} {}.",
            head.as_of, head.profile.id, head.profile.version, head.tool.name, head.tool.version
        ),
    };
    style.say(&words)
}
