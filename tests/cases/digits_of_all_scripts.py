def tried(function, text):
    try:
        return function(text)
    except ValueError as error:
        return error

for text in ['٣', '१२', '三', '²', '½', 'Ⅷ', '𝟗', '３.５', '1_0', '１２３', '௧', '-٣', ' ٣ ', '٣٤.٥', '٣e٢', '৪', '①', '', 'a٣']:
    kinds = [text.isdigit(), text.isnumeric(), text.isdecimal(), text.isalnum(), text.isidentifier()]
    print(repr(text), kinds, tried(int, text), tried(float, text), tried(lambda text: int(text, 5), text), tried(complex, text))

# expect:
# '٣' [True, True, True, True, False] 3 3.0 3 (3+0j)
# '१२' [True, True, True, True, False] 12 12.0 7 (12+0j)
# '三' [False, True, False, True, True] invalid literal for int() with base 10: '三' could not convert string to float: '三' invalid literal for int() with base 5: '三' complex() arg is a malformed string
# '²' [True, True, False, True, False] invalid literal for int() with base 10: '²' could not convert string to float: '²' invalid literal for int() with base 5: '²' complex() arg is a malformed string
# '½' [False, True, False, True, False] invalid literal for int() with base 10: '½' could not convert string to float: '½' invalid literal for int() with base 5: '½' complex() arg is a malformed string
# 'Ⅷ' [False, True, False, True, True] invalid literal for int() with base 10: 'Ⅷ' could not convert string to float: 'Ⅷ' invalid literal for int() with base 5: 'Ⅷ' complex() arg is a malformed string
# '𝟗' [True, True, True, True, False] 9 9.0 invalid literal for int() with base 5: '𝟗' (9+0j)
# '３.５' [False, False, False, False, False] invalid literal for int() with base 10: '３.５' 3.5 invalid literal for int() with base 5: '３.５' (3.5+0j)
# '1_0' [False, False, False, False, False] 10 10.0 5 (10+0j)
# '１２３' [True, True, True, True, False] 123 123.0 38 (123+0j)
# '௧' [True, True, True, True, False] 1 1.0 1 (1+0j)
# '-٣' [False, False, False, False, False] -3 -3.0 -3 (-3+0j)
# ' ٣ ' [False, False, False, False, False] 3 3.0 3 (3+0j)
# '٣٤.٥' [False, False, False, False, False] invalid literal for int() with base 10: '٣٤.٥' 34.5 invalid literal for int() with base 5: '٣٤.٥' (34.5+0j)
# '٣e٢' [False, False, False, True, False] invalid literal for int() with base 10: '٣e٢' 300.0 invalid literal for int() with base 5: '٣e٢' (300+0j)
# '৪' [True, True, True, True, False] 4 4.0 4 (4+0j)
# '①' [True, True, False, True, False] invalid literal for int() with base 10: '①' could not convert string to float: '①' invalid literal for int() with base 5: '①' complex() arg is a malformed string
# '' [False, False, False, False, False] invalid literal for int() with base 10: '' could not convert string to float: '' invalid literal for int() with base 5: '' complex() arg is a malformed string
# 'a٣' [False, False, False, True, True] invalid literal for int() with base 10: 'a٣' could not convert string to float: 'a٣' invalid literal for int() with base 5: 'a٣' complex() arg is a malformed string
