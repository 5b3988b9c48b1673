//! `eval`, `exec` and `compile`: where their text runs, and what becomes of a dict that is to hold its variables. What they
//! take is checked by the library's module `_texts`.

use super::{Machine, Next};
use crate::bytecode::TextRequest;
use crate::vm::builtins::Builtin;
use crate::vm::error::{self, Result};
use crate::vm::kind::truth;
use crate::vm::modules::Module;
use crate::vm::texts::CompiledText;
use crate::vm::value::{Object, Value};

impl Machine<'_> {
    /// The functions that run texts, and those of the library that make it possible.
    pub(super) fn call_on_text(&mut self, start: u8, callee: Value, given: &[Value]) -> Result<Option<Next>> {
        let Value::Builtin(builtin) = callee else { return Ok(None) };
        match (builtin, given) {
            (Builtin::Eval | Builtin::Exec, [_] | [_, _] | [_, _, _]) => self.run_text(start, builtin, given).map(Some),
            (Builtin::Compile, [text, file, mode]) => {
                let inherits = Value::bool(self.keeps_annotations_as_text());
                let all = [inherits, self.heap.keep(*text), self.heap.keep(*file), self.heap.keep(*mode)];
                self.drop_top(self.sp.wrapping_sub(start));
                all.into_iter().for_each(|value| self.push(value));
                self.library("compile_here", 4).map(Some)
            }
            (Builtin::CompiledText, [text, file, mode, in_namespace, inherits, Value::Module(module)]) => {
                let flags = [truth(self.heap, *inherits)?, truth(self.heap, *in_namespace)?];
                let mode = self.text_of(*mode);
                let request = TextRequest {
                    text: self.text_of(*text),
                    file: self.text_of(*file),
                    is_expression: mode == "eval",
                    in_namespace: flags[1],
                    shows_values: mode == "single",
                    annotations_are_text: flags[0],
                };
                self.compiled_text(start, request, *module).map(Some)
            }
            (Builtin::NewModule, [name]) => {
                let name = self.text_of(*name);
                let module = self.modules.add_unnamed(self.heap, &name);
                self.replace(self.sp.wrapping_sub(start), Value::Module(module)).map(Some)
            }
            (Builtin::AdoptNamespace, [dict, namespace]) => {
                self.adopt(*dict, *namespace)?;
                self.replace(self.sp.wrapping_sub(start), Value::None).map(Some)
            }
            _ => Ok(None),
        }
    }

    fn text_of(&self, value: Value) -> String {
        self.heap.as_str(value).map(|text| text.text.to_string()).unwrap_or_default()
    }

    /// The library is given the text, globals and locals or None, the module of the frame, and the frame's variables
    /// where it is no module's.
    fn run_text(&mut self, start: u8, builtin: Builtin, given: &[Value]) -> Result<Next> {
        let module = if self.unit.code.is_library { Module::MAIN } else { self.unit.module };
        let wants_own = given.len() == 1 || matches!(given, [_, Value::None, ..]);
        let here = match wants_own && !self.unit.code.is_library && !self.is_module_body() {
            true => self.locals()?,
            false => Value::None,
        };
        let mut all = self.heap.keep_all(given);
        all.resize(3, Value::None);
        self.drop_top(self.sp.wrapping_sub(start));
        self.push(Value::bool(builtin == Builtin::Eval));
        let inherits = Value::bool(self.keeps_annotations_as_text());
        all.into_iter().chain([Value::Module(module), here, inherits]).for_each(|value| self.push(value));
        self.library("run_text", 7)
    }

    /// Whether the text of the frame's code begins with `from __future__ import annotations`, which holds for what it
    /// compiles, too.
    fn keeps_annotations_as_text(&self) -> bool {
        let text = &self.unit.code.source.text;
        let is_one = |line: &str| line.starts_with("from __future__ import") && line.contains("annotations");
        !self.unit.code.is_library && text.contains("from __future__") && text.lines().any(is_one)
    }

    /// The function that executes the text; or what is wrong with it: the exception's name, the message, the line's text, and where it
    /// begins and ends.
    fn compiled_text(&mut self, start: u8, request: TextRequest, module: Module) -> Result<Next> {
        let Some(finder) = self.modules.finder else {
            return Err(error::type_error("gilsim has no compiler in this interpreter"));
        };
        let count = self.sp.wrapping_sub(start);
        match (finder.text)(&request) {
            Ok(code) => {
                self.drop_top(count);
                Ok(Next::Text(Box::new(CompiledText { module, code, request })))
            }
            Err(mistake) => {
                let texts = [mistake.kind.to_owned(), mistake.message, mistake.line_text];
                let numbers = [mistake.line, mistake.column, mistake.end_line, mistake.end_column];
                let texts = texts.map(|text| self.heap.new_str(text));
                let told = texts.into_iter().chain(numbers.map(|number| Value::Int(number as i64)));
                let told: Vec<Value> = told.collect();
                let told = self.heap.take_tuple(told);
                self.replace(count, told)
            }
        }
    }

    /// The dict becomes what the other object is: a view of a module's variables. Whoever has it sees them from then on.
    fn adopt(&mut self, dict: Value, namespace: Value) -> Result<()> {
        let (Value::Obj(at), Value::Obj(of)) = (dict, namespace) else { return Ok(()) };
        let (true, Object::Instance(_)) = (self.heap.as_dict(dict).is_some(), self.heap.get(of)) else {
            return Err(error::type_error("globals must be a dict"));
        };
        let new = self.heap.get(of).clone();
        let mut kept = Vec::new();
        new.for_each_child(|child| kept.push(child));
        self.heap.keep_all(&kept);
        let Some(slot) = self.heap.get_mut(at) else { return Ok(()) };
        let old = std::mem::replace(slot, new);
        let mut dropped = Vec::new();
        old.for_each_child(|child| dropped.push(child));
        self.heap.drop_all(dropped);
        Ok(())
    }
}
