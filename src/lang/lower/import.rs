//! Imports: dotted names, `*`, and what is certain to fail. Knows the names of modules, not what they do.

use super::Lower;
use crate::lang::mistakes::span_of;
use crate::lang::modules;
use crate::lang::tree::{Import, Name, StmtKind};
use crate::source::Span;
use ruff_python_ast as ast;

impl Lower<'_> {
    pub(super) fn imports(&mut self, stmt: &ast::StmtImport) -> Vec<Import> {
        let imports: Vec<Import> = stmt.names.iter().map(whole).collect();
        for import in &imports {
            self.check_module(&import.name);
        }
        imports
    }

    pub(super) fn import_from(&mut self, stmt: &ast::StmtImportFrom) -> Option<StmtKind> {
        let span = span_of(stmt.range);
        let module = if stmt.level > 0 {
            // The dots begin the name; which package they mean is known when the module has its name.
            let own = stmt.module.as_ref().map_or("", |module| module.as_str());
            Name { text: (".".repeat(stmt.level as usize) + own).into(), span }
        } else {
            name(stmt.module.as_ref()?)
        };
        let is_known = stmt.level == 0 && self.check_module(&module);
        if let Some(star) = stmt.names.iter().find(|alias| alias.name.as_str() == "*") {
            return Some(self.import_all(module, is_known, span_of(star.range)));
        }
        let imports: Vec<Import> = stmt.names.iter().map(member).collect();
        self.annotations_are_text |=
            *module.text == *"__future__" && imports.iter().any(|import| *import.name.text == *"annotations");
        if is_known && self.is_certain() {
            imports.iter().for_each(|import| self.check_member(&module, &import.name));
        }
        Some(StmtKind::ImportFrom(module, imports))
    }

    /// `*` stands for the names that a standard module has. What another one has is known when it has been imported.
    fn import_all(&mut self, module: Name, is_known: bool, star: Span) -> StmtKind {
        if self.in_function {
            self.mistakes.syntax("import * only allowed at module level", star);
        }
        let names = match is_known {
            true => modules::public_names(&module.text).unwrap_or_default(),
            false => vec!["*".to_owned()],
        };
        let import = |text: String| {
            let name = Name { text: text.into(), span: star };
            Import { bound: name.clone(), name, binds_package: false }
        };
        StmtKind::ImportFrom(module, names.into_iter().map(import).collect())
    }

    /// Whether the statement is executed in any case, and what it raises is not caught.
    fn is_certain(&self) -> bool {
        self.depth == 1 && !self.is_standard && !self.is_text
    }

    /// Whether gilsim has the module itself. Where it has not, and that is sure to end the program, it is a mistake. It can be
    /// a module of the program.
    fn check_module(&mut self, module: &Name) -> bool {
        let is_known = modules::is_known(&module.text);
        let first = module.text.split('.').next().unwrap_or_default();
        let is_neighbour = self.neighbours.iter().any(|name| *name == first);
        if !is_known && !is_neighbour && self.is_certain() && !self.has_own_modules() {
            let nearest = || modules::nearest(&module.text).map(|near| format!("did you mean `{near}`?"));
            let help = modules::instead(&module.text).map(str::to_owned).or_else(nearest);
            self.mistakes.unsupported(&format!("the module `{}`", module.text), module.span, help.as_deref());
        }
        is_known
    }

    /// Whether the program may put modules of its own into `sys.modules`, or further folders of them into `sys.path`.
    fn has_own_modules(&self) -> bool {
        self.text.contains("sys.modules") || self.text.contains("sys.path")
    }

    fn check_member(&mut self, module: &Name, member: &Name) {
        let is_module = modules::is_known(&format!("{}.{}", module.text, member.text));
        if !is_module && modules::has_member(&module.text, &member.text) == Some(false) {
            let what = format!("`{}` of the module `{}`", member.text, module.text);
            let instead = modules::instead(&format!("{}.{}", module.text, member.text));
            self.mistakes.unsupported(&what, member.span, instead);
        }
    }
}

fn whole(alias: &ast::Alias) -> Import {
    let module = name(&alias.name);
    match (&alias.asname, alias.name.as_str().split_once('.')) {
        (Some(bound), _) => Import { name: module, bound: name(bound), binds_package: false },
        (None, None) => Import { bound: module.clone(), name: module, binds_package: false },
        (None, Some((package, _))) => {
            let bound = Name { text: package.into(), span: module.span };
            Import { name: module, bound, binds_package: true }
        }
    }
}

fn member(alias: &ast::Alias) -> Import {
    let bound = alias.asname.as_ref().unwrap_or(&alias.name);
    Import { name: name(&alias.name), bound: name(bound), binds_package: false }
}

fn name(identifier: &ast::Identifier) -> Name {
    Name { text: identifier.as_str().into(), span: span_of(identifier.range) }
}
