def f():
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError('bad') from e
try: f()
except ValueError as e: print(repr(e.__cause__), e.__context__ is e.__cause__, e.__suppress_context__)
try:
    try: {}['x']
    except KeyError: int('q')
except ValueError as e: print(repr(e.__context__), e.__cause__)
try:
    try: raise KeyError(1)
    except KeyError: raise TypeError('t') from None
except TypeError as e: print(e.__context__, e.__suppress_context__)
def g():
    try: return 'try'
    finally: print('fin')
print(g())
def h():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print('body', i)
        except Exception: pass
        else: print('else', i)
        finally: print('finally', i)
    else: print('no break')
h()
class A(Exception):
    def __str__(self): return 'custom'
try: raise A(1, 2)
except A as e: print(e, repr(e), e.args)
try: raise A
except (KeyError, A) as e: print(type(e))
e = ValueError('n'); e.add_note('note'); print(e.__notes__)
try: assert 1 == 2, f'msg {1}'
except AssertionError as e: print(e)
try: [].pop()
except IndexError as e: print(e)
try: raise ExceptionGroup('eg', [ValueError(1), TypeError(2)])
except* ValueError as eg: print('ve', eg.exceptions)
except* TypeError as eg: print('te', eg.exceptions)
import sys
try: sys.exit('bye')
except SystemExit as e: print(e.code)
try: raise OSError(2, 'No such file', 'x.txt')
except FileNotFoundError as e: print(e, e.errno, e.filename)
print(issubclass(ZeroDivisionError, ArithmeticError), Exception.__mro__)
raise ValueError('final') from KeyError('cause')

# expect:
# ZeroDivisionError('division by zero') True True
# KeyError('x') None
# 1 True
# fin
# try
# body 0
# else 0
# finally 0
# finally 1
# finally 2
# custom A(1, 2) (1, 2)
# <class '__main__.A'>
# ['note']
# msg 1
# pop from empty list
# ve (ValueError(1),)
# te (TypeError(2),)
# bye
# [Errno 2] No such file: 'x.txt' 2 x.txt
# True (<class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# raises: ValueError: final
