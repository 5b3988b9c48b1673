def f(
    return 1
x = = 2
for i in range(3)
    print(i)
