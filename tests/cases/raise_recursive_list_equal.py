a = []
b = []
for i in range(2000):
    a = [a]
    b = [b]
print(a is b)
# expect:
# False
