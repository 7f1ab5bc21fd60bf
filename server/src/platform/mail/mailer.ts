import type { QueryExecutorProvider } from 'kysely';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { enqueue } from '../db/enqueue.ts';
import type { AskedJob } from '../jobs/worker.ts';
import { type Letter, writeLetter } from './letter.ts';

export type Mailer = {
  /** False when no mail server is configured: nothing leaves this machine. */
  readonly isConfigured: boolean;
  /** Queues a letter in the transaction of `through`; it leaves once that is committed. */
  post(through: QueryExecutorProvider, letter: Letter): Promise<void>;
};

/** Carries one letter to its addressee, or throws. */
export type Carrier = (message: {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where an answer goes; to the sender without it. */
  replyTo?: string;
  headers?: Record<string, string>;
  /** A calendar file that mail programs show as an invitation, its change or its end. */
  icalEvent?: { method: string; content: string };
}) => Promise<void>;

/** A carrier over SMTP, or null without an address. */
export function smtpCarrier(smtpUrl: string | null, from: string): Carrier | null {
  if (smtpUrl === null) return null;
  const transport = createTransport(smtpUrl, { from });
  return async (message) => {
    await transport.sendMail(message);
  };
}

const name = 'send_letter';
/** Over about four hours: a link in a letter that comes later opens nothing any more. */
const maxAttempts = 10;

export function openMailer(carrier: Carrier | null): Mailer {
  return {
    isConfigured: carrier !== null,
    post: postLetter,
  };
}

/** Queues a letter in the transaction of `through`; it leaves once that is committed. */
export function postLetter(through: QueryExecutorProvider, letter: Letter): Promise<void> {
  return enqueue(through, { name, payload: letter, maxAttempts });
}

const queuedLetter = z.object({
  to: z.string(),
  subject: z.string(),
  paragraphs: z.array(z.string()),
  action: z.object({ label: z.string(), url: z.string() }).optional(),
  choices: z.array(z.object({ mark: z.string(), label: z.string(), url: z.string() })).optional(),
  footer: z.string().optional(),
  replyTo: z.string().optional(),
  thread: z.string().optional(),
  language: z.string().optional(),
  calendar: z.object({ method: z.enum(['REQUEST', 'CANCEL']), content: z.string() }).optional(),
  voice: z
    .object({ sender: z.string(), accent: z.string(), onAccent: z.string(), orCopy: z.string() })
    .optional(),
});

/** Carries queued letters. Without a carrier a letter is written to the log, for development. */
export function letterJob(
  carrier: Carrier | null,
  log: { info(message: string): void; warn(message: string): void },
): AskedJob {
  return {
    name,
    work: async (payload) => {
      const message = messageOf(queuedLetter.parse(payload));
      if (carrier !== null) return carrier(message);
      log.warn(
        `No mail server is set (SMTP_URL). Mail to ${message.to}: ${message.subject}\n${message.text}`,
      );
    },
  };
}

/** A queued letter as it is sent. It says that a program wrote it, so that no other one answers. */
function messageOf(queued: z.infer<typeof queuedLetter>): Parameters<Carrier>[0] {
  const { action, calendar, choices, footer, language, replyTo, thread, voice, ...letter } = queued;
  return {
    to: letter.to,
    ...writeLetter({
      ...letter,
      ...(action ? { action } : {}),
      ...(choices ? { choices } : {}),
      ...(footer === undefined ? {} : { footer }),
      ...(language === undefined ? {} : { language }),
      ...(voice ? { voice } : {}),
    }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(calendar ? { icalEvent: calendar } : {}),
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(thread === undefined ? {} : { References: thread, 'In-Reply-To': thread }),
      // By which our own mail is known when it comes back to us.
      ...(replyTo === undefined ? {} : { 'X-Evenkeel': replyTo.slice(replyTo.indexOf('@') + 1) }),
    },
  };
}
