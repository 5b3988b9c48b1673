//! A page of simple shapes, in the order in which they are painted: what plots become. Knows neither data nor pixels.

use super::geometry::{Rect, Unit};
use super::text::Label;

/// A place on the page.
pub type Point = (Unit, Unit);

/// A whole picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub width: Unit,
    pub height: Unit,
    /// Title and subtitle.
    pub title: Vec<Label>,
    pub shapes: Vec<Shape>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    Box(Rect, Tone),
    Area(Vec<Point>, Tone),
    Line { points: Vec<Point>, tone: Tone, width: Unit },
    Dashes { from: Point, to: Point },
    Dot { at: Point, radius: Unit, tone: Tone, hollow: bool },
    Label(Label),
}

/// What a shape is for, which decides its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Grid,
    Axis,
    Ink,
    Paper,
    /// One of several lines, from 0; after [`SERIES`] they begin anew.
    Series(usize),
    /// Its band.
    Tint(usize),
    /// From 0, the least, to 255, the most.
    Heat(u8),
}

/// Lines that can be told apart.
pub const SERIES: usize = 6;
