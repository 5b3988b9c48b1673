//! The rare instructions, one by one.

use crate::bytecode::{ConstId, Instr, Local};
use crate::vm::attribute::{self, Loaded};
use crate::vm::class;
use crate::vm::error::{self, Raise, Result};
use crate::vm::heap::Heap;
use crate::vm::kind::type_name;
use crate::vm::noted::Note;
use crate::vm::repr::str_of;
use crate::vm::value::{Extra, Function, Object, Value};
use crate::vm::{collection, dict, iter, traces};

use super::{Machine, Next, matching};

impl Machine<'_> {
    /// The value of a cell variable.
    pub(super) fn cell(&self, local: Local) -> Value {
        match self.window[usize::from(local.0)] {
            Value::Obj(at) => match self.heap.get(at) {
                Object::Cell(value) => *value,
                _ => Value::Unbound,
            },
            _ => Value::Unbound,
        }
    }

    /// Puts a value into a cell and releases the old one.
    pub(super) fn set_cell(&mut self, local: Local, value: Value) {
        let mut old = value;
        if let Value::Obj(at) = self.window[usize::from(local.0)]
            && let Some(Object::Cell(inside)) = self.heap.get_mut(at)
        {
            old = std::mem::replace(inside, value);
        }
        self.heap.drop_value(old);
    }

    #[cold]
    pub(super) fn empty_cell(&self, local: Local) -> Box<Raise> {
        let at = usize::from(local.0);
        let name = &self.unit.code.varnames[at];
        let own = self.unit.code.instrs.contains(&Instr::MAKE_CELL(local));
        match own {
            true => error::unbound_local(name),
            false => error::name_error(format!(
                "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
            )),
        }
    }

    /// Executes one of the rare instructions.
    pub fn rare(&mut self, instr: Instr) -> Result<Next> {
        match instr {
            Instr::LOAD_LOCAL_NAME(namespace, name) => self.load_from_namespace(namespace, name),
            Instr::STORE_LOCAL_NAME(namespace, name) => self.store_in_namespace(namespace, name),
            Instr::DELETE_LOCAL_NAME(namespace, name) => self.delete_from_namespace(namespace, name),
            Instr::MAKE_CELL(Local(local)) => {
                let slot = &mut self.window[usize::from(local)];
                *slot = self.heap.take_object(Object::Cell(*slot));
                Ok(Next::Go)
            }
            Instr::COPY_FREE_VARS(count) => {
                let function = self.heap.as_function(self.function).and_then(|function| function.extra.as_ref());
                let cells = function.map(|extra| extra.cells.to_vec()).unwrap_or_default();
                let first = usize::from(self.unit.locals) - usize::from(count);
                for (slot, cell) in self.window[first..].iter_mut().zip(cells) {
                    *slot = self.heap.keep(cell);
                }
                Ok(Next::Go)
            }
            Instr::LOAD_CLOSURE(Local(local)) => {
                let cell = self.window[usize::from(local)];
                self.heap.keep(cell);
                self.go(cell)
            }
            Instr::LOAD_DEREF(local) => match self.cell(local) {
                Value::Unbound => Err(self.empty_cell(local)),
                value => {
                    self.heap.keep(value);
                    self.go(value)
                }
            },
            Instr::STORE_DEREF(local) => {
                let value = self.pop();
                self.set_cell(local, value);
                Ok(Next::Go)
            }
            Instr::DELETE_DEREF(local) => match self.cell(local) {
                Value::Unbound => Err(self.empty_cell(local)),
                _ => {
                    self.set_cell(local, Value::Unbound);
                    Ok(Next::Go)
                }
            },
            Instr::LOAD_ATTR(name) => self.load_attribute(name),
            Instr::IMPORT_NAME(name) => self.import_name(name),
            Instr::IMPORT_FROM(name) => self.import_from(name),
            Instr::IMPORT_STAR => {
                self.push(Value::Module(self.unit.module));
                self.library("import_star", 2)
            }
            Instr::STORE_ATTR(name) => self.store_attribute(name),
            Instr::DELETE_ATTR(name) => self.delete_attribute(name),
            Instr::BUILD_SET(count) | Instr::BUILD_CONST_SET(count) | Instr::BUILD_MAP(count) => {
                self.build_table(instr, count)
            }
            Instr::SET_ADD(depth) => {
                let value = self.pop();
                let set = self.at(depth);
                if let Err(raise) = dict::hash(self.heap, value) {
                    self.push(value);
                    return Err(raise);
                }
                dict::take_insert(self.heap, set, value, Value::None)?;
                Ok(Next::Go)
            }
            Instr::MAP_ADD(depth) => {
                let table = self.window[usize::from(self.sp.wrapping_sub(depth + 2))];
                dict::hash(self.heap, self.at(2))?;
                let (value, key) = (self.pop(), self.pop());
                dict::take_insert(self.heap, table, key, value)?;
                Ok(Next::Go)
            }
            Instr::LIST_EXTEND(depth) => {
                let list = self.at(depth + 1);
                let items = iter::collect(self.heap, self.at(1));
                let mut items = items.map_err(|raise| self.not_to_be_spread(list, raise))?;
                self.heap.note_growth(items.len() * size_of::<Value>());
                if let Some(list) = self.heap.as_list_mut(list) {
                    list.append(&mut items);
                }
                self.drop_top(1);
                Ok(Next::Go)
            }
            Instr::SET_UPDATE(depth) => {
                let set = self.at(depth + 1);
                collection::update_set(self.heap, set, self.at(1))?;
                self.drop_top(1);
                Ok(Next::Go)
            }
            Instr::DICT_UPDATE(depth) | Instr::DICT_MERGE(depth) => {
                let table = self.at(depth + 1);
                let unique = matches!(instr, Instr::DICT_MERGE(_));
                let called = if unique { called_text(self.heap, self.at(4)) } else { String::new() };
                collection::merge(self.heap, table, self.at(1), unique.then_some(&*called))?;
                self.drop_top(1);
                Ok(Next::Go)
            }
            Instr::UNPACK_EX(before, after) => {
                let items = iter::unpack_with_rest(self.heap, self.at(1), before.into(), after.into())?;
                self.heap.note(Note::Constructed);
                self.heap.note_many(Note::Item, self.heap.as_items(self.at(1)).map_or(0, <[Value]>::len));
                self.drop_top(1);
                items.into_iter().rev().for_each(|item| self.push(item));
                Ok(Next::Go)
            }
            Instr::MAKE_FUNCTION(ConstId(code), flags) => {
                let function = self.make_function(usize::from(code), flags);
                self.go(function)
            }
            Instr::LOAD_BUILD_CLASS => match self.library.get("build_class") {
                Some(function) => {
                    self.heap.keep(function);
                    self.go(function)
                }
                None => Err(error::system_error("gilsim has lost its library")),
            },
            Instr::CLASS_NAMESPACE => self.class_namespace(),
            Instr::GET_YIELD_FROM_ITER => {
                let iterator = match self.awaited_by_generator(self.at(1))? {
                    Some(iterator) => self.heap.keep(iterator),
                    None => iter::iterator(self.heap, self.at(1))?,
                };
                self.replace(1, iterator)
            }
            Instr::SEND(end) => self.send(end.0),
            Instr::GET_AWAITABLE(of) => self.get_awaitable(of),
            Instr::GET_AITER => self.get_aiter(),
            Instr::GET_ANEXT => self.get_anext(),
            Instr::END_ASYNC_FOR => self.end_async_for(),
            Instr::GET_LEN => self.get_len(),
            Instr::MATCH_SEQUENCE => self.match_kind(matching::is_sequence, "is_sequence"),
            Instr::MATCH_MAPPING => self.match_kind(matching::is_mapping, "is_mapping"),
            Instr::MATCH_KEYS => self.match_keys(),
            Instr::MATCH_CLASS(count) => self.match_class(count),
            Instr::BEFORE_ASYNC_WITH => self.before_async_with(),
            Instr::ASYNC_GEN_WRAP => {
                let value = self.pop();
                let marked = self.heap.take_object(Object::Cell(value));
                self.go(marked)
            }
            Instr::PUSH_EXC_INFO => {
                let exception = self.pop();
                self.heap.keep(exception);
                let before = std::mem::replace(self.handled, exception);
                self.push(before);
                self.go(exception)
            }
            Instr::CHECK_EXC_MATCH => {
                let class = class::class_of(self.heap, self.at(2));
                let wanted = self.at(1);
                let allowed = match self.heap.as_tuple(wanted) {
                    Some(all) => all.iter().all(|one| class::is_exception_class(self.heap, *one)),
                    None => class::is_exception_class(self.heap, wanted),
                };
                match class::is_any_of(self.heap, class, wanted, 0) {
                    Some(matches) if allowed => self.replace(1, Value::bool(matches)),
                    _ => {
                        Err(error::type_error("catching classes that do not inherit from BaseException is not allowed"))
                    }
                }
            }
            Instr::POP_EXCEPT => {
                let before = self.pop();
                let handled = std::mem::replace(self.handled, before);
                self.heap.drop_value(handled);
                Ok(Next::Go)
            }
            Instr::RERAISE => Err(Raise::of(self.pop(), true)),
            Instr::RAISE_VARARGS(count) => self.raise(count),
            Instr::BEFORE_WITH => self.before_with(),
            Instr::WITH_EXCEPT_START => {
                let (exit, exception) = (self.at(3), self.at(1));
                let class = class::class_of(self.heap, exception);
                for value in [exit, class, exception] {
                    self.heap.keep(value);
                    self.push(value);
                }
                let traceback = traces::of_exception(self.heap, exception);
                self.push(traceback);
                self.call(self.sp.wrapping_sub(4), Value::None)
            }
            Instr::CALL_FUNCTION_EX(keywords) => self.call_spread(keywords),
            other => Err(error::system_error(format!("gilsim does not execute {}", other.name()))),
        }
    }

    pub(super) fn build_table(&mut self, instr: Instr, count: u8) -> Result<Next> {
        let is_set = matches!(instr, Instr::BUILD_SET(_) | Instr::BUILD_CONST_SET(_));
        let slots = if is_set { count } else { count * 2 };
        let first = usize::from(self.sp.wrapping_sub(slots));
        let values = self.window[first..][..usize::from(slots)].to_vec();
        let table = if is_set { self.heap.new_set(false) } else { self.heap.new_dict() };
        for pair in values.chunks(if is_set { 1 } else { 2 }) {
            let (key, value) = (pair[0], pair.get(1).copied().unwrap_or(Value::None));
            self.heap.keep(key);
            self.heap.keep(value);
            if let Err(raise) = dict::take_insert(self.heap, table, key, value) {
                self.heap.drop_value(table);
                return Err(raise);
            }
        }
        self.heap.note_many(Note::Entry, usize::from(count));
        let is_copied = matches!(instr, Instr::BUILD_CONST_SET(_));
        let table = if is_copied { crate::vm::set_methods::take_folded(self.heap, table) } else { table };
        self.replace(slots, table)
    }

    pub(super) fn make_function(&mut self, code: usize, flags: u8) -> Value {
        let unit = self.unit.children[code];
        let mut extra = Extra::default();
        if flags & 8 != 0 {
            extra.cells = self.take_tuple().into();
        }
        if flags & 4 != 0 {
            let pairs = self.take_tuple();
            extra.annotations = Some(self.annotations(pairs));
        }
        if flags & 2 != 0 {
            extra.keyword_defaults = Some(self.pop());
        }
        if flags & 1 != 0 {
            extra.defaults = self.take_tuple().into();
        }
        let extra = (flags != 0).then(|| Box::new(extra));
        self.heap.take_object(Object::Function(Function { unit, extra }))
    }

    /// A dict of names and annotations in turn. Takes them.
    fn annotations(&mut self, pairs: Vec<Value>) -> Value {
        let dict = self.heap.new_dict();
        for pair in pairs.chunks_exact(2) {
            // A text has a hash and is compared natively, so this cannot fail.
            let _ = dict::take_insert(self.heap, dict, pair[0], pair[1]);
        }
        dict
    }

    pub(super) fn take_tuple(&mut self) -> Vec<Value> {
        let tuple = self.pop();
        let items = self.heap.as_tuple(tuple).unwrap_or_default().to_vec();
        let items = self.heap.keep_all(&items);
        self.heap.drop_value(tuple);
        items
    }

    pub(super) fn raise(&mut self, count: u8) -> Result<Next> {
        if count == 0 {
            let handled = *self.handled;
            if let Value::None = handled {
                return Err(error::runtime_error("No active exception to reraise"));
            }
            return Err(Raise::of(self.heap.keep(handled), true));
        }
        // A class is called first, and the instruction executed again with its result.
        for depth in [1, count] {
            let value = self.at(depth);
            if class::is_exception_class(self.heap, value) {
                let slot = self.sp.wrapping_sub(depth);
                self.push(Value::Unbound);
                let class = self.heap.keep(value);
                self.push(class);
                return match self.call(self.sp.wrapping_sub(2), Value::None)? {
                    Next::Go => {
                        let made = self.pop();
                        let class = std::mem::replace(&mut self.window[usize::from(slot)], made);
                        self.heap.drop_value(class);
                        self.raise(count)
                    }
                    _ if depth != 1 => Err(error::type_error("gilsim cannot call this class in `raise … from` yet")),
                    Next::Enter(mut entering) => {
                        // The new exception comes to lie above the class, which is dropped when it is raised.
                        entering.again = true;
                        Ok(Next::Enter(entering))
                    }
                    other => Ok(other),
                };
            }
        }
        let cause = (count == 2).then(|| self.at(1));
        let exception = self.at(count);
        if self.heap.as_exception(exception).is_none() {
            return Err(error::type_error("exceptions must derive from BaseException"));
        }
        if let Some(cause) = cause {
            if self.heap.as_exception(cause).is_none() && !matches!(cause, Value::None) {
                return Err(error::type_error("exception causes must derive from BaseException"));
            }
            self.heap.keep(cause);
            let old = self.heap.as_exception_mut(exception).map(|exception| {
                exception.suppress_context = true;
                std::mem::replace(&mut exception.cause, cause)
            });
            self.heap.drop_all(old);
        }
        self.heap.keep(exception);
        Err(Raise::of(exception, false))
    }
}

/// What is called, as messages about its arguments name it: with its module, where that is none of what is built in.
impl Machine<'_> {
    /// What is said of a value after `*` that is no iterable: it may be all that a function is called with.
    #[cold]
    fn not_to_be_spread(&mut self, list: Value, raise: Box<Raise>) -> Box<Raise> {
        let value = self.at(1);
        if raise.kind != "TypeError" || iter::refuses(self.heap, value) || !iter::is_not_iterable(self.heap, value) {
            return raise;
        }
        let next = self.unit.code.instrs.get(self.pc..).unwrap_or_default();
        let is_call = matches!(next, [Instr::LIST_TO_TUPLE, Instr::CALL_FUNCTION_EX(_) | Instr::BUILD_MAP(0), ..]);
        let is_alone = self.heap.as_list(list).is_some_and(|list| list.is_empty());
        let callee = self.at(3);
        let called = (is_call && is_alone).then(|| called_text(self.heap, callee) + " argument");
        let kind = type_name(self.heap, self.at(1));
        error::type_error(format!("{} after * must be an iterable, not {kind}", called.as_deref().unwrap_or("Value")))
    }
}

#[cold]
fn called_text(heap: &mut Heap, callee: Value) -> String {
    let mut text_of = |name: &str| {
        let symbol = heap.symbols.of(name);
        let found = attribute::look_up(heap, callee, symbol).ok()?;
        let text = match found {
            Loaded::Plain(value) => heap.as_str(value).map(|text| text.text.to_string()),
            _ => None,
        };
        found.discard(heap);
        text
    };
    let name = text_of("__qualname__");
    let module = text_of("__module__").filter(|module| module != "builtins");
    match (name, module) {
        (Some(name), Some(module)) => format!("{module}.{name}()"),
        (Some(name), None) => format!("{name}()"),
        (None, _) => str_of(heap, callee).unwrap_or_default(),
    }
}
