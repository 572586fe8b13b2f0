//! Years that do not fit the report year: left over from the report of another year.
//!
//! Comes in: a [`Report`] whose year is known. Goes out: notes. Only places that speak for the whole report are
//! believed; last year's accounts, comparisons and reviews name other years by right.

use super::metadata::{Basis, years};
use super::{Note, PartKind, Report, Zone, clauses, number, roles};
use crate::text::{Place, Span};

/// Words in a heading or sentence that name an older year by right.
const BY_RIGHT: [&str; 25] = [
    "以来", "整改", "反馈", "考核", "督察", "督查", "述法", "巡视", "评估", "评议", "较", "比", "增", "自",
    "由", "从", "至", "底", "末", "起", "试点", "遗留", "历年", "连续", "曾",
];

/// Years that do not fit.
pub(super) fn notes(report: &Report) -> Vec<Note> {
    let Some(year) = report.year() else { return Vec::new() };
    let view = View { report, year };
    let mut out = view.headings();
    out.extend(view.opening());
    out.extend(view.plan());
    out.extend(view.signed());
    out.extend(view.results());
    out
}

struct View<'a> {
    report: &'a Report,
    year: i16,
}

impl View<'_> {
    /// Headings that announce one of the five contents.
    fn headings(&self) -> Vec<Note> {
        let text = &self.report.text;
        let top = self.report.headings.iter().filter(|h| h.depth == 1);
        let shown = top.filter_map(|heading| {
            let words = text.slice(heading.title);
            let roles = roles::roles(words, None);
            let (found, range) = years(words).next()?;
            let several = years(words).any(|(y, _)| y == self.year);
            let fits =
                if roles.plan { (self.year..=self.year + 1).contains(&found) } else { found == self.year };
            let announces = roles.duties || roles.measures || roles.shortcomings || roles.plan;
            let odd = announces && !fits && !several && !by_right(words);
            odd.then(|| self.left_over(at(heading.title, range), found, "标题", "this heading"))
        });
        shown.collect()
    }

    /// `2020年,全区…` and `现将…2020年…情况报告如下` above the first heading.
    fn opening(&self) -> Vec<Note> {
        let first = self.report.headings.first().map_or(usize::MAX, |h| h.paragraph);
        let paragraphs = self.report.paragraphs.iter().take(first).filter(|p| p.zone == Zone::Body);
        let spans: Vec<Span> = paragraphs.flat_map(|p| clauses(&self.report.text, p.span)).collect();
        let words = |span: &Span| self.report.text.slice(*span);
        if spans.iter().any(|s| years(words(s)).any(|(y, _)| y == self.year)) {
            return Vec::new();
        }
        let leads = spans.first().and_then(|span| {
            let (found, range) = years(words(span)).next().filter(|(_, r)| r.start == 0)?;
            let rest = words(span).get(range.end..)?;
            // `2021年8月,…`: a date tells the background.
            let dated = rest.starts_with(|c: char| c.is_ascii_digit());
            let odd = !dated && !by_right(rest.split(',').next().unwrap_or(""));
            odd.then(|| (at(*span, range), found))
        });
        let announced = spans.iter().filter_map(|span| {
            let from = ["现将", "现就"].iter().find_map(|w| words(span).find(w))?;
            let rest = words(span).get(from..).filter(|rest| rest.contains("如下"))?;
            let (found, range) = years(rest).next()?;
            Some((at(*span, from + range.start..from + range.end), found))
        });
        let shown = leads.into_iter().chain(announced).filter(|(_, found)| *found != self.year);
        shown.map(|(span, found)| self.left_over(span, found, "开头", "the opening")).collect()
    }

    /// A plan that begins with the report year and never names the next one.
    fn plan(&self) -> Vec<Note> {
        let plan = self.report.parts.get(PartKind::Plan);
        let text = &self.report.text;
        let next = format!("{}年", self.year + 1);
        if plan.heading.is_some_and(|h| text.slice(h).contains(&next))
            || plan.spans.iter().any(|s| text.slice(*s).contains(&next))
        {
            return Vec::new();
        }
        let own = plan.heading.is_some();
        let spans = plan.spans.iter().filter(|_| own).flat_map(|s| clauses(text, *s));
        let shown = spans.filter_map(|span| {
            let words = text.slice(span);
            let (found, range) = years(words).next().filter(|(_, r)| r.start == 0)?;
            let ahead = ["将", "要", "继续", "力争", "计划"].iter().any(|w| words.contains(w));
            (ahead && found <= self.year && !by_right(words.split(',').next().unwrap_or("")))
                .then(|| self.left_over(at(span, range), found, "安排", "the plan"))
        });
        shown.take(1).collect()
    }

    /// A document number or a date of writing from before the end of the report year.
    fn signed(&self) -> Vec<Note> {
        let metadata = &self.report.metadata;
        let number = metadata.document_number.as_ref().filter(|f| f.basis == Basis::Stated);
        let numbered =
            number.and_then(|f| Some((bracketed_year(&f.value)?, f.span?))).filter(|(y, _)| *y < self.year);
        let date = metadata.date_written.as_ref().filter(|f| f.basis == Basis::Stated);
        let dated = date.and_then(|f| Some((f.value, f.span?)));
        // Reports are written from the last weeks of their year on.
        let dated = dated.filter(|(d, _)| d.year() < self.year || d.year() == self.year && d.month() <= 9);
        let mut out = Vec::new();
        if let Some((found, span)) = numbered {
            out.push(self.note(Place::Span(span), found, "发文字号", "the document number"));
        }
        if let Some((date, span)) = dated {
            out.push(self.note(Place::Span(span), date.year(), "成文日期", "the date of the document"));
        }
        out
    }

    /// Results told of an older year: `2020年,全县办理案件20件` in a paragraph that never names the report year.
    fn results(&self) -> Vec<Note> {
        let part = self.report.parts.get(PartKind::Measures);
        let text = &self.report.text;
        let own = format!("{}年", self.year);
        let body = self
            .report
            .body_paragraphs()
            .filter(|p| part.holds(p.span) && !text.slice(p.span).contains(&own));
        let spans = body.flat_map(|p| clauses(text, p.span));
        let shown = spans.filter_map(|span| {
            let words = text.slice(span);
            let skip = number(words).map_or(0, |n| n.len);
            let rest = words.get(skip..)?;
            let (found, range) = years(rest).next().filter(|(_, r)| r.start == 0)?;
            let after = rest.get(range.end..)?.trim_start_matches('度');
            let subject = after.starts_with([',', '全', '我', '共']) || after.starts_with("累计");
            let older = (self.year - 2..self.year).contains(&found);
            (older && subject && counts(after) && !by_right(rest)).then(|| {
                let place = at(span, skip + range.start..skip + range.end);
                Note::new(
                    "older-year-result",
                    Place::Span(text.to_source(place)),
                    format!("{found}年的数据写进了{}年度的成效,请核对年份", self.year),
                    format!("results of {found} stand in a report of {}; check the year", self.year),
                )
            })
        });
        shown.collect()
    }

    fn left_over(&self, span: Span, found: i16, zh: &str, en: &str) -> Note {
        self.note(Place::Span(self.report.text.to_source(span)), found, zh, en)
    }

    fn note(&self, place: Place, found: i16, zh: &str, en: &str) -> Note {
        let year = self.year;
        Note::new(
            "left-over-year",
            place,
            format!("{zh}写的是{found}年,与报告年度{year}年不符"),
            format!("{en} names {found}, which does not fit the report year {year}"),
        )
    }
}

fn by_right(words: &str) -> bool {
    BY_RIGHT.iter().any(|w| words.contains(w))
}

/// Whether a sentence gives a figure of cases, persons or occasions.
fn counts(words: &str) -> bool {
    const UNITS: [&str; 10] = ["件", "次", "人", "项", "场", "份", "期", "宗", "起", "%"];
    let digit = |c: char| c.is_ascii_digit();
    let mut rest = words;
    while let Some(at) = rest.find(digit) {
        rest = rest
            .get(at..)
            .unwrap_or("")
            .trim_start_matches(|c: char| digit(c) || matches!(c, '.' | '余' | '万'));
        if UNITS.iter().any(|u| rest.starts_with(u)) {
            return true;
        }
    }
    false
}

/// The year in `揭榕委〔2022〕3号`.
fn bracketed_year(number: &str) -> Option<i16> {
    let digits: String =
        number.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|y| (1990..=2100).contains(y))
}

fn at(span: Span, range: std::ops::Range<usize>) -> Span {
    let base = span.start as usize;
    Span::new(base + range.start, base + range.end)
}

#[cfg(test)]
mod tests {
    use crate::report::testing::{kinds_of, whole};

    const KINDS: [&str; 2] = ["left-over-year", "older-year-result"];

    fn found(opening: &str, heading: &str, measures: &str, plan: &str, tail: &str) -> Vec<String> {
        let text = format!(
            "临江县2024年法治政府建设情况报告\n{opening}\n一、{heading}\n{measures}\n二、存在的不足\n一是执法力量薄弱。\n三、下一步工作打算\n{plan}\n{tail}"
        );
        kinds_of(&whole(&text), &KINDS)
    }

    const OPENING: &str = "2024年,全县深入推进依法行政,法治政府建设取得新成效。";
    const MEASURES: &str = "办理行政复议案件20件,调解纠纷80件,群众满意度不断提高。";
    const PLAN: &str = "继续充实基层执法力量,组织执法人员培训4期。";

    #[test]
    fn years_that_fit_leave_nothing() {
        assert_eq!(found(OPENING, "2024年度主要举措和成效", MEASURES, PLAN, ""), [""; 0]);
        let last_year = "2023年度全县35名主要负责人书面述法。较2023年增长5%。2023年被确定为试点,办件20件。";
        assert_eq!(found(OPENING, "主要举措和成效", last_year, PLAN, ""), [""; 0]);
        let background = "2023年8月,省政府印发实施方案。全县推进依法行政,取得新成效。";
        assert_eq!(found(background, "主要举措和成效", MEASURES, PLAN, ""), [""; 0]);
        assert_eq!(
            found("2020年以来,全县推进依法行政,取得新成效。", "主要举措和成效", MEASURES, PLAN, ""),
            [""; 0]
        );
    }

    #[test]
    fn a_year_left_over_is_found_in_every_place() {
        let old = "2023年,全县深入推进依法行政,法治政府建设取得新成效。";
        assert_eq!(found(old, "主要举措和成效", MEASURES, PLAN, ""), ["left-over-year"]);
        let announced = "全县推进依法行政。现将2023年法治政府建设情况报告如下。";
        assert_eq!(found(announced, "主要举措和成效", MEASURES, PLAN, ""), ["left-over-year"]);
        assert_eq!(found(OPENING, "2023年度主要举措和成效", MEASURES, PLAN, ""), ["left-over-year"]);
        let plan = "2024年,我县将继续充实基层执法力量,组织执法人员培训。";
        assert_eq!(found(OPENING, "主要举措和成效", MEASURES, plan, ""), ["left-over-year"]);
        assert_eq!(
            found(OPENING, "主要举措和成效", MEASURES, PLAN, "临江县人民政府\n2024年1月20日"),
            ["left-over-year"]
        );
    }

    #[test]
    fn results_of_an_older_year_are_noted_apart() {
        let old = "2023年,全县办理行政复议案件20件,调解纠纷80件。";
        assert_eq!(found(OPENING, "主要举措和成效", old, PLAN, ""), ["older-year-result"]);
        let both = format!("{old}2024年办理30件。");
        assert_eq!(found(OPENING, "主要举措和成效", &both, PLAN, ""), [""; 0]);
    }
}
