import hashlib

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"):
    h = hashlib.new(name, b"spam")
    print(name, h.hexdigest(), h.digest_size, h.block_size, h.name)
print(hashlib.md5(b"").hexdigest(), hashlib.sha256("é".encode()).digest()[:4])
h = hashlib.sha256()
for part in (b"a" * 100, b"b" * 5000, b"c"):
    h.update(part)
print(h.hexdigest() == hashlib.sha256(b"a" * 100 + b"b" * 5000 + b"c").hexdigest())
other = h.copy()
other.update(b"more")
print(h.hexdigest() == other.hexdigest(), hashlib.sha1(b"x" * 100000).hexdigest(), hashlib.sha512(bytearray(b"y" * 2048)).hexdigest()[:16])
for bad in (lambda: hashlib.new("nothing"), lambda: hashlib.md5("text"), lambda: hashlib.sha256(5)):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
# expect:
# md5 e09f6a7593f8ae3994ea57e1117f67ec 16 64 md5
# sha1 ded982e702e07bb7b6effafdc353db3fe172c83f 20 64 sha1
# sha224 e047c44d875407fdb49d53d8b2326fc3e20e27f08434fef1275a3981 28 64 sha224
# sha256 4e388ab32b10dc8dbc7e28144f552830adc74787c1e2c0824032078a79f227fb 32 64 sha256
# sha384 06b6b6df02aff9287c211779dd4d23ebf48b4b8e30beb8037295f4659c7fa8d3721e4545da7f97b5acd1965aa066499e 48 128 sha384
# sha512 3b69dac934519ed342c2a6f201249e22f6b29769c3f2974907036f3934b9527ee3b60a299272695b3bfa56e6cdcd44b4c9a7b3a717ed581195b3120dcb270a64 64 128 sha512
# d41d8cd98f00b204e9800998ecf8427e b'J\x99U~'
# True
# False f6ee99edde6199a3e982c46ef72bdd5cb5e41ddf 63b369942c161a15
# ValueError unsupported hash type nothing
# TypeError Strings must be encoded before hashing
# TypeError object supporting the buffer API required
