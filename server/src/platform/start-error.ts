/** What the person who starts Evenkeel can mend themselves; the message says how. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
