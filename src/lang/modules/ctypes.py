# As much of ctypes as shared values need: the names of C's simple types.

from _ctypes_values import _TYPES

__all__ = ['c_char', 'c_byte', 'c_ubyte', 'c_short', 'c_ushort', 'c_int', 'c_uint', 'c_long', 'c_ulong', 'c_longlong',
           'c_ulonglong', 'c_float', 'c_double', 'c_bool', 'c_wchar', 'c_int32', 'c_int64', 'c_uint32', 'c_uint64', 'c_size_t']

c_char = _TYPES['c']
c_byte = c_int8 = _TYPES['b']
c_ubyte = c_uint8 = _TYPES['B']
c_short = c_int16 = _TYPES['h']
c_ushort = c_uint16 = _TYPES['H']
c_int = c_int32 = _TYPES['i']
c_uint = c_uint32 = _TYPES['I']
c_long = c_int64 = c_ssize_t = _TYPES['l']
c_ulong = c_uint64 = c_size_t = _TYPES['L']
c_longlong = _TYPES['q']
c_ulonglong = _TYPES['Q']
c_float = _TYPES['f']
c_double = _TYPES['d']
c_bool = _TYPES['?']
c_wchar = _TYPES['u']
