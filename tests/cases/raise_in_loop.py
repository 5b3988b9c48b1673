for i in range(3, -1, -1):
    print(6 / i)
# expect:
# 2.0
# 3.0
# 6.0
# raises: ZeroDivisionError: division by zero
