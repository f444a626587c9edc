import type { CaseloadItem } from '../../api/contract';
import { findInCaseload } from './find-in-caseload';

function someone(preferredName: string, legalName: string, is: CaseloadItem['standing']['is']): CaseloadItem {
  return { participantId: preferredName, preferredName, legalName, standing: { is } } as CaseloadItem;
}

const items = [
  someone('Theo', 'Theodore Marsh', 'overdue'),
  someone('José', 'José Ángel Núñez', 'due'),
  someone('Mina', 'Guillermina Reyes', 'on track'),
];

function namesFor(standing: CaseloadItem['standing']['is'] | null, find: string): string[] {
  return findInCaseload(items, standing, find).map((item) => item.preferredName);
}

describe('finding someone on the caseload', () => {
  it('finds by any part of the preferred or the legal name', () => {
    expect(namesFor(null, 'dore')).toEqual(['Theo']);
    expect(namesFor(null, 'mina')).toEqual(['Mina']);
  });

  it('asks for neither capitals nor accents', () => {
    expect(namesFor(null, 'jose')).toEqual(['José']);
    expect(namesFor(null, 'NUNEZ')).toEqual(['José']);
    expect(namesFor(null, 'josé')).toEqual(['José']);
  });

  it('narrows by standing and keeps the order of need', () => {
    expect(namesFor('due', '')).toEqual(['José']);
    expect(namesFor(null, ' ')).toEqual(['Theo', 'José', 'Mina']);
    expect(namesFor('due', 'theo')).toEqual([]);
  });
});
