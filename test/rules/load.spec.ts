import {
  DEFAULT_LOAD,
  loadOf,
  type LoadShape,
  loadWith,
  roomIn,
  weightOf,
} from '../../backend/coaches/load.rules.js';

const PLAIN: LoadShape = {
  isSecond: false,
  isPaused: false,
  window: null,
  note: null,
  isNew: false,
  isLongCadence: false,
};
const { weights } = DEFAULT_LOAD;
const NO_LIMITS = { capacity: null, headCountCeiling: null };
const several = (count: number, shape: Partial<LoadShape> = {}) => ({ ...PLAIN, ...shape, count });

describe('a participant weighs', () => {
  it.each<[string, Partial<LoadShape>, number]>([
    ['one', {}, 1],
    ['one more in the first month of a window', { window: 'early' }, 2],
    ['a half more in its later months', { window: 'late' }, 1.5],
    ['one more with an open urgent note', { note: 'urgent' }, 2],
    ['a half more with an open concern', { note: 'concern' }, 1.5],
    ['a half more in the first 30 days', { isNew: true }, 1.5],
    ['a half less where they agreed on every 28 days or more', { isLongCadence: true }, 0.5],
    [
      'all of it together just out of prison, urgent and new',
      { window: 'early', note: 'urgent', isNew: true },
      3.5,
    ],
    [
      'what comes on and what goes off, for a long cadence in a window',
      { window: 'late', isLongCadence: true },
      1,
    ],
    ['a flat half as second coach', { isSecond: true }, 0.5],
    [
      'a flat half as second coach, whatever holds',
      { isSecond: true, window: 'early', note: 'urgent', isNew: true },
      0.5,
    ],
    [
      'a flat half while paused, whatever holds',
      { isPaused: true, window: 'early', note: 'concern', isNew: true },
      0.5,
    ],
  ])('%s', (_name, shape, weight) => {
    expect(weightOf({ ...PLAIN, ...shape }, weights)).toBe(weight);
  });

  it('never less than the least, however much is taken off', () => {
    expect(weightOf({ ...PLAIN, isLongCadence: true }, { ...weights, longCadence: 3 })).toBe(0.5);
    expect(weightOf({ ...PLAIN, isLongCadence: true }, { ...weights, longCadence: 3, least: 0.25 })).toBe(
      0.25,
    );
  });

  it('by the weights of the organization', () => {
    const ours = { ...weights, each: 2, earlyWindow: 3, light: 0.75 };
    expect(weightOf({ ...PLAIN, window: 'early' }, ours)).toBe(5);
    expect(weightOf({ ...PLAIN, isPaused: true }, ours)).toBe(0.75);
  });
});

describe('a coach carries', () => {
  it('nothing, with nobody', () => {
    expect(loadOf([], NO_LIMITS, DEFAULT_LOAD)).toEqual({
      weight: 0,
      headCount: 0,
      capacity: 15,
      headCountCeiling: null,
      parts: [],
    });
  });

  it('the sum of everybody, and it is said what it is made of', () => {
    const shapes = [
      several(6),
      several(2, { window: 'early', note: 'urgent' }),
      several(1, { isNew: true, window: 'late' }),
      several(3, { isSecond: true, note: 'urgent' }),
      several(1, { isPaused: true }),
    ];
    expect(loadOf(shapes, NO_LIMITS, DEFAULT_LOAD)).toEqual({
      weight: 6 + 2 * 3 + 2 + 3 * 0.5 + 0.5,
      headCount: 13,
      capacity: 15,
      headCountCeiling: null,
      parts: [
        { part: 'early window', count: 2 },
        { part: 'late window', count: 1 },
        { part: 'urgent note', count: 2 },
        { part: 'first days', count: 1 },
        { part: 'second coach', count: 3 },
        { part: 'paused', count: 1 },
      ],
    });
  });

  it('against their own capacity where they have one, none at all included', () => {
    expect(loadOf([], { ...NO_LIMITS, capacity: 10 }, DEFAULT_LOAD).capacity).toBe(10);
    expect(loadOf([], { ...NO_LIMITS, capacity: 0 }, DEFAULT_LOAD).capacity).toBe(0);
  });

  it('under their own ceiling where they have one, else under the one for everybody', () => {
    const ours = { ...DEFAULT_LOAD, headCountCeiling: 20 };
    expect(loadOf([], NO_LIMITS, ours).headCountCeiling).toBe(20);
    expect(loadOf([], { ...NO_LIMITS, headCountCeiling: 9 }, ours).headCountCeiling).toBe(9);
  });

  it('weights in hundredths without the dust of fractions', () => {
    const settings = { ...DEFAULT_LOAD, weights: { ...weights, each: 0.1, least: 0 } };
    expect(loadOf([several(3)], NO_LIMITS, settings).weight).toBe(0.3);
  });
});

describe('room for one more', () => {
  it.each([
    ['is there up to the capacity itself', 14, 15, null, 'room'],
    ['is used up beyond it', 14.5, 15, null, 'full'],
    ['is none for a coach who takes nobody', 0, 0, null, 'full'],
    ['is there at the last place under the ceiling', 14, 20, 15, 'room'],
    ['is refused beyond the ceiling, whatever the weight', 15, 40, 15, 'at the ceiling'],
  ])('%s', (_name, headsNow, capacity, headCountCeiling, room) => {
    const now = { weight: headsNow, headCount: Math.ceil(headsNow), capacity, headCountCeiling, parts: [] };
    expect(roomIn(loadWith(now, PLAIN, weights))).toBe(room);
  });
});
