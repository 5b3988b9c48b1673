# The last line of a group's traceback.
raise ExceptionGroup('several', [ValueError(1), TypeError(2)])

# expect:
# raises: ExceptionGroup: several (2 sub-exceptions)
