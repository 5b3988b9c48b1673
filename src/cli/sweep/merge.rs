//! `gilsim merge`: parts of a sweep become one table, in the order of its runs.

use super::args::ShownArgs;
use super::results::{self, Results};
use super::{end, show};
use crate::cli::failure::Failure;
use crate::cli::folder::Folder;
use crate::cli::progress::Progress;
use crate::sweep::{Done, Header, Points, Row, Table, TableError, read, sort};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  gilsim sweep scenarios/mixed.toml --shard 1/2\n  gilsim sweep scenarios/mixed.toml --shard 2/2\n  gilsim merge output/mixed/sweep-1-of-2.csv output/mixed/sweep-2-of-2.csv"
)]
pub struct Args {
    /// Tables of one sweep's results; also those of parts that were not finished (.partial)
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    shown: ShownArgs,
}

/// Joins the tables and shows the whole; fails where runs are missing, and keeps what there is.
pub fn main(args: &Args) -> Result<(), Failure> {
    let progress = Progress::new(args.shown.quiet);
    let header = common_header(&args.files)?;
    let output = &args.shown.output;
    let folder = Folder::prepare(output, &header.name).map_err(|error| crate::cli::run::unwritable(output, &error))?;
    let partial = folder.path().join("sweep.csv.merging");
    let whole = folder.path().join("sweep.csv");
    let merged = join(&args.files, &header, &partial).and_then(|(points, done)| {
        sort(&partial, &whole)?;
        Ok((points, done))
    });
    // Gone already, or told of by the error.
    let _ = std::fs::remove_file(&partial);
    let (points, done) = merged.map_err(wrong)?;
    let results =
        Results { title: &header.title, points: &points, real: header.engine.starts_with("real"), config: None };
    let unwritten = show(&results, &args.shown, &folder, true);
    progress.say(&format!("the results are in {}", whole.display()));
    end(&points, &unwritten)?;
    all_there(&header, &done)
}

fn wrong(error: TableError) -> Failure {
    match error {
        TableError::Io { path, error } if error.kind() == std::io::ErrorKind::NotFound => {
            Failure::input(format!("there is no file {}", path.display()), None)
        }
        TableError::Io { path, error } if error.kind() == std::io::ErrorKind::IsADirectory => {
            Failure::input(format!("{} is a folder, not a file", path.display()), Some("name the tables in it"))
        }
        TableError::Io { .. } => Failure::run(error.to_string()),
        _ => Failure::input(error.to_string(), None),
    }
}

/// The header of the first file, which those of the others must equal.
fn common_header(files: &[PathBuf]) -> Result<Header, Failure> {
    let mut common: Option<Header> = None;
    for path in files {
        let (header, _) = read(path, &mut |_| {}).map_err(wrong)?;
        if let Some(why) = common.as_ref().and_then(|common| header.differs(common)) {
            let error = TableError::Other { path: path.clone(), why };
            return Err(Failure::input(error.to_string(), Some("merge parts of one sweep only")));
        }
        common.get_or_insert(header);
    }
    common.ok_or_else(|| Failure::input("there is nothing to merge", None))
}

/// All rows, each run once.
fn join(files: &[PathBuf], header: &Header, to: &Path) -> Result<(Points, Done), TableError> {
    let mut table = Table::create(to, header)?;
    let mut points = results::points(&header.grid, &header.columns);
    let mut failed = None;
    for path in files {
        let mut add = |row: &Row| {
            if failed.is_none() && !table.done().has(row.run) {
                failed = table.add(row).err();
                points.add(row);
            }
        };
        read(path, &mut add)?;
    }
    match failed {
        Some(error) => Err(error),
        None => Ok((points, table.done().clone())),
    }
}

fn all_there(header: &Header, done: &Done) -> Result<(), Failure> {
    let missing: Vec<usize> = (0..header.grid.runs()).filter(|run| !done.has(*run)).collect();
    match missing.as_slice() {
        [] => Ok(()),
        [first, ..] => Err(Failure::run(format!(
            "{} of {} runs are missing, the first is run {first}",
            missing.len(),
            header.grid.runs()
        ))),
    }
}
