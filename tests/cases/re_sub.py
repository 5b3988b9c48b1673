import re
print(re.sub(r"(\w+)@(\w+)", r"\2 at \1", "me@home you@work"))
print(re.sub("a", lambda m: m.group().upper(), "banana", count=2), re.subn("x*", "-", "abxd"))
print(re.sub("", "-", "abc"), re.sub("b*", "X", "abc"), re.sub("(?P<x>a)", r"\g<x>\g<1>\n", "ab"))
def snake(name):
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
print(snake("CamelCaseString"), re.sub(r"\s+", " ", " a \t b\n"))
print(re.sub(rb"\d", b"#", b"a1b2"))

# expect:
# home at me work at you
# bAnAna ('-a-b--d-', 5)
# -a-b-c- XaXXcX aa
# b
# camel_case_string  a b 
# b'a#b#'
