//! Calls.

use super::Compiler;
use super::assign::Place;
use super::display::is_starred;
use super::expr::MOST_AT_ONCE;
use crate::bytecode::{Const, Instr, Local};
use crate::lang::mistakes::joined;
use crate::lang::tree::{Call, Expr, ExprKind, Keyword};
use crate::source::Span;

/// More arguments are put together first.
const MOST_ARGUMENTS: usize = 200;

impl Compiler<'_> {
    pub(super) fn call(&mut self, call: &Call, span: Span) {
        self.work.check(call, self.mistakes);
        self.check_keywords(&call.keywords);
        // They would not all lie on the stack at once.
        let many = call.positional.len() + call.keywords.len() > MOST_ARGUMENTS;
        let several = many || call.positional.iter().any(is_starred) || call.keywords.iter().any(|k| k.name.is_none());
        if several {
            return self.call_with_spread(call, span);
        }
        self.callee(&call.callee);
        let mut count = call.positional.len() + call.keywords.len();
        if count == 0 && matches!(&call.callee.kind, ExprKind::Name(name) if **name == *"super") {
            count = self.super_arguments(span);
        }
        call.positional.iter().for_each(|argument| self.expr(argument));
        call.keywords.iter().for_each(|keyword| self.expr(&keyword.value));
        let count = self.builder().count(count);
        if call.keywords.is_empty() {
            return self.emit(Instr::CALL(count), span);
        }
        let names = call.keywords.iter().filter_map(|keyword| keyword.name.clone()).map(Const::Str).collect();
        let names = self.builder().constant(Const::Tuple(names));
        self.emit(Instr::CALL_KW(count, names), span);
    }

    fn check_keywords(&mut self, keywords: &[Keyword]) {
        for (at, keyword) in keywords.iter().enumerate() {
            if let Some(name) = &keyword.name
                && keywords[..at].iter().any(|other| other.name.as_ref() == Some(name))
            {
                let span = joined(keyword.span, keyword.value.span);
                self.mistakes.syntax(format!("keyword argument repeated: {name}"), span);
            }
        }
    }

    /// `super()` means the class that the method stands in, and its first parameter.
    fn super_arguments(&mut self, span: Span) -> usize {
        let Place::Cell(class) = self.place("__class__") else { return 0 };
        let first = self.frame().scope.as_ref().and_then(|scope| scope.locals.first().cloned());
        let Some(first) = first else { return 0 };
        self.emit(Instr::LOAD_DEREF(Local(class)), span);
        self.load_name(&first, span);
        2
    }

    /// With `*` or `**`: the arguments as a tuple, the keywords as a dict.
    fn call_with_spread(&mut self, call: &Call, span: Span) {
        self.emit(Instr::PUSH_NULL, call.callee.span);
        self.expr(&call.callee);
        self.list(&call.positional, span);
        self.emit(Instr::LIST_TO_TUPLE, span);
        self.spread_keywords(&call.keywords, span);
        self.emit(Instr::CALL_FUNCTION_EX(!call.keywords.is_empty()), span);
    }

    /// One dict of all keywords: those that are named in a row come together.
    fn spread_keywords(&mut self, keywords: &[Keyword], span: Span) {
        let mut has_dict = false;
        for group in keywords.chunk_by(|one, other| one.name.is_some() && other.name.is_some()) {
            if group[0].name.is_none() {
                if !has_dict {
                    self.emit(Instr::BUILD_MAP(0), span);
                }
                self.expr(&group[0].value);
                self.emit(Instr::DICT_MERGE(1), span);
                has_dict = true;
            } else {
                for part in group.chunks(MOST_AT_ONCE / 2) {
                    self.named(part, span);
                    if has_dict {
                        self.emit(Instr::DICT_MERGE(1), span);
                    }
                    has_dict = true;
                }
            }
        }
    }

    fn named(&mut self, keywords: &[Keyword], span: Span) {
        for keyword in keywords {
            self.emit_const(keyword.name.clone().map_or(Const::None, Const::Str), keyword.span);
            self.expr(&keyword.value);
        }
        self.emit(Instr::BUILD_MAP(keywords.len() as u8), span);
    }

    /// Leaves NULL and the callee, or a method and its `self`.
    fn callee(&mut self, callee: &Expr) {
        match &callee.kind {
            ExprKind::Attribute(value, name) => {
                self.expr(value);
                let name = self.builder().name(name);
                self.emit(Instr::LOAD_METHOD(name), callee.span);
            }
            ExprKind::Name(name) if self.place(name) == Place::Global && !self.is_group(name) => {
                let name = self.builder().name(name);
                self.emit(Instr::LOAD_GLOBAL(true, name), callee.span);
            }
            _ => {
                self.emit(Instr::PUSH_NULL, callee.span);
                self.expr(callee);
            }
        }
    }
}
