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
    /// Steps of work: operators, tokens or glyphs, counted, never timed.
    Work,
}

impl Limit {
    /// All limits, for the docs page and for the options that lower them.
    pub const ALL: [Limit; 10] = [
        Limit::Bytes,
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
            Limit::Work => "work",
        }
    }

    /// What it counts, in Chinese.
    pub fn title(self) -> &'static str {
        match self {
            Limit::Bytes => "文件字节数",
            Limit::PartBytes => "容器内单个部件解压后的字节数",
            Limit::UnpackedBytes => "容器解压后的总字节数",
            Limit::Ratio => "容器内部件的压缩比(解压后 1 MiB 以上才检查)",
            Limit::Entries => "容器内条目数",
            Limit::Depth => "元素或分组的嵌套层数",
            Limit::Attributes => "单个元素的属性个数",
            Limit::Paragraphs => "段落数",
            Limit::Pages => "页数",
            Limit::Work => "处理步数(按操作计数,不按时间)",
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
            Limit::Work => 20_000_000,
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
