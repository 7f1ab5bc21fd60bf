import type { FreePersonView } from '@evenkeel/contract/allocations';
import { type CalendarDate, later } from '@evenkeel/core/calendar-date';
import type { RoleId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { CheckField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { formatEffort } from '../../../ui/format/effort.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { RolePicker } from '../../people/components/role-picker.tsx';
import { type DayWindow, useFreePeople } from '../api.ts';
import { type PickedSkill, SkillsField } from './planner-fields.tsx';
import styles from './planner-panels.module.css';

/** Whom one looks for. */
export type Wish = {
  readonly title: string;
  readonly note: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly roleId: RoleId | null;
  readonly skills: readonly PickedSkill[];
  /** Minutes of work over the whole period; 0: only the order matters. */
  readonly minutes: number;
  /** What taking somebody is called: `Fill`. */
  readonly verb: string;
};

type FreePeoplePanelProps = {
  readonly wish: Wish;
  /** Undefined: this person only looks. */
  readonly onTake: ((person: FreePersonView['person'], days: DayWindow) => void) | undefined;
  readonly onClose: () => void;
};

/** Who is free for some work and can do it, with the reasons; a person decides (IN-05). */
export function FreePeoplePanel({ wish, onTake, onClose }: FreePeoplePanelProps) {
  const [from, setFrom] = useState<CalendarDate>(wish.from);
  const [to, setTo] = useState<CalendarDate>(wish.to);
  const [roleId, setRoleId] = useState(wish.roleId);
  const [skills, setSkills] = useState(wish.skills);
  const [countsTentative, setCountsTentative] = useState(true);
  const isWhole = from === wish.from && to === wish.to;
  const found = useFreePeople({
    from,
    to: later(from, to),
    tentative: countsTentative ? 'counts' : 'ignored',
    ...(isWhole ? { minutes: wish.minutes } : {}),
    ...(roleId ? { roleId } : {}),
    ...(skills.length > 0 ? { skills: skills.map(({ id }) => `${id}:1`).join(',') } : {}),
  });
  return (
    <SidePanel opened onClose={onClose} title={wish.title} note={wish.note} width={520}>
      <div className={styles['panel']}>
        <div className={styles['fields']}>
          <FieldRow>
            <DateField label="From" required value={from} onChange={(day) => day && setFrom(day)} />
            <DateField label="Until" required value={to} onChange={(day) => day && setTo(day)} />
          </FieldRow>
          <RolePicker label="Role" placeholder="Any role" value={roleId} onChange={setRoleId} />
          <SkillsField label="Skills" value={skills} onChange={setSkills} />
          <CheckField
            label="Tentative hours count as taken"
            value={countsTentative}
            onChange={setCountsTentative}
          />
        </div>
        <Loaded found={found} what="who is free">
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState title="Nobody works in these days">
                Choose other days, or look on the planner who is away.
              </EmptyState>
            ) : (
              <ul className={styles['list']} aria-label="People, the best fit first">
                {rows.map((row) => (
                  <PersonLine
                    key={row.person.id}
                    row={row}
                    wanted={isWhole ? wish.minutes : 0}
                    verb={wish.verb}
                    onTake={onTake && (() => onTake(row.person, { from, to }))}
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
    </SidePanel>
  );
}

type PersonLineProps = {
  readonly row: FreePersonView;
  readonly wanted: number;
  readonly verb: string;
  readonly onTake: (() => void) | undefined;
};

function PersonLine({ row, wanted, verb, onTake }: PersonLineProps) {
  const detail = [row.role?.name, row.team?.name].filter(Boolean).join(', ');
  return (
    <li>
      <div className={styles['person-line']}>
        <PersonMark person={row.person} />
        <span className={wanted > 0 && !row.isEnough ? styles['bad'] : undefined}>
          {formatEffort(row.freeMinutes)} free
        </span>
        <span className={styles['note']}>{detail}</span>
        <span className={styles['note']}>of {formatEffort(row.capacityMinutes)}</span>
        <span className={styles['note']}>{reasonsOf(row)}</span>
      </div>
      {onTake ? (
        <Button
          variant="default"
          size="xs"
          aria-label={`${verb} with ${row.person.name}`}
          onClick={onTake}
        >
          {verb}
        </Button>
      ) : null}
    </li>
  );
}

/** Why somebody stands where they stand. */
function reasonsOf({ hasRole, skills, missingCount, projects }: FreePersonView): string {
  const has = skills.filter(({ level }) => level !== null).map(({ name }) => name);
  const lacks = skills.filter(({ level, wanted }) => (level ?? 0) < wanted).map(({ name }) => name);
  return [
    hasRole ? '' : 'another role',
    has.length > 0 ? `can ${has.join(', ')}` : '',
    missingCount > 0 ? `lacks ${lacks.join(', ')}` : '',
    projects.length > 0 ? `on ${formatCount(projects.length, projectNoun)}` : 'on nothing else',
  ]
    .filter(Boolean)
    .join(' · ');
}

const projectNoun = { one: 'project', many: 'projects' };
