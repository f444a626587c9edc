import home from './es/home.json';
import invitations from './es/invitations.json';
import look from './es/look.json';
import problems from './es/problems.json';
import session from './es/session.json';
import shell from './es/shell.json';
import signIn from './es/sign-in.json';

/** Every word of the pages that a participant can meet, in Spanish; one file for each folder of pages. */
export const es: Record<string, string> = {
  ...home,
  ...invitations,
  ...look,
  ...problems,
  ...session,
  ...shell,
  ...signIn,
};
