# The contexts of decimal arithmetic: precision, rounding, and which conditions are raised. Each thread has its own.

import threading as _threading
from _thread import get_ident as _get_ident

ROUND_DOWN = 'ROUND_DOWN'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_CEILING = 'ROUND_CEILING'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_UP = 'ROUND_UP'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_05UP = 'ROUND_05UP'

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997

_ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)

class DecimalException(ArithmeticError):
    __module__ = 'decimal'

class Clamped(DecimalException):
    __module__ = 'decimal'

class InvalidOperation(DecimalException):
    __module__ = 'decimal'

class ConversionSyntax(InvalidOperation):
    __module__ = 'decimal'

class DivisionByZero(DecimalException, ZeroDivisionError):
    __module__ = 'decimal'

class DivisionImpossible(InvalidOperation):
    __module__ = 'decimal'

class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    __module__ = 'decimal'

class Inexact(DecimalException):
    __module__ = 'decimal'

class InvalidContext(InvalidOperation):
    __module__ = 'decimal'

class Rounded(DecimalException):
    __module__ = 'decimal'

class Subnormal(DecimalException):
    __module__ = 'decimal'

class Overflow(Inexact, Rounded):
    __module__ = 'decimal'

class Underflow(Inexact, Rounded, Subnormal):
    __module__ = 'decimal'

class FloatOperation(DecimalException, TypeError):
    __module__ = 'decimal'

_SIGNALS = (Clamped, DivisionByZero, Inexact, Overflow, Rounded, Underflow, InvalidOperation, Subnormal, FloatOperation)

class Context:
    __module__ = 'decimal'

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        self.prec = 28 if prec is None else prec
        self.rounding = ROUND_HALF_EVEN if rounding is None else rounding
        self.Emin = -999999 if Emin is None else Emin
        self.Emax = 999999 if Emax is None else Emax
        self.capitals = 1 if capitals is None else capitals
        self.clamp = 0 if clamp is None else clamp
        self.flags = _chosen(flags, ())
        self.traps = _chosen(traps, (InvalidOperation, DivisionByZero, Overflow))

    def __setattr__(self, name, value):
        if name == 'prec':
            if not isinstance(value, int):
                raise TypeError('an integer is required' if isinstance(value, float) else 'an integer is required')
            if not 1 <= value <= MAX_PREC:
                raise ValueError('valid range for prec is [1, MAX_PREC]')
        elif name == 'rounding' and value not in _ROUNDINGS:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                            "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        object.__setattr__(self, name, value)

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, dict(self.flags), dict(self.traps))

    __copy__ = copy

    def clear_flags(self):
        for signal in self.flags:
            self.flags[signal] = False

    def clear_traps(self):
        for signal in self.traps:
            self.traps[signal] = False

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def create_decimal(self, num='0'):
        from decimal import Decimal
        return Decimal(num).__pos__(self)

    def create_decimal_from_float(self, f):
        from decimal import Decimal
        return Decimal.from_float(f).__pos__(self)

    def __getattr__(self, name):
        from decimal import Decimal
        given = {'add': '__add__', 'subtract': '__sub__', 'multiply': '__mul__', 'divide': '__truediv__', 'abs': '__abs__',
                 'divide_int': '__floordiv__', 'remainder': '__mod__', 'divmod': '__divmod__', 'minus': '__neg__', 'plus': '__pos__'}
        if name in given:
            return lambda a, *rest: getattr(Decimal(a), given[name])(*rest, context=self)
        if name == 'power':
            return lambda a, b, modulo=None: Decimal(a).__pow__(b, modulo, self)
        if name in ('quantize', 'sqrt', 'exp', 'ln', 'log10', 'normalize', 'compare', 'max', 'min', 'fma', 'remainder_near',
                    'to_integral_value', 'to_eng_string'):
            return lambda a, *rest: getattr(Decimal(a), name)(*rest, context=self)
        raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")

    def __repr__(self):
        flags, traps = [', '.join([signal.__name__ for signal in _SIGNALS if chosen[signal]]) for chosen in (self.flags, self.traps)]
        return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, '
                f'capitals={self.capitals}, clamp={self.clamp}, flags=[{flags}], traps=[{traps}])')

def _chosen(given, usual):
    if isinstance(given, dict):
        return {signal: bool(given.get(signal, False)) for signal in _SIGNALS}
    chosen = usual if given is None else given
    return {signal: signal in chosen for signal in _SIGNALS}

# The condition is noted, and raised where the context wants that.
def _raise(context, condition, *names):
    signal = InvalidOperation if condition in (ConversionSyntax, DivisionUndefined, DivisionImpossible, InvalidContext) else condition
    context.flags[signal] = True
    if context.traps[signal]:
        raise signal([condition, *names])

DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])

_own = _threading.local()
# By threads, as the object above keeps them: a look there is quicker than one at its attribute.
_contexts = _own._local_all

def getcontext():
    try:
        return _contexts[_get_ident()]['context']
    except KeyError:
        _own.context = DefaultContext.copy()
        return _own.context

def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError('optional argument must be a context')
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _own.context = context

class _Local:
    def __init__(self, context):
        self.new = context

    def __enter__(self):
        self.before = getcontext()
        setcontext(self.new)
        return self.new

    def __exit__(self, *raised):
        setcontext(self.before)

def localcontext(ctx=None, **kwargs):
    made = (getcontext() if ctx is None else ctx).copy()
    for name, value in kwargs.items():
        if name not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(made, name, value)
    return _Local(made)
