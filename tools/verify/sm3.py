"""SM3 (GB/T 32905-2016): by OpenSSL where it has it, else by hand."""
import hashlib

IV = (
    0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600,
    0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E,
)
MASK = 0xFFFFFFFF


def rotate(word, bits):
    bits %= 32
    return ((word << bits) | (word >> (32 - bits))) & MASK


def expand(block):
    words = [int.from_bytes(block[place : place + 4], "big") for place in range(0, 64, 4)]
    for j in range(16, 68):
        mixed = words[j - 16] ^ words[j - 9] ^ rotate(words[j - 3], 15)
        permuted = mixed ^ rotate(mixed, 15) ^ rotate(mixed, 23)
        words.append(permuted ^ rotate(words[j - 13], 7) ^ words[j - 6])
    return words


def compress(state, block):
    words = expand(block)
    a, b, c, d, e, f, g, h = state
    for j in range(64):
        constant = 0x79CC4519 if j < 16 else 0x7A879D8A
        turned = rotate((rotate(a, 12) + e + rotate(constant, j)) & MASK, 7)
        first = a ^ b ^ c if j < 16 else (a & b) | (a & c) | (b & c)
        second = e ^ f ^ g if j < 16 else (e & f) | (~e & MASK & g)
        upper = (first + d + (turned ^ rotate(a, 12)) + (words[j] ^ words[j + 4])) & MASK
        lower = (second + h + turned + words[j]) & MASK
        a, b, c, d = upper, a, rotate(b, 9), c
        e, f, g, h = lower ^ rotate(lower, 9) ^ rotate(lower, 17), e, rotate(f, 19), g
    return tuple(old ^ new for old, new in zip(state, (a, b, c, d, e, f, g, h)))


def sm3_by_hand(data):
    length = len(data) * 8
    data += b"\x80" + b"\0" * ((55 - len(data)) % 64) + length.to_bytes(8, "big")
    state = IV
    for place in range(0, len(data), 64):
        state = compress(state, data[place : place + 64])
    return b"".join(word.to_bytes(4, "big") for word in state)


def sm3(data):
    try:
        return hashlib.new("sm3", data).digest()
    except ValueError:
        return sm3_by_hand(data)


def sm3_hex(data):
    return sm3(data).hex()
