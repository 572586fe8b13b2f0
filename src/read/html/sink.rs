//! What the HTML parser builds the tree with, and the brake on it.
//!
//! Comes in: the calls of the tree builder. Goes out: a [`Tree`], or an error for the limit that was passed.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName, ns};

use super::tree::{Content, Element, NodeId, ROOT, Tree};
use crate::read::{Limit, Limits, ReadError};

/// A node, and its name when it is an element. Comments have no node.
#[derive(Clone, Debug)]
pub(super) struct Handle {
    id: Option<NodeId>,
    name: Rc<QualName>,
}

/// The tree under construction.
#[derive(Debug)]
pub(super) struct Sink {
    tree: RefCell<Tree>,
    nameless: Rc<QualName>,
    deepest: Cell<u32>,
    work: Cell<u64>,
}

impl Sink {
    pub(super) fn new() -> Self {
        Sink {
            tree: RefCell::new(Tree::new()),
            nameless: Rc::new(QualName::new(None, ns!(), "".into())),
            deepest: Cell::new(0),
            work: Cell::new(0),
        }
    }

    /// Count work that the tree builder does without asking here.
    pub(super) fn worked(&self, steps: u64) {
        self.work.set(self.work.get() + steps);
    }

    /// An error when the page has passed a limit.
    pub(super) fn check(&self, format: &'static str, limits: &Limits) -> Result<(), ReadError> {
        limits.check(Limit::Depth, format, u64::from(self.deepest.get()))?;
        limits.check(Limit::Work, format, self.work.get())?;
        limits.check(Limit::Nodes, format, self.tree.borrow().len() as u64)
    }

    fn place(&self, parent: NodeId, child: NodeOrText<Handle>, before: Option<NodeId>) {
        let mut tree = self.tree.borrow_mut();
        match child {
            NodeOrText::AppendNode(Handle { id: Some(id), .. }) => {
                let depth = tree.attach(parent, id, before);
                self.deepest.set(self.deepest.get().max(depth));
            }
            NodeOrText::AppendNode(_) => {}
            NodeOrText::AppendText(text) => tree.attach_text(parent, text, before),
        }
    }

    fn without_node(&self) -> Handle {
        Handle { id: None, name: self.nameless.clone() }
    }
}

fn kept(attributes: Vec<Attribute>) -> Vec<(Box<str>, StrTendril)> {
    attributes.into_iter().map(|a| (Box::from(&*a.name.local), a.value)).collect()
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Tree;
    type ElemName<'a> = &'a QualName;

    fn finish(self) -> Tree {
        self.tree.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { id: Some(ROOT), name: self.nameless.clone() }
    }

    /// Asked for every open element that the tree builder looks at: a fair count of its work.
    fn elem_name<'a>(&'a self, target: &'a Handle) -> &'a QualName {
        self.worked(1);
        &target.name
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        let name = Rc::new(name);
        let element = Element { name: name.clone(), attributes: kept(attributes) };
        let id = self.tree.borrow_mut().add(Content::Element(element));
        Handle { id: Some(id), name }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.without_node()
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.without_node()
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        if let Some(parent) = parent.id {
            self.place(parent, child, None);
        }
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        let placed = element.id.is_some_and(|id| self.tree.borrow().node(id).parent.is_some());
        if placed {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// Templates are left out of the text, so their content may stand inside them.
    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.id == y.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let Some(sibling) = sibling.id else { return };
        let parent = self.tree.borrow().node(sibling).parent;
        if let Some(parent) = parent {
            self.place(parent, child, Some(sibling));
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        let mut tree = self.tree.borrow_mut();
        let Some(element) = target.id.and_then(|id| tree.element_mut(id)) else { return };
        for (name, value) in kept(attributes) {
            if element.attribute(&name).is_none() {
                element.attributes.push((name, value));
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        if let Some(id) = target.id {
            self.tree.borrow_mut().detach(id);
        }
    }

    fn reparent_children(&self, node: &Handle, parent: &Handle) {
        if let (Some(from), Some(to)) = (node.id, parent.id) {
            let moved = self.tree.borrow_mut().move_children(from, to);
            self.worked(moved as u64);
        }
    }
}
