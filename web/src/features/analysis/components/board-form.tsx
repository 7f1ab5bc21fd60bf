import { type AnalysisBoardView, analysisBoards } from '@evenkeel/contract/analysis';
import type { StrategicPlanId } from '@evenkeel/core/id';
import {
  type BoardKind,
  boardDefinitions,
  boardKinds,
} from '@evenkeel/core/strategy/analysis-board';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { PlanPicker } from '../../plans/components/plan-picker.tsx';
import { useAnalysisWrite } from '../api.ts';

type BoardFormProps = {
  readonly onClose: () => void;
  readonly onCreated: (board: AnalysisBoardView) => void;
};

type Values = { kind: BoardKind | null; name: string; planId: StrategicPlanId | null };

const kinds = boardKinds.map((value) => ({ value, label: boardDefinitions[value].name }));

/** A new board: its kind, what it is about, and the plan it belongs to. */
export function BoardForm({ onClose, onCreated }: BoardFormProps) {
  const create = useAnalysisWrite(analysisBoards.create);
  const form = useRecordForm<Values>({
    initialValues: { kind: 'swot', name: '', planId: null },
    onSubmit: async ({ kind, name, planId }) => {
      const chosen = kind ?? 'swot';
      const body = {
        kind: chosen,
        name: name.trim() === '' ? boardDefinitions[chosen].name : name,
        planId,
        competitors: boardDefinitions[chosen].numbers === 'levels' ? ['Us', 'Others'] : [],
      };
      const board = await create.mutateAsync({ body });
      onClose();
      onCreated(board);
    },
  });
  const { field } = form;
  const { kind } = form.form.getValues();
  return (
    <FormModal title="New board" opened onClose={onClose} form={form} submitLabel="Add board">
      <ChoiceField
        label="Kind"
        required
        autoFocus
        description={kind ? boardDefinitions[kind].teaches : undefined}
        choices={kinds}
        {...field('kind')}
      />
      <TextField
        label="Name"
        placeholder={kind ? boardDefinitions[kind].name : ''}
        {...field('name')}
      />
      <PlanPicker label="Plan" {...field('planId')} />
    </FormModal>
  );
}
