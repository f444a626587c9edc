import { eventReader } from './event-text';

const STREAM =
  'retry: 1000\n\nevent: ready\nid: 4\ndata: {}\n\n: here\n\nid: 5\ndata: {"participantId":"a:b"}\n\n';
const EVENTS = [
  { id: '4', name: 'ready', data: '{}' },
  { id: '5', name: '', data: '{"participantId":"a:b"}' },
];

test('events are read one after the other, comments and settings left out', () => {
  expect(eventReader()(STREAM)).toEqual(EVENTS);
});

test.each([1, 2, 3, 7, 20])('it does not matter where the pieces end: every %d characters', (size) => {
  const read = eventReader();
  const pieces = STREAM.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
  expect(pieces.flatMap((piece) => read(piece))).toEqual(EVENTS);
});

test('an event that is not whole is not told', () => {
  expect(eventReader()('id: 5\ndata: {"participantId":"a"}\n')).toEqual([]);
});
