print('before')
[1].remove(2)
print('after')
# expect:
# before
# raises: ValueError: list.remove(x): x not in list
