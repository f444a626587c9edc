import { certificationFor, loggedUnder } from '../../backend/coaches/certification.rules.js';

const FIRST = { id: 'first', firstOn: '2024-03-01', lastOn: '2026-02-28' };
const RENEWED = { id: 'renewed', firstOn: '2026-02-01', lastOn: '2028-02-29' };
const NO_TRAINING = { trainingSupervisorId: null, trainingThroughOn: null };
const TRAINING = { trainingSupervisorId: 'sam', trainingThroughOn: '2026-05-31' };

describe('the certification of a contact', () => {
  it.each([
    ['is none the day before the first day', '2024-02-29', null],
    ['is in force on its first day', '2024-03-01', 'first'],
    ['is the one of its day, however late it was entered', '2025-06-01', 'first'],
    ['is the one that lasts longer where two are in force', '2026-02-28', 'renewed'],
    ['is in force on its last day, a 29 February', '2028-02-29', 'renewed'],
    ['has lapsed the day after', '2028-03-01', null],
  ])('%s', (_name, day, id) => {
    expect(certificationFor([FIRST, RENEWED], day)?.id ?? null).toBe(id);
    expect(certificationFor([RENEWED, FIRST], day)?.id ?? null).toBe(id);
  });
});

describe('what a contact is logged under', () => {
  it('is the certification, also during training', () => {
    expect(loggedUnder([FIRST], TRAINING, '2026-02-28')).toEqual({
      certificationId: 'first',
      trainingSupervisorId: null,
    });
  });

  it('is the supervisor of the training through its last day, where no certification is in force', () => {
    expect(loggedUnder([FIRST], TRAINING, '2026-05-31')).toEqual({
      certificationId: null,
      trainingSupervisorId: 'sam',
    });
  });

  it('is nothing the day after the training', () => {
    expect(loggedUnder([FIRST], TRAINING, '2026-06-01')).toBeNull();
  });

  it('is nothing for a coach whose certification lapsed, without training', () => {
    expect(loggedUnder([FIRST], NO_TRAINING, '2026-03-01')).toBeNull();
  });
});
