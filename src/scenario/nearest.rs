//! The known name that a wrong one was probably meant to be.

/// Longer words are compared by their begin, which bounds the work.
const COMPARED: usize = 64;

/// The known name nearest to `word`, if any is near: a third of the letters may differ, swapped neighbours count once,
/// case and `-` against `_` not at all.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = plain(word);
    let allowed = (word.chars().count() / 3).max(1);
    let distance = |name: &str| strsim::damerau_levenshtein(&word, &plain(name));
    let near = known.into_iter().map(|name| (distance(name), name)).filter(|(distance, _)| *distance <= allowed);
    near.min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

/// `did you mean …?` where a known name is near, and all known names.
pub fn suggestion(word: &str, known: &[&str]) -> String {
    let all = known.join(", ");
    match nearest(word, known.iter().copied()) {
        Some(name) if known.len() == 1 => format!("did you mean `{name}`?"),
        Some(name) => format!("did you mean `{name}`? Known here: {all}"),
        None => format!("known here: {all}"),
    }
}

fn plain(word: &str) -> String {
    word.chars().take(COMPARED).flat_map(char::to_lowercase).map(|c| if c == '-' { '_' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_finger_finds_the_name_that_was_meant() {
        let known = ["models", "workers", "switch_interval", "policy"];
        assert_eq!(nearest("worker", known), Some("workers"));
        assert_eq!(nearest("wrokers", known), Some("workers"));
        assert_eq!(nearest("switch-interval", known), Some("switch_interval"));
        assert_eq!(nearest("Policy", known), Some("policy"));
        assert_eq!(nearest("banana", known), None);
        assert_eq!(nearest("", known), None);
    }
}
