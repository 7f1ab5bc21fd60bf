import { beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../test/app.ts';

describe('what an operator watches', () => {
  const [one, other] = [startTestApp(), startTestApp()];
  let apps: readonly [TestApp, TestApp];

  beforeAll(async () => {
    apps = [await one, await other];
  });

  const read = (app: TestApp, url: string) => app.app.http.inject({ method: 'GET', url });

  it('says that the process answers, and that it can serve', async () => {
    const [app] = apps;
    expect((await read(app, '/healthz')).json()).toEqual({ status: 'ok' });
    expect((await read(app, '/readyz')).json()).toEqual({ status: 'ready' });
  });

  it('counts the requests of each server, beside what the process takes', async () => {
    const [app, second] = apps;
    await read(app, '/healthz');
    const texts = [(await read(app, '/metrics')).body, (await read(second, '/metrics')).body];
    const answered = /evenkeel_http_request_duration_seconds_count\{[^}]*"\/healthz"/;
    expect(texts.map((text) => answered.test(text))).toEqual([true, false]);
    for (const text of texts) {
      expect(text).toMatch(/^process_resident_memory_bytes \d+/m);
      expect(text).toMatch(/^evenkeel_database_connections\{state="idle"\} \d+/m);
    }
  });
});
