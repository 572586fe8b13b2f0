//! Between tokenizer and tree builder: tags lose what nobody reads, and heavy ones are counted.
//!
//! Comes in: tokens. Goes out: the same tokens with few attributes. Formatting tags lose theirs altogether,
//! because the tree builder compares every one of them with all that are open.

use std::cell::Cell;
use std::collections::HashSet;
use std::sync::LazyLock;

use html5ever::interface::{Attribute, QualName};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{local_name, ns};

use super::sink::{Handle, Sink};
use super::style;

/// The tree builder behind its gate.
pub(super) struct Gate {
    pub(super) builder: TreeBuilder<Handle, Sink>,
    /// Whether a token came since this was last asked.
    seen: Cell<bool>,
    most_attributes: Cell<usize>,
}

/// Attributes that are read later.
static READ: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "charset class colspan content data download hidden href http-equiv id name property src start style \
     title type value"
        .split(' ')
        .collect()
});

/// Tags that the tree builder keeps open across blocks.
const FORMATTING: &[&str] =
    &["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

impl Gate {
    pub(super) fn new(sink: Sink) -> Self {
        let options = TreeBuilderOpts { drop_doctype: true, ..TreeBuilderOpts::default() };
        Gate {
            builder: TreeBuilder::new(sink, options),
            seen: Cell::new(false),
            most_attributes: Cell::new(0),
        }
    }

    /// Whether a token came since the last call.
    pub(super) fn take_seen(&self) -> bool {
        self.seen.replace(false)
    }

    /// The most attributes that one tag had.
    pub(super) fn most_attributes(&self) -> usize {
        self.most_attributes.get()
    }

    fn lighten(&self, tag: &mut Tag) {
        let count = tag.attrs.len();
        self.most_attributes.set(self.most_attributes.get().max(count));
        // The tokenizer has compared each attribute with all before it.
        self.builder.sink.worked((count * count / 16) as u64);
        if tag.kind == TagKind::EndTag {
            tag.attrs.clear();
        } else if FORMATTING.contains(&&*tag.name) {
            let hidden = tag.attrs.iter().any(|a| {
                a.name.local == local_name!("hidden")
                    || a.name.local == local_name!("style") && style::hides(&a.value)
            });
            tag.attrs.clear();
            if hidden {
                let name = QualName::new(None, ns!(), local_name!("hidden"));
                tag.attrs.push(Attribute { name, value: StrTendril::new() });
            }
        } else {
            tag.attrs.retain(|a| READ.contains(&*a.name.local));
        }
    }
}

impl TokenSink for Gate {
    type Handle = Handle;

    fn process_token(&self, mut token: Token, line: u64) -> TokenSinkResult<Handle> {
        match &mut token {
            Token::ParseError(_) => return TokenSinkResult::Continue,
            Token::TagToken(tag) => self.lighten(tag),
            _ => {}
        }
        self.seen.set(true);
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
