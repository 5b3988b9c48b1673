print(1 < 2, 2 <= 2, 3 > 4, 3 >= 3, 1 == 1.0, 1 != 1.5, True == 1, False < 1)
print(2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 2 ** 53 + 1 > 2.0 ** 53)
print(10 ** 400 > 1e308, -10 ** 400 < -1e308, 10 ** 400 < float('inf'), 10 ** 400 > float('-inf'))
nan = float('nan')
print(nan < 1, nan > 1, nan == nan, nan != nan, 1 < nan, 10 ** 30 == nan)
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1 > 0, 1 == 1 != 2, 1 < 2 > 0)
print(0.1 + 0.2 == 0.3, 10 ** 25 == 1e25, 10 ** 22 == 1e22)
print('1' == 1, None == 0, [] == (), None is None, None is not None)
# expect:
# True True False True True True True True
# True False True
# True True True True
# False False False True False False
# True False True True True
# False False True
# False False False True False
