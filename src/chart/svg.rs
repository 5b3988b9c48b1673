//! plotters' backend that writes SVG: text stays text, set in the font that the file carries; neighbouring rectangles of
//! one colour become one path. Knows no layout.

use super::font;
use super::geometry::{UNITS_PER_PX, Unit};
use super::raster::weight;
use super::text::{Measure, Weight};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use std::convert::Infallible;
use std::fmt::{self, Display, Formatter, Write};

/// The family under which the file carries its font, and what a viewer that ignores it takes instead.
const FAMILY: &str = "'gilsim Inter',Inter,system-ui,sans-serif";

/// Receives drawing calls as SVG elements.
pub struct Svg<'s> {
    pub body: &'s mut Body,
    pub size: (u32, u32),
}

/// The elements so far.
#[derive(Default)]
pub struct Body {
    elements: String,
    /// Rectangles of one colour that may still grow.
    open: Option<(BackendColor, String)>,
}

impl Body {
    /// The whole file: `title` and `about` are read out by screen readers.
    pub fn into_file(mut self, size: (u32, u32), title: &str, about: &str) -> String {
        self.close();
        let (width, height) = (Px(size.0 as Unit), Px(size.1 as Unit));
        let (title, about) = (Escaped(title), Escaped(about));
        let mut file = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>{title}</title>\n<desc>{about}</desc>\n<style>\n"
        );
        for (weight, number) in [(Weight::Regular, 400), (Weight::SemiBold, 600)] {
            file += "@font-face{font-family:'gilsim Inter';font-weight:";
            file += &format!(
                "{number};src:url(data:font/ttf;base64,{}) format('truetype')}}\n",
                base64(font::file(weight))
            );
        }
        file += &format!("text{{font-family:{FAMILY};white-space:pre}}\n</style>\n");
        file += &self.elements;
        file += "</svg>\n";
        file
    }

    fn rectangle(&mut self, (left, top): BackendCoord, (right, bottom): BackendCoord, color: BackendColor) {
        let same = |open: &(BackendColor, String)| open.0.rgb == color.rgb && open.0.alpha == color.alpha;
        if !self.open.as_ref().is_some_and(same) {
            self.close();
        }
        let (_, path) = self.open.get_or_insert_with(|| (color, String::new()));
        let (width, height) = (Px(right - left), Px(bottom - top));
        *path += &format!("M{} {}h{width}v{height}H{}z", Px(left), Px(top), Px(left));
    }

    /// Ends the growing path, so that what comes next lies above it.
    fn close(&mut self) {
        if let Some((color, path)) = self.open.take() {
            self.elements += &format!("<path d=\"{path}\" fill=\"{}\"/>\n", Colour(color));
        }
    }

    fn element(&mut self, element: fmt::Arguments) {
        self.close();
        // Writing to a string cannot fail.
        let _ = self.elements.write_fmt(element);
    }

    fn line<S: BackendStyle>(&mut self, points: impl IntoIterator<Item = BackendCoord>, style: &S) {
        let (path, width, colour) = (path(points), Px(style.stroke_width() as Unit), Colour(style.color()));
        self.element(format_args!("<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"/>\n"));
    }
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Svg<'_> {
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

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.body.rectangle((x, y), (x + 1, y + 1), color);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.body.line([from, to], style);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        match fill {
            true => self.body.rectangle(from, to, style.color()),
            false => self.body.line([from, (to.0, from.1), to, (from.0, to.1), from], style),
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, points: I, style: &S) -> Drawn {
        self.body.line(points, style);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, points: I, style: &S) -> Drawn {
        let (path, colour) = (path(points), Colour(style.color()));
        self.body.element(format_args!("<path d=\"{path}z\" fill=\"{colour}\"/>\n"));
        Ok(())
    }

    /// The position is the left end of the baseline. The measured width goes along, so that another font fits too.
    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, (x, y): BackendCoord) -> Drawn {
        let weight = weight(style.style());
        let (size, width) = (style.size() as Unit, font::Inter.width(text, style.size() as Unit, weight));
        let (x, y, number) = (Px(x), Px(y), if weight == Weight::SemiBold { 600 } else { 400 });
        self.body.element(format_args!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\" font-weight=\"{number}\" fill=\"{}\" textLength=\"{}\" \
             lengthAdjust=\"spacingAndGlyphs\">{}</text>\n",
            Px(size),
            Colour(style.color()),
            Px(width),
            Escaped(text)
        ));
        Ok(())
    }
}

/// Points as path data; level and upright strokes in their short form.
fn path(points: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut data = String::new();
    let mut before: Option<BackendCoord> = None;
    for (x, y) in points {
        data += &match before {
            None => format!("M{} {}", Px(x), Px(y)),
            Some((_, last)) if last == y => format!("H{}", Px(x)),
            Some((last, _)) if last == x => format!("V{}", Px(y)),
            Some(_) => format!("L{} {}", Px(x), Px(y)),
        };
        before = Some((x, y));
    }
    data
}

/// Units as CSS pixels.
struct Px(Unit);

impl Display for Px {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        write!(f, "{}", f64::from(self.0) / f64::from(UNITS_PER_PX))
    }
}

struct Colour(BackendColor);

impl Display for Colour {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let (r, g, b) = self.0.rgb;
        write!(f, "#{r:02x}{g:02x}{b:02x}")?;
        match (self.0.alpha.clamp(0.0, 1.0) * 255.0).round() as u8 {
            255 => Ok(()),
            alpha => write!(f, "{alpha:02x}"),
        }
    }
}

struct Escaped<'t>(&'t str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '&' => f.write_str("&amp;"),
            '"' => f.write_str("&quot;"),
            c => f.write_char(c),
        })
    }
}

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = [0, 1, 2].map(|at| u32::from(chunk.get(at).copied().unwrap_or(0)));
        let group = group[0] << 16 | group[1] << 8 | group[2];
        for digit in 0..4 {
            let value = group >> (18 - 6 * digit) & 63;
            text.push(if digit <= chunk.len() { char::from(DIGITS[value as usize]) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_as_in_the_standard() {
        let pairs =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy")];
        for (plain, encoded) in pairs {
            assert_eq!(base64(plain.as_bytes()), encoded);
        }
    }

    #[test]
    fn steps_of_a_path_are_short() {
        assert_eq!(path([(0, 0), (8, 0), (8, 12), (16, 20)]), "M0 0H1V1.5L2 2.5");
    }

    #[test]
    fn markup_in_names_is_escaped() {
        assert_eq!(Escaped("<a & \"b\">").to_string(), "&lt;a &amp; &quot;b&quot;&gt;");
    }
}
