import json
d = {'a': [1, 2.5, None, True], 'b': {'c': 'é"\n'}, 'd': (), 1: 'k'}
print(json.dumps(d), json.dumps(d, indent=2, ensure_ascii=False), json.dumps({'z': 1, 'a': 2}, sort_keys=True, separators=(',', ':')))
print(json.loads('{"x": [1, 2e3, -0.5, "\\u00e9", null, false]}'), json.loads('"s"'), json.loads('[]'), json.loads(' 12 '), json.loads('NaN'), json.dumps(float('inf')))
for bad in ('{', '[1,]', "{'a': 1}", '', 'nul', '{"a" 1}', '[1 2]', '"abc', '{"a":1} x'):
    try: json.loads(bad)
    except json.JSONDecodeError as e: print(e, e.pos, e.lineno, e.colno)
try: json.dumps({1, 2})
except TypeError as e: print(e)
class E(json.JSONEncoder):
    def default(self, o): return sorted(o) if isinstance(o, set) else super().default(o)
print(json.dumps({'s': {3, 1}}, cls=E), json.dumps(object, default=str) if False else json.dumps({1j}, default=lambda o: 'q'), json.loads('{"a": 1}', object_hook=lambda o: list(o.items())), json.loads('1.5', parse_float=str), json.loads('{"a":1,"a":2}', object_pairs_hook=list))
print(json.dumps([[], {}, [[]]], indent=1), json.dumps('\u2028\x7f/'), json.dumps({'a': {'b': [1, {'c': 2}]}}, indent='\t'))
try: json.dumps({(1, 2): 3})
except TypeError as e: print(e)
print(json.dumps({(1, 2): 3, 'a': 1}, skipkeys=True), json.dumps({True: 1, None: 2, 1.5: 3}))
a = []; a.append(a)
try: json.dumps(a)
except ValueError as e: print(e)

# expect:
# {"a": [1, 2.5, null, true], "b": {"c": "\u00e9\"\n"}, "d": [], "1": "k"} {
#   "a": [
#     1,
#     2.5,
#     null,
#     true
#   ],
#   "b": {
#     "c": "é\"\n"
#   },
#   "d": [],
#   "1": "k"
# } {"a":2,"z":1}
# {'x': [1, 2000.0, -0.5, 'é', None, False]} s [] 12 nan Infinity
# Expecting property name enclosed in double quotes: line 1 column 2 (char 1) 1 1 2
# Expecting value: line 1 column 4 (char 3) 3 1 4
# Expecting property name enclosed in double quotes: line 1 column 2 (char 1) 1 1 2
# Expecting value: line 1 column 1 (char 0) 0 1 1
# Expecting value: line 1 column 1 (char 0) 0 1 1
# Expecting ':' delimiter: line 1 column 6 (char 5) 5 1 6
# Expecting ',' delimiter: line 1 column 4 (char 3) 3 1 4
# Unterminated string starting at: line 1 column 1 (char 0) 0 1 1
# Extra data: line 1 column 9 (char 8) 8 1 9
# Object of type set is not JSON serializable
# {"s": [1, 3]} "q" [('a', 1)] 1.5 [('a', 1), ('a', 2)]
# [
#  [],
#  {},
#  [
#   []
#  ]
# ] "\u2028\u007f/" {
# 	"a": {
# 		"b": [
# 			1,
# 			{
# 				"c": 2
# 			}
# 		]
# 	}
# }
# keys must be str, int, float, bool or None, not tuple
# {"a": 1} {"true": 1, "null": 2, "1.5": 3}
# Circular reference detected
