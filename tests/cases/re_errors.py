import re
for bad in ["(", ")", "[a", "a**", "*a", "(?P<n>a)(?P<n>b)", r"\q", "(?<=a*)b", "a{3,2}", "(?z)", "[z-a]", r"\1", "(?P=x)",
            "(?P<1>a)", "x(?i)", "(?<a>b)", "(?", "\\", "(?(1)a|b|c)", "(?(3)a)", r"\x1", "(?i-i:a)", "[\\w-z]"]:
    try:
        print(bad, re.compile(bad))
    except re.error as error:
        print(bad, "|", error, "|", error.msg, error.pos, error.lineno, error.colno)

# expect:
# ( | missing ), unterminated subpattern at position 0 | missing ), unterminated subpattern 0 1 1
# ) | unbalanced parenthesis at position 0 | unbalanced parenthesis 0 1 1
# [a | unterminated character set at position 0 | unterminated character set 0 1 1
# a** | multiple repeat at position 2 | multiple repeat 2 1 3
# *a | nothing to repeat at position 0 | nothing to repeat 0 1 1
# (?P<n>a)(?P<n>b) | redefinition of group name 'n' as group 2; was group 1 at position 12 | redefinition of group name 'n' as group 2; was group 1 12 1 13
# \q | bad escape \q at position 0 | bad escape \q 0 1 1
# (?<=a*)b | look-behind requires fixed-width pattern | look-behind requires fixed-width pattern None None None
# a{3,2} | min repeat greater than max repeat at position 2 | min repeat greater than max repeat 2 1 3
# (?z) | unknown extension ?z at position 1 | unknown extension ?z 1 1 2
# [z-a] | bad character range z-a at position 1 | bad character range z-a 1 1 2
# \1 | invalid group reference 1 at position 1 | invalid group reference 1 1 1 2
# (?P=x) | unknown group name 'x' at position 4 | unknown group name 'x' 4 1 5
# (?P<1>a) | bad character in group name '1' at position 4 | bad character in group name '1' 4 1 5
# x(?i) | global flags not at the start of the expression at position 1 | global flags not at the start of the expression 1 1 2
# (?<a>b) | unknown extension ?<a at position 1 | unknown extension ?<a 1 1 2
# (? | unexpected end of pattern at position 2 | unexpected end of pattern 2 1 3
# \ | bad escape (end of pattern) at position 0 | bad escape (end of pattern) 0 1 1
# (?(1)a|b|c) | conditional backref with more than two branches at position 8 | conditional backref with more than two branches 8 1 9
# (?(3)a) | invalid group reference 3 at position 3 | invalid group reference 3 3 1 4
# \x1 | incomplete escape \x1 at position 0 | incomplete escape \x1 0 1 1
# (?i-i:a) | bad inline flags: flag turned on and off at position 5 | bad inline flags: flag turned on and off 5 1 6
# [\w-z] | bad character range \w-z at position 1 | bad character range \w-z 1 1 2
