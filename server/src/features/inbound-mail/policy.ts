import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../platform/app-error.ts';

/** Whether bytes came from whoever knows the secret. Throws `not-allowed` for anybody else's. */
export function requireSigned(
  body: Uint8Array,
  signature: string | readonly string[] | undefined,
  secret: string,
): void {
  const expected = createHmac('sha256', secret).update(body).digest();
  const given = Buffer.from(String(signature ?? '').replace(/^sha256=/, ''), 'hex');
  if (given.length === expected.length && timingSafeEqual(given, expected)) return;
  throw new AppError('not-allowed', 'The signature of this mail is not the right one.');
}
