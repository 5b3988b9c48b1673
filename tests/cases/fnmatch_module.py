import fnmatch
print(fnmatch.fnmatch("data.csv", "*.csv"), fnmatch.fnmatch("a.py", "?.p[xyz]"), fnmatch.fnmatch("a", "[!a]"), fnmatch.filter(["a.txt", "b.py", "c.txt"], "*.txt"))
print(fnmatch.fnmatchcase("A", "a"), fnmatch.fnmatch("[x]", "[[]x]"), fnmatch.fnmatch("abc", "a*c"), fnmatch.fnmatch("", "*"))

# expect:
# True True False ['a.txt', 'c.txt']
# False True True True
