# What is no number is no order.
for order in None, [], '', 1.5, 2, True, False:
    for key in None, lambda item: -item:
        try:
            print(sorted([3, 1, 2], key=key, reverse=order))
        except TypeError as error:
            print(error)

# expect:
# 'NoneType' object cannot be interpreted as an integer
# 'NoneType' object cannot be interpreted as an integer
# 'list' object cannot be interpreted as an integer
# 'list' object cannot be interpreted as an integer
# 'str' object cannot be interpreted as an integer
# 'str' object cannot be interpreted as an integer
# 'float' object cannot be interpreted as an integer
# 'float' object cannot be interpreted as an integer
# [3, 2, 1]
# [1, 2, 3]
# [3, 2, 1]
# [1, 2, 3]
# [1, 2, 3]
# [3, 2, 1]
