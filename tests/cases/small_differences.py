# A class that is an index is not compared as one, and other small things of texts and iterators.
class Index:
    def __index__(self):
        return 3
    def __float__(self):
        return 1.5
try:
    Index() < Index()
except TypeError as e:
    print(e)
for spec in ["z", "zf", "z.1f", "+z.1f", "z.0e"]:
    print(format(-0.04, spec), format(-1.0, spec), format(0.0, spec))
for spec, value in [("z", 3), ("zs", "a"), ("z", "a"), ("zd", 3)]:
    try:
        print(format(value, spec))
    except ValueError as e:
        print(e)
print("ǆabc ǈ".title(), "ﬁsh".capitalize(), "ßa".title(), "ŉ".title(), "ᾳ".title(), "ᾀ".capitalize())
print(iter(range(3)).__next__(), next(iter([1]).__iter__()), hasattr(iter("a"), "__next__"), hasattr([], "__next__"))
try:
    iter(()).__next__()
except StopIteration as e:
    print("stop", e.value)
def g():
    yield 1
made = g()
print(made.gi_code.co_name, list(made), made.gi_frame)
print(isinstance(1, complex), isinstance(1.5, (int, float, complex)))

# expect:
# '<' not supported between instances of 'Index' and 'Index'
# -0.04 -1.0 0.0
# -0.040000 -1.000000 0.000000
# 0.0 -1.0 0.0
# +0.0 -1.0 +0.0
# -4e-02 -1e+00 0e+00
# Negative zero coercion (z) not allowed in integer format specifier
# Negative zero coercion (z) not allowed in string format specifier
# Negative zero coercion (z) not allowed in string format specifier
# Negative zero coercion (z) not allowed in integer format specifier
# ǅabc ǈ Fish Ssa ʼN ᾼ ᾈ
# 0 1 True False
# stop None
# g [1] None
# False True
