import type { SearchHit } from '@evenkeel/contract/search';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import { type SubjectKind, subjectKey } from '@evenkeel/core/subject';
import { useCallback, useRef } from 'react';
import { subjectNumber, subjectWords } from '../../../lib/subject.ts';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { RecordField } from '../../../ui/form/record-field.tsx';
import type { RecordOption } from '../../../ui/form/use-record-options.ts';
import { findSubjects } from '../api.ts';
import { SubjectMark } from './subject-link.tsx';

/** A record that was picked. */
export type PickedSubject = SubjectRef & { readonly name: string };

type SubjectPickerProps = FieldProps<PickedSubject | null> & {
  /** Only records of these kinds; any without it. A stable list. */
  readonly kinds?: readonly SubjectKind[];
  /** A record that cannot be picked: the one that is linked from. */
  readonly except?: SubjectRef;
};

/** Picks a record of any kind by a part of its name, or by its number. */
export function SubjectPicker({ value, onChange, kinds, except, ...props }: SubjectPickerProps) {
  const found = useRef(new Map<string, PickedSubject>());
  const exceptKey = except && subjectKey(except);
  const source = useCallback(
    async (query: string, signal: AbortSignal): Promise<RecordOption[]> => {
      const hits = (await findSubjects(query, signal)).filter(
        (hit) => (kinds?.includes(hit.kind) ?? true) && subjectKey(hit) !== exceptKey,
      );
      for (const hit of hits) found.current.set(subjectKey(hit), pickedFrom(hit));
      return hits.map(optionOf);
    },
    [kinds, exceptKey],
  );
  return (
    <RecordField
      placeholder="A name or a number"
      {...props}
      value={value && { id: subjectKey(value), name: value.name }}
      onChange={(option) => onChange(option && (found.current.get(option.id) ?? null))}
      source={source}
      // The option's id begins with the kind: `subjectKey` wrote it.
      renderMark={(option) => <SubjectMark kind={option.id.split(':')[0] as SubjectKind} />}
    />
  );
}

function pickedFrom(hit: SearchHit): PickedSubject {
  // The search answers with ids, which its contract gives as plain texts.
  return { kind: hit.kind, id: hit.id as SubjectRef['id'], name: hit.name };
}

function optionOf(hit: SearchHit): RecordOption {
  const detail = [subjectWords[hit.kind].one, subjectNumber(hit), hit.context];
  return { id: subjectKey(hit), name: hit.name, detail: detail.filter(Boolean).join(' · ') };
}
