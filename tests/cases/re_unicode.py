import re
print(re.search("é", "café"), re.findall(r"\w+", "naïve café 中文 x_1"), re.sub(r"\W", "", "a–b…c"))
print(re.findall(r"\d", "1٣²½"), re.findall(r"\s", "a\u00a0b\u2003c\u200b"), re.split("—", "a—b—c"))
print(re.match(r"\u00e9\x41", "éA"), re.findall("[а-я]+", "Привет мир"), re.match(".", "😀").span())

# expect:
# <re.Match object; span=(3, 4), match='é'> ['naïve', 'café', '中文', 'x_1'] abc
# ['1', '٣'] ['\xa0', '\u2003'] ['a', 'b', 'c']
# <re.Match object; span=(0, 2), match='éA'> ['ривет', 'мир'] (0, 1)
