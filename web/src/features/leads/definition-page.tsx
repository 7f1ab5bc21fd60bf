import { type LeadDefinitionView, leads } from '@evenkeel/contract/leads';
import {
  type CriterionRule,
  criterionRuleLabels,
  criterionRules,
  type LeadCriterion,
} from '@evenkeel/core/leads/qualification';
import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMay } from '../../lib/session.ts';
import { ChoiceField } from '../../ui/form/choice-fields.tsx';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { TextAreaField, TextField } from '../../ui/form/text-field.tsx';
import { useRecordForm } from '../../ui/form/use-record-form.ts';
import { notifyDone } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useLeadDefinition, useLeadWrite } from './api.ts';
import styles from './components/definition.module.css';
import { leadTabs } from './components/leads-parts.tsx';

/** The written definition of a qualified lead, agreed by sales and marketing (CR-10). */
export function DefinitionPage() {
  const found = useLeadDefinition();
  return (
    <Page title="Leads" tabs={leadTabs('definition')}>
      <Loaded found={found} what="the definition">
        {(definition) => (
          <DefinitionForm key={JSON.stringify(definition)} definition={definition} />
        )}
      </Loaded>
    </Page>
  );
}

type Values = { text: string; criteria: readonly LeadCriterion[] };

function DefinitionForm({ definition }: { readonly definition: LeadDefinitionView }) {
  const mayWrite = useMay('manage');
  const define = useLeadWrite(leads.define);
  const form = useRecordForm<Values>({
    initialValues: definition,
    onSubmit: async ({ text, criteria }) => {
      const named = criteria.filter(({ name }) => name.trim() !== '');
      await define.mutateAsync({ body: { text, criteria: [...named] } });
      notifyDone({ message: 'The definition is saved' });
    },
  });
  const { value: criteria, onChange, error } = form.field('criteria');
  const change = (key: string, part: Partial<LeadCriterion>) =>
    onChange(criteria.map((line) => (line.key === key ? { ...line, ...part } : line)));
  return (
    <div className={styles['page']}>
      <FormFrame form={form} submitLabel="Save the definition">
        <TextAreaField label="In words" disabled={!mayWrite} {...form.field('text')} />
        <div className={styles['lines']}>
          {criteria.map((line) => (
            <CriterionLine
              key={line.key}
              line={line}
              mayWrite={mayWrite}
              onChange={(part) => change(line.key, part)}
              onRemove={() => onChange(criteria.filter(({ key }) => key !== line.key))}
            />
          ))}
          {error ? <p role="alert">{error}</p> : null}
          {mayWrite ? (
            <div>
              <Button
                variant="subtle"
                leftSection={<IconPlus size={15} />}
                onClick={() => onChange([...criteria, blankCriterion(criteria)])}
              >
                Add a criterion
              </Button>
            </div>
          ) : (
            <p>Only who manages the workspace changes it.</p>
          )}
        </div>
      </FormFrame>
    </div>
  );
}

const ruleChoices = criterionRules.map((value) => ({ value, label: criterionRuleLabels[value] }));

function CriterionLine(props: {
  readonly line: LeadCriterion;
  readonly mayWrite: boolean;
  readonly onChange: (part: Partial<LeadCriterion>) => void;
  readonly onRemove: () => void;
}) {
  const { line, mayWrite, onChange, onRemove } = props;
  return (
    <div className={styles['line']}>
      <TextField
        label={`Criterion ${line.name}`}
        placeholder="What has to be true"
        disabled={!mayWrite}
        value={line.name}
        onChange={(name) => onChange({ name })}
      />
      <ChoiceField<CriterionRule>
        label={`How ${line.name || 'it'} is found`}
        required
        choices={ruleChoices}
        disabled={!mayWrite}
        value={line.rule}
        onChange={(rule) => onChange({ rule: rule ?? 'ticked' })}
      />
      {mayWrite ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Take out ${line.name || 'the criterion'}`}
          onClick={onRemove}
        >
          <IconX size={15} />
        </ActionIcon>
      ) : null}
    </div>
  );
}

/** A key that no criterion bears yet. */
function blankCriterion(criteria: readonly LeadCriterion[]): LeadCriterion {
  let number = criteria.length + 1;
  while (criteria.some(({ key }) => key === `criterion-${number}`)) number += 1;
  return { key: `criterion-${number}`, name: '', rule: 'ticked' };
}
