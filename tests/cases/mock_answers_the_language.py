# A mock answers the language's questions as it was told to: with another mock, or with a function that gets it.
from unittest import mock

plain = mock.Mock()
plain.__repr__ = mock.Mock()
plain.__repr__.return_value = "<told>"
plain.__str__ = lambda self: "text"
plain.__len__ = lambda self: 4
plain.__enter__ = mock.Mock(return_value=3)
plain.__exit__ = mock.Mock(return_value=True)
plain.__iter__ = mock.Mock(return_value=iter([1, 2]))
print(repr(plain), str(plain), len(plain), list(plain))
with plain as entered:
    print(entered)
    raise ValueError("kept by the mock")
print(plain.__enter__.call_count, plain.__exit__.call_args[0][0])
print(isinstance(plain, mock.Mock), type(plain).__name__)
other = mock.Mock()
try:
    len(other)
except TypeError as error:
    print(error)

magic = mock.MagicMock()
magic.__len__ = lambda self: 5
magic.__str__.return_value = "magic"
print(len(magic), str(magic), magic.child.__len__.return_value)

# expect:
# <told> text 4 [1, 2]
# 3
# 1 <class 'ValueError'>
# True Mock
# object of type 'Mock' has no len()
# 5 magic 0
