import type { MessageDelivery } from '../../api/contract';
import { deliveryWords } from './told-words';

const mail: MessageDelivery = {
  way: 'e-mail',
  state: 'delivered',
  settledAt: '2026-03-10T17:05:00Z',
  nextTryAt: null,
  problem: '',
};

describe('what became of a message', () => {
  it.each<[string, MessageDelivery[], string]>([
    ['to somebody with no way to be reached', [], 'no way to be reached is set up'],
    ['that was taken', [mail], 'e-mail delivered 1:05 PM'],
    [
      'by two ways',
      [mail, { ...mail, way: 'push', state: 'waiting', settledAt: null, nextTryAt: '2026-03-10T17:06:00Z' }],
      'e-mail delivered 1:05 PM · push on its way',
    ],
    [
      'that could not be delivered yet',
      [{ ...mail, state: 'waiting', nextTryAt: '2026-03-10T17:10:00Z', problem: 'no answer' }],
      'e-mail not delivered yet, tried again 1:10 PM',
    ],
    [
      'that was given up',
      [{ ...mail, state: 'given up', problem: 'no such mailbox' }],
      'e-mail not delivered (no such mailbox)',
    ],
    ['that was answered meanwhile', [{ ...mail, state: 'not needed' }], 'e-mail no longer needed'],
  ])('%s', (_name, deliveries, words) => {
    expect(deliveryWords(deliveries, 'America/New_York', 'en').replaceAll('\u202f', ' ')).toBe(words);
  });
});
