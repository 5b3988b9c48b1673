import textwrap

text = """
    Hello
      indented
    \tTab

    end
"""
print(repr(textwrap.dedent(text)))
print(repr(textwrap.dedent("  a\n b\n   c")), repr(textwrap.dedent("no\n  change")), repr(textwrap.dedent("")))
print(repr(textwrap.indent("a\n\nb\n", "> ")), repr(textwrap.indent("a\n b", "--", lambda line: True)))
long = "The quick brown fox jumps over the lazy dog and keeps on running through the well-known forest."
print(textwrap.wrap(long, 20))
print(textwrap.fill(long, 30))
print(textwrap.fill("one two three four", 12, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap("abcdefghijklmnop qr", 5), textwrap.wrap("", 10), textwrap.wrap("a  b   c", 3))
print(textwrap.shorten("Hello  world of text", width=12), textwrap.shorten("Hello  world!", width=12), textwrap.shorten("Hello world", width=10, placeholder="..."))
# expect:
# '\nHello\n  indented\n\tTab\n\nend\n'
# ' a\nb\n  c' 'no\n  change' ''
# '> a\n\n> b\n' '--a\n-- b'
# ['The quick brown fox', 'jumps over the lazy', 'dog and keeps on', 'running through the', 'well-known forest.']
# The quick brown fox jumps over
# the lazy dog and keeps on
# running through the well-known
# forest.
# * one two
#   three four
# ['abcde', 'fghij', 'klmno', 'p qr'] [] ['a', 'b', 'c']
# Hello [...] Hello world! Hello...
