import type { ScenarioChangeFacts, ScenarioView } from '@evenkeel/contract/scenarios';
import { scenarios } from '@evenkeel/contract/scenarios';
import type { ScenarioChangeKind } from '@evenkeel/core/balance/scenario-change';
import type { ScenarioChangeId } from '@evenkeel/core/id';
import { useMay } from '../../../../lib/session.ts';
import { FormModal } from '../../../../ui/form/form-modal.tsx';
import { useRecordForm } from '../../../../ui/form/use-record-form.ts';
import { useScenarioWrite } from '../api.ts';
import { type ChangeValues, factsOf, missingIn, valuesOf } from '../model/change-values.ts';
import { kindWords } from '../model/change-words.ts';
import { ChangeFields } from './change-fields.tsx';

type ChangeFormProps = {
  readonly scenario: ScenarioView;
  /** What is changed: a kind for a new change, or one that stands there. */
  readonly change: ScenarioChangeKind | ScenarioView['changes'][number];
  readonly onClose: () => void;
};

/** One change of a scenario, by its kind. */
export function ChangeForm({ scenario, change, onClose }: ChangeFormProps) {
  const isNew = typeof change === 'string';
  const kind = isNew ? change : change.facts.kind;
  const save = useSave(scenario, isNew ? null : change);
  const mayManage = useMay('manage');
  const form = useRecordForm<ChangeValues>({
    initialValues: valuesOf(isNew ? null : change.facts, scenario.names),
    validate: (values) => missingIn(kind, values),
    onSubmit: async (values) => {
      await save(factsOf(kind, values));
      onClose();
    },
  });
  return (
    <FormModal
      title={kindWords[kind]}
      opened
      onClose={onClose}
      form={form}
      submitLabel={isNew ? 'Add change' : 'Save changes'}
    >
      <ChangeFields
        kind={kind}
        field={form.field}
        values={form.form.values}
        showsRates={mayManage}
      />
    </FormModal>
  );
}

function useSave(
  { id }: ScenarioView,
  change: { readonly id: ScenarioChangeId; readonly version: number } | null,
): (facts: ScenarioChangeFacts) => Promise<unknown> {
  const add = useScenarioWrite(scenarios.addChange);
  const update = useScenarioWrite(scenarios.updateChange);
  return (facts) =>
    change
      ? update.mutateAsync({
          params: { id, changeId: change.id },
          version: change.version,
          body: { facts },
        })
      : add.mutateAsync({ params: { id }, body: { facts } });
}
