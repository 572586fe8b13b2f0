//! The program: parse arguments, run, exit.

fn main() -> std::process::ExitCode {
    lawcheck::host::cli::main()
}
