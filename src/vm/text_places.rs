//! Where characters of long texts begin that are not ASCII: the texts that were asked for last are known at every so many
//! characters, so that an index takes no walk from the beginning. The last that was searched in is known as a whole.

use super::value::{Ref, Text};
use std::sync::Arc;

/// A place is known for each so many characters.
const STRIDE: usize = 64;
/// So many texts are known at once.
const TEXTS: usize = 8;
/// Characters of a text that is kept as a whole: it is worth it, and takes no more than 16 MiB.
const KEPT: std::ops::RangeInclusive<usize> = 129..=1 << 22;

/// The texts by the numbers of their objects and their lengths in bytes, since a text grows in place.
#[derive(Clone, Debug, Default)]
pub struct TextPlaces {
    known: Vec<(u64, usize, Vec<usize>)>,
    /// Which one goes next.
    oldest: usize,
    /// A text's number, its length in bytes, and its characters.
    whole: Option<(u64, usize, Arc<[u32]>)>,
}

impl TextPlaces {
    /// The byte at which the character begins; the text's length for one behind the last.
    pub fn byte(&mut self, object: Ref, text: &Text, character: usize) -> usize {
        if text.is_ascii() {
            return character.min(text.text.len());
        }
        let start = if text.chars <= 2 * STRIDE { (0, 0) } else { self.before(object, text, character) };
        let mut rest = text.text[start.1..].char_indices().map(|(at, _)| start.1 + at);
        rest.nth(character - start.0).unwrap_or(text.text.len())
    }

    /// All characters of a text.
    pub fn wide(&mut self, object: Ref, text: &Text) -> Arc<[u32]> {
        let key = (object.id(), text.text.len());
        if let Some((id, length, characters)) = &self.whole
            && (*id, *length) == key
        {
            return Arc::clone(characters);
        }
        let characters: Arc<[u32]> = text.text.chars().map(u32::from).collect();
        if KEPT.contains(&text.chars) {
            self.whole = Some((key.0, key.1, Arc::clone(&characters)));
        }
        characters
    }

    /// A character before this one whose place is known, and the place.
    fn before(&mut self, object: Ref, text: &Text, character: usize) -> (usize, usize) {
        let length = text.text.len();
        let found = self.known.iter().position(|(id, of, _)| *id == object.id() && *of == length);
        let at = found.unwrap_or_else(|| self.learn(object, text));
        let places = &self.known[at].2;
        let nth = (character / STRIDE).min(places.len() - 1);
        (nth * STRIDE, places[nth])
    }

    #[cold]
    fn learn(&mut self, object: Ref, text: &Text) -> usize {
        let places = text.text.char_indices().map(|(at, _)| at).step_by(STRIDE).collect();
        let entry = (object.id(), text.text.len(), places);
        if self.known.len() < TEXTS {
            self.known.push(entry);
            return self.known.len() - 1;
        }
        let at = self.oldest;
        self.known[at] = entry;
        self.oldest = (at + 1) % TEXTS;
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_any_width_are_found() {
        let text: String = (0..1000).map(|at| ['a', 'ü', '€', '😀'][at * 7 % 4]).collect();
        let text = Text { chars: 1000, text: text.into_boxed_str() };
        let mut places = TextPlaces::default();
        for (at, (byte, _)) in text.text.char_indices().enumerate() {
            assert_eq!(places.byte(Ref::new(3, 1), &text, at), byte);
        }
        assert_eq!(places.byte(Ref::new(3, 1), &text, 1000), text.text.len());
        let wide = |places: &mut TextPlaces, text: &Text| places.wide(Ref::new(3, 1), text);
        let (first, again) = (wide(&mut places, &text), wide(&mut places, &text));
        assert!(Arc::ptr_eq(&first, &again) && first.iter().copied().eq(text.text.chars().map(u32::from)));
        let longer = Text { chars: 1001, text: format!("{}ü", text.text).into_boxed_str() };
        assert_eq!(wide(&mut places, &longer).len(), 1001, "it has grown in place");
        for other in 0..20 {
            assert_eq!(places.byte(Ref::new(other, 1), &text, 999), text.text.char_indices().last().unwrap().0);
        }
    }
}
