import { bothForms, bothTexts } from './both-forms';
import { emptyLog, type LogForm } from './log-form';

const formWith = (more: Partial<LogForm>): LogForm => ({ ...emptyLog('note'), ...more });

describe('what was typed in two windows, put together', () => {
  it.each([
    ['', '', ''],
    ['here', '', 'here'],
    ['', 'there', 'there'],
    ['one', 'one and two', 'one and two'],
    ['one and two', 'one', 'one and two'],
    ['here', 'there', 'there'],
    ['left', 'right', 'left\n\nright'],
  ])('“%s” and “%s” are “%s”', (mine, theirs, both) => {
    expect(bothTexts(mine, theirs)).toBe(both);
  });

  it('takes what was said only there, and what was said here where both said something', () => {
    const mine = formWith({ way: 'phone', outcome: 'reached' });
    const theirs = formWith({
      way: 'text',
      minutes: '20',
      next: { plannedOn: '2026-03-12', plannedTime: '', way: '' },
    });
    expect(bothForms(mine, theirs)).toMatchObject({
      way: 'phone',
      outcome: 'reached',
      minutes: '20',
      next: { plannedOn: '2026-03-12' },
    });
  });

  it('keeps one check-in of what was said in either window', () => {
    const of = (checkInId: string, more: object) =>
      formWith({ checkIn: { checkInId, said: { ...emptyLog('').checkIn.said, ...more } } });
    const both = bothForms(of('a', { mood: 'steady', words: 'One' }), of('b', { cravings: 0, words: 'Two' }));
    expect(both.checkIn).toMatchObject({
      checkInId: 'a',
      said: { mood: 'steady', cravings: 0, words: 'One\n\nTwo' },
    });
    expect(bothForms(formWith({}), of('b', { mood: 'strong' })).checkIn.checkInId).toBe('b');
  });

  it('keeps what was said of a goal in either window', () => {
    const of = (words: string, confidence: string) =>
      formWith({ progress: [{ goalId: 'g', words, confidence }] });
    expect(bothForms(of('On the list', ''), of('Hopeful', '7')).progress).toEqual([
      { goalId: 'g', words: 'On the list\n\nHopeful', confidence: '7' },
    ]);
    expect(bothForms(formWith({}), of('Hopeful', '7')).progress).toHaveLength(1);
  });

  it('keeps every promise and every signal once', () => {
    const promise = { promiseId: 'a', words: 'Call', dueOn: '2026-03-12' };
    const changed = { ...promise, words: 'Call them' };
    const risk = (signals: string[]) => ({ ...emptyLog('note').risk, signals });
    const both = bothForms(
      formWith({ promises: [promise], dimensions: ['Health'], risk: risk(['lonely']), hasRisk: true }),
      formWith({
        promises: [promise, changed],
        dimensions: ['Home', 'Health'],
        risk: risk(['tired', 'lonely']),
      }),
    );
    expect(both.promises.map(({ words }) => words)).toEqual(['Call', 'Call them']);
    expect(new Set(both.promises.map(({ promiseId }) => promiseId)).size).toBe(2);
    expect(both.dimensions).toEqual(['Health', 'Home']);
    expect(both.risk.signals).toEqual(['lonely', 'tired']);
    expect(both.hasRisk).toBe(true);
  });
});
