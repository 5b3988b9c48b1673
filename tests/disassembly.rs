//! Code as CPython would have it: what holds for every piece of it. That it is the same text is held by `tests/cases/dis_*.py`.

use gilsim::bytecode::cpython::{Constant, Listing, Opcode, listing};
use gilsim::bytecode::{Code, Const};
use gilsim::lang::compile_module;
use gilsim::source::{Source, SourceFile};
use std::sync::Arc;

fn compiled(name: &str, text: &str) -> Option<Arc<Code>> {
    let file = Arc::new(SourceFile::new(name, text));
    compile_module(&Arc::new(Source::whole(file))).ok().map(|module| module.code)
}

/// The listings of code and of all code in it.
fn listings(code: &Code, found: &mut Vec<Listing>) {
    let own = listing(code);
    for constant in &own.consts {
        if let Constant::Of(Const::Code(inner)) = constant {
            listings(inner, found);
        }
    }
    found.push(own);
}

fn of_text(text: &str) -> Vec<Listing> {
    let mut found = Vec::new();
    listings(&compiled("test.py", text).expect("the text is right"), &mut found);
    found
}

/// Number and argument of each instruction, with the unit that it begins at and the one behind its argument.
fn instructions(listing: &Listing) -> Vec<(u8, u32, usize, usize)> {
    let caches = |number: u8| Opcode::TABLE.iter().find(|row| row.1 == number).expect("CPython has the opcode").2;
    let (mut found, mut more, mut start, mut at) = (Vec::new(), 0, 0, 0);
    while at * 2 < listing.units.len() {
        let (number, argument) = (listing.units[at * 2], more << 8 | u32::from(listing.units[at * 2 + 1]));
        at += 1;
        if number == Opcode::EXTENDED_ARG as u8 {
            more = argument;
            continue;
        }
        found.push((number, argument, start, at));
        at += usize::from(caches(number));
        (more, start) = (0, at);
    }
    found
}

fn check(name: &str, listing: &Listing) {
    let instructions = instructions(listing);
    let starts: Vec<usize> = instructions.iter().map(|instruction| instruction.2).collect();
    let end = listing.units.len() / 2;
    assert_eq!(listing.lines.len(), end, "{name}: each unit has a line or none");
    for (number, argument, _, behind) in instructions {
        let known = Opcode::TABLE.iter().find(|row| row.1 == number).map_or("", |row| row.0);
        let argument = argument as usize;
        let target = match known {
            name if name.contains("JUMP_BACKWARD") => Some(behind - argument),
            name if name.contains("JUMP") || name == "FOR_ITER" || name == "SEND" => Some(behind + argument),
            _ => None,
        };
        assert!(target.is_none_or(|target| starts.contains(&target)), "{name}: {known} leads between instructions");
        assert!(known != "LOAD_CONST" || argument < listing.consts.len(), "{name}: no such constant");
        assert!(known != "LOAD_GLOBAL" || argument / 2 < listing.names.len(), "{name}: no such name");
    }
    for (start, stop, target, ..) in &listing.exceptions {
        let is_start = |unit: &u32| starts.contains(&(*unit as usize));
        assert!(start < stop && is_start(start) && is_start(target), "{name}: a row of the table of exceptions");
        assert!(is_start(stop) || *stop as usize == end, "{name}: the end of a row");
    }
}

#[test]
fn every_jump_of_every_case_leads_to_an_instruction() {
    let cases = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases");
    let mut count = 0;
    for entry in std::fs::read_dir(cases).expect("the cases are there").flatten() {
        let Ok(text) = std::fs::read_to_string(entry.path()) else { continue };
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(code) = compiled(&name, &text) else { continue };
        let mut found = Vec::new();
        listings(&code, &mut found);
        found.iter().for_each(|listing| check(&name, listing));
        count += found.len();
    }
    assert!(count > 1000, "there are many cases");
}

#[test]
fn long_arguments_take_more_units() {
    let text: String = (0..300).map(|number| format!("x = {number}\n")).collect();
    let found = of_text(&text);
    let extended = found[0].units.chunks(2).filter(|unit| unit[0] == Opcode::EXTENDED_ARG as u8).count();
    assert_eq!(extended, 300 + 1 - 256, "each constant from the 257th on, and None");
    check("long", &found[0]);
}

#[test]
fn jumps_beyond_a_byte_are_settled() {
    let body: String = (0..100).map(|number| format!("        print({number})\n")).collect();
    let text = format!("def f(items):\n    for one in items:\n{body}");
    of_text(&text).iter().for_each(|listing| check("far", listing));
}

#[test]
fn the_table_of_exceptions_is_packed_as_cpython_packs_it() {
    let row = (2, 70, 5000, 3, true);
    let listing = Listing { exceptions: vec![row], ..Listing::default() };
    assert_eq!(listing.exception_table(), [0x80 | 2, 0x40 | 1, 4, 0x40 | 1, 0x40 | 14, 8, 7]);
}
