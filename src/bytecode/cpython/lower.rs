//! Our instructions, one by one, as CPython's opcodes with their tables. Knows no blocks and no offsets.

use super::draft::{Arg, Draft};
use super::idiom;
use super::{Constant, Listing, Opcode, flags};
use crate::bytecode::{Code, Const, Handler, Instr, Local, Name, SURPLUS, Silent};
use std::collections::HashMap;
use std::sync::Arc;

/// An instruction of CPython before it has a place.
#[derive(Clone, Debug)]
pub struct Piece {
    pub opcode: Opcode,
    /// The instruction of ours that it comes from.
    pub of: usize,
    pub arg: u32,
    /// The piece, later the block, that it may jump to.
    pub target: Option<usize>,
    /// None where it belongs to no line by itself.
    pub line: Option<u32>,
    pub catch: Option<Catch>,
    /// Whether it loads None.
    pub is_none: bool,
}

/// Where exceptions go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Catch {
    pub target: usize,
    pub depth: u32,
    /// Whether the place of the raise lies on the stack, too.
    pub keeps_place: bool,
}

pub struct Lowered {
    pub pieces: Vec<Piece>,
    pub tables: Tables,
}

/// Names and constants, numbered in the order in which they are first wanted.
#[derive(Default)]
pub struct Tables {
    pub first_line: u32,
    consts: Vec<Constant>,
    names: Vec<Arc<str>>,
    varnames: Vec<Arc<str>>,
    cellvars: Vec<Arc<str>>,
    freevars: Vec<Arc<str>>,
}

pub fn lower(code: &Code) -> Lowered {
    let idioms = idiom::all(code);
    let mut lowering = Lowering {
        code,
        tables: Tables::of(code),
        pieces: Vec::new(),
        starts: Vec::with_capacity(code.instrs.len()),
        folded: Vec::new(),
        catches: catches(code),
    };
    let mut silent = code.silent.as_ref();
    for (at, instr) in code.instrs.iter().enumerate() {
        let count = silent.iter().take_while(|next| usize::from(next.before) == at).count();
        let (here, rest) = silent.split_at(count);
        silent = rest;
        let mut start = None;
        for (number, statement) in here.iter().enumerate() {
            if !statement.is_passed {
                start.get_or_insert(lowering.pieces.len());
            }
            let is_outside = here[number..].iter().any(|next| next.is_try);
            lowering.silent(at, statement, is_outside);
        }
        lowering.starts.push(start.unwrap_or(lowering.pieces.len()));
        let line = lowering.line(at);
        for draft in idioms.ahead.get(&at).into_iter().flatten() {
            lowering.put(at, draft.clone(), line);
        }
        match idioms.instead.get(&at) {
            Some(drafts) => drafts.iter().for_each(|draft| lowering.put(at, draft.clone(), line)),
            None => Draft::of(code, *instr).into_iter().for_each(|draft| lowering.put(at, draft, line)),
        }
    }
    lowering.finish()
}

struct Lowering<'a> {
    code: &'a Code,
    tables: Tables,
    pieces: Vec<Piece>,
    /// Where jumps to an instruction lead.
    starts: Vec<usize>,
    /// Constants that come behind all others, by piece.
    folded: Vec<(usize, Constant)>,
    /// By instruction.
    catches: Vec<Option<Catch>>,
}

impl Lowering<'_> {
    /// A statement without instructions, perhaps before the `try` that guards the instruction which comes next.
    fn silent(&mut self, at: usize, statement: &Silent, is_outside: bool) {
        let line = Some(self.code.line_of(statement.span) as u32);
        let is_doc =
            matches!((&statement.constant, &self.code.doc), (Some(Const::Str(text)), Some(doc)) if text == doc);
        if is_doc {
            return idiom::documentation(self.code).into_iter().for_each(|draft| self.put(at, draft, line));
        }
        if let Some(constant) = &statement.constant {
            self.tables.constant(Constant::Of(constant.clone()));
        }
        let catch = if is_outside { catch_of_try(self.code, at) } else { self.catches.get(at).copied().flatten() };
        self.pieces.push(Piece { opcode: Opcode::NOP, of: at, arg: 0, target: None, line, catch, is_none: false });
    }

    fn put(&mut self, at: usize, draft: Draft, line: Option<u32>) {
        let is_none = matches!(&draft.arg, Arg::Const(Constant::Of(Const::None)));
        let (arg, target) = match draft.arg {
            Arg::None => (0, None),
            Arg::Number(number) => (number, None),
            Arg::Const(constant) => (self.tables.constant(constant), None),
            Arg::Folded(items) => {
                for item in &items {
                    self.tables.constant(Constant::Of(item.clone()));
                }
                self.folded.push((self.pieces.len(), Constant::Of(Const::Tuple(items.into()))));
                (0, None)
            }
            Arg::Name(name) => (self.tables.name(&name), None),
            Arg::Global(null, name) => (self.tables.name(&name) * 2 + u32::from(null), None),
            Arg::Local(name) => (self.tables.local(&name), None),
            Arg::To(target) => {
                let first = self.code.threaded.iter().find(|(from, _)| usize::from(*from) == at);
                (0, Some(first.map_or(target, |(_, to)| to.0.into())))
            }
        };
        self.pieces.push(Piece { opcode: draft.opcode, of: at, arg, target, line, catch: self.catches[at], is_none });
    }

    /// An instruction whose span is empty belongs to no line by itself; neither does what comes before the body.
    fn line(&self, at: usize) -> Option<u32> {
        let span = self.code.places[at].span;
        match self.code.instrs[at] {
            Instr::RESUME if self.code.name == "<module>" => Some(0),
            Instr::MAKE_CELL(_) | Instr::COPY_FREE_VARS(_) => None,
            _ if span.start == span.end => None,
            _ => Some(self.code.line_of(span) as u32),
        }
    }

    fn finish(mut self) -> Lowered {
        self.starts.push(self.pieces.len());
        for (at, constant) in std::mem::take(&mut self.folded) {
            self.pieces[at].arg = self.tables.constant(constant);
        }
        for piece in &mut self.pieces {
            piece.target = piece.target.map(|target| self.starts[target]);
            piece.catch = piece.catch.map(|catch| Catch { target: self.starts[catch.target], ..catch });
        }
        let is_prefix = |piece: &Piece| matches!(piece.opcode, Opcode::MAKE_CELL | Opcode::COPY_FREE_VARS);
        let prefix = self.pieces.iter().take_while(|piece| is_prefix(piece)).count();
        self.pieces[..prefix].sort_by_key(|piece| (piece.opcode != Opcode::COPY_FREE_VARS, piece.arg));
        Lowered { pieces: self.pieces, tables: self.tables }
    }
}

/// Where the exceptions of each instruction go, as CPython has it: on entering a handler the exception's own is in force at
/// once, and it ends before the exception handled before is so again.
fn catches(code: &Code) -> Vec<Option<Catch>> {
    let is_cleanup = |handler: &Handler| idiom::is_cleanup(code, handler.target.0.into());
    let mut catches = Vec::with_capacity(code.instrs.len());
    let mut is_restored = false;
    for (at, instr) in code.instrs.iter().enumerate() {
        is_restored |= *instr == Instr::POP_EXCEPT;
        catches.push(catch_at(code, at, |handler| is_restored && is_cleanup(handler)));
        is_restored &= instr.target().is_none() && !instr.ends_flow();
    }
    for at in 0..code.instrs.len().saturating_sub(1) {
        match code.instrs[at] {
            Instr::PUSH_EXC_INFO => catches[at] = catches[at + 1],
            // The value that is returned changes places while the handler is still in force.
            Instr::SWAP(2) if at > 0 && code.instrs[at + 1] == Instr::POP_EXCEPT && !idiom::is_cleanup(code, at) => {
                catches[at] = covering(code, at - 1).find(|handler| is_cleanup(handler)).map(|it| catch(code, it));
            }
            Instr::WITH_EXCEPT_START => {
                if let Some(to) = idiom::suppressed(code, at) {
                    catches[to] = catches[at];
                }
            }
            _ => {}
        }
    }
    catches
}

fn covering(code: &Code, at: usize) -> impl Iterator<Item = &Handler> {
    code.exceptions.iter().filter(move |handler| (handler.start..handler.end).contains(&(at as u16)))
}

/// The innermost one around an instruction, or where that is to be passed by the next one.
fn catch_at(code: &Code, at: usize, passes: impl Fn(&Handler) -> bool) -> Option<Catch> {
    let mut covering = covering(code, at);
    let first = covering.next()?;
    let found = if passes(first) { covering.next()? } else { first };
    Some(catch(code, found))
}

fn catch(code: &Code, handler: &Handler) -> Catch {
    let target = usize::from(handler.target.0);
    let depth = u32::from(handler.depth) + u32::from(idiom::ends_with_block(code, target));
    Catch { target, depth, keeps_place: idiom::keeps_place(code, target) }
}

/// The same for a `try` that stands before the instruction.
fn catch_of_try(code: &Code, at: usize) -> Option<Catch> {
    let opened = code.exceptions.iter().filter(|handler| usize::from(handler.start) == at);
    match opened.count() {
        0 => catch_at(code, at, |_| false),
        _ => catch_at(code, at.checked_sub(1)?, |handler| usize::from(handler.end) == at),
    }
}

impl Tables {
    fn of(code: &Code) -> Tables {
        let free = code.instrs.iter().find_map(|instr| match instr {
            Instr::COPY_FREE_VARS(free) => Some(usize::from(*free)),
            _ => None,
        });
        let (own, free) = code.varnames.split_at(code.varnames.len() - free.unwrap_or(0));
        let is_cell = |at: usize| code.instrs.contains(&Instr::MAKE_CELL(Local(at as u8)));
        let mut cells: Vec<Arc<str>> =
            own.iter().enumerate().filter(|(at, _)| is_cell(*at)).map(|(_, n)| n.clone()).collect();
        cells.sort();
        let mut tables =
            Tables { first_line: code.first_line(), cellvars: cells, freevars: free.to_vec(), ..Tables::default() };
        tables.varnames = variables(code, &tables.cellvars);
        tables.first_constant(code);
        tables
    }

    /// A function's documentation, or None in its place; a class's name.
    fn first_constant(&mut self, code: &Code) {
        let is_lambda = code.name == "<lambda>";
        if code.is_class_body() || code.name == "<module>" || code.name.starts_with('<') && !is_lambda {
            return;
        }
        let doc = code.doc.as_ref().filter(|_| !is_lambda);
        self.constant(Constant::Of(doc.map_or(Const::None, |doc| Const::Str(Arc::clone(doc)))));
    }

    fn constant(&mut self, constant: Constant) -> u32 {
        place(&mut self.consts, constant)
    }

    fn name(&mut self, name: &Arc<str>) -> u32 {
        place(&mut self.names, Arc::clone(name))
    }

    /// Local variables come first, then cells that are no parameters, then the variables of functions around.
    fn local(&self, name: &Arc<str>) -> u32 {
        let cells = self.cellvars.iter().filter(|cell| !self.varnames.contains(cell));
        let mut all = self.varnames.iter().chain(cells).chain(&self.freevars);
        all.position(|other| other == name).unwrap_or(0) as u32
    }

    pub fn listing(self, code: &Code) -> Listing {
        Listing {
            flags: flags(code),
            first_line: self.first_line,
            stack_size: u32::from(code.stack_size),
            consts: self.consts,
            names: self.names,
            varnames: self.varnames,
            cellvars: self.cellvars,
            freevars: self.freevars,
            ..Listing::default()
        }
    }
}

fn place<T: PartialEq>(all: &mut Vec<T>, item: T) -> u32 {
    let found = all.iter().position(|other| *other == item);
    found.unwrap_or_else(|| {
        all.push(item);
        all.len() - 1
    }) as u32
}

/// The parameters, then the local variables in the order in which instructions name them.
fn variables(code: &Code, cells: &[Arc<str>]) -> Vec<Arc<str>> {
    let parameters = code.varnames[..code.parameters.count()].iter();
    let mut found: Vec<Arc<str>> = parameters.filter(|name| !is_own(name)).cloned().collect();
    let mut known: HashMap<Arc<str>, ()> = found.iter().map(|name| (name.clone(), ())).collect();
    for instr in &code.instrs {
        let name = match instr {
            Instr::LOAD_FAST(Local(at)) | Instr::STORE_FAST(Local(at)) | Instr::DELETE_FAST(Local(at)) => {
                &code.varnames[usize::from(*at)]
            }
            Instr::LOAD_LOCAL_NAME(Local(slot), Name(at))
            | Instr::STORE_LOCAL_NAME(Local(slot), Name(at))
            | Instr::DELETE_LOCAL_NAME(Local(slot), Name(at))
                if *code.varnames[usize::from(*slot)] == *SURPLUS =>
            {
                &code.names[usize::from(*at)]
            }
            _ => continue,
        };
        if !is_own(name) && !cells.contains(name) && known.insert(name.clone(), ()).is_none() {
            found.push(Arc::clone(name));
        }
    }
    found
}

/// Whether a variable is gilsim's own. That of a comprehension, `.0`, is CPython's, too.
fn is_own(name: &str) -> bool {
    name.starts_with('.') && name != ".0"
}
