import { dutiesOf, given, refusal, stateAfter } from '@huiyin/testing/decision';
import { caseAggregate, type CaseEvent } from '..';
import { officeTree } from '../../offices';
import {
  accepted,
  acknowledged,
  event,
  form,
  registered,
  sorted,
  sent,
  toClosed,
  toSent,
} from '../case.fixture';

/** 南湖 belongs to the housing bureau, which the construction bureau took over from. */
const offices = officeTree({
  petitions: { superior: 'county' },
  'city-petitions': { superior: 'city' },
  county: {},
  city: {},
  housing: { superior: 'county', successor: 'construction' },
  construction: { superior: 'county' },
  nanhu: { superior: 'housing' },
  water: { superior: 'county' },
});
const accused = event('OfficeAccused', { by: 'petitions', office: 'water' });
const accuse = (office: string, more: object = {}) =>
  ({ type: 'AccuseOffice', data: { office, ...more } }) as const;
const atWater = [registered, sorted, { ...sent, data: { ...sent.data, to: 'water' } }] as typeof toSent;
const back = (why: 'accused' | 'recused') => event('CaseTakenBack', { by: 'petitions', from: 'water', why });

describe('an accusation', () => {
  it('is kept from the accused office from the moment it is registered', () => {
    const claims = [{ kind: 'accusation', summary: '违规收费', accuses: ['housing'] }];
    const held = stateAfter(caseAggregate, {
      ...registered,
      data: { ...registered.data, claims: [{ id: 'c1', ...claims[0] }] },
    } as CaseEvent);
    expect(held.parts.recusal.keptFrom).toEqual(['housing']);
    given(caseAggregate)
      .when({ type: 'RegisterCase', data: { ...form, claims } }, { offices: officeTree({ petitions: {} }) })
      .then(refusal('office-unknown', { office: 'housing' }));
  });
  it('is not received by the accused, nor by an office below it', () => {
    const claims = [{ kind: 'accusation', summary: '不作为', accuses: ['county'] }];
    given(caseAggregate)
      .when({ type: 'RegisterCase', data: { ...form, claims } }, { offices })
      .then(refusal('receiver-accused', { receiver: 'petitions' }));
  });
  it.each(['housing', 'construction', 'nanhu'])('is not sent to %s, that is, below or after', (to) => {
    const history = [registered, event('OfficeAccused', { by: 'petitions', office: 'housing' }), sorted];
    given(caseAggregate, ...history)
      .when({ type: 'SendCase', data: { to } }, { offices: { ...offices, successor: (one) => one } })
      .then(refusal('accused-office', { office: to }));
  });
  it('takes the case from whoever holds it, and what they owed ends', () => {
    given(caseAggregate, ...atWater)
      .when(accuse('water'), { offices })
      .then([accused, back('accused')]);
    const open = dutiesOf(...atWater, accused, back('accused')).filter(({ status }) => status === 'open');
    expect(open.map(({ rule, owner }) => [rule, owner])).toEqual([['send-again', 'petitions']]);
  });
  it('of the petition department needs another that receives it, which takes over what is owed', () => {
    given(caseAggregate, registered)
      .when(accuse('county'), { offices })
      .then(refusal('receiver-accused', { receiver: 'petitions' }));
    const named = { by: 'city-petitions', office: 'county' };
    const replaced = event('OfficeReplaced', {
      by: 'city-petitions',
      from: 'petitions',
      to: 'city-petitions',
      why: 'accused',
    });
    given(caseAggregate, registered)
      .when(accuse('county', { receiver: 'city-petitions' }), { offices, office: 'city-petitions' })
      .then([event('OfficeAccused', named), replaced]);
    expect(
      dutiesOf(registered, event('OfficeAccused', named), replaced).map(({ rule, owner }) => [rule, owner]),
    ).toEqual([['sort-and-send', 'city-petitions']]);
  });
  it('lets the accused take no step, whatever it is', () => {
    const history = [registered, accused, sorted, { ...sent, data: { ...sent.data, to: 'nanhu' } }];
    for (const type of ['AcknowledgeCase', 'CloseCase', 'SortCase'] as const)
      given(caseAggregate, ...(history as typeof toSent))
        .when(
          { type, data: type === 'SortCase' ? { routes: [{ claim: 'c1', route: 'residual' }] } : {} },
          {
            offices,
            office: 'water',
          },
        )
        .then(refusal('accused-office', { office: 'water' }));
  });
  it('is of a claim of the case', () =>
    given(caseAggregate, registered)
      .when(accuse('water', { claim: 'c9' }), { offices })
      .then(refusal('claim-unknown')));
  it('after the closing keeps the file from the accused, and takes nothing back', () =>
    given(caseAggregate, ...toClosed)
      .when(accuse('housing'))
      .then([event('OfficeAccused', { by: 'petitions', office: 'housing' })]));
});

describe('a recusal', () => {
  const asked = event('RecusalAsked', { by: 'petitions', office: 'water', reasons: '有利害关系' });
  const ask = { type: 'AskRecusal', data: { office: 'water', reasons: '有利害关系' } } as const;
  const grant = { type: 'GrantRecusal', data: { reasons: '属实' } } as const;
  it('is asked by the petitioner, one at a time', () => {
    given(caseAggregate, ...atWater)
      .when(ask, { offices })
      .then([asked]);
    given(caseAggregate, ...atWater, asked)
      .when(ask, { offices })
      .then(refusal('recusal-undecided'));
  });
  it('that is granted keeps the case from the office like an accusation', () =>
    given(caseAggregate, ...atWater, asked)
      .when(grant, { offices })
      .then([
        event('RecusalGranted', { by: 'petitions', office: 'water', reasons: '属实' }),
        back('recused'),
      ]));
  it('that is refused leaves the case where it is', () => {
    const refused = event('RecusalRefused', { by: 'petitions', office: 'water', reasons: '不属实' });
    given(caseAggregate, ...atWater, asked)
      .when({ type: 'RefuseRecusal', data: { reasons: '不属实' } }, { offices })
      .then([refused]);
    expect(stateAfter(caseAggregate, ...atWater, asked, refused).parts.recusal).toEqual({
      status: 'none-asked',
      keptFrom: [],
    });
  });
  it('is not decided by whom it is about', () => {
    const own = event('RecusalAsked', { by: 'petitions', office: 'county', reasons: '上级' });
    given(caseAggregate, registered, own)
      .when({ type: 'RefuseRecusal', data: { reasons: '无' } }, { offices })
      .then(refusal('own-recusal'));
    const clerk = event('RecusalAsked', { by: 'petitions', official: 'li.wei', reasons: '邻居' });
    given(caseAggregate, registered, clerk)
      .when(grant, { offices, actor: 'li.wei' })
      .then(refusal('own-recusal'));
  });
  it('is decided when it has been asked', () => {
    given(caseAggregate, registered).when(grant).then(refusal('no-recusal-asked'));
    given(caseAggregate, registered)
      .when({ type: 'RefuseRecusal', data: { reasons: '无' } })
      .then(refusal('no-recusal-asked'));
  });
});

describe('staff with an interest', () => {
  const recused = event('StaffRecused', { by: 'housing', official: 'li.wei', reasons: '亲属' });
  it('recuse, and take no step from then on', () => {
    given(caseAggregate, ...toSent, acknowledged, accepted)
      .when({ type: 'RecuseStaff', data: { reasons: '亲属' } }, { actor: 'li.wei', office: 'housing' })
      .then([recused]);
    given(caseAggregate, ...toSent, recused)
      .when({ type: 'AcknowledgeCase' }, { actor: 'li.wei', office: 'housing' })
      .then(refusal('staff-recused'));
    given(caseAggregate, ...toSent, recused)
      .when({ type: 'AcknowledgeCase' }, { actor: 'zhang.min', office: 'housing' })
      .then([event('CaseAcknowledged', { by: 'housing', how: 'written' })]);
  });
});
