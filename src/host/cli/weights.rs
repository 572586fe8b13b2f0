//! stub
use super::args::WeightsArgs;
use super::exit::Exit;
pub(super) fn weights(_args: &WeightsArgs) -> anyhow::Result<Exit> { Ok(Exit::Passed) }
