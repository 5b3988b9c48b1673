print('before')
list.append()
print('after')
# expect:
# before
# raises: TypeError: unbound method list.append() needs an argument
