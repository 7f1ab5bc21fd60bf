import type { ClientProjectView } from '@evenkeel/contract/projects';
import { money } from '@evenkeel/core/money';
import { useSession } from '../../../lib/session.ts';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { MoneyField } from '../../../ui/form/number-fields.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { DocumentField, TitleField } from '../../../ui/record/document-field.tsx';
import { FieldLine, FieldList } from '../../../ui/record/field-list.tsx';
import { AccountPicker } from '../../accounts/components/account-picker.tsx';
import { PersonPicker } from '../../people/components/person-picker.tsx';
import { TeamPicker } from '../../people/components/team-picker.tsx';
import type { ClientProjectChange } from '../model.ts';
import styles from './project.module.css';

type AboutProps = {
  readonly project: ClientProjectView;
  readonly mayWrite: boolean;
  readonly save: (change: ClientProjectChange) => Promise<unknown>;
};

/** What is written about a client project. */
export function ProjectTexts({ project, mayWrite, save }: AboutProps) {
  const disabled = !mayWrite;
  return (
    <>
      <Autosave name="name" value={project.name} save={(name) => save({ name })}>
        {(field) => (
          <TitleField label="Name of the client project" disabled={disabled} {...field} />
        )}
      </Autosave>
      {texts.map(({ name, label, placeholder }) => (
        <Autosave
          key={name}
          name={name}
          value={project[name]}
          save={(text) => save({ [name]: text })}
        >
          {(field) => (
            <DocumentField label={label} placeholder={placeholder} disabled={disabled} {...field} />
          )}
        </Autosave>
      ))}
    </>
  );
}

const texts = [
  { name: 'purpose', label: 'Purpose', placeholder: 'What the client wants to reach' },
  { name: 'scope', label: 'Scope', placeholder: 'Results, limits, what the client does' },
  { name: 'notes', label: 'Notes', placeholder: 'What else to know' },
] as const;

/** What is set on a client project; each field saves itself. */
export function ProjectFields({ project, mayWrite, save }: AboutProps) {
  const { workspace } = useSession();
  const disabled = !mayWrite;
  return (
    <>
      {project.deal ? (
        <FieldList>
          <FieldLine label="Deal">
            <AppLink href={`/deals/${project.deal.id}`} className={styles['link']}>
              {project.deal.name}
            </AppLink>
          </FieldLine>
          {project.template ? (
            <FieldLine label="Template">{project.template.name}</FieldLine>
          ) : null}
        </FieldList>
      ) : null}
      <Autosave
        name="accountId"
        value={project.account}
        save={(account) => save({ accountId: account?.id ?? null })}
        on="change"
      >
        {(field) => <AccountPicker label="Account" disabled={disabled} {...field} />}
      </Autosave>
      {people.map(({ field: name, key, label, description }) => (
        <Autosave
          key={key}
          name={key}
          value={project[name]}
          save={(person) => save({ [key]: person?.id ?? null })}
          on="change"
        >
          {(field) => (
            <PersonPicker label={label} description={description} disabled={disabled} {...field} />
          )}
        </Autosave>
      ))}
      <Autosave
        name="teamId"
        value={project.team?.id ?? null}
        save={(teamId) => save({ teamId })}
        on="change"
      >
        {(field) => <TeamPicker label="Team" disabled={disabled} {...field} />}
      </Autosave>
      {days.map(({ name, label }) => (
        <Autosave
          key={name}
          name={name}
          value={project[name]}
          save={(day) => save({ [name]: day })}
        >
          {(field) => <DateField label={label} disabled={disabled} {...field} />}
        </Autosave>
      ))}
      {amounts.map(({ name, label }) => (
        <Autosave
          key={name}
          name={name}
          value={project[name]}
          save={(minor) => save({ [name]: minor })}
        >
          {({ value, onChange, ...field }) => (
            <MoneyField
              label={label}
              currency={workspace.currency}
              disabled={disabled}
              {...field}
              value={value === null ? null : money(value, workspace.currency)}
              onChange={(amount) => onChange(amount?.minor ?? null)}
            />
          )}
        </Autosave>
      ))}
    </>
  );
}

const people = [
  {
    field: 'projectManager',
    key: 'projectManagerId',
    label: 'Project manager',
    description: undefined,
  },
  { field: 'owner', key: 'ownerId', label: 'Owner', description: 'Accountable for the result.' },
] as const;
const days = [
  { name: 'startOn', label: 'Start' },
  { name: 'endOn', label: 'End' },
] as const;
const amounts = [
  { name: 'price', label: 'Price' },
  { name: 'budget', label: 'Budget' },
] as const;
