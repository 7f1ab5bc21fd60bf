import type { PlanChange, PlanView } from '@evenkeel/contract/plans';
import { planScopes } from '@evenkeel/core/strategy/plan';
import { useState } from 'react';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { PersonPicker } from '../../people/components/person-picker.tsx';
import { TeamPicker } from '../../people/components/team-picker.tsx';
import { planScopeLabels } from '../model.ts';

type PlanScopeFieldsProps = {
  readonly plan: PlanView;
  readonly save: (change: PlanChange) => Promise<unknown>;
  readonly disabled: boolean;
};

const scopes = planScopes.map((value) => ({ value, label: planScopeLabels[value] }));

/** Whose plan it is; a team or a person is asked for before the scope is saved (ST-29). */
export function PlanScopeFields({ plan, save, disabled }: PlanScopeFieldsProps) {
  const [scope, setScope] = useState(plan.scope);
  return (
    <>
      <ChoiceField
        label="Plan of"
        required
        choices={scopes}
        disabled={disabled}
        value={scope}
        onChange={(next) => {
          if (next === null) return;
          setScope(next);
          if (next === 'company' && plan.scope !== 'company') void save({ scope: next });
        }}
      />
      {scope === 'team' ? (
        <Autosave
          name="teamId"
          value={plan.team?.id ?? null}
          on="change"
          save={async (teamId) => (teamId ? save({ scope: 'team', teamId }) : undefined)}
        >
          {(field) => <TeamPicker label="Team" required disabled={disabled} {...field} />}
        </Autosave>
      ) : null}
      {scope === 'person' ? (
        <Autosave
          name="personId"
          value={plan.person}
          on="change"
          save={async (person) =>
            person ? save({ scope: 'person', personId: person.id }) : undefined
          }
        >
          {(field) => <PersonPicker label="Person" required disabled={disabled} {...field} />}
        </Autosave>
      ) : null}
    </>
  );
}
