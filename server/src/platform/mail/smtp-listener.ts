import { SMTPServer } from 'smtp-server';

/** A mail as a mail server hands it in. */
export type HandedMail = {
  readonly raw: Buffer;
  /** Sender of the envelope; empty for what mail servers send back themselves. */
  readonly returnPath: string;
  readonly to: readonly string[];
};

export type SmtpListener = {
  readonly port: number;
  close(): Promise<void>;
};

/** More than a mail server hands in at once. */
const mostRecipients = 50;
const mostClients = 50;

/**
 * Takes mail over SMTP for some addresses, and for no others: it relays nothing. A mail is
 * acknowledged once `take` has kept it; when that throws, the sender is told to try again later.
 */
export async function listenForMail(options: {
  readonly host: string;
  readonly port: number;
  readonly mostBytes: number;
  readonly accepts: (address: string) => boolean;
  readonly take: (mail: HandedMail) => Promise<void>;
  readonly onError: (error: unknown) => void;
}): Promise<SmtpListener> {
  const { accepts, mostBytes, take, onError } = options;
  const server = new SMTPServer({
    banner: 'Evenkeel',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: mostBytes,
    maxClients: mostClients,
    socketTimeout: 60_000,
    logger: false,
    onRcptTo(address, session, callback) {
      if (session.envelope.rcptTo.length >= mostRecipients) {
        return callback(refusal(452, 'Too many recipients'));
      }
      callback(accepts(address.address) ? null : refusal(550, 'No such address here'));
    },
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      let bytes = 0;
      stream.on('data', (part: Buffer) => {
        bytes += part.length;
        // What is too long is read to its end, as the protocol wants, and not kept.
        if (bytes <= mostBytes) parts.push(part);
      });
      stream.on('end', () => {
        if (stream.sizeExceeded || bytes > mostBytes) {
          return callback(refusal(552, 'This mail is larger than may be'));
        }
        const { mailFrom, rcptTo } = session.envelope;
        take({
          raw: Buffer.concat(parts),
          returnPath: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
        }).then(
          () => callback(),
          (error) => {
            onError(error);
            callback(refusal(451, 'Try again later'));
          },
        );
      });
    },
  });
  server.on('error', onError);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => resolve());
  });
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
