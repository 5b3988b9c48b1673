import textwrap
from textwrap import TextWrapper, fill, shorten, wrap
text = "It's a well-known fact -- isn't it? -- that cross-platform text-wrapping is hard.  Dr. Who said so. a-b x--y 12-34 'quoted-word' supercalifragilistic-expialidocious\tend"
for options in [{}, {'break_long_words': False}, {'break_on_hyphens': False}, {'drop_whitespace': False}, {'max_lines': 2}, {'max_lines': 1, 'placeholder': '…'},
                {'initial_indent': '* ', 'subsequent_indent': '  '}, {'fix_sentence_endings': True}, {'tabsize': 4, 'expand_tabs': False}, {'replace_whitespace': False}]:
    for width in (10, 20, 33):
        print(options, width, wrap(text, width, **options))
print(fill('a b c d e f', 3), shorten('hello  big   wide world', 12), shorten('hello', 3, placeholder='') if False else '', wrap('', 5), wrap('   ', 5), fill('x ' * 20, width=11))
w = TextWrapper(width=15, initial_indent='> ')
print(w.wrap('one two three four five'), w.width, w.fill('six seven eight nine'))
for bad in [lambda: wrap('a', 0), lambda: shorten('hello world', 3)]:
    try:
        bad()
    except ValueError as error:
        print(error)

# expect:
# {} 10 ["It's a", 'well-known', 'fact --', "isn't it?", '-- that', 'cross-', 'platform', 'text-', 'wrapping', 'is hard.', 'Dr. Who', 'said so.', 'a-b x--y', '12-34', "'quoted-", "word' supe", 'rcalifragi', 'listic-exp', 'ialidociou', 's    end']
# {} 20 ["It's a well-known", "fact -- isn't it? --", 'that cross-platform', 'text-wrapping is', 'hard.  Dr. Who said', 'so. a-b x--y 12-34', "'quoted-word' superc", 'alifragilistic-', 'expialidocious', 'end']
# {} 33 ["It's a well-known fact -- isn't", 'it? -- that cross-platform text-', 'wrapping is hard.  Dr. Who said', "so. a-b x--y 12-34 'quoted-word'", 'supercalifragilistic-', 'expialidocious    end']
# {'break_long_words': False} 10 ["It's a", 'well-known', 'fact --', "isn't it?", '-- that', 'cross-', 'platform', 'text-', 'wrapping', 'is hard.', 'Dr. Who', 'said so.', 'a-b x--y', '12-34', "'quoted-", "word'", 'supercalifragilistic-', 'expialidocious', 'end']
# {'break_long_words': False} 20 ["It's a well-known", "fact -- isn't it? --", 'that cross-platform', 'text-wrapping is', 'hard.  Dr. Who said', 'so. a-b x--y 12-34', "'quoted-word'", 'supercalifragilistic-', 'expialidocious', 'end']
# {'break_long_words': False} 33 ["It's a well-known fact -- isn't", 'it? -- that cross-platform text-', 'wrapping is hard.  Dr. Who said', "so. a-b x--y 12-34 'quoted-word'", 'supercalifragilistic-', 'expialidocious    end']
# {'break_on_hyphens': False} 10 ["It's a", 'well-known', 'fact --', "isn't it?", '-- that cr', 'oss-platfo', 'rm text-wr', 'apping is', 'hard.  Dr.', 'Who said', 'so. a-b', 'x--y 12-34', "'quoted-wo", "rd' superc", 'alifragili', 'stic-expia', 'lidocious', 'end']
# {'break_on_hyphens': False} 20 ["It's a well-known", "fact -- isn't it? --", 'that cross-platform', 'text-wrapping is', 'hard.  Dr. Who said', 'so. a-b x--y 12-34', "'quoted-word' superc", 'alifragilistic-expia', 'lidocious    end']
# {'break_on_hyphens': False} 33 ["It's a well-known fact -- isn't", 'it? -- that cross-platform', 'text-wrapping is hard.  Dr. Who', 'said so. a-b x--y 12-34', "'quoted-word' supercalifragilisti", 'c-expialidocious    end']
# {'drop_whitespace': False} 10 ["It's a ", 'well-known', ' fact -- ', "isn't it? ", '-- that ', 'cross-', 'platform ', 'text-', 'wrapping ', 'is hard.  ', 'Dr. Who ', 'said so. ', 'a-b x--y ', '12-34 ', "'quoted-", "word' supe", 'rcalifragi', 'listic-exp', 'ialidociou', 's    end']
# {'drop_whitespace': False} 20 ["It's a well-known ", "fact -- isn't it? --", ' that cross-platform', ' text-wrapping is ', 'hard.  Dr. Who said ', 'so. a-b x--y 12-34 ', "'quoted-word' superc", 'alifragilistic-', 'expialidocious    ', 'end']
# {'drop_whitespace': False} 33 ["It's a well-known fact -- isn't ", 'it? -- that cross-platform text-', 'wrapping is hard.  Dr. Who said ', "so. a-b x--y 12-34 'quoted-word' ", 'supercalifragilistic-', 'expialidocious    end']
# {'max_lines': 2} 10 ["It's a", '[...]']
# {'max_lines': 2} 20 ["It's a well-known", "fact -- isn't [...]"]
# {'max_lines': 2} 33 ["It's a well-known fact -- isn't", 'it? -- that cross-platform [...]']
# {'max_lines': 1, 'placeholder': '…'} 10 ["It's a…"]
# {'max_lines': 1, 'placeholder': '…'} 20 ["It's a well-known…"]
# {'max_lines': 1, 'placeholder': '…'} 33 ["It's a well-known fact -- isn't…"]
# {'initial_indent': '* ', 'subsequent_indent': '  '} 10 ["* It's a", '  well-', '  known', '  fact --', "  isn't", '  it? --', '  that', '  cross-', '  platform', '  text-', '  wrapping', '  is hard.', '  Dr. Who', '  said so.', '  a-b x--y', '  12-34', "  'quoted-", "  word' su", '  percalif', '  ragilist', '  ic-expia', '  lidociou', '  s    end']
# {'initial_indent': '* ', 'subsequent_indent': '  '} 20 ["* It's a well-known", "  fact -- isn't it?", '  -- that cross-', '  platform text-', '  wrapping is hard.', '  Dr. Who said so.', '  a-b x--y 12-34', "  'quoted-word' supe", '  rcalifragilistic-', '  expialidocious', '  end']
# {'initial_indent': '* ', 'subsequent_indent': '  '} 33 ["* It's a well-known fact -- isn't", '  it? -- that cross-platform', '  text-wrapping is hard.  Dr. Who', '  said so. a-b x--y 12-34', "  'quoted-word'", '  supercalifragilistic-', '  expialidocious    end']
# {'fix_sentence_endings': True} 10 ["It's a", 'well-known', 'fact --', "isn't it?", '-- that', 'cross-', 'platform', 'text-', 'wrapping', 'is hard.', 'Dr.  Who', 'said so.', 'a-b x--y', '12-34', "'quoted-", "word' supe", 'rcalifragi', 'listic-exp', 'ialidociou', 's    end']
# {'fix_sentence_endings': True} 20 ["It's a well-known", "fact -- isn't it?", '-- that cross-', 'platform text-', 'wrapping is hard.', 'Dr.  Who said so.', 'a-b x--y 12-34', "'quoted-word' superc", 'alifragilistic-', 'expialidocious', 'end']
# {'fix_sentence_endings': True} 33 ["It's a well-known fact -- isn't", 'it?  -- that cross-platform text-', 'wrapping is hard.  Dr.  Who said', "so.  a-b x--y 12-34 'quoted-word'", 'supercalifragilistic-', 'expialidocious    end']
# {'tabsize': 4, 'expand_tabs': False} 10 ["It's a", 'well-known', 'fact --', "isn't it?", '-- that', 'cross-', 'platform', 'text-', 'wrapping', 'is hard.', 'Dr. Who', 'said so.', 'a-b x--y', '12-34', "'quoted-", "word' supe", 'rcalifragi', 'listic-exp', 'ialidociou', 's end']
# {'tabsize': 4, 'expand_tabs': False} 20 ["It's a well-known", "fact -- isn't it? --", 'that cross-platform', 'text-wrapping is', 'hard.  Dr. Who said', 'so. a-b x--y 12-34', "'quoted-word' superc", 'alifragilistic-', 'expialidocious end']
# {'tabsize': 4, 'expand_tabs': False} 33 ["It's a well-known fact -- isn't", 'it? -- that cross-platform text-', 'wrapping is hard.  Dr. Who said', "so. a-b x--y 12-34 'quoted-word'", 'supercalifragilistic-', 'expialidocious end']
# {'replace_whitespace': False} 10 ["It's a", 'well-known', 'fact --', "isn't it?", '-- that', 'cross-', 'platform', 'text-', 'wrapping', 'is hard.', 'Dr. Who', 'said so.', 'a-b x--y', '12-34', "'quoted-", "word' supe", 'rcalifragi', 'listic-exp', 'ialidociou', 's    end']
# {'replace_whitespace': False} 20 ["It's a well-known", "fact -- isn't it? --", 'that cross-platform', 'text-wrapping is', 'hard.  Dr. Who said', 'so. a-b x--y 12-34', "'quoted-word' superc", 'alifragilistic-', 'expialidocious', 'end']
# {'replace_whitespace': False} 33 ["It's a well-known fact -- isn't", 'it? -- that cross-platform text-', 'wrapping is hard.  Dr. Who said', "so. a-b x--y 12-34 'quoted-word'", 'supercalifragilistic-', 'expialidocious    end']
# a b
# c d
# e f hello [...]  [] [] x x x x x x
# x x x x x x
# x x x x x x
# x x
# ['> one two three', 'four five'] 15 > six seven
# eight nine
# invalid width 0 (must be > 0)
# placeholder too large for max width
