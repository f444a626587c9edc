/** What is wrong with one field of what was sent; `path` as in `nextContact.plannedOn`. */
export interface FieldProblem {
  path: string;
  code: string;
  detail: string;
}

export interface ProblemMore {
  fields?: FieldProblem[];
  /** For a stale edit: the record as it now is. */
  current?: unknown;
  /** For a stale edit: what was sent. */
  yours?: unknown;
  retryAfterSeconds?: number;
  /** Ids a person needs to go on, as `riskNoteId`. */
  facts?: Record<string, unknown>;
}

/**
 * An answer other than success: a stable `code` for programs, a sentence a person can act on (RFC 9457).
 * Thrown from anywhere; the problem filter writes it.
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly more: ProblemMore = {},
  ) {
    super(code);
  }
}

/** Missing and out of reach are the same answer, so that nobody learns who is in the service by asking. */
export function notFound(noun: string): Problem {
  return new Problem(
    404,
    `${noun}-not-found`,
    `There is no such ${noun.replaceAll('-', ' ')}, or it is not yours to see.`,
  );
}

export function invalid(path: string, code: string, detail: string): Problem {
  return new Problem(422, 'input-invalid', 'Something needs another look. What you typed is still here.', {
    fields: [{ path, code, detail }],
  });
}

/** An edit on an old version: both are given, nothing is overwritten. */
export function stale(current: unknown, yours: unknown): Problem {
  return new Problem(
    412,
    'version-stale',
    'Somebody changed this since you opened it. Here are both versions.',
    {
      current,
      yours,
    },
  );
}
