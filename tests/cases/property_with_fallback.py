# Where a property raises AttributeError, `__getattr__` is asked; and the program may end by `exit()`.
class A:
    @property
    def good(self):
        return 'good'

    @property
    def bad(self):
        raise AttributeError('inner')

    @property
    def worse(self):
        raise ValueError('worse')

    def __getattr__(self, name):
        return 'fallback for ' + name

print(A().good, A().bad, A().missing, getattr(A(), 'bad', 5), hasattr(A(), 'bad'))
try:
    A().worse
except ValueError as error:
    print(error)

class B:
    @property
    def bad(self):
        raise AttributeError('inner')

try:
    B().bad
except AttributeError as error:
    print(error, getattr(B(), 'bad', 'default'), hasattr(B(), 'bad'))

for call in (lambda: exit(), lambda: exit(3), lambda: quit('bye'), lambda: exit(code=4), lambda: exit(1, 2)):
    try:
        call()
    except SystemExit as error:
        print('ends with', error.code)
    except TypeError as error:
        print('TypeError', error)

# expect:
# good fallback for bad fallback for missing fallback for bad True
# worse
# inner default False
# ends with None
# ends with 3
# ends with bye
# ends with 4
# TypeError Quitter.__call__() takes from 1 to 2 positional arguments but 3 were given
