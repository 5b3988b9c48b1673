# Tuples whose items have names, as the system fills them.

class Named(tuple):
    def __repr__(self):
        fields = ', '.join([f'{name}={value!r}' for name, value in zip(self._names, self)])
        return f'{_told(self)}({fields})'

    def __getattr__(self, name):
        if name in self._names:
            return self[self._names.index(name)]
        raise AttributeError(f"'{_told(self)}' object has no attribute {name!r}")

def _told(value):
    return f'{value.__module__}.{type(value).__name__}'
