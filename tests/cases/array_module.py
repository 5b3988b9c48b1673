from array import array
a = array("i", [3, 1, 2])
a.append(5)
a.extend([7, 8])
print(a, a[0], a[-1], a[1:3], len(a), sum(a), list(a), a.typecode, a.itemsize, 5 in a, a.index(2), a.count(1))
a.insert(1, 9); a.remove(3); a[0] = 4
print(a, a.pop(), a.tolist(), array("d", [1, 2.5]), array("b", b"\x01\xff"), array("H"), a == array("i", a))
print(array("i", [1, 2]).tobytes(), array("i", [1]) + array("i", [2]), array("B", [1]) * 3, sorted(array("i", [3, 1])))
for call in (lambda: array("i", [2**31]), lambda: array("B", [-1]), lambda: array("z"), lambda: array("i", ["x"]), lambda: a[99]):
    try:
        print(call())
    except (OverflowError, ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
print(bytes(array("i", [1, -2])), bytes(array("d", [0.5])), bytearray(array("B", [5])))

# expect:
# array('i', [3, 1, 2, 5, 7, 8]) 3 8 array('i', [1, 2]) 6 26 [3, 1, 2, 5, 7, 8] i 4 True 2 1
# array('i', [4, 1, 2, 5, 7]) 8 [4, 1, 2, 5, 7] array('d', [1.0, 2.5]) array('b', [1, -1]) array('H') True
# b'\x01\x00\x00\x00\x02\x00\x00\x00' array('i', [1, 2]) array('B', [1, 1, 1]) [1, 3]
# OverflowError signed integer is greater than maximum
# OverflowError unsigned byte integer is less than minimum
# ValueError bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)
# TypeError 'str' object cannot be interpreted as an integer
# IndexError array index out of range
# b'\x01\x00\x00\x00\xfe\xff\xff\xff' b'\x00\x00\x00\x00\x00\x00\xe0?' bytearray(b'\x05')
