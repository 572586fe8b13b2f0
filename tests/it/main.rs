//! One binary for all tests of behaviour, so that the library is linked once.

mod writers;
