import type { ReactNode } from 'react';
import { type Breadcrumb, Page } from '../page/page.tsx';
import { type Found, Loaded, standingOf } from '../states/loaded.tsx';
import { NotFoundState } from '../states/not-found-state.tsx';

type LoadedRecordProps<View> = {
  readonly found: Found<View>;
  /** `client project`. */
  readonly noun: string;
  /** The page that lists its like. */
  readonly list: Breadcrumb;
  /** The whole page of the record. */
  readonly children: (view: View) => ReactNode;
};

/** The page of a record, or a page that says why it is not here. */
export function LoadedRecord<View>({ found, noun, list, children }: LoadedRecordProps<View>) {
  const loaded = (
    <Loaded
      found={found}
      what={`the ${noun}`}
      shape="record"
      missing={
        <NotFoundState
          what={`This ${noun}`}
          backHref={list.href}
          backLabel={`Go to ${list.label}`}
        />
      }
    >
      {children}
    </Loaded>
  );
  if (standingOf(found) === 'here') return loaded;
  return (
    <Page title={`${noun.charAt(0).toUpperCase()}${noun.slice(1)}`} breadcrumbs={[list]}>
      {loaded}
    </Page>
  );
}
