import { HttpErrorResponse } from '@angular/common/http';
import type { Problem } from '../../api/problem';
import { inPageLanguage } from './in-page-language';

/**
 * What went wrong, in words of the page's language: the server's when it wrote any, ours when it could not be asked.
 * Never throws; anything unknown becomes a problem with status 0.
 */
export function problemOf(failure: unknown): Problem {
  // A resource hands out the failure it met as the cause of another error.
  const met = failure instanceof Error && failure.cause ? failure.cause : failure;
  if (met instanceof HttpErrorResponse) {
    const body = met.error as Partial<Problem> | null;
    if (body && typeof body === 'object' && typeof body.code === 'string') {
      return inPageLanguage({
        ...body,
        status: met.status,
        title: body.title ?? '',
        detail: body.detail || body.title || '',
      } as Problem);
    }
    if (met.status === 0) return noSignal();
    return {
      status: met.status,
      code: 'server-troubled',
      title: $localize`:@@problem.troubledTitle:Something on our side went wrong`,
      detail: $localize`:@@problem.troubled:It did not work this time, and it is not your fault. Please try again in a moment.`,
    };
  }
  return { ...noSignal(), code: 'unknown' };
}

function noSignal(): Problem {
  return {
    status: 0,
    code: 'no-signal',
    title: $localize`:@@problem.noSignalTitle:No signal`,
    detail: $localize`:@@problem.noSignal:We could not reach the server. Nothing is lost; try again when you have signal.`,
  };
}

/** The words for one field, or nothing. Paths inside (`riskNote.level`) count for their field. */
export function wrongWith(problem: Problem | null, path: string): string | null {
  const found = problem?.fields?.find((field) => field.path === path || field.path.startsWith(`${path}.`));
  return found?.detail ?? null;
}
