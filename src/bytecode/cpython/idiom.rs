//! What our compiler writes in another way than CPython's, recognised: imports, classes, constants put together, calls with
//! `*`, `super()`, assertions, the ends of handlers.

use super::draft::{Arg, Draft};
use super::{Constant, Opcode};
use crate::bytecode::{Code, Const, ConstId, Instr, Local, Name, SURPLUS};
use std::collections::HashMap;
use std::sync::Arc;

/// By instruction, what stands before it and what in its place.
#[derive(Default)]
pub struct Idioms {
    pub ahead: HashMap<usize, Vec<Draft>>,
    pub instead: HashMap<usize, Vec<Draft>>,
}

pub fn all(code: &Code) -> Idioms {
    let mut finder = Finder { code, depths: depths(code), found: Idioms::default() };
    (0..code.instrs.len()).for_each(|at| finder.look(at));
    finder.found
}

struct Finder<'a> {
    code: &'a Code,
    /// How many values lie on the stack before each instruction.
    depths: Vec<i32>,
    found: Idioms,
}

/// The depth of the stack before each instruction; -1 where none leads.
fn depths(code: &Code) -> Vec<i32> {
    let mut depths = vec![-1; code.instrs.len() + 1];
    depths[0] = 0;
    for handler in &code.exceptions {
        depths[usize::from(handler.target.0)] = i32::from(handler.depth) + 1;
    }
    for (at, instr) in code.instrs.iter().enumerate() {
        if depths[at] < 0 {
            continue;
        }
        if let Some(to) = instr.target() {
            depths[usize::from(to.0)] = depths[at] + instr.jump_effect();
        }
        if !instr.ends_flow() {
            depths[at + 1] = depths[at] + instr.effect();
        }
    }
    depths
}

/// Whether the instructions from there on only bring the exception handled before back and raise again.
pub fn is_cleanup(code: &Code, at: usize) -> bool {
    code.instrs.get(at..).is_some_and(|rest| matches!(rest, [Instr::SWAP(2), Instr::POP_EXCEPT, Instr::RERAISE, ..]))
}

/// Whether the handler there ends a variable, `except … as name`, and raises again.
fn is_end_of_variable(code: &Code, at: usize) -> bool {
    let rest = code.instrs.get(at..).unwrap_or_default();
    let is_none = |constant: &ConstId| matches!(code.consts[usize::from(constant.0)], Const::None);
    matches!(rest, [Instr::LOAD_CONST(none), store, delete, Instr::RERAISE, ..]
        if is_none(none) && store.name().starts_with("STORE_") && delete.name().starts_with("DELETE_"))
}

fn is_end_of_block(code: &Code, at: usize) -> bool {
    matches!(code.instrs.get(at..), Some([Instr::PUSH_EXC_INFO, Instr::WITH_EXCEPT_START, ..]))
}

/// Where the flow goes on once `WITH_EXCEPT_START` has said that the exception is suppressed.
pub fn suppressed(code: &Code, at: usize) -> Option<usize> {
    code.instrs[at..].iter().find_map(|instr| match instr {
        Instr::POP_JUMP_FORWARD_IF_TRUE(to) => Some(usize::from(to.0)),
        _ => None,
    })
}

/// Whether the handler there finds the place of the raise on the stack, below the exception.
pub fn keeps_place(code: &Code, at: usize) -> bool {
    is_cleanup(code, at) || is_end_of_variable(code, at) || is_end_of_block(code, at)
}

/// Whether the handler there is for what is raised while the end of a `with` is told of an exception.
pub fn ends_with_block(code: &Code, at: usize) -> bool {
    is_cleanup(code, at)
        && code.exceptions.iter().any(|handler| {
            usize::from(handler.target.0) == at && code.instrs[usize::from(handler.start)] == Instr::WITH_EXCEPT_START
        })
}

fn store(name: &str) -> Draft {
    Draft::new(Opcode::STORE_NAME, Arg::Name(name.into()))
}

/// What a class or a module does with its documentation.
pub fn documentation(code: &Code) -> Vec<Draft> {
    code.doc.iter().flat_map(|doc| [Draft::text(doc), store("__doc__")]).collect()
}

impl Finder<'_> {
    fn instead(&mut self, at: usize, drafts: impl IntoIterator<Item = Draft>) {
        self.found.instead.insert(at, drafts.into_iter().collect());
    }

    fn drop(&mut self, at: std::ops::Range<usize>) {
        at.for_each(|at| self.instead(at, []));
    }

    fn name(&self, name: Name) -> Arc<str> {
        Arc::clone(&self.code.names[usize::from(name.0)])
    }

    /// Where the values begin that an instruction takes, the last of the code that found the stack as deep as this.
    fn last_at_depth(&self, depth: i32, before: usize) -> Option<usize> {
        (0..before).rev().find(|at| self.depths[*at] == depth)
    }

    fn constant_at(&self, at: usize) -> Option<Const> {
        match self.code.instrs[at] {
            Instr::LOAD_CONST(ConstId(constant)) if !self.found.instead.contains_key(&at) => {
                Some(self.code.consts[usize::from(constant)].clone())
            }
            _ => None,
        }
    }

    fn look(&mut self, at: usize) {
        if self.found.instead.contains_key(&at) {
            return;
        }
        let rest = &self.code.instrs[at..];
        match rest[0] {
            Instr::RESUME if at > 0 => self.resume(at),
            Instr::RESUME => {}
            Instr::YIELD_VALUE => self.yielded(at),
            Instr::IMPORT_NAME(name) => self.import(at, &self.name(name)),
            Instr::BUILD_LIST(count) | Instr::BUILD_SET(count) | Instr::BUILD_CONST_SET(count) => {
                self.collection(at, count.into());
            }
            Instr::BUILD_TUPLE(count) => self.tuple(at, count.into()),
            Instr::LOAD_METHOD(name) => self.method(at, &self.name(name)),
            Instr::PUSH_NULL => self.null(at),
            Instr::BUILD_MAP(count) => self.map(at, count.into()),
            Instr::LIST_TO_TUPLE => self.spread(at),
            Instr::CALL(2) => self.super_call(at),
            Instr::ASSERTION_FAILED(message) => self.assertion(at, message == 1),
            Instr::CLASS_NAMESPACE => self.class_end(at),
            Instr::RERAISE => self.reraise(at),
            Instr::WITH_EXCEPT_START => self.suppressed(at),
            Instr::SWAP(count @ 2..=3)
                if !matches!(rest.get(1), Some(Instr::COPY(_))) && self.is_behind_constants(at, count.into()) =>
            {
                self.unpacked(at, count.into());
            }
            Instr::SWAP(2) if is_cleanup(self.code, at) => self.instead(at, [Draft::number(Opcode::COPY, 3)]),
            _ => {}
        }
        if at == 0 || matches!(rest[0], Instr::RESUME) {
            self.opening(at);
        }
    }

    /// What stands behind the first RESUME of a class.
    fn opening(&mut self, at: usize) {
        let is_first = !self.code.instrs[..at].contains(&Instr::RESUME);
        if self.code.instrs[at] != Instr::RESUME || !is_first {
            return;
        }
        let mut drafts = vec![Draft::number(Opcode::RESUME, 0)];
        if self.code.is_class_body() {
            drafts.push(Draft::new(Opcode::LOAD_NAME, Arg::Name("__name__".into())));
            drafts.extend([store("__module__"), Draft::text(&self.code.qualname), store("__qualname__")]);
        }
        self.instead(at, drafts);
    }

    fn resume(&mut self, at: usize) {
        if self.code.instrs[at - 1] == Instr::YIELD_VALUE {
            self.instead(at, [Draft::number(Opcode::RESUME, 1)]);
        }
    }

    /// `yield from` and `await` go on behind a RESUME of their own.
    fn yielded(&mut self, at: usize) {
        if let Some(Instr::JUMP_BACKWARD_NO_INTERRUPT(_)) = self.code.instrs.get(at + 1) {
            let before = self.code.instrs[..at].iter().rev();
            let is_from = |instr: &Instr| match instr {
                Instr::GET_YIELD_FROM_ITER => Some(2),
                Instr::GET_AWAITABLE(_) | Instr::GET_ANEXT => Some(3),
                _ => None,
            };
            let kind = before.into_iter().find_map(is_from).unwrap_or(2);
            self.instead(at, [Draft::plain(Opcode::YIELD_VALUE), Draft::number(Opcode::RESUME, kind)]);
        }
    }

    fn import(&mut self, at: usize, path: &str) {
        let rest = &self.code.instrs[at + 1..];
        if let ("_groups" | "_memoryview", [Instr::IMPORT_FROM(name), Instr::SWAP(2), Instr::POP_TOP, ..]) =
            (path, rest)
        {
            let name = self.name(*name);
            self.drop(at + 1..at + 4);
            return self.builtin(at, name);
        }
        let module = path.trim_start_matches('.');
        let members: Vec<Const> = rest
            .iter()
            .map_while(|instr| match instr {
                Instr::IMPORT_FROM(name) => Some(Some(Const::Str(self.name(*name)))),
                Instr::IMPORT_STAR => Some(Some(Const::Str("*".into()))),
                instr if instr.name().starts_with("STORE_") => Some(None),
                _ => None,
            })
            .flatten()
            .collect();
        let is_from = matches!(rest.first(), Some(Instr::IMPORT_FROM(_) | Instr::IMPORT_STAR));
        let level = Draft::constant(Const::Int((path.len() - module.len()) as i64));
        let members = if is_from { Const::Tuple(members.into()) } else { Const::None };
        let import = Draft::new(Opcode::IMPORT_NAME, Arg::Name(module.into()));
        let mut drafts = vec![level, Draft::constant(members), import];
        match rest {
            [Instr::POP_TOP, Instr::IMPORT_NAME(_), ..] => self.drop(at + 1..at + 3),
            [Instr::IMPORT_STAR, Instr::POP_TOP, ..] => self.drop(at + 2..at + 3),
            _ if !is_from => {
                for part in module.split('.').skip(1) {
                    drafts.push(Draft::new(Opcode::IMPORT_FROM, Arg::Name(part.into())));
                    drafts.extend([Draft::number(Opcode::SWAP, 2), Draft::plain(Opcode::POP_TOP)]);
                }
            }
            _ => {}
        }
        self.instead(at, drafts);
    }

    /// A class that is built in under CPython, and Python here.
    fn builtin(&mut self, at: usize, name: Arc<str>) {
        let is_module = self.code.name == "<module>" || self.code.is_class_body();
        let has_null = at > 0 && self.code.instrs[at - 1] == Instr::PUSH_NULL;
        if is_module {
            return self.instead(at, [Draft::new(Opcode::LOAD_NAME, Arg::Name(name))]);
        }
        if has_null {
            self.drop(at - 1..at);
        }
        self.instead(at, [Draft::new(Opcode::LOAD_GLOBAL, Arg::Global(has_null, name))]);
    }

    /// Lists and sets of constants are made of a tuple or a frozen set, and are one where they are only looked through.
    fn collection(&mut self, at: usize, count: usize) {
        let Some(start) = at.checked_sub(count) else { return };
        let Some(items) = (start..at).map(|at| self.constant_at(at)).collect::<Option<Vec<Const>>>() else { return };
        let is_list = matches!(self.code.instrs[at], Instr::BUILD_LIST(_));
        let is_looked_through = matches!(self.code.instrs.get(at + 1), Some(Instr::GET_ITER | Instr::CONTAINS_OP(_)));
        if count < 3 && !is_looked_through {
            return;
        }
        let constant = match is_list {
            true => Constant::Of(Const::Tuple(items.into())),
            false => Constant::FrozenSet(items),
        };
        let load = Draft::new(Opcode::LOAD_CONST, Arg::Const(constant));
        let drafts = match (is_looked_through, is_list) {
            (true, _) => vec![load],
            (false, true) => {
                vec![Draft::number(Opcode::BUILD_LIST, 0), load, Draft::number(Opcode::LIST_EXTEND, 1)]
            }
            (false, false) => vec![Draft::number(Opcode::BUILD_SET, 0), load, Draft::number(Opcode::SET_UPDATE, 1)],
        };
        self.drop(start..at);
        self.instead(at, drafts);
    }

    /// Defaults and annotations that are constants are one.
    fn tuple(&mut self, at: usize, count: usize) {
        let Some(start) = at.checked_sub(count) else { return };
        let Some(items) = (start..at).map(|at| self.constant_at(at)).collect::<Option<Vec<Const>>>() else { return };
        self.drop(start..at);
        self.instead(at, [Draft::new(Opcode::LOAD_CONST, Arg::Folded(items))]);
    }

    fn is_behind_constants(&self, at: usize, count: usize) -> bool {
        at >= count && (at - count..at).all(|at| self.constant_at(at).is_some())
    }

    /// `a, b = 1, 2` unpacks a constant.
    fn unpacked(&mut self, at: usize, count: usize) {
        let items: Box<[Const]> = (at - count..at).filter_map(|at| self.constant_at(at)).collect();
        self.drop(at - count..at - 1);
        self.instead(at - 1, [Draft::constant(Const::Tuple(items))]);
        self.instead(at, [Draft::number(Opcode::UNPACK_SEQUENCE, count as u32)]);
    }

    /// An attribute of an imported module is called as any value is.
    fn method(&mut self, at: usize, attribute: &Arc<str>) {
        let Some(before) = at.checked_sub(1) else { return };
        let name = match self.code.instrs[before] {
            Instr::LOAD_NAME(name) | Instr::LOAD_GLOBAL(_, name) | Instr::LOAD_LOCAL_NAME(_, name) => self.name(name),
            Instr::LOAD_FAST(local) | Instr::LOAD_DEREF(local) => self.code.varnames[usize::from(local.0)].clone(),
            _ => return,
        };
        if !self.code.imported.contains(&name) {
            return;
        }
        let drafts = match self.code.instrs[before] {
            Instr::LOAD_GLOBAL(_, name) => Draft::of(self.code, Instr::LOAD_GLOBAL(true, name)),
            other => [Draft::plain(Opcode::PUSH_NULL)].into_iter().chain(Draft::of(self.code, other)).collect(),
        };
        self.instead(before, drafts);
        self.instead(at, [Draft::new(Opcode::LOAD_ATTR, Arg::Name(Arc::clone(attribute)))]);
    }

    /// `LOAD_GLOBAL` pushes the NULL itself.
    fn null(&mut self, at: usize) {
        let is_imported = |instr: &Instr| matches!(instr, Instr::LOAD_METHOD(_));
        if let Some(Instr::LOAD_GLOBAL(false, name)) = self.code.instrs.get(at + 1).copied()
            && !self.code.is_class_body()
            && !(self.code.instrs.get(at + 2).is_some_and(is_imported) && self.code.imported.contains(&self.name(name)))
        {
            self.drop(at..at + 1);
            self.instead(at + 1, Draft::of(self.code, Instr::LOAD_GLOBAL(true, name)));
        }
    }

    /// Constant keys are one tuple. Keys and values are found by the depth of the stack.
    fn map(&mut self, at: usize, count: usize) {
        let annotates = |instr: &Instr| {
            matches!(instr, Instr::STORE_NAME(name) | Instr::STORE_LOCAL_NAME(_, name)
            if *self.name(*name) == *"__annotations__")
        };
        match self.code.instrs.get(at + 1) {
            Some(next) if count == 0 && annotates(next) => {
                self.drop(at + 1..at + 2);
                return self.instead(at, [Draft::plain(Opcode::SETUP_ANNOTATIONS)]);
            }
            Some(Instr::STORE_FAST(Local(slot))) if *self.code.varnames[usize::from(*slot)] == *SURPLUS => {
                return self.drop(at..at + 2);
            }
            _ => {}
        }
        if count < 2 {
            return;
        }
        let first = self.depths[at] - 2 * count as i32;
        let mut keys = Vec::new();
        let mut before = at;
        for number in (0..count as i32).rev() {
            let Some(key) = self.last_at_depth(first + 2 * number, before) else { return };
            let value = self.last_at_depth(first + 2 * number + 1, before);
            match self.constant_at(key) {
                Some(constant) if value == Some(key + 1) => keys.push((key, constant)),
                _ => return,
            }
            before = key;
        }
        keys.iter().for_each(|(key, _)| self.drop(*key..*key + 1));
        let keys: Vec<Const> = keys.into_iter().rev().map(|(_, constant)| constant).collect();
        let keys = Draft::constant(Const::Tuple(keys.into()));
        self.instead(at, [keys, Draft::number(Opcode::BUILD_CONST_KEY_MAP, count as u32)]);
    }

    /// `f(*a)` calls with `a` itself, and `f(**k)` with an empty tuple.
    fn spread(&mut self, at: usize) {
        let Some(start) = self.last_at_depth(self.depths[at] - 1, at) else { return };
        if self.code.instrs[start] != Instr::BUILD_LIST(0) {
            return;
        }
        if start + 1 == at {
            self.drop(start..at);
            return self.instead(at, [Draft::new(Opcode::LOAD_CONST, Arg::Folded(Vec::new()))]);
        }
        let adds = |from: usize| self.depths[from] == self.depths[at] + 1 && self.depths[from + 1] == self.depths[at];
        let added: Vec<usize> = (start..at).filter(|from| adds(*from)).collect();
        if let [only] = added[..]
            && self.code.instrs[only] == Instr::LIST_EXTEND(1)
        {
            [start, only, at].iter().for_each(|at| self.drop(*at..*at + 1));
        }
    }

    /// `super()` finds the class and the first parameter by itself.
    fn super_call(&mut self, at: usize) {
        let Some(start) = at.checked_sub(3) else { return };
        if let [
            Instr::LOAD_GLOBAL(true, name),
            Instr::LOAD_DEREF(Local(class)),
            Instr::LOAD_FAST(_) | Instr::LOAD_DEREF(_),
        ] = self.code.instrs[start..at]
            && *self.name(name) == *"super"
            && *self.code.varnames[usize::from(class)] == *"__class__"
        {
            self.drop(start + 1..at);
            self.instead(at, Draft::call(0));
        }
    }

    fn assertion(&mut self, at: usize, has_message: bool) {
        let raised = Draft::number(Opcode::RAISE_VARARGS, 1);
        let error = Draft::plain(Opcode::LOAD_ASSERTION_ERROR);
        if !has_message {
            return self.instead(at, [error, raised]);
        }
        if let Some(start) = self.last_at_depth(self.depths[at] - 1, at) {
            self.found.ahead.entry(start).or_default().insert(0, error);
            self.instead(at, Draft::call(0).into_iter().chain([raised]));
        }
    }

    fn class_end(&mut self, at: usize) {
        let cell = self.code.instrs.iter().find_map(|instr| match instr {
            Instr::MAKE_CELL(Local(slot)) => Some(Arc::clone(&self.code.varnames[usize::from(*slot)])),
            _ => None,
        });
        match cell {
            Some(cell) => self.instead(
                at,
                [
                    Draft::new(Opcode::LOAD_CLOSURE, Arg::Local(cell)),
                    Draft::number(Opcode::COPY, 1),
                    Draft::new(Opcode::STORE_NAME, Arg::Name("__classcell__".into())),
                ],
            ),
            None => self.instead(at, [Draft::constant(Const::None)]),
        }
    }

    /// How much of the stack holds the place of the raise.
    fn reraise(&mut self, at: usize) {
        let is_in_with = |to: usize| matches!(self.code.instrs[to], Instr::POP_JUMP_FORWARD_IF_TRUE(_));
        let kind = match at {
            2.. if is_cleanup(self.code, at - 2) => 1,
            3.. if is_end_of_variable(self.code, at - 3) => 1,
            1.. if is_in_with(at - 1) => 2,
            _ => 0,
        };
        self.instead(at, [Draft::number(Opcode::RERAISE, kind)]);
    }

    /// Where a `with` has suppressed an exception, the place of the raise is taken from the stack, too.
    fn suppressed(&mut self, at: usize) {
        if let Some(to) = suppressed(self.code, at) {
            self.instead(to, [Draft::plain(Opcode::POP_TOP)]);
            self.instead(to + 2, [Draft::plain(Opcode::POP_TOP), Draft::plain(Opcode::POP_TOP)]);
        }
    }
}
