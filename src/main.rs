//! The `gilsim` command; all of it is in the library.

fn main() -> std::process::ExitCode {
    gilsim::cli::main()
}
