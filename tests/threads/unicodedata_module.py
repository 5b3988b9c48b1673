"""`unicodedata`: what Unicode says of characters."""
import unicodedata
from unicodedata import normalize


def failure(call, *args):
    try:
        print(call(*args))
    except Exception as error:
        print(type(error).__name__, error)


def plain(text):
    return ''.join(c for c in normalize('NFKD', text) if not unicodedata.combining(c))


print(plain('Café Ångström naïve Šárka ﬁve ½'), normalize('NFC', 'e\u0301') == 'é', len(normalize('NFD', 'é한')))
print(normalize('NFKD', 'café').encode('ascii', 'ignore').decode(), ascii(normalize('NFKC', '①²ﬀℌ')), normalize('NFC', ''))
for form in ('NFC', 'NFD', 'NFKC', 'NFKD'):
    print(form, [unicodedata.is_normalized(form, text) for text in ('abc', 'é', 'e\u0301', 'ﬁ')], ascii(normalize(form, 'ẛ̣한')))
for c in 'aZ5 é_-(\n٣²½Ⅷ一日😀ß€«\u0301\u200dא\u3000ｱ\ue000\U000e0fff':
    print(ascii(c), unicodedata.category(c), unicodedata.bidirectional(c), unicodedata.east_asian_width(c), unicodedata.mirrored(c),
          unicodedata.combining(c), unicodedata.decimal(c, None), unicodedata.digit(c, None), unicodedata.numeric(c, None),
          unicodedata.name(c, '?'))
print(unicodedata.lookup('GREEK SMALL LETTER ALPHA'), unicodedata.lookup('snowman'), unicodedata.name('한'))
print(unicodedata.unidata_version, unicodedata.numeric('九'), unicodedata.numeric('\u0f33'))
kinds = {}
for c in range(0x3000):
    kind = unicodedata.category(chr(c))
    kinds[kind] = kinds.get(kind, 0) + 1
print(sorted(kinds.items()))
failure(unicodedata.name, '\n')
failure(unicodedata.lookup, 'NO SUCH THING')
failure(unicodedata.decimal, 'x')
failure(unicodedata.digit, 'x')
failure(unicodedata.numeric, 'x')
failure(unicodedata.category, 'ab')
failure(unicodedata.category, 5)
failure(unicodedata.name, 'ab')
failure(unicodedata.normalize, 'NFX', 'a')
failure(unicodedata.normalize, 'NFC', 5)
failure(unicodedata.lookup, 5)
# expect:
# Cafe Angstrom naive Sarka five 1⁄2 True 5
# cafe '12ffH' 
# NFC [True, True, False, True] '\u1e9b\u0323\ud55c'
# NFD [True, False, True, True] '\u017f\u0323\u0307\u1112\u1161\u11ab'
# NFKC [True, True, False, False] '\u1e69\ud55c'
# NFKD [True, False, True, False] 's\u0323\u0307\u1112\u1161\u11ab'
# 'a' Ll L Na 0 0 None None None LATIN SMALL LETTER A
# 'Z' Lu L Na 0 0 None None None LATIN CAPITAL LETTER Z
# '5' Nd EN Na 0 0 5 5 5.0 DIGIT FIVE
# ' ' Zs WS Na 0 0 None None None SPACE
# '\xe9' Ll L A 0 0 None None None LATIN SMALL LETTER E WITH ACUTE
# '_' Pc ON Na 0 0 None None None LOW LINE
# '-' Pd ES Na 0 0 None None None HYPHEN-MINUS
# '(' Ps ON Na 1 0 None None None LEFT PARENTHESIS
# '\n' Cc B N 0 0 None None None ?
# '\u0663' Nd AN N 0 0 3 3 3.0 ARABIC-INDIC DIGIT THREE
# '\xb2' No EN A 0 0 None 2 2.0 SUPERSCRIPT TWO
# '\xbd' No ON A 0 0 None None 0.5 VULGAR FRACTION ONE HALF
# '\u2167' Nl L A 0 0 None None 8.0 ROMAN NUMERAL EIGHT
# '\u4e00' Lo L W 0 0 None None 1.0 CJK UNIFIED IDEOGRAPH-4E00
# '\u65e5' Lo L W 0 0 None None None CJK UNIFIED IDEOGRAPH-65E5
# '\U0001f600' So ON W 0 0 None None None GRINNING FACE
# '\xdf' Ll L A 0 0 None None None LATIN SMALL LETTER SHARP S
# '\u20ac' Sc ET A 0 0 None None None EURO SIGN
# '\xab' Pi ON N 1 0 None None None LEFT-POINTING DOUBLE ANGLE QUOTATION MARK
# '\u0301' Mn NSM A 0 230 None None None COMBINING ACUTE ACCENT
# '\u200d' Cf BN N 0 0 None None None ZERO WIDTH JOINER
# '\u05d0' Lo R N 0 0 None None None HEBREW LETTER ALEF
# '\u3000' Zs WS F 0 0 None None None IDEOGRAPHIC SPACE
# '\uff71' Lo L H 0 0 None None None HALFWIDTH KATAKANA LETTER A
# '\ue000' Co L A 0 0 None None None ?
# '\U000e0fff' Cn  F 0 0 None None None ?
# α ☃ HANGUL SYLLABLE HAN
# 14.0.0 9.0 -0.5
# [('Cc', 65), ('Cf', 39), ('Cn', 1057), ('Ll', 1149), ('Lm', 183), ('Lo', 3506), ('Lt', 31), ('Lu', 978), ('Mc', 208), ('Me', 10), ('Mn', 925), ('Nd', 290), ('Nl', 42), ('No', 232), ('Pc', 4), ('Pd', 17), ('Pe', 47), ('Pf', 10), ('Pi', 12), ('Po', 311), ('Ps', 50), ('Sc', 49), ('Sk', 68), ('Sm', 920), ('So', 2067), ('Zl', 1), ('Zp', 1), ('Zs', 16)]
# ValueError no such name
# KeyError "undefined character name 'NO SUCH THING'"
# ValueError not a decimal
# ValueError not a digit
# ValueError not a numeric character
# TypeError category() argument must be a unicode character, not str
# TypeError category() argument must be a unicode character, not int
# TypeError name() argument 1 must be a unicode character, not str
# ValueError invalid normalization form
# TypeError normalize() argument 2 must be str, not int
# TypeError a bytes-like object is required, not 'int'
