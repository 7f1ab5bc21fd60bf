import { type ProductView, products } from '@evenkeel/contract/products';
import { type Money, money } from '@evenkeel/core/money';
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useSession } from '../../../lib/session.ts';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { MoneyField } from '../../../ui/form/number-fields.tsx';
import { problemOf } from '../../../ui/form/problem.ts';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useProductWrite } from '../api.ts';

type Values = { name: string; series: string; price: Money | null };

type ProductFormProps = { readonly product: ProductView | null; readonly onClose: () => void };

/** A product, new or changed. Mount it while it is open. */
export function ProductForm({ product, onClose }: ProductFormProps) {
  const { currency } = useSession().workspace;
  const create = useProductWrite(products.create);
  const update = useProductWrite(products.update);
  const remove = useProductWrite(products.remove);
  const restore = useProductWrite(products.restore);
  const form = useRecordForm<Values>({
    initialValues: {
      name: product?.name ?? '',
      series: product?.series ?? '',
      price: product?.price == null ? null : money(product.price, currency),
    },
    validate: { name: (name) => (name.trim() === '' ? 'A product needs a name.' : null) },
    onSubmit: async ({ name, series, price }) => {
      const body = { name, series, price: price?.minor ?? null };
      if (product === null) await create.mutateAsync({ body });
      else {
        await update.mutateAsync({ params: { id: product.id }, version: product.version, body });
      }
      notifyDone({ message: product ? `${name} saved` : `Product ${name} added` });
      onClose();
    },
  });
  const discard = async ({ id, name }: ProductView) => {
    const params = { id };
    try {
      await remove.mutateAsync({ params });
      const undo = async () => void (await restore.mutateAsync({ params }));
      notifyDone({ message: `${name} moved to the trash`, undo });
      onClose();
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <FormModal
      opened
      title={product ? product.name : 'New product'}
      submitLabel={product ? 'Save' : 'Add product'}
      form={form}
      onClose={onClose}
      footer={
        product ? (
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={15} />}
            onClick={() => void discard(product)}
          >
            Move to the trash
          </Button>
        ) : null
      }
    >
      <TextField label="Name" required autoFocus {...form.field('name')} />
      <FieldRow>
        <TextField label="Series" description="The group it belongs to" {...form.field('series')} />
        <MoneyField
          label="Usual price"
          description="A deal says its own"
          currency={currency}
          {...form.field('price')}
        />
      </FieldRow>
    </FormModal>
  );
}
