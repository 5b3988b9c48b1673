//! A sweep's results, shown: the table, the words, what others published, the pictures.

use super::args::ShownArgs;
use super::results::Results;
use super::{pictures, published, table, words};
use crate::cli::folder::Folder;
use crate::cli::terminal;

/// Prints and draws; returns what could not be written.
pub fn show(results: &Results, args: &ShownArgs, folder: &Folder, is_whole: bool) -> Vec<String> {
    let asked = args.figure.as_deref().or_else(|| results.config?.figure.as_deref());
    if !args.quiet {
        let parts = [table::text(results, asked), words::text(results), published::text(results, asked)];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        terminal::data(&parts.join("\n"));
    }
    if is_whole && !args.no_chart { pictures::draw(results, asked, args.svg, folder) } else { Vec::new() }
}
