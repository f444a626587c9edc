import { validate, version } from 'uuid';
import { newId } from './new-id';

test('an id is a UUID of version 7, another one each time, in the order of time', () => {
  const ids = [1_795_000_000_000, 1_795_000_000_001, 1_795_000_000_257, 1_895_000_000_000].map(newId);
  for (const id of ids) expect([validate(id), version(id)]).toEqual([true, 7]);
  expect([...ids].sort()).toEqual(ids);
  expect(newId()).not.toBe(newId());
});
