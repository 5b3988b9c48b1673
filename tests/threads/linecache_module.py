import linecache
import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
    name = os.path.join(folder, 'lines.txt')
    with open(name, 'w') as file:
        file.write('one\ntwo\nthree')
    print([linecache.getline(name, number) for number in range(5)], linecache.getlines(name))
    with open(name, 'w') as file:
        file.write('other\n')
    print(repr(linecache.getline(name, 1)))
    linecache.checkcache(name)
    print(repr(linecache.getline(name, 1)))
    linecache.clearcache()
    print(linecache.cache, linecache.getlines(os.path.join(folder, 'none')), linecache.getline('<string>', 1) == '')

# expect:
# ['', 'one\n', 'two\n', 'three\n', ''] ['one\n', 'two\n', 'three\n']
# 'one\n'
# 'other\n'
# {} [] True
