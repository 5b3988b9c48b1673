import contextlib, io, sys
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print("hidden", 1, sep="-")
    sys.stdout.write("more\n")
    with contextlib.redirect_stdout(io.StringIO()) as inner:
        print("inside")
print(repr(out.getvalue()), repr(inner.getvalue()))
err = io.StringIO()
with contextlib.redirect_stderr(err):
    print("told", file=sys.stderr)
print(repr(err.getvalue()))

# expect:
# 'hidden-1\nmore\n' 'inside\n'
# 'told\n'
