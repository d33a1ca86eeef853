import { proposeOffices } from './propose-office';
import { officeTree } from './offices';

const directory = officeTree({
  petitions: { level: 'county', territory: '和平区' },
  housing: { level: 'county', territory: '和平区', functions: ['housing', 'utilities'] },
  heating: { level: 'county', territory: '和平区', functions: ['utilities-heat'] },
  street: { level: 'township', territory: '和平区南湖街道', functions: ['utilities'], superior: 'housing' },
  city: { level: 'city', territory: '和平区', functions: ['utilities-heat'] },
  elsewhere: { level: 'county', territory: '沈河区', functions: ['utilities-heat'] },
  gone: { level: 'county', territory: '和平区', functions: ['utilities-heat'], successor: 'heating' },
});
const matter = {
  category: 'utilities-heat',
  place: '和平区南湖街道12号院',
  receiver: 'petitions',
  keptFrom: [],
};
const offices = (more: object = {}) =>
  proposeOffices({ ...matter, ...more }, directory).map(({ office }) => office);

test('the office of the category comes first, then that of the wider one, the narrowest territory first', () =>
  expect(offices()).toEqual(['heating', 'street', 'housing']));
test('it is told why', () =>
  expect(proposeOffices(matter, directory)[0]).toMatchObject({
    category: 'utilities-heat',
    territory: '和平区',
    level: 'county',
    reason: {
      zh: expect.stringContaining('和平区') as string,
      en: expect.stringContaining('utilities-heat') as string,
    },
  }));
test('no office is proposed that the case is kept from, nor one below it', () =>
  expect(offices({ keptFrom: ['housing'] })).toEqual(['heating']));
test('nothing is proposed where nobody answers for the matter', () =>
  expect(offices({ category: 'transport' })).toEqual([]));
test('a category of its own city is looked for as it is', () =>
  expect(offices({ category: '自定' })).toEqual([]));
