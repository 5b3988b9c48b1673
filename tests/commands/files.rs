//! Files as `open` gives them: what is done with bytes that are no text, with ends of lines, and what files are called.

use crate::gilsim::gilsim;

const TEXTS: &str = r"
import io, os
def shown(do):
    try:
        print(*map(ascii, do()))
    except (LookupError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
with open('text', 'wb') as file:
    file.write(b'a\xffb\r\nc\rd\n\ne')
def read(**options):
    with open('text', **options) as file:
        return file.read(), file.errors
def lines(newline):
    with open('text', errors='ignore', newline=newline) as file:
        return [*file, file.newlines]
for errors in 'replace', 'ignore', 'strict', None, 'backslashreplace', 'nope':
    shown(lambda: read(errors=errors))
for newline in None, '', '\n', '\r', '\r\n', 'x', 3:
    shown(lambda: lines(newline))
def written(**options):
    with open('text', 'w', **options) as file:
        file.write('a\né€\n')
    with open('text', 'rb') as file:
        return [file.read()]
for newline in None, '', '\n', '\r', '\r\n':
    shown(lambda: written(newline=newline))
for errors in 'strict', 'ignore', 'replace', 'xmlcharrefreplace':
    shown(lambda: written(encoding='ascii', errors=errors))
with open('text', 'w+', newline='\r\n') as file:
    file.write('a\nb')
    file.seek(0)
    print(ascii(file.read()), file.errors)
with open(b'text', 'rb') as file:
    print(file.read(), file)
for mode in 'rb', 'wb', 'ab', 'r+b', 'r', 'w', 'r+':
    with open('text', mode) as file:
        print(file, file.mode)
print(isinstance(open('text'), io.TextIOWrapper), isinstance(open('text', 'rb'), io.BufferedReader))
for option in 'errors', 'newline', 'encoding':
    shown(lambda: open('text', 'rb', **{option: ''}))
";

const TOLD: &str = r"'a\ufffdb\nc\nd\n\ne' 'replace'
'ab\nc\nd\n\ne' 'ignore'
UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte
UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte
'a\\xffb\nc\nd\n\ne' 'backslashreplace'
LookupError unknown error handler name 'nope'
'ab\n' 'c\n' 'd\n' '\n' 'e' ('\r', '\n', '\r\n')
'ab\r\n' 'c\r' 'd\n' '\n' 'e' ('\r', '\n', '\r\n')
'ab\r\n' 'c\rd\n' '\n' 'e' None
'ab\r' '\nc\r' 'd\n\ne' None
'ab\r\n' 'c\rd\n\ne' None
ValueError illegal newline value: x
TypeError open() argument 'newline' must be str or None, not int
b'a\n\xc3\xa9\xe2\x82\xac\n'
b'a\n\xc3\xa9\xe2\x82\xac\n'
b'a\n\xc3\xa9\xe2\x82\xac\n'
b'a\r\xc3\xa9\xe2\x82\xac\r'
b'a\r\n\xc3\xa9\xe2\x82\xac\r\n'
UnicodeEncodeError 'ascii' codec can't encode characters in position 2-3: ordinal not in range(128)
b'a\n\n'
b'a\n??\n'
b'a\n&#233;&#8364;\n'
'a\r\nb' strict
b'a\r\nb' <_io.BufferedReader name=b'text'>
<_io.BufferedReader name='text'> rb
<_io.BufferedWriter name='text'> wb
<_io.BufferedWriter name='text'> ab
<_io.BufferedRandom name='text'> rb+
<_io.TextIOWrapper name='text' mode='r' encoding='UTF-8'> r
<_io.TextIOWrapper name='text' mode='w' encoding='UTF-8'> w
<_io.TextIOWrapper name='text' mode='r+' encoding='UTF-8'> r+
True True
ValueError binary mode doesn't take an errors argument
ValueError binary mode doesn't take a newline argument
ValueError binary mode doesn't take an encoding argument
";

#[test]
fn texts_are_read_and_written_as_open_was_told() {
    let place = gilsim("open").with_file("listing.py", TEXTS.as_bytes());
    for engine in [&[][..], &["--simulated"]] {
        let arguments = [&["run", "listing.py", "--quiet", "--no-chart"], engine].concat();
        assert_eq!(place.call(arguments).exits_with(0).stdout(), TOLD);
    }
}

#[test]
fn where_all_is_lost_is_a_file_in_both_engines() {
    let listing = "import os
print(os.path.exists('/dev/null'), os.path.isfile('/dev/null'), os.path.isdir('/dev/null'), os.path.getsize('/dev/null'))
lost = os.open('/dev/null', os.O_WRONLY)
print(os.write(lost, b'abc'))
os.close(lost)
";
    for engine in [&["--simulated"][..], &[]] {
        let place = gilsim("lost").with_file("listing.py", listing.as_bytes());
        let done = place.call([&["run", "listing.py", "--quiet", "--no-chart"][..], engine].concat()).exits_with(0);
        assert_eq!(done.stdout, "True False False 0\n3\n", "{}", done.stderr);
    }
}

#[test]
fn a_file_is_read_and_written_by_calls_of_the_system_one_after_the_other() {
    let listing = "import os, time
with open('text', 'wb') as file:
    file.write(b'a' * 100)
start = time.perf_counter()
for _ in range(100):
    with open('text', 'rb') as file:
        file.read()
each = (time.perf_counter() - start) / 100
print(7e-6 < each < 14e-6)
start = time.perf_counter()
for _ in range(100):
    os.path.exists('text')
print(1.5e-6 < (time.perf_counter() - start) / 100 < 3.5e-6)
";
    let place = gilsim("system_calls").with_file("listing.py", listing.as_bytes());
    let done = place.call(["run", "listing.py", "--simulated", "--quiet", "--no-chart"]).exits_with(0);
    assert_eq!(done.stdout, "True\nTrue\n", "{}", done.stderr);
    let log = place.read("output/listing/events.jsonl");
    let calls = log.lines().filter(|line| line.contains(r#""event":"block-begun","call":"file""#)).count();
    // Nine for each time that the file is read, five and two for writing it.
    assert_eq!(calls, 5 + 2 + 100 * 9 + 100);
}
