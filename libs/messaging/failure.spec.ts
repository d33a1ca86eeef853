import { describeFailure } from './failure';

test.each([
  ['a quoted value', new SyntaxError('Unexpected token in "{name: Li Lei}"'), 'Li Lei'],
  ['a name in Chinese', new Error('cannot send to 张三丰'), '张三丰'],
  ['an identity number', new Error('bad id 11010519491231002X given'), '11010519491231002X'],
  ['a telephone number with spaces', new Error('no route to 138 0013 8000'), '138 0013 8000'],
  ['a query code', new Error('no 8J2K-AAAA-7Q0Z-BBBB-TRVN-CCCC-9WXY here'), '7Q0Z'],
  ['one without groups', new Error('no abcdefghjkmnpqrstvwxyzabcdef here'), 'ghjkmn'],
  ['an e-mail address', new Error('550 <li.lei@example.org> unknown'), 'li.lei@example.org'],
  ['what PostgreSQL quotes', new Error('Key (name)=(Li Lei) already exists'), 'Li Lei'],
])('%s is left out of what is kept about a failure', (_, error, secret) => {
  expect(JSON.stringify(describeFailure(error))).not.toContain(secret);
});

test('name, code and a short text stay', () => {
  const error = Object.assign(new Error(`connect refused ${'x'.repeat(1_000)}`), { code: 'ECONNREFUSED' });
  expect(describeFailure(error)).toEqual({
    code: 'Error ECONNREFUSED',
    message: expect.stringMatching(/^connect refused x{184}$/),
  });
});
