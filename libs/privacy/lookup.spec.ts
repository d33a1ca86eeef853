import { inMemoryPrivacy, normalise } from '.';

test.each([
  ['138 0013 8000', '13800138000'],
  ['+86-138-0013-8000', '13800138000'],
  ['008613800138000', '13800138000'],
  ['１３８００１３８０００', '13800138000'],
  ['(010) 6255-1234', '01062551234'],
  ['+86 10 62551234', '01062551234'],
  ['+1 (617) 555-0100', '+16175550100'],
])('phone %s is %s', (typed, plain) => expect(normalise('phone', typed)).toBe(plain));

test.each([
  ['11010519491231002x', '11010519491231002X'],
  ['110105 19491231 002X', '11010519491231002X'],
  ['110105491231002', '11010519491231002X'],
])('identity number %s is %s', (typed, plain) => expect(normalise('identity-number', typed)).toBe(plain));

test('equal things give equal tokens; other kinds and other master keys give other tokens', async () => {
  const [ours, theirs] = [await inMemoryPrivacy(), await inMemoryPrivacy()];
  const token = ours.lookupToken('phone', '+86 138 0013 8000');
  expect(ours.lookupToken('phone', '13800138000')).toBe(token);
  expect(ours.lookupToken('phone', '13800138001')).not.toBe(token);
  expect(ours.lookupToken('name', '13800138000')).not.toBe(token);
  expect(theirs.lookupToken('phone', '13800138000')).not.toBe(token);
});
