//! How much of a file is read before reading stops.

use super::ReadError;

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Size of the file in bytes.
    Bytes,
    /// Bytes of one unpacked part of a container.
    PartBytes,
    /// Bytes of all unpacked parts together.
    UnpackedBytes,
    /// Unpacked size of a part by its packed size.
    Ratio,
    /// Entries of a container.
    Entries,
    /// Nesting of elements or groups.
    Depth,
    /// Attributes of one element.
    Attributes,
    /// Paragraphs of a document.
    Paragraphs,
    /// Pages of a document.
    Pages,
    /// Size of the text of a web page.
    PageBytes,
    /// Elements, texts and comments of a web page.
    Nodes,
    /// Steps of work: operators, tokens or glyphs, counted, never timed.
    Work,
    /// Memory of a reading process of its own: what holds when the counts do not.
    Memory,
    /// Seconds of a reading process of its own, for the same case.
    Seconds,
}

impl Limit {
    /// All limits, for the docs page and for the options that lower them.
    pub const ALL: [Limit; 14] = [
        Limit::Bytes,
        Limit::PartBytes,
        Limit::UnpackedBytes,
        Limit::Ratio,
        Limit::Entries,
        Limit::Depth,
        Limit::Attributes,
        Limit::Paragraphs,
        Limit::Pages,
        Limit::PageBytes,
        Limit::Nodes,
        Limit::Work,
        Limit::Memory,
        Limit::Seconds,
    ];

    /// What limits a package of XML parts.
    pub(super) const OF_PACKAGES: [Limit; 8] = [
        Limit::PartBytes,
        Limit::UnpackedBytes,
        Limit::Ratio,
        Limit::Entries,
        Limit::Depth,
        Limit::Attributes,
        Limit::Paragraphs,
        Limit::Work,
    ];

    /// What limits a package of XML parts with fixed pages.
    pub(super) const OF_PAGED_PACKAGES: [Limit; 9] = [
        Limit::PartBytes,
        Limit::UnpackedBytes,
        Limit::Ratio,
        Limit::Entries,
        Limit::Depth,
        Limit::Attributes,
        Limit::Paragraphs,
        Limit::Pages,
        Limit::Work,
    ];

    /// What limits a web page.
    pub(super) const OF_WEB_PAGES: [Limit; 6] =
        [Limit::Depth, Limit::Attributes, Limit::Paragraphs, Limit::PageBytes, Limit::Nodes, Limit::Work];

    /// The limit of this word.
    pub fn of(word: &str) -> Option<Limit> {
        Limit::ALL.into_iter().find(|limit| limit.word() == word)
    }

    /// The word in messages and settings.
    pub fn word(self) -> &'static str {
        match self {
            Limit::Bytes => "bytes",
            Limit::PartBytes => "part_bytes",
            Limit::UnpackedBytes => "unpacked_bytes",
            Limit::Ratio => "ratio",
            Limit::Entries => "entries",
            Limit::Depth => "depth",
            Limit::Attributes => "attributes",
            Limit::Paragraphs => "paragraphs",
            Limit::Pages => "pages",
            Limit::PageBytes => "page_bytes",
            Limit::Nodes => "nodes",
            Limit::Work => "work",
            Limit::Memory => "memory",
            Limit::Seconds => "seconds",
        }
    }

    /// What it counts, in Chinese.
    pub fn title(self) -> &'static str {
        match self {
            Limit::Bytes => "文件大小",
            Limit::PartBytes => "容器内单个部件解压后的大小",
            Limit::UnpackedBytes => "容器解压后的总大小",
            Limit::Ratio => "容器内部件的压缩比(解压后 1 MiB 以上才检查)",
            Limit::Entries => "容器内条目数",
            Limit::Depth => "元素或分组的嵌套层数",
            Limit::Attributes => "单个元素的属性个数",
            Limit::Paragraphs => "段落数",
            Limit::Pages => "页数",
            Limit::PageBytes => "网页(html)文字的大小",
            Limit::Nodes => "网页(html)的元素、文字段和注释数",
            Limit::Work => "处理步数(按操作计数,不按时间)",
            Limit::Memory => "单独读取进程(pdf)的内存",
            Limit::Seconds => "单独读取进程(pdf)的时间",
        }
    }

    /// What one of it is, in Chinese.
    pub fn unit(self) -> &'static str {
        match self {
            Limit::Bytes | Limit::PartBytes | Limit::UnpackedBytes | Limit::PageBytes | Limit::Memory => {
                "字节"
            }
            Limit::Ratio => "倍",
            Limit::Depth => "层",
            Limit::Entries | Limit::Attributes | Limit::Nodes => "个",
            Limit::Paragraphs => "段",
            Limit::Pages => "页",
            Limit::Work => "步",
            Limit::Seconds => "秒",
        }
    }

    /// The built-in value.
    pub fn default_value(self) -> u64 {
        match self {
            Limit::Bytes => 64 << 20,
            Limit::PartBytes => 48 << 20,
            Limit::UnpackedBytes => 96 << 20,
            Limit::Ratio => 250,
            Limit::Entries => 20_000,
            Limit::Depth => 512,
            Limit::Attributes => 1_000,
            Limit::Paragraphs => 200_000,
            Limit::Pages => 2_000,
            Limit::PageBytes => 16 << 20,
            Limit::Nodes => 1_000_000,
            Limit::Work => 20_000_000,
            Limit::Memory => 1 << 30,
            Limit::Seconds => 20,
        }
    }
}

/// The limits of one run. Only ever lower than the built-in values.
#[derive(Clone, Debug)]
pub struct Limits {
    values: [u64; Limit::ALL.len()],
}

impl Default for Limits {
    fn default() -> Self {
        Limits { values: Limit::ALL.map(Limit::default_value) }
    }
}

impl Limits {
    /// The value of a limit.
    pub fn get(&self, limit: Limit) -> u64 {
        self.values[limit as usize]
    }

    /// Lower a limit; a value above the built-in one is cut to it.
    pub fn lower(&mut self, limit: Limit, value: u64) {
        self.values[limit as usize] = value.min(limit.default_value());
    }

    /// An error when `found` is above the limit.
    pub fn check(&self, limit: Limit, format: &'static str, found: u64) -> Result<(), ReadError> {
        let allowed = self.get(limit);
        if found > allowed { Err(ReadError::Limit { format, limit, allowed }) } else { Ok(()) }
    }
}
