//! Colours. Five states in five lightnesses, so that they differ in greyscale and for every kind of colour vision: dark
//! blue, mauve, orange, a light tint, almost white.

use super::text::Ink;
use crate::analysis::State;

/// Red, green, blue.
pub type Rgb = (u8, u8, u8);

pub const PAPER: Rgb = (255, 255, 255);
pub const INK: Rgb = (27, 31, 41);
pub const MUTED: Rgb = (84, 92, 107);
pub const GRID: Rgb = (226, 229, 234);
pub const AXIS: Rgb = (128, 136, 150);

pub fn of_state(state: State) -> Rgb {
    match state {
        State::Running => (18, 66, 130),
        State::Starting => (143, 127, 168),
        State::WaitingForGil => (241, 155, 50),
        State::Blocked => (186, 225, 232),
        State::Idle => (238, 240, 244),
    }
}

pub fn of_ink(ink: Ink) -> Rgb {
    match ink {
        Ink::Strong | Ink::OnLight => INK,
        Ink::Muted => MUTED,
        Ink::OnDark => PAPER,
    }
}

/// The ink that can be read on a state's colour.
pub fn ink_on(state: State) -> Ink {
    match state {
        State::Running => Ink::OnDark,
        State::Starting | State::WaitingForGil | State::Blocked | State::Idle => Ink::OnLight,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grey((r, g, b): Rgb) -> f64 {
        0.2126 * f64::from(r) + 0.7152 * f64::from(g) + 0.0722 * f64::from(b)
    }

    #[test]
    fn states_differ_in_greyscale() {
        let all = [State::Running, State::Starting, State::WaitingForGil, State::Blocked, State::Idle];
        for pair in all.windows(2) {
            let apart = grey(of_state(pair[1])) - grey(of_state(pair[0]));
            assert!(apart > 18.0, "{:?} and {:?} are {apart} of 255 apart", pair[0], pair[1]);
        }
    }
}
