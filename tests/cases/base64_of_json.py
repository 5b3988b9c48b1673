import base64, binascii, hashlib, json, struct
payload = json.dumps({"user": "ann", "n": [1, 2.5, None]}, sort_keys=True).encode()
token = base64.urlsafe_b64encode(payload).rstrip(b"=")
print(token, json.loads(base64.urlsafe_b64decode(token + b"=" * (-len(token) % 4))))
print(hashlib.sha256(token).hexdigest()[:16], binascii.hexlify(struct.pack(">I", binascii.crc32(token))))
header = struct.Struct(">4sHB")
print(header.size, header.pack(b"GILS", 2, 7), header.unpack(header.pack(b"GILS", 2, 7)))

# expect:
# b'eyJuIjogWzEsIDIuNSwgbnVsbF0sICJ1c2VyIjogImFubiJ9' {'n': [1, 2.5, None], 'user': 'ann'}
# 5d0b83017dcac8da b'7ffba91f'
# 7 b'GILS\x00\x02\x07' (b'GILS', 2, 7)
