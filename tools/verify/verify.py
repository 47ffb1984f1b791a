#!/usr/bin/env python3
"""Checks a downloaded case file and the published daily anchors, without the system that made them.

检验下载的案卷和公布的每日锚，不依赖制作它们的系统。

    verify.py case 案卷.zip --anchors anchors.jsonl --keys keys.json
    verify.py anchors anchors.jsonl --keys keys.json [--head HASH]

Exit code 退出码: 0 intact 完好 · 1 something was changed 有改动 · 2 cannot be read 无法检验
"""
import argparse
import hashlib
import json
import sys
import zipfile

from sm3 import sm3_hex
from statements import AnchorChain, leaf_of, read_keys, signed_by

START = "0" * 64
INDEX, SIGNATURE = "index.json", "index.sig.json"


class Unreadable(Exception):
    """The input is no case file, no anchors, or no keys."""


class Findings:
    """What is wrong, in both languages."""

    def __init__(self):
        self.faults, self.notes = [], []

    def fault(self, chinese, english):
        self.faults.append((chinese, english))

    def note(self, chinese, english):
        self.notes.append((chinese, english))


def check_entries(archive, index, found):
    """Every file of the archive is named in the index with its digest, and the other way round."""
    names = [info.filename for info in archive.infolist()]
    for name in sorted({each for each in names if names.count(each) > 1}):
        found.fault(f"案卷中 {name} 出现两次", f"{name} is in the archive twice")
    listed = {}
    for entry in index["entries"]:
        if entry["path"] in listed:
            found.fault(f"目录中 {entry['path']} 出现两次", f"{entry['path']} is listed twice")
        listed[entry["path"]] = entry
    for name in sorted(set(names) - set(listed) - {INDEX, SIGNATURE}):
        found.fault(f"案卷中有目录没有的 {name}", f"{name} is not in the index")
    for path, entry in listed.items():
        if path not in names:
            found.fault(f"缺少 {path}", f"{path} is missing")
            continue
        data = read_entry(archive, path, found)
        if len(data) != entry["bytes"] or hashlib.sha256(data).hexdigest() != entry["sha256"]:
            found.fault(f"{path} 与目录中的散列不符", f"{path} is not what the index names")


def read_entry(archive, path, found):
    try:
        return archive.read(path)
    except (zipfile.BadZipFile, OSError, KeyError, ValueError) as error:
        found.fault(f"{path} 不能读取", f"{path} cannot be read: {type(error).__name__}")
        return b""
    except Exception as error:  # zlib.error: a damaged stream
        found.fault(f"{path} 已损坏", f"{path} is damaged: {type(error).__name__}")
        return b""


def check_signature(archive, keys, found):
    """The index is signed as it stands, byte by byte."""
    if SIGNATURE not in archive.namelist():
        found.fault("目录没有签名", "the index is not signed")
        return
    signature = json.loads(read_entry(archive, SIGNATURE, found) or b"{}")
    data = read_entry(archive, INDEX, found)
    if not signed_by(keys, signature.get("keyId"), signature.get("signature"), data):
        found.fault("目录的签名不符", "the signature of the index does not hold")


def check_chain(index, lines, found):
    """Each event holds the digest of the one before; the last is the head that the index names."""
    previous, heads = START, [START]
    for place, event in enumerate(lines, start=1):
        seq, body = event.get("seq"), event.get("body", "")
        if seq != place:
            found.fault(
                f"第 {place} 条事件的序号是 {seq}：有事件被删除、插入或者调换",
                f"event {place} has number {seq}: something was removed, added or moved",
            )
        if event.get("algorithm") != "sm3":
            found.fault(f"第 {place} 条事件的算法不明", f"event {place} has an unknown algorithm")
        if event.get("previousHash") != previous:
            found.fault(
                f"第 {place} 条事件与前一条不相连", f"event {place} does not follow the one before"
            )
        text = "\n".join(["sm3", str(event.get("previousHash")), index["caseId"], str(seq), body])
        if sm3_hex(text.encode()) != event.get("hash"):
            found.fault(f"第 {place} 条事件已被改动", f"event {place} was changed")
        check_copies(place, event, body, found)
        previous = event.get("hash")
        heads.append(previous)
    if len(lines) != index["events"] or previous != index["chainHead"]:
        found.fault(
            f"事件应有 {index['events']} 条，末条与目录不符：末尾有删减或者增加",
            f"the index names {index['events']} events and another head: the end was cut or added to",
        )
    if index["chain"] != "intact":
        found.fault("制作案卷时散列链已经不完整", "the chain was broken when the archive was made")
    return heads


def check_copies(place, event, body, found):
    """Kind, moment and act stand beside the body for reading; they say the same as it."""
    try:
        inside = json.loads(body)
    except ValueError:
        found.fault(f"第 {place} 条事件的内容不是 JSON", f"the body of event {place} is no JSON")
        return
    for field in ("type", "at", "actId"):
        if event.get(field) != inside.get(field):
            found.fault(
                f"第 {place} 条事件的 {field} 与内容不一致",
                f"{field} of event {place} differs from its body",
            )


def check_evidence(index, lines, found):
    """Evidence goes by its digest in the events: what is packed was handed in, byte by byte."""
    recorded = "\n".join(str(event.get("body", "")) for event in lines)
    for entry in index["entries"]:
        if entry["path"].startswith("evidence/") and entry["sha256"] not in recorded:
            found.fault(
                f"{entry['path']} 不是案件记录中的证据", f"{entry['path']} is no evidence on record"
            )


def check_anchored(index, lines, heads, chain, found):
    """Every state of the case that was anchored is a state of this very file, in this order."""
    newest = index["anchor"]
    if newest is not None and chain.hashes.get(newest["sequence"]) != newest["hash"]:
        found.fault(
            f"锚文件中没有案卷所载的第 {newest['sequence']} 号锚：锚文件不全或者被改动",
            f"the anchors lack number {newest['sequence']} that the archive names",
        )
    leaves = [leaf_of(index["caseId"], place, head) for place, head in enumerate(heads)]
    reached = 0
    for statement, changes in chain.links:
        leaf = changes.get(index["caseKey"])
        if leaf is None:
            continue
        later = [place for place in range(reached + 1, len(leaves)) if leaves[place] == leaf]
        if not later:
            found.fault(
                f"{statement['day']} 的锚记载的状态不在本案卷中：此前的事件被改写或者末尾被删减",
                f"the anchor of {statement['day']} knows a state that this file does not have",
            )
            return
        reached = later[0]
    if reached == 0 and chain.links and lines:
        last = chain.links[-1][0]
        if str(lines[0].get("at")) < last["madeAt"]:
            found.fault("所有的锚都没有记载本案", "no anchor knows this case, although it is older")
    if reached < len(lines):
        rest = len(lines) - reached
        found.note(
            f"末尾 {rest} 条事件晚于最近的锚，下一个锚公布后可再检验",
            f"{rest} events are newer than the newest anchor; check again after the next one",
        )


def verify_case(path, anchors, keys, found):
    try:
        archive = zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile) as error:
        raise Unreadable(f"{path} 不是案卷（ZIP）/ is no archive: {error}") from error
    with archive:
        try:
            index = json.loads(archive.read(INDEX))
            missing = {"caseId", "caseKey", "anchor", "events", "chain", "chainHead", "entries"}
            if index.get("schema") != "mingdan.archive/1" or not missing <= set(index):
                raise ValueError("another schema")
        except Exception as error:
            raise Unreadable(f"目录不能读取 / the index cannot be read: {error}") from error
        check_signature(archive, keys, found)
        check_entries(archive, index, found)
        lines = read_events(archive, found)
    heads = check_chain(index, lines, found)
    check_evidence(index, lines, found)
    check_anchored(index, lines, heads, read_anchors(anchors, keys, None, found), found)
    return f"{index['caseNumber']}：事件 {len(lines)} 条 / {len(lines)} events"


def read_events(archive, found):
    lines = []
    for text in read_entry(archive, "events.jsonl", found).decode("utf-8", "replace").splitlines():
        try:
            event = json.loads(text)
            lines.append(event if isinstance(event, dict) else {})
        except ValueError:
            lines.append({})
    return lines


def read_anchors(path, keys, head, found):
    try:
        with open(path, encoding="utf-8") as file:
            chain = AnchorChain([json.loads(line) for line in file if line.strip()])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Unreadable(f"锚文件不能读取 / the anchors cannot be read: {error}") from error
    chain.check(keys, head, found)
    return chain


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    case = commands.add_parser("case", help="案卷 a case file")
    case.add_argument("archive")
    case.add_argument("--anchors", required=True)
    anchors = commands.add_parser("anchors", help="每日锚 the daily anchors")
    anchors.add_argument("anchors")
    anchors.add_argument("--head", help="此前记下的最近一锚的散列 a digest that was noted before")
    for each in (case, anchors):
        each.add_argument("--keys", required=True)
    arguments = parser.parse_args()
    found = Findings()
    try:
        keys = read_keys(arguments.keys)
        if arguments.command == "case":
            subject = verify_case(arguments.archive, arguments.anchors, keys, found)
        else:
            chain = read_anchors(arguments.anchors, keys, arguments.head, found)
            subject = f"锚 {len(chain.links)} 个 / {len(chain.links)} anchors"
    except (Unreadable, OSError, ValueError, KeyError) as error:
        print(f"无法检验 cannot be checked: {error}", file=sys.stderr)
        return 2
    print(subject)
    for chinese, english in found.notes:
        print(f"· {chinese} / {english}")
    for chinese, english in found.faults:
        print(f"✗ {chinese} / {english}")
    print("有改动 NOT INTACT" if found.faults else "完好 INTACT")
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main())
