//! Just enough of XML to tell whether a file is well formed: tags that match, attributes in quotes, characters that are
//! allowed, references that are known.

/// The first mistake, or none.
pub fn mistake(text: &str) -> Option<String> {
    if let Some(c) = text.chars().find(|&c| (c < ' ' && !"\n\r\t".contains(c)) || matches!(c, '\u{fffe}' | '\u{ffff}'))
    {
        return Some(format!("character {c:?} is not allowed"));
    }
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        if let Some(found) = bad_text(&rest[..at]) {
            return Some(found);
        }
        let Some(end) = rest[at..].find('>') else { return Some("a tag does not end".to_owned()) };
        if let Some(found) = tag(&rest[at + 1..at + end], &mut open) {
            return Some(found);
        }
        rest = &rest[at + end + 1..];
    }
    bad_text(rest).or_else(|| (!open.is_empty()).then(|| format!("{open:?} are not closed")))
}

fn tag<'t>(inside: &'t str, open: &mut Vec<&'t str>) -> Option<String> {
    if let Some(name) = inside.strip_prefix('/') {
        return (open.pop() != Some(name)).then(|| format!("</{name}> closes nothing"));
    }
    let (inside, alone) = inside.strip_suffix('/').map_or((inside, false), |inside| (inside, true));
    let (name, attributes) = inside.split_once(' ').unwrap_or((inside, ""));
    if !alone {
        open.push(name);
    }
    let mut parts = attributes.split('"');
    while let Some(key) = parts.next().map(str::trim).filter(|key| !key.is_empty()) {
        let Some(value) = parts.next() else { return Some(format!("{key} in <{name}> has no value")) };
        if !key.ends_with('=') || value.contains('<') || bad_text(value).is_some() {
            return Some(format!("{key}\"{value}\" in <{name}>"));
        }
    }
    None
}

fn bad_text(text: &str) -> Option<String> {
    let known = ["amp;", "lt;", "gt;", "quot;"];
    let mut after = text.split('&').skip(1);
    after.find(|rest| !known.iter().any(|name| rest.starts_with(name))).map(|rest| format!("&{rest:.12} is unknown"))
}

#[test]
fn the_checker_finds_mistakes() {
    assert_eq!(mistake("<a b=\"1\"><c/>x &amp; y</a>"), None);
    for wrong in ["<a>", "<a></b>", "<a b=1/>", "<a>&</a>", "<a b=\"&\"/>", "<a>\u{1}</a>", "<a"] {
        assert!(mistake(wrong).is_some(), "{wrong:?}");
    }
}
