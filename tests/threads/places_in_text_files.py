"""Places in text files count bytes."""
import os, tempfile

folder = tempfile.mkdtemp(dir='.')
path = os.path.join(folder, 'places.txt')
with open(path, 'w', encoding='utf-8') as f:
    print(f.tell(), f.write('héllo\nworld\n'), f.tell())
with open(path, encoding='utf-8') as f:
    print(f.tell(), repr(f.readline()), f.tell())
    at = f.tell()
    print(repr(f.readline()), f.tell(), f.seek(at), repr(f.read()), f.seek(0), f.read(2), f.tell(), f.seek(0, 2), f.seek(3), f.read(3), f.seek(0, 1))
    for place in ((1, 1), (-1, 2), (-1, 0)):
        try:
            print(f.seek(*place))
        except (OSError, ValueError) as error:
            print(type(error).__name__, error)
with open(path, 'a', encoding='utf-8') as f: print(f.tell())
with open(path, 'r+', encoding='utf-8') as f: print(f.tell(), f.seek(0, 2), f.write('é'), f.tell(), f.seek(7), f.read(5), f.tell())
with open(path, 'wb') as f: f.write('ü\r\na\r\n\nend'.encode())
with open(path, encoding='utf-8') as f:
    places = []
    while line := f.readline():
        places.append((line, f.tell()))
    print(places)
    for line, place in places:
        print(f.seek(place), repr(f.read(2)), f.tell(), end='; ')
    print()
with open(path, encoding='utf-8', newline='') as f: print(repr(f.readline()), f.tell(), f.seek(7), repr(f.read()))
with open(path, 'w', encoding='latin-1') as f: f.write('äöü\n' * 2)
with open(path, encoding='latin-1') as f: print(f.readline(), f.tell(), f.seek(5), f.read())
index = {}
with open(path, 'w') as f:
    for word in ('one', 'zwölf', 'three'):
        index[word] = f.tell()
        f.write(f'{word}={len(word)}\n')
with open(path) as f:
    for word, place in sorted(index.items()):
        f.seek(place)
        print(word, place, f.readline().strip())
import io
kinds = io.TextIOWrapper, io.TextIOBase, io.BufferedReader, io.BufferedWriter, io.BufferedRandom, io.BufferedIOBase, io.IOBase
for mode in ('r', 'w', 'r+', 'rb', 'wb', 'rb+'):
    with open(path, mode) as f:
        print(mode, *(kind.__name__ for kind in kinds if isinstance(f, kind)))
with open(path, 'wb') as f, io.TextIOWrapper(f, encoding='utf-16') as texts: print(texts.write('ein ä\n'))
with open(path, 'rb') as f: print(f.read(), f.seek(0), io.TextIOWrapper(f, encoding='utf-16').read())
os.remove(path)
os.rmdir(folder)

# expect:
# 0 12 13
# 0 'héllo\n' 7
# 'world\n' 13 7 'world\n' 0 hé 3 13 3 llo 6
# UnsupportedOperation can't do nonzero cur-relative seeks
# UnsupportedOperation can't do nonzero end-relative seeks
# ValueError negative seek position -1
# 13
# 0 13 1 15 7 world 12
# [('ü\n', 4), ('a\n', 7), ('\n', 8), ('end', 11)]
# 4 'a\n' 7; 7 '\ne' 9; 8 'en' 10; 11 '' 11; 
# 'ü\r\n' 4 7 '\nend'
# äöü
#  4 5 öü
#
# one 0 one=3
# three 15 three=5
# zwölf 6 zwölf=5
# r TextIOWrapper TextIOBase IOBase
# w TextIOWrapper TextIOBase IOBase
# r+ TextIOWrapper TextIOBase IOBase
# rb BufferedReader BufferedIOBase IOBase
# wb BufferedWriter BufferedIOBase IOBase
# rb+ BufferedRandom BufferedIOBase IOBase
# 6
# b'\xff\xfee\x00i\x00n\x00 \x00\xe4\x00\n\x00' 0 ein ä
#
