import type { PolicyPack, ServiceAttribute, ServiceDefinition } from '@huiyin/policy';
import { inLanguage, type Language } from '../problems/language';

/** What the pack offers, then what it only has a period for. */
export function servicesOf({ offered = [], services = {} }: PolicyPack): ServiceDefinition[] {
  const named = new Set(offered.map(({ code }) => code));
  const others = Object.keys(services).filter((code) => !named.has(code));
  return [...offered, ...others.map((code) => ({ code, name: { zh: code, en: code } }))];
}

export const findService = (pack: PolicyPack, code: string): ServiceDefinition | undefined =>
  servicesOf(pack).find((one) => one.code === code);

/** GET Service List: one `service`. */
export const showService = (service: ServiceDefinition, language: Language): object => ({
  service_code: service.code,
  service_name: inLanguage(service.name, language),
  description: service.description ? inLanguage(service.description, language) : null,
  metadata: attributesOf(service).length > 0,
  type: 'realtime',
  keywords: service.keywords?.join(', ') ?? null,
  group: service.group ? inLanguage(service.group, language) : null,
});

/** GET Service Definition. */
export const showDefinition = (service: ServiceDefinition, language: Language): object => ({
  service_code: service.code,
  attributes: attributesOf(service).map((attribute, index) => showAttribute(attribute, index + 1, language)),
});

export const attributesOf = ({ attributes = [] }: ServiceDefinition): readonly ServiceAttribute[] =>
  attributes;

const showAttribute = (
  {
    code,
    variable = true,
    datatype,
    required = false,
    description,
    datatypeDescription,
    values = [],
  }: ServiceAttribute,
  order: number,
  language: Language,
): object => ({
  variable,
  code,
  datatype,
  required,
  datatype_description: datatypeDescription ? inLanguage(datatypeDescription, language) : null,
  order,
  description: inLanguage(description, language),
  values: values.map(({ key, name }) => ({ key, name: inLanguage(name, language) })),
});
