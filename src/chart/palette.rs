//! Colours. Each state in a lightness of its own, so that they differ in greyscale and for every kind of colour vision:
//! dark red, dark blue, brick red, green, mauve, orange, a light tint, pale yellow, almost white.

use super::sheet::Tone;
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
        State::Native => (34, 130, 82),
        State::Ready => (122, 16, 40),
        State::Starting => (143, 127, 168),
        State::Locked => (188, 56, 44),
        State::WaitingForGil => (245, 167, 66),
        State::Blocked => (170, 216, 228),
        State::Awaiting => (248, 229, 140),
        State::Idle => (244, 245, 248),
    }
}

pub fn of_ink(ink: Ink) -> Rgb {
    match ink {
        Ink::Strong | Ink::OnLight => INK,
        Ink::Muted => MUTED,
        Ink::OnDark => PAPER,
    }
}

/// Lines of a plot: dark enough for paper, apart for every kind of colour vision (after Okabe and Ito).
const SERIES: [Rgb; super::sheet::SERIES] =
    [(18, 66, 130), (205, 92, 8), (0, 128, 96), (168, 62, 140), (126, 94, 20), (22, 142, 196)];

/// A dark purple through blue and green to a light yellow (the anchors of matplotlib's viridis), from most to least.
const HEAT: [Rgb; 6] = [(253, 231, 137), (122, 209, 81), (34, 168, 132), (42, 120, 142), (65, 68, 135), (68, 1, 84)];

pub fn of_tone(tone: Tone) -> Rgb {
    match tone {
        Tone::Grid => GRID,
        Tone::Axis => AXIS,
        Tone::Ink => INK,
        Tone::Paper => PAPER,
        Tone::Series(at) => SERIES[at % SERIES.len()],
        Tone::Tint(at) => mixed(SERIES[at % SERIES.len()], PAPER, 190),
        Tone::Heat(heat) => self::heat(heat),
    }
}

/// A colour of the heat map, from 0, light, to 255, dark.
pub fn heat(heat: u8) -> Rgb {
    let along = u32::from(heat) * (HEAT.len() as u32 - 1);
    let at = (along / 256) as usize;
    mixed(HEAT[at], HEAT[at + 1], (along % 256) as u8)
}

/// `share` of 255 parts of the second colour.
fn mixed(one: Rgb, other: Rgb, share: u8) -> Rgb {
    let mix =
        |a: u8, b: u8| ((u32::from(a) * (255 - u32::from(share)) + u32::from(b) * u32::from(share) + 127) / 255) as u8;
    (mix(one.0, other.0), mix(one.1, other.1), mix(one.2, other.2))
}

/// Whether light words can be read on a colour.
pub fn is_dark((r, g, b): Rgb) -> bool {
    2_126 * u32::from(r) + 7_152 * u32::from(g) + 722 * u32::from(b) < 1_350_000
}

/// The ink that can be read on a state's colour.
pub fn ink_on(state: State) -> Ink {
    match state {
        State::Running | State::Native | State::Ready | State::Locked => Ink::OnDark,
        State::Starting | State::WaitingForGil | State::Blocked | State::Awaiting | State::Idle => Ink::OnLight,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grey((r, g, b): Rgb) -> f64 {
        0.2126 * f64::from(r) + 0.7152 * f64::from(g) + 0.0722 * f64::from(b)
    }

    /// From dark to light.
    const ALL: [State; 9] = [
        State::Ready,
        State::Running,
        State::Locked,
        State::Native,
        State::Starting,
        State::WaitingForGil,
        State::Blocked,
        State::Awaiting,
        State::Idle,
    ];

    /// Machado, Oliveira and Fernandes (2009), severity 1: protan, deutan, tritan; on linear light.
    const DEFICIENCIES: [[[f64; 3]; 3]; 3] = [
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ];

    fn seen((r, g, b): Rgb, matrix: [[f64; 3]; 3]) -> [f64; 3] {
        let linear = [r, g, b].map(|part| (f64::from(part) / 255.0).powf(2.2));
        matrix.map(|row| {
            let light: f64 = row.iter().zip(linear).map(|(weight, part)| weight * part).sum();
            255.0 * light.clamp(0.0, 1.0).powf(1.0 / 2.2)
        })
    }

    #[test]
    fn states_differ_for_every_kind_of_colour_vision() {
        for matrix in DEFICIENCIES {
            for (at, one) in ALL.into_iter().enumerate() {
                for other in ALL.into_iter().skip(at + 1) {
                    let (a, b) = (seen(of_state(one), matrix), seen(of_state(other), matrix));
                    let apart = a.iter().zip(b).map(|(x, y)| (x - y).powi(2)).sum::<f64>().sqrt();
                    assert!(apart > 40.0, "{one:?} and {other:?} are {apart} apart");
                }
            }
        }
    }

    #[test]
    fn states_differ_in_greyscale() {
        for pair in ALL.windows(2) {
            let apart = grey(of_state(pair[1])) - grey(of_state(pair[0]));
            assert!(apart > 18.0, "{:?} and {:?} are {apart} of 255 apart", pair[0], pair[1]);
        }
    }
}
