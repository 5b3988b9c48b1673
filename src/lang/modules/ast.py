# What is written in place of a value: `literal_eval`. A text that Python compiles is looked through piece by piece, and evaluated
# where nothing but literals is found. Trees of programs are not to be had.

__all__ = ['literal_eval']

import re as _re

_PIECE = _re.compile(r'''
    \s+ | \\\n | \#[^\n]*
  | (?P<text> (?i:[bru]|br|rb)? (?: """(?:\\.|[^\\])*?""" | \'\'\'(?:\\.|[^\\])*?\'\'\' | "(?:\\.|[^\\"])*" | '(?:\\.|[^\\'])*' ) )
  | (?P<number> (?i: 0x[0-9a-f_]+ | 0b[01_]+ | 0o[0-7_]+ | (?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9][0-9_]*)(?:e[-+]?[0-9_]+)?j? ) )
  | (?P<name> [^\W\d]\w* )
  | (?P<sign> \.\.\. | \*\* | // | << | >> | <= | >= | == | != | := | . )
''', _re.X | _re.S)

_CONSTANTS = ('True', 'False', 'None', '...')

class AST:
    # The node at which a text is no literal, by its kind alone.
    __module__ = 'ast'

def _node(kind):
    return type(kind, (AST,), {'__module__': 'ast'})()

class _Malformed(Exception):
    pass

class _Reader:
    def __init__(self, text):
        self.pieces = [(kind.lastgroup, kind.group(), kind.start()) for kind in _PIECE.finditer(text) if kind.lastgroup]
        self.pieces.append(('end', '', len(text)))
        self.at = 0

    def look(self):
        return self.pieces[self.at][1]

    def kind(self):
        return self.pieces[self.at][0]

    def refuse(self, kind):
        raise _Malformed(kind, self.pieces[min(self.at, len(self.pieces) - 1)][2])

    def whole(self):
        self.value()
        if self.kind() != 'end':
            self.refuse('Tuple')

    # A tuple without brackets, too.
    def value(self):
        self.item()
        while self.look() == ',':
            self.at += 1
            if self.kind() == 'end':
                break
            self.item()

    def item(self):
        is_number = self.signed()
        if is_number and self.look() in ('+', '-'):
            self.at += 1
            if self.kind() != 'number' or self.look()[-1] not in 'jJ' or is_number == 'imaginary':
                self.refuse('BinOp')
            self.at += 1
        self.after()

    # What may not follow a literal.
    def after(self):
        piece = self.look()
        if self.kind() == 'name':
            self.refuse({'if': 'IfExp', 'for': 'GeneratorExp', 'and': 'BoolOp', 'or': 'BoolOp'}.get(piece, 'Compare'))
        if piece in ('<', '>', '<=', '>=', '==', '!='):
            self.refuse('Compare')
        if piece in ('(', '[', '.'):
            self.refuse({'(': 'Call', '[': 'Subscript', '.': 'Attribute'}[piece])
        if piece in ('+', '-', '*', '/', '//', '%', '**', '@', '&', '|', '^', '<<', '>>'):
            self.refuse('BinOp')

    def signed(self):
        if self.look() in ('+', '-'):
            self.at += 1
            if self.kind() != 'number':
                self.refuse('UnaryOp' if self.look() in ('+', '-', '~') else 'Name' if self.kind() == 'name' else 'Constant')
            return self.number()
        return self.atom()

    def number(self):
        self.at += 1
        return 'imaginary' if self.pieces[self.at - 1][1][-1] in 'jJ' else 'real'

    def atom(self):
        kind, piece = self.kind(), self.look()
        if kind == 'number':
            if piece[:2] in ('0x', '0X') and piece[-1] in 'jJ':
                self.refuse('Constant')
            return self.number()
        if kind == 'text':
            while self.kind() == 'text':
                self.at += 1
            return None
        if piece in _CONSTANTS:
            self.at += 1
            return None
        if kind == 'name':
            return self.named(piece)
        if piece == '(':
            return self.within(')')
        if piece in ('[', '{'):
            self.within(']' if piece == '[' else '}')
            return None
        self.refuse({'~': 'UnaryOp', '*': 'Starred'}.get(piece, 'Constant'))

    def named(self, name):
        self.at += 1
        following = self.look()
        if name == 'set' and following == '(' and self.pieces[self.at + 1][1] == ')':
            self.at += 2
            return None
        if self.kind() == 'text':
            self.refuse('JoinedStr')
        self.at -= 1
        kinds = {'not': 'UnaryOp', 'lambda': 'Lambda', 'await': 'Await', 'yield': 'Yield'}
        self.refuse(kinds.get(name) or {'(': 'Call', '.': 'Attribute', '[': 'Subscript'}.get(following, 'Name'))

    # What a bracket holds; a number in parentheses is a number.
    def within(self, end):
        self.at += 1
        found, count = None, 0
        while self.look() != end:
            if self.look() == '**':
                self.refuse(None)
            start = self.at
            self.item()
            if self.look() == ':':
                self.at += 1
                self.item()
            found, count = self.pieces[start:self.at], count + 1
            if self.look() == ',':
                self.at += 1
                count += 1
            elif self.look() != end:
                self.refuse('GeneratorExp')
        self.at += 1
        if end == ')' and count == 1 and len(found) == 1 and found[0][0] == 'number':
            return 'imaginary' if found[0][1][-1] in 'jJ' else 'real'
        return None

def literal_eval(node_or_string):
    text = node_or_string
    if not isinstance(text, str):
        raise ValueError(f'malformed node or string: {text!r}')
    text = text.lstrip(' \t')
    made = compile(text, '<unknown>', 'eval')
    try:
        _Reader(text).whole()
    except _Malformed as problem:
        kind, place = problem.args
    else:
        return eval(made, {})
    if kind is None:
        raise ValueError('malformed node or string: None')
    line = text.count('\n', 0, place) + 1
    raise ValueError(f'malformed node or string on line {line}: {_node(kind)!r}')
