//! One run as a line of comma-separated values, and back. Knows no file.

/// What one run came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its number in the grid.
    pub run: usize,
    /// Its parameters, by the columns.
    pub parameters: Vec<String>,
    /// Its figures by the columns, `None` where one was not measured; or why there are none.
    pub figures: Result<Vec<Option<f64>>, String>,
}

/// The names of a table's columns: `run`, the parameters, `problem`, the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    pub parameters: Vec<String>,
    pub figures: Vec<String>,
}

const RUN: &str = "run";
const PROBLEM: &str = "problem";

impl Columns {
    /// The line that heads the table.
    pub fn line(&self) -> String {
        let all = [RUN].into_iter().chain(self.parameters.iter().map(String::as_str)).chain([PROBLEM]);
        joined(all.chain(self.figures.iter().map(String::as_str)))
    }

    /// The columns that a heading line names; `None` where it is none.
    pub fn read(line: &str) -> Option<Columns> {
        let cells = split(line)?;
        let problem = cells.iter().position(|cell| cell == PROBLEM).filter(|at| *at > 0 && cells[0] == RUN)?;
        Some(Columns { parameters: cells[1..problem].to_vec(), figures: cells[problem + 1..].to_vec() })
    }

    /// The place of a figure among the figures.
    pub fn figure(&self, name: &str) -> Option<usize> {
        self.figures.iter().position(|column| column == name)
    }
}

impl Row {
    /// With a newline at its end.
    pub fn line(&self, columns: &Columns) -> String {
        let run = self.run.to_string();
        let problem = self.figures.as_ref().err().map_or("", String::as_str).replace(['\n', '\r'], " ");
        let number = |at: usize| self.figures.as_ref().ok().and_then(|all| *all.get(at)?);
        let figures: Vec<String> = (0..columns.figures.len())
            .map(|at| number(at).map_or(String::new(), |number| number.to_string()))
            .collect();
        let head =
            [run.as_str()].into_iter().chain(self.parameters.iter().map(String::as_str)).chain([problem.as_str()]);
        joined(head.chain(figures.iter().map(String::as_str))) + "\n"
    }

    /// `None` where the line is not a row of these columns.
    pub fn read(line: &str, columns: &Columns) -> Option<Row> {
        let cells = split(line)?;
        let (first, rest) = cells.split_first()?;
        let (parameters, rest) = rest.split_at_checked(columns.parameters.len())?;
        let (problem, figures) = rest.split_first()?;
        if figures.len() != columns.figures.len() {
            return None;
        }
        let number = |cell: &String| if cell.is_empty() { Some(None) } else { cell.parse().ok().map(Some) };
        let figures: Option<Vec<Option<f64>>> = figures.iter().map(number).collect();
        let figures = if problem.is_empty() { Ok(figures?) } else { Err(problem.clone()) };
        Some(Row { run: first.parse().ok()?, parameters: parameters.to_vec(), figures })
    }

    /// A figure by its place among the columns.
    pub fn figure(&self, at: usize) -> Option<f64> {
        *self.figures.as_ref().ok()?.get(at)?
    }
}

fn joined<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    cells.map(quoted).collect::<Vec<_>>().join(",")
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '#']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_string() }
}

/// The cells of a line; `None` where a quotation mark is out of place.
fn split(line: &str) -> Option<Vec<String>> {
    let mut cells = Vec::new();
    let mut rest = line.trim_end_matches(['\n', '\r']);
    loop {
        let (cell, behind) = if rest.starts_with('"') { in_quotes(rest)? } else { plain(rest) };
        cells.push(cell);
        match behind.strip_prefix(',') {
            Some(next) => rest = next,
            None if behind.is_empty() => return Some(cells),
            None => return None,
        }
    }
}

fn plain(text: &str) -> (String, &str) {
    let (cell, behind) = text.split_at(text.find(',').unwrap_or(text.len()));
    (cell.to_string(), behind)
}

/// A cell in quotation marks, doubled ones being one, and what is behind it.
fn in_quotes(text: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = &text[1..];
    loop {
        let end = rest.find('"')?;
        cell.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('"') {
            Some(next) => {
                cell.push('"');
                rest = next;
            }
            None => return Some((cell, rest)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn columns() -> Columns {
        Columns { parameters: vec!["policy".into(), "seed".into()], figures: vec!["wall".into(), "hold.p50".into()] }
    }

    #[test]
    fn a_row_is_a_line() {
        let row = Row { run: 3, parameters: vec!["a,b".into(), "1".into()], figures: Ok(vec![Some(0.5), None]) };
        assert_eq!(row.line(&columns()), "3,\"a,b\",1,,0.5,\n");
        assert_eq!(columns().line(), "run,policy,seed,problem,wall,hold.p50");
        assert_eq!(Columns::read(&columns().line()), Some(columns()));
        assert_eq!(Columns::read("a,b"), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(run in 0usize..1_000_000, text in "[ -~]{0,12}", wall in proptest::option::of(-1e9f64..1e9), fails in any::<bool>()) {
            let figures = if fails { Err(format!("p {text}")) } else { Ok(vec![wall, Some(1e-9)]) };
            let row = Row { run, parameters: vec![text, "2".into()], figures };
            prop_assert_eq!(Row::read(&row.line(&columns()), &columns()), Some(row));
        }

        #[test]
        fn no_line_panics(line in "[ -~]{0,40}") {
            let _ = Row::read(&line, &columns());
        }
    }
}
