//! Paragraphs and tables in the looks of an official document.

use docx_rs::{
    AlignmentType, LineSpacing, Paragraph, Run, RunFonts, Shading, Table, TableBorder, TableBorderPosition,
    TableBorders, TableCell, TableLayoutType, TableRow, WidthType,
};

use crate::write::Style;
use crate::write::escape::clean;

/// Writes paragraphs and numbers them: numbers by the library would differ from run to run.
pub(super) struct Pen {
    /// Language.
    pub(super) style: Style,
    next: u32,
}

/// A table being filled.
pub(super) struct Grid {
    widths: Vec<usize>,
    rows: Vec<TableRow>,
}

fn black() -> RunFonts {
    RunFonts::new().ascii("Times New Roman").hi_ansi("Times New Roman").east_asia("黑体")
}

impl Pen {
    pub(super) fn new(style: Style) -> Pen {
        Pen { style, next: 0 }
    }

    /// A paragraph without words.
    pub(super) fn blank(&mut self) -> Paragraph {
        self.next += 1;
        Paragraph::new()
            .id(format!("{:08x}", self.next))
            .line_spacing(LineSpacing::new().before(40).after(40))
    }

    pub(super) fn text(&mut self, words: &str) -> Paragraph {
        self.blank().add_run(run(words))
    }

    pub(super) fn small(&mut self, words: &str) -> Paragraph {
        self.blank().add_run(run(words).size(18).color("666666"))
    }

    /// The title of the document.
    pub(super) fn title(&mut self, words: &str) -> Paragraph {
        let big = run(words).size(36).bold().fonts(RunFonts::new().east_asia("宋体"));
        self.blank().align(AlignmentType::Center).line_spacing(LineSpacing::new().after(240)).add_run(big)
    }

    /// The title of a report, which an outline shows.
    pub(super) fn heading(&mut self, words: &str, level: usize) -> Paragraph {
        let size = if level == 0 { 28 } else { 24 };
        self.blank()
            .outline_lvl(level)
            .keep_next(true)
            .line_spacing(LineSpacing::new().before(200).after(80))
            .add_run(run(words).size(size).fonts(black()))
    }
}

/// A run of words. Nothing in them is markup; control characters, which XML cannot hold, are left out.
pub(super) fn run(words: &str) -> Run {
    Run::new().add_text(clean(words))
}

/// A run in the font of headings.
pub(super) fn strong(words: &str) -> Run {
    run(words).fonts(black())
}

impl Grid {
    /// An empty table with columns of these widths.
    pub(super) fn new(widths: &[usize]) -> Grid {
        Grid { widths: widths.to_vec(), rows: Vec::new() }
    }

    /// The row of heads.
    pub(super) fn head(&mut self, pen: &mut Pen, names: &[&str]) {
        let cells = names.iter().zip(&self.widths).map(|(name, width)| {
            let words = pen.blank().align(AlignmentType::Center).add_run(strong(name));
            TableCell::new()
                .width(*width, WidthType::Dxa)
                .shading(Shading::new().fill("EFECE4"))
                .add_paragraph(words)
        });
        let row = TableRow::new(cells.collect()).cant_split();
        self.rows.push(row);
    }

    /// A row of plain cells.
    pub(super) fn row(&mut self, pen: &mut Pen, cells: &[&str]) {
        let cells: Vec<Vec<Paragraph>> = cells.iter().map(|words| vec![pen.text(words)]).collect();
        self.rich(cells);
    }

    /// A row of cells with several paragraphs. It stays on one page.
    pub(super) fn rich(&mut self, cells: Vec<Vec<Paragraph>>) {
        let cells = cells.into_iter().zip(&self.widths).map(|(paragraphs, width)| {
            let cell = TableCell::new().width(*width, WidthType::Dxa);
            paragraphs.into_iter().fold(cell, TableCell::add_paragraph)
        });
        self.rows.push(TableRow::new(cells.collect()).cant_split());
    }

    pub(super) fn done(self) -> Table {
        let positions = [
            TableBorderPosition::Top,
            TableBorderPosition::Bottom,
            TableBorderPosition::Left,
            TableBorderPosition::Right,
            TableBorderPosition::InsideH,
            TableBorderPosition::InsideV,
        ];
        let line = |position| TableBorder::new(position).color("999999").size(4);
        let borders = positions.into_iter().map(line).fold(TableBorders::new(), TableBorders::set);
        Table::new(self.rows).set_grid(self.widths).layout(TableLayoutType::Fixed).set_borders(borders)
    }
}
