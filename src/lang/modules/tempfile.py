__all__ = ['NamedTemporaryFile', 'SpooledTemporaryFile', 'TemporaryDirectory', 'TemporaryFile', 'gettempdir',
           'gettempprefix', 'mkdtemp', 'mkstemp', 'mktemp', 'template']

import os as _os
import shutil as _shutil
from random import SystemRandom as _SystemRandom

template = 'tmp'
TMP_MAX = 10000
tempdir = None
_letters = 'abcdefghijklmnopqrstuvwxyz0123456789_'
_generator = None

def gettempprefix():
    return template

# A program's files are in its own folder, so temporary ones are too: where CPython looks last.
def gettempdir():
    return _os.getcwd() if tempdir is None else tempdir

def _name(suffix, prefix, dir):
    global _generator
    if _generator is None:
        _generator = _SystemRandom()
    folder = gettempdir() if dir is None else dir
    for _ in range(TMP_MAX):
        middle = ''.join([_generator.choice(_letters) for _ in range(8)])
        path = _os.path.join(folder, (template if prefix is None else prefix) + middle + (suffix or ''))
        if not _os.path.exists(path):
            return path
    raise FileExistsError(17, 'No usable temporary file name found')

def mktemp(suffix='', prefix=template, dir=None):
    return _name(suffix, prefix, dir)

def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _name(suffix, prefix, dir)
    _os.mkdir(path)
    return path

def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    path = mktemp('' if suffix is None else suffix, template if prefix is None else prefix, dir)
    return _os.open(path, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL, 0o600), path

class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)

    def __repr__(self):
        return f'<TemporaryDirectory {self.name!r}>'

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        self.cleanup()

    def cleanup(self):
        if _os.path.exists(self.name):
            _shutil.rmtree(self.name)

class _Temporary:
    def __init__(self, file, name, delete):
        self.file = file
        self.name = name
        self._delete = delete

    def __getattr__(self, name):
        return getattr(self.__dict__['file'], name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        self.close()

    def __iter__(self):
        return iter(self.file)

    def close(self):
        if not self.file.closed:
            self.file.close()
            if self._delete and _os.path.exists(self.name):
                _os.remove(self.name)

def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None):
    name = _name(suffix, prefix, dir)
    return _Temporary(open(name, mode, encoding=encoding, newline=newline), name, delete)

def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    # Without a name nobody sees where it is.
    import io
    return io.BytesIO() if 'b' in mode else io.StringIO()

def SpooledTemporaryFile(max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                         dir=None, *, errors=None):
    return TemporaryFile(mode)
