# Characters and parts of long texts that are not ASCII, and views of bytes.
text = ''.join(['aü€😀'[at * 7 % 4] for at in range(3000)])
other = text[::-1]
print(len(text), ''.join([text[at] for at in range(0, 3000, 251)]), text[-1], text[2999], text[1500:1510], text[-5:], text[10:4:-1])
print(all([text[at] == other[-1 - at] for at in range(3000)]), text[2990:5000], repr(text[3000:]), [text[at:at + 2] for at in (0, 63, 64, 128)])
grown = 'ö' * 200
for letter in text[:500]:
    grown += letter
print(grown[199:203], grown[-1], len(grown), grown[650], grown.find('😀'), grown.index('ü', 300), grown.rfind('a'), '€😀' in grown)

data = bytearray(range(200))
view = memoryview(data)
print(view[3], view[-1], view[5:9].tobytes(), view[::50].tobytes(), view[10:2:-3].tolist(), list(view[:4]), view.cast('H')[1:3].tobytes())
view[0], view[1:3] = 255, b'xy'
print(data[:5], view.cast('I')[1:3].tolist())
for change in (lambda: view.__setitem__(0, 256), lambda: view.__setitem__(200, 1), lambda: memoryview(b'abc').__setitem__(0, 1), lambda: view[200]):
    try:
        print(change())
    except (IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error)

# expect:
# 3000 aü€😀aü€😀aü€😀 ü ü a😀€üa😀€üa😀 üa😀€ü €😀aü€😀
# True €üa😀€üa😀€ü '' ['a😀', 'üa', 'a😀', 'a😀']
# öa😀€ ü 700 € 201 303 696 False
# 3 199 b'\x05\x06\x07\x08' b'\x002d\x96' [10, 7, 4] [0, 1, 2, 3] b'\x02\x03\x04\x05'
# bytearray(b'\xffxy\x03\x04') [117835012, 185207048]
# ValueError memoryview: invalid value for format 'B'
# IndexError index out of bounds on dimension 1
# TypeError cannot modify read-only memory
# IndexError index out of bounds on dimension 1
