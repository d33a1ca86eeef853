#!/usr/bin/env python3
"""A second verifier of Huiyin's audit bundles: Python 3.9 or newer, standard library only, no database, no network.

    python3 huiyin_verify.py BUNDLE [--key KEY|FILE] [--checkpoint FILE]

Written apart from the first one (libs/audit/bundle), so that one mistake is not made twice. Same verdicts, same exit codes:
0 intact, 1 not intact, 2 wrong usage, 3 not a bundle, 4 truncated, 5 newer format, 6 wrong key, 7 corrupted checkpoint."""
import base64, hashlib, json, os, re, sys

RECORD, TAG = 40, 8
P = 2**255 - 19                                                        # Ed25519 (RFC 8032)
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
TEXTS = ('id', 'stream', 'type', 'occurredAt', 'recordedAt', 'commandId', 'commandEvents', 'data', 'meta')
class Stop(Exception):
    """A verdict: exit code and one line."""
def sha(*parts):
    return hashlib.sha256(b''.join(parts)).digest()
def recover(y, sign):
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    x = x * pow(2, (P - 1) // 4, P) % P if (x * x - x2) % P else x
    if y >= P or (x * x - x2) % P or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x
def point(data):
    y, sign = int.from_bytes(data, 'little') % 2**255, data[31] >> 7
    x = recover(y, sign)
    return None if x is None else (x, y, 1, x * y % P)
def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P
def times(scalar, p):
    q = (0, 1, 1, 0)
    while scalar:
        q = add(q, p) if scalar & 1 else q
        p, scalar = add(p, p), scalar >> 1
    return q
BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, 'little'))
def ed25519(public, message, signature):
    if len(signature) != 64:
        return False
    a, r, s = point(public), point(signature[:32]), int.from_bytes(signature[32:], 'little')
    if a is None or r is None or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), 'little') % L
    left, right = times(s, BASE), add(r, times(k, a))
    return all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1))
def parse_key(text, own):                                              # C2SP signed-note
    try:
        name, number, encoded = text.strip().split('+', 2)
        key = base64.b64decode(encoded, validate=True)
        if len(key) == 33 and key[0] == 1 and sha(name.encode(), b'\n', key)[:4].hex() == number.lower():
            return name, key
    except ValueError:
        pass
    raise Stop(6 if own else 2, 'that is not a log\'s verifier key')
def checkpoint(note, key):                                             # C2SP tlog-checkpoint
    try:
        text, block = note.rsplit('\n\n', 1)
        text += '\n'
        found = []
        for line in block.removesuffix('\n').split('\n'):
            dash, name, encoded = line.split(' ')
            value = base64.b64decode(encoded, validate=True)
            if dash != '\u2014' or len(value) < 5:
                raise ValueError
            if name == key[0] and value[:4] == sha(key[0].encode(), b'\n', key[1])[:4]:
                found.append(value[4:])
        if not found:
            raise Stop(6, f'the checkpoint is not signed by the key of {key[0]}')
        origin, size, root, *more = text[:-1].split('\n')
        if not ed25519(key[1][1:], text.encode(), found[0]) or not re.fullmatch('0|[1-9][0-9]*', size):
            raise ValueError
        return origin, int(size), base64.b64decode(root, validate=True), more
    except ValueError:
        raise Stop(7, 'the checkpoint is corrupted')
def read(path):
    b = {'leaves': b'', 'events': [], 'end': None}
    with open(path, 'rb') as file:
        lines = file.read().removesuffix(b'\n').split(b'\n')
    for number, line in enumerate(lines, 1):
        try:
            fields = json.loads(line)
            if number == 1:
                if fields['bundle'] != 'huiyin-audit':
                    raise ValueError
                if fields['version'] > 1:
                    raise Stop(5, 'the bundle is of a newer format')
                b['header'] = fields
            elif 'event' in fields:
                b['events'].append(e := fields['event'])
                if not all(isinstance(e[t], str) for t in TEXTS) or not isinstance(e['position'] + e['revision'], int):
                    raise ValueError
            elif 'leaves' in fields:
                b['leaves'] += base64.b64decode(fields['leaves'], validate=True)
            else:
                b.update(fields)
        except (ValueError, KeyError, TypeError):
            raise Stop(3 if number == 1 else 4, 'not a bundle' if number == 1 else f'truncated or damaged at line {number}')
    count = {'leaves': len(b['leaves']) / RECORD, 'events': len(b['events'])}
    if 'tree' not in b or b'"end"' not in lines[-1] or b['end'] != count:
        raise Stop(4, 'the bundle is truncated or damaged')
    return b
def leaf_hash(record):
    return sha(b'\0\1', record)
def grow(stack, node):
    width = 1
    while stack and stack[-1][0] == width:
        width, node = width * 2, sha(b'\1', stack.pop()[1], node)
    stack.append((width, node))
def root(stack):
    result = stack[-1][1] if stack else sha()
    for _, node in stack[-2::-1]:
        result = sha(b'\1', node, result)
    return result
def netstrings(*fields):
    return b''.join(b'%d:%s,' % (len(f), f) for f in (str(v).encode() for v in fields))
def tag(stream):
    return sha(stream.encode())[:TAG]
def record(e, position, stream, place):
    content = sha(netstrings(*(e[k] for k in ('type', 'version') + TEXTS[3:]))).hex()
    revision, previous = place
    return tag(stream) + sha(netstrings(position, e['id'], stream, revision, content, previous.hex()))
def main(bundle, key=None, known=None):
    b = read(bundle)
    header, start = b['header'], b['tree']['from']
    own = key is None
    signer = parse_key(b.get('key', '') if own else key, own)
    origin, size, signed, more = checkpoint(b.get('checkpoint', ''), signer)
    if origin != header['origin']:
        raise Stop(7, 'the checkpoint of the bundle is of another log')
    bad = lambda text: Stop(1, f'NOT INTACT: {text}')
    known = known and checkpoint(known, signer)
    if known and known[0] != origin and f'after {known[0]} {known[1]} {base64.b64encode(known[2]).decode()}' not in more:
        raise bad(f'the log does not go on from the checkpoint of {known[0]} at {known[1]}')
    known = known if known and known[0] == origin else None
    if known and not start <= known[1] <= size:
        raise bad(f'the checkpoint given covers {known[1]} events, the bundle {size}: cut from the tail') if known[1] > size \
            else Stop(2, f'the bundle begins at {start}, after the checkpoint given')
    stack, rest = [], start
    for node in b['tree']['prefix']:
        stack.append((1 << rest.bit_length() >> 1, bytes.fromhex(node)))
        rest -= stack[-1][0]
    leaves = {start + i + 1: b['leaves'][i * RECORD:(i + 1) * RECORD] for i in range(len(b['leaves']) // RECORD)}
    earlier, places, chain = root(stack) if known and known[1] == start else None, {}, {}
    for position, leaf in leaves.items():
        grow(stack, leaf_hash(leaf))
        places[position] = chain.get(leaf[:TAG], (0, b''))
        chain[leaf[:TAG]] = (places[position][0] + 1, leaf_hash(leaf))
        if known and known[1] == position:
            earlier = root(stack)
    if rest or start + len(leaves) != size or root(stack) != signed:
        raise bad('the leaves are not those of the signed checkpoint')
    if known and earlier != known[2]:
        raise bad(f'the first {known[1]} events are not those of the checkpoint given')
    if header['scope'] == 'all' and start:
        raise bad('the first leaves are missing')
    stream, events = header.get('stream'), b['events']
    names = {tag(s): s for s in [e['stream'] for e in reversed(events)] + ([stream] if stream else [])}
    due = [p for p in leaves if stream is None or leaves[p][:TAG] == tag(stream)]
    is_signed = lambda e, p, s: record(e, p, s, places[p]) == leaves[p]
    elsewhere = lambda e: any(p != e['position'] and is_signed(e, p, e['stream']) for p in leaves if leaves[p][:TAG] == tag(e['stream']))
    for i in range(max(len(due), len(events))):
        p, e = due[i] if i < len(due) else None, events[i] if i < len(events) else None
        at = e['position'] if e else None
        if p and at == p and e['revision'] == places[p][0] and is_signed(e, p, e['stream']):
            continue
        gone = e is None or (p is not None and at > p)
        moved = p and next((o for o in events if (gone or o['position'] != p) and is_signed(o, p, o['stream'])), None)
        if e and (p is None or at < p):
            other = at in leaves and leaves[at][:TAG] != tag(e['stream']) and not moved
            what = 'moved here from another case' if other else 'inserted'
            raise bad(f"position {at} ({e['stream']}, revision {e['revision']}): {what}")
        if gone:
            what = 're-ordered' if moved else 'deleted' if any(o['position'] > p for o in events) else 'cut from the tail'
        elif moved or elsewhere(e):
            what = 'deleted' if not moved else 're-ordered' if elsewhere(e) else 'inserted'
        else:
            was = next((s for s in names.values() if is_signed(e, p, s)), e['stream'])
            what = 'edited' if was == e['stream'] else f"moved to {e['stream']}"
        raise bad(f"position {p} ({names.get(leaves[p][:TAG], 'stream ' + leaves[p][:TAG].hex())}, revision {places[p][0]}): {what}")
    trust = '; the key is the bundle’s own: compare it with the one published' if own else ''
    raise Stop(0, f"INTACT: {stream or 'the whole log'}, {len(events)} events, under the checkpoint of {origin} at {size}{trust}")
def option(name):
    value = sys.argv[sys.argv.index(name) + 1] if name in sys.argv else None
    return open(value, encoding='utf-8', newline='').read() if value and (name == '--checkpoint' or os.path.exists(value)) else value
if __name__ == '__main__':
    try:
        main(sys.argv[1], option('--key'), option('--checkpoint'))
    except Stop as verdict:
        print(verdict.args[1], file=sys.stdout if verdict.args[0] < 2 else sys.stderr)
        sys.exit(verdict.args[0])
    except (IndexError, OSError) as problem:
        sys.exit(print(f'{problem}\n{__doc__}', file=sys.stderr) or 2)
    except (KeyError, TypeError, ValueError, AttributeError):
        sys.exit(print('the bundle is truncated or damaged', file=sys.stderr) or 4)
