# Signed messages, texts for HTML, and kinds of numbers.
import decimal
import fractions
import hashlib
import hmac
import html
import numbers

signed = hmac.new(b"key", b"The quick brown fox jumps over the lazy dog", "sha256")
print(signed.hexdigest(), signed.name, signed.digest_size, signed.block_size)
print(hmac.new(b"k" * 100, digestmod=hashlib.md5).hexdigest(), hmac.digest(b"key", b"msg", "sha1").hex())
parts = hmac.new(b"key", digestmod="sha512")
parts.update(b"a")
other = parts.copy()
parts.update(b"b")
print(parts.digest() == hmac.new(b"key", b"ab", "sha512").digest(), other.digest() == hmac.digest(b"key", b"a", "sha512"))
print(hmac.compare_digest(b"ab", b"ab"), hmac.compare_digest("ab", "ac"))
for wrong in (lambda: hmac.new("key", b"", "md5"), lambda: hmac.new(b"key")):
    try:
        wrong()
    except TypeError as error:
        print(error)

print(html.escape("<a href=\"x\">it's & more</a>"), html.escape("\"q\" 'r' <", quote=False))
print(html.unescape("&lt;p&gt; &amp;amp; &quot;x&quot; &#39;y&#x27; &copy; &eacute;&euro; &nbsp;| &hellip; &alpha;&Omega;"))
print(html.unescape("&ampx &notanentity; &lt &gtx &#x80; &#0; &#1114112; & &; &#; &apos;&Auml"), html.unescape("plain"))
text = "<b>\"5\" > '4' & 3</b>"
print(html.unescape(html.escape(text)) == text)

values = (1, True, 1.5, 2j, fractions.Fraction(1, 2), decimal.Decimal(1), "1", None)
for kind in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral):
    print(kind.__name__, [isinstance(value, kind) for value in values], issubclass(int, kind))


class Modulo(numbers.Number):
    def __init__(self, value):
        self.value = value % 7


print(isinstance(Modulo(9), numbers.Number), Modulo(9).value)
try:
    numbers.Complex()
except TypeError as error:
    print(str(error)[:50])

# expect:
# f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8 hmac-sha256 32 64
# 73b8c29a3a45f74139dfbf40d439a712 102900b72b7bf1031eec76b4804b66052376896b
# True True
# True False
# key: expected bytes or bytearray, but got 'str'
# Missing required parameter 'digestmod'.
# &lt;a href=&quot;x&quot;&gt;it&#x27;s &amp; more&lt;/a&gt; "q" 'r' &lt;
# <p> &amp; "x" 'y' © é€  | … αΩ
# &x ¬anentity; < >x € � � & &; &#; 'Ä plain
# True
# Number [True, True, True, True, True, True, False, False] True
# Complex [True, True, True, True, True, False, False, False] True
# Real [True, True, True, False, True, False, False, False] True
# Rational [True, True, False, False, True, False, False, False] True
# Integral [True, True, False, False, False, False, False, False] True
# True 2
# Can't instantiate abstract class Complex with abst
