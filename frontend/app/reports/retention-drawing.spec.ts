import { retentionDrawing } from './retention-drawing';

const step = (days: number, share: number) => ({ days, share, low: share - 0.1, high: 1, atRisk: 20 });

describe('the picture of retention', () => {
  it('stays at the top until the first leaves, then falls on that day, and ends where nobody is followed', () => {
    const { line } = retentionDrawing({ steps: [step(50, 0.5)], followedDays: 100 });
    expect(line).toBe('M0,0L50,0L50,50L100,50L100,50');
  });

  it('draws another on the same days, the longer of the two', () => {
    const one = { steps: [], followedDays: 100 };
    const { line, other } = retentionDrawing(one, { steps: [], followedDays: 200 });
    expect([line, other]).toEqual(['M0,0L50,0L50,0', 'M0,0L100,0L100,0']);
  });

  it.each([
    [100, [30, 60, 90]],
    [637, [90, 180, 365]],
    [20, []],
  ])('of %i days it marks those asked for most, as far apart as can be read', (followedDays, days) => {
    const marked = retentionDrawing({ steps: [], followedDays }).days.map((each) => each.days);
    expect(marked.sort((one, other) => one - other)).toEqual(days);
  });
});
