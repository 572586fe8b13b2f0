//! What the parsers of YAML, regular expressions and scripts say, in both languages.
//!
//! Comes in: a parser's English. Goes out: a message whose Chinese keeps what is quoted and says the rest in Chinese;
//! where a saying is not known, the Chinese names only what is wrong, and place and next step stand beside it.

use crate::text::{Fixed, Words};

/// A fragment of the English, and the Chinese for the whole saying.
const YAML: &[Fixed] = &[
    ("mapping values are not allowed", "这里不能有“键: 值”"),
    ("did not find expected ',' or", "缺少逗号或结束的括号"),
    ("did not find expected", "缺少应有的符号"),
    ("could not find expected ':'", "键后面缺少冒号"),
    ("unclosed bracket", "括号没有结束"),
    ("unexpected end of", "内容在这里中断"),
    ("unknown anchor", "引用的锚点不存在"),
    ("invalid indentation", "缩进不对"),
    ("tab", "缩进用了制表符"),
    ("quoted scalar", "引号没有结束"),
    ("multiple documents", "一个文件只能有一份文档"),
    ("budget", "内容过多或嵌套过深"),
    ("recursion", "嵌套过深"),
    ("out of range", "数字过大"),
];

const REGEX: &[Fixed] = &[
    ("unclosed group", "括号没有结束"),
    ("unopened group", "多了一个右括号"),
    ("unclosed character class", "方括号没有结束"),
    ("repetition operator missing expression", "重复符号前面没有内容"),
    ("unclosed counted repetition", "次数的花括号没有结束"),
    ("invalid repetition count range", "次数范围的前一个数不能大于后一个"),
    ("repetition quantifier expects", "花括号里应是次数"),
    ("invalid character class range", "字符范围的起点不能大于终点"),
    ("invalid range boundary", "字符范围的两端应是单个字符"),
    ("unrecognized escape", "不认识的转义"),
    ("invalid escape sequence", "方括号里的转义不对"),
    ("incomplete escape", "转义不完整"),
    ("backreferences", "不支持反向引用"),
    ("look-around", "不支持环视"),
    ("flag", "标志不对"),
    ("capture group name", "分组的名称不对"),
    ("Unicode property", "没有这种 Unicode 属性"),
];

const SCRIPT: &[Fixed] = &[
    ("Unexpected", "不应有"),
    ("Undefined variable", "没有定义的变量"),
    ("Undefined module", "没有定义的模块"),
    ("Unknown operator", "没有这种运算符"),
    ("Invalid escape", "不认识的转义"),
    ("Invalid number", "数字写法不对"),
    ("Invalid character", "字符写法不对"),
    ("Variable name", "变量名写法不对"),
    ("Open string", "文字的引号没有结束"),
    ("too long", "文字过长"),
    ("Invalid symbol", "不认识的符号"),
    ("Script is incomplete", "脚本在这里中断"),
    ("reserved", "保留的词不能用"),
    ("already exists", "函数重复"),
    ("Variable already", "变量重复"),
    ("Duplicated", "名称重复"),
    ("Cannot assign", "常量不能改"),
    ("cannot be assigned", "这里不能赋值"),
    ("exceeds maximum complexity", "表达式过于复杂"),
    ("exceeds the maximum", "超过上限"),
    ("Function definitions", "函数只能定义在最外层"),
    ("Expecting", "缺少"),
    ("Forbidden variable", "不能用的变量名"),
    ("Break statement", "break 只能用在循环里"),
];

/// What is wrong with YAML.
pub(super) fn yaml(said: &str) -> Words {
    let first = said.lines().next().unwrap_or("");
    // The parser repeats the place that the message already names.
    let first = first.trim_start_matches("error: ").split_once(": ").map_or(first, |(_, what)| what);
    // Its advice is for those who call it.
    let first = first.split(", set DuplicateKeyPolicy").next().unwrap_or(first);
    let chinese = first
        .strip_prefix("duplicate mapping key: ")
        .map(|key| format!("键“{key}”重复"))
        .or_else(|| known(first, YAML).map(str::to_string));
    said_of(("YAML 写法有误", "faulty YAML"), chinese, first)
}

/// What is wrong with a regular expression.
pub(super) fn regex(said: &str) -> Words {
    said_of(("正则表达式写法有误", "faulty regular expression"), known(said, REGEX).map(str::to_string), said)
}

/// What is wrong with a script.
pub(super) fn rhai(said: &str) -> Words {
    let quoted = said.split('\'').nth(1).or_else(|| undefined(said));
    let chinese = known(said, SCRIPT).map(|what| match quoted {
        Some(name) => format!("{what} '{name}'"),
        None => what.to_string(),
    });
    said_of(("脚本写法有误", "faulty script"), chinese, said)
}

/// The name that a script uses and nothing defines.
pub(super) fn undefined(said: &str) -> Option<&str> {
    let name = said.strip_prefix("Undefined variable")?;
    Some(name.trim_start_matches([':', ' ']).trim_matches(['\'', '"']))
}

fn known(said: &str, table: &[Fixed]) -> Option<&'static str> {
    table.iter().find(|(english, _)| said.contains(english)).map(|(_, chinese)| *chinese)
}

fn said_of((zh, en): Fixed, chinese: Option<String>, english: &str) -> Words {
    let zh = chinese.map_or_else(|| zh.to_string(), |what| format!("{zh}:{what}"));
    Words::new(zh, format!("{en}: {english}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_keeps_only_what_is_quoted() {
        assert_eq!(rhai("Unexpected '}'").zh, "脚本写法有误:不应有 '}'");
        assert_eq!(rhai("Undefined variable: wrd").zh, "脚本写法有误:没有定义的变量 'wrd'");
        assert_eq!(rhai("something new").zh, "脚本写法有误");
        assert_eq!(regex("unclosed group").zh, "正则表达式写法有误:括号没有结束");
        assert_eq!(regex("unclosed group").en, "faulty regular expression: unclosed group");
    }

    #[test]
    fn the_place_is_not_said_twice() {
        let words =
            yaml("error: line 5 column 1: duplicate mapping key: weight, set DuplicateKeyPolicy in Options");
        assert_eq!(words.zh, "YAML 写法有误:键“weight”重复");
        assert_eq!(words.en, "faulty YAML: duplicate mapping key: weight");
    }
}
