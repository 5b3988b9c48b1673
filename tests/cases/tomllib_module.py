# Documents of TOML: values of all kinds, tables, arrays of tables, dotted keys.
import decimal
import io
import tomllib

DOCUMENT = r'''
# a comment
title = "TOML \"example\" \u00e9\U0001F600\t|"
'quoted key' = 'C:\path'
"" = ""

[owner]
name.first = "Tom"   # makes a table
name . "last" = "P-W"
born = 1979-05-27T07:32:00.5-08:00
utc = 1979-05-27 07:32:00z
local = [1979-05-27T00:32:00, 1979-05-27, 07:32:00, 00:32:00.9999999]

[numbers]
whole = [0, +1, -17, 1_000, 0xDEAD_beef, 0o755, 0b1101]
floats = [1.0, -0.01, 5e+22, 1e06, 6.626e-34, 224_617.445_991, inf, -inf, nan]
truth = [true, false]
mixed = [ # over lines
    1, "a", # more
    [2.5, []], { x = 1, y.z = [{}] },
]

[texts]
several = """
Roses \
    are red
"violets" ""are"""""
literal = \'\'\'
a\nb \'quoted\'\'\'\'

[[fruit]]
name = "apple"
[fruit.physical]
colour = "red"
[[fruit.variety]]
name = "red delicious"
[[fruit.variety]]
name = "granny smith"
[[fruit]]
name = "banana"

[a.b.c]
d = 1
[a]
e = 2
'''.replace("\\'", "'")


def show(value, depth=0):
    for key, item in value.items():
        if isinstance(item, dict):
            print('  ' * depth + repr(key))
            show(item, depth + 1)
        else:
            print('  ' * depth + repr(key), '=', repr(item))


show(tomllib.loads(DOCUMENT))
print(tomllib.load(io.BytesIO('a = "é"\r\nb = 1\r\n'.encode())))
print(tomllib.loads('a = 1.10\nb = [inf, 1e3]\nc = 7', parse_float=decimal.Decimal))
print(tomllib.loads('').__class__, tomllib.__all__, issubclass(tomllib.TOMLDecodeError, ValueError), tomllib.TOMLDecodeError)
for wrong in (lambda: tomllib.load(io.StringIO('a = 1')), lambda: tomllib.loads(b'a = 1'), lambda: tomllib.loads('a = 1', float),
              lambda: tomllib.loads('a = 1.5', parse_float=lambda text: [text])):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

# expect:
# 'title' = 'TOML "example" é😀\t|'
# 'quoted key' = 'C:\\path'
# '' = ''
# 'owner'
#   'name'
#     'first' = 'Tom'
#     'last' = 'P-W'
#   'born' = datetime.datetime(1979, 5, 27, 7, 32, 0, 500000, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=57600)))
#   'utc' = datetime.datetime(1979, 5, 27, 7, 32, tzinfo=datetime.timezone.utc)
#   'local' = [datetime.datetime(1979, 5, 27, 0, 32), datetime.date(1979, 5, 27), datetime.time(7, 32), datetime.time(0, 32, 0, 999999)]
# 'numbers'
#   'whole' = [0, 1, -17, 1000, 3735928559, 493, 13]
#   'floats' = [1.0, -0.01, 5e+22, 1000000.0, 6.626e-34, 224617.445991, inf, -inf, nan]
#   'truth' = [True, False]
#   'mixed' = [1, 'a', [2.5, []], {'x': 1, 'y': {'z': [{}]}}]
# 'texts'
#   'several' = 'Roses are red\n"violets" ""are""'
#   'literal' = "a\\nb 'quoted'"
# 'fruit' = [{'name': 'apple', 'physical': {'colour': 'red'}, 'variety': [{'name': 'red delicious'}, {'name': 'granny smith'}]}, {'name': 'banana'}]
# 'a'
#   'b'
#     'c'
#       'd' = 1
#   'e' = 2
# {'a': 'é', 'b': 1}
# {'a': Decimal('1.10'), 'b': [Decimal('Infinity'), Decimal('1E+3')], 'c': 7}
# <class 'dict'> ('loads', 'load', 'TOMLDecodeError') True <class 'tomllib.TOMLDecodeError'>
# TypeError File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`
# TypeError a bytes-like object is required, not 'str'
# TypeError loads() takes 1 positional argument but 2 were given
# ValueError parse_float must not return dicts or lists
