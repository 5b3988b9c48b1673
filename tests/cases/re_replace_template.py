import re
print(re.sub("(a)(b)?", r"[\2|\1]", "abac"), re.sub("x", r"\\ \t|", "x"), re.sub("x", "\\0", "x") == "\0")
print(re.sub(r"(?P<first>\w+) (?P<last>\w+)", r"\g<last>, \g<first>", "Ada Lovelace"))
for bad in (r"\g", r"\g<", r"\g<a", r"\g<1x>", r"\400", "\\"):
    try:
        print(re.sub("x", bad, "x"))
    except re.error as error:
        print(error)

# expect:
# [b|a][|a]c \ 	| True
# Lovelace, Ada
# missing < at position 2
# missing group name at position 3
# missing >, unterminated name at position 3
# bad character in group name '1x' at position 3
# octal escape value \400 outside of range 0-0o377 at position 0
# bad escape (end of pattern) at position 0
