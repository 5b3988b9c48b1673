d={1:2,3:4}; e={3:5}
try: print('d.keys() & e.keys()', d.keys() & e.keys())
except Exception as ex: print('d.keys() & e.keys()', type(ex).__name__, ex)
try: print('d.keys() | e', d.keys() | e)
except Exception as ex: print('d.keys() | e', type(ex).__name__, ex)
try: print('d.keys() - {1}', d.keys() - {1})
except Exception as ex: print('d.keys() - {1}', type(ex).__name__, ex)
try: print('d.items() & {(1,2)}', d.items() & {(1,2)})
except Exception as ex: print('d.items() & {(1,2)}', type(ex).__name__, ex)
try: print('d.keys() ^ [1]', d.keys() ^ [1])
except Exception as ex: print('d.keys() ^ [1]', type(ex).__name__, ex)
try: print('d.keys() == {1,3}', d.keys() == {1,3})
except Exception as ex: print('d.keys() == {1,3}', type(ex).__name__, ex)
try: print('d.keys() <= {1,3,4}', d.keys() <= {1,3,4})
except Exception as ex: print('d.keys() <= {1,3,4}', type(ex).__name__, ex)
try: print('d.keys().isdisjoint([5])', d.keys().isdisjoint([5]))
except Exception as ex: print('d.keys().isdisjoint([5])', type(ex).__name__, ex)
try: print('{1} & d.keys()', {1} & d.keys())
except Exception as ex: print('{1} & d.keys()', type(ex).__name__, ex)
try: print('(1,2) in d.items()', (1,2) in d.items())
except Exception as ex: print('(1,2) in d.items()', type(ex).__name__, ex)
try: print('list(reversed(d))', list(reversed(d)))
except Exception as ex: print('list(reversed(d))', type(ex).__name__, ex)
try: print('list(reversed(d.keys()))', list(reversed(d.keys())))
except Exception as ex: print('list(reversed(d.keys()))', type(ex).__name__, ex)
try: print('list(reversed(d.items()))', list(reversed(d.items())))
except Exception as ex: print('list(reversed(d.items()))', type(ex).__name__, ex)
try: print('d.values() == d.values()', d.values() == d.values())
except Exception as ex: print('d.values() == d.values()', type(ex).__name__, ex)
try: print("b'%d-%s' % (5, b'x')", b'%d-%s' % (5, b'x'))
except Exception as ex: print("b'%d-%s' % (5, b'x')", type(ex).__name__, ex)
try: print('sorted(d.items(), key=lambda p: -p[1])', sorted(d.items(), key=lambda p: -p[1]))
except Exception as ex: print('sorted(d.items(), key=lambda p: -p[1])', type(ex).__name__, ex)
try: print("'%(a)s' % {'a': 1}", '%(a)s' % {'a': 1})
except Exception as ex: print("'%(a)s' % {'a': 1}", type(ex).__name__, ex)
try: print("int.from_bytes(b'ab','big')", int.from_bytes(b'ab','big'))
except Exception as ex: print("int.from_bytes(b'ab','big')", type(ex).__name__, ex)
try: print("(5).to_bytes(2,'little')", (5).to_bytes(2,'little'))
except Exception as ex: print("(5).to_bytes(2,'little')", type(ex).__name__, ex)
try: print('1 if 0 else 2', 1 if 0 else 2)
except Exception as ex: print('1 if 0 else 2', type(ex).__name__, ex)
try: print("[*range(3), *'ab']", [*range(3), *'ab'])
except Exception as ex: print("[*range(3), *'ab']", type(ex).__name__, ex)
try: print("{**d, 'x': 1}", {**d, 'x': 1})
except Exception as ex: print("{**d, 'x': 1}", type(ex).__name__, ex)
try: print("'{:>{w}}'.format('a', w=5)", '{:>{w}}'.format('a', w=5))
except Exception as ex: print("'{:>{w}}'.format('a', w=5)", type(ex).__name__, ex)
try: print("f'{3.14159:.{2}f}'", f'{3.14159:.{2}f}')
except Exception as ex: print("f'{3.14159:.{2}f}'", type(ex).__name__, ex)
try: print("f'{d!r:>20}'", f'{d!r:>20}')
except Exception as ex: print("f'{d!r:>20}'", type(ex).__name__, ex)
try: print("f'{1+1=}'", f'{1+1=}')
except Exception as ex: print("f'{1+1=}'", type(ex).__name__, ex)
try: print("'abc'[::-1]", 'abc'[::-1])
except Exception as ex: print("'abc'[::-1]", type(ex).__name__, ex)
try: print('[1,2,3][-2:]', [1,2,3][-2:])
except Exception as ex: print('[1,2,3][-2:]', type(ex).__name__, ex)
try: print('divmod(-7,2)', divmod(-7,2))
except Exception as ex: print('divmod(-7,2)', type(ex).__name__, ex)
try: print('round(2.5)', round(2.5))
except Exception as ex: print('round(2.5)', type(ex).__name__, ex)
try: print('round(-1.5)', round(-1.5))
except Exception as ex: print('round(-1.5)', type(ex).__name__, ex)
try: print('round(1234.567,-2)', round(1234.567,-2))
except Exception as ex: print('round(1234.567,-2)', type(ex).__name__, ex)
try: print('1e16', 1e16)
except Exception as ex: print('1e16', type(ex).__name__, ex)
try: print('1e-5', 1e-5)
except Exception as ex: print('1e-5', type(ex).__name__, ex)
try: print('0.1+0.2', 0.1+0.2)
except Exception as ex: print('0.1+0.2', type(ex).__name__, ex)
try: print('10**20', 10**20)
except Exception as ex: print('10**20', type(ex).__name__, ex)
try: print('2**-1', 2**-1)
except Exception as ex: print('2**-1', type(ex).__name__, ex)
try: print('7//-2', 7//-2)
except Exception as ex: print('7//-2', type(ex).__name__, ex)
try: print('-7%3', -7%3)
except Exception as ex: print('-7%3', type(ex).__name__, ex)
try: print("int('0x1f',16)", int('0x1f',16))
except Exception as ex: print("int('0x1f',16)", type(ex).__name__, ex)
try: print("int('1_000')", int('1_000'))
except Exception as ex: print("int('1_000')", type(ex).__name__, ex)
try: print("float('inf')", float('inf'))
except Exception as ex: print("float('inf')", type(ex).__name__, ex)
try: print('bin(-5)', bin(-5))
except Exception as ex: print('bin(-5)', type(ex).__name__, ex)
try: print("'a'<'b'", 'a'<'b')
except Exception as ex: print("'a'<'b'", type(ex).__name__, ex)
try: print('[1,[2]]==[1,[2]]', [1,[2]]==[1,[2]])
except Exception as ex: print('[1,[2]]==[1,[2]]', type(ex).__name__, ex)
try: print('type(1)==int', type(1)==int)
except Exception as ex: print('type(1)==int', type(ex).__name__, ex)
try: print('isinstance(True,int)', isinstance(True,int))
except Exception as ex: print('isinstance(True,int)', type(ex).__name__, ex)
try: print("min('b','a')", min('b','a'))
except Exception as ex: print("min('b','a')", type(ex).__name__, ex)
try: print('max([1,5,2],key=lambda x:-x)', max([1,5,2],key=lambda x:-x))
except Exception as ex: print('max([1,5,2],key=lambda x:-x)', type(ex).__name__, ex)
try: print('sum([[1],[2]],[])', sum([[1],[2]],[]))
except Exception as ex: print('sum([[1],[2]],[])', type(ex).__name__, ex)
try: print('any([])', any([]))
except Exception as ex: print('any([])', type(ex).__name__, ex)
try: print('all([])', all([]))
except Exception as ex: print('all([])', type(ex).__name__, ex)
try: print('list(map(lambda a,b:a+b,[1],[2]))', list(map(lambda a,b:a+b,[1],[2])))
except Exception as ex: print('list(map(lambda a,b:a+b,[1],[2]))', type(ex).__name__, ex)
try: print('list(filter(None,[0,1]))', list(filter(None,[0,1])))
except Exception as ex: print('list(filter(None,[0,1]))', type(ex).__name__, ex)
try: print("'a b'.title()", 'a b'.title())
except Exception as ex: print("'a b'.title()", type(ex).__name__, ex)
try: print("str(b'a')", str(b'a'))
except Exception as ex: print("str(b'a')", type(ex).__name__, ex)
try: print('bytes([1,2])', bytes([1,2]))
except Exception as ex: print('bytes([1,2])', type(ex).__name__, ex)
try: print('bytes(3)', bytes(3))
except Exception as ex: print('bytes(3)', type(ex).__name__, ex)
try: print("bytearray(b'a')+b'b'", bytearray(b'a')+b'b')
except Exception as ex: print("bytearray(b'a')+b'b'", type(ex).__name__, ex)
try: print('callable(len)', callable(len))
except Exception as ex: print('callable(len)', type(ex).__name__, ex)
try: print("'%5.2f|%-5d|%05d|%x|%e' % (3.14159, 42, 42, 255, 12345.678)", '%5.2f|%-5d|%05d|%x|%e' % (3.14159, 42, 42, 255, 12345.678))
except Exception as ex: print("'%5.2f|%-5d|%05d|%x|%e' % (3.14159, 42, 42, 255, 12345.678)", type(ex).__name__, ex)
try: print("'%s' % None", '%s' % None)
except Exception as ex: print("'%s' % None", type(ex).__name__, ex)
try: print("'%c' % 65", '%c' % 65)
except Exception as ex: print("'%c' % 65", type(ex).__name__, ex)
try: print("'%%'", '%%')
except Exception as ex: print("'%%'", type(ex).__name__, ex)
try: print("'{0} {1} {0}'.format(1,2)", '{0} {1} {0}'.format(1,2))
except Exception as ex: print("'{0} {1} {0}'.format(1,2)", type(ex).__name__, ex)
try: print("'{a.real}'.format(a=5)", '{a.real}'.format(a=5))
except Exception as ex: print("'{a.real}'.format(a=5)", type(ex).__name__, ex)
try: print("'{:,}'.format(1234567)", '{:,}'.format(1234567))
except Exception as ex: print("'{:,}'.format(1234567)", type(ex).__name__, ex)
try: print("'{:.1%}'.format(0.123)", '{:.1%}'.format(0.123))
except Exception as ex: print("'{:.1%}'.format(0.123)", type(ex).__name__, ex)
try: print("'{:e}'.format(12345.678)", '{:e}'.format(12345.678))
except Exception as ex: print("'{:e}'.format(12345.678)", type(ex).__name__, ex)
try: print("'{:#x}'.format(255)", '{:#x}'.format(255))
except Exception as ex: print("'{:#x}'.format(255)", type(ex).__name__, ex)
try: print("'{:+d}'.format(5)", '{:+d}'.format(5))
except Exception as ex: print("'{:+d}'.format(5)", type(ex).__name__, ex)
try: print("'{!r}'.format('a')", '{!r}'.format('a'))
except Exception as ex: print("'{!r}'.format('a')", type(ex).__name__, ex)
try: print("repr('it\\'s')", repr('it\'s'))
except Exception as ex: print("repr('it\\'s')", type(ex).__name__, ex)
try: print("'\\u00e9'", '\u00e9')
except Exception as ex: print("'\\u00e9'", type(ex).__name__, ex)
try: print("r'\\n'", r'\n')
except Exception as ex: print("r'\\n'", type(ex).__name__, ex)
try: print("b'\\x00a'", b'\x00a')
except Exception as ex: print("b'\\x00a'", type(ex).__name__, ex)
try: print("tuple('abc')", tuple('abc'))
except Exception as ex: print("tuple('abc')", type(ex).__name__, ex)
try: print('dict(a=1)', dict(a=1))
except Exception as ex: print('dict(a=1)', type(ex).__name__, ex)
try: print('dict([(1,2)])', dict([(1,2)]))
except Exception as ex: print('dict([(1,2)])', type(ex).__name__, ex)
try: print("set('aab')=={'a','b'}", set('aab')=={'a','b'})
except Exception as ex: print("set('aab')=={'a','b'}", type(ex).__name__, ex)
try: print('frozenset([1])', frozenset([1]))
except Exception as ex: print('frozenset([1])', type(ex).__name__, ex)
try: print('range(0,10,3)', range(0,10,3))
except Exception as ex: print('range(0,10,3)', type(ex).__name__, ex)
try: print('list(range(5,0,-2))', list(range(5,0,-2)))
except Exception as ex: print('list(range(5,0,-2))', type(ex).__name__, ex)
try: print('slice(1,2)', slice(1,2))
except Exception as ex: print('slice(1,2)', type(ex).__name__, ex)
try: print('enumerate', enumerate)
except Exception as ex: print('enumerate', type(ex).__name__, ex)
try: print('type(lambda:0)', type(lambda:0))
except Exception as ex: print('type(lambda:0)', type(ex).__name__, ex)
try: print('print.__name__', print.__name__)
except Exception as ex: print('print.__name__', type(ex).__name__, ex)
try: print('len.__name__', len.__name__)
except Exception as ex: print('len.__name__', type(ex).__name__, ex)
try: print('(lambda x:x).__name__', (lambda x:x).__name__)
except Exception as ex: print('(lambda x:x).__name__', type(ex).__name__, ex)
try: print('object()!=object()', object()!=object())
except Exception as ex: print('object()!=object()', type(ex).__name__, ex)
try: print('NotImplemented', NotImplemented)
except Exception as ex: print('NotImplemented', type(ex).__name__, ex)
try: print('...', ...)
except Exception as ex: print('...', type(ex).__name__, ex)
try: print('1 .__add__(2)', 1 .__add__(2))
except Exception as ex: print('1 .__add__(2)', type(ex).__name__, ex)
try: print("'abc'.__len__()", 'abc'.__len__())
except Exception as ex: print("'abc'.__len__()", type(ex).__name__, ex)
try: print('[].__class__', [].__class__)
except Exception as ex: print('[].__class__', type(ex).__name__, ex)
try: print('(1,).__class__.__name__', (1,).__class__.__name__)
except Exception as ex: print('(1,).__class__.__name__', type(ex).__name__, ex)
try: print('int.__add__(1,2)', int.__add__(1,2))
except Exception as ex: print('int.__add__(1,2)', type(ex).__name__, ex)
try: print("str.upper('a')", str.upper('a'))
except Exception as ex: print("str.upper('a')", type(ex).__name__, ex)
try: print('list.append', list.append)
except Exception as ex: print('list.append', type(ex).__name__, ex)
try: print("sorted({'b':1,'a':2})", sorted({'b':1,'a':2}))
except Exception as ex: print("sorted({'b':1,'a':2})", type(ex).__name__, ex)
try: print("'a' in {'a':1}", 'a' in {'a':1})
except Exception as ex: print("'a' in {'a':1}", type(ex).__name__, ex)
try: print('not []', not [])
except Exception as ex: print('not []', type(ex).__name__, ex)
try: print('1 and 2', 1 and 2)
except Exception as ex: print('1 and 2', type(ex).__name__, ex)
try: print('0 or 3', 0 or 3)
except Exception as ex: print('0 or 3', type(ex).__name__, ex)
try: print('1 < 2 < 3', 1 < 2 < 3)
except Exception as ex: print('1 < 2 < 3', type(ex).__name__, ex)
try: print('1 == 1.0', 1 == 1.0)
except Exception as ex: print('1 == 1.0', type(ex).__name__, ex)
try: print('[] is []', [] is [])
except Exception as ex: print('[] is []', type(ex).__name__, ex)
try: print('None is None', None is None)
except Exception as ex: print('None is None', type(ex).__name__, ex)
try: print('10 .bit_length()', 10 .bit_length())
except Exception as ex: print('10 .bit_length()', type(ex).__name__, ex)
try: print('(3.0).is_integer()', (3.0).is_integer())
except Exception as ex: print('(3.0).is_integer()', type(ex).__name__, ex)
try: print('(0.5).as_integer_ratio()', (0.5).as_integer_ratio())
except Exception as ex: print('(0.5).as_integer_ratio()', type(ex).__name__, ex)
try: print("float('nan')!=float('nan')", float('nan')!=float('nan'))
except Exception as ex: print("float('nan')!=float('nan')", type(ex).__name__, ex)
try: print('-0.0', -0.0)
except Exception as ex: print('-0.0', type(ex).__name__, ex)
try: print('1_000_000', 1_000_000)
except Exception as ex: print('1_000_000', type(ex).__name__, ex)
try: print('0b101', 0b101)
except Exception as ex: print('0b101', type(ex).__name__, ex)
try: print('0o17', 0o17)
except Exception as ex: print('0o17', type(ex).__name__, ex)
try: print('0xff', 0xff)
except Exception as ex: print('0xff', type(ex).__name__, ex)
try: print('1e3', 1e3)
except Exception as ex: print('1e3', type(ex).__name__, ex)
try: print("'a'*3", 'a'*3)
except Exception as ex: print("'a'*3", type(ex).__name__, ex)
try: print('[0]*3', [0]*3)
except Exception as ex: print('[0]*3', type(ex).__name__, ex)
try: print('(1,)+(2,)', (1,)+(2,))
except Exception as ex: print('(1,)+(2,)', type(ex).__name__, ex)
try: print("'ab'.join(['x','y'])", 'ab'.join(['x','y']))
except Exception as ex: print("'ab'.join(['x','y'])", type(ex).__name__, ex)
try: print("'x'.join('abc')", 'x'.join('abc'))
except Exception as ex: print("'x'.join('abc')", type(ex).__name__, ex)
try: print("' a '.strip()", ' a '.strip())
except Exception as ex: print("' a '.strip()", type(ex).__name__, ex)
try: print("'a,b'.split(',')", 'a,b'.split(','))
except Exception as ex: print("'a,b'.split(',')", type(ex).__name__, ex)
try: print("'abc'.find('c')", 'abc'.find('c'))
except Exception as ex: print("'abc'.find('c')", type(ex).__name__, ex)
try: print("'abc'.replace('b','x')", 'abc'.replace('b','x'))
except Exception as ex: print("'abc'.replace('b','x')", type(ex).__name__, ex)
try: print("'abc'.center(7,'*')", 'abc'.center(7,'*'))
except Exception as ex: print("'abc'.center(7,'*')", type(ex).__name__, ex)
try: print("'Abc'.swapcase()", 'Abc'.swapcase())
except Exception as ex: print("'Abc'.swapcase()", type(ex).__name__, ex)
try: print("'abc'.encode()", 'abc'.encode())
except Exception as ex: print("'abc'.encode()", type(ex).__name__, ex)
try: print("'5'.zfill(3)", '5'.zfill(3))
except Exception as ex: print("'5'.zfill(3)", type(ex).__name__, ex)
try: print("'a-b'.partition('-')", 'a-b'.partition('-'))
except Exception as ex: print("'a-b'.partition('-')", type(ex).__name__, ex)
try: print("ord('a')", ord('a'))
except Exception as ex: print("ord('a')", type(ex).__name__, ex)
try: print('chr(97)', chr(97))
except Exception as ex: print('chr(97)', type(ex).__name__, ex)
try: print('pow(2,3,5)', pow(2,3,5))
except Exception as ex: print('pow(2,3,5)', type(ex).__name__, ex)
try: print('abs(-3)', abs(-3))
except Exception as ex: print('abs(-3)', type(ex).__name__, ex)
try: print('str(1.0)', str(1.0))
except Exception as ex: print('str(1.0)', type(ex).__name__, ex)
try: print('str(1e100)', str(1e100))
except Exception as ex: print('str(1e100)', type(ex).__name__, ex)
try: print('repr(0.1)', repr(0.1))
except Exception as ex: print('repr(0.1)', type(ex).__name__, ex)
try: print("float('1e5')", float('1e5'))
except Exception as ex: print("float('1e5')", type(ex).__name__, ex)
try: print('int(3.9)', int(3.9))
except Exception as ex: print('int(3.9)', type(ex).__name__, ex)
try: print("int('-5')", int('-5'))
except Exception as ex: print("int('-5')", type(ex).__name__, ex)
try: print("bool('')", bool(''))
except Exception as ex: print("bool('')", type(ex).__name__, ex)
try: print("list('ab')", list('ab'))
except Exception as ex: print("list('ab')", type(ex).__name__, ex)

# expect:
# d.keys() & e.keys() {3}
# d.keys() | e {1, 3}
# d.keys() - {1} {3}
# d.items() & {(1,2)} {(1, 2)}
# d.keys() ^ [1] {3}
# d.keys() == {1,3} True
# d.keys() <= {1,3,4} True
# d.keys().isdisjoint([5]) True
# {1} & d.keys() {1}
# (1,2) in d.items() True
# list(reversed(d)) [3, 1]
# list(reversed(d.keys())) [3, 1]
# list(reversed(d.items())) [(3, 4), (1, 2)]
# d.values() == d.values() False
# b'%d-%s' % (5, b'x') b'5-x'
# sorted(d.items(), key=lambda p: -p[1]) [(3, 4), (1, 2)]
# '%(a)s' % {'a': 1} 1
# int.from_bytes(b'ab','big') 24930
# (5).to_bytes(2,'little') b'\x05\x00'
# 1 if 0 else 2 2
# [*range(3), *'ab'] [0, 1, 2, 'a', 'b']
# {**d, 'x': 1} {1: 2, 3: 4, 'x': 1}
# '{:>{w}}'.format('a', w=5)     a
# f'{3.14159:.{2}f}' 3.14
# f'{d!r:>20}'         {1: 2, 3: 4}
# f'{1+1=}' 1+1=2
# 'abc'[::-1] cba
# [1,2,3][-2:] [2, 3]
# divmod(-7,2) (-4, 1)
# round(2.5) 2
# round(-1.5) -2
# round(1234.567,-2) 1200.0
# 1e16 1e+16
# 1e-5 1e-05
# 0.1+0.2 0.30000000000000004
# 10**20 100000000000000000000
# 2**-1 0.5
# 7//-2 -4
# -7%3 2
# int('0x1f',16) 31
# int('1_000') 1000
# float('inf') inf
# bin(-5) -0b101
# 'a'<'b' True
# [1,[2]]==[1,[2]] True
# type(1)==int True
# isinstance(True,int) True
# min('b','a') a
# max([1,5,2],key=lambda x:-x) 1
# sum([[1],[2]],[]) [1, 2]
# any([]) False
# all([]) True
# list(map(lambda a,b:a+b,[1],[2])) [3]
# list(filter(None,[0,1])) [1]
# 'a b'.title() A B
# str(b'a') b'a'
# bytes([1,2]) b'\x01\x02'
# bytes(3) b'\x00\x00\x00'
# bytearray(b'a')+b'b' bytearray(b'ab')
# callable(len) True
# '%5.2f|%-5d|%05d|%x|%e' % (3.14159, 42, 42, 255, 12345.678)  3.14|42   |00042|ff|1.234568e+04
# '%s' % None None
# '%c' % 65 A
# '%%' %%
# '{0} {1} {0}'.format(1,2) 1 2 1
# '{a.real}'.format(a=5) 5
# '{:,}'.format(1234567) 1,234,567
# '{:.1%}'.format(0.123) 12.3%
# '{:e}'.format(12345.678) 1.234568e+04
# '{:#x}'.format(255) 0xff
# '{:+d}'.format(5) +5
# '{!r}'.format('a') 'a'
# repr('it\'s') "it's"
# '\u00e9' é
# r'\n' \n
# b'\x00a' b'\x00a'
# tuple('abc') ('a', 'b', 'c')
# dict(a=1) {'a': 1}
# dict([(1,2)]) {1: 2}
# set('aab')=={'a','b'} True
# frozenset([1]) frozenset({1})
# range(0,10,3) range(0, 10, 3)
# list(range(5,0,-2)) [5, 3, 1]
# slice(1,2) slice(1, 2, None)
# enumerate <class 'enumerate'>
# type(lambda:0) <class 'function'>
# print.__name__ print
# len.__name__ len
# (lambda x:x).__name__ <lambda>
# object()!=object() True
# NotImplemented NotImplemented
# ... Ellipsis
# 1 .__add__(2) 3
# 'abc'.__len__() 3
# [].__class__ <class 'list'>
# (1,).__class__.__name__ tuple
# int.__add__(1,2) 3
# str.upper('a') A
# list.append <method 'append' of 'list' objects>
# sorted({'b':1,'a':2}) ['a', 'b']
# 'a' in {'a':1} True
# not [] True
# 1 and 2 2
# 0 or 3 3
# 1 < 2 < 3 True
# 1 == 1.0 True
# [] is [] False
# None is None True
# 10 .bit_length() 4
# (3.0).is_integer() True
# (0.5).as_integer_ratio() (1, 2)
# float('nan')!=float('nan') True
# -0.0 -0.0
# 1_000_000 1000000
# 0b101 5
# 0o17 15
# 0xff 255
# 1e3 1000.0
# 'a'*3 aaa
# [0]*3 [0, 0, 0]
# (1,)+(2,) (1, 2)
# 'ab'.join(['x','y']) xaby
# 'x'.join('abc') axbxc
# ' a '.strip() a
# 'a,b'.split(',') ['a', 'b']
# 'abc'.find('c') 2
# 'abc'.replace('b','x') axc
# 'abc'.center(7,'*') **abc**
# 'Abc'.swapcase() aBC
# 'abc'.encode() b'abc'
# '5'.zfill(3) 005
# 'a-b'.partition('-') ('a', '-', 'b')
# ord('a') 97
# chr(97) a
# pow(2,3,5) 3
# abs(-3) 3
# str(1.0) 1.0
# str(1e100) 1e+100
# repr(0.1) 0.1
# float('1e5') 100000.0
# int(3.9) 3
# int('-5') -5
# bool('') False
# list('ab') ['a', 'b']
