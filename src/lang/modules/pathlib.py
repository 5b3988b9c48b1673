__all__ = ['Path', 'PosixPath', 'PurePath', 'PurePosixPath']

import os as _os

def _matches(name, pattern):
    # `*`, `?` and sets in brackets.
    import fnmatch
    return fnmatch.fnmatchcase(name, pattern)

class PurePath:
    def __new__(cls, *args):
        return object.__new__(PurePosixPath if cls is PurePath else PosixPath if cls is Path else cls)

    def __init__(self, *args):
        texts = []
        for arg in args:
            text = arg._text if isinstance(arg, PurePath) else arg
            if not isinstance(text, str):
                text = _os.fspath(arg)
            if text.startswith('/'):
                texts = []
            if text:
                texts.append(text)
        whole = '/'.join(texts)
        root = '' if not whole.startswith('/') else '//' if whole.startswith('//') and whole[2:3] != '/' else '/'
        self._root = root
        self._names = [part for part in whole.split('/') if part not in ('', '.')]
        self._text = root + '/'.join(self._names) or '.'

    def _made(self, root, names):
        made = type(self)()
        made._root = root
        made._names = names
        made._text = root + '/'.join(names) or '.'
        return made

    def __fspath__(self):
        return self._text

    def __str__(self):
        return self._text

    def __repr__(self):
        return f'{type(self).__name__}({self._text!r})'

    def as_posix(self):
        return self._text

    def __bytes__(self):
        return self._text.encode()

    def __eq__(self, other):
        return self._text == other._text if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(self._text)

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self.parts <= other.parts if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self.parts > other.parts if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self.parts >= other.parts if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, key):
        if not isinstance(key, (str, PurePath)):
            return NotImplemented
        return type(self)(self, key)

    def __rtruediv__(self, key):
        return type(self)(key, self) if isinstance(key, str) else NotImplemented

    def joinpath(self, *args):
        return type(self)(self, *args)

    drive = property(lambda self: '')
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._root)

    @property
    def parts(self):
        return tuple([self._root] + self._names if self._root else self._names)

    @property
    def name(self):
        return self._names[-1] if self._names else ''

    @property
    def suffix(self):
        name = self.name
        dot = name.rfind('.')
        return name[dot:] if 0 < dot < len(name) - 1 else ''

    @property
    def suffixes(self):
        name = self.name
        if name.endswith('.'):
            return []
        return ['.' + part for part in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        name = self.name
        return name[:len(name) - len(self.suffix)] if self.suffix else name

    @property
    def parent(self):
        return self._made(self._root, self._names[:-1]) if self._names else self

    @property
    def parents(self):
        return tuple([self._made(self._root, self._names[:count]) for count in range(len(self._names) - 1, -1, -1)])

    def with_name(self, name):
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        if not name or '/' in name or name == '.':
            raise ValueError(f'Invalid name {name!r}')
        return self._made(self._root, self._names[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if '/' in suffix or suffix and not suffix.startswith('.') or suffix == '.':
            raise ValueError(f'Invalid suffix {suffix!r}')
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        return self._made(self._root, self._names[:-1] + [self.stem + suffix])

    def is_absolute(self):
        return bool(self._root)

    def is_relative_to(self, *other):
        start = type(self)(*other)
        return self._root == start._root and self._names[:len(start._names)] == start._names

    def relative_to(self, *other):
        start = type(self)(*other)
        if not self.is_relative_to(*other):
            raise ValueError(f'{str(self)!r} is not in the subpath of {str(start)!r} OR one path is relative and the '
                             'other is absolute.')
        return self._made('', self._names[len(start._names):])

    def as_uri(self):
        if not self._root:
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote
        return 'file://' + quote(self._text)

    def is_reserved(self):
        return False

    def match(self, path_pattern):
        wanted = type(self)(path_pattern)
        if not wanted._names:
            raise ValueError('empty pattern')
        if wanted._root and (not self._root or len(wanted._names) != len(self._names)):
            return False
        if len(wanted._names) > len(self._names):
            return False
        pairs = zip(reversed(self._names), reversed(wanted._names))
        return all([_matches(name, pattern) for name, pattern in pairs])

class PurePosixPath(PurePath):
    pass

class Path(PurePath):
    @classmethod
    def cwd(cls):
        return cls(_os.getcwd())

    @classmethod
    def home(cls):
        return cls(_os.path.expanduser('~'))

    def absolute(self):
        return self if self._root else type(self)(_os.getcwd(), self)

    def resolve(self, strict=False):
        return type(self)(_os.path.abspath(self._text))

    def exists(self):
        return _os.path.exists(self._text)

    def is_file(self):
        return _os.path.isfile(self._text)

    def is_dir(self):
        return _os.path.isdir(self._text)

    def is_symlink(self):
        return False

    is_fifo = is_socket = is_block_device = is_char_device = is_symlink

    def is_mount(self):
        return _os.path.ismount(self._text)

    def readlink(self):
        return type(self)(_os.readlink(self._text))

    def expanduser(self):
        if self._root or not self._names or not self._names[0].startswith('~'):
            return self
        home = _os.path.expanduser(self._names[0])
        if home.startswith('~'):
            raise RuntimeError('Could not determine home directory.')
        return type(self)(home, *self._names[1:])

    def stat(self, *, follow_symlinks=True):
        return _os.stat(self._text)

    def lstat(self):
        return _os.lstat(self._text)

    def chmod(self, mode, *, follow_symlinks=True):
        _os.chmod(self._text, mode)

    lchmod = chmod

    def owner(self):
        return _os.getlogin() if self.stat().st_uid == _os.getuid() else str(self.stat().st_uid)

    def symlink_to(self, target, target_is_directory=False):
        _os.symlink(_os.fspath(target), self._text)

    def hardlink_to(self, target):
        _os.link(_os.fspath(target), self._text)

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return open(self._text, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with open(self._text, encoding=encoding, errors=errors) as file:
            return file.read()

    def read_bytes(self):
        with open(self._text, 'rb') as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f'data must be str, not {type(data).__name__}')
        with open(self._text, 'w', encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        with open(self._text, 'wb') as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok and self.exists():
            _os.utime(self._text)
            return
        _os.close(_os.open(self._text, _os.O_CREAT | _os.O_WRONLY | (0 if exist_ok else _os.O_EXCL), mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if exist_ok and self.is_dir():
            return
        if parents and self._names and not self.parent.exists():
            self.parent.mkdir(parents=True, exist_ok=True)
        _os.mkdir(self._text)

    def rmdir(self):
        _os.rmdir(self._text)

    def unlink(self, missing_ok=False):
        try:
            _os.remove(self._text)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        _os.rename(self._text, _os.fspath(target))
        return type(self)(target)

    replace = rename

    def iterdir(self):
        return iter([self / name for name in _os.listdir(self._text)])

    def glob(self, pattern):
        if not pattern:
            raise ValueError(f'Unacceptable pattern: {pattern!r}')
        if pattern.startswith('/'):
            raise NotImplementedError('Non-relative patterns are unsupported')
        return iter(self._found([part for part in pattern.split('/') if part]))

    def rglob(self, pattern):
        return self.glob('**/' + pattern)

    def _found(self, parts):
        if not parts:
            return [self] if self.exists() else []
        first, rest = parts[0], parts[1:]
        if first == '**':
            folders = self._folders()
            found = []
            for folder in folders:
                for path in folder._found(rest) if rest else [folder]:
                    if path not in found:
                        found.append(path)
            return found
        if not self.is_dir():
            return []
        found = []
        for name in _os.listdir(self._text):
            if _matches(name, first):
                path = self / name
                found += path._found(rest) if rest else [path]
        return found

    def _folders(self):
        if not self.is_dir():
            return []
        found = [self]
        for path in self.iterdir():
            found += path._folders()
        return found

    def samefile(self, other_path):
        return self.resolve() == type(self)(other_path).resolve()

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass

class PosixPath(Path, PurePosixPath):
    pass
