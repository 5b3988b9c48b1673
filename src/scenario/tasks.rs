//! `[[tasks]]`: names, counts and the compilation of the calls.

use super::check::MOST_CORES;
use super::mirror::RawTask;
use super::mistakes::{Fault, Mistakes};
use super::model::Task;
use super::run_config::number;
use super::walk::At;
use crate::bytecode::Code;
use crate::lang::{self, Module};
use crate::source::{Diagnostic, Source, SourceFile, Span};
use std::collections::HashSet;
use std::sync::Arc;

/// Of all tasks together, counts included.
const MOST_TASKS: usize = 10_000;
const LONGEST_NAME: usize = 60;

/// The tasks in the file's order, each as often as its count says. What is wrong is noted; a task that cannot be built
/// is left out. Without a module the calls are not compiled.
pub fn check(raw: Vec<RawTask>, file: &Arc<SourceFile>, module: Option<&Module>, mistakes: &mut Mistakes) -> Vec<Task> {
    let mut tasks: Vec<Task> = Vec::new();
    let mut taken = HashSet::new();
    for task in raw {
        let (count, core) = (count(&task, mistakes), core(&task, mistakes));
        let Some(call) = checked_call(task.call, mistakes) else { continue };
        let group = group(&task.name, &call, mistakes);
        let place = task.name.map_or(call.span, |name| name.span);
        let code = compile(&call, &group, file, module, mistakes);
        let (Some(count), Some(code)) = (count, code) else { continue };
        if tasks.len() + count > MOST_TASKS {
            mistakes.value(too_many(task.span));
            continue;
        }
        let names = names(&group, count);
        if let Some(twice) = names.iter().find(|name| !taken.insert((*name).clone())) {
            mistakes.value(repeated(twice, place));
        }
        let task = |name| Task { name, group: group.clone(), call: call.value.clone(), core, code: Arc::clone(&code) };
        tasks.extend(names.into_iter().map(task));
    }
    tasks
}

fn count(task: &RawTask, mistakes: &mut Mistakes) -> Option<usize> {
    match &task.count {
        Some(count) => mistakes.keep(number("count", count.value, MOST_TASKS), count.span).map(usize::from),
        None => Some(1),
    }
}

fn core(task: &RawTask, mistakes: &mut Mistakes) -> Option<u32> {
    let core = task.core.as_ref()?;
    let wrong =
        || Fault::new(format!("`core` cannot be {}", core.value), format!("from 0 to {} is possible", MOST_CORES - 1));
    let checked = u32::try_from(core.value).ok().filter(|core| (*core as usize) < MOST_CORES).ok_or_else(wrong);
    mistakes.keep(checked, core.span)
}

fn checked_call(call: Option<At<String>>, mistakes: &mut Mistakes) -> Option<At<String>> {
    let call = call?;
    if call.value.trim().is_empty() {
        mistakes.value(Fault::new("the call is empty", "write it like this: call = \"crunch(1000)\"").at(call.span));
        return None;
    }
    Some(call).filter(|call| !mistakes.syntax_within(call.span))
}

/// The name that the tasks of a table share; the called function's where none is given.
fn group(name: &Option<At<String>>, call: &At<String>, mistakes: &mut Mistakes) -> String {
    let Some(name) = name else {
        let function = call.value.split('(').next().unwrap_or_default().trim();
        return if is_name(function) { function.to_owned() } else { "task".to_owned() };
    };
    if !is_name(&name.value) {
        let message = format!("`{}` cannot be the name of a task", name.value);
        let help = format!("letters, digits, `_` and `-` are possible, {LONGEST_NAME} at most");
        mistakes.value(Fault::new(message, help).at(name.span));
    }
    name.value.clone()
}

/// Names become parts of figures' dotted names, so they hold no dot and no space.
fn is_name(text: &str) -> bool {
    let possible = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    (1..=LONGEST_NAME).contains(&text.chars().count()) && text.chars().all(possible)
}

/// `crunch`, or `crunch-1` to `crunch-4`.
fn names(group: &str, count: usize) -> Vec<String> {
    match count {
        1 => vec![group.to_owned()],
        _ => (1..=count).map(|number| format!("{group}-{number}")).collect(),
    }
}

fn compile(
    call: &At<String>,
    group: &str,
    file: &Arc<SourceFile>,
    module: Option<&Module>,
    mistakes: &mut Mistakes,
) -> Option<Arc<Code>> {
    let source = Arc::new(Source::embedded(Arc::clone(file), call.span, call.value.clone()));
    let compiled = lang::compile_call(&source, group, module?);
    compiled.map_err(|found| mistakes.code(&source, file, found)).ok()
}

fn too_many(span: Span) -> Diagnostic {
    Fault::new("there are too many tasks", format!("{MOST_TASKS} in all are possible")).at(span)
}

fn repeated(name: &str, span: Span) -> Diagnostic {
    Fault::new(format!("there are two tasks `{name}`"), "give one of them another name, such as name = \"other\"")
        .at(span)
}
