import { AwsClient } from 'aws4fetch';
import type { FileStore } from './file-store.ts';

export type S3Options = {
  /** Address of the service: `https://s3.eu-central-1.amazonaws.com`, `http://127.0.0.1:9000`. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

const secondsToAnswer = 60;

/** Keeps files in a bucket of any store that speaks S3 (signature version 4, addresses by path). */
export function s3Store(options: S3Options): FileStore {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = options;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 });
  const call = async (method: 'GET' | 'PUT' | 'DELETE', key: string, content?: Uint8Array) => {
    const address = `${endpoint.replace(/\/+$/, '')}/${bucket}/${key}`;
    const answer = await client.fetch(address, {
      method,
      signal: AbortSignal.timeout(secondsToAnswer * 1000),
      // Buffers of Node are views of plain memory, which is what fetch takes.
      ...(content ? { body: content as Uint8Array<ArrayBuffer> } : {}),
    });
    if (answer.ok || (method === 'DELETE' && answer.status === 404)) return answer;
    await answer.body?.cancel();
    throw new Error(`the file store answered ${method} with ${answer.status}`);
  };
  return {
    name: 's3',
    async put(key, content) {
      await call('PUT', key, content);
    },
    async get(key) {
      return new Uint8Array(await (await call('GET', key)).arrayBuffer());
    },
    async remove(key) {
      await call('DELETE', key);
    },
  };
}
