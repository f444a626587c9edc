/** RFC 9457 problem details as the API writes them. */
export interface Problem {
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId?: string;
  retryAfterSeconds?: number;
  fields?: { path: string; code: string; detail: string }[];
  /** 412: the record as it is now, and what was sent. */
  current?: unknown;
  yours?: unknown;
  riskNoteId?: string;
}
