# The lexer for small languages like that of a shell. Executed in the variables of `shlex` when first wanted.

from collections import deque as _deque
import sys as _sys

_LETTERS = 'abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'
_FURTHER_LETTERS = ''.join(map(chr, (*range(0xdf, 0xf7), *range(0xf8, 0x100), *range(0xc0, 0xd7), *range(0xd8, 0xdf))))
# Where it is between two characters, beside the quotes and escapes that it is within.
_BETWEEN, _WORD, _PUNCTUATION = ' ', 'a', 'c'

class shlex:
    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if isinstance(instream, str):
            from io import StringIO
            instream = StringIO(instream)
        self.instream = _sys.stdin if instream is None else instream
        self.infile = None if instream is None else infile
        self.posix = posix
        self.eof = None if posix else ''
        self.commenters, self.whitespace, self.whitespace_split = '#', ' \t\r\n', False
        self.quotes, self.escape, self.escapedquotes = '\'"', '\\', '"'
        self.wordchars = _LETTERS + (_FURTHER_LETTERS if posix else '')
        self.state, self.pushback, self.lineno, self.debug, self.token = _BETWEEN, _deque(), 1, 0, ''
        self.filestack, self.source = _deque(), None
        self._punctuation_chars = '();<>|&' if punctuation_chars is True else punctuation_chars or ''
        if punctuation_chars:
            self._again = _deque()
            self.wordchars = ''.join(letter for letter in self.wordchars + '~-./*?=' if letter not in self._punctuation_chars)

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        if isinstance(newstream, str):
            from io import StringIO
            newstream = StringIO(newstream)
        self.filestack.appendleft((self.infile, self.instream, self.lineno))
        self.infile, self.instream, self.lineno = newfile, newstream, 1

    def pop_source(self):
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        self.state = _BETWEEN

    def get_token(self):
        if self.pushback:
            return self.pushback.popleft()
        token = self.read_token()
        while self.source is not None and token == self.source:
            found = self.sourcehook(self.read_token())
            if found:
                self.push_source(found[1], found[0])
            token = self.get_token()
        while token == self.eof and self.filestack:
            self.pop_source()
            token = self.get_token()
        return token

    def read_token(self):
        self._is_quoted, self._back = False, _BETWEEN
        while self._goes_on(self._next_letter()):
            pass
        token, self.token = self.token, ''
        return None if self.posix and not self._is_quoted and token == '' else token

    def _next_letter(self):
        letter = self._again.pop() if self._punctuation_chars and self._again else self.instream.read(1)
        if letter == '\n':
            self.lineno += 1
        return letter

    # Whether the token is not whole with this character.
    def _goes_on(self, letter):
        if self.state is None:
            self.token = ''
            return False
        if self.state == _BETWEEN:
            return self._begins(letter)
        if self.state in self.quotes:
            return self._within_quotes(letter)
        if self.state in self.escape:
            return self._escaped(letter)
        return self._within_word(letter)

    def _is_nothing(self):
        return not (self.token or self.posix and self._is_quoted)

    def _skip_comment(self):
        self.instream.readline()
        self.lineno += 1

    def _begins(self, letter):
        if not letter:
            self.state = None
            return False
        if letter in self.whitespace:
            return self._is_nothing()
        if letter in self.commenters:
            self._skip_comment()
        elif self.posix and letter in self.escape:
            self._back, self.state = _WORD, letter
        elif letter in self.wordchars:
            self.token, self.state = letter, _WORD
        elif letter in self._punctuation_chars:
            self.token, self.state = letter, _PUNCTUATION
        elif letter in self.quotes:
            self.token, self.state = '' if self.posix else letter, letter
        elif self.whitespace_split:
            self.token, self.state = letter, _WORD
        else:
            self.token = letter
            return False
        return True

    def _within_quotes(self, letter):
        self._is_quoted = True
        if not letter:
            raise ValueError('No closing quotation')
        if letter == self.state:
            if not self.posix:
                self.token += letter
                self.state = _BETWEEN
                return False
            self.state = _WORD
        elif self.posix and letter in self.escape and self.state in self.escapedquotes:
            self._back, self.state = self.state, letter
        else:
            self.token += letter
        return True

    # Within quotes nothing but these and the escape itself is escaped.
    def _escaped(self, letter):
        if not letter:
            raise ValueError('No escaped character')
        if self._back in self.quotes and letter not in (self.state, self._back):
            self.token += self.state
        self.token += letter
        self.state = self._back
        return True

    def _within_word(self, letter):
        if not letter:
            self.state = None
            return False
        if letter in self.whitespace:
            self.state = _BETWEEN
            return self._is_nothing()
        if letter in self.commenters:
            self._skip_comment()
            if self.posix:
                self.state = _BETWEEN
                return self._is_nothing()
        elif self.state == _PUNCTUATION:
            return self._within_punctuation(letter)
        elif self.posix and letter in self.quotes:
            self.state = letter
        elif self.posix and letter in self.escape:
            self._back, self.state = _WORD, letter
        elif self._belongs(letter):
            self.token += letter
        else:
            (self._again.append if self._punctuation_chars else self.pushback.appendleft)(letter)
            self.state = _BETWEEN
            return self._is_nothing()
        return True

    def _within_punctuation(self, letter):
        if letter in self._punctuation_chars:
            self.token += letter
            return True
        if letter not in self.whitespace:
            self._again.append(letter)
        self.state = _BETWEEN
        return False

    def _belongs(self, letter):
        splits = self.whitespace_split and letter not in self._punctuation_chars
        return letter in self.wordchars or letter in self.quotes or splits

    def sourcehook(self, newfile):
        import os
        if newfile[0] == '"':
            newfile = newfile[1:-1]
        if isinstance(self.infile, str) and not os.path.isabs(newfile):
            newfile = os.path.join(os.path.dirname(self.infile), newfile)
        return newfile, open(newfile)

    def error_leader(self, infile=None, lineno=None):
        return f'"{infile or self.infile}", line {lineno or self.lineno}: '

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token

def _split_plainly(s, comments):
    lexer = shlex(s)
    lexer.whitespace_split = True
    if not comments:
        lexer.commenters = ''
    return list(lexer)
