use lawcheck::{read, report, text};
fn main() {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).unwrap();
        let s = match read::read(read::Input { name: &path, bytes: &bytes }, &Default::default()) { Ok(s) => s, Err(e) => { println!("{path}: {} {e}", e.kind().word()); continue; } };
        let r = report::build(s, &Default::default());
        println!("== {path} {} {:?}", r.source.format, r.source.encoding);
        for f in report::metadata::FIELDS { println!("  {} = {:?}", f.name, (f.value)(&r.metadata)); }
        println!("  look_alike {:?}", r.look_alike.as_ref().map(|l| (l.kind.word(), l.reason.zh.clone())));
        let line = |s: text::Span| r.source.line(r.text.to_source(s).start);
        for h in &r.headings { println!("  H d{} n{} {} [{}] {} L{} run_in={} untitled={} damaged={}", h.depth, h.notation.level(), "  ".repeat(h.depth as usize), r.text.slice(h.number), r.text.slice(h.title), line(h.title), h.run_in, h.untitled, h.damaged); }
        for p in r.parts.iter() { println!("  P {} {} heading={:?} L{:?}-{:?} items={}", p.kind.word(), p.status.word(), p.heading.map(|h| r.text.slice(h)), p.extent().map(line), p.extent().map(|s| r.source.line(r.text.to_source(s).end-1)), p.items.len()); }
        for n in &r.notes { println!("  N {} {}", n.kind, n.words.zh); }
        for p in &r.paragraphs { if p.zone != report::Zone::Body { println!("  Z {:?} {}", p.zone, r.text.slice(p.span).chars().take(40).collect::<String>()); } }
    }
}
