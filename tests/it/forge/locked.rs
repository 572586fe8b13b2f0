//! PDF files with an owner password and none for opening: RC4 with 40 bits, the oldest and shortest way.

use std::fmt::Write as _;

use md5::{Digest, Md5};

use super::pdf::{deflated, file_with};

/// What stands in for the characters that a password does not have.
const PADDING: [u8; 32] = [
    0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08, 0x2e,
    0x2e, 0x00, 0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
];
const ID: [u8; 16] = *b"0123456789abcdef";
const PERMISSIONS: i32 = -4;

/// A file with one page of text. `filler` blanks follow the objects that stand in a compressed object stream.
pub(crate) fn report(text: &str, filler: usize) -> Vec<u8> {
    let owner = rc4(&Md5::digest(PADDING)[..5], &PADDING);
    let seed = [&PADDING[..], &owner, &PERMISSIONS.to_le_bytes(), &ID].concat();
    let key = &Md5::digest(seed)[..5];
    let mut code = String::new();
    for unit in text.encode_utf16() {
        write!(code, "{unit:04x}").unwrap();
    }
    let font = "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/UniGB-UCS2-H/DescendantFonts\
                [<</Type/Font/Subtype/CIDFontType0/BaseFont/A>>]>>";
    let page = "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 6 0 R>>>>>>";
    let packed = deflated(&[b"6 0 ", font.as_bytes(), &vec![b' '; filler]].concat());
    let objects = [
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>".to_vec(),
        page.as_bytes().to_vec(),
        locked(key, 4, "", format!("BT /F1 16 Tf 90 700 Td <{code}> Tj ET").as_bytes()),
        locked(key, 5, "/Type/ObjStm/N 1/First 4/Filter/FlateDecode", &packed),
    ];
    let trailer = format!(
        "/ID[<{id}><{id}>]/Encrypt<</Filter/Standard/V 1/R 2/O<{}>/U<{}>/P {PERMISSIONS}>>",
        hex(&owner),
        hex(&rc4(key, &PADDING)),
        id = hex(&ID)
    );
    let mut out = file_with(&objects, &trailer);
    // A table of objects cannot name object 6, which stands in object 5; without one the engine looks for itself.
    let find = |what: &[u8]| out.windows(what.len()).position(|w| w == what).unwrap();
    let (table, end) = (find(b"xref\n0 "), find(b"trailer"));
    out.drain(table..end);
    out
}

fn locked(key: &[u8], number: u8, entries: &str, data: &[u8]) -> Vec<u8> {
    let own = Md5::digest([key, &[number, 0, 0, 0, 0]].concat());
    let data = rc4(&own[..10], data);
    let head = format!("<</Length {}{entries}>>stream\n", data.len());
    [head.as_bytes(), &data, b"\nendstream"].concat()
}

fn hex(bytes: &[u8]) -> String {
    let digit = |d: u8| char::from_digit(u32::from(d), 16).unwrap();
    bytes.iter().flat_map(|b| [digit(b >> 4), digit(b & 15)]).collect()
}

fn rc4(key: &[u8], data: &[u8]) -> Vec<u8> {
    let mut box_: Vec<u8> = (0..=255).collect();
    let mut far = 0usize;
    for near in 0..256 {
        far = (far + usize::from(box_[near]) + usize::from(key[near % key.len()])) & 255;
        box_.swap(near, far);
    }
    let (mut near, mut far) = (0usize, 0usize);
    let next = |byte: &u8| {
        near = (near + 1) & 255;
        far = (far + usize::from(box_[near])) & 255;
        box_.swap(near, far);
        let sum = box_[near].wrapping_add(box_[far]);
        byte ^ box_[usize::from(sum)]
    };
    data.iter().map(next).collect()
}
