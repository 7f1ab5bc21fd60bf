import { useState } from 'react';
import { problemOf } from '../../../ui/form/problem.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';

type NamedPart = { readonly id: string; readonly version: number; readonly name: string };

type PartCalls<Part, Draft> = {
  readonly create: (draft: Draft) => Promise<unknown>;
  readonly update: (part: Part, draft: Draft) => Promise<unknown>;
  readonly remove: (part: Part) => Promise<unknown>;
  /** What it takes to make a part again, for Undo. */
  readonly draftOf: (part: Part) => Draft;
};

export type Parts<Part, Draft> = {
  /** The part whose form is open, `new` for one that is being added. */
  readonly opened: Part | 'new' | null;
  readonly open: (part: Part | 'new') => void;
  readonly close: () => void;
  readonly save: (draft: Draft) => Promise<void>;
  /** Takes a part off and offers Undo. */
  readonly remove: (part: Part) => Promise<void>;
};

/** Adding, changing and taking off the rows of a case: benefits, costs, stakeholders. */
export function useParts<Part extends NamedPart, Draft>(
  calls: PartCalls<Part, Draft>,
): Parts<Part, Draft> {
  const [opened, setOpened] = useState<Part | 'new' | null>(null);
  const close = () => setOpened(null);
  return {
    opened,
    open: setOpened,
    close,
    save: async (draft) => {
      if (opened === null) return;
      await (opened === 'new' ? calls.create(draft) : calls.update(opened, draft));
      close();
    },
    remove: (part) =>
      told(async () => {
        await calls.remove(part);
        notifyDone({
          message: `“${part.name}” taken off`,
          undo: () => told(async () => void (await calls.create(calls.draftOf(part)))),
        });
      }),
  };
}

async function told(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    notifyFailed({ message: problemOf(thrown).title });
  }
}
