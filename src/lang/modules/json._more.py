# Parts of the package that programs name without importing them. Executed in the variables of `json` when one is wanted.

import json.decoder as decoder, json.encoder as encoder
