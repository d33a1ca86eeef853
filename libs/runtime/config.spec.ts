import { BadConfig, configSchema, deliverySchema, readConfig, timeZoneSchema } from './config';

const GOOD = {
  DATABASE_URL: 'postgresql://huiyin:s3cret@db/huiyin',
  MASTER_KEY_FILE: '/keys/master.key',
  KAFKA_BROKERS: 'k1:9092, k2:9092',
};

test('a configuration is read from the environment, with its defaults', () => {
  expect(readConfig(configSchema, { ...GOOD, PORT: '8080', OTHER: 'x' })).toMatchObject({
    KAFKA_BROKERS: ['k1:9092', 'k2:9092'],
    PORT: 8080,
    HOST: '127.0.0.1',
    HUIYIN_LANGUAGE: 'zh-CN',
  });
});

test('a variable that is set to nothing is not set', () => {
  expect(readConfig(deliverySchema, { SMTP_URL: '', SMS_URL: '' })).not.toHaveProperty('SMTP_URL');
});

test.each([
  ['DATABASE_URL', 'mysql://root:s3cret@db'],
  ['DATABASE_URL', undefined],
  ['MASTER_KEY_FILE', undefined],
  ['KAFKA_BROKERS', 'k1'],
  ['PORT', '65536'],
  ['PORT', 's3cret'],
  ['SMTP_URL', 'http://s3cret@mail'],
  ['WEBHOOK_SECRET', 's3cret'],
  ['WEBHOOK_SECRET', 'whsec_s3cret!'],
  ['SMS_BODY', '{"to": s3cret}'],
  ['SMS_HEADERS', '{"authorization": s3cret}'],
  ['HUIYIN_LANGUAGE', 's3cret'],
])('%s=%s is refused by its name, without its value', (name, value) => {
  const read = (): unknown => readConfig(configSchema, { ...GOOD, [name]: value });
  expect(read).toThrow(BadConfig);
  expect(read).toThrow(new RegExp(`^(?!.*s3cret).*\\b${name}\\b`));
});

test('everything that is wrong is told at once', () => {
  const message = (() => {
    try {
      readConfig(configSchema, { PORT: 'x' });
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  })();
  expect(message.split('; ').map((part) => part.split(':')[0])).toEqual(
    expect.arrayContaining(['DATABASE_URL', 'MASTER_KEY_FILE', 'KAFKA_BROKERS', 'PORT']),
  );
});

test('the time zone of the city is Beijing’s unless it says so, and one that there is', () => {
  const zone = (given?: string): string => readConfig(timeZoneSchema, { HUIYIN_TIME_ZONE: given });
  expect(zone()).toBe('Asia/Shanghai');
  expect(zone('America/New_York')).toBe('America/New_York');
  expect(() => zone('Mars/Olympus')).toThrow('HUIYIN_TIME_ZONE: must be an IANA time zone');
});
