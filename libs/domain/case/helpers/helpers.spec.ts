import { dutiesOf, given, on, refusal } from '@huiyin/testing/decision';
import { caseAggregate } from '..';
import { accepted, acknowledged, event, toSent } from '../case.fixture';

const whistle = { helper: 'heating', how: 'whistle', task: '查明漏点', within_workingDays: 3 } as const;
const called = on('2026-03-06', event('HelpCalled', { by: 'housing', ...whistle }));
const given_ = on('2026-03-10', event('HelpGiven', { by: 'heating', helper: 'heating', text: '已更换' }));
const assessed = event('HelpAssessed', {
  by: 'housing',
  helper: 'heating',
  mark: 'good',
  reasons: '当日到场',
});
const held = [...toSent, acknowledged, accepted];
const help = { type: 'GiveHelp', data: { helper: 'heating', text: '已更换' } } as const;
const assess = {
  type: 'AssessHelp',
  data: { helper: 'heating', mark: 'good', reasons: '当日到场' },
} as const;

it('the office that holds the case calls others in, and they owe their answer', () => {
  given(caseAggregate, ...held)
    .when({ type: 'CallHelp', data: whistle }, { office: 'housing' })
    .then([event('HelpCalled', { by: 'housing', ...whistle })]);
  given(caseAggregate, ...held)
    .when({ type: 'CallHelp', data: whistle }, { office: 'petitions' })
    .then(refusal('not-the-holder'));
  const duty = dutiesOf(...held, called).find(({ rule }) => rule === 'help');
  expect(duty).toMatchObject({ owner: 'heating', overseer: 'housing', status: 'open' });
});
it('nobody helps itself, and an accused office helps nobody', () => {
  given(caseAggregate, ...held)
    .when({ type: 'CallHelp', data: { ...whistle, helper: 'housing' } })
    .then(refusal('own-referral'));
  given(caseAggregate, ...held, event('OfficeAccused', { by: 'petitions', office: 'heating' }))
    .when({ type: 'CallHelp', data: whistle })
    .then(refusal('accused-office'));
});
it('an office that was called answers before it is called again', () =>
  given(caseAggregate, ...held, called)
    .when({ type: 'CallHelp', data: whistle })
    .then(refusal('helper-called-already')));
it('help is given by whoever was called, and by nobody else', () => {
  const inState = given(caseAggregate, ...held, called);
  inState.when(help, { office: 'heating' }).then([{ type: given_.type, data: given_.data }]);
  inState.when(help, { office: 'street' }).then(refusal('not-the-holder'));
  given(caseAggregate, ...held)
    .when(help)
    .then(refusal('no-such-help'));
});
it('what was given is assessed by whoever called', () => {
  given(caseAggregate, ...held, called, given_)
    .when(assess, { office: 'housing' })
    .then([assessed]);
  given(caseAggregate, ...held, called, given_)
    .when(assess, { office: 'heating' })
    .then(refusal('not-the-holder'));
  const owed = dutiesOf(...held, called, given_, assessed).filter(({ rule }) => /help/.test(rule));
  expect(owed.map(({ rule, status }) => [rule, status])).toEqual([
    ['help', 'met'],
    ['assess-help', 'met'],
  ]);
});
