# Texts with marks: their tags, data and comments in the order in which they come. What is not whole waits for more.

__all__ = ['HTMLParser']

import re
from html import unescape as _unescape

_ATTRIBUTE = re.compile(r'((?<=[\'"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*(\'[^\']*\'|"[^"]*"|(?![\'"])[^>\s]*))?(?:\s|/(?!>))*')
_TAG_NAME = re.compile(r'([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*')
_START_TAG = re.compile(r'''
  <[a-zA-Z][^\t\n\r\f />\x00]*
  (?:[\s/]*(?:(?<=['"\s/])[^\s/>][^\s/=>]*(?:\s*=+\s*(?:'[^']*'|"[^"]*"|(?!['"])[^>\s]*)\s*)?(?:\s|/(?!>))*)*)?
  \s*
''', re.VERBOSE)
_END_TAG = re.compile(r'</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>')
_REFERENCE = re.compile(r'&(?:#(?P<number>[0-9]+|[xX][0-9a-fA-F]+)|(?P<name>[a-zA-Z][-.a-zA-Z0-9]*))(?=[^0-9a-zA-Z])')

class HTMLParser:
    CDATA_CONTENT_ELEMENTS = ('script', 'style')

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata = ''
        self.lasttag = '???'
        self.cdata_elem = None
        self.lineno, self.offset = 1, 0
        self._starttag_text = None

    def feed(self, data):
        self.rawdata += data
        self._parse(False)

    def close(self):
        self._parse(True)

    def getpos(self):
        return self.lineno, self.offset

    def get_starttag_text(self):
        return self._starttag_text

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()

    def clear_cdata_mode(self):
        self.cdata_elem = None

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass

    def _parse(self, is_end):
        at, text = 0, self.rawdata
        while at < len(text):
            data_end = self._data_end(at, is_end)
            if data_end > at:
                self._tell_data(text[at:data_end])
                at = self._moved(at, data_end)
            if at == len(text):
                break
            end = self._mark(at, is_end)
            if end < 0:
                if not is_end or self.cdata_elem is not None:
                    break
                end = at + 1
                self._tell_data(text[at:end])
            at = self._moved(at, end)
        if is_end and at < len(text):
            self._tell_data(text[at:])
            at = self._moved(at, len(text))
        self.rawdata = text[at:]

    # Where text without marks ends that is whole.
    def _data_end(self, at, is_end):
        text = self.rawdata
        if self.cdata_elem is not None:
            found = re.compile(r'</%s(?=[\t\n\r\f />])' % self.cdata_elem, re.IGNORECASE).search(text, at)
            return found.start() if found else len(text) if is_end else max(at, text.rfind('<', at))
        if not self.convert_charrefs:
            found = re.compile('[&<]').search(text, at)
            return found.start() if found else len(text)
        end = text.find('<', at)
        if end >= 0 or is_end:
            return end if end >= 0 else len(text)
        reference = text.rfind('&', max(at, len(text) - 34))
        return at if reference >= 0 and not re.compile(r'[\s;]').search(text, reference) else len(text)

    def _tell_data(self, data):
        self.handle_data(_unescape(data) if self.convert_charrefs and self.cdata_elem is None else data)

    # What is told of the mark here; where it ends, or -1.
    def _mark(self, at, is_end):
        text = self.rawdata
        if text.startswith('&', at):
            return self._reference(at, is_end)
        if re.compile('<[a-zA-Z]').match(text, at):
            return self.parse_starttag(at)
        if text.startswith('</', at):
            return self.parse_endtag(at)
        if text.startswith('<!--', at):
            return self._enclosed(at, 4, '-->', self.handle_comment)
        if text.startswith('<?', at):
            return self._enclosed(at, 2, '>', self.handle_pi)
        if text.startswith('<![', at):
            return self._enclosed(at, 3, ']>' if text[at + 3:at + 9] != 'CDATA[' else ']]>', self.unknown_decl)
        if text.startswith('<!', at):
            is_type = text[at:at + 9].lower() == '<!doctype'
            return self._enclosed(at, 2, '>', self.handle_decl if is_type else self.handle_comment)
        if len(text) == at + 1 and not is_end:
            return -1
        self.handle_data('<')
        return at + 1

    def _enclosed(self, at, start, ending, handle):
        end = self.rawdata.find(ending, at + start)
        if end < 0:
            return -1
        handle(self.rawdata[at + start:end])
        return end + len(ending)

    def _reference(self, at, is_end):
        text = self.rawdata
        found = _REFERENCE.match(text + ' ' if is_end else text, at)
        if found is None:
            if not is_end and re.compile('&(#[0-9xX]?[0-9a-fA-F]*|[a-zA-Z][-.a-zA-Z0-9]*)?$').match(text, at):
                return -1
            self.handle_data('&')
            return at + 1
        if found['name']:
            self.handle_entityref(found['name'])
        else:
            self.handle_charref(found['number'])
        end = found.end()
        return end + 1 if text.startswith(';', end) else end

    def parse_starttag(self, i):
        self._starttag_text = None
        text = self.rawdata
        end = _START_TAG.match(text, i).end()
        end = text.find('>', end) + 1
        if not end:
            return -1
        self._starttag_text = text[i:end]
        named = _TAG_NAME.match(text, i + 1)
        self.lasttag = tag = named.group(1).lower()
        attributes, at = [], named.end()
        while at < end:
            found = _ATTRIBUTE.match(text, at)
            if found is None:
                break
            attributes.append((found.group(1).lower(), self._value(found)))
            at = found.end()
        closing = text[at:end].strip()
        if closing not in ('>', '/>'):
            self.handle_data(self._starttag_text)
        elif closing == '/>':
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return end

    def _value(self, found):
        value = found.group(3)
        if not found.group(2):
            return None
        if value[:1] in ('"', "'") and value[:1] == value[-1:]:
            value = value[1:-1]
        return _unescape(value)

    def parse_endtag(self, i):
        text = self.rawdata
        end = text.find('>', i + 1) + 1
        if not end:
            return -1
        found = _END_TAG.match(text, i)
        if found is None:
            named = _TAG_NAME.match(text, i + 2)
            if named is None:
                if text[i:i + 3] != '</>':
                    self.handle_comment(text[i + 2:end - 1])
                return end
            self.handle_endtag(named.group(1).lower())
            return end
        self.handle_endtag(found.group(1).lower())
        self.clear_cdata_mode()
        return end

    def _moved(self, i, j):
        passed = self.rawdata[i:j]
        lines = passed.count('\n')
        if lines:
            self.lineno += lines
            self.offset = len(passed) - passed.rindex('\n') - 1
        else:
            self.offset += len(passed)
        return j

    updatepos = _moved
