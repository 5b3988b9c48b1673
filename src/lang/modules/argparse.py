__all__ = [
    'Action', 'ArgumentDefaultsHelpFormatter', 'ArgumentError', 'ArgumentParser', 'ArgumentTypeError',
    'BooleanOptionalAction', 'FileType', 'HelpFormatter', 'MetavarTypeHelpFormatter', 'Namespace', 'ONE_OR_MORE',
    'OPTIONAL', 'PARSER', 'REMAINDER', 'RawDescriptionHelpFormatter', 'RawTextHelpFormatter', 'SUPPRESS',
    'ZERO_OR_MORE',
]

import os as _os
import sys as _sys
from _argparse_actions import Action, ArgumentError, ArgumentTypeError, BooleanOptionalAction, KINDS as _KINDS
from _argparse_actions import Namespace, ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, SubParsersAction as _SubParsers
from _argparse_actions import ZERO_OR_MORE
from _argparse_help import ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter
from _argparse_help import RawDescriptionHelpFormatter, RawTextHelpFormatter
from _argparse_parse import Parse as _Parse

class FileType:
    def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
        self._mode = mode
        self._encoding = encoding

    def __call__(self, string):
        if string == '-':
            if 'r' in self._mode:
                raise ArgumentTypeError('gilsim reads no standard input')
            return _sys.stdout
        try:
            return open(string, self._mode, encoding=self._encoding)
        except OSError as error:
            raise ArgumentTypeError(f"can't open '{string}': {error}")

class _Container:
    # What arguments can be added to: a parser, or a group of its arguments.
    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        self.description = description
        self.prefix_chars = prefix_chars
        self.argument_default = argument_default
        self.conflict_handler = conflict_handler
        self._actions = []
        self._option_string_actions = {}
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._defaults = {}
        self._registries = {'action': dict(_KINDS), 'type': {None: lambda text: text}}

    def register(self, registry_name, value, object):
        self._registries[registry_name][value] = object

    def _registered(self, registry, value):
        try:
            return self._registries[registry].get(value, value)
        except TypeError:
            return value

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def add_argument(self, *args, **kwargs):
        chars = self.prefix_chars
        if not args or len(args) == 1 and args[0][:1] not in chars:
            if args and 'dest' in kwargs:
                raise ValueError('dest supplied twice for positional argument')
            kwargs = _positional(*args, **kwargs)
        else:
            kwargs = self._optional(*args, **kwargs)
        if 'default' not in kwargs:
            dest = kwargs['dest']
            if dest in self._defaults:
                kwargs['default'] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs['default'] = self.argument_default
        kind = self._registered('action', kwargs.pop('action', None))
        if not callable(kind):
            raise ValueError(f'unknown action "{kind}"')
        action = kind(**kwargs)
        convert = self._registered('type', action.type)
        if not callable(convert):
            raise ValueError(f'{convert!r} is not callable')
        return self._add_action(action)

    def _optional(self, *args, dest=None, **kwargs):
        chars = self.prefix_chars
        options = []
        long = None
        for option in args:
            if option[:1] not in chars:
                raise ValueError(f'invalid option string {option!r}: must start with a character {chars!r}')
            options.append(option)
            if long is None and len(option) > 1 and option[1] in chars:
                long = option
        if dest is None:
            dest = (long or options[0]).lstrip(chars)
            if not dest:
                raise ValueError(f'dest= is required for options like {", ".join(options)!r}')
            dest = dest.replace('-', '_')
        return dict(kwargs, dest=dest, option_strings=options)

    def add_argument_group(self, *args, **kwargs):
        group = _Group(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, *, required=False):
        group = _Exclusive(self, required)
        self._mutually_exclusive_groups.append(group)
        return group

    def _add_action(self, action):
        taken = [option for option in action.option_strings if option in self._option_string_actions]
        if taken:
            self._settle(action, taken)
        self._actions.append(action)
        action.container = self
        for option in action.option_strings:
            self._option_string_actions[option] = action
        return action

    def _settle(self, action, taken):
        if self.conflict_handler == 'resolve':
            for option in taken:
                other = self._option_string_actions.pop(option)
                other.option_strings.remove(option)
                if not other.option_strings:
                    other.container._remove_action(other)
            return
        plural = '' if len(taken) == 1 else 's'
        raise ArgumentError(action, f'conflicting option string{plural}: {", ".join(taken)}')

    def _remove_action(self, action):
        self._actions.remove(action)

def _positional(dest, **kwargs):
    if 'required' in kwargs:
        raise TypeError("'required' is an invalid argument for positionals")
    nargs = kwargs.get('nargs')
    if nargs not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS) or nargs == ZERO_OR_MORE and 'default' not in kwargs:
        kwargs['required'] = True
    return dict(kwargs, dest=dest, option_strings=[])

class _Group(_Container):
    def __init__(self, container, title=None, description=None, **kwargs):
        _Container.__init__(self, description, container.prefix_chars, container.argument_default,
                            container.conflict_handler)
        self.title = title
        self._group_actions = []
        self._container = container
        self._registries = container._registries
        self._actions = container._actions
        self._option_string_actions = container._option_string_actions
        self._defaults = container._defaults
        self._mutually_exclusive_groups = container._mutually_exclusive_groups

    def _add_action(self, action):
        action = _Container._add_action(self, action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        _Container._remove_action(self, action)
        self._group_actions.remove(action)

class _Exclusive(_Group):
    def __init__(self, container, required=False):
        _Group.__init__(self, container)
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action

class ArgumentParser(_Container):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter,
                 prefix_chars='-', fromfile_prefix_chars=None, argument_default=None, conflict_handler='error',
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        _Container.__init__(self, description, prefix_chars, argument_default, conflict_handler)
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._positionals = self.add_argument_group('positional arguments')
        self._optionals = self.add_argument_group('options')
        self._subparsers = None
        if add_help:
            dash = '-' if '-' in prefix_chars else prefix_chars[0]
            self.add_argument(dash + 'h', dash * 2 + 'help', action='help', default=SUPPRESS,
                              help='show this help message and exit')
        for parent in parents:
            self._adopt(parent)

    def _adopt(self, parent):
        groups = {}
        for group in parent._action_groups:
            own = [one for one in self._action_groups if one.title == group.title]
            groups[group] = own[0] if own else self.add_argument_group(group.title, group.description)
        for group, own in groups.items():
            for action in group._group_actions:
                own._add_action(action)
        for group in parent._mutually_exclusive_groups:
            mine = self.add_mutually_exclusive_group(required=group.required)
            mine._group_actions = list(group._group_actions)
        self._defaults.update(parent._defaults)

    def __repr__(self):
        names = ('prog', 'usage', 'description', 'formatter_class', 'conflict_handler', 'add_help')
        return f'ArgumentParser({", ".join([f"{name}={getattr(self, name)!r}" for name in names])})'

    def _add_action(self, action):
        (self._optionals if action.option_strings else self._positionals)._add_action(action)
        return action

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            self.error('cannot have multiple subparser arguments')
        kwargs.setdefault('parser_class', type(self))
        if 'title' in kwargs or 'description' in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop('title', 'subcommands'), kwargs.pop('description', None))
        else:
            self._subparsers = self._positionals
        if kwargs.get('prog') is None:
            formatter = self._formatter()
            positionals = [action for action in self._actions if not action.option_strings]
            formatter.add_usage(self.usage, positionals, self._mutually_exclusive_groups, '')
            kwargs['prog'] = formatter.format_help().strip()
        action = _SubParsers(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def parse_args(self, args=None, namespace=None):
        namespace, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error('unrecognized arguments: ' + ' '.join(rest))
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        args = _sys.argv[1:] if args is None else list(args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) and action.default is not SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest in self._defaults:
            if not hasattr(namespace, dest):
                setattr(namespace, dest, self._defaults[dest])
        if not self.exit_on_error:
            return _Parse(self, self._read_from_files(args), namespace).run()
        try:
            return _Parse(self, self._read_from_files(args), namespace).run()
        except ArgumentError as error:
            self.error(str(error))

    # Arguments that name a file stand for those in its lines, which may name files in turn.
    def _read_from_files(self, args):
        if self.fromfile_prefix_chars is None:
            return args
        found = []
        for one in args:
            if not one or one[0] not in self.fromfile_prefix_chars:
                found.append(one)
                continue
            try:
                with open(one[1:]) as file:
                    lines = file.read().splitlines()
            except OSError as error:
                self.error(str(error))
            found.extend(self._read_from_files([arg for line in lines for arg in self.convert_arg_line_to_args(line)]))
        return found

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def parse_intermixed_args(self, args=None, namespace=None):
        return self.parse_args(args, namespace)

    def _formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        formatter = self._formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        formatter = self._formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            (_sys.stderr if file is None else file).write(message)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')
