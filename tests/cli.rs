//! Transcripts: what the program says and how it ends, for every exit code, every state that fails closed, and every
//! state of waivers and baselines.

#[test]
fn transcripts() {
    trycmd::TestCases::new().case("tests/cli/*.trycmd");
}
