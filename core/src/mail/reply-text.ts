/**
 * Lines with which mail programs begin what they quote: `On 12 May 2026, Ada wrote:` in the languages
 * that people here write, and the dividers of Outlook and its like. A line may be broken in two.
 */
const quoteBeginnings: readonly RegExp[] = [
  /^on\b.{4,300}\b(?:wrote|writes)\s*:$/iu,
  /^am\b.{4,300}\bschrieb(?:\s.{1,200})?\s*:$/iu,
  /^.{2,200}\bschrieb am\b.{4,200}:$/iu,
  /^le\b.{4,300}\ba écrit\s*:$/iu,
  /^el\b.{4,300}\bescribió\s*:$/iu,
  /^il\b.{4,300}\bha scritto\s*:$/iu,
  /^op\b.{4,300}\b(?:schreef|heeft geschreven)\b.{0,200}:$/iu,
  /^em\b.{4,300}\bescreveu\s*:$/iu,
  /^\d{4}[-./]\d{1,2}[-./]\d{1,2}.{2,200}<[^<>\s]+@[^<>\s]+>\s*:$/u,
];

const dividers: readonly RegExp[] = [
  /^-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|message d’origine|mensaje original|messaggio originale)\s*-{2,}$/iu,
  /^_{10,}$/u,
  /^(?:begin|anfang der) (?:forwarded message|weitergeleiteten nachricht)\s*:$/iu,
];

/** The head that Outlook puts before what it quotes, without a divider: `From:` and soon `Sent:`. */
const outlookFrom = /^\*?(?:from|von|de|da)\s*:\*?\s.+/iu;
const outlookSent = /^\*?(?:sent|gesendet|envoyé|enviado|date|datum|inviato)\s*:\*?\s.+/iu;

/** What programs of telephones add by themselves. */
const deviceLines: readonly RegExp[] = [
  /^(?:sent from|get outlook for|sent via) .{2,60}$/iu,
  /^(?:von meinem|gesendet von|diese nachricht wurde von meinem) .{2,80}$/iu,
  /^(?:envoyé de(?:puis)?|envoyé à partir de) .{2,60}$/iu,
  /^(?:enviado desde|obtener outlook para) .{2,60}$/iu,
];

/**
 * What somebody wrote in answer to a mail: without what their program quotes below, without their
 * signature (behind `-- `, RFC 3676 4.3) and without what their telephone adds. What was written
 * between quoted lines stays, its quotes too, for it makes no sense alone.
 * @example replyText('Yes.\n\nOn 12 May 2026, Ada wrote:\n> Can we?') // 'Yes.'
 */
export function replyText(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
  const own = withoutSignature(withoutQuote(lines));
  return joined(own);
}

function withoutQuote(lines: readonly string[]): readonly string[] {
  for (let at = 0; at < lines.length; at += 1) {
    if (!beginsQuote(lines, at)) continue;
    // An answer between the lines of the quote begins below its head: then the quote belongs to it.
    if (hasAnswerWithin(lines.slice(at + 1))) return withoutDevice(lines);
    return withoutDevice(lines.slice(0, at));
  }
  return withoutDevice(withoutTrailingQuote(lines));
}

function beginsQuote(lines: readonly string[], at: number): boolean {
  const line = plain(lines[at]);
  if (line === '') return false;
  if (dividers.some((divider) => divider.test(line))) return true;
  // Programs break a long first line; up to three lines are read as one.
  const [second, third] = [plain(lines[at + 1]), plain(lines[at + 2])];
  const spellings = [line, `${line} ${second}`, `${line} ${second} ${third}`];
  if (spellings.some((words) => quoteBeginnings.some((begins) => begins.test(words)))) return true;
  return (
    outlookFrom.test(line) &&
    lines.slice(at + 1, at + 5).some((next) => outlookSent.test(plain(next)))
  );
}

/** Whether quoted lines are followed by lines that are not: somebody answered point by point. */
function hasAnswerWithin(below: readonly string[]): boolean {
  const first = below.findIndex((line) => line.startsWith('>'));
  if (first === -1) return false;
  const rest = below.slice(first);
  const own = withoutSignature(withoutDevice(rest)).filter(
    (line) => line.trim() !== '' && !line.startsWith('>'),
  );
  return own.length > 0;
}

function withoutTrailingQuote(lines: readonly string[]): readonly string[] {
  let end = lines.length;
  while (end > 0 && (lines[end - 1]?.startsWith('>') || lines[end - 1]?.trim() === '')) end -= 1;
  return lines.slice(0, end);
}

function withoutSignature(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex((line) => /^-- ?$/.test(line));
  // All below it may be quoted text that somebody answers below of; a signature is short.
  return at === -1 ? lines : lines.slice(0, at);
}

function withoutDevice(lines: readonly string[]): readonly string[] {
  let end = lines.length;
  while (end > 0 && lines[end - 1]?.trim() === '') end -= 1;
  const last = plain(lines[end - 1]);
  return deviceLines.some((device) => device.test(last)) ? lines.slice(0, end - 1) : lines;
}

function plain(line: string | undefined): string {
  return (line ?? '')
    .replace(/^[\s>*]+/, '')
    .replace(/\*$/, '')
    .trim();
}

function joined(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * The subject of a mail without what replying and forwarding put before it, in several languages.
 * @example plainSubject('AW: Fwd: The date') // 'The date'
 */
export function plainSubject(subject: string): string {
  const before = /^\s*(?:re|aw|antw|sv|rv|r|fw|fwd|wg|tr|rv|i|enc)(?:\[\d+\])?\s*:\s*/iu;
  let rest = subject;
  while (before.test(rest)) rest = rest.replace(before, '');
  return rest.trim();
}
