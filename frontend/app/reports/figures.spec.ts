import type { ReportCell, ReportedTable } from '../../api/report-contract';
import { figuresOf } from './figures';

const said = (value: number | null): ReportCell => ({ value, isHidden: false });
const hidden: ReportCell = { value: null, isHidden: true };

function engagement(cells: Record<string, ReportCell>): ReportedTable {
  return {
    ...{ key: 'engagement', name: '', says: '', hiddenCount: 0 },
    columns: Object.keys(cells).map((key) => ({ key, name: key, kind: 'count', says: '' })),
    rows: [{ of: 'whole', id: null, name: 'Together', cells: Object.values(cells) }],
  };
}

const four = (people: ReportCell, atEnd: ReportCell): ReportedTable =>
  engagement({
    people,
    atEnd,
    begun: said(0),
    atStart: said(0),
    completed: said(0),
    closed: said(0),
  });

describe('a report in short', () => {
  it('says a number of the whole, and what it rests on', () => {
    const [people] = figuresOf({ tables: [four(said(1_040), said(68))] });
    expect(people).toMatchObject({
      says: '1,040',
      name: 'People walked with',
      beside: '68 stays open at the end',
    });
  });

  it('says nothing beside a number that is hidden, and of a hidden one that it is', () => {
    const [people] = figuresOf({ tables: [four(hidden, said(68))] });
    expect(people).toMatchObject({ says: 'hidden', isHidden: true, beside: '' });
    expect(figuresOf({ tables: [four(said(12), hidden)] })[0]).toMatchObject({ says: '12', beside: '' });
  });

  it('leaves out what the report has no table of', () => {
    expect(figuresOf({ tables: [four(said(1), said(1))] }).map(({ table }) => table)).toEqual([
      'engagement',
      'engagement',
      'engagement',
    ]);
  });
});
