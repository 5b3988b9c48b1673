"""`mimetypes`: types of files by their names."""
import mimetypes, pathlib

# Of the tables of the module alone: the system may know more.
known = mimetypes.MimeTypes()

for name in ('a.txt', 'a.html', 'a.HTM', 'b.tar.gz', 'c.tgz', 'd.svgz', 'e.py', 'f.json', 'g.csv', 'h.PNG', 'i.jpeg', 'j.mp3',
             'k.unknown', 'none', '.txt', 'l.pdf', 'm.js', 'n.xml.bz2', 'o.Z', 'folder/p.css', 'q.mjs', 'r.webp', 's.zip', 't.jpg',
             'http://example.com/x/y.gif?z=1', 'file:///a/b.c', 'data:image/png;base64,xx', 'data:,x', 'data:text', 'v.ico',
             pathlib.Path('w.wasm')):
    print(name, known.guess_type(name))
print(known.guess_type('a.jpg', strict=False))
for kind in ('text/html', 'image/jpeg', 'application/json', 'nothing/known', 'IMAGE/PNG', 'text/csv'):
    print(kind, known.guess_extension(kind), known.guess_all_extensions(kind))
print(known.guess_all_extensions('image/jpg'), known.guess_all_extensions('image/jpg', strict=False))
known.add_type('text/x-own', '.own')
print(known.guess_type('a.own'), known.guess_extension('text/x-own'), known.types_map[True][".own"])
own = mimetypes.MimeTypes()
print(own.guess_type('a.tar.xz'), mimetypes.encodings_map['.gz'], mimetypes.types_map['.txt'], mimetypes.inited)
print(mimetypes.read_mime_types('no such file'))
print(mimetypes.guess_type('page.html'), mimetypes.guess_extension('application/json'), mimetypes.guess_type('a.own'))
# expect:
# a.txt ('text/plain', None)
# a.html ('text/html', None)
# a.HTM ('text/html', None)
# b.tar.gz ('application/x-tar', 'gzip')
# c.tgz ('application/x-tar', 'gzip')
# d.svgz ('image/svg+xml', 'gzip')
# e.py ('text/x-python', None)
# f.json ('application/json', None)
# g.csv ('text/csv', None)
# h.PNG ('image/png', None)
# i.jpeg ('image/jpeg', None)
# j.mp3 ('audio/mpeg', None)
# k.unknown (None, None)
# none (None, None)
# .txt (None, None)
# l.pdf ('application/pdf', None)
# m.js ('application/javascript', None)
# n.xml.bz2 ('text/xml', 'bzip2')
# o.Z (None, 'compress')
# folder/p.css ('text/css', None)
# q.mjs ('application/javascript', None)
# r.webp (None, None)
# s.zip ('application/zip', None)
# t.jpg ('image/jpeg', None)
# http://example.com/x/y.gif?z=1 (None, None)
# file:///a/b.c ('text/plain', None)
# data:image/png;base64,xx ('image/png', None)
# data:,x ('text/plain', None)
# data:text (None, None)
# v.ico ('image/vnd.microsoft.icon', None)
# w.wasm ('application/wasm', None)
# ('image/jpeg', None)
# text/html .html ['.html', '.htm']
# image/jpeg .jpg ['.jpg', '.jpe', '.jpeg']
# application/json .json ['.json']
# nothing/known None []
# IMAGE/PNG .png ['.png']
# text/csv .csv ['.csv']
# [] ['.jpg']
# ('text/x-own', None) .own text/x-own
# ('application/x-tar', 'xz') gzip text/plain True
# None
# ('text/html', None) .json (None, None)
