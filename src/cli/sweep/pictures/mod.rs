//! A sweep's pictures, in the chart's terms: curves, heat map, front.

mod curves;
mod heat;
mod pareto;

use super::results::Results;
use crate::analysis::Unit;
use crate::chart::plot::Format;
use crate::chart::{sheet_png, sheet_svg};
use crate::cli::folder::Folder;
use crate::sweep::{Points, View, figure, label, unit};
use curves::curves;
use heat::heat;
use pareto::pareto;

/// Draws what there is to draw; returns what could not be written.
pub fn draw(results: &Results, asked: Option<&str>, svg: bool, folder: &Folder) -> Vec<String> {
    let known: Vec<String> = results.points.names().map(str::to_string).collect();
    let asked = asked.and_then(|asked| figure(asked, &known).ok());
    let view = View::of(results.points);
    let sheets = [
        ("sweep", view.as_ref().and_then(|view| curves(results, view, asked.as_deref()))),
        ("heatmap", view.as_ref().and_then(|view| heat(results, view, asked.as_deref()))),
        ("pareto", pareto(results)),
    ];
    let mut unwritten = Vec::new();
    for (name, sheet) in sheets {
        // What an earlier sweep has drawn must not pass for this one's.
        [".png", ".svg"].iter().for_each(|ending| folder.remove(&format!("{name}{ending}")));
        let Some(sheet) = sheet else { continue };
        let png = sheet_png(&sheet);
        unwritten.extend(written(folder, &format!("{name}.png"), png.map_err(|error| error.to_string())));
        if svg {
            let text = sheet_svg(&sheet).map(String::into_bytes);
            unwritten.extend(written(folder, &format!("{name}.svg"), text.map_err(|error| error.to_string())));
        }
    }
    unwritten
}

fn written(folder: &Folder, name: &str, bytes: Result<Vec<u8>, String>) -> Option<String> {
    let written = bytes.and_then(|bytes| folder.write(name, &bytes).map_err(|error| error.to_string()));
    written.err().map(|error| format!("cannot write {}: {error}", folder.path().join(name).display()))
}

fn format(name: &str) -> Format {
    match unit(name) {
        Unit::Seconds => Format::Time,
        Unit::PerSecond => Format::PerSecond,
        Unit::Share => Format::Share,
        Unit::Times | Unit::Lanes | Unit::Count => Format::Plain,
    }
}

/// The values of a point that vary.
fn name_of(points: &Points, point: usize) -> String {
    let axes = points.grid.point_axes();
    let values = points.grid.point(point).into_iter().zip(axes).filter(|(_, axis)| axis.values.len() > 1);
    values.map(|((field, value), _)| label(field, value)).collect::<Vec<_>>().join(", ")
}
