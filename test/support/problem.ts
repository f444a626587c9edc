import type { Answer } from './client.js';

/** A refusal as every refusal is: problem details with a stable code and a sentence a person can act on. */
export function expectProblem(answer: Answer, status: number, code: string): void {
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.body).toMatchObject({
    type: 'about:blank',
    title: expect.stringMatching(/\w/),
    status,
    detail: expect.stringMatching(/^\S.*[.!?]$/s),
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
}

/** A refusal of what was sent, that says of which field, and what is wrong with it. */
export function expectFieldProblem(answer: Answer, path: string, code: string): void {
  expectProblem(answer, 422, 'input-invalid');
  expect(answer.body.fields).toEqual([{ path, code, detail: expect.stringMatching(/^[A-Z].*\.$/s) }]);
}

/** All that a person or a program can tell an answer by, but the moment and the number of the request. */
export function withoutMoment({ status, headers, body }: Answer): unknown {
  const { requestId: _, ...said } = body as Record<string, unknown>;
  const told = [...headers].filter(([name]) => name !== 'date');
  return { status, headers: Object.fromEntries(told), body: said };
}
