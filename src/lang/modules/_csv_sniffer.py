# Guesses what separates the fields of a CSV file, and whether its first row names them.

import io as _io
import re as _re

_CHUNK = 10

# A quoted field with a delimiter on both sides, on the right, on the left, and alone in its line.
_BEFORE = r'''(?P<delim>[^\w\n"'])(?P<space> ?)'''
_QUOTED = r'''(?P<quote>["']).*?(?P=quote)'''
_PATTERNS = (
    _BEFORE + _QUOTED + '(?P=delim)',
    r'(?:^|\n)' + _QUOTED + _BEFORE,
    _BEFORE + _QUOTED + r'(?:$|\n)',
    r'(?:^|\n)' + _QUOTED + r'(?:$|\n)',
)


# The delimiter (none where nothing tells), the quotes, whether they are doubled, and whether a space follows delimiters.
def guess(sample, delimiters, preferred):
    quotechar, doublequote, delimiter, skipinitialspace = _by_quotes(sample, delimiters)
    if not delimiter:
        delimiter, skipinitialspace = _by_counts(sample, delimiters, preferred)
    return delimiter, quotechar or '"', doublequote, skipinitialspace

def _by_quotes(sample, delimiters):
    found = []
    for pattern in _PATTERNS:
        found = list(_re.finditer(pattern, sample, _re.DOTALL | _re.MULTILINE))
        if found:
            break
    if not found:
        return '', False, None, False
    quotes, delims, spaces = {}, {}, 0
    for match in found:
        parts = match.groupdict()
        quotes[parts['quote']] = quotes.get(parts['quote'], 0) + 1
        delim = parts.get('delim')
        if delim and (delimiters is None or delim in delimiters):
            delims[delim] = delims.get(delim, 0) + 1
        spaces += bool(parts.get('space'))
    quotechar = max(quotes, key=quotes.get)
    delimiter, skips = '', False
    if delims:
        delimiter = max(delims, key=delims.get)
        skips = delims[delimiter] == spaces
        delimiter = '' if delimiter == '\n' else delimiter
    return quotechar, _has_doubled(sample, quotechar, delimiter), delimiter, skips

def _has_doubled(sample, quotechar, delimiter):
    delim = _re.escape(delimiter)
    inner = rf'[^{delim}\n]*{quotechar}'
    return bool(_re.search(rf'(({delim})|^)\W*{quotechar}{inner}{inner}\W*(({delim})|$)', sample, _re.MULTILINE))

# A delimiter stands as often in nearly each line. More lines are looked at while several would do.
def _by_counts(sample, delimiters, preferred):
    lines = [line for line in sample.split('\n') if line]
    counts = {chr(code): {} for code in range(127)}
    delims = {}
    for begin in range(0, len(lines), _CHUNK):
        for line in lines[begin:begin + _CHUNK]:
            for char, often in counts.items():
                count = line.count(char)
                often[count] = often.get(count, 0) + 1
        if not delims:
            delims = _steady(counts, min(begin + _CHUNK, len(lines)), delimiters)
        if len(delims) == 1:
            break
    if not delims:
        return '', False
    delimiter = next((char for char in preferred if char in delims), None) if len(delims) > 1 else None
    if delimiter is None:
        delimiter = max(delims, key=lambda char: (delims[char], char))
    first = lines[0]
    return delimiter, first.count(delimiter) == first.count(delimiter + ' ')

# Each character's commonest count in a line, with how many more lines have it than have not.
def _modes(counts):
    for char, often in counts.items():
        mode = max(often, key=often.get)
        lead = 2 * often[mode] - sum(often.values())
        if mode > 0 and lead > 0:
            yield char, (mode, lead)

def _steady(counts, total, delimiters):
    modes = [(char, mode) for char, mode in _modes(counts) if delimiters is None or char in delimiters]
    consistency = 1.0
    while consistency >= 0.9:
        found = {char: mode for char, mode in modes if mode[1] / total >= consistency}
        if found:
            return found
        consistency -= 0.01
    return {}

def _kind(text):
    try:
        complex(text)
    except (ValueError, OverflowError):
        return len(text)
    return complex

def lines(sample):
    return _io.StringIO(sample)

def has_header(rows):
    header = next(rows)
    kinds = dict.fromkeys(range(len(header)))
    for checked, row in enumerate(rows):
        if checked > 20:
            break
        if len(row) == len(header):
            for column in list(kinds):
                _agree(kinds, column, _kind(row[column]))
    votes = 0
    for column, kind in kinds.items():
        named = header[column]
        same = len(named) == kind if isinstance(kind, int) else kind is not None and _kind(named) == kind
        votes += -1 if same else 1
    return votes > 0

def _agree(kinds, column, kind):
    if kinds[column] is None:
        kinds[column] = kind
    elif kinds[column] != kind:
        del kinds[column]
