import { Problem } from '../http/problem.js';

/** One answer for an unknown name, a wrong password and a disabled account. */
export function signInRefused(): Problem {
  return new Problem(401, 'sign-in-refused', 'That name and password do not open an account here.');
}

/** One answer for an unknown passkey, a copy, one of another place, a question answered twice and a disabled account. */
export function passkeyRefused(): Problem {
  return new Problem(
    401,
    'passkey-refused',
    'That did not open an account here. Try again, or use your name and passphrase.',
  );
}
