class Told(Exception):
    def __init__(self, what, where):
        Exception.__init__(self, f'{what} at {where}')
        self.args = (what, where)
        self.where = where

for make in (lambda: Told('lost', 7), lambda: ValueError('bad'), lambda: KeyError('k')):
    try:
        raise make()
    except Exception as error:
        print(error.args, str(error), repr(error))
        error.args += ('more',)
        print(error.args, str(error), repr(error))
        error.args = [1, 2]
        print(error.args, str(error))
        error.args = ()
        print(error.args, repr(str(error)), 'args' in vars(error))

try:
    try:
        int('x')
    except ValueError as error:
        error.args = ('while reading: ' + error.args[0],) + error.args[1:]
        raise
except ValueError as error:
    print(error)

# expect:
# ('lost', 7) ('lost', 7) Told('lost', 7)
# ('lost', 7, 'more') ('lost', 7, 'more') Told('lost', 7, 'more')
# (1, 2) (1, 2)
# () '' False
# ('bad',) bad ValueError('bad')
# ('bad', 'more') ('bad', 'more') ValueError('bad', 'more')
# (1, 2) (1, 2)
# () '' False
# ('k',) 'k' KeyError('k')
# ('k', 'more') ('k', 'more') KeyError('k', 'more')
# (1, 2) (1, 2)
# () '' False
# while reading: invalid literal for int() with base 10: 'x'
