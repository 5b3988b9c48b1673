class Wrong(ValueError):
    pass

def f():
    raise Wrong("text")

try:
    f()
except Wrong as e:
    print(e, repr(e))
f()

# expect:
# text Wrong('text')
# raises: Wrong: text
