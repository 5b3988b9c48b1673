from urllib.parse import DefragResult, urldefrag

for url in ('http://a/b?c#d', 'http://a/b', '#d', '/x;y?z#', '', 'a#b#c'):
    print(urldefrag(url), urldefrag(url).geturl())
url, fragment = urldefrag('http://127.0.0.1:80/page#part')
print(url, fragment, DefragResult('u', 'f').geturl())

# expect:
# DefragResult(url='http://a/b?c', fragment='d') http://a/b?c#d
# DefragResult(url='http://a/b', fragment='') http://a/b
# DefragResult(url='', fragment='d') #d
# DefragResult(url='/x;y?z', fragment='') /x;y?z
# DefragResult(url='', fragment='') 
# DefragResult(url='a', fragment='b#c') a#b#c
# http://127.0.0.1:80/page part u#f
