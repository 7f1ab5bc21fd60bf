import type { ContactView, contacts } from '@evenkeel/contract/contacts';
import type { BodyInputOf } from '@evenkeel/contract/endpoint';
import { channelLabels, contactChannels } from '@evenkeel/core/contacts/channel';

export type ContactChange = BodyInputOf<typeof contacts.update>;

/** What every part of a contact's page takes. */
export type ContactPartProps = {
  readonly contact: ContactView;
  readonly mayWrite: boolean;
  readonly save: (change: ContactChange) => Promise<void>;
};

export const channelChoices = contactChannels.map((value) => ({
  value,
  label: channelLabels[value],
}));
