//! The elements of a page in one flat list.
//!
//! Comes in: what the parser appends. Goes out: a walk in document order that needs no recursion.
//! Knows nothing of what a page means.

use std::rc::Rc;

use html5ever::QualName;
use html5ever::tendril::StrTendril;

/// Index of a node.
pub(super) type NodeId = u32;

/// The document itself.
pub(super) const ROOT: NodeId = 0;

/// An element or a stretch of text.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub(super) parent: Option<NodeId>,
    previous: Option<NodeId>,
    next: Option<NodeId>,
    first: Option<NodeId>,
    last: Option<NodeId>,
    pub(super) depth: u32,
    pub(super) content: Content,
}

/// What a node is.
#[derive(Debug, Default)]
pub(super) enum Content {
    #[default]
    Document,
    Element(Element),
    Text(StrTendril),
}

/// An element with the attributes that are of use here.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: Rc<QualName>,
    pub(super) attributes: Vec<(Box<str>, StrTendril)>,
}

impl Element {
    /// The tag, in lower case.
    pub(super) fn tag(&self) -> &str {
        &self.name.local
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| **n == *name).map(|(_, value)| &**value)
    }
}

/// One step of a walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Enter(NodeId),
    Leave(NodeId),
}

/// All nodes of a page.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    pub(super) fn new() -> Self {
        Tree { nodes: vec![Node::default()] }
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id as usize]
    }

    fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id as usize]
    }

    pub(super) fn element(&self, id: NodeId) -> Option<&Element> {
        match &self.node(id).content {
            Content::Element(element) => Some(element),
            Content::Document | Content::Text(_) => None,
        }
    }

    pub(super) fn element_mut(&mut self, id: NodeId) -> Option<&mut Element> {
        match &mut self.node_mut(id).content {
            Content::Element(element) => Some(element),
            Content::Document | Content::Text(_) => None,
        }
    }

    /// A node without a place yet.
    pub(super) fn add(&mut self, content: Content) -> NodeId {
        let id = self.nodes.len() as NodeId;
        self.nodes.push(Node { content, ..Node::default() });
        id
    }

    /// Put a node at the end of `parent`, or before one of its children. Returns its depth.
    pub(super) fn attach(&mut self, parent: NodeId, child: NodeId, before: Option<NodeId>) -> u32 {
        self.detach(child);
        let previous = before.map_or(self.node(parent).last, |b| self.node(b).previous);
        let depth = self.node(parent).depth + 1;
        let node = self.node_mut(child);
        node.parent = Some(parent);
        node.previous = previous;
        node.next = before;
        node.depth = depth;
        match previous {
            Some(p) => self.node_mut(p).next = Some(child),
            None => self.node_mut(parent).first = Some(child),
        }
        match before {
            Some(b) => self.node_mut(b).previous = Some(child),
            None => self.node_mut(parent).last = Some(child),
        }
        depth
    }

    /// Append text, joined to text that already stands there.
    pub(super) fn attach_text(&mut self, parent: NodeId, text: StrTendril, before: Option<NodeId>) {
        let neighbour = before.map_or(self.node(parent).last, |b| self.node(b).previous);
        if let Some(id) = neighbour
            && let Content::Text(already) = &mut self.node_mut(id).content
        {
            already.push_tendril(&text);
            return;
        }
        let child = self.add(Content::Text(text));
        self.attach(parent, child, before);
    }

    /// Take a node out of its parent.
    pub(super) fn detach(&mut self, id: NodeId) {
        let Node { parent, previous, next, .. } = *self.node(id);
        let Some(parent) = parent else { return };
        match previous {
            Some(p) => self.node_mut(p).next = next,
            None => self.node_mut(parent).first = next,
        }
        match next {
            Some(n) => self.node_mut(n).previous = previous,
            None => self.node_mut(parent).last = previous,
        }
        let node = self.node_mut(id);
        (node.parent, node.previous, node.next) = (None, None, None);
    }

    /// Move all children of one node to the end of another. Returns how many there were.
    pub(super) fn move_children(&mut self, from: NodeId, to: NodeId) -> usize {
        let mut moved = 0;
        while let Some(child) = self.node(from).first {
            self.attach(to, child, None);
            moved += 1;
        }
        moved
    }

    /// The step after this one; with `skip`, the children of an entered node are left out.
    pub(super) fn after(&self, step: Step, skip: bool) -> Option<Step> {
        let (id, inside) = match step {
            Step::Enter(id) => (id, !skip),
            Step::Leave(id) => (id, false),
        };
        let node = self.node(id);
        match step {
            Step::Enter(_) if inside => Some(node.first.map_or(Step::Leave(id), Step::Enter)),
            Step::Enter(_) => Some(Step::Leave(id)),
            Step::Leave(_) => node.next.map(Step::Enter).or_else(|| node.parent.map(Step::Leave)),
        }
    }

    /// All words below a node, as they stand in the file.
    pub(super) fn words(&self, id: NodeId) -> String {
        let mut out = String::new();
        let mut step = Some(Step::Enter(id));
        while let Some(now) = step {
            if now == Step::Leave(id) {
                break;
            }
            if let Step::Enter(node) = now
                && let Content::Text(text) = &self.node(node).content
            {
                out.push_str(text);
            }
            step = self.after(now, false);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(tree: &mut Tree, parent: NodeId, words: &str) -> NodeId {
        let id = tree.add(Content::Text(StrTendril::from(words)));
        tree.attach(parent, id, None);
        id
    }

    #[test]
    fn nodes_move_without_loss() {
        let mut tree = Tree::new();
        let (a, b) = (tree.add(Content::Document), tree.add(Content::Document));
        tree.attach(ROOT, a, None);
        tree.attach(ROOT, b, Some(a));
        text(&mut tree, a, "二");
        let one = text(&mut tree, b, "一");
        assert_eq!(tree.words(ROOT), "一二");
        tree.attach(a, one, None);
        assert_eq!(tree.words(ROOT), "二一");
        assert_eq!(tree.move_children(a, b), 2);
        assert_eq!((tree.words(a).as_str(), tree.words(b).as_str()), ("", "二一"));
    }

    #[test]
    fn a_walk_enters_and_leaves_every_node_once() {
        let mut tree = Tree::new();
        let a = tree.add(Content::Document);
        tree.attach(ROOT, a, None);
        text(&mut tree, a, "一");
        let mut steps = vec![Step::Enter(ROOT)];
        while let Some(next) = tree.after(*steps.last().unwrap(), false) {
            steps.push(next);
        }
        assert_eq!(steps.len(), 6);
        assert_eq!(steps.last(), Some(&Step::Leave(ROOT)));
    }
}
