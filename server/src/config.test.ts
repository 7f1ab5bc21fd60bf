import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { StartError } from './platform/start-error.ts';

describe('readConfig', () => {
  it('needs no variable at all', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataFolder: resolve('.evenkeel'),
      databaseUrl: null,
      databaseDirectUrl: null,
      publicUrl: 'http://127.0.0.1:3000',
      smtpUrl: null,
      mailFrom: 'Evenkeel <evenkeel@127.0.0.1>',
      mailDomain: null,
      inboundSmtp: null,
      inboundMailSecret: null,
      fileStore: 'database',
      fileFolder: resolve('.evenkeel/files'),
      s3: null,
      secret: null,
      logLevel: 'warn',
      poolSize: 10,
      trustProxy: false,
      postgresBinFolder: null,
      isSignUpOpen: false,
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(readConfig({}));
  });

  it('uses the pooled address directly when no direct one is given', () => {
    const url = 'postgresql://evenkeel:word@db.example.com:5432/evenkeel';
    expect(readConfig({ DATABASE_URL: url }).databaseDirectUrl).toBe(url);
    const both = { DATABASE_URL: url, DATABASE_DIRECT_URL: `${url}_direct` };
    expect(readConfig(both).databaseDirectUrl).toBe(`${url}_direct`);
  });

  it('names every wrong variable and how to mend it', () => {
    const wrong = { PORT: '70000', DATABASE_URL: 'mysql://db/x', EVENKEEL_SECRET: 'short' };
    expect(() => readConfig(wrong)).toThrow(StartError);
    expect(() => readConfig(wrong)).toThrow(/PORT must be a whole number from 0 to 65535/);
    expect(() => readConfig(wrong)).toThrow(/DATABASE_URL must be an address like postgresql:/);
    expect(() => readConfig(wrong)).toThrow(/EVENKEEL_SECRET must have at least 32 characters/);
  });

  it('never prints the value of a wrong variable, which may be a secret', () => {
    expect(() => readConfig({ EVENKEEL_SECRET: 'hunter2' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    );
  });

  it('gives a reachable public address when it listens everywhere', () => {
    expect(readConfig({ HOST: '0.0.0.0', PORT: '80' }).publicUrl).toBe('http://localhost:80');
    expect(readConfig({ HOST: '::1' }).publicUrl).toBe('http://[::1]:3000');
    expect(readConfig({ EVENKEEL_URL: 'https://keel.example.com/' }).publicUrl).toBe(
      'https://keel.example.com',
    );
  });

  it('takes mail only where it is told to (U23)', () => {
    const set = readConfig({ MAIL_DOMAIN: 'In.Keel.example', INBOUND_SMTP_PORT: '2525' });
    expect(set).toMatchObject({
      mailDomain: 'in.keel.example',
      inboundSmtp: { host: '127.0.0.1', port: 2525 },
    });
    expect(() => readConfig({ MAIL_DOMAIN: 'not a domain' })).toThrow(/MAIL_DOMAIN must be/);
  });

  it('keeps files in a store that speaks S3 only when all of it is named', () => {
    expect(() => readConfig({ FILE_STORE: 's3' })).toThrow(/FILE_STORE is s3: name S3_ENDPOINT/);
    const set = {
      FILE_STORE: 's3',
      S3_ENDPOINT: 'https://s3.example.com',
      S3_BUCKET: 'keel-files',
      S3_ACCESS_KEY_ID: 'key',
      S3_SECRET_ACCESS_KEY: 'secret',
    };
    expect(readConfig(set).s3).toMatchObject({ bucket: 'keel-files', region: 'us-east-1' });
  });

  it('trusts a proxy only when told which', () => {
    expect(readConfig({ EVENKEEL_TRUST_PROXY: '10.0.0.0/8' }).trustProxy).toBe('10.0.0.0/8');
    expect(readConfig({ EVENKEEL_TRUST_PROXY: 'true' }).trustProxy).toBe(true);
  });
});
