import secrets
print(len(secrets.token_bytes(5)), len(secrets.token_hex(4)), type(secrets.token_urlsafe()).__name__, 0 <= secrets.randbelow(5) < 5)
print(secrets.choice([1]), secrets.compare_digest("a", "a"), secrets.compare_digest(b"a", b"b"), secrets.randbits(0))
try:
    secrets.randbelow(0)
except ValueError as error:
    print(error)

# expect:
# 5 8 str True
# 1 True False 0
# Upper bound must be positive.
