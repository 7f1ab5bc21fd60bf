/** The secret of an `otpauth:` address in groups of four, to be typed where no camera is. */
export function typedSecret(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return secret.match(/.{1,4}/g)?.join(' ') ?? '';
}
