//! Operators that only change where and how text stands, and the operands of any.

use hayro_syntax::content::Instruction;
use hayro_syntax::object::{Name, Object};

use super::geometry::Matrix;
use super::run::Frame;

/// Carry out an operator that only changes where and how text stands; false for any other.
pub(super) fn place(instruction: &Instruction<'_, '_>, frame: &mut Frame<'_, '_>) -> bool {
    let state = &mut frame.state;
    match (&**instruction.operator, numbers::<1>(instruction), numbers::<2>(instruction)) {
        (b"q", ..) => frame.saved.push(state),
        (b"Q", ..) => {
            if let Some(saved) = frame.saved.pop() {
                *state = saved;
            }
        }
        (b"cm", ..) => {
            if let Some(matrix) = numbers(instruction) {
                state.ctm = Matrix(matrix).then(state.ctm);
            }
        }
        (b"Tm", ..) => {
            if let Some(matrix) = numbers(instruction) {
                state.set_text_matrix(Matrix(matrix));
            }
        }
        (b"BT", ..) => state.set_text_matrix(Matrix::IDENTITY),
        (b"T*", ..) => state.next_line(0.0, -state.leading),
        (b"Td", _, Some([x, y])) => state.next_line(x, y),
        (b"TD", _, Some([x, y])) => {
            state.leading = -y;
            state.next_line(x, y);
        }
        (b"Tc", Some([space]), _) => state.char_space = space,
        (b"Tw", Some([space]), _) => state.word_space = space,
        (b"Tz", Some([percent]), _) => state.stretch = percent / 100.0,
        (b"TL", Some([leading]), _) => state.leading = leading,
        (b"Ts", Some([rise]), _) => state.rise = rise,
        (b"Tr", Some([mode]), _) => state.invisible = matches!(mode as i64, 3 | 7),
        (b"BMC", ..) => {
            let out = frame.leaves_out();
            frame.left_out.push(out);
        }
        (b"EMC", ..) => {
            frame.left_out.pop();
        }
        _ => return false,
    }
    true
}

/// The first operands, if all of them are numbers.
pub(super) fn numbers<const N: usize>(instruction: &Instruction<'_, '_>) -> Option<[f64; N]> {
    let mut out = [0.0; N];
    let mut operands = instruction.operands();
    for slot in &mut out {
        let Object::Number(number) = operands.next()? else { return None };
        *slot = number.as_f64();
    }
    Some(out)
}

/// The first operand, if it is a name.
pub(super) fn name<'i, 'b>(instruction: &Instruction<'i, 'b>) -> Option<&'i Name<'b>> {
    match instruction.operands().next()? {
        Object::Name(name) => Some(name),
        _ => None,
    }
}
