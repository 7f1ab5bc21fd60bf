import { hash, verify } from '@node-rs/argon2';

/** Argon2id (the library's default variant) with the parameters of the OWASP Password Storage Cheat Sheet. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

/** Whether `password` is the one that was hashed; false for a hash of another kind. */
export async function verifyPassword(stored: { hash: string; password: string }): Promise<boolean> {
  if (!stored.hash.startsWith('$argon2id$')) return false;
  return verify(stored.hash, stored.password);
}
