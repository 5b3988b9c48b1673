counter = 0
def bump():
    global counter
    counter += 1
    return counter
bump()
bump()
print(counter)
def make():
    global fresh
    fresh = 'new'
make()
print(fresh)
x = 'global'
def shadow():
    x = 'local'
    return x
print(shadow(), x)
def late():
    return defined_later
defined_later = 5
print(late())
len_ = len
def len(x):
    return 42
print(len([]), len_([]))
del len
print(len([1]))
print(__name__)
if __name__ == "__main__":
    print('main')
# expect:
# 2
# new
# local global
# 5
# 42 0
# 1
# __main__
# main
