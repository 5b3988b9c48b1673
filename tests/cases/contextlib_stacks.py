import contextlib, io
@contextlib.contextmanager
def tag(name):
    print(f"<{name}>", end="")
    try:
        yield name
    finally:
        print(f"</{name}>", end="")
out = io.StringIO()
with contextlib.redirect_stdout(out), contextlib.ExitStack() as stack:
    for name in "abc":
        stack.enter_context(tag(name))
    print("text", end="")
print(out.getvalue())
with contextlib.suppress(ZeroDivisionError), contextlib.redirect_stdout(io.StringIO()) as hidden:
    print("before")
    1 / 0
print(repr(hidden.getvalue()))
print("shown again")

# expect:
# <a><b><c>text</c></b></a>
# 'before\n'
# shown again
