#!/usr/bin/env python3
"""A second verifier of Huiyin's audit bundles: Python 3.9 or newer, standard library only, no database, no network.

    python3 huiyin_verify.py BUNDLE|FOLDER [--key KEY|FILE] [--checkpoint FILE]

Written apart from the first one (libs/audit/bundle), so that one mistake is not made twice. Same verdicts, same exit codes:
0 intact, 1 not intact, 2 wrong usage, 3 not a bundle, 4 truncated, 5 newer format, 6 wrong key, 7 corrupted checkpoint."""
import argparse, base64, functools, hashlib, json, pathlib, re, sys
RECORD, TAG = 40, 8
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493    # Ed25519 (RFC 8032)
D = -121665 * pow(121666, P - 2, P) % P
TEXTS = ('id', 'stream', 'type', 'occurredAt', 'recordedAt', 'commandId', 'commandEvents', 'data', 'meta')
class Stop(Exception):
    """A verdict: exit code and one line."""
def sha(*parts):
    return hashlib.sha256(b''.join(parts)).digest()
def point(data):
    y, sign = int.from_bytes(data, 'little') % 2**255, data[31] >> 7
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    x = x * pow(2, (P - 1) // 4, P) % P if (x * x - x2) % P else x
    x = P - x if x & 1 != sign else x
    return None if y >= P or (x * x - x2) % P or x == P else (x, y, 1, x * y % P)
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
    s = int.from_bytes(signature[32:], 'little')
    if len(signature) != 64 or s >= L or not (a := point(public)) or not (r := point(signature[:32])):
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), 'little') % L
    left, right = times(s, BASE), add(r, times(k, a))
    return all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1))
def must(holds, otherwise=ValueError):
    if not holds:
        raise otherwise
def b64(text):
    value = base64.b64decode(text, validate=True)
    must(base64.b64encode(value).decode() == text)                     # one text for one value
    return value
def is_name(text):
    return re.fullmatch(r'[^\s+]+', text)
def parse_key(text, own):                                              # C2SP signed-note
    try:
        name, number, encoded = text.strip().split('+', 2)
        key = b64(encoded)
        must(is_name(name) and len(key) == 33 and key[0] == 1 and number.lower() == sha(name.encode(), b'\n', key)[:4].hex())
        return name, key
    except ValueError:
        raise Stop(6 if own else 2, 'that is not a log\'s verifier key')
def checkpoint(note, key):                                             # C2SP tlog-checkpoint
    try:
        note.encode()
        text, block = note.rsplit('\n\n', 1)
        text, lines, found = text + '\n', block.split('\n'), []
        must(lines.pop() == '' and len(lines) <= 100 and not re.search('[\0-\t\x0b-\x1f]', note))
        for line in lines:
            dash, name, encoded = line.split(' ')
            value = b64(encoded)
            must(dash == '\u2014' and is_name(name) and len(value) > 4)
            if name == key[0] and value[:4] == sha(key[0].encode(), b'\n', key[1])[:4]:
                found.append(value[4:])
        must(found, Stop(6, f'the checkpoint is not signed by the key of {key[0]}'))
        origin, size, root, *more = text[:-1].split('\n')
        must(ed25519(key[1][1:], text.encode(), found[0]) and re.fullmatch('0|[1-9][0-9]*', size))
        return origin, int(size), b64(root), more
    except ValueError:
        raise Stop(7, 'the checkpoint is corrupted')
def is_whole(*values):
    return all(type(value) is int and abs(value) < 2**53 for value in values)
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
    if 'end' in fields:
        b['end'] = fields['end']
    elif 'event' in fields:
        b['events'].append(e := fields['event'])
        must(is_whole(e['position'], e['revision'], e['version']) and ''.join(e[text] for text in TEXTS).encode())
    elif 'leaves' in fields:
        b['leaves'] += (piece := b64(fields['leaves']))
        must(len(piece) % RECORD == 0)
    elif 'tree' in fields:
        b['tree'] = tree = fields['tree']
        must(is_whole(tree['from']) and tree['from'] >= 0 and isinstance(tree['prefix'], list) and
             all(re.fullmatch('[0-9a-fA-F]{64}', node) for node in tree['prefix']))
    b.update((name, fields[name] + '') for name in ('key', 'checkpoint') if name in fields)
def read(path):
    b = {'leaves': b'', 'events': [], 'key': '', 'checkpoint': '', 'tree': None, 'end': None}
    for number, line in enumerate(pathlib.Path(path).read_bytes().removesuffix(b'\n').split(b'\n'), 1):
        try:
            must(not b['end'])
            b.update(header=header(parse(line))) if number == 1 else take(b, parse(line))
        except (ValueError, KeyError, TypeError, RecursionError):
            raise Stop(3 if number == 1 else 4, 'not a bundle' if number == 1 else f'truncated or damaged at line {number}')
    whole = b['key'] and b['checkpoint'] and b['tree'] and b['end']
    must(whole == {'leaves': len(b['leaves']) // RECORD, 'events': len(b['events'])}, Stop(4, 'the bundle is truncated or damaged'))
    return b
def leaf_hash(leaf):
    return sha(b'\0\1', leaf)
def grow(stack, node):
    width = 1
    while stack and stack[-1][0] == width:
        width, node = width * 2, sha(b'\1', stack.pop()[1], node)
    stack.append((width, node))
def root(stack):
    return functools.reduce(lambda right, left: sha(b'\1', left[1], right), stack[-2::-1], stack[-1][1]) if stack else sha()
def netstrings(*fields):
    return b''.join(b'%d:%s,' % (len(f), f) for f in (str(v).encode() for v in fields))
def tag(stream):
    return sha(stream.encode())[:TAG]
def record(e, position, stream, place):
    content = sha(netstrings(*(e[k] for k in ('type', 'version') + TEXTS[3:]))).hex()
    revision, previous = place
    return tag(stream) + sha(netstrings(position, e['id'], stream, revision, content, previous.hex()))
def main(bundle, key=None, known=None):
    b, own = read(bundle), key is None
    start, stream, events = b['tree']['from'], b['header'].get('stream'), b['events']
    signer = parse_key(b['key'] if own else key, own)
    origin, size, signed, more = checkpoint(b['checkpoint'], signer)
    must(origin == b['header']['origin'], Stop(7, 'the checkpoint of the bundle is of another log'))
    bad = lambda text: Stop(1, f'NOT INTACT: {text}')
    log, covers, their, *_ = checkpoint(known, signer) if known is not None else (origin, size, signed)
    named = log == origin or f'after {log} {covers} {base64.b64encode(their).decode()}' in more
    must(named, bad(f'the log does not go on from the checkpoint of {log} at {covers}'))
    covers, their = (covers, their) if log == origin else (size, signed)
    must(covers <= size, bad(f'the checkpoint given covers {covers} events, the bundle {size}: cut from the tail'))
    must(covers >= min(start, size), Stop(2, f'the bundle begins at {start}, after the checkpoint given'))
    stack, rest = [], start
    for node in b['tree']['prefix']:
        stack.append((1 << rest.bit_length() >> 1, bytes.fromhex(node)))
        rest -= stack[-1][0]
    leaves = {start + i + 1: b['leaves'][i * RECORD:(i + 1) * RECORD] for i in range(len(b['leaves']) // RECORD)}
    roots, places, chain = {start: root(stack)}, {}, {}
    for position, leaf in leaves.items():
        grow(stack, leaf_hash(leaf))
        places[position] = chain.get(leaf[:TAG], (0, b''))
        chain[leaf[:TAG]] = (places[position][0] + 1, leaf_hash(leaf))
        if position in (size, covers):
            roots[position] = root(stack)
    must(not rest and start + len(leaves) == size and roots.get(size) == signed, bad('the leaves are not those of the signed checkpoint'))
    must(roots.get(covers) == their, bad(f'the first {covers} events are not those of the checkpoint given'))
    must(stream is not None or not start, bad('the first leaves are missing'))
    names = {tag(s): s for s in [e['stream'] for e in reversed(events)] + ([] if stream is None else [stream])}
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
    must(stream is None or events, bad(f'the leaves shown hold no event of {stream}'))
    trust = '; the key is the bundle’s own: compare it with the one published' if own else ''
    raise Stop(0, f"INTACT: {stream or 'the whole log'}, {len(events)} events, under the checkpoint of {origin} at {size}{trust}")
def text_of(path):
    return pathlib.Path(path).read_bytes().decode(errors='replace')
def folder(path, key=None, known=None):
    bad = lambda text: Stop(1, f'NOT INTACT: {text}')
    must((path / 'SHA256SUMS').is_file(), Stop(3, 'the folder has no SHA256SUMS'))
    lines = text_of(path / 'SHA256SUMS').removesuffix('\n').split('\n')
    listed = [re.fullmatch(r'([0-9a-f]{64})  ((?:[\w-][\w.-]*/)*[\w-][\w.-]*)', line, re.ASCII) for line in lines]
    must(all(listed), Stop(4, 'SHA256SUMS is damaged'))
    sums, there = {line[2]: line[1] for line in listed}, {file.relative_to(path).as_posix() for file in path.rglob('*') if not file.is_dir()}
    for name in sums:
        must(name in there, bad(f'{name}: missing'))
    bundles = [name for name in sums if name.endswith('.bundle')]
    must(bundles, Stop(3, 'SHA256SUMS names no bundle'))
    for name in bundles:
        try:
            main(path / name, key, known)
        except Stop as verdict:
            exit, text = verdict.args
            must(exit != 1, bad(f'{name}: {text.removeprefix("NOT INTACT: ")}'))
            must(exit == 0, Stop(exit, f'{name}: {text}'))
    for name, sum in sums.items():
        must(hashlib.sha256((path / name).read_bytes()).hexdigest() == sum, bad(f'{name}: not as SHA256SUMS has it'))
    for name in sorted(there - {'SHA256SUMS', *sums}):
        raise bad(f'{name}: not in SHA256SUMS')
    trust = '; the key is the bundle’s own: compare it with the one published' if key is None else ''
    raise Stop(0, f'INTACT: {len(bundles)} bundles, and all {len(sums)} files as SHA256SUMS has them{trust}')
if __name__ == '__main__':
    given = argparse.ArgumentParser(usage=__doc__.split('\n')[2].strip())
    for name in ('bundle', '--key', '--checkpoint'):
        given.add_argument(name)
    given = given.parse_args()
    try:
        key = text_of(given.key) if given.key and pathlib.Path(given.key).exists() else given.key
        bundle = pathlib.Path(given.bundle)
        (folder if bundle.is_dir() else main)(bundle, key, given.checkpoint and text_of(given.checkpoint))
    except Stop as verdict:
        print(verdict.args[1], file=sys.stdout if verdict.args[0] < 2 else sys.stderr)
        sys.exit(verdict.args[0])
    except OSError as problem:
        sys.exit(print(problem, file=sys.stderr) or 2)
