//! Pages that hold no report, and say where it is if they know.

use lawcheck::read::ReadError;

use super::open;
use crate::forge::html::{around, teasers};

const TITLE: &str = "2023年法治政府建设年度报告";

fn refused(text: &str) -> (String, Option<String>) {
    match open("a.html", text.as_bytes()) {
        Err(ReadError::NoMainContent { what, attachment }) => (what.zh, attachment),
        other => panic!("{other:?}"),
    }
}

#[test]
fn lists_are_named() {
    let links: String = (2015..2030)
        .map(|y| format!("<li><a href=/{y}>某某镇{y}年法治政府建设年度报告</a> {y}-01-02"))
        .collect();
    assert!(refused(&around("法治政府建设", &format!("<ul>{links}</ul>"))).0.starts_with("列表页"));
    assert!(refused(&around("法治政府建设", &teasers(0..12))).0.starts_with("列表页"));
}

#[test]
fn attachments_are_named() {
    for main in [
        format!("<h1>{TITLE}</h1><p>附件: <a href=/P0202401.pdf>{TITLE}.pdf</a></p>"),
        format!(
            "<h1>{TITLE}</h1><p>现将我区2023年法治政府建设年度报告予以公布、请社会各界监督。</p><a href=/down?id=3>{TITLE}.pdf</a>"
        ),
    ] {
        assert_eq!(
            refused(&around(TITLE, &main)),
            ("只有附件".into(), Some(format!("{TITLE}.pdf"))),
            "{main}"
        );
    }
    let viewer = format!("<h1>{TITLE}</h1><iframe src='/viewer.html?file=/up/2023.pdf'></iframe>");
    assert_eq!(refused(&around(TITLE, &viewer)).1.as_deref(), Some("2023.pdf"));
}

#[test]
fn frames_scripts_errors_and_pictures_are_named() {
    let frames = "<html><frameset cols='20%,*'><frame src=a.html><frame src=b.html></frameset></html>";
    assert!(refused(frames).0.starts_with("框架页"));
    let script =
        format!("<html><body><div id=app></div><script>{}</script></body></html>", "var a=1;".repeat(200));
    assert!(refused(&script).0.starts_with("正文由脚本载入"));
    let lost = around("404", "<h1>404</h1><p>您访问的页面不存在或已删除!</p>");
    assert!(refused(&lost).0.starts_with("错误页"));
    let scan = "<html><head><title>年度报告</title></head><body><h1>年度报告</h1><img src=1.jpg><img src=2.jpg></body>";
    assert_eq!(refused(scan).0, "正文是图片");
}
