import { forgetUnsent, keepUnsent, letGoOfUnsent, unsentOf } from './unsent-drafts';

function draft(draftId: string, typedAt: string) {
  return { draftId, participantId: null, participantName: null, body: { sharedNote: draftId }, typedAt };
}

describe('words that the server does not have yet', () => {
  beforeEach(() => localStorage.clear());

  it('are offered to the one who typed them, the newest first, and to nobody else', () => {
    keepUnsent('rosa', draft('older', '2026-03-04T10:00:00Z'));
    keepUnsent('rosa', draft('newer', '2026-03-04T11:00:00Z'));
    keepUnsent('dev', draft('his', '2026-03-04T12:00:00Z'));
    expect(unsentOf('rosa').map((unsent) => unsent.draftId)).toEqual(['newer', 'older']);
  });

  it('are let go one by one, and all of them at sign-out', () => {
    keepUnsent('rosa', draft('one', '2026-03-04T10:00:00Z'));
    keepUnsent('rosa', draft('two', '2026-03-04T11:00:00Z'));
    letGoOfUnsent('rosa', 'one');
    expect(unsentOf('rosa').map((unsent) => unsent.draftId)).toEqual(['two']);
    localStorage.setItem('alongside.language', 'es');
    forgetUnsent();
    expect(unsentOf('rosa')).toEqual([]);
    expect(localStorage.getItem('alongside.language')).toBe('es');
  });
});
