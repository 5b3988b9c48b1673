import re
m = re.match("(a)", "a")
for call in (lambda: re.match("a", 5), lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.compile(5),
             lambda: re.sub("a", r"\2", "a"), lambda: re.sub("a", r"\g<x>", "a"), lambda: re.sub("a", r"\q", "a"),
             lambda: m.group(9), lambda: m.group("nope"), lambda: re.compile(re.compile("a"), re.I)):
    try:
        print(call())
    except (TypeError, ValueError, IndexError, re.error) as error:
        print(type(error).__name__, error)

# expect:
# TypeError expected string or bytes-like object, got 'int'
# TypeError cannot use a string pattern on a bytes-like object
# TypeError cannot use a bytes pattern on a string-like object
# TypeError first argument must be string or compiled pattern
# error invalid group reference 2 at position 1
# IndexError unknown group name 'x'
# error bad escape \q at position 0
# IndexError no such group
# IndexError no such group
# ValueError cannot process flags argument with a compiled pattern
