# What finds modules, as far as the files of a program's own modules go.

SOURCE_SUFFIXES = ['.py']
BYTECODE_SUFFIXES = ['.pyc']
EXTENSION_SUFFIXES = []


class ModuleSpec:
    __module__ = '_frozen_importlib'

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self.cached = None
        self.has_location = False

    @property
    def parent(self):
        return self.name.rpartition('.')[0] if self.submodule_search_locations is None else self.name

    def __repr__(self):
        parts = [f'name={self.name!r}', f'loader={self.loader!r}']
        if self.origin is not None:
            parts.append(f'origin={self.origin!r}')
        if self.submodule_search_locations is not None:
            parts.append(f'submodule_search_locations={self.submodule_search_locations}')
        return f"{type(self).__name__}({', '.join(parts)})"

    def __eq__(self, other):
        names = ('name', 'loader', 'origin', 'submodule_search_locations', 'has_location')
        try:
            return all([getattr(self, name) == getattr(other, name) for name in names])
        except AttributeError:
            return NotImplemented


class BuiltinImporter:
    __module__ = '_frozen_importlib'

    @classmethod
    def create_module(cls, spec):
        from importlib import import_module
        return import_module(spec.name)

    @classmethod
    def exec_module(cls, module):
        pass


class SourceFileLoader:
    __module__ = '_frozen_importlib_external'

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def get_filename(self, fullname=None):
        return self.path

    def get_data(self, path):
        with open(path, 'rb') as file:
            return file.read()

    def get_source(self, fullname=None):
        return self.get_data(self.path).decode()

    def is_package(self, fullname=None):
        return self.path.rpartition('/')[2] == '__init__.py'

    def get_code(self, fullname=None):
        return compile(self.get_source(), self.path, 'exec')

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        from _importer import execute
        execute(module, self.get_source(), self.path)

    def load_module(self, fullname=None):
        import sys
        from importlib.util import module_from_spec, spec_from_file_location
        module = module_from_spec(spec_from_file_location(fullname or self.name, self.path))
        sys.modules[module.__name__] = module
        self.exec_module(module)
        return module
