//! Compiling the script of a rule, and refusing what would only fail when a report comes.

use rhai::{AST, ASTNode, Engine, Expr, Position as At, Scope, Stmt};

use super::error::{PackError, Position};
use super::parser;
use super::shape::{meant, nearest};
use super::{api, engine};
use crate::text::{Fixed, Words};

/// A compiled script, library functions included.
#[derive(Clone, Debug)]
pub struct Script {
    pub(crate) ast: AST,
    /// Where the text of the script begins in its file.
    pub(crate) origin: Position,
    /// Messages in the script, as the author wrote them.
    pub(crate) messages: Vec<String>,
}

/// The functions of `lib/*.rhai`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Library {
    ast: AST,
    names: Vec<String>,
}

impl Library {
    /// Add one file of the library.
    pub(crate) fn add(&mut self, engine: &Engine, file: &str, text: &str) -> Result<(), PackError> {
        let origin = Position { line: 1, column: 1 };
        let ast = compile(engine, &Scope::new(), file, origin, text)?;
        for function in ast.iter_functions() {
            if self.names.iter().any(|n| n == function.name) {
                let name = function.name;
                let message =
                    (format!("函数“{name}”在 lib 里重复"), format!("the function “{name}” is in lib twice"));
                return Err(PackError::new(
                    file,
                    origin,
                    message,
                    ("请改名或删去一个", "rename or delete one"),
                ));
            }
            self.names.push(function.name.to_string());
        }
        self.ast = self.ast.merge(&ast);
        Ok(())
    }

    /// Names in a file that nothing defines; checked when all files are in.
    pub(crate) fn lint(&self, engine: &Engine, file: &str, text: &str) -> Vec<PackError> {
        let origin = Position { line: 1, column: 1 };
        // A file that does not compile was reported when it was added.
        let ast = compile(engine, &Scope::new(), file, origin, text);
        ast.map(|ast| lint(&ast, self, file, origin)).unwrap_or_default()
    }
}

/// Compile the script of a rule whose signals have these names.
pub(crate) fn script(
    engine: &Engine,
    library: &Library,
    signals: &[String],
    file: &str,
    origin: Position,
    text: &str,
) -> Result<Script, Vec<PackError>> {
    // Placeholders that are not constants: the optimiser must not freeze them into the script.
    let mut scope = Scope::new();
    scope.push("report", ());
    for name in signals {
        scope.push(name.as_str(), ());
    }
    let ast = compile(engine, &scope, file, origin, text).map_err(|e| vec![e])?;
    let faults = lint(&ast, library, file, origin);
    if !faults.is_empty() {
        return Err(faults);
    }
    let messages = messages(&ast, library);
    Ok(Script { ast: library.ast.merge(&ast), origin, messages })
}

fn compile(
    engine: &Engine,
    scope: &Scope<'_>,
    file: &str,
    origin: Position,
    text: &str,
) -> Result<AST, PackError> {
    if text.len() > engine::SCRIPT {
        let (bytes, most) = (text.len(), engine::SCRIPT);
        let message = (
            format!("脚本过长:{bytes} 字节,上限 {most}"),
            format!("script too long: {bytes} bytes, at most {most}"),
        );
        let help = (
            "请拆成几条规则,或把公用部分放进 lib",
            "split it into several rules, or move what is shared to lib",
        );
        return Err(PackError::new(file, origin, message, help));
    }
    if text.rfind("/*").is_some_and(|open| !text.get(open..).unwrap_or("").contains("*/")) {
        let message = (
            "脚本里的 /* 没有结束,后面的内容会被忽略",
            "the /* in the script has no end; what follows would be ignored",
        );
        return Err(PackError::new(file, origin, message, ("请补上 */", "add */")));
    }
    engine.compile_with_scope(scope, text).map_err(|e| {
        let at = place(origin, e.position());
        let said = e.err_type().to_string();
        PackError::new(file, at, parser::rhai(&said), help_for(&said))
    })
}

fn help_for(said: &str) -> Words {
    if let Some(name) = parser::undefined(said) {
        return Words::new(
            format!("“{name}”不是信号的名称;可用 report 和本规则 signals 里的名称"),
            format!("“{name}” is no signal; use report and the names under signals of this rule"),
        );
    }
    if said.contains("Unexpected") {
        let wide = said.chars().any(|c| matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}'));
        let help = if wide {
            ("脚本里的标点要用半角", "write punctuation of scripts half-width")
        } else {
            (
                "请检查括号、引号是否成对,语句之间是否有分号",
                "check that brackets and quotes are in pairs and statements have semicolons between them",
            )
        };
        return help.into();
    }
    Words::new("写法见 docs/reference/script.md", "see docs/reference/script.md")
}

/// Where a place of the script stands in the file.
pub(crate) fn place(origin: Position, at: At) -> Position {
    match (at.line(), at.position()) {
        (Some(line), column) => Position {
            line: origin.line + line as u32 - 1,
            column: origin.column + column.unwrap_or(1) as u32 - 1,
        },
        _ => origin,
    }
}

/// Calls and properties that nothing defines. rhai would find them only when they run.
fn lint(ast: &AST, library: &Library, file: &str, origin: Position) -> Vec<PackError> {
    let own = ast.iter_functions().map(|f| f.name.to_string());
    let defined: Vec<String> = own.chain(library.names.iter().cloned()).collect();
    let mut faults = Vec::new();
    let mut check = |name: &str, at: At, what: Fixed| {
        if api::known(name)
            || defined.iter().any(|n| n == name)
            || !name.starts_with(|c: char| c.is_alphabetic() || c == '_')
        {
            return;
        }
        let near = nearest(name, api::names()).or_else(|| nearest(name, defined.iter().map(String::as_str)));
        let all = || Words::new("可用的见 docs/reference/script.md", "see docs/reference/script.md");
        let help = near.map_or_else(all, meant);
        let message = (format!("没有“{name}”这个{}", what.0), format!("no {} “{name}”", what.1));
        faults.push(PackError::new(file, place(origin, at), message, help));
    };
    ast.walk(&mut |path: &[ASTNode<'_>]| {
        match path.last() {
            Some(
                ASTNode::Expr(Expr::FnCall(call, at) | Expr::MethodCall(call, at))
                | ASTNode::Stmt(Stmt::FnCall(call, at)),
            ) => {
                // Operators are calls, too.
                check(if call.op_token.is_none() { &call.name } else { "" }, *at, ("函数", "function"));
            }
            Some(ASTNode::Expr(Expr::Property(property, at))) => {
                check(&property.2, *at, ("属性", "property"));
            }
            _ => {}
        }
        true
    });
    faults
}

/// Text literals that a person may read: the last argument of a call that makes a ruling, and words handed to the
/// functions of the library, which make messages of them.
fn messages(ast: &AST, library: &Library) -> Vec<String> {
    const MAKERS: [&str; 4] = ["met", "partly", "unmet", "not_applicable"];
    let text = |expr: &Expr| match expr {
        Expr::StringConstant(text, _) => Some(text.to_string()),
        _ => None,
    };
    let mut out = Vec::new();
    ast.walk(&mut |path: &[ASTNode<'_>]| {
        if let Some(ASTNode::Expr(Expr::FnCall(call, _)) | ASTNode::Stmt(Stmt::FnCall(call, _))) = path.last()
        {
            if MAKERS.contains(&call.name.as_str()) {
                out.extend(call.args.last().and_then(text));
            } else if library.names.iter().any(|n| n == call.name.as_str()) {
                out.extend(call.args.iter().filter_map(text).filter(|t| is_readable(t)));
            }
        }
        true
    });
    out.sort();
    out.dedup();
    out
}

/// Units, one or a list of them, are not for a person to read.
fn is_readable(text: &str) -> bool {
    text.chars().count() >= 2 && !text.is_ascii() && !text.contains('|')
}
