import { drawingOf, type Frame } from './trend-drawing';
import { rowsOf, type TrendPoint } from './trend-series';

const frame: Frame = { min: 0, max: 10, fromOn: null, untilOn: null, bridges: 1, mostDays: 5 };

function drawn(points: [string, number | null][], change: Partial<Frame> = {}): ReturnType<typeof drawingOf> {
  const said: TrendPoint[] = points.map(([on, value]) => ({ on, value, says: `${value}` }));
  return drawingOf([{ name: 'Cravings', points: said }], { ...frame, ...change });
}

describe('the picture of a trend', () => {
  it('puts the first day at the left, the last at the right, the least at the bottom', () => {
    const { dots } = drawn([
      ['2026-03-01', 0],
      ['2026-03-02', 5],
      ['2026-03-03', 10],
    ]).series[0]!;
    expect(dots).toEqual([
      { on: '2026-03-01', x: 0, y: 100 },
      { on: '2026-03-02', x: 50, y: 50 },
      { on: '2026-03-03', x: 100, y: 0 },
    ]);
  });

  it.each([
    [
      'a day left out',
      [
        ['2026-03-01', 4],
        ['2026-03-02', 4],
        ['2026-03-04', 6],
        ['2026-03-05', 6],
      ],
    ],
    [
      'a day without an answer',
      [
        ['2026-03-01', 4],
        ['2026-03-02', 4],
        ['2026-03-03', null],
        ['2026-03-04', 6],
        ['2026-03-05', 6],
      ],
    ],
  ] as [string, [string, number | null][]][])('leaves a gap at %s', (_, points) => {
    const { lines, dots } = drawn(points).series[0]!;
    expect(lines).toHaveLength(2);
    expect(dots).toHaveLength(4);
  });

  it('joins what is asked every few weeks, when told how far a line may reach', () => {
    const { lines } = drawn(
      [
        ['2026-01-01', 30],
        ['2026-03-31', 47],
        ['2026-09-01', 50],
      ],
      { min: 10, max: 60, bridges: 120 },
    ).series[0]!;
    expect(lines).toHaveLength(1);
  });

  it('shows a lonely day as a dot in the middle, without a line', () => {
    const { lines, dots } = drawn([['2026-03-01', 3]]).series[0]!;
    expect(lines).toEqual([]);
    expect(dots).toEqual([{ on: '2026-03-01', x: 50, y: 70 }]);
  });

  it('takes the last of two on one day', () => {
    const { dots } = drawn([
      ['2026-03-01', 3],
      ['2026-03-02', 3],
      ['2026-03-02', 5],
    ]).series[0]!;
    expect(dots.map(({ y }) => y)).toEqual([70, 50]);
  });

  it('writes days below, each once, over two days as over a year', () => {
    const few = drawn([
      ['2026-03-01', 1],
      ['2026-03-02', 1],
    ]).days.map(({ on }) => on);
    expect(few).toEqual([...new Set(few)]);
    expect(
      drawn([
        ['2025-03-01', 1],
        ['2026-03-02', 1],
      ]).days.length,
    ).toBeLessThanOrEqual(5);
  });

  it('has nothing to draw where nothing was said', () => {
    expect(drawn([])).toEqual({ series: [{ lines: [], dots: [] }], days: [] });
  });
});

describe('the table behind a trend', () => {
  it('has a row for each day that either series has, and an empty place where one has none', () => {
    const rows = rowsOf([
      {
        name: 'You',
        points: [
          { on: '2026-03-02', value: 1, says: 'one' },
          { on: '2026-03-01', value: null, says: 'skipped' },
        ],
      },
      { name: 'Coach', points: [{ on: '2026-03-02', value: 2, says: 'two' }] },
    ]);
    expect(rows.map(({ on, cells }) => ({ on, says: cells.map(({ says }) => says) }))).toEqual([
      { on: '2026-03-01', says: ['skipped', ''] },
      { on: '2026-03-02', says: ['one', 'two'] },
    ]);
  });
});
