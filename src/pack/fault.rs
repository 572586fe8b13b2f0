//! What the engine says of a script that failed or ran over a limit, in both languages.
//!
//! Comes in: the engine's error. Goes out: words. The English is the engine's own; the Chinese says what kind of fault
//! it is and keeps the names.

use rhai::{Dynamic, EvalAltResult as Error, Position};

use crate::text::{Fixed, Words};

/// A panic inside the engine.
pub(super) const ENGINE: Fixed = ("脚本引擎出错", "engine fault");

/// An error that a function of the script language raises.
pub(super) fn raise<T>(words: impl Into<Words>) -> Result<T, Box<Error>> {
    Err(Error::ErrorRuntime(Dynamic::from(words.into()), Position::NONE).into())
}

/// The limit that ended a script, if one did.
pub(super) fn limit(error: &Error) -> Option<Fixed> {
    Some(match error {
        // Nothing but the budget terminates a script.
        Error::ErrorTooManyOperations(..) | Error::ErrorTerminated(..) => ("运算步数", "operations"),
        Error::ErrorStackOverflow(..) => ("调用层数", "call depth"),
        Error::ErrorTooManyVariables(..) => ("变量个数", "variables"),
        Error::ErrorDataTooLarge(what, _) if what.contains("string") => ("文字长度", "length of a text"),
        Error::ErrorDataTooLarge(what, _) if what.contains("array") => ("数组长度", "length of an array"),
        Error::ErrorDataTooLarge(..) => ("数据大小", "size of data"),
        _ => return None,
    })
}

/// What went wrong in a script; where it did is told beside it.
pub(super) fn said(error: &Error) -> Words {
    if let Error::ErrorRuntime(value, _) = error
        && let Some(words) = value.read_lock::<Words>()
    {
        return words.clone();
    }
    Words::new(chinese(error), english(error))
}

fn chinese(error: &Error) -> String {
    match error {
        Error::ErrorRuntime(value, _) => format!("脚本自己报错“{value}”"),
        Error::ErrorVariableNotFound(name, _) => format!("没有变量“{name}”"),
        Error::ErrorPropertyNotFound(name, _) => format!("没有属性“{name}”"),
        Error::ErrorFunctionNotFound(call, _) => format!("没有函数“{call}”,或参数的类型不对"),
        Error::ErrorMismatchDataType(want, is, _) | Error::ErrorMismatchOutputType(want, is, _) => {
            format!("类型不对:应为“{want}”,这里是“{is}”")
        }
        Error::ErrorIndexingType(name, _) => format!("“{name}”不能用下标"),
        Error::ErrorArrayBounds(count, index, _) => format!("数组共 {count} 项,没有下标 {index}"),
        Error::ErrorStringBounds(count, index, _) => format!("文字共 {count} 字,没有下标 {index}"),
        Error::ErrorFor(_) => "for 后面的值不能逐个取".to_string(),
        Error::ErrorAssignmentToConstant(name, _) => format!("“{name}”不能改"),
        Error::ErrorArithmetic(..) => "算式出错:除以零,或数字过大".to_string(),
        _ => "不能执行".to_string(),
    }
}

/// The engine's sentence without its place, which counts lines of the script.
fn english(error: &Error) -> String {
    let said = error.to_string();
    let place = format!(" ({})", error.position());
    said.strip_suffix(&place).unwrap_or(&said).to_string()
}
