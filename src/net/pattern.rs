//! Patterns of addresses: `host`, `host:port`, `host/path`, where `*` stands for anything.

/// Which addresses a table describes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    host: String,
    port: Option<u16>,
    /// With its leading slash; without one any path fits.
    path: Option<String>,
}

impl Pattern {
    /// Reads `api.example.com`, `*.example.com:8080` or `example.com/files/*`.
    ///
    /// # Errors
    /// In one line, what is wrong.
    pub fn parse(text: &str) -> Result<Pattern, String> {
        let text = text.strip_prefix("http://").or_else(|| text.strip_prefix("https://")).unwrap_or(text);
        let (address, path) = match text.find('/') {
            Some(at) => (&text[..at], Some(text[at..].to_owned())),
            None => (text, None),
        };
        let (host, port) = match address.rsplit_once(':') {
            Some((host, port)) => match port.parse::<u16>() {
                Ok(port) if port > 0 => (host, Some(port)),
                _ => return Err(format!("`{port}` is no port: 1 to 65535 are possible")),
            },
            None => (address, None),
        };
        if host.is_empty() || host.chars().any(|c| c.is_whitespace() || c.is_control()) {
            return Err(format!("`{text}` names no host"));
        }
        Ok(Pattern { host: host.to_ascii_lowercase(), port, path })
    }

    /// Whether it speaks of this very host, and of no other.
    pub fn names(&self, host: &str) -> bool {
        self.host.eq_ignore_ascii_case(host)
    }

    pub fn fits_host(&self, host: &str, port: u16) -> bool {
        self.port.is_none_or(|own| own == port) && fits(self.host.as_bytes(), host.to_ascii_lowercase().as_bytes())
    }

    pub fn fits_path(&self, host: &str, port: u16, path: &str) -> bool {
        let path_fits = || self.path.as_ref().is_none_or(|own| fits(own.as_bytes(), path.as_bytes()));
        self.fits_host(host, port) && path_fits()
    }
}

/// As it is written.
impl std::fmt::Display for Pattern {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(&self.host)?;
        if let Some(port) = self.port {
            write!(f, ":{port}")?;
        }
        f.write_str(self.path.as_deref().unwrap_or_default())
    }
}

/// As it is written.
impl serde::Serialize for Pattern {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Whether the text is one that the pattern describes. Where two ways are possible after a `*`, the last one is taken
/// back, as is usual for this, so the time is at most the product of the lengths.
fn fits(pattern: &[u8], text: &[u8]) -> bool {
    let (mut p, mut t) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while t < text.len() {
        if p < pattern.len() && pattern[p] == b'*' {
            star = Some((p, t));
            p += 1;
        } else if p < pattern.len() && pattern[p] == text[t] {
            (p, t) = (p + 1, t + 1);
        } else if let Some((at, from)) = star {
            star = Some((at, from + 1));
            (p, t) = (at + 1, from + 1);
        } else {
            return false;
        }
    }
    pattern[p..].iter().all(|byte| *byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_anything() {
        for (pattern, text) in [("*", "a.b"), ("*.b", "x.y.b"), ("a*c", "ac"), ("a*b*c", "a1b2b3c"), ("", "")] {
            assert!(fits(pattern.as_bytes(), text.as_bytes()), "{pattern} {text}");
        }
        for (pattern, text) in [("*.b", "b"), ("a*c", "ab"), ("a", "aa"), ("a*b*c", "acb")] {
            assert!(!fits(pattern.as_bytes(), text.as_bytes()), "{pattern} {text}");
        }
    }

    #[test]
    fn a_pattern_has_a_host_and_perhaps_a_port_and_a_path() {
        let pattern = Pattern::parse("https://API.example.com:8080/v1/*").expect("right");
        assert!(pattern.fits_path("api.example.com", 8080, "/v1/users"));
        assert!(!pattern.fits_path("api.example.com", 80, "/v1/users"));
        assert!(!pattern.fits_path("api.example.com", 8080, "/v2"));
        assert_eq!(pattern.to_string(), "api.example.com:8080/v1/*");
        assert!(Pattern::parse("/only/a/path").is_err() && Pattern::parse("a b").is_err());
        assert_eq!(Pattern::parse("host:0"), Err("`0` is no port: 1 to 65535 are possible".to_owned()));
    }
}
