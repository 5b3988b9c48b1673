# Headers as messages have them: in their order, names more than once.


class HTTPMessage:
    __module__ = 'http.client'

    def __init__(self):
        self._headers = []

    def _add(self, name, value):
        self._headers.append((name, value))

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, value):
        self._add(name, value)

    def __delitem__(self, name):
        name = name.lower()
        self._headers = [item for item in self._headers if item[0].lower() != name]

    def __contains__(self, name):
        name = name.lower()
        return any(one.lower() == name for one, _ in self._headers)

    def __iter__(self):
        for name, _ in self._headers:
            yield name

    def __len__(self):
        return len(self._headers)

    def __str__(self):
        return self.as_string()

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        return ''.join(['%s: %s\n' % item for item in self._headers]) + '\n'

    def __bytes__(self):
        return self.as_bytes()

    def as_bytes(self, unixfrom=False, policy=None):
        return self.as_string().encode('latin-1')

    def get(self, name, failobj=None):
        name = name.lower()
        for one, value in self._headers:
            if one.lower() == name:
                return value
        return failobj

    def get_all(self, name, failobj=None):
        name = name.lower()
        return [value for one, value in self._headers if one.lower() == name] or failobj

    def keys(self):
        return [name for name, _ in self._headers]

    def values(self):
        return [value for _, value in self._headers]

    def items(self):
        return list(self._headers)

    def add_header(self, _name, _value, **_params):
        parts = [] if _value is None else [_value]
        for name, value in _params.items():
            name = name.replace('_', '-')
            parts.append(name if value is None else '%s="%s"' % (name, value.replace('\\', '\\\\').replace('"', '\\"')))
        self._add(_name, '; '.join(parts))

    def replace_header(self, _name, _value):
        for at, (name, _) in enumerate(self._headers):
            if name.lower() == _name.lower():
                self._headers[at] = name, _value
                return
        raise KeyError(_name)

    def get_params(self, failobj=None, header='content-type', unquote=True):
        text = self.get(header)
        if text is None:
            return failobj
        params = []
        for part in _parts_of(text):
            name, found, value = part.partition('=')
            value = value.strip()
            if unquote and len(value) > 1 and value[0] == value[-1] == '"':
                value = value[1:-1].replace('\\\\', '\\').replace('\\"', '"')
            params.append((name.strip(), value))
        return params

    def get_param(self, param, failobj=None, header='content-type', unquote=True):
        for name, value in self.get_params([], header, unquote):
            if name.lower() == param.lower():
                return value
        return failobj

    def get_content_type(self):
        kind = self.get('content-type')
        if kind is None:
            return self.get_default_type()
        kind = kind.partition(';')[0].strip().lower()
        return kind if kind.count('/') == 1 else 'text/plain'

    def get_default_type(self):
        return 'text/plain'

    def get_content_maintype(self):
        return self.get_content_type().split('/')[0]

    def get_content_subtype(self):
        return self.get_content_type().split('/')[1]

    def get_content_charset(self, failobj=None):
        charset = self.get_param('charset')
        return failobj if charset is None else charset.lower()

    def get_filename(self, failobj=None):
        name = self.get_param('filename', header='content-disposition')
        return self.get_param('name', failobj) if name is None else name


# What semicolons outside of quotes divide.
def _parts_of(text):
    parts = ['']
    is_quoted = False
    for piece in text.split(';'):
        parts[-1] += ';' + piece if is_quoted else piece
        is_quoted = (parts[-1].count('"') - parts[-1].count('\\"')) % 2 == 1
        if not is_quoted:
            parts.append('')
    return [part.strip() for part in parts if part.strip()]
