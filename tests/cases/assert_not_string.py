assert 0, [1, 'a']
# expect:
# raises: AssertionError: [1, 'a']
