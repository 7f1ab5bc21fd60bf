import type { InitiativeChange, InitiativeView } from '@evenkeel/contract/initiatives';
import { ansoffField, type Novelty } from '@evenkeel/core/projects/initiative-category';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { NumberField } from '../../../ui/form/number-fields.tsx';
import { ansoffLabels, horizonLabels } from '../model.ts';

type InitiativePlaceProps = {
  readonly initiative: InitiativeView;
  readonly save: (change: InitiativeChange) => Promise<unknown>;
  readonly disabled: boolean;
};

const horizons = horizonLabels.map((label, index) => ({ value: String(index + 1), label }));
const novelties: { value: Novelty; label: string }[] = [
  { value: 'existing', label: 'Existing' },
  { value: 'new', label: 'New' },
];
const scores = [
  { name: 'valueScore', label: 'Value' },
  { name: 'effortScore', label: 'Effort' },
] as const;

/** Where it stands among the others: its scores for the ranking, its horizon, its Ansoff field. */
export function InitiativePlace({ initiative, save, disabled }: InitiativePlaceProps) {
  const field = ansoffField(initiative);
  return (
    <>
      <FieldRow>
        {scores.map(({ name, label }) => (
          <Autosave
            key={name}
            name={name}
            value={initiative[name]}
            save={(score) => save({ [name]: score })}
          >
            {(bound) => (
              <NumberField
                label={label}
                whole
                minimum={1}
                maximum={10}
                unit="/10"
                disabled={disabled}
                {...bound}
              />
            )}
          </Autosave>
        ))}
      </FieldRow>
      <Autosave
        name="horizon"
        value={initiative.horizon === null ? null : String(initiative.horizon)}
        on="change"
        save={(horizon) => save({ horizon: horizon === null ? null : Number(horizon) })}
      >
        {(bound) => (
          <ChoiceField label="Horizon" choices={horizons} disabled={disabled} {...bound} />
        )}
      </Autosave>
      <FieldRow>
        <Autosave
          name="market"
          value={initiative.market}
          on="change"
          save={(market) => save({ market })}
        >
          {(bound) => (
            <ChoiceField label="Market" choices={novelties} disabled={disabled} {...bound} />
          )}
        </Autosave>
        <Autosave
          name="offering"
          value={initiative.offering}
          on="change"
          save={(offering) => save({ offering })}
        >
          {(bound) => (
            <ChoiceField
              label="Offering"
              description={field ? ansoffLabels[field] : undefined}
              choices={novelties}
              disabled={disabled}
              {...bound}
            />
          )}
        </Autosave>
      </FieldRow>
    </>
  );
}
