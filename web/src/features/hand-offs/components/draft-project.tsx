import type { HandOffDraftView } from '@evenkeel/contract/hand-offs';
import { money } from '@evenkeel/core/money';
import { useSession } from '../../../lib/session.ts';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { DateText, MoneyText, Nothing } from '../../../ui/marks/values.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { FieldLine, FieldList } from '../../../ui/record/field-list.tsx';
import { originWords } from '../model.ts';
import styles from './hand-off.module.css';

/** The client project that would be made, with the origin of each field. */
export function DraftProject({ draft }: { readonly draft: HandOffDraftView }) {
  const { workspace } = useSession();
  const { project } = draft;
  const price = project.price === null ? null : money(project.price, workspace.currency);
  const origin = (field: string) => originWords(draft, field);
  return (
    <Section title="What will be created" note="A client project; under each value, its origin.">
      <div className={styles['fields']}>
        <div>
          <FieldList>
            <FieldLine label="Name" origin={origin('name')}>
              {project.name}
            </FieldLine>
            <FieldLine label="Account" origin={origin('accountId')}>
              {project.account?.name ?? <Nothing />}
            </FieldLine>
            <FieldLine label="Price" origin={origin('price')}>
              <MoneyText amount={price} />
            </FieldLine>
            <FieldLine label="Start" origin={origin('startOn')}>
              <DateText date={project.startOn} />
            </FieldLine>
            <FieldLine label="End" origin={origin('endOn')}>
              <DateText date={project.endOn} />
            </FieldLine>
          </FieldList>
        </div>
        <div>
          <FieldList>
            <FieldLine label="Manager" origin={origin('projectManagerId')}>
              <PersonMark person={project.projectManager ?? undefined} />
            </FieldLine>
            <FieldLine label="Owner" origin={origin('ownerId')}>
              <PersonMark person={project.owner ?? undefined} />
            </FieldLine>
            <FieldLine label="Team" origin={origin('teamId')}>
              {project.team?.name ?? <Nothing />}
            </FieldLine>
            <FieldLine label="Purpose" origin={origin('purpose')}>
              {project.purpose || <Nothing />}
            </FieldLine>
          </FieldList>
        </div>
      </div>
    </Section>
  );
}
