//! The bytes of a pickle as they come, in frames from protocol 4 on. Knows no value.
//!
//! A frame begins with the first byte that needs one and ends at the first object after 64 KiB; a long text or byte
//! string stands between frames. So CPython's own pickler does it, to the byte.

use super::opcodes::FRAME;

/// Opcode and length.
const HEADER: usize = 9;
/// A frame that has so many bytes is closed at the next object.
const TARGET: usize = 64 * 1024;
/// A shorter frame is none.
const LEAST: usize = 4;

#[derive(Clone, Debug, Default)]
pub struct Output {
    bytes: Vec<u8>,
    has_frames: bool,
    /// Where the frame begins that is open.
    frame: Option<usize>,
    /// How many of the bytes are contents of texts and byte strings.
    copied: usize,
}

impl Output {
    /// Frames begin here, where the protocol has them.
    pub fn begin(&mut self, has_frames: bool) {
        self.has_frames = has_frames;
    }

    pub fn put(&mut self, bytes: &[u8]) {
        if self.has_frames && self.frame.is_none() {
            self.frame = Some(self.bytes.len());
            self.bytes.resize(self.bytes.len() + HEADER, FRAME);
        }
        self.bytes.extend_from_slice(bytes);
    }

    /// A text or a byte string behind its header.
    pub fn put_data(&mut self, header: &[u8], data: &[u8]) {
        let has_frames = self.has_frames;
        if data.len() >= TARGET {
            self.end_frame();
            self.has_frames = false;
        }
        self.put(header);
        self.put(data);
        self.copied += data.len();
        self.has_frames = has_frames;
    }

    /// An object is about to begin.
    pub fn boundary(&mut self) {
        if self.frame.is_some_and(|start| self.bytes.len() - start - HEADER >= TARGET) {
            self.end_frame();
        }
    }

    fn end_frame(&mut self) {
        let Some(start) = self.frame.take() else { return };
        let length = self.bytes.len() - start - HEADER;
        if length < LEAST {
            self.bytes.drain(start..start + HEADER);
            return;
        }
        self.bytes[start + 1..start + HEADER].copy_from_slice(&(length as u64).to_le_bytes());
    }

    /// All bytes, and how many of them were only copied.
    pub fn finish(&mut self) -> (Vec<u8>, usize) {
        self.end_frame();
        self.has_frames = false;
        (std::mem::take(&mut self.bytes), std::mem::take(&mut self.copied))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_of_fewer_than_four_bytes_is_none() {
        let mut output = Output::default();
        output.begin(true);
        output.put(b"N.");
        assert_eq!(output.finish().0, b"N.");
        output.begin(true);
        output.put(b"four");
        assert_eq!(output.finish().0, b"\x95\x04\0\0\0\0\0\0\0four");
    }

    #[test]
    fn a_long_text_stands_between_frames() {
        let mut output = Output::default();
        output.begin(true);
        output.put(b"before");
        output.put_data(b"header", &[7; TARGET]);
        output.put(b"behind");
        let (bytes, copied) = output.finish();
        assert_eq!((bytes.len(), copied), (2 * (HEADER + 6) + 6 + TARGET, TARGET));
        assert_eq!(bytes[..10], *b"\x95\x06\0\0\0\0\0\0\0b");
    }
}
