import { forgetAll } from '../session/kept-on-device';
import { keepUnsent, letGoOfUnsent, unsentOf } from './unsent-drafts';

function draft(draftId: string, typedAt: string, formId = 'window') {
  return {
    draftId,
    formId,
    version: null,
    participantId: null,
    participantName: null,
    isOffCaseload: false,
    body: { sharedNote: draftId },
    typedAt,
  };
}

describe('words that the server does not have yet', () => {
  beforeEach(() => localStorage.clear());

  it('are offered to the one who typed them, the newest first, and to nobody else', () => {
    keepUnsent('rosa', draft('older', '2026-03-04T10:00:00Z'));
    keepUnsent('rosa', draft('newer', '2026-03-04T11:00:00Z'));
    keepUnsent('dev', draft('his', '2026-03-04T12:00:00Z'));
    expect(unsentOf('rosa').map((unsent) => unsent.draftId)).toEqual(['newer', 'older']);
  });

  it('of two windows on one draft are kept apart, and let go each or together', () => {
    keepUnsent('rosa', draft('one', '2026-03-04T10:00:00Z', 'left'));
    keepUnsent('rosa', draft('one', '2026-03-04T11:00:00Z', 'right'));
    expect(unsentOf('rosa').map((unsent) => unsent.formId)).toEqual(['right', 'left']);
    letGoOfUnsent('rosa', 'one', 'right');
    expect(unsentOf('rosa').map((unsent) => unsent.formId)).toEqual(['left']);
    letGoOfUnsent('rosa', 'one');
    expect(unsentOf('rosa')).toEqual([]);
  });

  it('are let go one by one, and all of them at sign-out', () => {
    keepUnsent('rosa', draft('one', '2026-03-04T10:00:00Z'));
    keepUnsent('rosa', draft('two', '2026-03-04T11:00:00Z'));
    letGoOfUnsent('rosa', 'one');
    expect(unsentOf('rosa').map((unsent) => unsent.draftId)).toEqual(['two']);
    localStorage.setItem('alongside.language', 'es');
    forgetAll();
    expect(unsentOf('rosa')).toEqual([]);
    expect(localStorage.getItem('alongside.language')).toBe('es');
  });
});
