import { mayLogThrough } from '../../backend/coaches/certification.rules.js';
import { suggestionsOf, type WhoMaySuit, type WhoSeeks } from '../../backend/enrollment/suggestions.rules.js';
import { whyEnding } from '../../backend/enrollment/to-assign.rules.js';

const MINA: WhoSeeks = { name: 'Mina', language: 'es', experiences: [], wished: [], wishedCoachId: null };
const carrying = (weight: number) => ({
  weight,
  headCount: 5,
  capacity: 15,
  headCountCeiling: null,
  parts: [],
});
const coach = (name: string, more: Partial<WhoMaySuit> = {}): WhoMaySuit => ({
  coachId: name,
  name,
  speaks: null,
  experiences: [],
  walkedBefore: false,
  after: carrying(5),
  room: 'room',
  mayLog: true,
  otherTeamOf: null,
  endsSoonOn: null,
  ...more,
});
const order = (who: WhoSeeks, ...coaches: WhoMaySuit[]) =>
  suggestionsOf(who, coaches).map(({ coachId }) => coachId);

describe('who suits best comes first', () => {
  it.each<[string, Partial<WhoSeeks>, Partial<WhoMaySuit>, Partial<WhoMaySuit>]>([
    [
      'one who may log before one who may not, asked for or not',
      { wishedCoachId: 'B' },
      {},
      { mayLog: false },
    ],
    ['one under the ceiling before one at it', {}, {}, { room: 'at the ceiling', speaks: ['es'] }],
    ['whom they asked for before their language', { wishedCoachId: 'A' }, {}, { speaks: ['es'] }],
    ['who speaks their language before who never said', {}, { speaks: ['es'], room: 'full' }, {}],
    ['who never said before who speaks another', {}, { room: 'full' }, { speaks: ['en'] }],
    [
      'who has room before who is as they wish',
      { wished: ['woman'] },
      {},
      { room: 'full', experiences: ['woman'] },
    ],
    [
      'more of what they wish before what they have in common',
      { wished: ['woman'], experiences: ['parent', 'inside'] },
      { experiences: ['woman'] },
      { experiences: ['parent', 'inside'] },
    ],
    [
      'more in common before who knows them',
      { experiences: ['loss'] },
      { experiences: ['loss'] },
      { walkedBefore: true },
    ],
    [
      'who knows them before who carries less',
      {},
      { walkedBefore: true, after: carrying(12) },
      { after: carrying(1) },
    ],
    ['who carries less', {}, { after: carrying(4) }, { after: carrying(4.5) }],
  ])('%s', (_name, who, first, then) => {
    expect(order({ ...MINA, ...who }, coach('B', then), coach('A', first))).toEqual(['A', 'B']);
  });

  it('equals by name', () => {
    expect(order(MINA, coach('Dev'), coach('Ana'))).toEqual(['Ana', 'Dev']);
  });
});

describe('why', () => {
  it('what is wished is not said twice as what is in common', () => {
    const who: WhoSeeks = { ...MINA, wished: ['parent'], experiences: ['parent', 'loss'] };
    const { reasons } = suggestionsOf(who, [coach('Rosa', { experiences: ['parent', 'loss'] })])[0]!;
    expect(reasons.map(({ words }) => words)).toEqual([
      'As Mina wishes: a parent',
      'In common: lost somebody to an overdose',
      'Has room: would carry 5 of 15',
    ]);
  });

  it('a coach who said nothing is held nothing against', () => {
    expect(suggestionsOf(MINA, [coach('Rosa')])[0]!.drawbacks).toEqual([]);
  });

  it('a day is said the way people say it', () => {
    const { drawbacks } = suggestionsOf(MINA, [coach('Rosa', { endsSoonOn: '2026-02-28' })])[0]!;
    expect(drawbacks[0]!.words).toBe('May log until February 28, 2026: certification or training ends then');
  });
});

describe('a coach may log through', () => {
  const span = (firstOn: string, lastOn: string) => ({ firstOn, lastOn });
  it.each([
    ['nothing, without a certification', [], null, null],
    ['the last day of what is in force', [span('2026-01-01', '2026-12-31')], null, '2026-12-31'],
    ['nothing, the day after it', [span('2025-01-01', '2026-05-31')], null, null],
    ['nothing, the day before it', [span('2026-06-02', '2026-12-31')], null, null],
    [
      'the last day of one that follows without a gap',
      [span('2026-07-01', '2028-06-30'), span('2024-07-01', '2026-06-30')],
      null,
      '2028-06-30',
    ],
    [
      'the first, where a day lies between',
      [span('2024-07-01', '2026-06-30'), span('2026-07-02', '2028-06-30')],
      null,
      '2026-06-30',
    ],
    ['the last day of training', [], '2026-06-01', '2026-06-01'],
    [
      'the certification that follows the training',
      [span('2026-06-11', '2028-06-10')],
      '2026-06-10',
      '2028-06-10',
    ],
  ])('%s', (_name, certifications, trainingThroughOn, through) => {
    expect(mayLogThrough(certifications, trainingThroughOn, '2026-06-01')).toBe(through);
  });
});

describe('the people of a coach need another one', () => {
  it.each([
    ['not, while nothing ends', { mayLogThroughOn: '2026-08-01' }, null],
    [
      'when it ends in 60 days',
      { mayLogThroughOn: '2026-07-31' },
      { why: 'certification ends', onDay: '2026-07-31' },
    ],
    [
      'when training ends',
      { mayLogThroughOn: '2026-06-09', isInTraining: true },
      { why: 'training ends', onDay: '2026-06-09' },
    ],
    ['when it has lapsed', { mayLogThroughOn: null }, { why: 'coach lapsed', onDay: null }],
    [
      'when they cannot sign in, first of all',
      { mayLogThroughOn: null, isDisabled: true },
      { why: 'coach disabled', onDay: null },
    ],
  ])('%s', (_name, coachNow, why) => {
    expect(whyEnding({ isDisabled: false, isInTraining: false, ...coachNow }, '2026-06-01')).toEqual(why);
  });
});
