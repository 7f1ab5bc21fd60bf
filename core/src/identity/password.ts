/** Fewest characters of a password (NIST SP 800-63B asks for length, not for kinds of characters). */
export const passwordMinLength = 10;

/** Most characters of a password: enough for any passphrase, too few to exhaust the hash function. */
export const passwordMaxLength = 200;

const mostUsed = new Set([
  '1234567890',
  '0123456789',
  '0987654321',
  '1q2w3e4r5t',
  '1qaz2wsx3edc',
  'abcdefghij',
  'changeme123',
  'iloveyou123',
  'letmein123',
  'password01',
  'password12',
  'password123',
  'password1234',
  'passwort123',
  'qwertyuiop',
  'qwertz1234',
  'qwerty1234',
  'qwerty12345',
  'welcome123',
  'welcome1234',
]);

/**
 * What is wrong with a password as a sentence, or null when it will do. The same words stand in the
 * form and in the answer of the API.
 *
 * @example passwordFault('kite over the lake', 'ada@example.com') // null
 */
export function passwordFault(password: string, email: string): string | null {
  if (password.length < passwordMinLength) return `needs at least ${passwordMinLength} characters`;
  if (password.length > passwordMaxLength) return `has more than ${passwordMaxLength} characters`;
  const plain = password.toLowerCase();
  if (new Set(plain).size < 4)
    return 'repeats too few characters; a short sentence is easy to keep';
  if (mostUsed.has(plain)) return 'is one of the most used passwords; a short sentence is better';
  const owner = email.toLowerCase();
  if (plain === owner || plain === owner.split('@')[0]) return 'must not be your e-mail address';
  return null;
}
