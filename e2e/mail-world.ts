import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';

/** The mail servers of the world outside: what we send arrives here, and from here it is answered. */
export type MailWorld = {
  /** For SMTP_URL. */
  readonly url: string;
  /** The latest mail to somebody, once there is one that `holds` says is meant. */
  latest(to: string, holds: (mail: ParsedMail) => boolean): Promise<ParsedMail>;
  /** Sends a mail to a port of this machine, as any mail server would. */
  send(
    port: number,
    mail: { from: string; to: string; subject: string; text: string },
  ): Promise<void>;
  close(): Promise<void>;
};

const patience = 20_000;

export async function openMailWorld(): Promise<MailWorld> {
  const mails: { readonly to: string; readonly mail: ParsedMail }[] = [];
  const heard = new Set<() => void>();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, session, callback) {
      simpleParser(stream).then((mail) => {
        for (const { address } of session.envelope.rcptTo) mails.push({ to: address, mail });
        for (const listener of heard) listener();
        callback();
      }, callback);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // It listens on a port of TCP.
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    latest(to, holds) {
      const find = () => mails.findLast((one) => one.to === to && holds(one.mail))?.mail;
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`no such mail to ${to}`)), patience);
        const look = () => {
          const found = find();
          if (!found) return;
          clearTimeout(late);
          heard.delete(look);
          resolve(found);
        };
        heard.add(look);
        look();
      });
    },
    async send(inbound, mail) {
      const transport = createTransport({ host: '127.0.0.1', port: inbound, ignoreTLS: true });
      await transport.sendMail(mail);
      transport.close();
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A port of this machine that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
