import type { ContactRow, ContactView } from '@evenkeel/contract/contacts';
import { type CardContact, writeCards } from '@evenkeel/core/contacts/vcard';

/** Downloads contacts as one file of vCards, which phones and mail programs take in. */
export function saveCards(name: string, contacts: readonly (ContactRow | ContactView)[]): void {
  const text = writeCards(contacts.map(cardOf));
  const address = URL.createObjectURL(new Blob([text], { type: 'text/vcard;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.vcf`;
  link.click();
  // The browser has taken the file by the next turn of its loop.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}

/** What a contact says in a card: all of their addresses where they are known, else the first. */
function cardOf(contact: ContactRow | ContactView): CardContact {
  const whole = 'emails' in contact ? contact : null;
  return {
    name: contact.name,
    jobTitle: contact.jobTitle,
    organisation: contact.accounts[0]?.name ?? null,
    emails: whole?.emails ?? (contact.email ? [{ email: contact.email, label: '' }] : []),
    phones: whole?.phones ?? (contact.phone ? [{ phone: contact.phone, label: '' }] : []),
    language: contact.language,
    // Notes are for us, not for the address book on somebody's phone.
    notes: '',
  };
}
