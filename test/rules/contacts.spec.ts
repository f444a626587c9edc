import { OUTCOMES, isAttempt, isContact, mayAmend } from '../../backend/contacts/contacts.rules.js';

describe('a contact', () => {
  it('was reached, or an attempt: no third', () => {
    expect(OUTCOMES.filter((outcome) => !isAttempt(outcome))).toEqual(['reached']);
  });

  it.each([
    ['is a call of theirs that was answered', 'reached', 'participant', true],
    ['is a call of ours that was answered', 'reached', 'coach', true],
    ['is an attempt of ours', 'left message', 'coach', true],
    ['is an attempt where nobody said who reached out: attempts are ours', 'no answer', null, true],
    ['is no message of theirs that nobody answered', 'left message', 'participant', false],
  ] as const)('%s', (_name, outcome, startedBy, isOne) => {
    expect(isContact(outcome, startedBy)).toBe(isOne);
  });
});

describe('amending', () => {
  const RECORDED = '2026-03-07T20:00:00Z';
  it.each([
    ['is for its author, at once', 'rosa', '2026-03-07T20:00:00Z', true],
    [
      'is for its author to the end of 24 hours, also over a clock change',
      'rosa',
      '2026-03-08T20:00:00Z',
      true,
    ],
    ['is over a moment later', 'rosa', '2026-03-08T20:00:00.001Z', false],
    ['is for nobody else', 'dev', '2026-03-07T20:00:01Z', false],
    [
      'is for its author when another server’s clock is a little behind',
      'rosa',
      '2026-03-07T19:59:59Z',
      true,
    ],
  ])('%s', (_name, accountId, now, may) => {
    expect(mayAmend('rosa', new Date(RECORDED), accountId, new Date(now))).toBe(may);
  });
});
