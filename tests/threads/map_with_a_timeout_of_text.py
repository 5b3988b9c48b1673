# What is no number is refused as the left operand of a sum.
from concurrent.futures import ThreadPoolExecutor, as_completed

with ThreadPoolExecutor(1) as pool:
    for wait in (lambda: pool.map(str, [1], timeout='a'), lambda: list(as_completed([pool.submit(str)], 'a')),
                 lambda: list(pool.map(str, [1], timeout=[]))):
        try:
            print(wait())
        except TypeError as error:
            print(error)

# expect:
# can only concatenate str (not "float") to str
# can only concatenate str (not "float") to str
# can only concatenate list (not "float") to list
