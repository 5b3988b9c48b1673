print('before')
chr(-1)
print('after')
# expect:
# before
# raises: ValueError: chr() arg not in range(0x110000)
