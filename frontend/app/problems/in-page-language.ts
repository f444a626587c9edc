import type { Problem } from '../../api/problem';

/** What the server says, in another language than the English it writes: sentences by the problem's code. */
export interface ProblemSentences {
  /** Titles by status. */
  titles: Record<string, string>;
  /** `{seconds}` stands for how long to wait. */
  problems: Record<string, string>;
  /** What is wrong with one field. */
  fields: Record<string, string>;
  /** For a code that has no sentence: still in the reader's language. */
  otherwise: string;
}

let sentences: ProblemSentences | null = null;

/** Set once as the page is opened, before anything is asked; English needs none. */
export function tellProblemsIn(language: ProblemSentences): void {
  sentences = language;
}

export function inPageLanguage(problem: Problem): Problem {
  if (!sentences) return problem;
  const { titles, problems, fields, otherwise } = sentences;
  const seconds = String(problem.retryAfterSeconds ?? '');
  return {
    ...problem,
    title: titles[problem.status] ?? otherwise,
    detail: (problems[problem.code] ?? otherwise).replace('{seconds}', seconds),
    fields: problem.fields?.map((field) => ({ ...field, detail: fields[field.code] ?? otherwise })),
  };
}
