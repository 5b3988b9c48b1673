import hashlib
import io

for name in ("sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"):
    h = hashlib.new(name, b"spam")
    print(name, h.hexdigest()[:24], h.digest_size, h.block_size, h.name, getattr(hashlib, name)(b"spam").digest() == h.digest())
print(hashlib.sha3_256(b"x" * 5000).hexdigest()[:16], hashlib.blake2b(b"x" * 5000).hexdigest()[:16])
h = hashlib.blake2b(b"a" * 200, digest_size=20, key=b"a key", salt=b"salt", person=b"me")
h.update(b"b" * 3000)
other = h.copy()
other.update(b"c")
print(h.hexdigest(), h.digest_size, other.hexdigest())
print(hashlib.blake2s(digest_size=5, key=b"k" * 32).hexdigest(), hashlib.blake2s(b"").hexdigest()[:16], hashlib.new("blake2b", b"x", digest_size=20).hexdigest())
print(hashlib.new("SHA-256").name, hashlib.new("Sha3-512").name, {"sha3_256", "blake2b", "md5"} <= hashlib.algorithms_available, "sha1" in hashlib.algorithms_guaranteed)

print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 1000).hex())
print(hashlib.pbkdf2_hmac("sha1", bytearray(b"password"), salt=b"salt", iterations=2, dklen=50).hex())
for name in ("md5", "sha224", "sha384", "sha512", "sha3_256", "blake2b", "blake2s"):
    print(name, hashlib.pbkdf2_hmac(name, b"p" * 200, b"s", 3, 10).hex())
print(hashlib.scrypt(b"password", salt=b"NaCl", n=64, r=8, p=2, dklen=24).hex(), len(hashlib.scrypt(b"", salt=b"", n=16, r=1, p=1)))
print(hashlib.file_digest(io.BytesIO(b"file" * 1000), "sha256").hexdigest()[:16], hashlib.file_digest(io.BytesIO(b""), hashlib.md5).hexdigest())

for bad in (
    lambda: hashlib.blake2b(b"", digest_size=65),
    lambda: hashlib.blake2s(b"", key=b"a" * 33),
    lambda: hashlib.blake2b(b"", salt=b"a" * 17),
    lambda: hashlib.blake2b(""),
    lambda: hashlib.pbkdf2_hmac("nothing", b"p", b"s", 1),
    lambda: hashlib.pbkdf2_hmac("sha256", "p", b"s", 1),
    lambda: hashlib.pbkdf2_hmac("sha256", b"p", b"s", 0),
    lambda: hashlib.pbkdf2_hmac("sha256", b"p", b"s", 1, 0),
    lambda: hashlib.pbkdf2_hmac("sha256", b"p", b"s", "1"),
    lambda: hashlib.scrypt(b"p", salt=b"s", n=3, r=8, p=1),
    lambda: hashlib.scrypt(b"p", salt=b"s", n=4, r=8),
    lambda: hashlib.scrypt(b"p", n=4, r=8, p=1),
    lambda: hashlib.scrypt(b"p", salt=b"s", n=2**15, r=8, p=1),
    lambda: hashlib.scrypt(b"p", salt=b"s", n=4, r=0, p=1),
    lambda: hashlib.scrypt(b"p", salt=b"s", n="4", r=1, p=1),
    lambda: hashlib.file_digest(5, "md5"),
):
    try:
        print(bad())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
# expect:
# sha3_224 e9346410b094e8bf214233c2 28 144 sha3_224 True
# sha3_256 4790d2f7d40398ef18d0a958 32 136 sha3_256 True
# sha3_384 be6120dc6799da3e69db0e1e 48 104 sha3_384 True
# sha3_512 e147ae894d01af80cad59c62 64 72 sha3_512 True
# blake2b 4d724fa1009722e49f986fdd 64 128 blake2b True
# blake2s 7a52b235256c74738c2f02fa 32 64 blake2s True
# ea473ba6eda31402 20bad0c4b582d330
# 6aaa4e8fdc09e447bad9baee497076e9eac35cc7 20 98145ec516f57eee7908c2720682cb1d4895fa94
# 1f63cc0058 69217a3079908094 04087cb4c58f389c80bef882e3392f1b3b0e9e3c
# sha256 sha3_512 True True
# 632c2812e46d4604102ba7618e9d6d7d2f8128f6266b4a03264d2a0460b7dcb3
# ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957cae93136266537a8d7bf4b76c51094cc1ae010b19923ddc4395cd064acb0
# md5 b32431838996a2e132e6
# sha224 0999df9c10741195bbb1
# sha384 36f5f9b62de5a326225e
# sha512 b65d8859db584bb91459
# sha3_256 9f040997029967f281a0
# blake2b c322972985e4a5cea21b
# blake2s bc3a14a5f2bd36382101
# 3de56034cc30842967daf99f62c41fca51b3e1f27e88d904 64
# 0ee6d0e1d35aa8a4 d41d8cd98f00b204e9800998ecf8427e
# ValueError digest_size must be between 1 and 64 bytes
# ValueError maximum key length is 32 bytes
# ValueError maximum salt length is 16 bytes
# TypeError Strings must be encoded before hashing
# UnsupportedDigestmodError [digital envelope routines] unsupported
# TypeError a bytes-like object is required, not 'str'
# ValueError iteration value must be greater than 0.
# ValueError key length must be greater than 0.
# TypeError 'str' object cannot be interpreted as an integer
# ValueError n must be a power of 2.
# TypeError p is required and must be an unsigned int
# TypeError salt is required
# ValueError [digital envelope routines] memory limit exceeded
# ValueError Invalid parameter combination for n, r, p, maxmem.
# TypeError scrypt() argument 'n' must be int, not str
# ValueError '5' is not a file-like object in binary reading mode.
