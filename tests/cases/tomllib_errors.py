# What is no TOML, and where.
import tomllib

DOCUMENTS = [
    'a', 'a =', '= 1', 'a = 1 b = 2', 'a = 1\na = 2', 'a.b = 1\na = 2', 'a = 1\na.b = 2', '[a]\n[a]', '[a]\nb = 1\n[a.b]',
    '[[a]]\n[a]', 'a = [1]\n[[a]]', 'a = {}\n[a.b]', 'a = {b = 1}\na.c = 2', 'a = {b = 1, b = 2}', 'a = {b = {}, b.c = 1}',
    'a = {b = 1,}', 'a = {b = 1\n}', 'a = [1,, 2]', 'a = [1 2]', 'a = [', 'a = {', 'a = "', 'a = """x', "a = '", "a = '''x",
    'a = "\\q"', 'a = "\\u12"', 'a = "\\ud800"', 'a = "x\ny"', "a = 'x\ny'", '# \x01', 'a = "\x00"', 'a = """\\ x"""',
    'a = 1979-13-01', 'a = 1979-02-30', 'b = 1\na = 1979-02-29T10:00:00', 'a = 25:00:00', 'a = 01', 'a = 1.', 'a = .5', 'a = 1__0',
    'a = 1_', 'a = +0x1', 'a = True', '[', '[]', '[a.]', '[[a]', '[a]]', '[a] b', 'é = 1', 'a = 1\rb = 2', 'a\n= 1', '\ufeffa = 1',
    '[fruit]\napple.colour = 1\n[fruit.apple]', '[a.b.c]\nz = 9\n[a]\nb.c.t = 1', '[[a]]\nb = []\n[[a.b]]', '*',
]
for document in DOCUMENTS:
    try:
        print(repr(document), tomllib.loads(document))
    except tomllib.TOMLDecodeError as error:
        print(repr(document), '-', error)

# expect:
# 'a' - Expected '=' after a key in a key/value pair (at end of document)
# 'a =' - Invalid value (at end of document)
# '= 1' - Invalid statement (at line 1, column 1)
# 'a = 1 b = 2' - Expected newline or end of document after a statement (at line 1, column 7)
# 'a = 1\na = 2' - Cannot overwrite a value (at end of document)
# 'a.b = 1\na = 2' - Cannot overwrite a value (at end of document)
# 'a = 1\na.b = 2' - Cannot overwrite a value (at end of document)
# '[a]\n[a]' - Cannot declare ('a',) twice (at line 2, column 3)
# '[a]\nb = 1\n[a.b]' - Cannot overwrite a value (at line 3, column 5)
# '[[a]]\n[a]' - Cannot declare ('a',) twice (at line 2, column 3)
# 'a = [1]\n[[a]]' - Cannot mutate immutable namespace ('a',) (at line 2, column 4)
# 'a = {}\n[a.b]' - Cannot declare ('a', 'b') twice (at line 2, column 5)
# 'a = {b = 1}\na.c = 2' - Cannot mutate immutable namespace ('a',) (at end of document)
# 'a = {b = 1, b = 2}' - Duplicate inline table key 'b' (at line 1, column 18)
# 'a = {b = {}, b.c = 1}' - Cannot mutate immutable namespace ('b', 'c') (at line 1, column 21)
# 'a = {b = 1,}' - Invalid initial character for a key part (at line 1, column 12)
# 'a = {b = 1\n}' - Unclosed inline table (at line 1, column 11)
# 'a = [1,, 2]' - Invalid value (at line 1, column 8)
# 'a = [1 2]' - Unclosed array (at line 1, column 8)
# 'a = [' - Invalid value (at end of document)
# 'a = {' - Invalid initial character for a key part (at end of document)
# 'a = "' - Unterminated string (at end of document)
# 'a = """x' - Unterminated string (at end of document)
# "a = '" - Expected "'" (at end of document)
# "a = '''x" - Expected "'''" (at end of document)
# 'a = "\\q"' - Unescaped '\' in a string (at line 1, column 8)
# 'a = "\\u12"' - Invalid hex value (at line 1, column 8)
# 'a = "\\ud800"' - Escaped character is not a Unicode scalar value (at line 1, column 12)
# 'a = "x\ny"' - Illegal character '\n' (at line 1, column 7)
# "a = 'x\ny'" - Found invalid character '\n' (at line 1, column 7)
# '# \x01' - Found invalid character '\x01' (at line 1, column 3)
# 'a = "\x00"' - Illegal character '\x00' (at line 1, column 6)
# 'a = """\\ x"""' - Unescaped '\' in a string (at line 1, column 10)
# 'a = 1979-13-01' - Expected newline or end of document after a statement (at line 1, column 9)
# 'a = 1979-02-30' - Invalid date or datetime (at line 1, column 5)
# 'b = 1\na = 1979-02-29T10:00:00' - Invalid date or datetime (at line 2, column 5)
# 'a = 25:00:00' - Expected newline or end of document after a statement (at line 1, column 7)
# 'a = 01' - Expected newline or end of document after a statement (at line 1, column 6)
# 'a = 1.' - Expected newline or end of document after a statement (at line 1, column 6)
# 'a = .5' - Invalid value (at line 1, column 5)
# 'a = 1__0' - Expected newline or end of document after a statement (at line 1, column 6)
# 'a = 1_' - Expected newline or end of document after a statement (at line 1, column 6)
# 'a = +0x1' - Expected newline or end of document after a statement (at line 1, column 7)
# 'a = True' - Invalid value (at line 1, column 5)
# '[' - Invalid initial character for a key part (at end of document)
# '[]' - Invalid initial character for a key part (at line 1, column 2)
# '[a.]' - Invalid initial character for a key part (at line 1, column 4)
# '[[a]' - Expected ']]' at the end of an array declaration (at line 1, column 4)
# '[a]]' - Expected newline or end of document after a statement (at line 1, column 4)
# '[a] b' - Expected newline or end of document after a statement (at line 1, column 5)
# 'é = 1' - Invalid statement (at line 1, column 1)
# 'a = 1\rb = 2' - Expected newline or end of document after a statement (at line 1, column 6)
# 'a\n= 1' - Expected '=' after a key in a key/value pair (at line 1, column 2)
# '\ufeffa = 1' - Invalid statement (at line 1, column 1)
# '[fruit]\napple.colour = 1\n[fruit.apple]' - Cannot declare ('fruit', 'apple') twice (at line 3, column 13)
# '[a.b.c]\nz = 9\n[a]\nb.c.t = 1' - Cannot redefine namespace ('a', 'b', 'c') (at end of document)
# '[[a]]\nb = []\n[[a.b]]' - Cannot mutate immutable namespace ('a', 'b') (at line 3, column 6)
# '*' - Invalid statement (at line 1, column 1)
