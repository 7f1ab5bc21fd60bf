/** Where to go after signing in: an address of this product, never of another site. */
export function nextAddress(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/';
  const isOwn = next.startsWith('/') && !/^\/[/\\]/.test(next);
  return isOwn ? next : '/';
}

/** The secret of an `otpauth:` address in groups of four, to be typed where no camera is. */
export function typedSecret(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return secret.match(/.{1,4}/g)?.join(' ') ?? '';
}
