import { viewedAs } from './view-as.ts';

/** The bytes behind an address of this server; throws where they are refused or do not arrive. */
export async function readBytes(address: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const seenAs = viewedAs();
  const response = await fetch(address, {
    credentials: 'same-origin',
    signal,
    ...(seenAs !== null && address.startsWith('/api/v1/portal/')
      ? { headers: { 'x-evenkeel-view-as': seenAs } }
      : {}),
  });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.arrayBuffer();
}
