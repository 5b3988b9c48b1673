//! How many lanes are drawn, and how close to each other. Knows no lane.

use super::super::geometry::{Unit, px};

/// Lanes beyond these are counted, not drawn.
pub const MOST_LANES: usize = 400;

/// Distance from lane to lane, and a lane's height.
#[derive(Clone, Copy, Debug)]
pub struct Pitch {
    pub pitch: Unit,
    pub height: Unit,
}

impl Pitch {
    /// Lanes shrink from 40 px to 2 px as their number grows; a panel grows to about 700 px. Small ones are 120 px, and
    /// lanes 18 px at most.
    pub fn for_lanes(lanes: usize, is_small: bool) -> Pitch {
        let lanes = lanes.clamp(1, MOST_LANES) as Unit;
        let (room, most, least) = if is_small { (px(120), px(18), px(1) / 2) } else { (px(704), px(40), px(2)) };
        let pitch = (room / lanes).clamp(least, most) / 4 * 4;
        let gap = (pitch / 5).clamp(px(1) / 2, px(7)) / 4 * 4;
        Pitch { pitch, height: pitch - gap }
    }
}
