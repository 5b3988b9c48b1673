# Where textwrap breaks words with hyphens and dashes.
import textwrap

texts = [
    "this-is-a-useful-feature-for-reformatting posts from tim-peters'ly",
    "You should use the -n option, or --dry-run in its long form.",
    "Hello there -- you goof-ball, use the -b option!",
    "Em-dashes should be written -- thus. and--this--too a--b --c-- 1--2",
    "what-the hey!\twhat-- e.g. x-y a-b-c ab-c a-bc abc-def x--- 555-1234 1990-1999 all-1a",
    "the ['wibble-wobble'] widget and (foo--bar) \"quoted--text\" and foo.--bar",
    "\xe9-\xe9\xe9 \xe9\xe9-\xe9\xe9 _a-_b a_-_b",
]
for text in texts:
    print(textwrap.wrap(text, 1, break_long_words=False))
    print(textwrap.wrap(text, 20))
    print(textwrap.wrap(text, 11, break_on_hyphens=False))

# expect:
# ['this-', 'is-', 'a-', 'useful-', 'feature-', 'for-', 'reformatting', 'posts', 'from', 'tim-', "peters'ly"]
# ['this-is-a-useful-', 'feature-for-', 'reformatting posts', "from tim-peters'ly"]
# ['this-is-a-u', 'seful-featu', 're-for-refo', 'rmatting', 'posts from ', "tim-peters'", 'ly']
# ['You', 'should', 'use', 'the', '-n', 'option,', 'or', '--dry-', 'run', 'in', 'its', 'long', 'form.']
# ['You should use the', '-n option, or --dry-', 'run in its long', 'form.']
# ['You should', 'use the -n', 'option, or', '--dry-run', 'in its long', 'form.']
# ['Hello', 'there', '--', 'you', 'goof-', 'ball,', 'use', 'the', '-b', 'option!']
# ['Hello there -- you', 'goof-ball, use the', '-b option!']
# ['Hello there', '-- you', 'goof-ball,', 'use the -b', 'option!']
# ['Em-', 'dashes', 'should', 'be', 'written', '--', 'thus.', 'and', '--', 'this', '--', 'too', 'a', '--', 'b', '--c--', '1', '--', '2']
# ['Em-dashes should be', 'written -- thus. and', '--this--too a--b', '--c-- 1--2']
# ['Em-dashes', 'should be', 'written --', 'thus. and--', 'this--too', 'a--b --c--', '1--2']
# ['what-', 'the', 'hey!', 'what--', 'e.g.', 'x-y', 'a-b-c', 'ab-c', 'a-bc', 'abc-', 'def', 'x---', '555-1234', '1990-1999', 'all-1a']
# ['what-the hey!', 'what-- e.g. x-y', 'a-b-c ab-c a-bc abc-', 'def x--- 555-1234', '1990-1999 all-1a']
# ['what-the', 'hey!', 'what-- e.g.', 'x-y a-b-c', 'ab-c a-bc', 'abc-def', 'x---', '555-1234', '1990-1999', 'all-1a']
# ['the', "['wibble-", "wobble']", 'widget', 'and', '(foo', '--', 'bar)', '"quoted', '--', 'text"', 'and', 'foo.', '--', 'bar']
# ["the ['wibble-", "wobble'] widget and", '(foo--bar) "quoted--', 'text" and foo.--bar']
# ["the ['wibbl", "e-wobble']", 'widget and', '(foo--bar) ', '"quoted--te', 'xt" and', 'foo.--bar']
# ['é-éé', 'éé-', 'éé', '_a-', '_b', 'a_-', '_b']
# ['é-éé éé-éé _a-_b a_-', '_b']
# ['é-éé éé-éé', '_a-_b a_-_b']
