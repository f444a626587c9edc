import { emptyLog, isAnythingSaid, logRequest } from './log-form';

const form = { ...emptyLog('note-1'), participantId: 'theo', participantName: 'Theo', outcome: 'reached' };

describe('what is sent of the form', () => {
  it('sends who and what came of it, and nothing that was not said', () => {
    expect(logRequest('contact-1', form, 'watch')).toEqual({
      contactId: 'contact-1',
      participantId: 'theo',
      outcome: 'reached',
    });
  });

  it('sends a day only for an earlier contact', () => {
    const typed = { ...form, occurredOn: '2026-03-01', occurredTime: '14:30' };
    expect(logRequest('c', typed, 'watch')).not.toHaveProperty('occurredOn');
    expect(logRequest('c', { ...typed, when: 'earlier' }, 'watch')).toMatchObject({
      occurredOn: '2026-03-01',
      occurredTime: '14:30',
    });
  });

  it('never says that they reached out when it was an attempt of ours', () => {
    const attempt = { ...form, outcome: 'no answer', startedBy: 'participant' };
    expect(logRequest('c', attempt, 'watch')).not.toHaveProperty('startedBy');
  });

  it('sends what was typed as minutes, right or wrong, so that the answer can say what is wrong', () => {
    expect(logRequest('c', { ...form, minutes: '7.5' }, 'watch').minutes).toBe(7.5);
    expect(logRequest('c', { ...form, minutes: '0' }, 'watch').minutes).toBe(0);
  });

  it('sends a check-in as soon as anything of it is said, and none for a section opened and left', () => {
    const said = { ...form.checkIn.said, mood: 'steady', cravings: 0 } as const;
    expect(logRequest('c', { ...form, checkIn: { checkInId: 'i', said } }, 'watch').checkIn).toEqual({
      checkInId: 'i',
      mood: 'steady',
      cravings: 0,
      sleep: null,
      connection: null,
      hasSafePlace: null,
      words: '',
    });
    expect(isAnythingSaid({ ...form, checkIn: { checkInId: 'i', said } })).toBe(true);
    const opened = { ...form, checkIn: { ...form.checkIn, checkInId: 'i' } };
    expect([logRequest('c', opened, 'watch').checkIn, isAnythingSaid(opened)]).toEqual([undefined, false]);
  });

  it('sends how it goes with the goals that are chosen, and nothing of those that say nothing', () => {
    const progress = [
      { goalId: 'a', words: 'On the list', confidence: '0' },
      { goalId: 'b', words: ' ', confidence: '' },
      { goalId: 'taken back', words: 'Words', confidence: '3' },
    ];
    const sent = logRequest('c', { ...form, goalIds: ['a', 'b'], progress }, 'watch');
    expect(sent.progress).toEqual([{ goalId: 'a', words: 'On the list', confidence: 0 }]);
  });

  it('raises a risk note at the suggested level unless another was set', () => {
    const risk = { ...form.risk, signals: ['cravings', 'lonely', 'money'], overdoseOn: '2026-03-01' };
    const raised = logRequest('c', { ...form, hasRisk: true, risk }, 'concern').riskNote;
    expect(raised).toEqual({
      riskNoteId: 'note-1',
      signals: ['cravings', 'lonely', 'money'],
      level: 'concern',
    });
    const higher = logRequest('c', { ...form, hasRisk: true, risk: { ...risk, level: 'urgent' } }, 'concern');
    expect(higher.riskNote?.level).toBe('urgent');
  });

  it('sends no risk note that was opened and closed again', () => {
    const risk = { ...form.risk, signals: ['cravings'] };
    expect(logRequest('c', { ...form, risk }, 'watch')).not.toHaveProperty('riskNote');
  });
});

describe('whether a draft is worth keeping', () => {
  it('is not for who and what came of it alone', () => {
    expect(isAnythingSaid(form)).toBe(false);
  });

  it('is for a single word', () => {
    expect(isAnythingSaid({ ...form, sharedNote: 'H' })).toBe(true);
    expect(isAnythingSaid({ ...form, when: 'earlier' })).toBe(true);
  });
});
