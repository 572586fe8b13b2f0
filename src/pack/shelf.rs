//! The files of a shelf of packs, and what each is by its path.

use std::borrow::Cow;

/// One file: its path on the shelf, with `/`, and its text.
#[derive(Clone, Debug)]
pub struct ShelfFile {
    /// Path, such as `annual-report/20-contents/causes-given.yaml`.
    pub path: String,
    /// Text.
    pub text: Cow<'static, str>,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    Pack { pack: &'a str },
    Part { pack: &'a str, part: &'a str },
    Rule { pack: &'a str, part: &'a str, rule: &'a str },
    Profile { profile: &'a str },
    Library,
    LibraryEnglish,
    Unknown,
}

/// What a path stands for.
pub(super) fn kind(path: &str) -> Kind<'_> {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["lib", "en.yaml"] => Kind::LibraryEnglish,
        ["lib", file] if file.strip_suffix(".rhai").is_some() => Kind::Library,
        ["profiles", file] => {
            file.strip_suffix(".yaml").map_or(Kind::Unknown, |profile| Kind::Profile { profile })
        }
        [pack, "pack.yaml"] => Kind::Pack { pack },
        [pack, part, "part.yaml"] => Kind::Part { pack, part },
        [pack, part, file] => {
            file.strip_suffix(".yaml").map_or(Kind::Unknown, |rule| Kind::Rule { pack, part, rule })
        }
        _ => Kind::Unknown,
    }
}

/// A name without its order number: `20-contents` is `contents`.
pub(super) fn plain(name: &str) -> &str {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() < name.len() {
        rest.strip_prefix('-').filter(|r| !r.is_empty()).unwrap_or(name)
    } else {
        name
    }
}

/// The packs, profiles and library that stand in the program itself.
pub fn embedded() -> Vec<ShelfFile> {
    EMBEDDED
        .iter()
        .map(|(path, text)| ShelfFile { path: (*path).to_string(), text: Cow::Borrowed(*text) })
        .collect()
}

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_say_what_a_file_is() {
        assert_eq!(kind("a/pack.yaml"), Kind::Pack { pack: "a" });
        assert_eq!(kind("a/20-b/part.yaml"), Kind::Part { pack: "a", part: "20-b" });
        assert_eq!(kind("a/20-b/c.yaml"), Kind::Rule { pack: "a", part: "20-b", rule: "c" });
        assert_eq!(kind("a/20-b/c.yml"), Kind::Unknown);
        assert_eq!(plain("20-contents"), "contents");
        assert_eq!(plain("2021"), "2021");
    }
}
