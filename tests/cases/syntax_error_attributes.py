e = SyntaxError('m')
def t(f):
    try: print(f())
    except Exception as x: print(type(x).__name__, x)
for a in ('msg','lineno','offset','text','filename','end_lineno','end_offset','args','print_file_and_line'): t(lambda: getattr(e,a))
e = SyntaxError('m',('f',3,4,'x y',3,6)); print(e, repr(e))
for a in ('msg','lineno','offset','text','filename','end_lineno','end_offset','args'): t(lambda: getattr(e,a))
e = IndentationError('m',('f',3,4,'x y')); print(e, e.lineno)
e = SyntaxError()
print(e.msg, str(e))
class S(SyntaxError): pass
t(lambda: S('q',('f',1,2,'z')).lineno)
e.lineno = 5
print(e.lineno)
try:
    compile('x ==', 'f', 'exec')
except SyntaxError as e:
    print(e, e.args[0], e.msg, e.lineno, e.offset, e.filename, e.end_lineno, e.end_offset)

# expect:
# m
# None
# None
# None
# None
# None
# None
# ('m',)
# None
# m (f, line 3) SyntaxError('m', ('f', 3, 4, 'x y', 3, 6))
# m
# 3
# 4
# x y
# f
# 3
# 6
# ('m', ('f', 3, 4, 'x y', 3, 6))
# m (f, line 3) 3
# None None
# 1
# 5
# invalid syntax (f, line 1) invalid syntax invalid syntax 1 5 f 1 5
