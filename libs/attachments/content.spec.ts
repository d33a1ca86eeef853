import { isWhatItClaims, type FileType } from '.';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n', 'latin1');
const ZIP = Buffer.from('504b0304140000000000000021000000000000000000000000000500000061', 'hex');
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
const html = Buffer.from('<!doctype html><script>alert(1)</script>');
const svg = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');

const claims = (type: FileType) => (bytes: Buffer) => isWhatItClaims(bytes, type);

test.each<[string, FileType, Buffer]>([
  ['a picture', 'image/png', PNG],
  ['a document', 'application/pdf', PDF],
  ['a text', 'text/plain', Buffer.from('某小区供暖管道漏水\r\n\t三次')],
  // It is kept and handed out as a text, which no browser runs.
  ['a text that looks like a page', 'text/plain', html],
])('%s is what it claims', async (_, type, bytes) => expect(await claims(type)(bytes)).toBe(true));

test.each<[string, FileType, Buffer]>([
  ['a page said to be a picture', 'image/png', html],
  ['a picture said to be another kind', 'image/jpeg', PNG],
  ['a drawing that runs scripts, said to be a picture', 'image/png', svg],
  ['a program said to be a document', 'application/pdf', EXE],
  ['a program said to be a text', 'text/plain', EXE],
  ['a picture said to be a text', 'text/plain', PNG],
  [
    'an archive said to be a document',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ZIP,
  ],
  ['a text that is not UTF-8', 'text/plain', Buffer.from([0xc0, 0xaf, 0x41])],
  ['nothing, said to be a picture', 'image/png', Buffer.alloc(0)],
])('%s is not', async (_, type, bytes) => expect(await claims(type)(bytes)).toBe(false));
