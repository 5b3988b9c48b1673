//! A way that transfers share: each gets an equal part of the bandwidth at any moment.
//!
//! Done by a clock that counts what each transfer has got (generalised processor sharing, Parekh and Gallager 1993): it
//! goes the slower, the more there are, so that a transfer's end on that clock does not move when others come and go.

use crate::time::Nanos;
use std::collections::BTreeMap;

/// A transfer is delivered in pieces of so many bytes, but in no more than so many pieces.
const PIECE: usize = 64 * 1024;
const MOST_PIECES: usize = 256;

/// The way from one host.
#[derive(Debug)]
pub struct Link {
    /// Bytes a second.
    bandwidth: u64,
    /// Bytes that each transfer has got that has been there since the beginning, in parts of 2⁻²⁰.
    clock: u128,
    /// When the clock was last set.
    set: Nanos,
    /// By where the clock is when the next piece is through, and by number.
    transfers: BTreeMap<(u128, u64), Transfer>,
    started: u64,
    /// When the network looks here next.
    pub awaited: Option<Nanos>,
}

#[derive(Debug)]
struct Transfer {
    to: i64,
    data: Vec<u8>,
    delivered: usize,
    piece: usize,
    closes: bool,
}

/// What has come through.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    pub to: i64,
    pub data: Vec<u8>,
    /// Whether the connection ends behind it.
    pub ends: bool,
}

const SCALE: u32 = 20;

impl Link {
    pub fn new(bandwidth: u64) -> Link {
        let bandwidth = bandwidth.max(1);
        Link { bandwidth, clock: 0, set: Nanos::ZERO, transfers: BTreeMap::new(), started: 0, awaited: None }
    }

    /// A transfer begins.
    pub fn begin(&mut self, now: Nanos, to: i64, data: Vec<u8>, closes: bool) {
        self.turn_to(now);
        let piece = PIECE.max(data.len().div_ceil(MOST_PIECES));
        let transfer = Transfer { to, data, delivered: 0, piece, closes };
        let key = (self.clock + scaled(transfer.next_piece()), self.started);
        self.started += 1;
        self.transfers.insert(key, transfer);
    }

    /// The pieces that are through.
    pub fn advance(&mut self, now: Nanos) -> Vec<Piece> {
        self.turn_to(now);
        let mut pieces = Vec::new();
        while let Some(entry) = self.transfers.first_entry().filter(|entry| entry.key().0 <= self.clock) {
            let ((end, number), mut transfer) = entry.remove_entry();
            let from = transfer.delivered;
            transfer.delivered += transfer.next_piece();
            let is_last = transfer.delivered == transfer.data.len();
            let data = transfer.data[from..transfer.delivered].to_vec();
            pieces.push(Piece { to: transfer.to, data, ends: is_last && transfer.closes });
            if !is_last {
                self.transfers.insert((end + scaled(transfer.next_piece()), number), transfer);
            }
        }
        pieces
    }

    /// When the next piece will be through, if no transfer comes meanwhile.
    pub fn next_at(&mut self, now: Nanos) -> Option<Nanos> {
        self.turn_to(now);
        let ((end, _), _) = self.transfers.first_key_value()?;
        let left = end.saturating_sub(self.clock) * self.transfers.len() as u128 * 1_000_000_000;
        let nanoseconds = left.div_ceil(u128::from(self.bandwidth) << SCALE);
        Some(now + Nanos(u64::try_from(nanoseconds).unwrap_or(u64::MAX / 4)))
    }

    /// Sets the clock to what it is now.
    fn turn_to(&mut self, now: Nanos) {
        let passed = u128::from(now.saturating_sub(self.set).0);
        self.set = now;
        if let count @ 1.. = self.transfers.len() as u128 {
            self.clock += ((passed * u128::from(self.bandwidth)) << SCALE) / (count * 1_000_000_000);
        }
    }
}

impl Transfer {
    fn next_piece(&self) -> usize {
        self.piece.min(self.data.len() - self.delivered)
    }
}

fn scaled(bytes: usize) -> u128 {
    (bytes as u128) << SCALE
}

#[cfg(test)]
mod tests {
    use super::*;

    /// When which transfer's last byte is through: a megabyte a second, transfers by start (ms) and size (kB).
    fn ends(transfers: &[(u64, usize)]) -> Vec<u64> {
        let mut link = Link::new(1_000_000);
        let mut ends = vec![0; transfers.len()];
        let mut left: Vec<usize> = transfers.iter().map(|(_, size)| size * 1_000).collect();
        let (mut begun, mut now) = (0, Nanos::ZERO);
        loop {
            let start = transfers.get(begun).map(|(at, _)| Nanos::from_millis(*at));
            match (start, link.next_at(now)) {
                (Some(start), next) if next.is_none_or(|next| start <= next) => {
                    now = start;
                    link.begin(now, begun as i64, vec![0; left[begun]], false);
                    begun += 1;
                }
                (_, Some(next)) => {
                    now = next;
                    for piece in link.advance(now) {
                        let transfer = piece.to as usize;
                        left[transfer] -= piece.data.len();
                        ends[transfer] = if left[transfer] == 0 { now.0 / 1_000_000 } else { 0 };
                    }
                }
                _ => return ends,
            }
        }
    }

    #[test]
    fn one_transfer_has_all_and_two_have_half() {
        assert_eq!(ends(&[(0, 100)]), [100]);
        assert_eq!(ends(&[(0, 100), (0, 100)]), [200, 200]);
        assert_eq!(ends(&[(0, 100), (200, 100)]), [100, 300]);
    }

    #[test]
    fn who_comes_later_shares_what_is_left() {
        // 50 ms alone, then both have half until the first is through at 150, then the second is alone.
        assert_eq!(ends(&[(0, 100), (50, 100)]), [150, 200]);
        assert_eq!(ends(&[(0, 1_000), (0, 10)]), [1_010, 20]);
    }

    #[test]
    fn nothing_is_lost_and_an_empty_transfer_ends_at_once() {
        let mut link = Link::new(10);
        link.begin(Nanos(5), 1, Vec::new(), true);
        assert_eq!(link.next_at(Nanos(5)), Some(Nanos(5)));
        assert_eq!(link.advance(Nanos(5)), [Piece { to: 1, data: Vec::new(), ends: true }]);
        assert_eq!(link.next_at(Nanos(5)), None);
    }
}
