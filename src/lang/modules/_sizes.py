# What plain values take under CPython 3.11 on a 64-bit machine, in bytes. A list counts as one that grew by `append`.

_FIXED = {type(None): 16, bool: 28, float: 24, complex: 32, range: 48, slice: 56, type(Ellipsis): 16,
          type(NotImplemented): 16, type(len): 72}

_ITERATORS = {
    'dict_keyiterator': 72, 'dict_valueiterator': 72, 'dict_itemiterator': 72, 'dict_keys': 40, 'dict_values': 40, 'dict_items': 40,
    'enumerate': 72, 'filter': 48, 'list_iterator': 48, 'list_reverseiterator': 48, 'map': 48, 'range_iterator': 48, 'reversed': 48,
    'set_iterator': 64, 'str_iterator': 48, 'str_ascii_iterator': 48, 'tuple_iterator': 48, 'zip': 64, 'function': 152, 'method': 64,
    'module': 72,
}

# What a generator keeps of its frame: its variables, and its stack.
def _of_frame(code):
    cells = [name for name in code.co_cellvars if name not in code.co_varnames]
    return 168 + 8 * (code.co_nlocals + len(cells) + len(code.co_freevars) + code.co_stacksize)

# Its slots, and what the collector keeps of an object; None where it has a dict as well.
def _of_slots(kind):
    count = 0
    for one in kind.__mro__[:-1]:
        names = one.__dict__.get('__slots__')
        if names is None:
            return None
        count += 1 if isinstance(names, str) else len(list(names))
    return 32 + 8 * count

def _of_int(value):
    return 24 + 4 * ((abs(value).bit_length() + 29) // 30)

def _of_text(value):
    if value.isascii():
        return 49 + len(value)
    widest = ord(max(value))
    if widest < 0x100:
        return 73 + len(value)
    return 74 + 2 * len(value) if widest < 0x10000 else 76 + 4 * len(value)

def _of_list(value):
    room = 0
    while room < len(value):
        room = room + 1 + (room + 1 >> 3) + 6 & ~3
    return 56 + 8 * room

def _of_dict(value):
    if not value:
        return 64
    bits = 3
    while 2 * (1 << bits) // 3 < len(value):
        bits += 1
    slots = 1 << bits
    width = 1 if bits < 8 else 2 if bits < 16 else 4
    entry = 16 if all([type(key) is str for key in value]) else 24
    return 96 + slots * width + 2 * slots // 3 * entry

def _of_set(value):
    slots, used = 8, 0
    for used in range(1, len(value) + 1):
        if used * 5 >= (slots - 1) * 3:
            wanted = used * 2 if used > 50_000 else used * 4
            while slots <= wanted:
                slots *= 2
    return 216 if slots == 8 else 216 + 16 * slots

_MISSING = object()

def _plain(value, kind):
    if kind in _FIXED:
        return 24 if value is False else _FIXED[kind]
    if kind is int:
        return _of_int(value)
    if kind is str:
        return _of_text(value)
    if kind is bytes:
        return 33 + len(value)
    if kind is bytearray:
        return 57 + len(value) if value else 56
    if kind is tuple:
        return 40 + 8 * len(value)
    if kind is list:
        return _of_list(value)
    if kind is dict:
        return _of_dict(value)
    if kind is set or kind is frozenset:
        return _of_set(value)
    if kind is object:
        return 16
    if is_instance(value) and base_of(value) is value and hasattr(value, '__dict__'):
        return 56
    if is_instance(value):
        return _of_slots(kind) if base_of(value) is value else None
    if kind.__name__ in _ITERATORS:
        return _ITERATORS[kind.__name__]
    for prefix in ('gi', 'cr', 'ag'):
        if hasattr(value, prefix + '_code'):
            return _of_frame(getattr(value, prefix + '_code'))
    return None

def size_of(value, default=_MISSING):
    hook = special(value, '__sizeof__')
    if hook is not None:
        return hook() + 16
    size = _plain(value, type(value))
    if size is not None:
        return size
    if default is not _MISSING:
        return default
    raise TypeError(f"gilsim does not know what a '{type(value).__name__}' object takes under CPython")
