import json


def parsed(text):
    try:
        return json.loads(text)
    except json.decoder.JSONDecodeError as error:
        return f'{type(error).__module__} {error}'


print(parsed('{"a": 1}'), parsed('[1,'), parsed(''))
from json.decoder import JSONDecodeError, JSONDecoder
from json.encoder import JSONEncoder
import json.decoder

print(JSONDecodeError is json.JSONDecodeError, JSONDecoder().decode('[1, 2]'), JSONEncoder(indent=1).encode([1]))
print(json.encoder.JSONEncoder is json.JSONEncoder, json.decoder.JSONDecoder is json.JSONDecoder)
from asyncio.log import logger

print(logger.name)

# expect:
# {'a': 1} json.decoder Expecting value: line 1 column 4 (char 3) json.decoder Expecting value: line 1 column 1 (char 0)
# True [1, 2] [
#  1
# ]
# True True
# asyncio
