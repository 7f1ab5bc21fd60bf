import { deals, type StageView } from '@evenkeel/contract/deals';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { StageId } from '@evenkeel/core/id';
import type { Money } from '@evenkeel/core/money';
import { useSession } from '../../../lib/session.ts';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { MoneyField } from '../../../ui/form/number-fields.tsx';
import { TextAreaField, TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { AccountPicker, type PickedAccount } from '../../accounts/components/account-picker.tsx';
import { NewFieldsPanel, useNewFields } from '../../custom-fields/components/new-fields-panel.tsx';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { type PickedProduct, ProductPicker } from '../../products/components/product-picker.tsx';
import { useDealWrite, usePipelines } from '../api.ts';

type Values = {
  name: string;
  accountId: PickedAccount | null;
  productId: PickedProduct | null;
  ownerId: PickedPerson | null;
  stageId: StageId | null;
  closeOn: CalendarDate | null;
  value: Money | null;
  notes: string;
};

type NewDealModalProps = {
  readonly stages: readonly StageView[];
  readonly account?: PickedAccount;
  readonly onClose: () => void;
};

/** A new deal; only its name is needed. Mount it while it is open. */
export function NewDealModal({ stages, account, onClose }: NewDealModalProps) {
  const { workspace, user, member } = useSession();
  const open = useOpen();
  const pipelines = usePipelines().data?.rows ?? [];
  const create = useDealWrite(deals.create);
  const own = useNewFields('deal');
  const form = useRecordForm<Values>({
    initialValues: {
      name: '',
      accountId: account ?? null,
      productId: null,
      ownerId: member.personId ? { id: member.personId, name: user.name } : null,
      // With several pipelines the server begins in the default one.
      stageId:
        new Set(stages.map(({ pipelineId }) => pipelineId)).size > 1
          ? null
          : (stages[0]?.id ?? null),
      closeOn: null,
      value: null,
      notes: '',
    },
    validate: { name: (name) => (name.trim() === '' ? 'A deal needs a name.' : null) },
    onSubmit: async (values) => {
      const { stageId, value, accountId, productId, ownerId, ...rest } = values;
      const deal = await create.mutateAsync({
        body: {
          ...rest,
          accountId: accountId?.id ?? null,
          productId: productId?.id ?? null,
          ownerId: ownerId?.id ?? null,
          value: value?.minor ?? 0,
          ...(stageId ? { stageId } : {}),
        },
      });
      await own.keep(deal.id);
      notifyDone({ message: `Deal ${deal.name} added` });
      onClose();
      open(`/deals/${deal.id}`);
    },
  });
  return (
    <FormModal opened title="New deal" submitLabel="Create deal" form={form} onClose={onClose}>
      <TextField label="Deal name" required autoFocus {...form.field('name')} />
      <FieldRow>
        <AccountPicker label="Account" {...form.field('accountId')} />
        <ProductPicker label="Product" {...form.field('productId')} />
      </FieldRow>
      <FieldRow>
        <ChoiceField
          label="Stage"
          placeholder="The first"
          choices={stages.map(({ id, name, pipelineId }) => ({
            value: id,
            label:
              pipelines.length > 1
                ? `${name} (${pipelines.find((one) => one.id === pipelineId)?.name ?? ''})`
                : name,
          }))}
          {...form.field('stageId')}
        />
        <DateField label="Expected close" {...form.field('closeOn')} />
      </FieldRow>
      <FieldRow>
        <MoneyField label="Value" currency={workspace.currency} {...form.field('value')} />
        <PersonPicker label="Owner" {...form.field('ownerId')} />
      </FieldRow>
      <TextAreaField label="Notes" {...form.field('notes')} />
      <NewFieldsPanel {...own} />
    </FormModal>
  );
}
