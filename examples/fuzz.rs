//! Feeds the compiler and the virtual machine with mutated programs for as long as it is told: `cargo run --release
//! --example fuzz -- SECONDS [SEED]`. Ends with status 1 at the first defect, a program that does not end being one, having
//! printed the seed and the text.

#[path = "../tests/bounded/mod.rs"]
mod bounded;

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// Each program is bounded in instructions and memory, so that none should take a hundredth of this.
const HANGS: Duration = Duration::from_secs(60);

fn main() {
    let mut arguments = std::env::args().skip(1);
    let seconds: u64 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(60);
    let mut seed: u64 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(1);
    let texts = cases();
    assert!(!texts.is_empty(), "run it where tests/cases is");
    let current = Arc::new(AtomicU64::new(seed));
    watch(Arc::clone(&current), texts.clone());
    let (began, mut done) = (Instant::now(), 0_u64);
    while began.elapsed() < Duration::from_secs(seconds) {
        let text = program(&texts, seed);
        let outcome = std::panic::catch_unwind(|| bounded::check(&text));
        if outcome.is_err() {
            eprintln!("seed {seed}:\n{text}");
            std::process::exit(1);
        }
        seed += 1;
        done += 1;
        current.store(seed, Ordering::Relaxed);
    }
    println!("{done} programs, no defect; the next seed is {seed}");
}

/// Ends the process where one program takes longer than any may.
fn watch(current: Arc<AtomicU64>, texts: Vec<String>) {
    std::thread::spawn(move || {
        let (mut last, mut since) = (u64::MAX, Instant::now());
        loop {
            std::thread::sleep(Duration::from_secs(1));
            let seed = current.load(Ordering::Relaxed);
            if seed != last {
                (last, since) = (seed, Instant::now());
            } else if since.elapsed() > HANGS {
                eprintln!("seed {seed} does not end:\n{}", program(&texts, seed));
                std::process::exit(1);
            }
        }
    });
}

/// The program of a seed.
fn program(texts: &[String], seed: u64) -> String {
    mutated(texts, &mut ChaCha8Rng::seed_from_u64(seed))
}

fn cases() -> Vec<String> {
    let entries = std::fs::read_dir("tests/cases").into_iter().flatten().flatten();
    let mut texts: Vec<String> = entries.filter_map(|entry| std::fs::read_to_string(entry.path()).ok()).collect();
    texts.sort();
    texts
}

/// A case with lines and characters exchanged, taken from another one, doubled or dropped.
fn mutated(texts: &[String], random: &mut ChaCha8Rng) -> String {
    let pick = |random: &mut ChaCha8Rng| texts[random.random_range(0..texts.len())].clone();
    let own = pick(random);
    let other = pick(random);
    let mut lines: Vec<String> = own.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect();
    let others: Vec<&str> = other.lines().collect();
    for _ in 0..random.random_range(1..8) {
        if lines.is_empty() || others.is_empty() {
            break;
        }
        let at = random.random_range(0..lines.len());
        match random.random_range(0..6) {
            0 => lines[at] = others[random.random_range(0..others.len())].to_owned(),
            1 => lines.insert(at, others[random.random_range(0..others.len())].to_owned()),
            2 => drop(lines.remove(at)),
            3 => lines.swap(at, 0),
            _ => lines[at] = with_other_character(&lines[at], random),
        }
    }
    lines.join("\n")
}

fn with_other_character(line: &str, random: &mut ChaCha8Rng) -> String {
    let mut chars: Vec<char> = line.chars().collect();
    let at = random.random_range(0..=chars.len());
    let new = char::from(random.random_range(9..127_u8));
    match random.random_range(0..3) {
        0 => chars.insert(at, new),
        _ if at == chars.len() => {}
        1 => chars[at] = new,
        _ => drop(chars.remove(at)),
    }
    chars.into_iter().collect()
}
