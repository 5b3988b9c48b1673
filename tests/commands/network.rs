//! Programs on the network: really and simulated they get the same answers, and the scenarios of `scenarios/network` hold.

use crate::gilsim::gilsim;
use std::path::Path;

const CLIENTS: &str = "import asyncio, json, urllib.error, urllib.request
import aiohttp, requests
with urllib.request.urlopen('http://example.com/data') as answer:
    print(answer.status, len(answer.read()), answer.headers['Content-Type'])
print(requests.get('https://example.com/', params={'q': 'a b'}).url)
session = requests.Session()
print([session.get('http://example.com/').json()['data'][:3] for _ in range(2)])
print(requests.post('http://example.com/', json={'a': 1}).status_code)
try:
    urllib.request.urlopen('http://localhost:1/')
except urllib.error.URLError as error:
    print(error)
try:
    requests.get('http://localhost:1/')
except requests.ConnectionError as error:
    print(type(error).__name__)
async def fetch(session, number):
    async with session.get(f'http://example.com/{number}') as answer:
        return answer.status, len(await answer.text())
async def main():
    async with aiohttp.ClientSession() as session:
        print(set(await asyncio.gather(*[fetch(session, number) for number in range(20)])))
asyncio.run(main())
";

const ANSWERS: &str = "200 10000 application/json
https://example.com/?q=a+b
['xxx', 'xxx']
200
<urlopen error [Errno 111] Connection refused>
ConnectionError
{(200, 10000)}
";

#[test]
fn clients_get_the_same_answers_in_every_engine() {
    let place = gilsim("clients").with_file("listing.py", CLIENTS.as_bytes());
    for engine in [&[][..], &["--simulated"]] {
        let arguments = [&["run", "listing.py", "--quiet", "--no-chart"], engine].concat();
        assert_eq!(place.call(arguments).exits_with(0).stdout(), ANSWERS);
    }
}

const NOBODY_COMES: &str = "import socket, threading
def serve():
    with socket.create_server(('127.0.0.1', 5000)) as listener:
        listener.accept()
threading.Thread(target=serve).start()
raise ValueError('on the way')
";

#[test]
fn a_deadlock_on_the_network_says_who_waits_for_what_after_an_exception_too() {
    let place = gilsim("nobody_comes").with_file("listing.py", NOBODY_COMES.as_bytes());
    let run = place.call(["run", "listing.py", "--quiet", "--no-chart", "--simulated"]);
    let waits = "Thread-1 (serve) waits in socket.accept for somebody to connect, at listing.py:4: listener.accept()";
    run.exits_with(1).once().complains("ValueError: on the way").complains(waits);
}

const FAILING: &str = "program = '''
import requests

def ask(path):
    try:
        return requests.get('http://api.example.com/' + path, timeout=0.2).status_code
    except requests.RequestException as error:
        return type(error).__name__

def main():
    asked = [ask(path) for path in ('plain', 'missing', 'broken', 'silent', 'refused')]
    assert asked == [200, 404, 'ConnectionError', 'ReadTimeout', 200], asked
'''
[[tasks]]
call = 'main()'
[run]
models = ['threads']
[network]
latency = '1ms'
connect = '1ms'
[[network.addresses]]
match = 'api.example.com/plain'
[[network.addresses]]
match = 'api.example.com/missing'
status = 404
[[network.addresses]]
match = 'api.example.com/broken'
failures = 1
failure = 'reset'
[[network.addresses]]
match = 'api.example.com/silent'
failures = 1
failure = 'silence'
";

#[test]
fn a_scenario_says_what_fails_and_how() {
    let place = gilsim("failing").with_file("failing.toml", FAILING.as_bytes());
    for engine in [&[][..], &["--simulated"]] {
        let arguments = [&["run", "failing.toml", "--no-chart"], engine].concat();
        place.call(arguments).exits_with(0);
    }
}

#[test]
fn the_scenarios_of_the_network_meet_their_expectations() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/network");
    let place = gilsim("network_scenarios");
    for name in ["downloads", "echo_server", "retries", "shared_link"] {
        let path = folder.join(name).with_extension("toml");
        for engine in [&[][..], &["--simulated", "--cores", "2"]] {
            let arguments = [&["run", path.to_str().expect("a path in UTF-8"), "--no-chart"], engine].concat();
            place.call(arguments).exits_with(0);
        }
    }
}

/// CPU time for a request, of a hundred at once and of a hundred after each other.
const AT_ONCE: &str = "import asyncio, time, aiohttp
async def fetch(session):
    async with session.get('http://example.com/') as answer:
        await answer.read()
async def main():
    async with aiohttp.ClientSession() as session:
        # Connections are kept from here on.
        await asyncio.gather(*[fetch(session) for _ in range(100)])
        before = time.process_time()
        for _ in range(100):
            await fetch(session)
        between = time.process_time()
        await asyncio.gather(*[fetch(session) for _ in range(100)])
        after = time.process_time()
        print(after - between < 1.1 * (between - before))
asyncio.run(main())
";

#[test]
fn a_loop_that_watches_many_sockets_takes_no_longer_for_each() {
    let place = gilsim("sockets_at_once").with_file("listing.py", AT_ONCE.as_bytes());
    let done = place.call(["run", "listing.py", "--simulated", "--quiet", "--no-chart"]).exits_with(0);
    assert_eq!(done.stdout, "True\n", "{}", done.stderr);
}

/// What python3 answers where its system has the usual names.
const NAMES: &str = "import socket
print(socket.getservbyname('http'), socket.getservbyname('domain', 'udp'), socket.getservbyport(443))
print(socket.getnameinfo(('127.0.0.1', 80), 0), socket.getnameinfo(('127.0.0.1', 80), socket.NI_NUMERICHOST | 2))
print(socket.getaddrinfo('127.0.0.1', 'http', type=socket.SOCK_STREAM))
try:
    socket.gethostbyname('not~a name')
except socket.gaierror as error:
    print(error)
";

const NAMED: &str = "80 53 https
('localhost', 'http') ('127.0.0.1', '80')
[(<AddressFamily.AF_INET: 2>, <SocketKind.SOCK_STREAM: 1>, 6, '', ('127.0.0.1', 80))]
[Errno -2] Name or service not known
";

#[test]
fn services_and_hosts_have_their_names_on_any_machine() {
    let place = gilsim("names").with_file("listing.py", NAMES.as_bytes());
    for way in [&["run", "listing.py", "--quiet"][..], &["run", "listing.py", "--quiet", "--simulated"]] {
        let done = place.call(way.iter().copied()).exits_with(0);
        assert_eq!(done.stdout, NAMED, "{}", done.stderr);
    }
}
