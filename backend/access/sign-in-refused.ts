import { Problem } from '../http/problem.js';

/** One answer for an unknown name, a wrong password and a disabled account. */
export function signInRefused(): Problem {
  return new Problem(401, 'sign-in-refused', 'That name and password do not open an account here.');
}
