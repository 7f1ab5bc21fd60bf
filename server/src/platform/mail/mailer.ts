import { createTransport } from 'nodemailer';
import { type Letter, writeLetter } from './letter.ts';

export type Mailer = {
  /** False when no mail server is configured: nothing leaves this machine. */
  readonly isConfigured: boolean;
  /** Sends in the background and tries again a few times; call it after commit. */
  post(letter: Letter): void;
  /** Waits for what is under way. */
  close(): Promise<void>;
};

/** Carries one letter to its addressee, or throws. */
export type Carrier = (message: {
  to: string;
  subject: string;
  text: string;
  html: string;
}) => Promise<void>;

export type MailerOptions = {
  readonly carrier: Carrier | null;
  readonly log: { warn(message: string): void; error(error: unknown, message: string): void };
  readonly retryAfterMilliseconds: readonly number[];
};

/** A carrier over SMTP, or null without an address. */
export function smtpCarrier(smtpUrl: string | null, from: string): Carrier | null {
  if (smtpUrl === null) return null;
  const transport = createTransport(smtpUrl, { from });
  return async (message) => {
    await transport.sendMail(message);
  };
}

/** Without a carrier a letter is written to the log, for development. */
export function openMailer(options: MailerOptions): Mailer {
  const { carrier, log } = options;
  const underWay = new Set<Promise<void>>();
  const closing = new AbortController();
  return {
    isConfigured: carrier !== null,
    post(letter) {
      const message = { to: letter.to, ...writeLetter(letter) };
      if (carrier === null) {
        log.warn(
          `No mail server is set (SMTP_URL). Mail to ${message.to}: ${message.subject}\n${message.text}`,
        );
        return;
      }
      const carried = carry(carrier, message, options, closing.signal).finally(() =>
        underWay.delete(carried),
      );
      underWay.add(carried);
    },
    async close() {
      closing.abort();
      await Promise.allSettled(underWay);
    },
  };
}

async function carry(
  carrier: Carrier,
  message: Parameters<Carrier>[0],
  options: MailerOptions,
  closing: AbortSignal,
): Promise<void> {
  for (const wait of [...options.retryAfterMilliseconds, null]) {
    try {
      await carrier(message);
      return;
    } catch (error) {
      options.log.error(error, `mail "${message.subject}" could not be sent`);
      if (wait === null || closing.aborted) return;
      await pause(wait, closing);
    }
  }
}

function pause(milliseconds: number, closing: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    closing.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
