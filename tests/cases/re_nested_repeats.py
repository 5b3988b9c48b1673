import re
for pattern, text in [(r"(a*)*", "aaa"), (r"(a*)+b", "aab"), (r"(a|b|ab)*c", "ababc"), (r"(?:a?){3}a{3}", "aaa"), (r"(x+x+)+y", "xxxxxy"),
                      (r"((a)|(b))+", "ab"), (r"(?:(a)|b)+?$", "ab"), (r"(a{2}){2}", "aaaaa"), (r"(|a)+", "aaa"), (r"(a+|b+)*?c", "aabbc")]:
    m = re.match(pattern, text)
    print(pattern, m and (m.span(), m.groups()))

# expect:
# (a*)* ((0, 3), ('',))
# (a*)+b ((0, 3), ('',))
# (a|b|ab)*c ((0, 5), ('b',))
# (?:a?){3}a{3} ((0, 3), ())
# (x+x+)+y ((0, 6), ('xxxxx',))
# ((a)|(b))+ ((0, 2), ('b', 'a', 'b'))
# (?:(a)|b)+?$ ((0, 2), ('a',))
# (a{2}){2} ((0, 4), ('aa',))
# (|a)+ ((0, 0), ('',))
# (a+|b+)*?c ((0, 5), ('bb',))
