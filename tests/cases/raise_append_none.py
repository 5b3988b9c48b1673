print('before')
[].append()
print('after')
# expect:
# before
# raises: TypeError: list.append() takes exactly one argument (0 given)
