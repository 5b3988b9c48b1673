from unittest.mock import mock_open, patch


def first_line(name):
    with open(name) as file:
        return file.readline()


with patch('__main__.open', mock_open(read_data='one\ntwo\n'), create=True) as opened:
    print(repr(first_line('a')), repr(first_line('b')))
    with open('c') as file:
        print(file.read(3), file.readlines())
    with open('d') as file:
        print([line for line in file])
opened.assert_any_call('a')
print(opened.call_args_list)
opened = mock_open()
with patch('__main__.open', opened, create=True):
    with open('out', 'w') as file:
        file.write('some stuff')
opened.assert_called_once_with('out', 'w')
opened().write.assert_called_once_with('some stuff')
opened = mock_open(read_data=b'\x00\x01')
print(opened().read(), opened().read(1))
opened.return_value.read.return_value = 'fixed'
print(opened().read())

# expect:
# 'one\n' 'one\n'
# one ['\n', 'two\n']
# ['one\n', 'two\n']
# [call('a'), call('b'), call('c'), call('d')]
# b'\x00\x01' b'\x00'
# fixed
