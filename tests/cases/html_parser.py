from html.parser import HTMLParser


class Teller(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print('start', tag, attrs, self.getpos(), repr(self.get_starttag_text()))

    def handle_endtag(self, tag):
        print('end', tag, self.getpos())

    def handle_data(self, data):
        print('data', repr(data))

    def handle_comment(self, data):
        print('comment', repr(data))

    def handle_decl(self, decl):
        print('decl', decl)

    def handle_pi(self, data):
        print('pi', data)

    def handle_entityref(self, name):
        print('entity', name)

    def handle_charref(self, name):
        print('char', name)

    def unknown_decl(self, data):
        print('unknown', data)


PAGE = '''<!DOCTYPE html>
<html><head><title>Links &amp; more</title><!-- a note --></head>
<body class="x y" data-n='1' hidden>
<a href="/one?a=1&amp;b=2">One</a> &lt;&#62; &nosuch; <br/><img src=logo.png alt="">
<script>if (a < b && c) { "</p>" }</script>
<p>unclosed <B>Bold</B> 3 < 4
</body></html><?php x ?>'''
teller = Teller()
teller.feed(PAGE)
teller.close()
teller = Teller(convert_charrefs=False)
teller.feed('a &amp; b &#65; &#x41 <i')
teller.feed('d="q">c</i')
teller.feed('>')
teller.close()


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links = []

    def handle_starttag(self, tag, attrs):
        if tag == 'a':
            self.links += [value for name, value in attrs if name == 'href']


links = Links()
for piece in ('<a hr', 'ef="1.html">x</a><a name=n>', '</a><A HREF=2.html target=_blank>'):
    links.feed(piece)
print(links.links)

# expect:
# decl DOCTYPE html
# data '\n'
# start html [] (2, 0) '<html>'
# start head [] (2, 6) '<head>'
# start title [] (2, 12) '<title>'
# data 'Links & more'
# end title (2, 35)
# comment ' a note '
# end head (2, 58)
# data '\n'
# start body [('class', 'x y'), ('data-n', '1'), ('hidden', None)] (3, 0) '<body class="x y" data-n=\'1\' hidden>'
# data '\n'
# start a [('href', '/one?a=1&b=2')] (4, 0) '<a href="/one?a=1&amp;b=2">'
# data 'One'
# end a (4, 30)
# data ' <> &nosuch; '
# start br [] (4, 54) '<br/>'
# end br (4, 54)
# start img [('src', 'logo.png'), ('alt', '')] (4, 59) '<img src=logo.png alt="">'
# data '\n'
# start script [] (5, 0) '<script>'
# data 'if (a < b && c) { "</p>" }'
# end script (5, 34)
# data '\n'
# start p [] (6, 0) '<p>'
# data 'unclosed '
# start b [] (6, 12) '<B>'
# data 'Bold'
# end b (6, 19)
# data ' 3 '
# data '<'
# data ' 4\n'
# end body (7, 0)
# end html (7, 7)
# pi php x ?
# data 'a '
# entity amp
# data ' b '
# char 65
# data ' '
# char x41
# data ' '
# start id="q" [] (1, 22) '<id="q">'
# data 'c'
# end i (1, 31)
# ['1.html', '2.html']
