import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { S3Options } from './s3-store.ts';

/**
 * A store that speaks S3, in this process, for tests: it keeps objects in memory and checks every
 * signature by its own reckoning of signature version 4, so that a wrong one is refused.
 */
export async function startS3(): Promise<{
  readonly options: S3Options;
  readonly objects: Map<string, Buffer>;
  readonly refused: string[];
  close(): Promise<void>;
}> {
  const objects = new Map<string, Buffer>();
  const refused: string[] = [];
  const keys = { accessKeyId: 'TESTKEY', secretAccessKey: 'test/secret+key' };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    // A request without an encoding gives bytes.
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const fault = faultOf(request, body, keys.secretAccessKey);
    if (fault) {
      refused.push(fault);
      return response.writeHead(403).end(fault);
    }
    const key = request.url ?? '';
    if (request.method === 'PUT') objects.set(key, body);
    if (request.method === 'DELETE') objects.delete(key);
    const found = objects.get(key);
    if (request.method === 'GET' && !found) return response.writeHead(404).end();
    response.writeHead(200).end(request.method === 'GET' ? found : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // It listens on a port of TCP.
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    options: { endpoint, bucket: 'files', region: 'eu-central-1', ...keys },
    objects,
    refused,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Why a request is not signed as it must be (AWS Signature Version 4); null when it is. */
function faultOf(request: IncomingMessage, body: Buffer, secret: string): string | null {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    );
  if (!match) return 'no signature';
  const [, , day = '', region = '', signed = '', signature] = match;
  const hash = String(request.headers['x-amz-content-sha256'] ?? '');
  if (hash !== 'UNSIGNED-PAYLOAD' && hash !== sha256(body)) return 'another body';
  const heads = signed
    .split(';')
    .map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`)
    .join('');
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const canonical = [request.method, path, query, heads, signed, hash].join('\n');
  const moment = String(request.headers['x-amz-date'] ?? '');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', moment, scope, sha256(Buffer.from(canonical))].join('\n');
  const key = ['s3', 'aws4_request'].reduce(
    (held, part) => hmac(held, part),
    hmac(hmac(`AWS4${secret}`, day), region),
  );
  return hmac(key, text).toString('hex') === signature ? null : 'wrong signature';
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
