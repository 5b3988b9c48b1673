# How a record of the log becomes text.

import re as _re
import time as _time
import traceback as _traceback
from string import Formatter as _Texts, Template as _Template

BASIC_FORMAT = {
    '%': '%(levelname)s:%(name)s:%(message)s',
    '{': '{levelname}:{name}:{message}',
    '$': '${levelname}:${name}:${message}',
}

class PercentStyle:
    default_format = '%(message)s'
    asctime_search = ('%(asctime)',)
    field = '%('

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        return any(name in self._fmt for name in self.asctime_search)

    def validate(self):
        if self.field not in self._fmt:
            raise ValueError("Invalid format '%s' for '%s' style" % (self._fmt, self.default_format[0]))

    def _format(self, values):
        return self._fmt % values

    def format(self, record):
        values = record.__dict__
        if self._defaults:
            values = {**self._defaults, **values}
        try:
            return self._format(values)
        except KeyError as error:
            raise ValueError('Formatting field not found in record: %s' % error)

class StrFormatStyle(PercentStyle):
    default_format = '{message}'
    asctime_search = ('{asctime',)
    fmt_spec = _re.compile(r'^(.?[<=>^])?[+ -]?#?0?(\d+|{\w+})?[,_]?(\.(\d+|{\w+}))?[bcdefgnosx%]?$', _re.I)
    field_spec = _re.compile(r'^(\d+|\w+)(\.\w+|\[[^]]+\])*$')

    def validate(self):
        fields = False
        try:
            for _, name, spec, conversion in _Texts().parse(self._fmt):
                if name and not self.field_spec.match(name):
                    raise ValueError('invalid field name/expression: %r' % name)
                if conversion and conversion not in 'rsa':
                    raise ValueError('invalid conversion: %r' % conversion)
                if spec and not self.fmt_spec.match(spec):
                    raise ValueError('bad specifier: %r' % spec)
                fields = fields or bool(name)
        except ValueError as error:
            raise ValueError('invalid format: %s' % error)
        if not fields:
            raise ValueError('invalid format: no fields')

    def _format(self, values):
        return self._fmt.format(**values)

class StringTemplateStyle(PercentStyle):
    default_format = '${message}'
    asctime_search = ('$asctime', '${asctime}')
    field = '$'

    def validate(self):
        if self.field not in self._fmt:
            raise ValueError('invalid format: no fields')

    def _format(self, values):
        return _Template(self._fmt).substitute(**values)

_STYLES = {'%': PercentStyle, '{': StrFormatStyle, '$': StringTemplateStyle}

class Formatter:
    __module__ = 'logging'
    converter = _time.localtime
    default_time_format = '%Y-%m-%d %H:%M:%S'
    default_msec_format = '%s,%03d'

    def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None):
        if style not in _STYLES:
            raise ValueError('Style must be one of: %s' % ','.join(_STYLES))
        self._style = _STYLES[style](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        moment = _time.localtime(record.created) if self.converter is _time.localtime else self.converter(record.created)
        if datefmt:
            return _time.strftime(datefmt, moment)
        text = _time.strftime(self.default_time_format, moment)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def formatException(self, ei):
        return ''.join(_traceback.format_exception(ei[1])).rstrip('\n')

    def formatStack(self, stack_info):
        return stack_info

    def usesTime(self):
        return self._style.usesTime()

    def formatMessage(self, record):
        return self._style.format(record)

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        for more in (record.exc_text, record.stack_info and self.formatStack(record.stack_info)):
            if more:
                text = (text if text.endswith('\n') else text + '\n') + more
        return text

class BufferingFormatter:
    __module__ = 'logging'

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or Formatter()

    def formatHeader(self, records):
        return ''

    def formatFooter(self, records):
        return ''

    def format(self, records):
        if not records:
            return ''
        lines = ''.join(self.linefmt.format(record) for record in records)
        return self.formatHeader(records) + lines + self.formatFooter(records)
