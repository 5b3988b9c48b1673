print('before')
'abc'[3]
print('after')
# expect:
# before
# raises: IndexError: string index out of range
