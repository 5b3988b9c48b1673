//! A scenario with one value changed: `run.workers`, `tasks.crunch.count`, `program.N`. The text of the file is changed and
//! read anew, so that a setting is checked as the file is. Knows no command line.

use super::mistakes::Fault;
use super::nearest::suggestion;
use super::walk::span_of;
use super::{LoadError, Scenario, load, parse, script};
use crate::source::{Source, SourceFile, Span};
use std::path::Path;
use toml::de::{DeTable, DeValue};

/// A value for the field at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// `table.key`, `tasks.<name or number>.key`, or `program.NAME` for what the program assigns to a global name.
    pub path: String,
    /// As the command line has it: without quotes.
    pub value: String,
}

/// A change of a text.
struct Edit {
    span: Span,
    text: String,
}

impl Scenario {
    /// The scenario as it would be had its file these values.
    ///
    /// # Errors
    /// Where there is no such field, or the scenario with the value is wrong.
    pub fn with(&self, settings: &[Setting]) -> Result<Scenario, LoadError> {
        let mut scenario = self.clone();
        for setting in settings {
            scenario = scenario.with_one(setting)?;
        }
        Ok(scenario)
    }

    /// The scenario with other words in its program; `None` where it does not have them.
    ///
    /// # Errors
    /// Where the program is wrong with them.
    pub fn with_program_words(&self, from: &str, to: &str) -> Option<Result<Scenario, LoadError>> {
        let file = self.program.file();
        let text = self.program.text.contains(from).then(|| file.text.replace(from, to))?;
        Some(if std::ptr::eq(file, &*self.file) {
            self.reread(text, None)
        } else {
            self.reread(self.file.text.clone(), Some(text))
        })
    }

    /// A value as the program has it where it assigns that to a global name.
    pub fn assigned(&self, name: &str, value: &str) -> String {
        assignment(&self.program, name, value).map_or_else(|_| value.to_owned(), |edit| edit.text.trim().to_owned())
    }

    fn with_one(&self, setting: &Setting) -> Result<Scenario, LoadError> {
        let wrong = |fault: Fault| {
            let message = format!("cannot set {}: {}", setting.path, fault.message);
            LoadError::Unreadable { message, help: fault.help }
        };
        let file = &self.file;
        match setting.path.split_once('.') {
            Some(("program", name)) => {
                let edit = assignment(&self.program, name, &setting.value).map_err(wrong)?;
                self.with_program(edit)
            }
            Some(_) if self.script => {
                let help = "write it like program.N";
                Err(wrong(Fault::new(format!("{} is a script, which has a program and nothing else", file.name), help)))
            }
            Some((table, key)) => {
                let edit = field(&file.text, table, key, &setting.value).map_err(wrong)?;
                self.reread(edited(&file.text, &edit), None)
            }
            None => {
                let help = "write it like run.workers, tasks.crunch.count or program.N";
                Err(wrong(Fault::new("a path has two parts or more", help)))
            }
        }
    }

    /// Changes the program, in whichever file it stands.
    fn with_program(&self, edit: Edit) -> Result<Scenario, LoadError> {
        let edit = Edit { span: self.program.in_file(edit.span), ..edit };
        let text = edited(&self.program.file().text, &edit);
        if std::ptr::eq(self.program.file(), &*self.file) {
            self.reread(text, None)
        } else {
            self.reread(self.file.text.clone(), Some(text))
        }
    }

    /// The scenario from another text; the program from `program`, where that is given and in a file of its own. Whose
    /// scenario it is remains, and with it the hash.
    fn reread(&self, text: String, program: Option<String>) -> Result<Scenario, LoadError> {
        if self.script {
            let file = SourceFile::new(self.file.name.clone(), text);
            let file = file.at(self.file.path.clone()).among(self.file.neighbours.clone());
            return Ok(Scenario { hash: self.hash.clone(), name: self.name.clone(), ..script(file)? });
        }
        let kept = (!std::ptr::eq(self.program.file(), &*self.file)).then(|| &self.program.file().text);
        let program = program.as_ref().or(kept);
        let folder = self.path.parent().unwrap_or(Path::new(""));
        let read = |name: &str| match program {
            Some(text) => Ok(SourceFile::new(folder.join(name).display().to_string(), text.clone())),
            None => load::read_program(&folder.join(name)),
        };
        let changed = parse(SourceFile::new(self.file.name.clone(), text), &read)?;
        Ok(Scenario { hash: self.hash.clone(), ..changed })
    }
}

fn edited(text: &str, edit: &Edit) -> String {
    let (start, end) = (edit.span.start as usize, edit.span.end as usize);
    format!("{}{}{}", &text[..start], edit.text, &text[end..])
}

/// The value that the module's body gives to a name, at the beginning of a line.
fn assignment(program: &Source, name: &str, value: &str) -> Result<Edit, Fault> {
    let mut start = 0;
    let mut names = Vec::new();
    for line in program.text.split_inclusive('\n') {
        if let Some((left, _)) = line.split_once('=').filter(|(_, right)| !right.starts_with('=')) {
            let target = left.trim_end();
            if unannotated(target) == name {
                let from = start + left.len() + 1;
                let till = start + line.trim_end().len();
                let text = format!(" {}", in_place_of(line[left.len() + 1..].trim(), value));
                return Ok(Edit { span: Span::new(from as u32, till.max(from) as u32), text });
            }
            names.extend(is_name(target).then_some(target));
        }
        start += line.len();
    }
    let message = format!("the program assigns nothing to `{name}` at the beginning of a line");
    let help = if names.is_empty() { format!("write {name} = … in the program") } else { suggestion(name, &names) };
    Err(Fault::new(message, help))
}

/// `N` of `N: int`.
fn unannotated(target: &str) -> &str {
    target.split_once(':').map_or(target, |(name, _)| name.trim_end())
}

/// A value as Python has it: what has no quotes is a text where it takes a text's place.
fn in_place_of(usual: &str, value: &str) -> String {
    let is_word = value.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/'));
    if usual.starts_with(['"', '\'']) && is_word && value != "None" { in_quotes(value) } else { value.to_owned() }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// The field `key` of a table; one that is not there yet is put below the table's header.
fn field(text: &str, table: &str, key: &str, value: &str) -> Result<Edit, Fault> {
    let (root, _) = DeTable::parse_recoverable(text);
    let found = root.get_ref().get(table);
    match found.map(|found| (found.get_ref(), span_of(found.span()))) {
        Some((DeValue::Table(inner), span)) => Ok(in_table(text, inner, span, key, value)),
        Some((DeValue::Array(tasks), _)) if table == "tasks" => {
            let (task, key) = key.split_once('.').unwrap_or((key, ""));
            let number = task_number(tasks, task)?;
            match (tasks[number].get_ref(), key) {
                (_, "") => Err(Fault::new("no key of the task is named", "write it like tasks.crunch.count")),
                (DeValue::Table(inner), _) => Ok(in_table(text, inner, span_of(tasks[number].span()), key, value)),
                _ => Err(Fault::new("that is no table", "tasks are tables")),
            }
        }
        Some(_) => Err(Fault::new(format!("`{table}` is no table"), "a path is like run.workers")),
        None if ["run", "machine"].contains(&table) => {
            let end = Span::new(text.len() as u32, text.len() as u32);
            Ok(Edit { span: end, text: format!("\n[{table}]\n{key} = {}\n", written(value)) })
        }
        None => {
            let known = ["run", "machine", "tasks", "program"];
            Err(Fault::new(format!("a scenario has no `{table}`"), suggestion(table, &known)))
        }
    }
}

fn in_table(text: &str, table: &DeTable, span: Span, key: &str, value: &str) -> Edit {
    if let Some(found) = table.get(key) {
        let quoted = found.get_ref().is_str();
        let text = if quoted { in_quotes(value) } else { written(value) };
        return Edit { span: span_of(found.span()), text };
    }
    if text[span.start as usize..].starts_with('{') {
        let comma = if table.is_empty() { "" } else { ", " };
        let at = Span::new(span.start + 1, span.start + 1);
        return Edit { span: at, text: format!(" {key} = {}{comma}", written(value)) };
    }
    let rest = &text[span.end as usize..];
    let end = span.end + rest.find('\n').unwrap_or(rest.len()) as u32;
    Edit { span: Span::new(end, end), text: format!("\n{key} = {}", written(value)) }
}

/// A task by its name, the function that it calls, or its number from 0.
fn task_number(tasks: &[toml::Spanned<DeValue>], wanted: &str) -> Result<usize, Fault> {
    let names: Vec<String> = tasks.iter().map(|task| name_of(task.get_ref())).collect();
    let by_number = || wanted.parse().ok().filter(|number| *number < tasks.len());
    names.iter().position(|name| name == wanted).or_else(by_number).ok_or_else(|| {
        let known: Vec<&str> = names.iter().map(String::as_str).collect();
        Fault::new(format!("there is no task `{wanted}`"), suggestion(wanted, &known))
    })
}

fn name_of(task: &DeValue) -> String {
    let text = |key| task.as_table().and_then(|table| table.get(key)?.get_ref().as_str()).map(str::to_owned);
    let called = || text("call").map(|call| call.split('(').next().unwrap_or_default().trim().to_owned());
    text("name").or_else(called).unwrap_or_default()
}

/// A value in TOML: numbers, booleans and arrays as they are, everything else in quotes.
fn written(value: &str) -> String {
    let plain = value.parse::<i64>().is_ok()
        || value.parse::<f64>().is_ok_and(f64::is_finite) && value.contains('.')
        || matches!(value, "true" | "false")
        || value.starts_with('[');
    if plain { value.to_owned() } else { in_quotes(value) }
}

fn in_quotes(value: &str) -> String {
    let escaped: String =
        value.chars().flat_map(|c| if matches!(c, '"' | '\\') { vec!['\\', c] } else { vec![c] }).collect();
    format!("\"{escaped}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "program = '''\nN = 5  \ndef work(n):\n    return n\n'''\n\n[[tasks]]\ncall = \"work(N)\"\n\n[run] # how\nmodels = [\"threads\"]\n";

    fn scenario() -> Scenario {
        let none = |_: &str| unreachable!("the program stands in the file");
        parse(SourceFile::new("x.toml", TEXT), &none).expect("it is right")
    }

    fn with(path: &str, value: &str) -> Result<Scenario, String> {
        let setting = Setting { path: path.to_owned(), value: value.to_owned() };
        scenario().with(&[setting]).map_err(|error| error.to_string())
    }

    #[test]
    fn a_key_is_replaced_or_put_into_its_table() {
        assert_eq!(with("run.workers", "3").expect("right").run.workers.get(), 3);
        assert_eq!(with("run.switch_interval", "1ms").expect("right").run.switch_interval.0, 1_000_000);
        assert_eq!(with("machine.cores", "7").expect("there is no such table yet").machine.cores.get(), 7);
        assert_eq!(with("tasks.work.count", "4").expect("right").tasks.len(), 4);
        assert_eq!(with("tasks.0.name", "other").expect("right").tasks[0].group, "other");
        assert_eq!(with("run.models", "[\"sequential\"]").expect("right").run.models.len(), 1);
    }

    #[test]
    fn a_global_name_of_the_program_gets_another_value() {
        let changed = with("program.N", "99").expect("right");
        assert!(changed.program.text.contains("N = 99"), "{}", changed.program.text);
        assert_eq!(changed.hash, scenario().hash, "it is still that file's scenario");
    }

    #[test]
    fn a_value_takes_the_place_of_what_it_is_like() {
        let text = "program = '''\nN: int = 5\nHOW = \"fork\"  # or spawn\ndef work():\n    return N\n'''\n\n[[tasks]]\ncall = \"work()\"\n";
        let scenario = parse(SourceFile::new("x.toml", text), &|_: &str| unreachable!()).expect("it is right");
        let with = |path: &str, value: &str| {
            let setting = Setting { path: path.to_owned(), value: value.to_owned() };
            scenario.with(&[setting]).expect("it is right").program.text.clone()
        };
        assert!(with("program.N", "7").contains("N: int = 7\n"));
        assert!(with("program.HOW", "spawn").contains("HOW = \"spawn\"\n"));
        assert!(with("program.HOW", "'spawn'").contains("HOW = 'spawn'\n"));
        assert!(with("program.HOW", "None").contains("HOW = None\n"));
        assert_eq!(scenario.assigned("HOW", "spawn"), "\"spawn\"");
    }

    #[test]
    fn what_is_not_there_or_wrong_is_told() {
        assert!(with("program.M", "1").expect_err("wrong").contains("assigns nothing to `M`"));
        assert!(with("run.wokers", "1").expect_err("wrong").contains("did you mean `workers`?"));
        assert!(with("tasks.wrk.count", "1").expect_err("wrong").contains("did you mean `work`?"));
        assert!(with("rum.workers", "1").expect_err("wrong").contains("did you mean `run`?"));
        assert!(with("run", "1").expect_err("wrong").contains("two parts"));
        assert!(with("run.workers", "0").expect_err("wrong").contains("cannot be 0"));
    }
}
