//! The file of results: rows are appended as runs end, each whole; what a killed sweep left is taken up again. Knows no
//! scenario.

use super::header::Header;
use super::row::Row;
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, Seek, Write};
use std::path::{Path, PathBuf};

/// A table that rows are added to.
#[derive(Debug)]
pub struct Table {
    header: Header,
    file: File,
    path: PathBuf,
    /// The length of what is whole.
    length: u64,
    /// The numbers of the runs that are in it.
    done: Done,
}

/// A set of runs: a bit each.
#[derive(Clone, Debug, Default)]
pub struct Done {
    bits: Vec<u64>,
    count: usize,
}

impl Done {
    /// False where it was there already.
    pub fn insert(&mut self, run: usize) -> bool {
        let (word, bit) = (run / 64, 1 << (run % 64));
        if self.bits.len() <= word {
            self.bits.resize(word + 1, 0);
        }
        let new = self.bits[word] & bit == 0;
        self.bits[word] |= bit;
        self.count += usize::from(new);
        new
    }

    pub fn has(&self, run: usize) -> bool {
        self.bits.get(run / 64).is_some_and(|word| word >> (run % 64) & 1 == 1)
    }

    pub fn count(&self) -> usize {
        self.count
    }
}

/// Why a table cannot be had, in one line.
#[derive(Debug)]
pub enum TableError {
    Io {
        path: PathBuf,
        error: io::Error,
    },
    /// The file is no table of results, or damaged.
    Damaged {
        path: PathBuf,
        line: usize,
    },
    /// Its rows are of another sweep.
    Other {
        path: PathBuf,
        why: String,
    },
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            TableError::Io { path, error } => write!(f, "{}: {error}", path.display()),
            TableError::Damaged { path, line: 0 } => write!(f, "{} is no table of a sweep's results", path.display()),
            TableError::Damaged { path, line } => {
                write!(f, "{}: line {line} is not a row of this table", path.display())
            }
            TableError::Other { path, why } => {
                write!(f, "the results in {} do not belong to this sweep: {why}", path.display())
            }
        }
    }
}

impl std::error::Error for TableError {}

impl Table {
    /// An empty table in place of whatever is there.
    pub fn create(path: &Path, header: &Header) -> Result<Table, TableError> {
        let io = |error| TableError::Io { path: path.to_path_buf(), error };
        let mut file = File::create(path).map_err(io)?;
        let text = header.text();
        file.write_all(text.as_bytes()).map_err(io)?;
        let (header, length) = (header.clone(), text.len() as u64);
        Ok(Table { header, file, path: path.to_path_buf(), length, done: Done::default() })
    }

    /// The table in a file, with each of its rows shown to `each`. What a killed sweep left behind the last whole row is
    /// cut off; where not even the header is whole, the table is begun anew.
    pub fn resume(path: &Path, header: &Header, each: &mut dyn FnMut(&Row)) -> Result<Table, TableError> {
        let io = |error| TableError::Io { path: path.to_path_buf(), error };
        if is_torn_before_rows(path, header).map_err(io)? {
            return Table::create(path, header);
        }
        let mut done = Done::default();
        let mut keep = |row: &Row| {
            if done.insert(row.run) {
                each(row);
            }
        };
        let (found, length) = read(path, &mut keep)?;
        if let Some(why) = found.differs(header) {
            return Err(TableError::Other { path: path.to_path_buf(), why });
        }
        let mut file = OpenOptions::new().write(true).open(path).map_err(io)?;
        file.set_len(length).and_then(|()| file.seek(io::SeekFrom::End(0))).map_err(io)?;
        Ok(Table { header: found, file, path: path.to_path_buf(), length, done })
    }

    /// Appends a row, unless the run has one. After an error the table ends with its last whole row.
    pub fn add(&mut self, row: &Row) -> Result<(), TableError> {
        if self.done.has(row.run) {
            return Ok(());
        }
        let line = row.line(&self.header.columns);
        if let Err(error) = self.file.write_all(line.as_bytes()) {
            // Where this fails too, a resumption cuts the torn row off.
            let _ = self.file.set_len(self.length);
            return Err(TableError::Io { path: self.path.clone(), error });
        }
        self.length += line.len() as u64;
        self.done.insert(row.run);
        Ok(())
    }

    pub fn done(&self) -> &Done {
        &self.done
    }
}

/// Whether the file holds less than a header, but as far as it goes the one that is wanted.
fn is_torn_before_rows(path: &Path, header: &Header) -> io::Result<bool> {
    let wanted = header.text();
    let mut begin = Vec::new();
    io::Read::read_to_end(&mut io::Read::take(File::open(path)?, wanted.len() as u64), &mut begin)?;
    Ok(begin.len() < wanted.len() && wanted.as_bytes().starts_with(&begin))
}

/// Shows each whole row to `each`; returns the header, and the length up to the end of the last whole row.
pub fn read(path: &Path, each: &mut dyn FnMut(&Row)) -> Result<(Header, u64), TableError> {
    let io = |error| TableError::Io { path: path.to_path_buf(), error };
    let damaged = |line| TableError::Damaged { path: path.to_path_buf(), line };
    let mut reader = BufReader::new(File::open(path).map_err(io)?);
    let (header, mut length, mut line) = read_header(&mut reader).map_err(io)?.ok_or_else(|| damaged(0))?;
    let mut bytes = Vec::new();
    while reader.read_until(b'\n', &mut bytes).map_err(io)? > 0 && bytes.ends_with(b"\n") {
        line += 1;
        let row = std::str::from_utf8(&bytes).ok().and_then(|text| Row::read(text, &header.columns));
        let row = row.filter(|row| row.run < header.grid.runs()).ok_or_else(|| damaged(line))?;
        each(&row);
        length += bytes.len() as u64;
        bytes.clear();
    }
    Ok((header, length))
}

fn read_header(reader: &mut impl BufRead) -> io::Result<Option<(Header, u64, usize)>> {
    /// No header is longer; other files may have no line end at all.
    const LONGEST: u64 = 256 << 20;
    let mut text = String::new();
    let mut lines = 0;
    loop {
        let begin = text.len();
        match io::Read::take(&mut *reader, LONGEST).read_line(&mut text) {
            Ok(0) => return Ok(None),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::InvalidData => return Ok(None),
            Err(error) => return Err(error),
        }
        lines += 1;
        if !text[begin..].starts_with('#') {
            return Ok(Header::read(&text).map(|(header, length)| (header, length as u64, lines)));
        }
    }
}

/// Writes the rows of a table to `to` in the order of their numbers, whole or not at all. Holds 16 bytes a row.
pub fn sort(from: &Path, to: &Path) -> Result<(), TableError> {
    let io = |error| TableError::Io { path: from.to_path_buf(), error };
    let mut places: Vec<(usize, u64)> = Vec::new();
    let mut runs = Vec::new();
    let (header, end) = read(from, &mut |row| runs.push(row.run))?;
    let mut at = header.text().len() as u64;
    let mut reader = BufReader::new(File::open(from).map_err(io)?);
    reader.seek(io::SeekFrom::Start(at)).map_err(io)?;
    let mut line = Vec::new();
    for run in &runs {
        line.clear();
        places.push((*run, at));
        at += reader.read_until(b'\n', &mut line).map_err(io)? as u64;
    }
    debug_assert_eq!(at, end);
    let beside = to.with_extension("csv.sorted");
    let written = in_order(&header, &mut places, &mut reader, &beside).and_then(|()| fs::rename(&beside, to));
    written.map_err(|error| {
        // The first error is the one to report.
        let _ = fs::remove_file(&beside);
        TableError::Io { path: to.to_path_buf(), error }
    })
}

fn in_order(header: &Header, places: &mut [(usize, u64)], rows: &mut BufReader<File>, to: &Path) -> io::Result<()> {
    let in_order_already = places.is_sorted();
    places.sort_unstable();
    let mut out = BufWriter::new(File::create(to)?);
    out.write_all(header.text().as_bytes())?;
    rows.seek(io::SeekFrom::Start(header.text().len() as u64))?;
    let mut line = Vec::new();
    for (_, at) in places.iter() {
        line.clear();
        if !in_order_already {
            rows.seek(io::SeekFrom::Start(*at))?;
        }
        rows.read_until(b'\n', &mut line)?;
        out.write_all(&line)?;
    }
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::super::axis::{Axis, Field};
    use super::super::grid::Grid;
    use super::super::row::Columns;
    use super::*;

    fn header(seeds: &str) -> Header {
        Header {
            version: "0.1.0".into(),
            name: "small".into(),
            title: "A small one".into(),
            hash: "ab".into(),
            engine: "simulated".into(),
            grid: Grid::new(vec![Axis::parse(Field::Seed, seeds).expect("a range")]).expect("one axis"),
            columns: Columns { parameters: vec!["seed".into()], figures: vec!["wall".into()] },
        }
    }

    fn row(run: usize) -> Row {
        Row { run, parameters: vec![run.to_string()], figures: Ok(vec![Some(run as f64 / 8.0)]) }
    }

    fn path(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("gilsim-table-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("there is room for temporary files");
        folder.join(name)
    }

    #[test]
    fn a_table_that_was_cut_anywhere_is_completed_without_loss_or_repetition() {
        let (whole, torn) = (path("whole.csv"), path("torn.csv"));
        let mut table = Table::create(&whole, &header("0..5")).expect("it can be written");
        (0..6).for_each(|run| table.add(&row(run)).expect("it can be written"));
        let bytes = fs::read(&whole).expect("it was written");
        for cut in 0..=bytes.len() {
            fs::write(&torn, &bytes[..cut]).expect("it can be written");
            let mut seen = 0;
            let mut table = Table::resume(&torn, &header("0..5"), &mut |_| seen += 1).expect("it can be read");
            assert_eq!(table.done().count(), seen, "cut at {cut}");
            (0..6).for_each(|run| table.add(&row(run)).expect("it can be written"));
            assert_eq!(fs::read(&torn).expect("it was written"), bytes, "cut at {cut}");
        }
    }

    #[test]
    fn rows_of_another_sweep_and_damaged_ones_are_refused() {
        let file = path("other.csv");
        let mut table = Table::create(&file, &header("0..5")).expect("it can be written");
        table.add(&row(0)).expect("it can be written");
        let refused = |seeds: &str| Table::resume(&file, &header(seeds), &mut |_| {}).expect_err("refused").to_string();
        assert!(refused("0..6").contains("seed has other values"), "{}", refused("0..6"));
        let text = fs::read_to_string(&file).expect("it was written");
        fs::write(&file, format!("{text}1,1,,x\n2,2,,3\n")).expect("it can be written");
        assert!(refused("0..5").contains("line 9 is not a row"), "{}", refused("0..5"));
        fs::write(&file, "a,b\n1,2\n").expect("it can be written");
        assert!(refused("0..5").contains("no table of a sweep's results"));
    }

    #[test]
    fn sorting_puts_rows_in_the_order_of_their_runs() {
        let (mixed, sorted) = (path("mixed.csv"), path("sorted.csv"));
        let mut table = Table::create(&mixed, &header("0..5")).expect("it can be written");
        [3, 0, 5, 1, 4, 2].iter().for_each(|run| table.add(&row(*run)).expect("it can be written"));
        sort(&mixed, &sorted).expect("it can be sorted");
        let mut runs = Vec::new();
        read(&sorted, &mut |row| runs.push(row.run)).expect("it can be read");
        assert_eq!(runs, [0, 1, 2, 3, 4, 5]);
    }
}
