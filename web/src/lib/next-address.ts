/** Where to go after signing in: an address of this product, never of another site. */
export function nextAddress(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/';
  const isOwn = next.startsWith('/') && !/^\/[/\\]/.test(next);
  return isOwn ? next : '/';
}
