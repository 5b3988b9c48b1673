# What a module and a class want to do first and last is done around their tests.

import sys as _sys
from _unittest_case import SkipTest

_module_cleanups = []

def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))

def enterModuleContext(cm):
    value = cm.__enter__()
    addModuleCleanup(cm.__exit__, None, None, None)
    return value

def doModuleCleanups():
    problems = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as problem:
            problems.append(problem)
    if problems:
        raise problems[0]

class _Around:
    # Stands for what goes wrong before and after the tests among the tests.
    def __init__(self, what, of):
        self._text = f'{what} ({of})'

    def __str__(self):
        return self._text

    def shortDescription(self):
        return None

class Fixtures:
    def __init__(self, result):
        self._result = result
        self._kind = self._module = None
        self._is_kind_ready = self._is_module_ready = False

    # Whether the test may run, after what its module and its class want to do first.
    def admit(self, test):
        kind = type(test)
        if kind is not self._kind:
            self._leave_kind()
            if kind.__module__ != self._module:
                self._leave_module()
                self._enter_module(kind.__module__)
            self._kind = kind
            self._is_kind_ready = self._is_module_ready and self._enter_kind(kind)
        return self._is_kind_ready

    def end(self):
        self._leave_kind()
        self._leave_module()

    def _enter_module(self, name):
        self._module = name
        self._is_module_ready = self._attempt('setUpModule', name, self._of_module('setUpModule'))
        if not self._is_module_ready:
            self._attempt('setUpModule', name, doModuleCleanups)

    def _leave_module(self):
        if self._is_module_ready:
            self._attempt('tearDownModule', self._module, self._of_module('tearDownModule'))
            self._attempt('tearDownModule', self._module, doModuleCleanups)

    def _of_module(self, what):
        return getattr(_sys.modules.get(self._module), what, None)

    def _enter_kind(self, kind):
        if getattr(kind, '__unittest_skip__', False) or self._attempt_of_kind('setUpClass'):
            return True
        self._clean_up('setUpClass')
        return False

    def _leave_kind(self):
        if self._is_kind_ready and not getattr(self._kind, '__unittest_skip__', False):
            self._attempt_of_kind('tearDownClass')
            self._clean_up('tearDownClass')

    def _attempt_of_kind(self, what):
        return self._attempt(what, self._name_of_kind(), getattr(self._kind, what, None))

    def _clean_up(self, what):
        self._kind.doClassCleanups()
        for details in self._kind.tearDown_exceptions:
            self._tell(what, self._name_of_kind(), details)

    def _name_of_kind(self):
        return f'{self._kind.__module__}.{self._kind.__qualname__}'

    def _attempt(self, what, of, function):
        try:
            if function is not None:
                function()
        except Exception:
            self._tell(what, of, _sys.exc_info())
            return False
        return True

    def _tell(self, what, of, details):
        around = _Around(what, of)
        if isinstance(details[1], SkipTest):
            self._result.addSkip(around, str(details[1]))
        else:
            self._result.addError(around, details)
