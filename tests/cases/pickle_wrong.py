import pickle

for data in [
    b'', b'\x80', b'\x80\x04', b'\x80\x06N.', b'.', b'0.', b'K', b'K\x01', b'(K\x01', b't.', b'a.', b'X\xff\xff\xff\xffabc',
    b'h\x05.', b'hello', b'\x00', b'not a pickle', b'C\x05ab', b'cno_such_module\nx\n.', b'cbuiltins\nno_such\n.',
    b'K\x01K\x02R.', b'Iabc\n.', b'}(K\x01u.', b'\x80\x04]\x94(h\x00e.', b'K\x01\x85\x93.', b"S'abc'\n.", b'K\x01Q.',
    b'l.', b'(l.', b'\x82\x01.', b'K\x01.rest',
]:
    try:
        print(data, repr(pickle.loads(data))[:60])
    except Exception as error:
        print(data, type(error).__name__, error)
for bad in [None, 'text', 5]:
    try:
        print(pickle.loads(bad))
    except TypeError as error:
        print(error)
whole = pickle.dumps([1, 'two', (3.0, None), {'four': b'5'}])
for end in range(len(whole)):
    try:
        pickle.loads(whole[:end])
        print(end, 'was whole')
    except (pickle.UnpicklingError, EOFError) as error:
        pass

# expect:
# b'' EOFError Ran out of input
# b'\x80' UnpicklingError pickle data was truncated
# b'\x80\x04' EOFError Ran out of input
# b'\x80\x06N.' ValueError unsupported pickle protocol: 6
# b'.' UnpicklingError unpickling stack underflow
# b'0.' UnpicklingError unpickling stack underflow
# b'K' UnpicklingError pickle data was truncated
# b'K\x01' EOFError Ran out of input
# b'(K\x01' EOFError Ran out of input
# b't.' UnpicklingError could not find MARK
# b'a.' UnpicklingError unpickling stack underflow
# b'X\xff\xff\xff\xffabc' UnpicklingError pickle data was truncated
# b'h\x05.' UnpicklingError Memo value not found at index 5
# b'hello' UnpicklingError Memo value not found at index 101
# b'\x00' UnpicklingError invalid load key, '\x00'.
# b'not a pickle' UnpicklingError invalid load key, 'n'.
# b'C\x05ab' UnpicklingError pickle data was truncated
# b'cno_such_module\nx\n.' ModuleNotFoundError No module named 'no_such_module'
# b'cbuiltins\nno_such\n.' AttributeError Can't get attribute 'no_such' on <module 'builtins' (built-in)>
# b'K\x01K\x02R.' TypeError argument list must be a tuple
# b'Iabc\n.' ValueError could not convert string to int
# b'}(K\x01u.' UnpicklingError odd number of items for SETITEMS
# b'\x80\x04]\x94(h\x00e.' [[...]]
# b'K\x01\x85\x93.' UnpicklingError unpickling stack underflow
# b"S'abc'\n." 'abc'
# b'K\x01Q.' UnpicklingError A load persistent id instruction was encountered,
# but no persistent_load function was specified.
# b'l.' UnpicklingError could not find MARK
# b'(l.' []
# b'\x82\x01.' ValueError unregistered extension code 1
# b'K\x01.rest' 1
# a bytes-like object is required, not 'NoneType'
# a bytes-like object is required, not 'str'
# a bytes-like object is required, not 'int'
