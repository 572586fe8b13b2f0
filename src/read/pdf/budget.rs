//! What reading one file may still cost, counted in steps and unpacked bytes.

use std::borrow::Cow;

use hayro_syntax::object::Stream;

use super::FORMAT;
use super::streams::early_change;
use super::unpack::{Size, measure};
use crate::read::{Limit, Limits, ReadError};

/// The running counts of one file.
pub(super) struct Budget<'l> {
    limits: &'l Limits,
    work: u64,
    unpacked: u64,
}

impl<'l> Budget<'l> {
    pub(super) fn new(limits: &'l Limits) -> Self {
        Budget { limits, work: 0, unpacked: 0 }
    }

    /// The limits counted against.
    pub(super) fn limits(&self) -> &'l Limits {
        self.limits
    }

    /// Count steps of work.
    pub(super) fn step(&mut self, steps: u64) -> Result<(), ReadError> {
        self.work += steps;
        self.limits.check(Limit::Work, FORMAT, self.work)
    }

    /// The data of a stream, if it is undamaged and within the limits. `cost` says how many bytes of memory
    /// one byte of it will take.
    pub(super) fn unpack<'a>(
        &mut self,
        stream: &Stream<'a>,
        cost: u64,
    ) -> Result<Option<Cow<'a, [u8]>>, ReadError> {
        let allowed = self.limits.get(Limit::PartBytes);
        match measure(&stream.raw_data(), &stream.filters(), early_change(stream.dict()), allowed) {
            Size::Over => Err(ReadError::Limit { format: FORMAT, limit: Limit::PartBytes, allowed }),
            Size::Unknown => Ok(None),
            Size::Fits(size) => {
                self.unpacked = self.unpacked.saturating_add(size.bytes.saturating_mul(cost));
                self.limits.check(Limit::UnpackedBytes, FORMAT, self.unpacked)?;
                Ok(stream.decoded_data().ok())
            }
        }
    }
}
