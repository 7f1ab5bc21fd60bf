import type { ScenarioChangeKind } from '@evenkeel/core/balance/scenario-change';
import type { SubjectKind } from '@evenkeel/core/subject';
import { useSession } from '../../../../lib/session.ts';
import { DateField } from '../../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../../ui/form/form-frame.tsx';
import {
  EffortField,
  MoneyField,
  NumberField,
  PercentField,
} from '../../../../ui/form/number-fields.tsx';
import { TextField } from '../../../../ui/form/text-field.tsx';
import type { RecordForm } from '../../../../ui/form/use-record-form.ts';
import { PersonPicker } from '../../../people/components/person-picker.tsx';
import { RolePicker } from '../../../people/components/role-picker.tsx';
import { TeamPicker } from '../../../people/components/team-picker.tsx';
import { SubjectPicker } from '../../../subjects/components/subject-picker.tsx';
import type { ChangeValues } from '../model/change-values.ts';
import { ReserveFields } from './reserve-fields.tsx';

type ChangeFieldsProps = {
  readonly kind: ScenarioChangeKind;
  readonly field: RecordForm<ChangeValues>['field'];
  readonly values: ChangeValues;
  readonly showsRates: boolean;
};

const deals: readonly SubjectKind[] = ['deal'];
const initiatives: readonly SubjectKind[] = ['initiative'];
const projects: readonly SubjectKind[] = ['client-project', 'initiative'];

/** The fields of one kind of change. */
export function ChangeFields({ kind, field, values, showsRates }: ChangeFieldsProps) {
  switch (kind) {
    case 'win-deal':
      return (
        <>
          <SubjectPicker label="Deal" kinds={deals} required {...field('about')} />
          <FieldRow>
            <PersonPicker label="Project manager" {...field('person')} />
            <TeamPicker label="Team" {...field('teamId')} />
          </FieldRow>
          <FieldRow>
            <DateField label="Start" placeholder="As the deal says" {...field('day')} />
            <DateField label="End" placeholder="As the deal says" {...field('end')} />
          </FieldRow>
        </>
      );
    case 'lose-deal':
      return (
        <>
          <SubjectPicker label="Deal" kinds={deals} required {...field('about')} />
          <TextField label="Reason" {...field('reason')} />
        </>
      );
    case 'start-initiative':
      return <SubjectPicker label="Initiative" kinds={initiatives} required {...field('about')} />;
    case 'delay-project':
      return (
        <>
          <SubjectPicker label="Project" kinds={projects} required {...field('about')} />
          <NumberField label="Weeks" whole minimum={1} maximum={104} required {...field('weeks')} />
        </>
      );
    case 'stop-project':
      return (
        <>
          <SubjectPicker label="Project" kinds={projects} required {...field('about')} />
          <TextField label="Reason" {...field('reason')} />
        </>
      );
    case 'hire':
      return <HireFields field={field} showsRates={showsRates} />;
    case 'leave':
      return (
        <FieldRow>
          <PersonPicker label="Person" required {...field('person')} />
          <DateField label="Last day" required {...field('day')} />
        </FieldRow>
      );
    case 'move-people':
      return (
        <>
          <FieldRow>
            <PersonPicker label="Person" required {...field('person')} />
            <DateField label="From" required {...field('day')} />
          </FieldRow>
          <SubjectPicker label="Off the project" kinds={projects} required {...field('about')} />
          <SubjectPicker label="Onto the project" kinds={projects} required {...field('to')} />
        </>
      );
    case 'change-terms':
      return (
        <>
          <FieldRow>
            <PersonPicker label="Person" required {...field('person')} />
            <DateField label="From" required {...field('day')} />
          </FieldRow>
          <FieldRow>
            <RolePicker label="Role" placeholder="It stays" {...field('roleId')} />
            <TeamPicker label="Team" placeholder="It stays" {...field('teamId')} />
          </FieldRow>
        </>
      );
    case 'change-reserve':
      return <ReserveFields field={field} values={values} showsMoney={showsRates} />;
    case 'change-target':
      return (
        <FieldRow>
          <PercentField label="Strategic share" required {...field('share')} />
          <PercentField label="Give or take" required {...field('tolerance')} />
        </FieldRow>
      );
  }
}

function HireFields({ field, showsRates }: Pick<ChangeFieldsProps, 'field' | 'showsRates'>) {
  const { currency } = useSession().workspace;
  return (
    <>
      <TextField label="Name" placeholder="Developer, to be found" required {...field('name')} />
      <FieldRow>
        <RolePicker label="Role" required {...field('roleId')} />
        <TeamPicker label="Team" {...field('teamId')} />
      </FieldRow>
      <FieldRow>
        <EffortField label="A week" required {...field('weeklyMinutes')} />
        <DateField label="From" required {...field('day')} />
      </FieldRow>
      {showsRates ? (
        <FieldRow>
          <MoneyField
            label="Cost per hour"
            placeholder="As the role"
            currency={currency}
            {...field('costRate')}
          />
          <MoneyField
            label="Bill rate per hour"
            placeholder="As the role"
            currency={currency}
            {...field('billRate')}
          />
        </FieldRow>
      ) : null}
    </>
  );
}
