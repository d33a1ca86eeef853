import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { identifyByHeaders, identifyByToken, NotIdentified, type Identify } from '.';

const ISSUER = 'https://id.example';
const AUDIENCE = 'huiyin';
const ALGORITHM = 'ES256';

type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

let identify: Identify;
let token: (claims?: object, signing?: Key) => Promise<string>;
let strange: Key;
beforeAll(async () => {
  const own = await generateKeyPair(ALGORITHM);
  strange = (await generateKeyPair(ALGORITHM)).privateKey;
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'k1', alg: ALGORITHM };
  identify = identifyByToken({ issuer: ISSUER, audience: AUDIENCE }, createLocalJWKSet({ keys: [jwk] }));
  token = (claims = {}, signing = own.privateKey) =>
    new SignJWT({
      sub: 'li.wei',
      iss: ISSUER,
      aud: AUDIENCE,
      exp: Math.floor(Date.now() / 1000) + 60,
      ...claims,
    })
      .setProtectedHeader({ alg: ALGORITHM, kid: 'k1' })
      .sign(signing);
});
const bearer = (one: string) => ({ authorization: `Bearer ${one}` });

test('a token says the account, the office and the roles', async () => {
  const claims = { huiyin_office: 'housing', huiyin_roles: ['office', 'king'] };
  expect(await identify(bearer(await token(claims)))).toEqual({
    actor: 'li.wei',
    office: 'housing',
    roles: ['office'],
  });
  expect(await identify(bearer(await token()))).toEqual({ actor: 'li.wei', office: undefined, roles: [] });
});

test('headers say nothing beside a token', async () => {
  const headers = { ...bearer(await token({ huiyin_office: 'housing' })), 'huiyin-office': 'petitions' };
  expect(await identify(headers)).toMatchObject({ office: 'housing' });
});

test.each([
  ['none', async () => ({})],
  ['one of another issuer', async () => bearer(await token({ iss: 'https://other.example' }))],
  ['one for another audience', async () => bearer(await token({ aud: 'other' }))],
  ['one that is over', async () => bearer(await token({ exp: 1 }))],
  ['one of nobody', async () => bearer(await token({ sub: undefined }))],
  ['one that another key signed', async () => bearer(await token({}, strange))],
  ['what is no token', async () => bearer('e30.e30.e30')],
])('%s is not believed', async (_, headers) => {
  await expect(identify(await headers())).rejects.toThrow(NotIdentified);
});

test('an office that is not a text is in no directory', async () => {
  expect(await identify(bearer(await token({ huiyin_office: ['housing'] })))).toMatchObject({ office: '' });
});

test('without an identity provider the headers are believed, and nobody in particular is the operator', async () => {
  expect(await identifyByHeaders({ 'huiyin-office': 'housing' })).toMatchObject({
    office: 'housing',
    roles: ['office'],
  });
  expect(await identifyByHeaders({})).toMatchObject({ office: undefined, roles: ['city'] });
});
