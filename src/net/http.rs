//! As much of HTTP/1.1 as a service needs: where a request ends, and what an answer looks like.

use super::Behaviour;

const METHODS: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/// A whole request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub method: String,
    /// With what follows a question mark.
    pub path: String,
    /// Whether the connection is to end with the answer.
    pub closes: bool,
}

/// What the bytes so far are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parsed {
    /// Not of this protocol.
    Other,
    /// The beginning of a request.
    Partial,
    /// A request, and how many bytes it takes.
    Whole(Request, usize),
}

pub fn parse(bytes: &[u8]) -> Parsed {
    if !begins_a_request(bytes) {
        return Parsed::Other;
    }
    let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else { return Parsed::Partial };
    let head = String::from_utf8_lossy(&bytes[..end]);
    let mut lines = head.split("\r\n");
    let mut first = lines.next().unwrap_or_default().split(' ');
    let (method, path) = (first.next().unwrap_or_default(), first.next().unwrap_or("/"));
    let (mut length, mut closes) = (0_usize, first.next() == Some("HTTP/1.0"));
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.trim().parse().unwrap_or(0),
            "connection" => closes = value.trim().eq_ignore_ascii_case("close"),
            _ => {}
        }
    }
    let whole = (end + 4).saturating_add(length);
    if bytes.len() < whole {
        return Parsed::Partial;
    }
    Parsed::Whole(Request { method: method.to_owned(), path: path.to_owned(), closes }, whole)
}

/// Whether a request may begin so.
fn begins_a_request(bytes: &[u8]) -> bool {
    METHODS.iter().any(|method| {
        let start = [method.as_bytes(), b" "].concat();
        let shown = bytes.len().min(start.len());
        start[..shown] == bytes[..shown]
    })
}

/// The bytes of an answer.
pub fn answer(behaviour: &Behaviour, status: u16, request: &Request) -> Vec<u8> {
    let body = body(behaviour);
    let kind = match body.first() {
        Some(b'{' | b'[') => "application/json",
        Some(b'<') => "text/html; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    };
    let (reason, length) = (reason(status), body.len());
    let connection = if request.closes { "close" } else { "keep-alive" };
    let mut answer = format!(
        "HTTP/1.1 {status} {reason}\r\nServer: gilsim\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: {connection}\r\n\r\n"
    )
    .into_bytes();
    if request.method != "HEAD" {
        answer.extend_from_slice(&body);
    }
    answer
}

/// What a service says: the text that is given, or JSON of the size that is given.
pub fn body(behaviour: &Behaviour) -> Vec<u8> {
    if let Some(body) = &behaviour.body {
        return body.as_bytes().to_vec();
    }
    let size = usize::try_from(behaviour.size).unwrap_or(usize::MAX);
    let (start, end) = ("{\"data\": \"", "\"}");
    match size.checked_sub(start.len() + end.len()) {
        Some(filling) => [start.as_bytes(), &vec![b'x'; filling], end.as_bytes()].concat(),
        None => vec![b'1'; size],
    }
}

/// The words behind a status, after RFC 9110.
fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        204 => "No Content",
        301 => "Moved Permanently",
        302 => "Found",
        304 => "Not Modified",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        418 => "I'm a Teapot",
        422 => "Unprocessable Content",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => "Unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_ends_with_its_body() {
        let get = b"GET /a?b=c HTTP/1.1\r\nHost: x\r\n\r\nGET";
        let request = Request { method: "GET".to_owned(), path: "/a?b=c".to_owned(), closes: false };
        assert_eq!(parse(get), Parsed::Whole(request, get.len() - 3));
        let post = b"POST / HTTP/1.1\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello";
        assert_eq!(parse(&post[..post.len() - 1]), Parsed::Partial);
        let request = Request { method: "POST".to_owned(), path: "/".to_owned(), closes: true };
        assert_eq!(parse(post), Parsed::Whole(request, post.len()));
        assert_eq!(parse(b"GE"), Parsed::Partial);
        assert_eq!(parse(b"hello"), Parsed::Other);
    }

    #[test]
    fn a_body_has_the_size_that_is_asked_for_and_is_json() {
        for size in [0, 1, 11, 12, 13, 5_000] {
            let body = body(&Behaviour { size, ..Behaviour::default() });
            assert_eq!(body.len() as u64, size);
            assert!(size == 0 || serde_json::from_slice::<serde_json::Value>(&body).is_ok(), "{size}");
        }
    }
}
