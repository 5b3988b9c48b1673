//! The bundled Inter: widths, kerning and outlines of a line of text. Characters that it lacks become its empty box.
//! Knows no colour and no canvas.

use super::geometry::Unit;
use super::text::{Measure, Weight};
use std::sync::OnceLock;
use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, OutlineBuilder, Tag};

/// The bundled fonts as files, for a picture that carries its own.
pub fn file(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => include_bytes!("../../assets/Inter-Regular-sub.ttf"),
        Weight::SemiBold => include_bytes!("../../assets/Inter-SemiBold-sub.ttf"),
    }
}

/// Measures text as it will be drawn.
#[derive(Clone, Copy, Debug, Default)]
pub struct Inter;

impl Measure for Inter {
    fn width(&self, text: &str, size: Unit, weight: Weight) -> Unit {
        let font = Font::of(weight);
        let design: i64 = font.glyphs(text).map(|glyph| i64::from(glyph.advance)).sum();
        let em = i64::from(font.face.units_per_em());
        ((design * i64::from(size) + em - 1) / em) as Unit
    }
}

/// Draws the outlines of one line with its baseline's left end at the origin, y down, `size` per em.
pub fn outline(text: &str, size: f32, weight: Weight, pen: &mut dyn Pen) {
    let font = Font::of(weight);
    let scale = size / f32::from(font.face.units_per_em());
    let mut x = 0;
    for glyph in font.glyphs(text) {
        let mut placed = Placed { pen: &mut *pen, x: x as f32 * scale, scale };
        match glyph.id {
            Some(id) => _ = font.face.outline_glyph(id, &mut placed),
            None if glyph.advance > 0 => empty_box(font.face.units_per_em(), &mut placed),
            None => {}
        }
        x += glyph.advance;
    }
}

/// What outlines are drawn with.
pub trait Pen {
    fn move_to(&mut self, x: f32, y: f32);
    fn line_to(&mut self, x: f32, y: f32);
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32);
    fn cubic_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32);
    fn close(&mut self);
}

/// A glyph of a line, none where the font lacks the character, and how far the pen moves on after it, kerning included,
/// in font units.
struct Glyph {
    id: Option<GlyphId>,
    advance: i32,
}

/// What stands for a character that the font lacks: an upright frame, cut out of a rectangle.
fn empty_box(em: u16, pen: &mut dyn OutlineBuilder) {
    let em = f32::from(em);
    let (left, right, top, stroke) = (0.08 * em, 0.54 * em, 0.72 * em, 0.06 * em);
    let corners = |inset: f32| (left + inset, right - inset, inset, top - inset);
    let (x0, x1, y0, y1) = corners(0.0);
    for (at, (x, y)) in [(x0, y0), (x0, y1), (x1, y1), (x1, y0)].into_iter().enumerate() {
        if at == 0 { pen.move_to(x, y) } else { pen.line_to(x, y) }
    }
    pen.close();
    let (x0, x1, y0, y1) = corners(stroke);
    for (at, (x, y)) in [(x0, y0), (x1, y0), (x1, y1), (x0, y1)].into_iter().enumerate() {
        if at == 0 { pen.move_to(x, y) } else { pen.line_to(x, y) }
    }
    pen.close();
}

/// How far the pen moves on after a character that the font lacks: joiners, variation signs and combining marks belong to
/// the character before them.
fn missing_advance(c: char, em: u16) -> i32 {
    match c {
        '\u{200b}'..='\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{300}'..='\u{36f}' | '\u{feff}' => 0,
        _ => i32::from(em) * 62 / 100,
    }
}

struct Font {
    face: Face<'static>,
    kerning: Vec<PairAdjustment<'static>>,
}

impl Font {
    fn of(weight: Weight) -> &'static Font {
        static REGULAR: OnceLock<Font> = OnceLock::new();
        static SEMI_BOLD: OnceLock<Font> = OnceLock::new();
        let slot = match weight {
            Weight::Regular => &REGULAR,
            Weight::SemiBold => &SEMI_BOLD,
        };
        slot.get_or_init(|| {
            // A test reads both files; they are part of the binary and cannot change after it.
            let face = Face::parse(file(weight), 0).expect("the bundled font is a font");
            let kerning = kerning_of(&face);
            Font { face, kerning }
        })
    }

    fn glyphs<'t>(&'static self, text: &'t str) -> impl Iterator<Item = Glyph> + 't {
        let mut ids = text.chars().map(|c| (c, self.face.glyph_index(c))).peekable();
        std::iter::from_fn(move || {
            let (c, id) = ids.next()?;
            let Some(known) = id else {
                return Some(Glyph { id, advance: missing_advance(c, self.face.units_per_em()) });
            };
            let kern = ids.peek().and_then(|(_, next)| *next).map_or(0, |next| self.kern(known, next));
            let advance = i32::from(self.face.glyph_hor_advance(known).unwrap_or(0)) + i32::from(kern);
            Some(Glyph { id, advance })
        })
    }

    fn kern(&self, left: GlyphId, right: GlyphId) -> i16 {
        self.kerning.iter().find_map(|pairs| pair_kern(pairs, left, right)).unwrap_or(0)
    }
}

fn kerning_of(face: &Face<'static>) -> Vec<PairAdjustment<'static>> {
    let Some(gpos) = face.tables().gpos else { return Vec::new() };
    let Some(feature) = gpos.features.find(Tag::from_bytes(b"kern")) else { return Vec::new() };
    let lookups = feature.lookup_indices.into_iter().filter_map(|at| gpos.lookups.get(at));
    let subtables = lookups.flat_map(|lookup| lookup.subtables.into_iter::<PositioningSubtable>());
    let pairs = subtables.filter_map(|table| match table {
        PositioningSubtable::Pair(pairs) => Some(pairs),
        _ => None,
    });
    pairs.collect()
}

/// The first subtable that covers the pair decides, as OpenType asks.
fn pair_kern(pairs: &PairAdjustment, left: GlyphId, right: GlyphId) -> Option<i16> {
    let at = pairs.coverage().get(left)?;
    let (first, _) = match pairs {
        PairAdjustment::Format1 { sets, .. } => sets.get(at)?.get(right)?,
        PairAdjustment::Format2 { classes, matrix, .. } => matrix.get((classes.0.get(left), classes.1.get(right)))?,
    };
    Some(first.x_advance)
}

/// Font units, y up, become the caller's units, y down.
struct Placed<'p> {
    pen: &'p mut dyn Pen,
    x: f32,
    scale: f32,
}

impl Placed<'_> {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, -y * self.scale)
    }
}

impl OutlineBuilder for Placed<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.pen.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.pen.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.pen.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.pen.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.pen.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn width(text: &str, weight: Weight) -> Unit {
        Inter.width(text, 1000, weight)
    }

    #[test]
    fn both_fonts_can_be_read_and_differ() {
        assert!(width("switch interval", Weight::SemiBold) > width("switch interval", Weight::Regular));
    }

    #[test]
    fn pairs_are_kerned() {
        assert!(width("AV", Weight::Regular) < width("A", Weight::Regular) + width("V", Weight::Regular));
    }

    #[test]
    fn a_character_that_the_font_lacks_is_a_box_with_a_width() {
        assert!(width("漢", Weight::Regular) > 0);
        assert!(width("🐍", Weight::SemiBold) > 0);
        assert_eq!(width("", Weight::Regular), 0);
    }
}
