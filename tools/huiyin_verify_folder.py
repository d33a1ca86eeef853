"""What huiyin_verify.py does with a folder of bundles, such as a referral: each bundle, and every file by SHA256SUMS."""
import hashlib, re
from huiyin_verify import OWN, Stop, bad, main, must, text_of
def folder(path, key=None, known=None):
    """Judges every bundle that SHA256SUMS names, then every file; ends with Stop."""
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
    trust = OWN if key is None else ''
    raise Stop(0, f'INTACT: {len(bundles)} bundles, and all {len(sums)} files as SHA256SUMS has them{trust}')
