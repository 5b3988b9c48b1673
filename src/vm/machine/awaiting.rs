//! `await`, `async for` and `async with`: what is waited for, and where it ends.

use super::{Machine, Next};
use crate::vm::class;
use crate::vm::error::{self, Raise, Result};
use crate::vm::exception::ExceptionKind;
use crate::vm::for_await::awaitable;
use crate::vm::generator::GeneratorFlavor;
use crate::vm::kind::type_name;
use crate::vm::symbols;
use crate::vm::value::Value;

impl Machine<'_> {
    /// A coroutine is its own iterator; other objects say in `__await__` what is.
    pub(super) fn get_awaitable(&mut self, of: u8) -> Result<Next> {
        if awaitable(self.heap, self.at(1))? {
            return Ok(Next::Go);
        }
        self.push(Value::Int(of.into()));
        self.library("get_awaitable", 2)
    }

    /// What `yield from` takes without asking for an iterator: in the library, and in a generator that may be awaited, a
    /// coroutine too.
    pub(super) fn awaited_by_generator(&self, value: Value) -> Result<Option<Value>> {
        let Some(generator) = self.heap.as_generator(value) else { return Ok(None) };
        match generator.flavor {
            GeneratorFlavor::Generator => Ok(Some(value)),
            GeneratorFlavor::Coroutine | GeneratorFlavor::Asked | GeneratorFlavor::Thrown
                if self.unit.code.is_library =>
            {
                Ok(Some(value))
            }
            GeneratorFlavor::Coroutine if self.runs_as_coroutine() => awaitable(self.heap, value).map(|_| Some(value)),
            GeneratorFlavor::Coroutine => {
                Err(error::type_error("cannot 'yield from' a coroutine object in a non-coroutine generator"))
            }
            GeneratorFlavor::AsyncGenerator | GeneratorFlavor::Asked | GeneratorFlavor::Thrown => Ok(None),
        }
    }

    fn runs_as_coroutine(&self) -> bool {
        self.heap.as_generator(self.function).is_some_and(|generator| generator.is_coroutine)
    }

    fn is_async_generator(&self, value: Value) -> bool {
        let flavor = self.heap.as_generator(value).map(|generator| generator.flavor);
        flavor == Some(GeneratorFlavor::AsyncGenerator)
    }

    pub(super) fn get_aiter(&mut self) -> Result<Next> {
        let value = self.at(1);
        if self.is_async_generator(value) {
            return Ok(Next::Go);
        }
        if class::special(self.heap, value, symbols::AITER).is_none() {
            let kind = type_name(self.heap, value);
            return Err(error::type_error(format!("'async for' requires an object with __aiter__ method, got {kind}")));
        }
        self.library("get_aiter", 1)
    }

    pub(super) fn get_anext(&mut self) -> Result<Next> {
        let iterator = self.at(1);
        let name = if self.is_async_generator(iterator) { "async_generator___anext__" } else { "get_anext" };
        self.heap.keep(iterator);
        self.push(iterator);
        self.library(name, 1)
    }

    pub(super) fn end_async_for(&mut self) -> Result<Next> {
        let class = class::class_of(self.heap, self.at(1));
        let ended = Value::Exception(ExceptionKind::StopAsyncIteration);
        if !class::is_subclass(self.heap, class, ended) {
            return Err(Raise::of(self.pop(), true));
        }
        self.drop_top(2);
        Ok(Next::Go)
    }

    pub(super) fn before_async_with(&mut self) -> Result<Next> {
        self.enter_context([symbols::AENTER, symbols::AEXIT], "asynchronous context manager", "__aexit__")
    }
}
