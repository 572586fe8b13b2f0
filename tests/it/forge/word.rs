//! The structures inside a Word 97 file, as bytes.

/// Changes of formatting, as the file writes them.
pub(crate) mod change {
    pub(crate) fn byte(code: u16, value: u8) -> Vec<u8> {
        [&code.to_le_bytes()[..], &[value]].concat()
    }

    pub(crate) fn word(code: u16, value: u16) -> Vec<u8> {
        [code.to_le_bytes(), value.to_le_bytes()].concat()
    }

    pub(crate) fn deleted() -> Vec<u8> {
        byte(0x0800, 1)
    }

    pub(crate) fn inserted() -> Vec<u8> {
        byte(0x0801, 1)
    }

    pub(crate) fn hidden() -> Vec<u8> {
        byte(0x083c, 1)
    }

    pub(crate) fn list(number: u16, level: u8) -> Vec<u8> {
        [word(0x460b, number), byte(0x260a, level)].concat()
    }

    pub(crate) fn in_table() -> Vec<u8> {
        byte(0x2416, 1)
    }

    pub(crate) fn row_end() -> Vec<u8> {
        [byte(0x2416, 1), byte(0x2417, 1)].concat()
    }
}

/// A level of a list: number format, and text in which `%1` stands for the number of level 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Level {
    pub(crate) format: u8,
    pub(crate) text: &'static str,
    pub(crate) legal: bool,
}

/// The style sheet: normal text and nine headings, which may use the list that is given, each at its level.
pub(crate) fn styles(heading_list: Option<u16>) -> Vec<u8> {
    let mut out = Vec::new();
    out.extend(18u16.to_le_bytes());
    out.extend([10u16, 10, 0, 0, 0, 0, 0, 0, 0].iter().flat_map(|n| n.to_le_bytes()));
    for number in 0..10u16 {
        let base = if number == 0 { 0xfff } else { 0 };
        let name: Vec<u16> = format!("style {number}").encode_utf16().collect();
        let mut body: Vec<u8> =
            [number, 1 | base << 4, 2, 0, 0].iter().flat_map(|n| n.to_le_bytes()).collect();
        body.extend((name.len() as u16).to_le_bytes());
        body.extend(name.iter().flat_map(|u| u.to_le_bytes()));
        body.extend([0, 0]);
        let level = number.saturating_sub(1);
        let changes = heading_list.filter(|_| number > 0).map(|list| change::list(list, level as u8));
        let changes = changes.unwrap_or_default();
        body.extend((2 + changes.len() as u16).to_le_bytes());
        body.extend(number.to_le_bytes());
        body.extend(&changes);
        body.resize(body.len().next_multiple_of(2), 0);
        body.extend([0, 0]);
        out.extend((body.len() as u16).to_le_bytes());
        out.extend(body);
    }
    out
}

/// One list with these levels, and its levels, which stand after it.
pub(crate) fn list(levels: &[Level]) -> (Vec<u8>, Vec<u8>) {
    let mut head = 1u16.to_le_bytes().to_vec();
    head.extend(7u32.to_le_bytes());
    head.extend([0; 4]);
    head.extend([0xff, 0x0f].repeat(9));
    head.extend([0, 0]);
    let mut after = Vec::new();
    for n in 0..9 {
        let last = levels.last().copied().unwrap_or(Level { format: 0, text: "%1", legal: false });
        after.extend(level(levels.get(n).copied().unwrap_or(last)));
    }
    (head, after)
}

fn level(level: Level) -> Vec<u8> {
    let (mut units, mut places) = (Vec::new(), Vec::new());
    let mut text = level.text.chars().peekable();
    while let Some(c) = text.next() {
        match text.peek().and_then(|d| d.to_digit(10)).filter(|_| c == '%') {
            Some(digit) => {
                text.next();
                units.push(digit as u16 - 1);
                places.push(units.len() as u8);
            }
            None => units.extend(c.encode_utf16(&mut [0; 2]).iter().copied()),
        }
    }
    places.resize(9, 0);
    let mut out = 1u32.to_le_bytes().to_vec();
    out.extend([level.format, if level.legal { 4 } else { 0 }]);
    out.extend(places);
    out.extend([0; 13]);
    out.extend((units.len() as u16).to_le_bytes());
    out.extend(units.iter().flat_map(|u| u.to_le_bytes()));
    out
}

/// Uses of the list: as many as are asked for, each with the start value that it overrides, if any.
pub(crate) fn overrides(starts: &[Option<u32>]) -> Vec<u8> {
    let mut out = (starts.len() as u32).to_le_bytes().to_vec();
    for start in starts {
        out.extend(7u32.to_le_bytes());
        out.extend([0; 8]);
        out.extend([u8::from(start.is_some()), 0, 0, 0]);
    }
    for start in starts {
        out.extend([0xff; 4]);
        if let Some(start) = start {
            out.extend(start.to_le_bytes());
            out.extend(0x10u32.to_le_bytes());
        }
    }
    out
}

/// A formatting page with one run of text.
pub(crate) fn page(text: std::ops::Range<usize>, style: Option<u16>, changes: &[u8]) -> Vec<u8> {
    let mut out: Vec<u8> =
        [text.start as u32, text.end as u32].iter().flat_map(|n| n.to_le_bytes()).collect();
    out.push(12);
    out.resize(24, 0);
    match style {
        None => out.push(changes.len() as u8),
        Some(style) => {
            out.extend([0, 1 + changes.len().div_ceil(2) as u8]);
            out.extend(style.to_le_bytes());
        }
    }
    out.extend(changes);
    out.resize(511, 0);
    out.push(1);
    out
}
