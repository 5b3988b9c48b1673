print('before')
print(10 ** 5000)
print('after')
# expect:
# before
# raises: ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
