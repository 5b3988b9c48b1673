//! Lengths and boxes in eighths of a CSS pixel, and the way from time to place. Integers only, so that every machine
//! computes the same picture. Knows nothing of what stands in a box.

use crate::time::Nanos;

/// An eighth of a CSS pixel.
pub type Unit = i32;

/// Units per CSS pixel.
pub const UNITS_PER_PX: Unit = 8;

/// CSS pixels as units.
pub const fn px(pixels: i32) -> Unit {
    pixels * UNITS_PER_PX
}

/// The next whole pixel at or after `at`.
pub const fn whole_pixels(at: Unit) -> Unit {
    (at + UNITS_PER_PX - 1) / UNITS_PER_PX * UNITS_PER_PX
}

/// A box; `left <= right`, `top <= bottom`, y grows downwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rect {
    pub left: Unit,
    pub top: Unit,
    pub right: Unit,
    pub bottom: Unit,
}

impl Rect {
    pub fn new(left: Unit, top: Unit, right: Unit, bottom: Unit) -> Rect {
        Rect { left, top, right, bottom }
    }

    pub fn width(self) -> Unit {
        self.right - self.left
    }

    pub fn height(self) -> Unit {
        self.bottom - self.top
    }

    pub fn middle(self) -> Unit {
        (self.top + self.bottom) / 2
    }

    /// Whether the two share an area.
    pub fn overlaps(self, other: Rect) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    pub fn contains(self, other: Rect) -> bool {
        self.left <= other.left && other.right <= self.right && self.top <= other.top && other.bottom <= self.bottom
    }
}

/// A stretch of time laid over a stretch of the x axis.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    pub from: Nanos,
    pub to: Nanos,
    pub left: Unit,
    pub right: Unit,
}

impl Scale {
    /// Where a moment stands, to the nearest unit; moments outside stand at the nearer end.
    pub fn x(&self, at: Nanos) -> Unit {
        let span = u128::from(self.span());
        if span == 0 {
            return self.left;
        }
        let since = u128::from(at.clamp(self.from, self.to).saturating_sub(self.from).0);
        let width = (self.right - self.left) as u128;
        self.left + ((since * width * 2 + span) / (span * 2)) as Unit
    }

    /// The moment at a place, rounded down.
    pub fn time(&self, x: Unit) -> Nanos {
        let width = (self.right - self.left).max(1) as u128;
        let along = (x.clamp(self.left, self.right) - self.left) as u128;
        self.from + Nanos((along * u128::from(self.span()) / width) as u64)
    }

    /// Nanoseconds from end to end.
    pub fn span(&self) -> u64 {
        self.to.saturating_sub(self.from).0
    }
}
