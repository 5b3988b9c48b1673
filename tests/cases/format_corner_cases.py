print(f'{3.14159:.2f}|{42:05d}|{-7:+}|{1234567:,}|{0.256:.1%}|{255:#x}|{255:b}|{255:o}|{1e10:g}|{1e-7:.3e}|{"hi":>6}|{"hi":^7}|{"hi":*<5}|')
n, w, p = 'x', 10, 3
print(f'{n!r:>{w}}|{3.14159:{w}.{p}}|{n=}|{w + 1 = }|{{}}|{"a" "b"}|{3!s:>4}|{[1, 2]!r}')
print('{} {1}'.format(1, 2) if False else '{0} {1} {0}'.format(1, 2), '{a[0]} {b.real}'.format(a=[5], b=3), '{:>{w}}'.format('q', w=4), '{!r}'.format('s'))
print('%d %s %r %5.2f %-5s| %05d %x %o %e %g %% %c %+d' % (1, 'a', 'b', 2.345, 'l', 42, 255, 8, 12345.678, 0.0001, 'z', 5))
print('%(a)s-%(b)03d' % {'a': 1, 'b': 2}, '%s' % (1,), '%s' % [1], '%.3s|' % 'abcdef', '%*d' % (5, 3))
print(format(1234.5, '010.2f'), format(True, 'd'), format('x', '5'), f'{1_000_000:_}', f'{-5:=+6d}', f'{5: d}', f'{0.1 + 0.2}', f'{1e16}', f'{123456789.123:.3g}', f'{float("nan"):5}', f'{float("-inf")}')
print(str(1e22), 1e21, 1e15, 123456789012345678.0, 0.0001, 0.00001, 5e-324, 1.7976931348623157e308, -0.0, 2.5e-8, 100.0, 1/3)
print(round(2.5), round(3.5), round(2.675, 2), round(-1.5), round(1234, -2), round(0.5), round(1e20), round(5.015, 2))
for bad in ("{:d}", "{:z}", "{", "{0} {}", "{:,s}"):
    try: print(bad.format(*([1.5] * 2)))
    except Exception as e: print(type(e).__name__, e)
try: '%d' % 'x'
except TypeError as e: print(e)
try: '%s %s' % (1,)
except TypeError as e: print(e)
try: '%s' % (1, 2)
except TypeError as e: print(e)
print(repr('it\'s'), repr("a\"b'c"), repr('\t\n\x00\x7f\xe9\u20ac\U0001f600'), ascii('é€'), 'tab\tx'.expandtabs(4), b'\x00\xffa', repr(b'"\''))
print('{:<10}|{:^10}|{:>10}'.format('l', 'c', 'r'), '{:%Y-%m-%d}'.format(__import__('datetime').date(2024, 1, 5)))

# expect:
# 3.14|00042|-7|1,234,567|25.6%|0xff|11111111|377|1e+10|1.000e-07|    hi|  hi   |hi***|
#        'x'|      3.14|n='x'|w + 1 = 11|{}|ab|   3|[1, 2]
# 1 2 1 5 3    q 's'
# 1 a 'b'  2.35 l    | 00042 ff 10 1.234568e+04 0.0001 % z +5
# 1-002 1 [1] abc|     3
# 0001234.50 1 x     1_000_000 -    5  5 0.30000000000000004 1e+16 1.23e+08   nan -inf
# 1e+22 1e+21 1000000000000000.0 1.2345678901234568e+17 0.0001 1e-05 5e-324 1.7976931348623157e+308 -0.0 2.5e-08 100.0 0.3333333333333333
# 2 4 2.67 -2 1200 0 100000000000000000000 5.01
# ValueError Unknown format code 'd' for object of type 'float'
# 1.5
# ValueError Single '{' encountered in format string
# ValueError cannot switch from manual field specification to automatic field numbering
# ValueError Cannot specify ',' with 's'.
# %d format: a real number is required, not str
# not enough arguments for format string
# not all arguments converted during string formatting
# "it's" 'a"b\'c' '\t\n\x00\x7fé€😀' '\xe9\u20ac' tab x b'\x00\xffa' b'"\''
# l         |    c     |         r 2024-01-05
