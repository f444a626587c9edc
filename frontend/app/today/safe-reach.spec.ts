import type { NumberNow } from '../../api/contract';
import { safeReach } from './safe-reach';

function number(more: Partial<NumberNow>): NumberNow {
  return {
    wayToReachId: 'w',
    dial: '5550100100',
    mayCall: false,
    mayVoicemail: false,
    mayText: false,
    maySayWho: true,
    bestHours: '',
    whyNot: '',
    isExpired: false,
    ...more,
  };
}

describe('what is offered to reach someone', () => {
  it('is only what is safe, with why the rest is not', () => {
    const { call, text, cautions } = safeReach([number({ mayText: true, whyNot: 'her brother answers' })]);
    expect([call, text?.dial]).toEqual([null, '5550100100']);
    expect(cautions).toEqual(['Calls are not safe: her brother answers']);
  });

  it('takes the first number that is safe for each', () => {
    const { call, text } = safeReach([
      number({ wayToReachId: 'calls', mayCall: true }),
      number({ wayToReachId: 'texts', mayText: true }),
    ]);
    expect([call?.wayToReachId, text?.wayToReachId]).toEqual(['calls', 'texts']);
  });

  it('offers a message only where it may be left, and says what not to say', () => {
    const quiet = safeReach([
      number({ mayCall: true, mayText: true, maySayWho: false, bestHours: 'after 4' }),
    ]);
    expect(quiet.mayLeaveMessage).toBe(false);
    expect(quiet.cautions).toEqual(['Leave no voicemail', "Don't say who is calling"]);
    expect(quiet.bestHours).toBe('after 4');
    expect(safeReach([number({ mayCall: true, mayVoicemail: true })]).mayLeaveMessage).toBe(true);
  });

  it('says when no number is known', () => {
    expect(safeReach([])).toEqual({
      call: null,
      text: null,
      mayLeaveMessage: false,
      cautions: ['No number is known'],
      bestHours: '',
    });
  });

  it('assumes nothing safe once its last day has gone by', () => {
    const { call, text, cautions } = safeReach([number({ isExpired: true })]);
    expect([call, text]).toEqual([null, null]);
    expect(cautions).toEqual(['What was safe here is over: ask again before you use it']);
  });
});
