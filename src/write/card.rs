//! From a report and its scorecard to plain data.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use super::head::{Head, RuleRef};
use super::lines::{
    BelongsLine, FixedLine, Interval, Line, ModelScore, NearLine, NoteLine, ResultLine, SectionLine,
    StepLine, TargetLine, TextLine, TextRole, UncertaintyLine, WaivedLine,
};
use super::phrase::spoken;
use super::place::{line, printed};
use super::run::Card;
use crate::pack::{Packs, Rule};
use crate::report::metadata::{FIELDS, Metadata, Value};
use crate::report::{Part, PartKind, Report, Zone};
use crate::score::{Points, RuleResult, Scorecard, Standing, Waiver, Way};
use crate::text::{Lang, Place, Span, Speak, Words, typeset};

/// Makes the plain data of reports; what is the same for all of them is shared.
#[derive(Clone, Copy)]
pub struct Cards<'a> {
    /// The packs of the run.
    pub packs: &'a Packs,
    /// What is the same for all reports.
    pub head: &'a Head,
    /// The waivers of the run.
    pub waivers: &'a [Waiver],
    /// Language.
    pub lang: Lang,
    /// Whether the paragraphs are wanted, too.
    pub text: bool,
}

impl Cards<'_> {
    /// The plain data of one report.
    pub fn card(&self, path: &str, sha256: &str, report: &Report, score: &Scorecard) -> Card {
        let (source, lang) = (&report.source, self.lang);
        let rules = self.packs.rules().zip(self.head.rules());
        let results = score.results.iter().zip(rules);
        Card {
            path: path.to_string(),
            sha256: sha256.to_string(),
            format: source.format,
            encoding: source.encoding,
            metadata: metadata(&report.metadata),
            look_alike: report.look_alike.as_ref().map(|l| l.kind.word()),
            look_alike_reason: report.look_alike.as_ref().map(|l| spoken(l, lang)),
            parts: report.parts.iter().map(|p| (p.kind.word().to_string(), part(report, p))).collect(),
            score: score.score.map(Points::number),
            interval: score.interval.map(|(low, high)| Interval { low: low.number(), high: high.number() }),
            uncertainties: uncertainties(score, lang),
            possible: 100,
            grade: score.grade.as_ref().map(|g| g.say(lang)),
            passed: score.passed(),
            failures: score.failures.iter().map(|f| spoken(f, lang)).collect(),
            allowed: score.allowed.iter().map(|f| spoken(f, lang)).collect(),
            models: models(score),
            sections: sections(score, lang),
            results: results
                .map(|(r, ((_, _, rule), (_, _, same)))| self.result(report, r, rule, same))
                .collect(),
            known_score: score.known_score.map(Points::number),
            fixed: score
                .fixed
                .iter()
                .map(|f| FixedLine { rule: f.rule.clone(), fingerprint: f.fingerprint.clone() })
                .collect(),
            notes: notes(report, lang),
            target: None,
            original: None,
            text: if self.text { text(report) } else { Vec::new() },
        }
    }

    /// The cheapest way to a target, in words.
    pub fn target(&self, way: &Way) -> TargetLine {
        let rules: Vec<&RuleRef> = self.head.rules().map(|(_, _, rule)| rule).collect();
        let step = |(at, points): &(usize, Points)| {
            let rule = rules.get(*at)?;
            Some(StepLine {
                rule: rule.id.clone(),
                title: rule.title.to_string(),
                points: points.number(),
                advice: rule.advice.to_string(),
            })
        };
        TargetLine {
            target: way.target.number(),
            reached: way.reached.number(),
            steps: way.steps.iter().filter_map(step).collect(),
        }
    }

    /// What was found, and what keeps it from counting; no output leaves that out.
    fn message(&self, result: &RuleResult, rule: &Rule) -> String {
        let said = result.verdict.message(rule, self.lang);
        let zh = self.lang == Lang::Zh;
        if let Some(waiver) = result.waived.and_then(|at| self.waivers.get(at)) {
            let Waiver { reason, approver, expires, .. } = waiver;
            return if zh {
                format!("{said}(已豁免:{reason};{approver}批准,至{expires})")
            } else {
                format!("{said} (waived: {reason}; approved by {approver} until {expires})")
            };
        }
        match result.standing {
            Some(Standing::Kept) => format!("{said}{}", if zh { "(基线已有)" } else { " (in the baseline)" }),
            Some(Standing::New) => format!("{said}{}", if zh { "(新问题)" } else { " (new)" }),
            Some(Standing::Swapped) => {
                format!(
                    "{said}{}",
                    if zh {
                        "(同一规则的另一处,旧的已改)"
                    } else {
                        " (another place of the same rule; the old one is mended)"
                    }
                )
            }
            None => said,
        }
    }

    fn result(&self, report: &Report, result: &RuleResult, rule: &Rule, same: &RuleRef) -> ResultLine {
        let (verdict, lang, source) = (&result.verdict, self.lang, &report.source);
        let near = |(span, lacks): &(Span, Words)| NearLine {
            place: line(source, *span),
            lacks: spoken(lacks, lang),
        };
        ResultLine {
            rule: rule.id.clone(),
            title: Arc::clone(&same.title),
            outcome: verdict.outcome.word(),
            share: f64::from(verdict.outcome.share()) / 10_000.0,
            weight: result.weight,
            score: result.score.number(),
            possible: result.possible.number(),
            severity: rule.severity.word(),
            finding: result.finding.map(crate::pack::Severity::word),
            message: lang.typeset(&self.message(result, rule)),
            advice: Arc::clone(&same.advice),
            basis: Arc::clone(&same.basis),
            fingerprint: result.fingerprint.clone(),
            waived: result.waived.and_then(|at| self.waivers.get(at)).map(waived),
            standing: result.standing.map(Standing::word),
            evidence: verdict.evidence.iter().map(|e| line(source, e.span)).collect(),
            near_misses: verdict.near_misses.iter().map(near).collect(),
            belongs: result.finding.and_then(|_| belongs(report, rule)),
        }
    }
}

fn waived(waiver: &Waiver) -> WaivedLine {
    WaivedLine {
        reason: waiver.reason.clone(),
        owner: waiver.owner.clone(),
        approver: waiver.approver.clone(),
        expires: waiver.expires.to_string(),
    }
}

fn uncertainties(score: &Scorecard, lang: Lang) -> Vec<UncertaintyLine> {
    let line = |u: &crate::score::Uncertainty| UncertaintyLine {
        kind: u.kind,
        message: spoken(&u.words, lang),
        down: u.down.number(),
        up: u.up.number(),
    };
    score.uncertainties.iter().map(line).collect()
}

fn models(score: &Scorecard) -> Vec<ModelScore> {
    score.models.iter().map(|(m, p)| ModelScore { model: m.word(), score: p.number() }).collect()
}

fn sections(score: &Scorecard, lang: Lang) -> Vec<SectionLine> {
    let line = |s: &crate::score::Section| SectionLine {
        pack: s.pack.clone(),
        part: s.part.clone(),
        title: s.title.say(lang),
        score: s.score.number(),
        possible: s.possible.number(),
    };
    score.sections.iter().map(line).collect()
}

/// The paragraphs with their looks; a block that is no paragraph of the report stands beside it.
fn text(report: &Report) -> Vec<TextLine> {
    let role = |zone: Zone| match zone {
        Zone::Title => TextRole::Title,
        Zone::Boilerplate => TextRole::Beside,
        Zone::Front | Zone::Addressee | Zone::Body | Zone::Tail => TextRole::Body,
    };
    let mut roles: Vec<TextRole> = report.paragraphs.iter().map(|p| role(p.zone)).collect();
    for heading in report.headings.iter().filter(|h| !h.run_in && !h.untitled) {
        roles[heading.paragraph] = TextRole::Heading(heading.depth);
    }
    let shown = |span: Span, role: TextRole| TextLine {
        place: Line { quote: String::new(), ..line(&report.source, span) },
        words: report.source.slice(span).to_string(),
        role,
    };
    let mut out = Vec::with_capacity(report.source.blocks().len());
    let mut paragraphs = report.paragraphs.iter().zip(roles).peekable();
    for (index, block) in report.source.blocks().iter().enumerate().filter(|(_, b)| !b.span.is_empty()) {
        let own: Vec<_> = std::iter::from_fn(|| paragraphs.next_if(|(p, _)| p.block == index)).collect();
        match own.as_slice() {
            [] => out.push(shown(block.span, TextRole::Beside)),
            [(_, role)] => out.push(shown(block.span, *role)),
            parts => out.extend(parts.iter().map(|(p, role)| shown(report.text.to_source(p.span), *role))),
        }
    }
    out
}

/// Where missing content belongs: at the end of its part, or after the part before it.
fn belongs(report: &Report, rule: &Rule) -> Option<BelongsLine> {
    let belongs = rule.belongs.as_ref()?;
    let word = belongs.part.as_deref().or(belongs.after.as_deref())?;
    let end = match PartKind::ALL.into_iter().find(|k| k.word() == word) {
        Some(kind) => report.parts.get(kind).extent(),
        None => report
            .metadata
            .title
            .as_ref()
            .and_then(|_| report.body_span())
            .map(|s| Span { end: s.start, ..s }),
    };
    let year = report.year();
    let fill = |text: &str| {
        let text =
            year.map_or_else(|| text.to_string(), |y| text.replace("{下一年度}", &(y + 1).to_string()));
        year.map_or(text.clone(), |y| text.replace("{年度}", &y.to_string()))
    };
    Some(BelongsLine {
        part: Some(word.to_string()),
        after_line: end.map(|s| report.source.line(report.text.to_source(s).end)),
        skeleton: typeset(&fill(&belongs.skeleton)),
    })
}

/// The metadata fields by name.
pub(super) fn metadata(metadata: &Metadata) -> Map<String, Json> {
    let value = |v: Value| match v {
        Value::Null => Json::Null,
        Value::Number(n) => json!(n),
        Value::Text(t) => json!(t),
        Value::List(l) => json!(l),
    };
    FIELDS.iter().map(|f| (f.name.to_string(), value((f.value)(metadata)))).collect()
}

/// A part in the contract's shape.
pub(super) fn part(report: &Report, part: &Part) -> Json {
    let place = part.extent().map(|span| {
        let line = line(&report.source, report.text.to_source(span));
        json!({ "line": line.line, "column": line.column, "end_line": line.end_line, "end_column": line.end_column })
    });
    json!({
        "status": part.status.word(),
        "heading": part.heading.map(|h| printed(&report.source, report.text.to_source(h))),
        "place": place,
        "items": part.items.len(),
    })
}

/// Remarks of reading and understanding.
pub(super) fn notes(report: &Report, lang: Lang) -> Vec<NoteLine> {
    let warnings = report.source.warnings.iter().map(|w| NoteLine {
        kind: w.kind,
        message: spoken(w, lang),
        line: None,
        column: None,
        quote: String::new(),
    });
    let notes = report.notes.iter().map(|n| {
        let place = match n.place {
            Place::Span(span) => Some(line(&report.source, span)),
            Place::Whole => None,
        };
        NoteLine {
            kind: n.kind,
            message: spoken(n, lang),
            line: place.as_ref().map(|p| p.line),
            column: place.as_ref().map(|p| p.column),
            quote: place.map(|p| p.quote).unwrap_or_default(),
        }
    });
    bounded(warnings.chain(notes), lang)
}

/// Most remarks of one kind that an output lists.
const SAME: usize = 20;

/// At most some remarks of each kind; the next one says how many more there are.
fn bounded(notes: impl Iterator<Item = NoteLine>, lang: Lang) -> Vec<NoteLine> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut out = Vec::new();
    for note in notes {
        let count = counts.entry(note.kind).or_default();
        *count += 1;
        if *count <= SAME {
            out.push(note);
        }
    }
    for (kind, count) in counts.into_iter().filter(|(_, count)| *count > SAME) {
        let more = count - SAME;
        let words = Words::new(
            format!("同类提示还有{more}处,没有列出"),
            format!("{more} more of this kind are not listed"),
        );
        out.push(NoteLine {
            kind,
            message: spoken(&words, lang),
            line: None,
            column: None,
            quote: String::new(),
        });
    }
    out
}
