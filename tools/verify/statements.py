"""The daily anchors: signatures, their chain, and the trees under their roots."""
import base64
import json

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_der_public_key

from sm3 import sm3, sm3_hex


def read_keys(path):
    """The public keys by their ids, from keys.json of the open data."""
    with open(path, encoding="utf-8") as file:
        listed = json.load(file)["keys"]
    keys = {}
    for each in listed:
        key = load_der_public_key(base64.b64decode(each["publicKey"]))
        if not isinstance(key, Ed25519PublicKey):
            raise ValueError(f"{each['keyId']} is no Ed25519 key")
        keys[each["keyId"]] = key
    return keys


def signed_by(keys, key_id, signature, data):
    """Whether one of the known keys signed these very bytes."""
    key = keys.get(key_id)
    if key is None or not isinstance(signature, str):
        return False
    try:
        key.verify(base64.b64decode(signature, validate=True), data)
        return True
    except (InvalidSignature, ValueError):
        return False


def leaf_of(case_id, version, head):
    text = "\n".join(["mingdan.leaf/1", case_id, str(version), str(head)])
    return sm3_hex(text.encode())


def root_of(heads):
    """Merkle root over `key:leaf`, in the order of the keys; an odd node goes up as it is."""
    level = [sm3(b"\0" + f"{key}:{leaf}".encode()) for key, leaf in sorted(heads.items())]
    if not level:
        return sm3_hex(b"")
    while len(level) > 1:
        pairs = [level[place : place + 2] for place in range(0, len(level), 2)]
        level = [sm3(b"\1" + b"".join(pair)) if len(pair) == 2 else pair[0] for pair in pairs]
    return level[0].hex()


class AnchorChain:
    """The anchors in their order, each with the heads that changed since the one before."""

    def __init__(self, lines):
        self.lines = lines
        self.links, self.hashes = [], {}
        for line in lines:
            statement = json.loads(line["statement"])
            changes = {each["caseKey"]: each["leaf"] for each in line["changes"]}
            self.links.append((statement, changes))
            self.hashes[statement["sequence"]] = sm3_hex(line["statement"].encode())

    def check(self, keys, head, found):
        previous, day, heads = "0" * 64, "", {}
        for place, (line, (statement, changes)) in enumerate(zip(self.lines, self.links), start=1):
            name = f"第 {place} 个锚（{statement['day']}）", f"anchor {place} ({statement['day']})"
            if not signed_by(keys, line["keyId"], line["signature"], line["statement"].encode()):
                found.fault(f"{name[0]}的签名不符", f"the signature of {name[1]} does not hold")
            if statement["schema"] != "mingdan.anchor/1" or statement["algorithm"] != "sm3":
                found.fault(f"{name[0]}的格式不明", f"{name[1]} is of an unknown form")
            if statement["sequence"] != place or statement["previous"] != previous:
                found.fault(
                    f"{name[0]}与前一个不相连：有锚被删除、插入或者调换",
                    f"{name[1]} does not follow the one before",
                )
            if statement["day"] <= day:
                found.fault(f"{name[0]}的日期不在前一个之后", f"{name[1]} is not of a later day")
            if len(line["changes"]) != statement["changes"] or len(changes) != statement["changes"]:
                found.fault(f"{name[0]}的变化条数不符", f"{name[1]} has another number of changes")
            if root_of(changes) != statement["changesRoot"]:
                found.fault(f"{name[0]}的变化已被改动", f"the changes of {name[1]} were altered")
            heads.update(changes)
            if len(heads) != statement["cases"] or root_of(heads) != statement["root"]:
                found.fault(f"{name[0]}的总根不符", f"the root of {name[1]} does not hold")
            previous, day = self.hashes[statement["sequence"]], statement["day"]
        if head is not None and head not in self.hashes.values():
            found.fault("没有此前记下的锚：末尾有删减", "the anchor that was noted is not there")
