import type { ServiceDefinition } from '@huiyin/policy';
import { checkAttributes } from './attributes';
import { Open311Error } from './errors';
import { decimalOf, type Params } from './params';
import { attributesOf } from './services';

const DESCRIPTION_CHARS_MAX = 4_000;
const HAN = /\p{Script=Han}/u;

interface Place {
  latitude?: number;
  longitude?: number;
  /** What a clerk finds it by. */
  place?: string;
  problem?: string;
}

function degrees(text: string, max: number): number | undefined {
  const value = decimalOf(text);
  return value !== undefined && Math.abs(value) <= max ? value : undefined;
}

/** One of `lat` and `long`, `address_string`, `address_id`. */
function placeOf(params: Params): Place {
  const [lat, long] = [params.one('lat'), params.one('long')];
  const address = params.one('address_string') ?? params.one('address_id');
  if (lat === undefined && long === undefined) {
    if (address !== undefined) return { place: address };
    return { problem: 'A location is required: lat and long, or address_string, or address_id.' };
  }
  if (lat === undefined || long === undefined) return { problem: 'lat and long must be sent together.' };
  const [latitude, longitude] = [degrees(lat, 90), degrees(long, 180)];
  if (latitude === undefined || longitude === undefined) {
    return { problem: 'lat and long must be WGS84 degrees: -90 to 90 and -180 to 180.' };
  }
  return { latitude, longitude, place: address ?? `${latitude}, ${longitude}` };
}

/** Given and family name as the language of the name orders them. */
function nameOf(params: Params): string | undefined {
  const [first, last] = [params.one('first_name'), params.one('last_name')];
  if (first === undefined || last === undefined) return first ?? last;
  return HAN.test(first + last) ? `${last}${first}` : `${first} ${last}`;
}

/** What was told of whoever asks; undefined when nothing was. */
export function personOf(params: Params): { name?: string; email?: string; phone?: string } | undefined {
  const name = nameOf(params);
  const [email, phone] = [params.one('email'), params.one('phone')];
  if (name === undefined && email === undefined && phone === undefined) return undefined;
  return {
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
  };
}

/** Told back to whoever gave it. */
export function accountOf(params: Params): { account_id?: string } {
  const account = params.one('account_id');
  return account === undefined ? {} : { account_id: account };
}

/** A service request as the data of RegisterCase. Throws 400 with everything that is wrong. */
export function registrationOf(
  service: ServiceDefinition,
  params: Params,
  { pack, receiver }: { pack: string; receiver: string },
): Record<string, unknown> {
  const { place, problem, ...coordinates } = placeOf(params);
  const { attributes, problems } = checkAttributes(attributesOf(service), params);
  const description = params.one('description');
  const tooLong = (description?.length ?? 0) > DESCRIPTION_CHARS_MAX;
  const wrong = [
    ...(problem === undefined ? [] : [problem]),
    ...(tooLong ? [`description is limited to ${DESCRIPTION_CHARS_MAX} characters.`] : []),
    ...problems,
  ];
  if (wrong.length > 0) throw new Open311Error(400, ...wrong);
  const petitioner = personOf(params);
  return {
    pack,
    channel: 'open311',
    category: service.category ?? service.code,
    service: service.code,
    title: service.name.zh,
    place,
    ...coordinates,
    claims: [{ summary: description ?? service.name.zh }],
    kind: petitioner?.name === undefined ? 'anonymous' : 'individual',
    petitioner,
    receiver,
    serviceRequest: {
      address: params.one('address_string'),
      addressId: params.one('address_id'),
      mediaUrl: params.one('media_url'),
      accountId: params.one('account_id'),
      deviceId: params.one('device_id'),
      attributes,
    },
  };
}
