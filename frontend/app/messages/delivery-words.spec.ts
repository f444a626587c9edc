import type { DeliveryView } from '../../api/contract';
import { deliveryWords } from './delivery-words';
import { deviceName } from './push-device';

const sent: DeliveryView = {
  way: 'e-mail',
  state: 'delivered',
  settledAt: '2026-03-11T01:03:00Z',
  nextTryAt: null,
  problem: '',
};

test.each<[Partial<DeliveryView>, string]>([
  [{}, 'by e-mail 9:03 PM'],
  [{ way: 'push' }, 'push 9:03 PM'],
  [{ state: 'waiting', settledAt: null, nextTryAt: '2026-03-11T01:03:00Z' }, 'by e-mail on its way'],
  [
    {
      way: 'push',
      state: 'waiting',
      settledAt: null,
      nextTryAt: '2026-03-11T01:06:00Z',
      problem: 'no answer',
    },
    'push not delivered, next try 9:06 PM (the other side does not answer)',
  ],
  [
    { state: 'given up', problem: 'address refused' },
    'by e-mail not delivered, given up (the address is not known there)',
  ],
  [{ state: 'not needed' }, 'by e-mail no longer needed'],
  [
    { state: 'waiting', settledAt: null, nextTryAt: '2026-03-11T01:06:00Z', problem: 'of a newer server' },
    'by e-mail not delivered, next try 9:06 PM',
  ],
])('%j reads "%s"', (change, words) => {
  // no-break spaces of the time are spaces to whoever reads
  expect(deliveryWords({ ...sent, ...change }, 'America/New_York', 'en').replace(/\s/g, ' ')).toBe(words);
});

test.each([
  [
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36',
    'Chrome on Android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1',
    'Safari on iPhone',
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0 Safari/537.36 Edg/130.0', 'Edge on Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox on Linux'],
  ['something else', 'A browser on a device'],
])('%s is called "%s"', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
