//! The two languages of messages.

use serde::{Deserialize, Serialize};

/// Language of everything a person reads. Chinese first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

/// Something that can say itself in either language.
pub trait Speak {
    /// The sentence in this language.
    fn say(&self, lang: Lang) -> String;
}

/// One sentence in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Words {
    /// Both sentences.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Words { zh: zh.into(), en: en.into() }
    }

    /// What something says.
    pub fn of(said: &impl Speak) -> Self {
        Words { zh: said.say(Lang::Zh), en: said.say(Lang::En) }
    }

    /// A name, which is the same in both languages.
    pub fn name(name: impl Into<String>) -> Self {
        let name = name.into();
        Words { zh: name.clone(), en: name }
    }
}

impl<Z: Into<String>, E: Into<String>> From<(Z, E)> for Words {
    fn from((zh, en): (Z, E)) -> Self {
        Words::new(zh, en)
    }
}

/// A fixed sentence: Chinese, English.
pub type Fixed = (&'static str, &'static str);

impl Speak for Fixed {
    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.0.to_string(),
            Lang::En => self.1.to_string(),
        }
    }
}

impl Speak for Words {
    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.zh.clone(),
            Lang::En => self.en.clone(),
        }
    }
}

impl Lang {
    /// A sentence of this program as a reader should see it: only Chinese has punctuation of its own.
    pub fn typeset(self, text: &str) -> String {
        match self {
            Lang::Zh => typeset(text),
            Lang::En => text.to_string(),
        }
    }

    /// What stands between the members of a list.
    pub fn comma(self) -> &'static str {
        match self {
            Lang::Zh => "、",
            Lang::En => ", ",
        }
    }
}

/// Chinese text with full-width punctuation: sources keep the half-width forms, readers see the proper ones.
/// Words inside “ ” are quoted from elsewhere and stay as they are.
pub fn typeset(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let chinese = |c: Option<&char>| {
        c.is_some_and(|c| matches!(c, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}' | '“' | '”'))
    };
    let mut quoted = false;
    let mut brackets = Vec::new();
    let mut out = String::with_capacity(text.len());
    for (i, &c) in chars.iter().enumerate() {
        match c {
            '“' => quoted = true,
            '”' => quoted = false,
            _ => {}
        }
        let beside = chinese(i.checked_sub(1).and_then(|k| chars.get(k))) || chinese(chars.get(i + 1));
        let wide = match c {
            ',' => '\u{ff0c}',
            ':' => '\u{ff1a}',
            ';' => '\u{ff1b}',
            '(' => '\u{ff08}',
            ')' => '\u{ff09}',
            '!' => '\u{ff01}',
            '?' => '\u{ff1f}',
            other => other,
        };
        // A closing bracket goes with its opening one, whatever stands beside it.
        let wanted = match c {
            ')' => brackets.pop().unwrap_or(beside && !quoted),
            _ => beside && !quoted,
        };
        if c == '(' {
            brackets.push(wanted);
        }
        out.push(if wanted { wide } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_between_ideographs_becomes_full_width() {
        assert_eq!(typeset("甲,乙:丙(丁)"), "甲\u{ff0c}乙\u{ff1a}丙\u{ff08}丁\u{ff09}");
        assert_eq!(typeset("甲(1)"), "甲\u{ff08}1\u{ff09}");
        assert_eq!(typeset("a, b (c) 1,234"), "a, b (c) 1,234");
        assert_eq!(typeset("“甲,乙”,丙"), "“甲,乙”\u{ff0c}丙");
        assert_eq!(Lang::En.typeset("no rule “甲”; known: 乙"), "no rule “甲”; known: 乙");
    }
}
