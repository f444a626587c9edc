import { startMessageSettings } from '../../backend/start-message-settings.js';
import { isPushService } from '../../backend/messages/push-services.rules.js';
import { nextTryAt } from '../../backend/messages/retries.rules.js';
import { codeWordsOf, isTelling, wordsOf } from '../../backend/messages/words.rules.js';

const MADE = new Date('2026-03-10T21:00:00Z');

test.each([
  [1, 1],
  [2, 2],
  [3, 5],
  [4, 10],
  [5, 20],
  [6, 30],
  [7, 30],
  [40, 30],
])('after try %d the next comes in %d minutes', (tryCount, minutes) => {
  expect(nextTryAt(MADE, tryCount, MADE)).toEqual(new Date(MADE.getTime() + minutes * 60_000));
});

test.each([
  ['a day less half an hour', 24 * 60 - 30, false],
  ['a day less 29 minutes', 24 * 60 - 29, true],
])('%s after it was made it is %s given up', (_, minutes, isGivenUp) => {
  expect(nextTryAt(MADE, 50, new Date(MADE.getTime() + minutes * 60_000)) === null).toBe(isGivenUp);
});

test.each(['en', 'es'] as const)('the words in %s tell nothing', (language) => {
  for (const words of [
    wordsOf(language, undefined),
    wordsOf(language, 'https://desk.example.org'),
    codeWordsOf(language, '123456'),
  ])
    expect(isTelling(`${words.subject} ${words.text}`)).toBe(false);
});

test.each([
  ['https://fcm.googleapis.com/fcm/send/abc', true],
  ['https://updates.push.services.mozilla.com/wpush/v2/abc', true],
  ['https://wns2-par02p.notify.windows.com/w/?token=abc', true],
  ['https://web.push.apple.com/abc', true],
  ['https://push.example.org/abc', true],
  ['http://fcm.googleapis.com/fcm/send/abc', false],
  ['https://fcm.googleapis.com:8443/abc', false],
  ['https://fcm.googleapis.com.example.org/abc', false],
  ['https://evilpush.apple.com/abc', false],
  ['https://127.0.0.1/abc', false],
  ['http://localhost:5432/', false],
  ['nonsense', false],
])('%s is a push service: %s', (endpoint, isOne) => {
  expect(isPushService(endpoint, ['https://push.example.org'])).toBe(isOne);
});

test('with nothing said, no mail is set up and push keys are our own', () => {
  expect(startMessageSettings({})).toEqual({
    mail: undefined,
    publicUrl: undefined,
    pushKeys: undefined,
    pushServices: [],
  });
});

const MAIL = { MAIL_URL: 'smtp://desk:secret@mail.example.org:587', MAIL_FROM: 'Desk <desk@example.org>' };

test('what is said is taken', () => {
  expect(startMessageSettings({ ...MAIL, PUBLIC_URL: 'https://desk.example.org' })).toMatchObject({
    mail: { url: MAIL.MAIL_URL, from: MAIL.MAIL_FROM },
    publicUrl: 'https://desk.example.org',
  });
});

test.each([
  [{ MAIL_URL: 'mail.example.org' }, /^MAIL_URL is no address of a mail server/],
  [{ MAIL_URL: 'https://desk:secret@mail.example.org' }, /^MAIL_URL is no address of a mail server/],
  [{ MAIL_URL: MAIL.MAIL_URL }, /^MAIL_URL needs MAIL_FROM/],
  [{ ...MAIL, MAIL_FROM: 'nobody' }, /^MAIL_URL needs MAIL_FROM/],
  [{ ...MAIL, MAIL_FROM: 'Harbor Recovery <desk@example.org>' }, /^MAIL_FROM .* tells what it is about/],
  [{ ...MAIL, MAIL_FROM: 'desk@sober-living.example.org' }, /^MAIL_FROM .* tells what it is about/],
  [{ PUBLIC_URL: 'desk.example.org' }, /^PUBLIC_URL is .* no address of a page/],
  [{ PUBLIC_URL: 'https://recovery.example.org' }, /^PUBLIC_URL .* tells what it is about/],
  [{ VAPID_PUBLIC_KEY: 'x' }, /^VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY belong together/],
  [{ PUSH_SERVICES: 'push.example.org' }, /^PUSH_SERVICES names/],
])('%j can’t work, and says why', (env, words) => {
  expect(() => startMessageSettings(env)).toThrow(words);
  // a password never comes back in words
  expect(() => startMessageSettings(env)).not.toThrow(/secret/);
});
