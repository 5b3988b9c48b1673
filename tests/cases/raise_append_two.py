print('before')
[].append(1, 2)
print('after')
# expect:
# before
# raises: TypeError: list.append() takes exactly one argument (2 given)
