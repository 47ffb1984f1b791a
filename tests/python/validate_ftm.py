"""Reads entities from standard input, one a line, and checks each against the FollowTheMoney model; prints how many there were."""
import json
import sys

from followthemoney import model
from followthemoney.exc import InvalidData

count = 0
for line in sys.stdin:
    data = json.loads(line)
    proxy = model.get_proxy(data, cleaned=False)
    schema = model.get(data["schema"])
    schema.validate(data)
    for name, values in data["properties"].items():
        prop = schema.get(name)
        if prop is None:
            raise InvalidData(f"{data['schema']} has no property {name}")
        for value in values:
            if not prop.type.validate(value):
                raise InvalidData(f"{name} does not take {value!r}")
        if len(proxy.get(name)) != len(set(values)):
            raise InvalidData(f"{name} lost a value on the way in")
    count += 1
print(count)
