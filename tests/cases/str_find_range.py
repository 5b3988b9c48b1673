text = "spam and spam"
print(text.find("spam", 1), text.find("spam", 1, 5), text.find("a", -4), text.rfind("spam", 0, 9), text.count("a", 4), text.index("m", 4))
print("héllo wörld".find("o", 5), "héllo wörld".rfind("l", 0, 5), "aaa".find("", 3), "aaa".find("", 4), "aaa".count("", 1), "aaa".count("a", 5))
print(text.find("x", 2), "abc".rfind("c", -1), "abc".count("c", None, None))
try:
    text.index("spam", 10)
except ValueError as error:
    print(error)
# expect:
# 9 -1 11 0 2 12
# -1 3 3 -1 3 0
# -1 2 1
# substring not found
