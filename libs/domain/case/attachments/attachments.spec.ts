import { given, refusal, stateAfter } from '@huiyin/testing/decision';
import { caseAggregate, subjectOf, type CaseEvent } from '..';
import { event, registered, toClosed, toSent } from '../case.fixture';
import { attachmentExamples } from './examples';

const ID = '0196a0c1-5d00-7000-8000-000000000001';
const example = attachmentExamples.AttachFile[0]!;
const { name = '', ...file } = example;
const attach = { type: 'AttachFile', data: example } as const;
const attached = (by: string): CaseEvent =>
  event('FileAttached', {
    by,
    ...file,
    name: { $personal: name, subject: subjectOf(ID, {}) },
  });

describe('a file', () => {
  it('is attached in every status, its name sealed', () => {
    given(caseAggregate, registered)
      .when(attach)
      .then([attached('petitions')]);
    given(caseAggregate, ...toClosed)
      .when(attach, { office: 'housing' })
      .then([attached('housing')]);
  });
  it('is attached by an office of the case', () =>
    given(caseAggregate, ...toSent)
      .when(attach, { office: 'water' })
      .then(refusal('not-the-holder', { holder: 'housing', office: 'water' })));
  it('is one of at most a hundred', () => {
    const hundred = Array.from({ length: 100 }, () => attached('petitions'));
    given(caseAggregate, registered, ...hundred.slice(1))
      .when(attach)
      .then([attached('petitions')]);
    given(caseAggregate, registered, ...hundred)
      .when(attach)
      .then(refusal('too-many-attachments', { files: 100 }));
  });
  it('is of a case that exists', () => {
    given(caseAggregate).when(attach).then(refusal('does-not-exist'));
    expect(stateAfter(caseAggregate, registered).parts.attachments.status).toBe('none');
  });
});
