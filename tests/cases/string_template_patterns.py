# Templates whose classes say what their places look like; numbered fields of a Formatter.
import re
import string

class At(string.Template):
    delimiter = "@"

class Dotted(At):
    pattern = r"""
        (?P<escaped>@{2}) | @(?P<named>[_a-z][._a-z0-9]*) | @{(?P<braced>[_a-z][._a-z0-9]*)} | (?P<invalid>@)
    """

class Numbered(string.Template):
    braceidpattern = "[a-z0-9]+"
    flags = 0

class Plain(At):
    idpattern = "[a-z]+"
    flags = re.IGNORECASE

print(At("@who likes @{what} @@").substitute(who="a", what="b"), At("$who @WHO").safe_substitute(WHO=1))
print(Dotted("hi @a.b @{c.d} @@ @{x").safe_substitute({"a.b": 1, "c.d": 2}), Dotted("@a.b @c").get_identifiers())
print(Numbered("${1a} $Abc ${1A} $abc $$").safe_substitute({"1a": 5, "Abc": 6, "abc": 7}))
print(Plain("@a1 @{B} @").safe_substitute(a=1, B=2), Plain("@a @").is_valid(), Plain("@a").is_valid())
for template in (Dotted("a\nb @ c"), Plain("@1"), Numbered("$")):
    try:
        template.substitute()
    except ValueError as problem:
        print(problem)
formatter = string.Formatter()
print(formatter.format("{} {} {x}", 1, 2, x=3), formatter.format("{1} {0} {x}", 1, 2, x=3), formatter.format("{:>{}}", 1, 4))
for text in ("{0} {}", "{} {0}"):
    try:
        formatter.format(text, 1, 2)
    except ValueError as problem:
        print(problem)

# expect:
# a likes b @ $who 1
# hi 1 2 @ @{x ['a.b', 'c']
# 5 $Abc ${1A} 7 $
# 11 2 @ False True
# Invalid placeholder in string: line 2, col 2
# Invalid placeholder in string: line 1, col 1
# Invalid placeholder in string: line 1, col 1
# 1 2 3 2 1 3    1
# cannot switch from manual field specification to automatic field numbering
# cannot switch from manual field specification to automatic field numbering
