assert [] == [1]
# expect:
# raises: AssertionError
