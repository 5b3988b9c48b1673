# What is wrong with a text that a program executes is told with its place.
try:
    exec('for x in y\n    pass\n')
except SyntaxError as error:
    print(error, error.lineno, error.offset, error.text.rstrip(), error.end_lineno, error.end_offset, error.args[0])
try:
    exec('def f():\n  x\n y\n')
except IndentationError as error:
    print(type(error).__name__, error.msg, error.lineno)
try:
    compile('\tx\n        y\n', 'name.py', 'exec')
except SyntaxError as error:
    print(type(error).__name__, error.msg, error.filename, error.lineno)

# expect:
# expected ':' (<string>, line 1) 1 11 for x in y 1 11 expected ':'
# IndentationError unindent does not match any outer indentation level 3
# IndentationError unexpected indent name.py 1
