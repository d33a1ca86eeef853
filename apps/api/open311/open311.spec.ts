import { DAY_ms, HOUR_ms } from '@huiyin/kernel';
import type { StoredEvent } from '@huiyin/event-store';
import { startApi, type TestApi } from '../api.fixture';
import { asText, open311Client, readXml, type Fields, type Open311Client } from './client.fixture';
import { open311Config } from './config';
import { violations, type SchemaName } from './schemas.fixture';

const KEY = 'xyz';
let api: TestApi;
let city: Open311Client;

beforeAll(async () => {
  api = await startApi({
    open311: open311Config({
      OPEN311_API_KEYS: `abc, ${KEY}`,
      OPEN311_JURISDICTION_ID: 'city.gov',
      OPEN311_RECEIVER: 'petitions',
    }),
  });
  city = open311Client(`${api.address}/open311`);
});
afterAll(() => api.close());

const PERSON = {
  email: 'smit333@sfgov.edu',
  device_id: 'tt222111',
  account_id: '123456',
  first_name: 'john',
  last_name: 'smith',
  phone: '111111111',
};
const PLACE = { lat: '37.76524078', long: '-122.4212043', address_string: '1234 5th street' };
const pothole: Fields = {
  api_key: KEY,
  jurisdiction_id: 'city.gov',
  service_code: 'pothole',
  ...PLACE,
  ...PERSON,
  description: 'A large sinkhole is destroying the street\n— 街上有个大坑 <b>&',
  media_url: 'http://farm3.static.flickr.com/2002/2212426634_5ed477a060.jpg',
  'attribute[where]': 'carriageway',
  'attribute[width_cm]': '120',
};

const file = async (more: Fields = {}): Promise<string> => {
  const { status, json } = await city.post('/v2/requests.json', { ...pothole, ...more });
  expect(status).toBe(200);
  return (json as { service_request_id: string }[])[0]!.service_request_id;
};
const read = async (id: string, query: Fields = {}): Promise<Record<string, unknown>> =>
  ((await city.get(`/v2/requests/${id}.json`, query)).json as Record<string, unknown>[])[0]!;
const idsOf = (json: unknown): string[] =>
  (json as { service_request_id: string }[]).map(({ service_request_id: id }) => id);

const later = (ms: number): void => api.clock.moveTo(new Date(api.clock.now().getTime() + ms));

/** In both formats: JSON by its schema, and XML that says the same under its root. */
async function both(
  path: string,
  schema: SchemaName,
  root: string,
  query: Fields = {},
  status = 200,
): Promise<unknown> {
  const json = await city.get(`${path}.json`, query);
  const xml = await city.get(`${path}.xml`, query);
  expect([json.status, json.type]).toEqual([status, 'application/json; charset=utf-8']);
  expect([xml.status, xml.type]).toEqual([status, 'text/xml; charset=utf-8']);
  expect(violations(schema, json.json)).toEqual([]);
  expect(xml.text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>/);
  expect(readXml(xml.text)).toEqual({ root, body: asText(json.json) });
  return json.json;
}

describe('service discovery', () => {
  test.each(['/discovery', '/v2/discovery'])('%s tells where the API is and what it speaks', async (path) => {
    const found = await both(path, 'discovery', 'discovery');
    expect(found).toMatchObject({
      endpoints: [{ url: `${api.address}/open311/v2`, formats: ['text/xml', 'application/json'] }],
    });
  });
});

describe('services', () => {
  test('are listed, and whoever has questions of its own has a definition', async () => {
    const services = (await both('/v2/services', 'services', 'services')) as Record<string, unknown>[];
    expect(services.find(({ service_code: code }) => code === 'pothole')).toMatchObject({
      service_name: 'Pothole',
      metadata: true,
      type: 'realtime',
      group: 'Streets',
    });
    for (const { service_code: code, metadata } of services) {
      const definition = await both(
        `/v2/services/${String(code)}`,
        'service_definition',
        'service_definition',
      );
      const { attributes } = definition as { attributes: { order: number }[] };
      expect([code, attributes.length > 0]).toEqual([code, metadata]);
      expect(attributes.map(({ order }) => order)).toEqual(attributes.map((_, index) => index + 1));
    }
  });

  test('are told in the language of the reader', async () => {
    const { json } = await city.get('/v2/services.json', {}, { 'accept-language': 'zh-CN' });
    expect(json).toContainEqual(
      expect.objectContaining({ service_code: 'pothole', service_name: '路面坑洼' }),
    );
  });

  test('with a period and no description of their own are offered by their code', async () => {
    const { pack } = api.platform.rules.current();
    const { version, services, ...rest } = pack('open311');
    const learned = { ...services, 'pick-up-dead-animal': { unit: 'days', amount: 2 } as const };
    const next = { ...rest, version: version + 1, services: learned };
    await api.post('/api/v1/policies/open311/adopt-policy', { pack: next });
    await api.platform.rules.reached(await api.head());
    const found = await both('/v2/services', 'services', 'services');
    expect(found).toContainEqual({
      service_code: 'pick-up-dead-animal',
      service_name: 'pick-up-dead-animal',
      description: null,
      metadata: false,
      type: 'realtime',
      keywords: null,
      group: null,
    });
  });
});

describe('a service request', () => {
  const eventsOf = (id: string): Promise<StoredEvent[]> => api.platform.store.readStream(`case-${id}`);

  test('becomes a case, and is there to be read as soon as it is answered', async () => {
    const { status, json } = await city.post('/v2/requests.json', pothole);
    expect({ status, wrong: violations('created', json) }).toEqual({ status: 200, wrong: [] });
    expect(json).toMatchObject([
      { account_id: '123456', service_notice: expect.stringContaining('three working days') },
    ]);
    const [id] = idsOf(json);
    const [request] = (await both(`/v2/requests/${id}`, 'service_requests', 'service_requests')) as object[];
    expect(request).toEqual({
      service_request_id: id,
      status: 'open',
      status_notes: null,
      service_name: 'Pothole',
      service_code: 'pothole',
      description: pothole['description'],
      agency_responsible: 'petitions',
      service_notice: 'It is inspected and filled within three working days.',
      requested_datetime: '2026-03-02T01:00:00Z',
      updated_datetime: '2026-03-02T01:00:00Z',
      // Filed on a Sunday evening in New York: from Monday 08:30, three working days.
      expected_datetime: '2026-03-05T13:30:00Z',
      address: '1234 5th street',
      address_id: null,
      zipcode: null,
      lat: 37.76524078,
      long: -122.4212043,
      media_url: pothole['media_url'],
    });
  });

  test('keeps who filed it sealed: not in the log, not in any answer', async () => {
    const id = await file();
    const [filed] = await eventsOf(id);
    expect(filed!.data).toMatchObject({
      channel: 'open311',
      service: 'pothole',
      category: 'roads',
      petitioner: { name: { $sealed: 'v1' }, email: { $sealed: 'v1' }, phone: { $sealed: 'v1' } },
      serviceRequest: {
        accountId: { $sealed: 'v1' },
        deviceId: { $sealed: 'v1' },
        attributes: [
          { code: 'where', values: ['carriageway'] },
          { code: 'width_cm', values: ['120'] },
        ],
      },
    });
    const shown = [
      JSON.stringify(filed),
      (await city.get(`/v2/requests/${id}.json`, { extensions: 'true' })).text,
      (await api.get(`/api/v1/cases/${id}`)).text,
    ].join();
    for (const secret of [...Object.values(PERSON), 'john smith']) expect(shown).not.toContain(`"${secret}"`);
    const opened = await api.platform.privacy.openEvent(filed!);
    expect(opened.data).toMatchObject({ petitioner: { name: { text: 'john smith' } } });
  });

  test('is answered in XML too', async () => {
    const { status, type, text } = await city.post('/v2/requests.xml', pothole);
    expect([status, type]).toEqual([200, 'text/xml; charset=utf-8']);
    const { root, body } = readXml(text);
    expect({ root, wrong: violations('created', body) }).toEqual({ root: 'service_requests', wrong: [] });
  });

  test('is a case each time that it is posted', async () => {
    expect(await file()).not.toBe(await file());
  });

  test.each([
    [
      'coordinates alone',
      { lat: '41.8', long: '123.4' },
      { lat: 41.8, long: 123.4, address: null, address_id: null },
    ],
    [
      'an address',
      { address_string: '南湖街道12号' },
      { lat: null, long: null, address: '南湖街道12号', address_id: null },
    ],
    [
      'the id of an address',
      { address_id: '545483' },
      { lat: null, long: null, address: null, address_id: '545483' },
    ],
  ])('is found by %s', async (_, place, shown) => {
    const id = await file({
      lat: [],
      long: [],
      address_string: [],
      description: '',
      media_url: '',
      ...place,
    });
    const request = await read(id);
    expect(request).toMatchObject({ ...shown, description: null, media_url: null });
    expect(violations('service_requests', [request])).toEqual([]);
  });

  test.each(['attribute[faults][]', 'attribute[faults]', 'attributes[faults][]', 'attribute[faults][0]'])(
    'takes several answers to one question as %s',
    async (name) => {
      const id = await file({ service_code: 'streetlight', [name]: ['out', 'damaged'] });
      expect(await read(id, { extensions: 'true' })).toMatchObject({
        attributes: [{ code: 'faults', value: 'out, damaged', name: 'Out, Pole damaged' }],
      });
    },
  );

  test('is its own token', async () => {
    const id = await file();
    expect(await both(`/v2/tokens/${id}`, 'token', 'service_requests')).toEqual([
      { service_request_id: id, token: id },
    ]);
  });
});

/** The whole way of a case, as its offices take it. */
async function handle(id: string, until: 'sent' | 'answered' | 'closed' = 'closed'): Promise<void> {
  const step = (command: string, body: object = {}) => api.post(`/api/v1/cases/${id}/${command}`, body);
  await step('sort-case', { routes: [{ claim: 'c1', route: 'statutory-duty' }] });
  let last = await step('send-case', { to: 'housing' });
  if (until !== 'sent') {
    await step('acknowledge-case');
    await step('accept-case');
    const outcomes = [{ claim: 'c1', outcome: 'supported', text: 'The hole is filled.' }];
    last = await step('answer-case', { outcomes, basis: 'local' });
    if (until === 'closed') last = await step('close-case');
  }
  expect(last.status).toBe(200);
  await api.get(`/api/v1/cases?after=${last.body.position}`);
}

describe('what becomes of a request', () => {
  test('is told as its offices take their steps: open until it is closed, with the answer', async () => {
    const id = await file();
    later(HOUR_ms);
    await handle(id, 'sent');
    expect(await read(id)).toMatchObject({
      status: 'open',
      status_notes: 'Sent by petitions to housing.',
      agency_responsible: 'housing',
      updated_datetime: '2026-03-02T02:00:00Z',
    });
    const done = await file();
    later(HOUR_ms);
    await handle(done, 'closed');
    expect(await read(done)).toMatchObject({
      status: 'closed',
      status_notes: 'Closed by housing.\nThe hole is filled.',
      requested_datetime: '2026-03-02T02:00:00Z',
      updated_datetime: '2026-03-02T03:00:00Z',
    });
  });

  test('is in its notes and attributes where extensions are asked for', async () => {
    const id = await file();
    await handle(id, 'answered');
    const query = { extensions: 'true' };
    const [request] = (await both(`/v2/requests/${id}`, 'extended_requests', 'service_requests', query)) as {
      notes: { type: string }[];
    }[];
    expect(request!.notes.map(({ type }) => type)).toEqual(['submitted', 'assigned', 'accepted', 'answered']);
    expect(request).toMatchObject({
      attributes: [
        { code: 'where', value: 'carriageway', name: 'Carriageway' },
        { code: 'width_cm', value: '120' },
      ],
    });
  });
});

describe('requests are asked for', () => {
  let early: string, late: string, light: string;
  const at = (days: number): string =>
    new Date(Date.parse('2027-01-10T00:00:00Z') + days * DAY_ms).toISOString();
  const list = async (query: Fields): Promise<string[]> => {
    const { json } = await city.get('/v2/requests.json', query);
    expect(violations('service_requests', json)).toEqual([]);
    return idsOf(json);
  };

  beforeAll(async () => {
    api.clock.moveTo(new Date(at(-91)));
    early = await file();
    api.clock.moveTo(new Date(at(-89.5)));
    late = await file();
    await handle(late);
    api.clock.moveTo(new Date(at(0)));
    light = await file({ service_code: 'streetlight' });
  });

  test('by default: those of the latest 90 days, newest first', async () => {
    expect(await list({})).toEqual([light, late]);
  });
  test('by id, which overrides everything else', async () => {
    const query = {
      service_request_id: `${early},${light}, nobody`,
      status: 'closed',
      service_code: 'graffiti',
    };
    expect(await list(query)).toEqual([light, early]);
  });
  test('by status', async () => {
    expect(await list({ status: 'open' })).toEqual([light]);
    expect(await list({ status: 'closed' })).toEqual([late]);
    expect(await list({ status: 'open,closed' })).toEqual([light, late]);
    expect(await list({ status: ['open', 'closed'] })).toEqual([light, late]);
  });
  test('by service', async () => {
    expect(await list({ service_code: 'pothole' })).toEqual([late]);
    expect(await list({ service_code: 'pothole,streetlight' })).toEqual([light, late]);
    expect(await list({ service_code: ['pothole', 'streetlight'] })).toEqual([light, late]);
    expect(await list({ service_code: 'nothing-of-the-kind' })).toEqual([]);
  });
  test('by dates, both inclusive; with one of them, 90 days from or up to it', async () => {
    expect(await list({ start_date: at(-92), end_date: at(-88) })).toEqual([late, early]);
    expect(await list({ start_date: at(-91), end_date: at(-91) })).toEqual([early]);
    expect(await list({ start_date: at(-90) })).toEqual([light, late]);
    expect(await list({ start_date: at(-95) })).toEqual([late, early]);
    expect(await list({ start_date: '2027-01-10T00:00Z', end_date: '2027-01-10T08:00+08:00' })).toEqual([
      light,
    ]);
    expect(await list({ end_date: at(-90) })).toEqual([early]);
    expect(
      await list({ start_date: '2027-01-10T08:00:00+08:00', end_date: '2027-01-10T08:00:00 08:00' }),
    ).toEqual([light]);
  });
  test('an empty argument is the same as none', async () => {
    expect(
      await list({ status: '', service_code: '', start_date: '', end_date: '', jurisdiction_id: '' }),
    ).toEqual([light, late]);
  });
  test('and nothing found is an empty list in both formats', async () => {
    expect(
      await both('/v2/requests', 'service_requests', 'service_requests', { service_code: 'graffiti' }),
    ).toEqual([]);
  });
});

describe('never listed', () => {
  const hidden = async (id: string): Promise<void> => {
    await api.get(`/api/v1/cases?after=${await api.head()}`);
    for (const path of [`/v2/requests/${id}.json`, `/v2/tokens/${id}.json`]) {
      expect((await city.get(path)).status).toBe(404);
    }
    expect(idsOf((await city.get('/v2/requests.json', { service_request_id: id })).json)).toEqual([]);
    expect((await city.get('/v2/requests.json')).text).not.toContain(id);
    expect((await city.get('/v2/servicerequestupdates.json', { service_request_id: id })).json).toEqual([]);
    const update = { api_key: KEY, service_request_id: id, description: 'is it there?' };
    expect((await city.post('/v2/servicerequestupdates.json', update)).status).toBe(404);
  };
  const form = {
    category: 'roads',
    title: '路面坑洼',
    place: '某街',
    receiver: 'petitions',
    service: 'pothole',
  };

  test.each([
    ['what came in by another channel', { channel: 'phone', claims: [{ summary: '修路' }] }],
    ['an accusation', { channel: 'open311', claims: [{ kind: 'accusation', summary: '有人收钱' }] }],
    [
      'an accusation beside a claim',
      {
        channel: 'open311',
        claims: [{ summary: '修路' }, { kind: 'accusation', summary: '有人收钱' }],
      },
    ],
  ])('%s', async (_, more) => {
    const { body } = await api.post('/api/v1/cases', { ...form, ...more });
    await hidden(body.id);
  });

  test('what comes to accuse an office', async () => {
    const id = await file();
    const { status } = await api.post(`/api/v1/cases/${id}/accuse-office`, { office: 'housing' });
    expect(status).toBe(200);
    await hidden(id);
  });
});

describe('updates of requests', () => {
  test('are the steps that the public is told of, and what the public adds; the oldest first', async () => {
    const id = await file();
    await handle(id, 'sent');
    const added = {
      api_key: KEY,
      service_request_id: id,
      update_id: '4711',
      status: 'OPEN',
      updated_datetime: '2010-04-14T06:37:38-08:00',
      description: 'It has grown since.',
      media_url: 'http://example.org/2.jpg',
      ...PERSON,
    };
    const first = await city.post('/v2/servicerequestupdates.json', added);
    expect([first.status, violations('update_created', first.json)]).toEqual([200, []]);
    expect(await city.post('/v2/servicerequestupdates.json', added)).toEqual(first);
    const updates = await both(
      '/v2/servicerequestupdates',
      'service_request_updates',
      'service_request_updates',
      {
        service_request_id: id,
      },
    );
    const [{ update_id: own }] = first.json as [{ update_id: string }];
    expect(updates).toEqual([
      {
        update_id: own,
        service_request_id: id,
        status: 'open',
        updated_datetime: '2010-04-14T14:37:38Z',
        description: 'It has grown since.',
        media_url: 'http://example.org/2.jpg',
      },
      expect.objectContaining({ description: 'Sent by petitions to housing.', media_url: null }),
    ]);
    const shown = [
      JSON.stringify(await api.platform.store.readStream(`case-${id}`)),
      JSON.stringify(updates),
    ].join();
    for (const secret of Object.values(PERSON)) expect(shown).not.toContain(`"${secret}"`);
    const reused = await city.post('/v2/servicerequestupdates.json', {
      ...added,
      description: 'other words',
    });
    expect([reused.status, violations('errors', reused.json)]).toEqual([400, []]);
  });

  test('are asked for by dates, and in XML', async () => {
    later(DAY_ms);
    const start_date = api.clock.now().toISOString();
    const id = await file();
    const answered = await city.post('/v2/servicerequestupdates.xml', {
      api_key: KEY,
      service_request_id: id,
      description: '补充：已经下雨了',
    });
    expect(readXml(answered.text)).toMatchObject({
      root: 'service_request_updates',
      body: [{ update_id: expect.any(String) }],
    });
    const name = 'service_request_updates';
    expect(await both('/v2/servicerequestupdates', name, name, { start_date })).toMatchObject([
      { service_request_id: id, description: '补充：已经下雨了', status: 'open' },
    ]);
    const before = '2027-01-10T00:00:00Z';
    const { json } = await city.get('/v2/servicerequestupdates.json', { end_date: before });
    expect(json).not.toContainEqual(expect.objectContaining({ service_request_id: id }));
  });

  test('one that is dated back makes nothing else older', async () => {
    later(DAY_ms);
    const start_date = api.clock.now().toISOString();
    const id = await file();
    await handle(id, 'sent');
    const old = { api_key: KEY, service_request_id: id, description: 'long ago' };
    const posted = { ...old, updated_datetime: '2010-04-14T06:37:38-08:00' };
    expect((await city.post('/v2/servicerequestupdates.json', posted)).status).toBe(200);
    expect(await read(id)).toMatchObject({ updated_datetime: start_date.replace('.000Z', 'Z') });
    const { json } = await city.get('/v2/servicerequestupdates.json', { start_date });
    expect(json).toContainEqual(expect.objectContaining({ service_request_id: id }));
  });

  test('a closed request stays closed, whatever is said about it', async () => {
    const id = await file();
    await handle(id);
    const said = { api_key: KEY, service_request_id: id, description: 'no!', status: 'reopen' };
    expect((await city.post('/v2/servicerequestupdates.json', said)).status).toBe(200);
    expect(await read(id)).toMatchObject({ status: 'closed' });
  });
});

describe('a browser of another origin', () => {
  const ask = (path: string, init: RequestInit = {}) => fetch(`${api.address}${path}`, init);

  test.each(['/open311/discovery.xml', '/open311/v2/services.json', '/open311/v2/requests/none.json'])(
    'may read %s',
    async (path) => expect((await ask(path)).headers.get('access-control-allow-origin')).toBe('*'),
  );
  test('may ask first', async () => {
    const { status, headers } = await ask('/open311/v2/requests.json', { method: 'OPTIONS' });
    expect([status, headers.get('access-control-allow-methods')]).toEqual([204, 'GET, POST']);
  });
  test('reads nothing else: the offices of the city stay on the page of the city', async () =>
    expect((await ask('/api/v1/offices')).headers.get('access-control-allow-origin')).toBeNull());
});

describe('errors', () => {
  test.each(['/v2/services/%zz', '/v2/requests/%ff.xml', '/v2/%'])(
    'an address that cannot be read is one of the specification: %s',
    async (path) => {
      const { status, type, text } = await city.get(path);
      expect([status, type]).toEqual([400, 'text/xml; charset=utf-8']);
      expect(readXml(text)).toEqual({
        root: 'errors',
        body: [{ code: '400', description: 'The address is not a valid URL.' }],
      });
    },
  );

  const POST = '/v2/requests';
  const UPDATE = '/v2/servicerequestupdates';
  const NOBODY = '9c5f9d50-ddfb-8d07-b4ef-2a7e7ff0d9dd';
  const without = (...names: string[]): Fields =>
    Object.fromEntries(Object.entries(pothole).filter(([name]) => !names.includes(name)));

  test.each<[string, number, string, RegExp, Fields]>([
    [
      'an unknown jurisdiction',
      404,
      '/v2/services',
      /jurisdiction_id other.gov/,
      { jurisdiction_id: 'other.gov' },
    ],
    ['an unknown service', 404, '/v2/services/dragon', /service_code dragon/, {}],
    ['an unknown request', 404, `/v2/requests/${NOBODY}`, new RegExp(NOBODY), {}],
    ['an unknown token', 404, '/v2/tokens/12345', /token 12345/, {}],
    ['an unknown resource', 404, '/v2/dragons', /nothing at this address/, {}],
    ['an unknown status', 400, '/v2/requests', /status must be/, { status: 'lost' }],
    ['a bad start_date', 400, '/v2/requests', /start_date must be/, { start_date: 'yesterday' }],
    ['a date without a zone', 400, '/v2/requests', /end_date must be/, { end_date: '2010-01-01T00:00:00' }],
    [
      'more than 90 days',
      400,
      '/v2/requests',
      /90 days/,
      { start_date: '2010-01-01T00:00:00Z', end_date: '2010-06-01T00:00:00Z' },
    ],
    [
      'an end before its start',
      400,
      UPDATE,
      /must not be after/,
      { start_date: '2010-01-02T00:00:00Z', end_date: '2010-01-01T00:00:00Z' },
    ],
    [
      'a date before all dates',
      400,
      '/v2/requests',
      /start_date must be/,
      { start_date: '0000-01-01T00:00:00Z' },
    ],
    ['a NUL in an id', 404, '/v2/requests/a%00b', /nothing at this address/, {}],
    ['a NUL', 400, '/v2/requests', /NUL/, { service_request_id: 'a\0b' }],
  ])('%s is answered %i in both formats', async (_, status, path, description, query) => {
    const errors = await both(path, 'errors', 'errors', query, status);
    expect(errors).toEqual([{ code: status, description: expect.stringMatching(description) }]);
  });

  test.each<[string, number, RegExp[], string, Fields]>([
    ['no api_key', 403, [/api_key is required/], POST, without('api_key')],
    ['a wrong api_key', 403, [/api_key is not valid/], POST, { ...pothole, api_key: 'wrong' }],
    ['another jurisdiction', 404, [/jurisdiction_id/], POST, { ...pothole, jurisdiction_id: 'other.gov' }],
    ['no service_code', 400, [/service_code was not provided/], POST, without('service_code')],
    ['an unknown service_code', 404, [/service_code dragon/], POST, { ...pothole, service_code: 'dragon' }],
    ['no location', 400, [/location is required/], POST, without('lat', 'long', 'address_string')],
    ['half a location', 400, [/sent together/], POST, without('long')],
    ['no place on earth', 400, [/WGS84/], POST, { ...pothole, lat: '91' }],
    ['hexadecimal for a latitude', 400, [/WGS84/], POST, { ...pothole, lat: '0x10' }],
    ['words for a latitude', 400, [/WGS84/], POST, { ...pothole, lat: 'north' }],
    ['a question left open', 400, [/attribute\[where\] is required/], POST, without('attribute[where]')],
    [
      'an answer off the list',
      400,
      [/attribute\[where\] must be of/],
      POST,
      { ...pothole, 'attribute[where]': 'moon' },
    ],
    [
      'two answers where one is asked for',
      400,
      [/one value/],
      POST,
      { ...pothole, 'attribute[where][]': ['carriageway', 'pavement'] },
    ],
    [
      'words for a number',
      400,
      [/attribute\[width_cm\] must be a number/],
      POST,
      { ...pothole, 'attribute[width_cm]': 'wide' },
    ],
    [
      'a day for a datetime',
      400,
      [/attribute\[since\] must be an ISO 8601/],
      POST,
      { ...pothole, service_code: 'streetlight', 'attribute[since]': 'monday' },
    ],
    ['a bad email', 400, [/^email: /], POST, { ...pothole, email: 'nobody' }],
    ['a bad media_url', 400, [/^media_url: /], POST, { ...pothole, media_url: 'javascript:alert(1)' }],
    [
      'a very long description',
      400,
      [/4000 characters/],
      POST,
      { ...pothole, description: 'x'.repeat(4_001) },
    ],
    [
      'several mistakes at once',
      400,
      [/location/, /attribute\[where\]/],
      POST,
      without('lat', 'long', 'address_string', 'attribute[where]'),
    ],
    [
      'an update of nothing',
      404,
      [/was not found/],
      UPDATE,
      { api_key: KEY, service_request_id: NOBODY, description: 'x' },
    ],
    ['an update without a word', 400, [/service_request_id/, /description/], UPDATE, { api_key: KEY }],
    ['an update without a key', 403, [/api_key/], UPDATE, { service_request_id: NOBODY, description: 'x' }],
  ])(
    '%s is refused with %i in both formats, and nothing is written',
    async (_, status, descriptions, path, form) => {
      const before = await api.head();
      const expected = descriptions.map((one) => ({
        code: status,
        description: expect.stringMatching(one) as string,
      }));
      const json = await city.post(`${path}.json`, form);
      expect(json).toMatchObject({ status, json: expected });
      expect(violations('errors', json.json)).toEqual([]);
      const xml = await city.post(`${path}.xml`, form);
      expect(xml.status).toBe(status);
      expect(readXml(xml.text)).toEqual({ root: 'errors', body: asText(json.json) });
      expect(await api.head()).toBe(before);
    },
  );

  test.each([
    ['JSON', '{"service_code":"pothole"}', 'application/json'],
    ['broken JSON', '{', 'application/json'],
    ['a text', 'service_code=pothole', 'text/plain'],
    ['a multipart form', '--x--', 'multipart/form-data; boundary=x'],
    [
      'more than the server takes',
      `description=${'x'.repeat(1_100_000)}`,
      'application/x-www-form-urlencoded',
    ],
  ])('a body of %s is refused', async (_, body, type) => {
    const answer = await city.send('/v2/requests.json', body, type);
    expect([answer.status, violations('errors', answer.json)]).toEqual([400, []]);
  });

  test('elsewhere a form is refused as before', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': 'k' };
    const answer = await api.call('POST', '/api/v1/cases', { raw: 'a=b', headers });
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
  });
});

describe('the format', () => {
  test.each([
    [undefined, 'text/xml'],
    ['*/*', 'text/xml'],
    ['application/json', 'application/json'],
    ['application/json;q=0.5, text/xml', 'text/xml'],
    ['text/html, application/xml;q=0.9, */*;q=0.8', 'text/xml'],
  ])('without an extension follows Accept: %s is answered as %s', async (accept, type) => {
    const { status, type: given } = await city.get(
      '/v2/services',
      {},
      accept === undefined ? {} : { accept },
    );
    expect([status, given]).toEqual([200, `${type}; charset=utf-8`]);
  });
  test('follows the extension, whatever Accept says', async () => {
    expect((await city.get('/v2/services.json', {}, { accept: 'text/xml' })).type).toMatch(/json/);
  });
  test('that nobody speaks is 406 by Accept, and no address by extension', async () => {
    const refused = await city.get('/v2/services', {}, { accept: 'text/csv' });
    expect([refused.status, readXml(refused.text).root]).toEqual([406, 'errors']);
    expect((await city.get('/v2/services.csv')).status).toBe(404);
  });
  test('is UTF-8, and XML even where the text holds what XML cannot write', async () => {
    const id = await file({ description: 'a\u0007b 街 & <c> ]]> "d"' });
    const { text } = await city.get(`/v2/requests/${id}.xml`);
    expect(readXml(text).body).toMatchObject([{ description: 'a\ufffdb 街 & <c> ]]> "d"' }]);
  });
});
