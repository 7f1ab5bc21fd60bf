/** A mail as its sender thinks of it; text and HTML are made from the same words. */
export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** One thing to do, as a button and as an address to copy. */
  readonly action?: { readonly label: string; readonly url: string };
  /** Several answers to one question, each by a click, from the least to the most. */
  readonly choices?: readonly {
    readonly mark: string;
    readonly label: string;
    readonly url: string;
  }[];
  /** In small print at the end: why it came. */
  readonly footer?: string;
  /** Where an answer goes, when not to the sender. */
  readonly replyTo?: string;
  /** Mails of one thread stand together in the reader's program: its id, `<…@…>`. */
  readonly thread?: string;
  /** The language of the words (BCP 47); English without it. */
  readonly language?: string;
  /** A calendar file: come, also when it has changed, or do not come. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
  /** Who signs, in which colours; Evenkeel itself without it. */
  readonly voice?: Voice;
};

export type Voice = {
  readonly sender: string;
  /** Fill of the button and the text on it, `#rrggbb`. */
  readonly accent: string;
  readonly onAccent: string;
  /** Stands before the address that may be copied. */
  readonly orCopy: string;
};

const ownVoice: Voice = {
  sender: 'Evenkeel',
  accent: '#5b57d1',
  onAccent: '#ffffff',
  orCopy: 'Or copy this address:',
};

export type WrittenLetter = { subject: string; text: string; html: string };

export function writeLetter(letter: Letter): WrittenLetter {
  const { paragraphs, action, choices = [], footer, language = 'en', voice = ownVoice } = letter;
  const end = footer === undefined ? [] : [footer];
  const link = action ? [`${action.label}:\n${action.url}`] : [];
  const answers = choices.map(({ mark, label, url }) => `${mark} ${label}:\n${url}`);
  const text = [...paragraphs, ...answers, ...link, voice.sender, ...end];
  const button = action
    ? `<p><a href="${escapeHtml(action.url)}" style="display:inline-block;padding:9px 16px;border-radius:6px;` +
      `background:${voice.accent};color:${voice.onAccent};text-decoration:none;font-weight:500">${escapeHtml(action.label)}</a></p>` +
      `<p style="color:#5e616c;font-size:12px">${escapeHtml(voice.orCopy)} ${escapeHtml(action.url)}</p>`
    : '';
  return {
    // A line break would begin another header.
    subject: letter.subject.replaceAll(/[\r\n]+/g, ' '),
    text: `${text.join('\n\n')}\n`,
    html:
      `<!doctype html><html lang="${escapeHtml(language)}"><body style="font:14px/22px system-ui,sans-serif;color:#17181d">` +
      paragraphs.map((words) => `<p>${escapeHtml(words).replaceAll('\n', '<br>')}</p>`).join('') +
      `${choiceRow(choices, voice)}${button}<p style="color:#5e616c">${escapeHtml(voice.sender)}</p>` +
      end
        .map((words) => `<p style="color:#5e616c;font-size:12px">${escapeHtml(words)}</p>`)
        .join('') +
      '</body></html>',
  };
}

/** The answers side by side, each a button over its words; they break where the screen ends. */
function choiceRow(choices: NonNullable<Letter['choices']>, { accent, onAccent }: Voice): string {
  if (choices.length === 0) return '';
  const cells = choices.map(
    ({ mark, label, url }) =>
      `<a href="${escapeHtml(url)}" style="display:inline-block;width:92px;margin:0 6px 10px 0;vertical-align:top;` +
      `text-align:center;text-decoration:none;color:#17181d;font-size:12px;line-height:16px">` +
      `<span style="display:block;padding:9px 0;margin-bottom:4px;border-radius:6px;background:${accent};color:${onAccent};` +
      `font-size:15px;font-weight:600">${escapeHtml(mark)}</span>${escapeHtml(label)}</a>`,
  );
  return `<p>${cells.join('')}</p>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
