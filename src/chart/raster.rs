//! plotters' backend on a tiny-skia canvas: eighths of a CSS pixel in, `DENSITY` pixels per CSS pixel out, and the PNG.
//! Knows no layout.

use super::error::ChartError;
use super::font::{self, Pen};
use super::geometry::UNITS_PER_PX;
use super::text::Weight;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use std::collections::HashMap;
use std::convert::Infallible;
use tiny_skia::{FillRule, LineCap, LineJoin, Paint, PathBuilder, Pixmap, Rect, Stroke, Transform};

/// PNG pixels per CSS pixel, as a scale of units.
const SCALE: f32 = super::DENSITY as f32 / UNITS_PER_PX as f32;

/// Dots per metre of a picture at twice the 96 dots per inch of a CSS pixel.
const DOTS_PER_METRE: u32 = 3780 * super::DENSITY;

pub struct Raster<'p> {
    pub canvas: &'p mut Pixmap,
    /// Width and height in units.
    pub size: (u32, u32),
}

/// A canvas for a picture of so many units, and its size in pixels.
pub fn canvas(size: (u32, u32)) -> Result<Pixmap, ChartError> {
    let pixels = |units: u32| (units * super::DENSITY).div_ceil(UNITS_PER_PX as u32);
    let (width, height) = (pixels(size.0), pixels(size.1));
    Pixmap::new(width, height).ok_or(ChartError::TooLarge { width, height })
}

/// The canvas, which is opaque, as a PNG: with a palette where 256 colours suffice, which is a third of the work.
pub fn encode(canvas: &Pixmap) -> Result<Vec<u8>, ChartError> {
    let pixels = canvas.data().as_chunks::<4>().0;
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, canvas.width(), canvas.height());
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: DOTS_PER_METRE,
        yppu: DOTS_PER_METRE,
        unit: png::Unit::Meter,
    }));
    let data = match indexed(pixels) {
        Some((palette, indices)) => {
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_palette(palette);
            // Large areas of one colour: more effort than the least saves little, and filters nothing.
            encoder.set_deflate_compression(png::DeflateCompression::Level(1));
            encoder.set_filter(png::Filter::NoFilter);
            indices
        }
        None => {
            encoder.set_color(png::ColorType::Rgb);
            pixels.iter().flat_map(|&[r, g, b, _]| [r, g, b]).collect()
        }
    };
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&data)?;
    writer.finish()?;
    Ok(bytes)
}

/// The colours in the order of their first pixels, three bytes each, and for each pixel the number of its colour. None
/// where there are more than 256.
fn indexed(pixels: &[[u8; 4]]) -> Option<(Vec<u8>, Vec<u8>)> {
    let (mut palette, mut numbers) = (Vec::new(), HashMap::new());
    let mut indices = Vec::with_capacity(pixels.len());
    for run in pixels.chunk_by(|one, next| one == next) {
        let number = match numbers.get(&run[0]) {
            Some(number) => *number,
            None => {
                let number = u8::try_from(numbers.len()).ok()?;
                palette.extend_from_slice(&run[0][..3]);
                numbers.insert(run[0], number);
                number
            }
        };
        indices.resize(indices.len() + run.len(), number);
    }
    Some((palette, indices))
}

fn paint(color: BackendColor) -> Paint<'static> {
    let (r, g, b) = color.rgb;
    let mut paint = Paint::default();
    paint.set_color_rgba8(r, g, b, (color.alpha.clamp(0.0, 1.0) * 255.0).round() as u8);
    paint
}

fn scaled((x, y): BackendCoord) -> (f32, f32) {
    (x as f32 * SCALE, y as f32 * SCALE)
}

fn polyline(points: impl IntoIterator<Item = BackendCoord>, closed: bool) -> Option<tiny_skia::Path> {
    let mut path = PathBuilder::new();
    for (at, point) in points.into_iter().enumerate() {
        let (x, y) = scaled(point);
        if at == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
    }
    if closed {
        path.close();
    }
    path.finish()
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl Raster<'_> {
    fn fill(&mut self, path: Option<tiny_skia::Path>, color: BackendColor, at: Transform) {
        if let Some(path) = path {
            self.canvas.fill_path(&path, &paint(color), FillRule::Winding, at, None);
        }
    }

    fn stroke<S: BackendStyle>(&mut self, path: Option<tiny_skia::Path>, style: &S) {
        let stroke = Stroke {
            width: style.stroke_width() as f32 * SCALE,
            line_cap: LineCap::Butt,
            line_join: LineJoin::Miter,
            ..Stroke::default()
        };
        if let Some(path) = path {
            self.canvas.stroke_path(&path, &paint(style.color()), &stroke, Transform::identity(), None);
        }
    }
}

impl DrawingBackend for Raster<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    /// One unit square; the layout draws no pixels, but a backend must know how.
    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.stroke(polyline([from, to], false), style);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        let ((left, top), (right, bottom)) = (scaled(from), scaled(to));
        match Rect::from_ltrb(left, top, right, bottom) {
            Some(rect) if fill => self.canvas.fill_rect(rect, &paint(style.color()), Transform::identity(), None),
            Some(rect) => self.stroke(Some(PathBuilder::from_rect(rect)), style),
            None => {}
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.stroke(polyline(path, false), style);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.fill(polyline(path, true), style.color(), Transform::identity());
        Ok(())
    }

    /// The position is the left end of the baseline: whoever lays out has measured already.
    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Drawn {
        let mut pen = Outline(PathBuilder::new());
        font::outline(text, style.size() as f32 * SCALE, weight(style.style()), &mut pen);
        let (x, y) = scaled(at);
        self.fill(pen.0.finish(), style.color(), Transform::from_translate(x, y));
        Ok(())
    }
}

/// plotters knows normal and bold; our bold is Inter's SemiBold.
pub fn weight(style: FontStyle) -> Weight {
    match style {
        FontStyle::Bold => Weight::SemiBold,
        FontStyle::Normal | FontStyle::Oblique | FontStyle::Italic => Weight::Regular,
    }
}

struct Outline(PathBuilder);

impl Pen for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.quad_to(x1, y1, x, y);
    }

    fn cubic_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tiny_skia::PremultipliedColorU8;

    fn drawn(colours: u32) -> Pixmap {
        let mut canvas = Pixmap::new(40, 20).expect("it is small");
        for (pixel, number) in canvas.pixels_mut().iter_mut().zip((0..colours).cycle()) {
            let [_, red, green, blue] = (number * 77).to_be_bytes();
            *pixel = PremultipliedColorU8::from_rgba(red, green, blue, 255).expect("it is opaque");
        }
        canvas
    }

    #[test]
    fn a_picture_has_a_palette_where_its_colours_fit_into_one_and_is_the_same_picture() {
        for (colours, expected) in [(256, png::ColorType::Indexed), (257, png::ColorType::Rgb)] {
            let canvas = drawn(colours);
            let file = encode(&canvas).expect("it can be written");
            let mut decoder = png::Decoder::new(std::io::Cursor::new(&file));
            decoder.set_transformations(png::Transformations::EXPAND);
            let mut reader = decoder.read_info().expect("it is a PNG");
            assert_eq!(reader.info().color_type, expected);
            let mut pixels = vec![0; reader.output_buffer_size().expect("it is small")];
            reader.next_frame(&mut pixels).expect("it is whole");
            let drawn: Vec<u8> =
                canvas.data().as_chunks::<4>().0.iter().flat_map(|pixel| pixel[..3].to_vec()).collect();
            assert_eq!(pixels, drawn);
        }
    }
}
