//! Aligned columns of text, for people.

use unicode_width::UnicodeWidthStr;

/// Rows of cells; the first row is the head, the first column is flush left, numbers are flush right.
#[derive(Default)]
pub struct Table {
    rows: Vec<Vec<String>>,
    /// All columns hold words, which are flush left.
    of_words: bool,
}

/// Blanks between two columns.
const GAP: usize = 2;

impl Table {
    pub fn new<S: Into<String>>(head: impl IntoIterator<Item = S>) -> Table {
        Table { rows: vec![head.into_iter().map(S::into).collect()], of_words: false }
    }

    /// A table of words, flush left in all columns.
    pub fn of_words<S: Into<String>>(head: impl IntoIterator<Item = S>) -> Table {
        Table { of_words: true, ..Table::new(head) }
    }

    pub fn row<S: Into<String>>(&mut self, cells: impl IntoIterator<Item = S>) {
        self.rows.push(cells.into_iter().map(S::into).collect());
    }

    pub fn is_empty(&self) -> bool {
        self.rows.len() < 2
    }

    /// One line a row, each indented by `indent` blanks.
    pub fn render(&self, indent: usize) -> String {
        let widths = self.widths();
        let line = |row: &Vec<String>| {
            let left = |column| column == 0 || self.of_words;
            let cells =
                row.iter().zip(&widths).enumerate().map(|(column, (cell, &width))| pad(cell, width, left(column)));
            let line = cells.collect::<Vec<_>>().join(&" ".repeat(GAP));
            format!("{}{}\n", " ".repeat(indent), line.trim_end())
        };
        self.rows.iter().map(line).collect()
    }

    fn widths(&self) -> Vec<usize> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| self.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max();
        (0..columns).map(|column| width(column).unwrap_or(0)).collect()
    }
}

fn pad(cell: &str, width: usize, left: bool) -> String {
    let blanks = " ".repeat(width.saturating_sub(cell.width()));
    if left { format!("{cell}{blanks}") } else { format!("{blanks}{cell}") }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let mut table = Table::new(["", "wall", "speed-up"]);
        table.row(["threads", "1.9 s", "1.00"]);
        table.row(["µ", "812 µs", "–"]);
        assert_eq!(
            table.render(2),
            "             wall  speed-up\n  threads   1.9 s      1.00\n  µ        812 µs         –\n"
        );
    }

    #[test]
    fn words_are_flush_left_in_every_column() {
        let mut table = Table::of_words(["figure", "meaning"]);
        table.row(["wall", "time"]);
        table.row(["speedup", "times as fast"]);
        assert_eq!(table.render(0), "figure   meaning\nwall     time\nspeedup  times as fast\n");
    }
}
