/** The kinds of picture that browsers show and that hold nothing that runs. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;

export type ImageType = (typeof imageTypes)[number];

/**
 * What kind of picture these first bytes of a file begin, whatever its name says; null for anything
 * else. Eight to twelve bytes are enough. SVG is none of them: it can hold scripts.
 */
export function imageTypeOf(bytes: Uint8Array): ImageType | null {
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (begins(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (begins(bytes, [0x47, 0x49, 0x46, 0x38])) return 'image/gif';
  const isRiff = begins(bytes, [0x52, 0x49, 0x46, 0x46]);
  return isRiff && begins(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50]) ? 'image/webp' : null;
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
