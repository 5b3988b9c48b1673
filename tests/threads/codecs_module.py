import codecs
import os
import tempfile

print(codecs.encode('Hello, World', 'rot13'), codecs.decode('Uryyb', 'rot_13'), codecs.encode(b'hi', 'hex'), codecs.decode(b'6869', 'hex_codec'))
print(codecs.encode('é', 'utf-8'), codecs.decode(b'\xe9', 'latin-1'), codecs.encode(b'abc', 'base64'), codecs.decode(codecs.encode(b'zz', 'zlib'), 'zlib'))
print(codecs.BOM_UTF8, codecs.BOM_UTF16, codecs.BOM_UTF32_BE)
decoder = codecs.getincrementaldecoder('utf-8')()
print([decoder.decode(bytes([byte])) for byte in 'aé€😀'.encode()], decoder.decode(b'', True))
decoder = codecs.getincrementaldecoder('utf-8')('replace')
print(ascii(decoder.decode(b'x\xff\xe2')), ascii(decoder.decode(b'', final=True)))
try:
    codecs.getincrementaldecoder('utf-8')().decode(b'\xe2\x82', True)
except UnicodeDecodeError as error:
    print(error)
print(list(codecs.iterdecode([b'\xc3', b'\xa9a', b'b'], 'utf-8')), list(codecs.iterencode(['é', 'a'], 'utf-8')))
print(codecs.getencoder('ascii')('abc'), codecs.getdecoder('utf-8')(b'\xc3\xa9'))
with tempfile.TemporaryDirectory() as folder:
    name = os.path.join(folder, 'text')
    with codecs.open(name, 'w', encoding='utf-8') as file:
        file.write('grün\nrot\n')
    with codecs.open(name, 'r', 'utf-8') as file:
        print(file.read().split())
    with codecs.open(name, 'rb') as file:
        print(file.read())
for wrong in (lambda: codecs.encode('x', 'no-such'), lambda: codecs.decode(b'\xff', 'ascii')):
    try:
        wrong()
    except (LookupError, ValueError) as error:
        print(type(error).__name__, error)

# expect:
# Uryyb, Jbeyq Hello b'6869' b'hi'
# b'\xc3\xa9' é b'YWJj\n' b'zz'
# b'\xef\xbb\xbf' b'\xff\xfe' b'\x00\x00\xfe\xff'
# ['a', '', 'é', '', '', '€', '', '', '', '😀'] 
# 'x\ufffd' '\ufffd'
# 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data
# ['éa', 'b'] [b'\xc3\xa9', b'a']
# (b'abc', 3) ('é', 2)
# ['grün', 'rot']
# b'gr\xc3\xbcn\nrot\n'
# LookupError unknown encoding: no-such
# UnicodeDecodeError 'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)
