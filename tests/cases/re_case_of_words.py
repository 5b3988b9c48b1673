import re
def title(match):
    return match.group(0)[0].upper() + match.group(0)[1:].lower()
print(re.sub(r"\b[a-z']+", title, "the qUICK brown fox's den", flags=re.I))
print(re.sub(r"(?P<a>\d+)-(?P<b>\d+)", lambda m: str(int(m["a"]) + int(m["b"])), "1-2 30-4"))
print(re.sub("[aeiou]", "", "programming language"), re.subn(r"(.)\1", r"<\1\1>", "aabbcd"))
print(" ".join(re.findall(r"[A-Z][^A-Z]*", "ThisIsCamelCase")), re.split(r"(?<=[.!?])\s+", "One. Two! Three? Four"))

# expect:
# The Quick Brown Fox's Den
# 3 34
# prgrmmng lngg ('<aa><bb>cd', 2)
# This Is Camel Case ['One.', 'Two!', 'Three?', 'Four']
