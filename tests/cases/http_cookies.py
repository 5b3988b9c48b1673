# Cookies: read, written, quoted, with their attributes.
import copy
import pickle
from http.cookies import BaseCookie, CookieError, Morsel, SimpleCookie

HEADERS = [
    'chips=ahoy; vanilla=wafer', 'keebler="E=everybody; L=\\"Loves\\"; fudge=\\012;"', '$Version=1; a=b; $Path=/acme', 'a=b=c; d==; e=',
    'a=b; expires=Wed, 21 Oct 2015 07:28:00 GMT; secure; HttpOnly; Path=/x; Max-Age=30', 'a=[1,2]; b={"x":1}', 'a = b ; c= d',
    'a; b=2', 'secure; a=1', 'a=1; path; b=2', 'a=1;;b=2', 'a="unclosed; b=2', 'a=1\tb=2', 'a="\\303\\251"', 'é=1',
]
for header in HEADERS:
    for kind in (SimpleCookie, BaseCookie):
        cookie = kind(header)
        print(repr(cookie), [(key, [item for item in morsel.items() if item[1]]) for key, morsel in cookie.items()])

cookie = SimpleCookie({'plain': 'x', 'number': 5})
cookie['quoted'] = 'a "b"; é,\n€'
cookie['quoted']['path'] = '/p'
cookie['plain']['Secure'] = True
cookie['plain']['httponly'] = False
cookie['number'].update({'Max-Age': 10, 'comment': 'so; what', 'samesite': 'Strict', 'expires': 'Thu'})
print(str(cookie).split('\r\n'))
print(cookie.output(attrs=['path'], header='Cookie:', sep=' | '))
print(cookie.js_output(['max-age']).split('\n'))
print(SimpleCookie(cookie.output(header='', sep=';')) == cookie, cookie['quoted'].coded_value)
for bad in (lambda: cookie.__setitem__('path', 1), lambda: cookie.__setitem__('a b', 1), lambda: cookie['plain'].update({'zz': 1}),
            lambda: cookie['plain'].setdefault('zz'), lambda: Morsel().set('', 'v', 'c'), lambda: cookie.load('a b = c; ;')):
    try:
        print(bad())
    except CookieError as error:
        print(error)

morsel = Morsel()
print(morsel, repr(morsel), morsel.key, len(morsel))
morsel.set('k', 'v', 'c')
morsel['expires'] = 0
print(morsel.OutputString()[:12], len(morsel.output()), morsel.isReservedKey('PATH'), morsel.isReservedKey('k'))
print(copy.copy(morsel) == morsel, morsel.copy() == morsel, pickle.loads(pickle.dumps(morsel)) == morsel, morsel == dict(morsel))
for name in ('key', 'value', 'coded_value'):
    try:
        setattr(morsel, name, 'z')
    except AttributeError as error:
        print(error)


class Shouting(SimpleCookie):
    def value_decode(self, val):
        return val.upper(), val


print(repr(Shouting('a=b; c="d"')))

# expect:
# <SimpleCookie: chips='ahoy' vanilla='wafer'> [('chips', []), ('vanilla', [])]
# <BaseCookie: chips='ahoy' vanilla='wafer'> [('chips', []), ('vanilla', [])]
# <SimpleCookie: keebler='E=everybody; L="Loves"; fudge=\n;'> [('keebler', [])]
# <BaseCookie: keebler='"E=everybody; L=\\"Loves\\"; fudge=\\012;"'> [('keebler', [])]
# <SimpleCookie: a='b'> [('a', [('path', '/acme')])]
# <BaseCookie: a='b'> [('a', [('path', '/acme')])]
# <SimpleCookie: a='b=c' d='=' e=''> [('a', []), ('d', []), ('e', [])]
# <BaseCookie: a='b=c' d='=' e=''> [('a', []), ('d', []), ('e', [])]
# <SimpleCookie: a='b'> [('a', [('expires', 'Wed, 21 Oct 2015 07:28:00 GMT'), ('path', '/x'), ('max-age', '30'), ('secure', True), ('httponly', True)])]
# <BaseCookie: a='b'> [('a', [('expires', 'Wed, 21 Oct 2015 07:28:00 GMT'), ('path', '/x'), ('max-age', '30'), ('secure', True), ('httponly', True)])]
# <SimpleCookie: a='[1,2]'> [('a', [])]
# <BaseCookie: a='[1,2]'> [('a', [])]
# <SimpleCookie: a='b' c='d'> [('a', []), ('c', [])]
# <BaseCookie: a='b' c='d'> [('a', []), ('c', [])]
# <SimpleCookie: > []
# <BaseCookie: > []
# <SimpleCookie: > []
# <BaseCookie: > []
# <SimpleCookie: > []
# <BaseCookie: > []
# <SimpleCookie: a='1'> [('a', [])]
# <BaseCookie: a='1'> [('a', [])]
# <SimpleCookie: > []
# <BaseCookie: > []
# <SimpleCookie: a='1' b='2'> [('a', []), ('b', [])]
# <BaseCookie: a='1' b='2'> [('a', []), ('b', [])]
# <SimpleCookie: a='Ã©'> [('a', [])]
# <BaseCookie: a='"\\303\\251"'> [('a', [])]
# <SimpleCookie: > []
# <BaseCookie: > []
# ['Set-Cookie: number=5; Comment="so\\073 what"; expires=Thu; Max-Age=10; SameSite=Strict', 'Set-Cookie: plain=x; Secure', 'Set-Cookie: quoted="a \\"b\\"\\073 \\351\\054\\012€"; Path=/p']
# Cookie: number=5 | Cookie: plain=x | Cookie: quoted="a \"b\"\073 \351\054\012€"; Path=/p
# ['', '        <script type="text/javascript">', '        <!-- begin hiding', '        document.cookie = "number=5; Max-Age=10";', '        // end hiding -->', '        </script>', '        ', '        <script type="text/javascript">', '        <!-- begin hiding', '        document.cookie = "plain=x";', '        // end hiding -->', '        </script>', '        ', '        <script type="text/javascript">', '        <!-- begin hiding', '        document.cookie = "quoted=\\"a \\\\"b\\\\"\\073 \\351\\054\\012€\\"";', '        // end hiding -->', '        </script>', '        ']
# False "a \"b\"\073 \351\054\012€"
# Attempt to set a reserved key 'path'
# Illegal key 'a b'
# Invalid attribute 'zz'
# Invalid attribute 'zz'
# Illegal key ''
# None
# Set-Cookie: None=None <Morsel: None=None> None 9
# k=c; expires 54 True False
# True True True True
# property 'key' of 'Morsel' object has no setter
# property 'value' of 'Morsel' object has no setter
# property 'coded_value' of 'Morsel' object has no setter
# <Shouting: a='B' c='"D"'>
