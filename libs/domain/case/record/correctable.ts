import type { z } from 'zod';
import { longText, shortText } from '../../schemas';
import { spineCommands } from '../spine/commands';

const registration = spineCommands.RegisterCase.shape;

/** Of the event that registers a case: what describes it. Whom it lies with and its clocks move by steps, never so. */
const OF_REGISTRATION: Readonly<Record<string, z.ZodType>> = {
  channel: registration.channel,
  category: registration.category,
  title: registration.title,
  place: registration.place,
  longitude: registration.longitude.unwrap(),
  latitude: registration.latitude.unwrap(),
  kind: registration.kind.unwrap(),
  persons: registration.persons.unwrap(),
  representatives: registration.representatives.unwrap(),
  externalId: registration.externalId.unwrap(),
};

/** Sealed, so that the correction is sealed too. */
const PERSONAL: Readonly<Record<string, z.ZodType>> = {
  statement: longText,
  'petitioner/name': shortText,
  'petitioner/identityNumber': shortText,
  'petitioner/phone': shortText,
  'petitioner/email': registration.petitioner.unwrap().shape.email.unwrap(),
  'petitioner/address': shortText,
};

/** Of every other event: what somebody wrote in their own words. */
const WORDS: Readonly<Record<string, z.ZodType>> = {
  reasons: longText,
  text: longText,
  basis: longText,
  approvedBy: shortText,
};

export interface Correctable {
  form: z.ZodType;
  personal: boolean;
}

/** How a field of an event can be corrected; undefined where it cannot. */
export function correctable(type: string, field: string): Correctable | undefined {
  const of = (forms: Readonly<Record<string, z.ZodType>>, personal: boolean): Correctable | undefined =>
    Object.hasOwn(forms, field) ? { form: forms[field]!, personal } : undefined;
  if (type !== 'CaseRegistered') return of(WORDS, false);
  return of(OF_REGISTRATION, false) ?? of(PERSONAL, true);
}
