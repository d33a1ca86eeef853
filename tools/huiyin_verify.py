#!/usr/bin/env python3
"""A second verifier of Huiyin's audit bundles: Python 3.9 or newer, standard library only, no database, no network.

    python3 huiyin_verify.py BUNDLE|FOLDER [--key KEY|FILE] [--checkpoint FILE]

A folder needs huiyin_verify_folder.py beside it. Written apart from the first one (libs/audit/bundle); same verdicts, same exit codes:
0 intact, 1 not intact, 2 wrong usage, 3 not a bundle, 4 truncated, 5 newer format, 6 wrong key, 7 corrupted checkpoint."""
import argparse, base64, functools, hashlib, json, pathlib, re, sys
RECORD, TAG = 40, 8
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493    # Ed25519 (RFC 8032)
D = -121665 * pow(121666, P - 2, P) % P
TEXTS = ('id', 'stream', 'type', 'occurredAt', 'recordedAt', 'commandId', 'commandEvents', 'data', 'meta')
class Stop(Exception): """A verdict: exit code and one line."""
sha = lambda *parts: hashlib.sha256(b''.join(parts)).digest()
def point(data):
    y, sign = int.from_bytes(data, 'little') % 2**255, data[31] >> 7
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    x = x * pow(2, (P - 1) // 4, P) % P if (x * x - x2) % P else x
    x = x if x & 1 == sign else P - x
    return None if y >= P or (x * x - x2) % P or x == P else (x, y, 1, x * y % P)
def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    return (b - a) * (d - c) % P, (d + c) * (b + a) % P, (d - c) * (d + c) % P, (b - a) * (b + a) % P
def times(n, p):
    half = times(n >> 1, add(p, p)) if n else (0, 1, 1, 0)
    return add(half, p) if n & 1 else half
BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, 'little'))
def ed25519(public, message, signature):
    s = int.from_bytes(signature[32:], 'little')
    if len(signature) != 64 or s >= L or not (a := point(public)) or not (r := point(signature[:32])): return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), 'little') % L
    p, q = times(s, BASE), add(r, times(k, a))
    return not ((p[0] * q[2] - q[0] * p[2]) % P or (p[1] * q[2] - q[1] * p[2]) % P)
def must(holds, otherwise=ValueError):
    if not holds: raise otherwise
def b64(text):                                                         # one text for one value
    must(base64.b64encode(value := base64.b64decode(text, validate=True)).decode() == text)
    return value
is_name = lambda text: re.fullmatch(r'[^\s+]+', text)
key_id = lambda key: sha(key[0].encode(), b'\n', key[1])[:4]
def parse_key(text, own):                                              # C2SP signed-note
    try:
        name, number, encoded = text.strip().split('+', 2)
        must(is_name(name) and len(key := b64(encoded)) == 33 and key[0] == 1 and number.lower() == key_id((name, key)).hex())
        return name, key
    except ValueError: raise Stop(6 if own else 2, 'that is not a log\'s verifier key')
def checkpoint(note, keys):                                            # C2SP tlog-checkpoint, and the keys that signed it
    try:
        note.encode()
        text, block = note.rsplit('\n\n', 1)
        text, lines, found = text + '\n', block.split('\n'), {}
        must(lines.pop() == '' and len(lines) <= 100 and not re.search('[\0-\t\x0b-\x1f]', note))
        for line in lines:
            dash, name, encoded = line.split(' ')
            must(dash == '\u2014' and is_name(name) and len(value := b64(encoded)) > 4)
            found.update((k, value[4:]) for k in keys if name == k[0] and value[:4] == key_id(k) and k not in found)
        must(found, Stop(6, f'the checkpoint is not signed by the key of {keys[0][0]}'))
        origin, size, root, *more = text[:-1].split('\n')
        must(all(ed25519(key[1][1:], text.encode(), found[key]) for key in found) and re.fullmatch('0|[1-9][0-9]*', size))
        return origin, int(size), b64(root), more, list(found)
    except ValueError: raise Stop(7, 'the checkpoint is corrupted')
def handover(note):                                                    # a checkpoint "rotated OLD NEW", signed by both
    try:
        line = next(line for line in note.split('\n\n')[0].split('\n')[3:] if re.fullmatch('rotated [^ ]+ [^ ]+', line))
        old, new = (parse_key(key, True) for key in line.split(' ')[1:])
        *of, _, by = checkpoint(note, [old, new])
        return (old, new, *of) if old[0] == new[0] and len(by) == 2 else None
    except (StopIteration, ValueError, Stop): return None
def trust(known, notes):                                               # the keys that one key leads to, and how
    keys, passed, waiting = [known], [], [h for h in map(handover, notes) if h]
    while believed := next((h for h in waiting if h[0] in keys or h[1] in keys), None):
        waiting, passed = [h for h in waiting if h != believed], passed + [believed]
        keys += [key for key in believed[:2] if key not in keys]
    return keys, passed
is_whole = lambda *values: all(type(value) is int and abs(value) < 2**53 for value in values)
def parse(line):
    number = lambda text: int(value) if (value := float(text)).is_integer() else value
    must(isinstance(fields := json.loads(line.decode(), parse_float=number, parse_constant=lambda _: must(False)), dict))
    return fields
def header(fields):
    must(fields['bundle'] == 'huiyin-audit' and type(fields['version']) in (int, float))
    must(fields['version'] <= 1, Stop(5, 'the bundle is of a newer format'))
    named = {'all': 'stream' not in fields, 'case': isinstance(fields.get('stream'), str)}.get(str(fields.get('scope')))
    must(named and isinstance(fields.get('origin'), str), Stop(4, 'truncated or damaged at line 1'))
    return fields
def take(b, fields):
    if 'end' in fields: b['end'] = fields['end']
    elif 'event' in fields:
        b['events'].append(e := fields['event'])
        must(is_whole(e['position'], e['revision'], e['version']) and ''.join(e[text] for text in TEXTS).encode())
    elif 'leaves' in fields:
        b['leaves'] += b64(fields['leaves'])
        must(len(b['leaves']) % RECORD == 0)
    elif 'tree' in fields:
        b['tree'] = tree = fields['tree']
        must(is_whole(tree['from']) and tree['from'] >= 0 and isinstance(tree['prefix'], list) and
             all(re.fullmatch('[0-9a-fA-F]{64}', node) for node in tree['prefix']))
    else:
        if type(fields.get('handovers')) is list:
            b['handovers'] = [note for note in fields['handovers'] if isinstance(note, str)]
        b.update((name, fields[name] + '') for name in ('key', 'checkpoint') if name in fields)
def read(path):
    b = {'leaves': b'', 'events': [], 'key': '', 'checkpoint': '', 'tree': None, 'end': None, 'handovers': []}
    for number, line in enumerate(pathlib.Path(path).read_bytes().removesuffix(b'\n').split(b'\n'), 1):
        try:
            must(not b['end'])
            b.update(header=header(parse(line))) if number == 1 else take(b, parse(line))
        except (ValueError, KeyError, TypeError, RecursionError): raise Stop(3 if number == 1 else 4, 'not a bundle' if number == 1 else f'truncated or damaged at line {number}')
    whole = b['key'] and b['checkpoint'] and b['tree'] and b['end']
    must(whole == {'leaves': len(b['leaves']) // RECORD, 'events': len(b['events'])}, Stop(4, 'the bundle is truncated or damaged'))
    return b
leaf_hash = lambda leaf: sha(b'\0\1', leaf)
def grow(stack, node):
    width = 1
    while stack and stack[-1][0] == width:
        width, node = width * 2, sha(b'\1', stack.pop()[1], node)
    stack.append((width, node))
root = lambda stack: functools.reduce(lambda r, left: sha(b'\1', left[1], r), stack[-2::-1], stack[-1][1]) if stack else sha()
netstrings = lambda *fields: b''.join(b'%d:%s,' % (len(f), f) for f in (str(v).encode() for v in fields))
tag = lambda stream: sha(stream.encode())[:TAG]
def record(e, position, stream, place):
    content = sha(netstrings(*(e[k] for k in ('type', 'version') + TEXTS[3:]))).hex()
    return tag(stream) + sha(netstrings(position, e['id'], stream, place[0], content, place[1].hex()))
OWN = '; the key is the bundle’s own: compare it with the one published'
bad = lambda text: Stop(1, f'NOT INTACT: {text}')
def main(bundle, key=None, known=None):
    b, own = read(bundle), key is None
    start, stream, events = b['tree']['from'], b['header'].get('stream'), b['events']
    given = parse_key(b['key'] if own else key, own)
    keys, passed = trust(given, b['handovers'] + ([] if known is None else [known]))
    origin, size, signed, more, by = checkpoint(b['checkpoint'], keys)
    late = {h[0]: h for h in reversed(passed) if h[2] != origin or h[3] < size}
    if all(key in late for key in by):
        old, _, _, when, _ = late[by[0]]
        raise Stop(6, f'the key {key_id(old).hex()} was replaced at {when} events: what it signed later does not count')
    must(origin == b['header']['origin'], Stop(7, 'the checkpoint of the bundle is of another log'))
    log, covers, their, *_ = checkpoint(known, keys) if known is not None else (origin, size, signed)
    must(log == origin or f'after {log} {covers} {base64.b64encode(their).decode()}' in more,
         bad(f'the log does not go on from the checkpoint of {log} at {covers}'))
    covers, their = (covers, their) if log == origin else (size, signed)
    must(covers <= size, bad(f'the checkpoint given covers {covers} events, the bundle {size}: cut from the tail'))
    must(covers >= min(start, size), Stop(2, f'the bundle begins at {start}, after the checkpoint given'))
    stack, rest = [], start
    for node in b['tree']['prefix']:
        stack.append((1 << rest.bit_length() >> 1, bytes.fromhex(node)))
        rest -= stack[-1][0]
    leaves = {start + i + 1: b['leaves'][i * RECORD:(i + 1) * RECORD] for i in range(len(b['leaves']) // RECORD)}
    roots, places, chain = {start: root(stack)}, {}, {}
    there = {h[3]: h[4] for h in passed if h[2] == origin and h[3] >= start}
    for position, leaf in leaves.items():
        grow(stack, leaf_hash(leaf))
        places[position] = chain.get(leaf[:TAG], (0, b''))
        chain[leaf[:TAG]] = (places[position][0] + 1, leaf_hash(leaf))
        if position in {size, covers, *there}:
            roots[position] = root(stack)
    must(not rest and start + len(leaves) == size and roots.get(size) == signed, bad('the leaves are not those of the signed checkpoint'))
    must(roots.get(covers) == their, bad(f'the first {covers} events are not those of the checkpoint given'))
    for n in there: must(roots.get(n) == there[n], bad(f'the first {n} events are not those at which the key was handed over'))
    must(stream is not None or not start, bad('the first leaves are missing'))
    names = {tag(s): s for s in [e['stream'] for e in reversed(events)] + ([] if stream is None else [stream])}
    due = [p for p in leaves if stream is None or leaves[p][:TAG] == tag(stream)]
    is_signed = lambda e, p, s: record(e, p, s, places[p]) == leaves[p]
    elsewhere = lambda e: any(p != e['position'] and is_signed(e, p, e['stream']) for p in leaves if leaves[p][:TAG] == tag(e['stream']))
    for i in range(max(len(due), len(events))):
        p, e = due[i] if i < len(due) else None, events[i] if i < len(events) else None
        at = e['position'] if e else None
        if p and at == p and e['revision'] == places[p][0] and is_signed(e, p, e['stream']): continue
        gone = e is None or (p is not None and at > p)
        moved = p and next((o for o in events if (gone or o['position'] != p) and is_signed(o, p, o['stream'])), None)
        if e and (p is None or at < p):
            what = 'moved here from another case' if at in leaves and leaves[at][:TAG] != tag(e['stream']) and not moved else 'inserted'
            raise bad(f"position {at} ({e['stream']}, revision {e['revision']}): {what}")
        if gone:
            what = 're-ordered' if moved else 'deleted' if any(o['position'] > p for o in events) else 'cut from the tail'
        elif moved or elsewhere(e):
            what = 'deleted' if not moved else 're-ordered' if elsewhere(e) else 'inserted'
        else:
            was = next((s for s in names.values() if is_signed(e, p, s)), e['stream'])
            what = 'edited' if was == e['stream'] else f"moved to {e['stream']}"
        raise bad(f"position {p} ({names.get(leaves[p][:TAG], 'stream ' + leaves[p][:TAG].hex())}, revision {places[p][0]}): {what}")
    must(stream is None or events, bad(f'the leaves shown hold no event of {stream}'))
    told = OWN if own else '' if given in by else f'; signed by the key {key_id(by[0]).hex()}, to which the one given was handed on'
    raise Stop(0, f"INTACT: {stream or 'the whole log'}, {len(events)} events, under the checkpoint of {origin} at {size}{told}")
text_of = lambda path: pathlib.Path(path).read_bytes().decode(errors='replace')
if __name__ == '__main__':
    sys.modules['huiyin_verify'], sys.dont_write_bytecode = sys.modules['__main__'], True     # for the folder's part, which stays clean
    given = argparse.ArgumentParser(usage=__doc__.split('\n')[2].strip())
    for name in ('bundle', '--key', '--checkpoint'): given.add_argument(name)
    given = given.parse_args()
    try:
        key = text_of(given.key) if given.key and pathlib.Path(given.key).exists() else given.key
        judge = __import__('huiyin_verify_folder').folder if pathlib.Path(given.bundle).is_dir() else main
        judge(pathlib.Path(given.bundle), key, given.checkpoint and text_of(given.checkpoint))
    except Stop as verdict:
        print(verdict.args[1], file=sys.stdout if verdict.args[0] < 2 else sys.stderr)
        sys.exit(verdict.args[0])
    except OSError as problem:
        sys.exit(print(problem, file=sys.stderr) or 2)
