//! What people read, as snapshots.

use super::fixed::fixed_run;
use super::text;

#[test]
fn the_comment_reads_well() {
    insta::assert_snapshot!(text("markdown", &fixed_run()));
}

#[test]
fn the_annotations_read_well() {
    insta::assert_snapshot!(text("github", &fixed_run()));
}

#[test]
fn the_page_reads_well() {
    let page = text("html", &fixed_run());
    insta::assert_snapshot!(page.split_once("<body>").unwrap().1);
}
