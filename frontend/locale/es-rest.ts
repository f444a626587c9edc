import assessments from './es/assessments.json' with { type: 'json' };
import checkIns from './es/check-ins.json' with { type: 'json' };
import goals from './es/goals.json' with { type: 'json' };
import invitations from './es/invitations.json' with { type: 'json' };
import looks from './es/looks.json' with { type: 'json' };
import notes from './es/notes.json' with { type: 'json' };
import passkeys from './es/passkeys.json' with { type: 'json' };
import plans from './es/plans.json' with { type: 'json' };
import problemsOfServer from './es/problems-of-server.json' with { type: 'json' };
import recoveryDays from './es/recovery-days.json' with { type: 'json' };
import session from './es/session.json' with { type: 'json' };
import signIn from './es/sign-in.json' with { type: 'json' };
import stays from './es/stays.json' with { type: 'json' };
import wishes from './es/wishes.json' with { type: 'json' };

/** The words of every page but a participant's first one; one file for each folder of pages. */
export const esRest: Record<string, string> = {
  ...assessments,
  ...checkIns,
  ...goals,
  ...invitations,
  ...looks,
  ...notes,
  ...passkeys,
  ...plans,
  ...recoveryDays,
  ...session,
  ...signIn,
  ...stays,
  ...wishes,
};

/** What the server says when it refuses something, in Spanish. */
export const problemsInSpanish = problemsOfServer;
