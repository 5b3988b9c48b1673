print('before')
round('a')
print('after')
# expect:
# before
# raises: TypeError: type str doesn't define __round__ method
