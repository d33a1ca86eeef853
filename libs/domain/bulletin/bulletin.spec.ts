import { given, refusal } from '@huiyin/testing/decision';
import { bulletinAggregate, type BulletinEvent } from '.';
import { bulletinExamples } from './examples';

const [data] = bulletinExamples.IssueBulletin;
const issue = { type: 'IssueBulletin', data } as const;
const issued = { type: 'BulletinIssued', data } as unknown as BulletinEvent;

describe('a bulletin', () => {
  it('goes out with its document, position and hash', () =>
    given(bulletinAggregate).when(issue).then([issued]));
  it('goes out once', () => given(bulletinAggregate, issued).when(issue).then(refusal('already-exists')));
  it('is issued by Huiyin alone', () => expect(bulletinAggregate.system).toEqual(['IssueBulletin']));
});
