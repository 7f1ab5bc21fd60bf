import type { ProjectId } from '@evenkeel/core/id';
import { useState } from 'react';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useLadders } from '../api.ts';
import { nextFoothold, onLadder } from '../model.ts';
import { ClimbForm } from './climb-form.tsx';
import styles from './ladder.module.css';
import { LadderPicture } from './ladder-picture.tsx';

type LadderPanelProps = { readonly initiativeId: ProjectId; readonly canEdit: boolean };

/** The why-ladder of an initiative: drawn, and climbed question by question up to a goal (B05). */
export function LadderPanel({ initiativeId, canEdit }: LadderPanelProps) {
  const found = useLadders();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Loaded found={found} what="the why-ladder">
      {(ladders) => {
        const isLost = ladders.orphans.some(({ id }) => id === initiativeId);
        const own = onLadder(ladders, initiativeId);
        const from = chosen && own.has(chosen) ? chosen : nextFoothold(ladders, initiativeId);
        return (
          <div className={styles['panel']}>
            <Section
              title="Why-ladder"
              note="From what is done, question by question, to the goal it is done for"
              actions={isLost ? <HealthMark health="at-risk" label="Reaches no goal yet" /> : null}
            >
              <LadderPicture
                ladders={ladders}
                footId={initiativeId}
                fromId={from}
                canEdit={canEdit}
                onAsk={setChosen}
              />
            </Section>
            {canEdit ? (
              <ClimbForm
                key={from}
                ladders={ladders}
                initiativeId={initiativeId}
                fromId={from}
                onClimbed={() => setChosen(null)}
              />
            ) : null}
          </div>
        );
      }}
    </Loaded>
  );
}
