//! Embeds every file under `rules/` into the program, so that the binary needs nothing beside it.
//! Watches the folder as a whole: a newly added file must not be missed.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[expect(clippy::disallowed_methods, reason = "a build script is told its folders by the environment")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?).join("rules");
    let mut table =
        String::from("/// Every file of the shelf, sorted by path.\nstatic EMBEDDED: &[(&str, &str)] = &[\n");
    for entry in walkdir::WalkDir::new(&root).sort_by_file_name() {
        let entry = entry?;
        println!("cargo:rerun-if-changed={}", entry.path().display());
        if entry.file_type().is_file() {
            let path = slashed(entry.path().strip_prefix(&root)?);
            writeln!(table, "    ({path:?}, include_str!({:?})),", entry.path().display().to_string())?;
        }
    }
    table.push_str("];\n");
    std::fs::write(PathBuf::from(std::env::var("OUT_DIR")?).join("rules.rs"), table)?;
    Ok(())
}

fn slashed(path: &Path) -> String {
    path.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
