//! `[network]`: what the program's sockets lead to. The table's own keys speak of any address; those of
//! `[[network.addresses]]` of the ones that their `match` describes, and what such a table leaves out is as in `[network]`.

use super::mirror::key;
use super::mistakes::{Fault, Mistakes};
use super::walk::{Key, Layout, Section, span_of};
use crate::net::{Address, Behaviour, Failure, Length, Network, Pattern, bandwidth, size};
use toml::de::DeValue;

const ADDRESSES: &str = "addresses";
const MATCH: &str = "match";
const SHARE: &str = "a share from 0 to 1 is possible, such as 0.05";
const FAILURES: &str = "\"refused\", \"reset\", \"silence\" or a status such as 503 are possible";

/// The keys that both kinds of tables have come last.
const KEYS: [Key; 10] = [
    key(ADDRESSES, "[[network.addresses]]\nmatch = \"api.example.com\"\nlatency = \"200ms\""),
    key(MATCH, "match = \"*.example.com/files/*\""),
    key("latency", "latency = \"lognormal(50ms, 0.3)\""),
    key("connect", "connect = \"20ms\""),
    key("bandwidth", "bandwidth = \"10MB/s\""),
    key("size", "size = \"10kB\""),
    key("body", "body = '{\"ok\": true}'"),
    key("status", "status = 200"),
    key("failures", "failures = 0.05"),
    key("failure", "failure = 503"),
];

const fn only<const N: usize>(first: usize, skip: usize) -> [Key; N] {
    let mut keys = [KEYS[first]; N];
    let mut at = 1;
    while at < N {
        keys[at] = KEYS[first + at + skip];
        at += 1;
    }
    keys
}

const OF_NETWORK: [Key; 9] = only(0, 1);
const OF_ADDRESS: [Key; 9] = only(1, 0);

pub const NETWORK: Layout = Layout { place: "[network]", keys: &OF_NETWORK };
const ADDRESS: Layout = Layout { place: "[[network.addresses]]", keys: &OF_ADDRESS };

/// The network that the table describes; what is wrong is noted, and as if it were not there.
pub fn read(section: &Section, mistakes: &mut Mistakes) -> Network {
    let other = behaviour(section, &Behaviour::default(), mistakes);
    let Some(found) = section.get(ADDRESSES) else { return Network { other, addresses: Vec::new() } };
    let DeValue::Array(tables) = found.value else {
        section.wrong_type(ADDRESSES, "an array of tables, [[network.addresses]]", &found, mistakes);
        return Network { other, addresses: Vec::new() };
    };
    let mut addresses = Vec::new();
    for value in tables.iter() {
        match value.get_ref() {
            DeValue::Table(table) => {
                let elsewhere = |name: &str| (name == ADDRESSES).then_some("in [network]");
                let table = Section::open(ADDRESS, table, span_of(value.span()), elsewhere, mistakes);
                addresses.extend(address(&table, &other, mistakes));
            }
            _ => section.wrong_type(ADDRESSES, "an array of tables, [[network.addresses]]", &found, mistakes),
        }
    }
    Network { other, addresses }
}

fn address(section: &Section, other: &Behaviour, mistakes: &mut Mistakes) -> Option<Address> {
    let behaviour = behaviour(section, other, mistakes);
    if !section.has(MATCH) {
        section.missing(MATCH, mistakes);
    }
    let text = section.string(MATCH, mistakes)?;
    let help = "write a host, perhaps with a port or a path, such as \"*.example.com/files/*\"";
    let pattern = Pattern::parse(&text.value).map_err(|wrong| Fault::new(wrong, help));
    let pattern = mistakes.keep(pattern, text.span)?;
    Some(Address { pattern, behaviour })
}

fn behaviour(section: &Section, other: &Behaviour, mistakes: &mut Mistakes) -> Behaviour {
    let mut behaviour = other.clone();
    put(&mut behaviour.latency, text(section, "latency", length, mistakes));
    put(&mut behaviour.connect, text(section, "connect", length, mistakes));
    put(&mut behaviour.bandwidth, text(section, "bandwidth", |text| quantity(bandwidth(text)), mistakes));
    let sized = text(section, "size", |text| quantity(size(text)), mistakes);
    if sized.is_some() {
        behaviour.body = None;
    }
    put(&mut behaviour.size, sized);
    if let Some(body) = section.string("body", mistakes) {
        behaviour.body = Some(body.value);
    }
    let status = section.integer("status", mistakes);
    put(&mut behaviour.status, status.and_then(|found| mistakes.keep(checked_status(found.value), found.span)));
    let failures = section.number("failures", mistakes);
    put(&mut behaviour.failures, failures.and_then(|found| mistakes.keep(share(found.value), found.span)));
    put(&mut behaviour.failure, failure(section, mistakes));
    behaviour
}

fn put<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

fn text<T>(
    section: &Section,
    key: &str,
    read: impl Fn(&str) -> Result<T, Fault>,
    mistakes: &mut Mistakes,
) -> Option<T> {
    let text = section.string(key, mistakes)?;
    mistakes.keep(read(&text.value), text.span)
}

fn length(text: &str) -> Result<Length, Fault> {
    Length::parse(text).map_err(|wrong| Fault::new(wrong.message, wrong.help))
}

fn quantity(read: Result<u64, (String, String)>) -> Result<u64, Fault> {
    read.map_err(|(message, help)| Fault::new(message, help))
}

fn checked_status(status: i128) -> Result<u16, Fault> {
    let wrong = || Fault::new(format!("`status` cannot be {status}"), "from 200 to 599 is possible");
    u16::try_from(status).ok().filter(|status| (200..600).contains(status)).ok_or_else(wrong)
}

fn share(share: f64) -> Result<f64, Fault> {
    Some(share)
        .filter(|share| (0.0..=1.0).contains(share))
        .ok_or_else(|| Fault::new(format!("`failures` cannot be {share}"), SHARE))
}

/// A word, or a status.
fn failure(section: &Section, mistakes: &mut Mistakes) -> Option<Failure> {
    let found = section.get("failure")?;
    let failure = match found.value {
        DeValue::String(word) => match word.as_ref() {
            "refused" => Ok(Failure::Refused),
            "reset" => Ok(Failure::Reset),
            "silence" => Ok(Failure::Silence),
            other => Err(Fault::new(format!("unknown failure `{other}`"), FAILURES)),
        },
        DeValue::Integer(_) => {
            let status = section.integer("failure", mistakes)?;
            checked_status(status.value)
                .map(Failure::Status)
                .map_err(|_| Fault::new(format!("`failure` cannot be {}", status.value), FAILURES))
        }
        _ => {
            section.wrong_type("failure", "a word or a status", &found, mistakes);
            return None;
        }
    };
    mistakes.keep(failure, found.span)
}
