# How mocks tell of their calls, and of what was awaited.
import asyncio
import unittest
from unittest import mock

told = mock.Mock()
told({"a": 1}, 2, k=3)
told.child(5)
print(told.call_args[0], told.call_args[1], len(told.call_args), told.call_args)
args, kwargs = told.call_args
print(args, kwargs, told.call_args.args, told.call_args.kwargs, told.call_args_list[0][0][1])
name, args, kwargs = told.mock_calls[0]
print(repr(name), args, kwargs, told.mock_calls)
name, args, kwargs = told.method_calls[0]
print(name, args, kwargs, told.child.call_args[0][0])
print(told.call_args == mock.call({"a": 1}, 2, k=3), told.call_args == (({"a": 1}, 2), {"k": 3}))
print(mock.call.name(1), mock.call.name(1) == mock.call.name(1))
try:
    told.assert_called_with(1)
except AssertionError as error:
    print(error)


def attempt(function, *args):
    try:
        function(*args)
        print("holds")
    except AssertionError as error:
        print(error)


async def main():
    awaited = mock.AsyncMock(return_value=4)
    print(asyncio.iscoroutinefunction(awaited), asyncio.iscoroutinefunction(told), asyncio.isfuture(told))
    attempt(awaited.assert_not_awaited)
    attempt(awaited.assert_awaited_with, 1)
    print(await awaited(1), await awaited(2))
    print(awaited.await_args, awaited.await_args[0], awaited.await_args_list)
    attempt(awaited.assert_not_awaited)
    attempt(awaited.assert_awaited_with, 1)
    attempt(awaited.assert_any_await, 1)
    attempt(awaited.assert_any_await, 3)
    attempt(awaited.assert_has_awaits, [mock.call(1), mock.call(2)])
    attempt(awaited.assert_has_awaits, [mock.call(2), mock.call(1)])
    attempt(lambda: awaited.assert_has_awaits([mock.call(2), mock.call(1)], any_order=True))
    awaited.reset_mock()
    print(awaited.await_count, awaited.await_args, awaited.await_args_list)


asyncio.run(main())


class Cleaned(unittest.TestCase):
    def tearDown(self):
        print("torn down")
        print(self.doCleanups())

    def test(self):
        self.addCleanup(print, "first in")
        self.addCleanup(print, "last in")


Cleaned("test").run(unittest.TestResult())

# expect:
# ({'a': 1}, 2) {'k': 3} 2 call({'a': 1}, 2, k=3)
# ({'a': 1}, 2) {'k': 3} ({'a': 1}, 2) {'k': 3} 2
# '' ({'a': 1}, 2) {'k': 3} [call({'a': 1}, 2, k=3), call.child(5)]
# child (5,) {} 5
# True True
# call.name(1) True
# expected call not found.
# Expected: mock(1)
#   Actual: mock({'a': 1}, 2, k=3)
# True False False
# holds
# Expected await: mock(1)
# Not awaited
# 4 4
# call(2) (2,) [call(1), call(2)]
# Expected mock to not have been awaited. Awaited 2 times.
# expected await not found.
# Expected: mock(1)
#   Actual: mock(2)
# holds
# mock(3) await not found
# holds
# Awaits not found.
# Expected: [call(2), call(1)]
# Actual: [call(1), call(2)]
# holds
# 0 None []
# torn down
# last in
# first in
# True
