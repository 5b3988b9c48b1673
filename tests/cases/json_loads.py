import json

print(json.loads('{"a": [1, -2.5, 1e3, true, false, null], "b": {"c": "d"}, "a2": ""}'))
print(json.loads(' [ ] '), json.loads("{}"), json.loads('"\\u00e9\\n\\ud83d\\ude00\\/"'), json.loads("123456789012345678901234567890"))
print(json.loads("[NaN, Infinity, -Infinity, 0, -0, -0.0, 1E+2, 0.5e-3]"), json.loads('{"a": 1, "a": 2}'))
print(json.loads('{"x": 1, "y": [{"z": 2}]}', object_hook=lambda d: sorted(d.items())))
print(json.loads('{"x": 1, "y": {"z": 2}}', object_pairs_hook=lambda pairs: pairs))
for text in (
    "", "  ", "{", "[", "[1", "[1,", "[1,]", "[1 2]", "{1: 2}", '{"a"}', '{"a":}', '{"a": 1', '{"a": 1,', '{"a": 1,}', '{"a": 1 "b"}',
    "nul", "tru", "-", "+1", "01", "1.", ".5", "1e", '"abc', '"a\nb"', '"\\x"', '"\\u12"', '"\\u12g4"', "1 2", "[] x", "'a'", '"\\',
    '{"a": [1, 2, {"b": }]}', '\n\n  {"k":\n oops}', "[1,\n2,\n,]",
):
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), error, "|", error.msg, error.pos, error.lineno, error.colno)
try:
    json.loads(5)
except TypeError as error:
    print(error)
try:
    json.loads("{bad}")
except ValueError as error:
    print(type(error).__name__, isinstance(error, ValueError))
value = {"k": [1, 2.5, "é", None, True, {"n": {}}], "empty": [], "big": 2 ** 70}
print(json.loads(json.dumps(value)) == value, json.loads(json.dumps(value, indent=3, sort_keys=True)) == value)
# expect:
# {'a': [1, -2.5, 1000.0, True, False, None], 'b': {'c': 'd'}, 'a2': ''}
# [] {} é
# 😀/ 123456789012345678901234567890
# [nan, inf, -inf, 0, 0, -0.0, 100.0, 0.0005] {'a': 2}
# [('x', 1), ('y', [[('z', 2)]])]
# [('x', 1), ('y', [('z', 2)])]
# '' Expecting value: line 1 column 1 (char 0) | Expecting value 0 1 1
# '  ' Expecting value: line 1 column 3 (char 2) | Expecting value 2 1 3
# '{' Expecting property name enclosed in double quotes: line 1 column 2 (char 1) | Expecting property name enclosed in double quotes 1 1 2
# '[' Expecting value: line 1 column 2 (char 1) | Expecting value 1 1 2
# '[1' Expecting ',' delimiter: line 1 column 3 (char 2) | Expecting ',' delimiter 2 1 3
# '[1,' Expecting value: line 1 column 4 (char 3) | Expecting value 3 1 4
# '[1,]' Expecting value: line 1 column 4 (char 3) | Expecting value 3 1 4
# '[1 2]' Expecting ',' delimiter: line 1 column 4 (char 3) | Expecting ',' delimiter 3 1 4
# '{1: 2}' Expecting property name enclosed in double quotes: line 1 column 2 (char 1) | Expecting property name enclosed in double quotes 1 1 2
# '{"a"}' Expecting ':' delimiter: line 1 column 5 (char 4) | Expecting ':' delimiter 4 1 5
# '{"a":}' Expecting value: line 1 column 6 (char 5) | Expecting value 5 1 6
# '{"a": 1' Expecting ',' delimiter: line 1 column 8 (char 7) | Expecting ',' delimiter 7 1 8
# '{"a": 1,' Expecting property name enclosed in double quotes: line 1 column 9 (char 8) | Expecting property name enclosed in double quotes 8 1 9
# '{"a": 1,}' Expecting property name enclosed in double quotes: line 1 column 9 (char 8) | Expecting property name enclosed in double quotes 8 1 9
# '{"a": 1 "b"}' Expecting ',' delimiter: line 1 column 9 (char 8) | Expecting ',' delimiter 8 1 9
# 'nul' Expecting value: line 1 column 1 (char 0) | Expecting value 0 1 1
# 'tru' Expecting value: line 1 column 1 (char 0) | Expecting value 0 1 1
# '-' Expecting value: line 1 column 1 (char 0) | Expecting value 0 1 1
# '+1' Expecting value: line 1 column 1 (char 0) | Expecting value 0 1 1
# '01' Extra data: line 1 column 2 (char 1) | Extra data 1 1 2
# '1.' Extra data: line 1 column 2 (char 1) | Extra data 1 1 2
# '.5' Expecting value: line 1 column 1 (char 0) | Expecting value 0 1 1
# '1e' Extra data: line 1 column 2 (char 1) | Extra data 1 1 2
# '"abc' Unterminated string starting at: line 1 column 1 (char 0) | Unterminated string starting at 0 1 1
# '"a\nb"' Invalid control character at: line 1 column 3 (char 2) | Invalid control character at 2 1 3
# '"\\x"' Invalid \escape: line 1 column 2 (char 1) | Invalid \escape 1 1 2
# '"\\u12"' Invalid \uXXXX escape: line 1 column 3 (char 2) | Invalid \uXXXX escape 2 1 3
# '"\\u12g4"' Invalid \uXXXX escape: line 1 column 3 (char 2) | Invalid \uXXXX escape 2 1 3
# '1 2' Extra data: line 1 column 3 (char 2) | Extra data 2 1 3
# '[] x' Extra data: line 1 column 4 (char 3) | Extra data 3 1 4
# "'a'" Expecting value: line 1 column 1 (char 0) | Expecting value 0 1 1
# '"\\' Unterminated string starting at: line 1 column 1 (char 0) | Unterminated string starting at 0 1 1
# '{"a": [1, 2, {"b": }]}' Expecting value: line 1 column 20 (char 19) | Expecting value 19 1 20
# '\n\n  {"k":\n oops}' Expecting value: line 4 column 2 (char 11) | Expecting value 11 4 2
# '[1,\n2,\n,]' Expecting value: line 3 column 1 (char 7) | Expecting value 7 3 1
# the JSON object must be str, bytes or bytearray, not int
# JSONDecodeError True
# True True
