import type { ContactChannel } from '@evenkeel/core/contacts/channel';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { languageChoices } from '../../../ui/format/language.ts';
import { channelChoices } from '../model.ts';

/** How somebody wants to be dealt with: by which channel, in which language. */
type Care = {
  readonly preferredChannel: ContactChannel | null;
  readonly language: string | null;
};

type CarePanelProps = {
  readonly of: Care;
  readonly disabled: boolean;
  readonly save: (change: Partial<Care>) => Promise<unknown>;
};

/** The fields of an account or a contact that say how they want to be dealt with. */
export function CarePanel({ of, disabled, save }: CarePanelProps) {
  return (
    <>
      <Autosave
        name="preferredChannel"
        value={of.preferredChannel}
        save={(preferredChannel) => save({ preferredChannel })}
        on="change"
      >
        {(field) => (
          <ChoiceField
            label="Prefers"
            choices={channelChoices}
            placeholder="Not known"
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
      <Autosave
        name="language"
        value={of.language}
        save={(language) => save({ language })}
        on="change"
      >
        {(field) => (
          <ChoiceField
            label="Language"
            choices={languageChoices(of.language)}
            placeholder="Not known"
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
    </>
  );
}
