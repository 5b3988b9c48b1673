# Functions of complex numbers, as C's formulas for finite arguments have them.

import math as _math

__all__ = [
    'acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cos', 'cosh', 'e', 'exp', 'inf', 'infj', 'isclose', 'isfinite',
    'isinf', 'isnan', 'log', 'log10', 'nan', 'nanj', 'phase', 'pi', 'polar', 'rect', 'sin', 'sinh', 'sqrt', 'tan', 'tanh',
    'tau',
]

pi, e, tau, inf, nan = _math.pi, _math.e, _math.tau, _math.inf, _math.nan
infj = complex(0.0, inf)
nanj = complex(0.0, nan)

def _of(z):
    if type(z) is complex:
        return z
    if isinstance(z, (int, float, complex)) or hasattr(z, '__complex__') or hasattr(z, '__float__') or hasattr(z, '__index__'):
        return complex(z)
    raise TypeError(f'must be real number, not {type(z).__name__}')

def phase(z, /):
    z = _of(z)
    return _math.atan2(z.imag, z.real)

def polar(z, /):
    z = _of(z)
    return abs(z), _math.atan2(z.imag, z.real)

def rect(r, phi, /):
    if not _math.isfinite(phi):
        if r == 0.0:
            return 0j
        raise ValueError('math domain error')
    if phi == 0.0:
        return complex(r, r * phi)
    return complex(r * _math.cos(phi), r * _math.sin(phi))

def exp(z, /):
    z = _of(z)
    if z.real > 708.0:
        size = _math.exp(z.real - 1.0)
        result = complex(size * _math.cos(z.imag) * e, size * _math.sin(z.imag) * e)
    else:
        size = _math.exp(z.real)
        result = complex(size * _math.cos(z.imag), size * _math.sin(z.imag))
    if (_math.isinf(result.real) or _math.isinf(result.imag)) and isfinite(z):
        raise OverflowError('math range error')
    return result

def _ln(z):
    x, y = abs(z.real), abs(z.imag)
    if x == 0.0 and y == 0.0:
        raise ValueError('math domain error')
    size = _math.hypot(x, y)
    if 0.71 <= size <= 1.73:
        large, small = max(x, y), min(x, y)
        real = _math.log1p((large - 1) * (large + 1) + small * small) / 2.0
    else:
        real = _math.log(size)
    return complex(real, _math.atan2(z.imag, z.real))

def log(z, base=None, /):
    result = _ln(_of(z))
    return result if base is None else result / _ln(_of(base))

def log10(z, /):
    result = _ln(_of(z))
    return complex(result.real / _math.log(10.0), result.imag / _math.log(10.0))

def sqrt(z, /):
    z = _of(z)
    if z.real == 0.0 and z.imag == 0.0:
        return complex(0.0, z.imag)
    x, y = abs(z.real), abs(z.imag)
    if _math.isinf(y):
        return complex(inf, z.imag)
    x /= 8.0
    part = 2.0 * _math.sqrt(x + _math.hypot(x, y / 8.0))
    other = y / (2.0 * part)
    if z.real >= 0.0:
        return complex(part, _math.copysign(other, z.imag))
    return complex(other, _math.copysign(part, z.imag))

def cosh(z, /):
    z = _of(z)
    return complex(_math.cos(z.imag) * _math.cosh(z.real), _math.sin(z.imag) * _math.sinh(z.real))

def sinh(z, /):
    z = _of(z)
    return complex(_math.cos(z.imag) * _math.sinh(z.real), _math.sin(z.imag) * _math.cosh(z.real))

def tanh(z, /):
    z = _of(z)
    if abs(z.real) > 354.0:
        return complex(_math.copysign(1.0, z.real), 4.0 * _math.sin(z.imag) * _math.cos(z.imag) * _math.exp(-2.0 * abs(z.real)))
    tx, ty = _math.tanh(z.real), _math.tan(z.imag)
    cx = 1.0 / _math.cosh(z.real)
    txty = tx * ty
    bottom = 1.0 + txty * txty
    return complex(tx * (1.0 + ty * ty) / bottom, ((ty / bottom) * cx) * cx)

def cos(z, /):
    z = _of(z)
    return cosh(complex(-z.imag, z.real))

def sin(z, /):
    z = _of(z)
    result = sinh(complex(-z.imag, z.real))
    return complex(result.imag, -result.real)

def tan(z, /):
    z = _of(z)
    result = tanh(complex(-z.imag, z.real))
    return complex(result.imag, -result.real)

def acos(z, /):
    z = _of(z)
    below, above = sqrt(complex(1.0 - z.real, -z.imag)), sqrt(complex(1.0 + z.real, z.imag))
    return complex(2.0 * _math.atan2(below.real, above.real),
                   _math.asinh(above.real * below.imag - above.imag * below.real))

def acosh(z, /):
    z = _of(z)
    below, above = sqrt(complex(z.real - 1.0, z.imag)), sqrt(complex(z.real + 1.0, z.imag))
    return complex(_math.asinh(below.real * above.real + below.imag * above.imag),
                   2.0 * _math.atan2(below.imag, above.real))

def asinh(z, /):
    z = _of(z)
    one, other = sqrt(complex(1.0 + z.imag, -z.real)), sqrt(complex(1.0 - z.imag, z.real))
    return complex(_math.asinh(one.real * other.imag - other.real * one.imag),
                   _math.atan2(z.imag, one.real * other.real - one.imag * other.imag))

def asin(z, /):
    z = _of(z)
    result = asinh(complex(-z.imag, z.real))
    return complex(result.imag, -result.real)

def atanh(z, /):
    z = _of(z)
    if z.real < 0.0 or z.real == 0.0 and _math.copysign(1.0, z.real) < 0.0:
        return -atanh(-z)
    y = abs(z.imag)
    if z.real == 1.0 and y == 0.0:
        raise ValueError('math domain error')
    real = _math.log1p(4.0 * z.real / ((1.0 - z.real) * (1.0 - z.real) + y * y)) / 4.0
    imaginary = -_math.atan2(-2.0 * z.imag, (1 - z.real) * (1 + z.real) - y * y) / 2.0
    return complex(real, imaginary)

def atan(z, /):
    z = _of(z)
    result = atanh(complex(-z.imag, z.real))
    return complex(result.imag, -result.real)

def isfinite(z, /):
    z = _of(z)
    return _math.isfinite(z.real) and _math.isfinite(z.imag)

def isinf(z, /):
    z = _of(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)

def isnan(z, /):
    z = _of(z)
    return _math.isnan(z.real) or _math.isnan(z.imag)

def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    a, b = _of(a), _of(b)
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError('tolerances must be non-negative')
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    distance = abs(a - b)
    return distance <= rel_tol * abs(b) or distance <= rel_tol * abs(a) or distance <= abs_tol
