import warnings
def old():
    warnings.warn("old is old", DeprecationWarning, stacklevel=2)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    old()
    warnings.warn("take care")
    warnings.warn(RuntimeWarning("runs"))
for one in log:
    print(one.category.__name__, one.message, type(one.message).__name__)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("as an error", UserWarning)
    except UserWarning as error:
        print("raised", error)
with warnings.catch_warnings(record=True) as log:
    warnings.filterwarnings("ignore", message="no.*")
    warnings.warn("nothing")
    warnings.warn("some")
print(len(log), log[0].message)
try:
    warnings.warn("x", int)
except TypeError as error:
    print(error)

# expect:
# DeprecationWarning old is old DeprecationWarning
# UserWarning take care UserWarning
# RuntimeWarning runs RuntimeWarning
# raised as an error
# 1 some
# category must be a Warning subclass, not 'type'
