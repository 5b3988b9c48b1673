data = bytearray(24)
view = memoryview(data)
for format in 'BbhHiIlLqQ':
    numbers = view.cast(format)
    numbers[1] = 7
    print(format, numbers.itemsize, len(numbers), numbers.tolist()[:3], numbers[1], data[:16].hex())
    data[:] = bytes(24)
numbers = view.cast('l')
numbers[-1] = -2
print(numbers.tolist(), numbers[::-1].tolist(), list(view.cast('L'))[2])
for wrong in (2 ** 63, 'x', 1.5):
    try:
        numbers[0] = wrong
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

# expect:
# B 1 24 [0, 7, 0] 7 00070000000000000000000000000000
# b 1 24 [0, 7, 0] 7 00070000000000000000000000000000
# h 2 12 [0, 7, 0] 7 00000700000000000000000000000000
# H 2 12 [0, 7, 0] 7 00000700000000000000000000000000
# i 4 6 [0, 7, 0] 7 00000000070000000000000000000000
# I 4 6 [0, 7, 0] 7 00000000070000000000000000000000
# l 8 3 [0, 7, 0] 7 00000000000000000700000000000000
# L 8 3 [0, 7, 0] 7 00000000000000000700000000000000
# q 8 3 [0, 7, 0] 7 00000000000000000700000000000000
# Q 8 3 [0, 7, 0] 7 00000000000000000700000000000000
# [0, 0, -2] [-2, 0, 0] 18446744073709551614
# ValueError memoryview: invalid value for format 'l'
# TypeError memoryview: invalid type for format 'l'
# TypeError memoryview: invalid type for format 'l'
