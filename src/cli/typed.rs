//! Options and their values as they are typed.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Error, Parser};
use std::str::FromStr;

/// What was typed. Where that is wrong the program ends, and says what would be right.
pub fn command_line<C: Parser>() -> C {
    let command = C::command().mut_subcommands(|command| command.mut_args(with_negative_numbers));
    let read = command.try_get_matches().and_then(|matches| C::from_arg_matches(&matches));
    read.unwrap_or_else(|error| with_place_of_arguments(error).exit())
}

/// An option's own reader says why a number cannot be negative.
fn with_negative_numbers(argument: Arg) -> Arg {
    let has_value = argument.get_action().takes_values() && !argument.is_positional();
    argument.allow_negative_numbers(has_value)
}

/// Who types a script's arguments right behind its name is told where they stand.
fn with_place_of_arguments(mut error: Error) -> Error {
    let (kind, found) = (error.kind(), error.get(ContextKind::InvalidArg));
    let Some(ContextValue::String(found)) = found.filter(|_| kind == ErrorKind::UnknownArgument) else { return error };
    let takes_arguments = matches!(error.get(ContextKind::Usage), Some(ContextValue::StyledStr(usage))
        if usage.to_string().ends_with("[-- <ARGUMENTS>...]"));
    if takes_arguments && !found.starts_with('-') {
        let tip = format!("what a script is to find in sys.argv stands behind --, as '-- {found}'");
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip.into()]));
    }
    error
}

/// A whole number that is not negative; what bounds it has says who uses it.
///
/// # Errors
/// One line that says what would be right.
pub fn whole_number<N: FromStr>(text: &str) -> Result<N, String> {
    text.trim().parse().map_err(|_| format!("`{text}` is not a whole number; write one like 4"))
}

/// A whole number from 1 on.
///
/// # Errors
/// As of [`whole_number`].
pub fn count(text: &str) -> Result<u64, String> {
    whole_number(text).and_then(|count| match count {
        0 => Err("`0` is too few; write a whole number like 4".to_owned()),
        _ => Ok(count),
    })
}

/// So many seeds, from 1 on, as a range; a range as it is.
///
/// # Errors
/// There are to be none.
pub fn seeds(text: &str) -> Result<String, String> {
    match text.trim().parse::<u64>() {
        Ok(_) => count(text).map(|count| format!("1..{count}")),
        Err(_) => Ok(text.to_owned()),
    }
}
