//! Words that government sites put around an article.
//!
//! Comes in: a displayed line, folded. Goes out: whether it belongs to the page and not to the report. Long lines
//! and whole sentences never do: a report may speak of its own web pages.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Longest line that can be one of these.
const LONGEST: usize = 60;

static ANYWHERE: LazyLock<Vec<&str>> = LazyLock::new(|| {
    "打印本页 打印此页 打印本文 [打印 关闭窗口 关闭本页 关闭页面 [关闭 返回顶部 返回上一页 返回列表 \
     扫一扫 扫描二维码 分享到 分享至 责任编辑 上一篇 下一篇 上一条 下一条 浏览次数 阅读次数 点击次数 \
     访问次数 浏览量 阅读量 访问量 点击量 点击数 网站标识码 icp备 公网安备 版权所有 版权声明 网站地图 \
     关于我们 联系我们 隐私保护 使用帮助 无障碍浏览 长者助手 您当前的位置 您当前所在位置 您所在的位置 \
     您现在的位置 您的位置 当前位置 所在位置 我要纠错 我要收藏 收藏本页 相关阅读 相关链接 相关文档 \
     相关稿件 相关新闻 相关信息 相关解读 相关文件 友情链接 热点信息 热门推荐 推荐阅读 请输入关键字 \
     热搜词 欢迎访问 用手机浏览 手机版 技术支持:"
        .split(' ')
        .collect()
});

static IN_FRONT: LazyLock<Vec<&str>> = LazyLock::new(|| {
    "来源: 信息来源: 文章来源: 稿件来源: 稿源: 发布时间: 发布日期: 发文时间: 更新时间: 更新日期: \
     录入时间: 作者: 编辑: 责编: 审核: 校对: 字号 字体: [字体 [字号 浏览: 阅读: 点击: 访问: 主办: \
     主办单位: 承办: 承办单位: 联系电话: 选择阅读字号 视力保护色 文件下载: 附件下载 分享:"
        .split(' ')
        .collect()
});

static WHOLE: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "打印 关闭 分享 收藏 大 中 小 大中小 微信 微博 qq空间 首页 返回 更多 更多>> 纠错 朗读 语音播报 登录 \
     注册 繁体版 无障碍 网站支持ipv6 下载 顶部 相关附件 正文 文本 原文 全文 图片 二维码 分享到微信 默认 \
     超大 导航 关怀版 扫码阅读 最新解读 政策解读 政策图解 热点新闻 热门新闻 通知公告 最新信息 最新公开 \
     图片新闻 专题专栏 相关推荐 点击排行 猜你喜欢 今日要闻"
        .split(' ')
        .collect()
});

/// Whether a folded line belongs to the page around an article.
pub(super) fn is_boilerplate(folded: &str) -> bool {
    if folded.contains('。') || folded.chars().count() > LONGEST {
        return false;
    }
    let lower = folded.to_ascii_lowercase();
    ANYWHERE.iter().any(|term| lower.contains(term))
        || IN_FRONT.iter().any(|term| lower.starts_with(term))
        || WHOLE.contains(lower.trim_matches(['[', ']', '|', '>', ' ']))
}

/// Whether a page says that there is nothing to see.
pub(super) fn is_error(folded: &str) -> bool {
    const ERRORS: &str = "页面不存在 页面已删除 不存在或已 无法访问 无法找到 找不到页面 找不到该页 页面找不到 已被删除 \
        notfound 404 403forbidden 502badgateway 服务器错误 系统维护 访问被拒绝 请求被拦截 访问出错";
    let lower = folded.to_ascii_lowercase().replace(' ', "");
    ERRORS.split(' ').any(|term| lower.contains(term))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold_str;

    #[test]
    fn tool_bars_are_boilerplate_and_sentences_are_not() {
        for line in
            ["【 打印本页 】", "来源\u{ff1a}区司法局", "浏览次数\u{ff1a}1234", "大", "上一篇\u{ff1a}无"]
        {
            assert!(is_boilerplate(&fold_str(line)), "{line}");
        }
        for line in ["推行扫一扫办理。", "(三)拓宽线索来源", "一是责任落实", "二、责任编制工作"]
        {
            assert!(!is_boilerplate(&fold_str(line)), "{line}");
        }
    }
}
