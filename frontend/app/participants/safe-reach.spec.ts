import { type Reachable, reachAtOnce, safeReach } from './safe-reach';

const phone = (more: Partial<Reachable> = {}): Reachable => ({
  kind: 'phone',
  value: '(555) 555-0134',
  dial: '5555550134',
  mayCall: true,
  mayVoicemail: true,
  mayText: true,
  maySayWho: true,
  whyNot: '',
  bestHours: '',
  isExpired: false,
  ...more,
});
const offers = (way: Reachable) => safeReach(way).offers.map(({ what, href }) => [what, href]);

test('a phone on which all is safe: call and text, by the digits', () => {
  expect(offers(phone())).toEqual([
    ['call', 'tel:5555550134'],
    ['text', 'sms:5555550134'],
  ]);
  expect(safeReach(phone())).toMatchObject({
    cautions: [],
    hints: ['A voicemail is fine', 'You may say who is calling'],
  });
});

test('what is unsafe is not offered and says why', () => {
  const way = phone({ mayText: false, whyNot: 'others read this phone' });
  expect(offers(way)).toEqual([['call', 'tel:5555550134']]);
  expect(safeReach(way).cautions).toEqual(['Texts are not safe: others read this phone']);
  expect(safeReach(phone({ mayText: false })).cautions).toEqual(['Texts are not safe']);
  const quiet = phone({ mayCall: false, whyNot: 'he answers it' });
  expect(offers(quiet)).toEqual([['text', 'sms:5555550134']]);
  expect(safeReach(quiet).cautions).toEqual(['Calls are not safe: he answers it']);
  const neither = phone({ mayCall: false, mayText: false });
  expect(safeReach(neither)).toEqual({
    offers: [],
    cautions: ['Neither calls nor texts are safe'],
    hints: [],
  });
});

test('how to call stands beside the button', () => {
  const { hints } = safeReach(phone({ mayVoicemail: false, maySayWho: false, bestHours: 'after 4 pm' }));
  expect(hints).toEqual(['Leave no voicemail', "Don't say who is calling", 'Best: after 4 pm']);
});

test('past its last day nothing is offered until it is asked again', () => {
  const { offers: none, cautions } = safeReach(phone({ isExpired: true }));
  expect(none).toEqual([]);
  expect(cautions).toEqual(['What was safe here is over: ask again before you use it']);
});

test('a number that cannot be dialled says so; one with an extension is called, not texted', () => {
  expect(safeReach(phone({ dial: null }))).toMatchObject({
    offers: [],
    cautions: ['This cannot be dialled: look at the number'],
  });
  expect(offers(phone({ dial: '5555550134,12' }))).toEqual([['call', 'tel:5555550134,12']]);
});

test('an e-mail address is written to only where that is safe', () => {
  const mail = phone({ kind: 'email', value: 'theo@example.org', dial: null });
  expect(offers(mail)).toEqual([['write', 'mailto:theo@example.org']]);
  expect(safeReach({ ...mail, mayText: false, whyNot: 'his brother has the password' })).toEqual({
    offers: [],
    cautions: ['Writing here is not safe: his brother has the password'],
    hints: [],
  });
});

test('a street has no button; whether to come by and whether to write is said', () => {
  const street = phone({ kind: 'address', value: '12 Cooper Street', dial: null });
  expect(safeReach(street)).toMatchObject({ offers: [], hints: ['You may come by', 'A letter is fine'] });
  expect(safeReach({ ...street, mayCall: false, mayText: false, whyNot: 'the landlord' }).cautions).toEqual([
    'Coming by is not safe: the landlord',
    'Send no letters',
  ]);
});

describe('at once, for a card', () => {
  const sister = phone({ value: '555-0177', dial: '5550177' });

  test('call one number and text another, when each is safe for one alone', () => {
    const { offers: both, cautions } = reachAtOnce([
      phone({ mayText: false }),
      { ...sister, mayCall: false },
    ]);
    expect(both.map(({ href }) => href)).toEqual(['tel:5555550134', 'sms:5550177']);
    expect(cautions).toEqual([]);
  });

  test('where texting is safe nowhere, it says why', () => {
    const { offers: one, cautions } = reachAtOnce([
      phone({ mayText: false, whyNot: 'others read this phone' }),
    ]);
    expect(one.map(({ what }) => what)).toEqual(['call']);
    expect(cautions).toEqual(['Texts are not safe: others read this phone']);
  });

  test('nothing is known, or nothing safe', () => {
    expect(reachAtOnce([])).toEqual({ offers: [], cautions: ['No number is known'], hints: [] });
    expect(reachAtOnce([phone({ isExpired: true })]).cautions).toEqual([
      'What was safe here is over: ask again before you use it',
    ]);
  });
});
