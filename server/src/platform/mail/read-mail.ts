import { createHash } from 'node:crypto';
import { type AddressObject, simpleParser } from 'mailparser';

/** One mail as it came in, read. */
export type ReceivedMail = {
  /** Its own id, else one made of its bytes: the same mail has the same. */
  readonly messageId: string;
  readonly from: { readonly address: string; readonly name: string };
  /** Addresses in To, Cc and what mail servers add, in lower case. */
  readonly to: readonly string[];
  readonly subject: string;
  /** Plain text, made of the HTML where there is no other. */
  readonly text: string;
  readonly sentAt: Date | null;
  /** Names in lower case, with all values as they stand in the mail. */
  readonly head: ReadonlyMap<string, readonly string[]>;
  readonly attachments: readonly { readonly name: string; readonly content: Uint8Array }[];
};

/** Reads a mail (RFC 5322, MIME). Never throws for what somebody sent: what cannot be read is left out. */
export async function readMail(raw: Buffer): Promise<ReceivedMail> {
  const parsed = await simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true });
  const [from] = addressesOf(parsed.from);
  const head = headOf(parsed.headerLines);
  const delivered = ['delivered-to', 'x-original-to', 'envelope-to'].flatMap(
    (name) => head.get(name) ?? [],
  );
  return {
    messageId: parsed.messageId ?? `<${createHash('sha256').update(raw).digest('hex')}>`,
    from: { address: from?.address ?? '', name: from?.name ?? '' },
    to: [
      ...addressesOf(parsed.to).map(({ address }) => address),
      ...addressesOf(parsed.cc).map(({ address }) => address),
      ...delivered.map((value) => value.trim().toLowerCase()),
    ],
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    sentAt: parsed.date ?? null,
    head,
    attachments: parsed.attachments
      // A picture within the HTML is part of a signature more often than of what is said.
      .filter(({ related }) => !related)
      .map(({ filename, content }, index) => ({
        name: fileName(filename ?? `attachment-${index + 1}`),
        content,
      })),
  };
}

function addressesOf(field: AddressObject | AddressObject[] | undefined) {
  const fields = field === undefined ? [] : Array.isArray(field) ? field : [field];
  return fields
    .flatMap(({ value }) => value.flatMap((one) => one.group ?? [one]))
    .flatMap(({ address, name }) => (address ? [{ address: address.toLowerCase(), name }] : []));
}

function headOf(
  lines: readonly { readonly key: string; readonly line: string }[],
): Map<string, string[]> {
  const head = new Map<string, string[]>();
  for (const { key, line } of lines) {
    const value = line.slice(line.indexOf(':') + 1).replaceAll(/\r?\n\s*/g, ' ');
    head.set(key, [...(head.get(key) ?? []), value.trim()]);
  }
  return head;
}

/** Without what would make it a path, and no longer than a file's name may be. */
function fileName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  const plain = name.replaceAll(/[\\/\u0000-\u001f\u007f]/g, '_').trim();
  return plain === '' ? 'attachment' : plain.slice(-300);
}
