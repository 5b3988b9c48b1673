import uuid
u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.bytes, u.version, u.variant, u.urn, u.fields)
print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "x"), uuid.UUID(int=5), u == uuid.UUID(u.hex))
made = uuid.uuid4()
print(made.version, len(str(made)), made != uuid.uuid4(), uuid.uuid1().version, {u: 1}[uuid.UUID(bytes=u.bytes)], u.bytes_le.hex())
for bad in ("x", "1234"):
    try:
        uuid.UUID(bad)
    except ValueError as error:
        print(error)

# expect:
# 12345678-1234-5678-1234-567812345678 UUID('12345678-1234-5678-1234-567812345678') 12345678123456781234567812345678 24197857161011715162171839636988778104 b'\x124Vx\x124Vx\x124Vx\x124Vx' None reserved for NCS compatibility urn:uuid:12345678-1234-5678-1234-567812345678 (305419896, 4660, 22136, 18, 52, 95073701484152)
# 886313e1-3b8a-5372-9b90-0c9aee199e5d 60a7f89c-e446-309c-8b4f-460bfdfd0dee 00000000-0000-0000-0000-000000000005 True
# 4 36 True 1 1 78563412341278561234567812345678
# badly formed hexadecimal UUID string
# badly formed hexadecimal UUID string
